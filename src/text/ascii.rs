//! Text for terminals that show nothing but ASCII: letters without their accents, everything else a stand-in of its width.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::letter::{is_dash, is_quote};
use super::width::width;

/// Writes a sanitised text in ASCII, in as many columns as it takes: "Đỗ Đức – “文”" becomes `Do Duc - "??"`.
#[must_use]
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.graphemes(true).map(|letter| stand_in(letter, width(letter))).collect())
}

/// What stands for one letter as a reader counts them.
fn stand_in(letter: &str, columns: usize) -> String {
    let signs = letter.chars().map(|c| sign(c).unwrap_or(c));
    let bare: String = signs.nfkd().filter(char::is_ascii).collect();
    if bare.len() == columns { bare } else { "?".repeat(columns) }
}

/// What looks most like a sign that does not fall apart into ASCII.
fn sign(c: char) -> Option<char> {
    Some(match c {
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        '…' => '~',
        '•' | '·' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        dash if is_dash(dash) => '-',
        quote if is_quote(quote) && !quote.is_ascii() => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::one_line;

    #[test]
    fn vietnamese_stays_readable() {
        for (text, expected) in [
            ("Đỗ Đức – “Kế hoạch” số 45/KH-UBND", "Do Duc - \"Ke hoach\" so 45/KH-UBND"),
            ("Uỷ ban nhân dân…", "Uy ban nhan dan~"),
            ("Nguye\u{302}\u{303}n", "Nguyen"),
            ("文 ½ ✓", "?? ? ?"),
            ("Quý\u{a0}I · 12’", "Quy I - 12'"),
        ] {
            assert_eq!(ascii(text), expected);
        }
        assert!(matches!(ascii("plain"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn it_is_ascii_and_as_wide(text: String) {
            let text = one_line(&text).into_owned();
            let shown = ascii(&text).into_owned();
            prop_assert!(shown.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{:?}", shown);
            prop_assert_eq!(width(&shown), width(&text));
        }
    }
}
