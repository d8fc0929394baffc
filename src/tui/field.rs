//! A line of text that is typed.

use crate::action::{Chord, Key};

/// The text and the cursor in it.
#[derive(Debug, Clone, Default)]
pub struct Field {
    text: String,
}

impl Field {
    /// A field that holds a text already.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes a key; answers whether it changed the text.
    pub fn key(&mut self, chord: Chord) -> bool {
        if let Some(c) = chord.typed() {
            self.text.push(c);
            return true;
        }
        if chord.key() == Key::Backspace {
            return self.text.pop().is_some();
        }
        false
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

impl Field {
    /// What of the text fits into so many columns, and the column of the cursor.
    #[must_use]
    pub fn window(&self, columns: u16) -> (String, u16) {
        let text = crate::text::one_line(&self.text).into_owned();
        let width = u16::try_from(crate::text::width(&text)).unwrap_or(u16::MAX);
        (text, width.min(columns.saturating_sub(1)))
    }
}
