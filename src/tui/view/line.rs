//! Pieces of text on one line, cut to the room that they have.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::{cut_at_word, is_plain, one_line, width};
pub use crate::tui::layout::skip;

/// Writes a text at the left of an area's first line; answers the columns it took.
pub fn put(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    let text = one_line(text);
    write(buf, area, &cut_at_word(&text, area.width.into()), style)
}

/// Writes a line of pieces, each in its style; they were made harmless when they were laid out.
pub fn put_line(buf: &mut Buffer, area: Rect, line: &Line<'_>) {
    let mut area = area.intersection(buf.area);
    for span in line {
        area = skip(area, write(buf, area, &span.content, line.style.patch(span.style)));
    }
}

/// Writes a harmless text from an area's first cell on, as much of it as has room; answers the columns it took.
fn write(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    if area.is_empty() || !is_plain(text) {
        return buf.set_stringn(area.x, area.y, text, area.width.into(), style).0 - area.x;
    }
    let mut columns = area.left()..area.right();
    for (c, x) in text.chars().zip(columns.by_ref()) {
        buf[(x, area.y)].set_char(c).set_style(style);
    }
    area.width - u16::try_from(columns.len()).unwrap_or(0)
}

/// Writes a text at the right of an area's first line; answers the columns it took.
pub fn put_right(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let text = one_line(text);
    let text = cut_at_word(&text, area.width.into());
    let columns = columns(&text).min(area.width);
    put(buf, Rect { x: area.right() - columns, width: columns, ..area }, &text, style)
}

/// Writes pieces one after the other.
pub fn put_all<'t>(
    buf: &mut Buffer,
    mut area: Rect,
    pieces: impl IntoIterator<Item = (&'t str, Style)>,
) -> u16 {
    let whole = area.width;
    for (text, style) in pieces {
        area = skip(area, put(buf, area, text, style));
    }
    whole - area.width
}

/// One line of an area; an empty one where the area has no such line.
#[must_use]
pub fn nth(area: Rect, line: usize) -> Rect {
    let line = u16::try_from(line).unwrap_or(u16::MAX);
    if line >= area.height {
        return Rect { height: 0, width: 0, ..area };
    }
    Rect { y: area.y + line, height: 1, ..area }
}

/// The columns of a harmless text.
#[must_use]
pub fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hostile_is_shown_by_its_name() {
        let area = Rect::new(0, 0, 24, 1);
        let mut buf = Buffer::empty(area);
        put(&mut buf, area, "a\u{202E}b\u{1b}[31m", Style::new());
        let shown: String = buf.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(shown.trim_end(), "a<U+202E>b\\x1b[31m");
    }
}
