//! A line of pieces in their styles: the only way by which an escape sequence comes to the output.

use std::fmt::Write;

use anstyle::Style;

use crate::text::one_line;

/// A line for the terminal. Its escape sequences are those of the styles; every text in it was made harmless.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Styled(String);

impl Styled {
    /// Adds a text, made harmless, in a style.
    pub fn push(&mut self, text: &str, style: Style) {
        let text = one_line(text);
        if style == Style::new() {
            self.0.push_str(&text);
        } else {
            // Writing to a string does not fail.
            let _ = write!(self.0, "{style}{text}{style:#}");
        }
    }

    /// Adds so many spaces.
    pub fn indent(&mut self, columns: usize) {
        self.0.extend(std::iter::repeat_n(' ', columns));
    }

    /// The line with its escape sequences.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_obeyed_and_texts_are_not() {
        let mut line = Styled::default();
        line.push("\x1b[31mSở", Style::new());
        line.indent(2);
        line.push("Nội\u{9b}1m\nvụ", Style::new().bold());
        assert_eq!(line.as_str(), "\\x1b[31mSở  \x1b[1mNội<U+009B>1m vụ\x1b[0m");
    }
}
