//! Breaking a text into lines.

use unicode_segmentation::UnicodeSegmentation;

use super::width::fitting;

/// Breaks a sanitised text into lines of at most so many columns: at line feeds, else at spaces, and inside a word only
/// where it is longer than a line. A grapheme wider than a line stands alone. An empty text has one empty line.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut rest = paragraph.trim_end();
        loop {
            let fits = fitting(rest, columns);
            if fits == rest.len() {
                break;
            }
            let (line, after) = rest.split_at(break_in(rest, fits));
            lines.push(line.trim_end());
            rest = after.trim_start();
        }
        // Only a paragraph that is empty from the start is an empty line.
        if !rest.is_empty() || paragraph.trim_end().is_empty() {
            lines.push(rest);
        }
    }
    lines
}

/// The byte at which a text is broken of which so many bytes fit on a line; never 0.
fn break_in(text: &str, fits: usize) -> usize {
    if text[fits..].starts_with(' ') {
        return fits.max(1);
    }
    let indent = text.len() - text.trim_start().len();
    match text[..fits].rfind(' ').filter(|space| *space >= indent) {
        Some(space) => space + 1,
        None if fits > 0 => fits,
        None => text.graphemes(true).next().map_or(text.len(), str::len),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::width::width;
    use super::*;

    fn check(text: &str, columns: usize, expected: &[&str]) {
        assert_eq!(wrap(text, columns), expected, "{text} in {columns}");
    }

    #[test]
    fn lines_break_at_spaces() {
        check("Sở Nội vụ tham mưu", 10, &["Sở Nội vụ", "tham mưu"]);
        check("Sở Nội vụ", 9, &["Sở Nội vụ"]);
        check("một\nhai ba", 4, &["một", "hai", "ba"]);
        check("", 5, &[""]);
        check("a\n\nb", 5, &["a", "", "b"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        check("abcdefgh ij", 3, &["abc", "def", "gh", "ij"]);
        check("文字", 1, &["文", "字"]);
        check("  abcdef", 4, &["  ab", "cdef"]);
    }

    #[test]
    fn a_long_text_is_broken_in_one_go() {
        assert_eq!(wrap(&"một hai ".repeat(100_000), 80).len(), 10_000);
        assert_eq!(wrap(&"x".repeat(1_000_000), 80).len(), 12_500);
    }

    proptest! {
        #[test]
        fn every_line_fits_and_no_letter_is_lost(text in "[a-zế文 \n]{0,80}", columns in 2_usize..20) {
            let lines = wrap(&text, columns);
            prop_assert!(lines.iter().all(|line| width(line) <= columns));
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
