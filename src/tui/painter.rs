//! From a drawn frame to the bytes that change the screen: one write a frame, none when nothing changed.

use std::io::{self, Write};
use std::mem;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal};

use super::letters::Letters;
use super::pen;

/// Paints frames on a terminal that takes bytes.
#[derive(Debug)]
pub struct Painter<W: Write> {
    terminal: Terminal<Canvas<W>>,
}

impl<W: Write> Painter<W> {
    /// Makes a painter for a screen that is blank, its cursor hidden, and of this size.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn new(out: W, size: Size, letters: Letters) -> io::Result<Self> {
        Ok(Self { terminal: Terminal::new(Canvas::new(out, size, letters))? })
    }

    /// Draws a frame and writes what is different from the one before.
    ///
    /// A window without a single cell is not drawn at all.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if self.terminal.backend().size.area() == 0 {
            return Ok(());
        }
        self.terminal.draw(draw).map(drop)
    }

    /// Forgets what the screen shows, so that the next frame is painted whole, at this size.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn repaint(&mut self, size: Size) -> io::Result<()> {
        let canvas = self.terminal.backend_mut();
        (canvas.size, canvas.cursor) = (size, None);
        queue!(canvas.inner, Hide, Clear(crossterm::terminal::ClearType::All))?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }
}

/// The backend under ratatui: gathers a frame, and says no more than is needed.
#[derive(Debug)]
struct Canvas<W: Write> {
    inner: CrosstermBackend<Gathered<W>>,
    size: Size,
    letters: Letters,
    /// Where the cursor shows, if it does.
    cursor: Option<Position>,
    /// Whether cells were written since the cursor was placed.
    moved: bool,
}

impl<W: Write> Canvas<W> {
    fn new(out: W, size: Size, letters: Letters) -> Self {
        let inner = CrosstermBackend::new(Gathered { out, frame: Vec::new() });
        Self { inner, size, letters, cursor: None, moved: false }
    }
}

impl<W: Write> Backend for Canvas<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.moved = true;
        pen::write(&mut self.inner, self.letters, content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor.take().is_none() {
            return Ok(());
        }
        queue!(self.inner, Hide)
    }

    /// Does nothing: ratatui places the cursor right afterwards, and that shows it.
    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Tells where the cursor was put last; the terminal is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        let (shown, moved) = (self.cursor.replace(position), mem::take(&mut self.moved));
        if moved || shown != Some(position) {
            queue!(self.inner, MoveTo(position.x, position.y))?;
        }
        if shown.is_none() {
            queue!(self.inner, Show)?;
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Does nothing: the one who repaints has cleared already, within the same frame.
    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

/// Bytes that are written at once, between the marks of a synchronised update.
#[derive(Debug)]
struct Gathered<W: Write> {
    out: W,
    frame: Vec<u8>,
}

impl<W: Write> Write for Gathered<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.frame.is_empty() {
            queue!(self.frame, BeginSynchronizedUpdate)?;
        }
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        let written = self.out.write_all(&self.frame);
        self.frame.clear();
        written
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;

    /// Keeps every write apart.
    #[derive(Clone, Default)]
    struct Writes(Rc<RefCell<Vec<String>>>);

    impl Write for Writes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().push(String::from_utf8(bytes.to_vec()).unwrap());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn painter(size: Size) -> (Painter<Writes>, Writes) {
        let writes = Writes::default();
        (Painter::new(writes.clone(), size, Letters::All).unwrap(), writes)
    }

    fn show(painter: &mut Painter<Writes>, text: &str, cursor: Option<u16>) {
        painter
            .draw(|frame| {
                frame.render_widget(text, frame.area());
                if let Some(column) = cursor {
                    frame.set_cursor_position((column, 0));
                }
            })
            .unwrap();
    }

    #[test]
    fn a_frame_is_one_write_and_an_unchanged_one_none() {
        let (mut painter, writes) = painter(Size::new(10, 2));
        show(&mut painter, "kế hoạch", None);
        assert_eq!(writes.0.borrow().len(), 1);
        let first = writes.0.borrow()[0].clone();
        assert!(first.starts_with("\x1b[?2026h") && first.ends_with("\x1b[?2026l"), "{first:?}");
        show(&mut painter, "kế hoạch", None);
        assert_eq!(writes.0.borrow().len(), 1);
    }

    #[test]
    fn the_cursor_is_placed_after_what_moved_it_and_hidden_once() {
        let (mut painter, writes) = painter(Size::new(10, 2));
        show(&mut painter, "a", Some(1));
        assert!(writes.0.borrow()[0].contains("\x1b[1;2H\x1b[?25h"));
        show(&mut painter, "ab", Some(2));
        show(&mut painter, "ab", Some(2));
        assert_eq!(writes.0.borrow().len(), 2);
        assert!(!writes.0.borrow()[1].contains("\x1b[?25h"));
        show(&mut painter, "ax", Some(2));
        assert!(writes.0.borrow()[2].ends_with("\x1b[1;3H\x1b[?2026l"), "{:?}", writes.0.borrow()[2]);
        show(&mut painter, "ax", None);
        show(&mut painter, "ax", None);
        assert_eq!(writes.0.borrow()[3..], ["\x1b[?2026h\x1b[?25l\x1b[?2026l"]);
    }

    #[test]
    fn a_repaint_clears_and_paints_in_one_write() {
        let (mut painter, writes) = painter(Size::new(10, 2));
        show(&mut painter, "abc", Some(0));
        painter.repaint(Size::new(4, 1)).unwrap();
        show(&mut painter, "abc", Some(0));
        assert_eq!(writes.0.borrow().len(), 2);
        let whole = writes.0.borrow()[1].clone();
        assert!(whole.starts_with("\x1b[?2026h\x1b[?25l\x1b[2J") && whole.contains("abc"), "{whole:?}");
        assert!(whole.contains("\x1b[?25h"), "{whole:?}");
    }

    #[test]
    fn every_size_can_be_drawn() {
        for (columns, rows) in [(0, 0), (0, 9), (9, 0), (1, 1), (1_000, 500)] {
            let (mut painter, _) = painter(Size::new(80, 24));
            painter.repaint(Size::new(columns, rows)).unwrap();
            show(&mut painter, "kế hoạch\ntuần", Some(0));
        }
    }
}
