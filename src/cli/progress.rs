//! How far long work has come: one line for a person who waits, written over again and again and taken off at the end.

use super::output::{is_watched, write_over};

/// The line, on standard error; silent where no person sees it, and for work in one piece.
pub struct Progress {
    all: usize,
    begun: usize,
    is_shown: bool,
}

impl Progress {
    /// Of so many pieces.
    pub fn of(all: usize) -> Self {
        Self { all, begun: 0, is_shown: all > 1 && is_watched() }
    }

    /// Begins with the next piece.
    pub fn begin(&mut self, piece: &str) {
        self.begun += 1;
        if self.is_shown {
            write_over(&format!("{}/{} {piece}", self.begun, self.all));
        }
    }

    /// Takes the line off, before anything else is printed.
    pub fn clear(&self) {
        if self.is_shown {
            write_over("");
        }
    }
}
