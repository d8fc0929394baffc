//! Rich text cut into groups, control words and letters.

use memchr::memchr3;

/// A piece of rich text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'b> {
    /// A group opens.
    Open,
    /// A group closes.
    Close,
    /// A control word and its number.
    Word(&'b str, Option<i32>),
    /// A control that is a sign.
    Sign(u8),
    /// A letter by its number in the document's encoding.
    Letter(u8),
    /// Letters as they stand.
    Letters(&'b [u8]),
}

/// The tokens of rich text. Bytes that are no text, as pictures may have them, are passed over.
pub(super) struct Tokens<'b>(pub &'b [u8]);

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        match *self.0.first()? {
            b'{' => self.take(1).map(|_| Token::Open),
            b'}' => self.take(1).map(|_| Token::Close),
            b'\\' => {
                self.take(1)?;
                self.control()
            }
            _ => {
                let end = memchr3(b'{', b'}', b'\\', self.0).unwrap_or(self.0.len());
                self.take(end).map(Token::Letters)
            }
        }
    }
}

impl<'b> Tokens<'b> {
    /// The next bytes, which are passed.
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn take_while(&mut self, is_own: fn(&u8) -> bool) -> &'b str {
        let count = self.0.iter().take_while(|byte| is_own(byte)).count();
        self.take(count).and_then(|taken| std::str::from_utf8(taken).ok()).unwrap_or_default()
    }

    /// What stands behind a backslash.
    fn control(&mut self) -> Option<Token<'b>> {
        let name = self.take_while(u8::is_ascii_alphabetic);
        if name.is_empty() {
            let sign = self.take(1)?[0];
            return Some(if sign == b'\'' { Token::Letter(self.number()?) } else { Token::Sign(sign) });
        }
        let minus = self.0.starts_with(b"-");
        let from = usize::from(minus);
        self.take(from)?;
        let digits = self.take_while(u8::is_ascii_digit);
        let number = digits.parse::<i32>().ok().map(|number| if minus { -number } else { number });
        if self.0.starts_with(b" ") {
            self.take(1)?;
        }
        if name == "bin" {
            let count = usize::try_from(number.unwrap_or_default()).unwrap_or_default();
            self.take(count.min(self.0.len()))?;
        }
        Some(Token::Word(name, number))
    }

    /// A number of two hexadecimal digits.
    fn number(&mut self) -> Option<u8> {
        let digits = std::str::from_utf8(self.take(2)?).ok()?;
        u8::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_words_and_letters() {
        let tokens: Vec<Token> = Tokens(b"{\\b0 a\\u-5 \\'e9\\~\\bin3 }{\\z}").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("b", Some(0)),
                Token::Letters(b"a"),
                Token::Word("u", Some(-5)),
                Token::Letter(0xE9),
                Token::Sign(b'~'),
                Token::Word("bin", Some(3)),
                Token::Letters(b"z"),
                Token::Close,
            ]
        );
        assert_eq!(Tokens(b"\\").next(), None);
        assert_eq!(Tokens(b"\\'z").next(), None);
    }
}
