//! Writes the cells of a frame that changed, in as few bytes as a slow line deserves.

use std::borrow::Cow;
use std::io::{self, Write};

use crossterm::cursor::{MoveTo, MoveToColumn};
use crossterm::queue;
use crossterm::style::{
    Attribute, Print, SetAttribute, SetBackgroundColor, SetForegroundColor, SetUnderlineColor,
};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::letters::Letters;
use crate::text::{ascii, is_plain, one_line};

/// The attributes that a terminal is told of.
const ATTRIBUTES: [(Modifier, Attribute); 9] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::HIDDEN, Attribute::Hidden),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

/// How the terminal writes now, and where.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Pen {
    /// Behind the last cell; `None` while that is not known.
    at: Option<Position>,
    look: Look,
}

/// Colours and attributes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Look {
    foreground: Color,
    background: Color,
    underline: Color,
    modifier: Modifier,
}

/// Writes cells, which come in the order of the screen; the terminal writes plainly before and after.
///
/// # Errors
/// When the writer refuses.
pub fn write<'c>(
    out: &mut impl Write,
    letters: Letters,
    cells: impl Iterator<Item = (u16, u16, &'c Cell)>,
) -> io::Result<()> {
    let mut pen = Pen::default();
    for (x, y, cell) in cells {
        pen.go_to(out, Position { x, y })?;
        pen.look_like(out, Look::of(cell))?;
        pen.print(out, &shown(cell, letters))?;
    }
    pen.look_like(out, Look::default())
}

/// What stands for a cell that would command the terminal.
const REFUSED: &str = "?";

/// What is written for a cell: nothing but ASCII where the terminal shows nothing else, whatever the cell holds.
///
/// All that the screen shows goes through here, and nothing harmful gets past: a text is made harmless where it is laid
/// out, by names that have their room; what was forgotten there is a question mark here.
fn shown(cell: &Cell, letters: Letters) -> Cow<'_, str> {
    if matches!(one_line(cell.symbol()), Cow::Owned(_)) {
        return Cow::Borrowed(REFUSED);
    }
    match letters {
        Letters::All => Cow::Borrowed(cell.symbol()),
        Letters::Ascii => ascii(cell.symbol()),
    }
}

impl Pen {
    /// Moves to a cell. Places are never told by the distance from the last one.
    fn go_to(&mut self, out: &mut impl Write, to: Position) -> io::Result<()> {
        match self.at.replace(to) {
            Some(at) if at == to => Ok(()),
            Some(at) if at.y == to.y => queue!(out, MoveToColumn(to.x)),
            _ => queue!(out, MoveTo(to.x, to.y)),
        }
    }

    /// Writes what a cell shows. How far a wide or an unusual character has moved the cursor, the terminal alone knows:
    /// whatever follows it is placed anew.
    fn print(&mut self, out: &mut impl Write, symbol: &str) -> io::Result<()> {
        let at = self.at.filter(|_| is_plain(symbol) && symbol.chars().count() == 1);
        self.at = at.map(|at| Position { x: at.x + 1, ..at });
        queue!(out, Print(symbol))
    }

    /// Takes a look on; one attribute less is said by none at all and those that stay.
    fn look_like(&mut self, out: &mut impl Write, look: Look) -> io::Result<()> {
        if !look.modifier.contains(self.look.modifier) || look == Look::default() && self.look != look {
            queue!(out, SetAttribute(Attribute::Reset))?;
            self.look = Look::default();
        }
        if look.foreground != self.look.foreground {
            match of_sixteen(look.foreground) {
                Some(code) => write!(out, "\x1b[{}m", code + 30)?,
                None => queue!(out, SetForegroundColor(look.foreground.into_crossterm()))?,
            }
        }
        if look.background != self.look.background {
            match of_sixteen(look.background) {
                Some(code) => write!(out, "\x1b[{}m", code + 40)?,
                None => queue!(out, SetBackgroundColor(look.background.into_crossterm()))?,
            }
        }
        if look.underline != self.look.underline {
            queue!(out, SetUnderlineColor(look.underline.into_crossterm()))?;
        }
        let added = look.modifier - self.look.modifier;
        for (_, attribute) in ATTRIBUTES.iter().filter(|(modifier, _)| added.contains(*modifier)) {
            queue!(out, SetAttribute(*attribute))?;
        }
        self.look = look;
        Ok(())
    }
}

/// The code of one of the sixteen colours, less that of the first: terminals that have no more know no other way to say
/// them, and it is the shortest everywhere.
fn of_sixteen(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        _ => return None,
    })
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            underline: cell.underline_color,
            modifier: cell.modifier,
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::style::Style;

    use super::*;

    /// What is written where one buffer follows a blank one.
    fn written(letters: Letters, draw: impl Fn(&mut Buffer)) -> String {
        let blank = Buffer::empty(ratatui::layout::Rect::new(0, 0, 12, 3));
        let mut buffer = blank.clone();
        draw(&mut buffer);
        let mut bytes = Vec::new();
        write(&mut bytes, letters, blank.diff(&buffer).into_iter()).unwrap();
        String::from_utf8(bytes).unwrap().replace('\x1b', "^")
    }

    fn check(draw: impl Fn(&mut Buffer), expected: &str) {
        assert_eq!(written(Letters::All, draw), expected);
    }

    fn check_text(letters: Letters, text: &str, expected: &str) {
        let draw = |buffer: &mut Buffer| {
            buffer.set_string(0, 0, text, Style::new());
        };
        assert_eq!(written(letters, draw), expected);
    }

    #[test]
    fn what_stands_together_is_written_together() {
        check(|_| {}, "");
        let draw = |buffer: &mut Buffer| {
            buffer.set_string(0, 0, "ab  cd", Style::new());
            buffer.set_string(3, 2, "e", Style::new());
        };
        check(draw, "^[1;1Hab^[5Gcd^[3;4He");
    }

    #[test]
    fn the_place_behind_an_unusual_character_is_named() {
        check_text(Letters::All, "文x", "^[1;1H文^[1;3Hx");
        check_text(Letters::All, "ก็x", "^[1;1Hก็^[1;2Hx");
        check_text(Letters::All, "e\u{302}\u{301}x", "^[1;1He\u{302}\u{301}^[1;2Hx");
        check_text(Letters::All, "ếx", "^[1;1Hếx");
    }

    #[test]
    fn a_terminal_of_ascii_gets_nothing_else() {
        check_text(Letters::Ascii, "│Đỗ 文…x", "^[1;1H?Do^[5G??^[1;7H~x");
    }

    #[test]
    fn no_cell_commands_the_terminal() {
        let draw = |buffer: &mut Buffer| {
            for (y, symbol) in [(0, "\x1b[31m"), (1, "\u{9b}"), (2, "a\u{202E}")] {
                buffer[(0, y)].set_symbol(symbol);
            }
        };
        check(draw, "^[1;1H?^[2;1H?^[3;1H?");
    }

    #[test]
    fn only_what_is_different_in_a_look_is_said() {
        let draw = |buffer: &mut Buffer| {
            buffer.set_string(0, 0, "a", Style::new().red().bold());
            buffer.set_string(1, 0, "b", Style::new().red().bold().italic());
            buffer.set_string(2, 0, "c", Style::new().red());
            buffer.set_string(3, 0, "d", Style::new());
        };
        let red = "^[31m";
        check(draw, &format!("^[1;1H{red}^[1ma^[3mb^[0m{red}c^[0md"));
    }
}
