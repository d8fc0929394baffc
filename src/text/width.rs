//! How many columns a text takes on a terminal, and cutting it to fit.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::letter::is_plain;

/// Stands for what was cut off.
const ELLIPSIS: &str = "…";

/// The columns that a sanitised text takes, grapheme by grapheme, as a terminal's cells do.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.chars().all(is_plain) {
        return text.chars().count();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Cuts a sanitised text to at most so many columns, between graphemes, with an ellipsis where something is missing.
#[must_use]
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(width(ELLIPSIS)) else { return Cow::Borrowed("") };
    let kept = text[..fitting(text, room)].trim_end();
    Cow::Owned([kept, ELLIPSIS].concat())
}

/// The byte up to which whole graphemes fit into so many columns.
pub(super) fn fitting(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > columns {
            return start;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn the_quick_answer_is_the_right_one() {
        for c in ('\0'..='\u{FFFF}').filter(|c| is_plain(*c)) {
            assert_eq!(c.to_string().width(), 1, "{c:?}");
        }
    }

    #[test]
    fn columns_are_not_bytes_nor_characters() {
        let decomposed: String = "Kế hoạch đỏ".nfd().collect();
        assert_eq!((width("Kế hoạch đỏ"), width(&decomposed), width("文字"), width("")), (11, 11, 4, 0));
    }

    #[test]
    fn a_cut_shows_that_something_is_missing() {
        for (text, columns, expected) in [
            ("Kế hoạch", 8, "Kế hoạch"),
            ("Kế hoạch", 7, "Kế hoạ…"),
            ("Kế hoạch", 4, "Kế…"),
            ("文字列", 4, "文…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ] {
            assert_eq!(cut(text, columns), expected, "{text} in {columns}");
        }
        let decomposed: String = "Kế hoạch".nfd().collect();
        assert_eq!(cut(&decomposed, 3), format!("{}…", "Kế".nfd().collect::<String>()));
    }

    proptest! {
        #[test]
        fn a_cut_text_fits(text in any::<String>(), columns in 0_usize..20) {
            let text = crate::text::one_line(&text).into_owned();
            prop_assert!(width(&cut(&text, columns)) <= columns);
        }
    }
}
