//! How many columns a text takes on a terminal, and cutting it to fit.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::letter;

/// Stands for what was cut off.
const ELLIPSIS: &str = "…";

/// Whether each character stands in a column of its own: a quick answer, and yes for nearly all Vietnamese text.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    text.chars().all(letter::is_plain)
}

/// The columns that a sanitised text takes, grapheme by grapheme, as a terminal's cells do.
#[must_use]
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.chars().count();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Cuts a sanitised text to at most so many columns, between graphemes, with an ellipsis where something is missing.
#[must_use]
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if fits(text, columns) {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(width(ELLIPSIS)) else { return Cow::Borrowed("") };
    let kept = text[..fitting(text, room)].trim_end();
    Cow::Owned([kept, ELLIPSIS].concat())
}

/// Cuts a sanitised text as [`cut`] does, but at the end of a word where one is near: a syllable torn in two reads as
/// another one.
#[must_use]
pub fn cut_at_word(text: &str, columns: usize) -> Cow<'_, str> {
    /// No Vietnamese syllable is longer.
    const NEAR: usize = 8;
    if fits(text, columns) {
        return Cow::Borrowed(text);
    }
    let end = fitting(text, columns.saturating_sub(width(ELLIPSIS)));
    let kept = &text[..end];
    if text[end..].starts_with(' ') {
        return cut(text, columns);
    }
    match kept.rfind(' ') {
        Some(space) if width(&kept[space..]) <= NEAR && !kept[..space].trim().is_empty() => {
            Cow::Owned([kept[..space].trim_end(), ELLIPSIS].concat())
        }
        _ => cut(text, columns),
    }
}

/// Whether a sanitised text takes no more than so many columns; looks no further than to where it does.
#[must_use]
pub fn fits(text: &str, columns: usize) -> bool {
    fitting(text, columns) == text.len()
}

/// The byte up to which whole graphemes fit into so many columns.
pub(super) fn fitting(text: &str, columns: usize) -> usize {
    let mut ahead = text.char_indices();
    for column in 0..=columns {
        match ahead.next() {
            None => return text.len(),
            Some((_, c)) if !letter::is_plain(c) => break,
            Some((at, _)) if column == columns => return at,
            Some(_) => {}
        }
    }
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
        for c in ('\0'..='\u{FFFF}').filter(|c| letter::is_plain(*c)) {
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

    #[test]
    fn no_syllable_is_torn_where_a_word_ends_nearby() {
        for (text, columns, expected) in [
            ("Kế hoạch", 8, "Kế hoạch"),
            ("Kế hoạch", 7, "Kế…"),
            ("Quy chế dân chủ", 13, "Quy chế dân…"),
            ("Quy chế dân chủ", 12, "Quy chế dân…"),
            ("Quy chế dân chủ", 11, "Quy chế…"),
            ("12/BC-UBND-2022-NV", 12, "12/BC-UBND-…"),
            (" Kế hoạch", 4, " Kế…"),
            ("abc", 0, ""),
        ] {
            assert_eq!(cut_at_word(text, columns), expected, "{text} in {columns}");
        }
    }

    proptest! {
        #[test]
        fn a_cut_text_fits(text in any::<String>(), columns in 0_usize..20) {
            let text = crate::text::one_line(&text).into_owned();
            prop_assert!(width(&cut(&text, columns)) <= columns);
            prop_assert!(width(&cut_at_word(&text, columns)) <= columns);
        }
    }
}
