//! Folding for search: what a person types without accents finds what stands there with them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::letter::Bare;

/// Folds a text for search: without accents, tones, case and invisible characters, đ as d, every dash a hyphen, runs
/// of space one space and none at the ends. Composed and decomposed spellings fold alike.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each(text, |c, _| folded.push(c));
    folded
}

/// A folded text that remembers where each of its characters came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each character of `text`, the byte of the original at which the character that it came from starts.
    pub map: Vec<usize>,
}

impl Folded {
    /// Folds a text, with the map.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(original.len()), map: Vec::with_capacity(original.len()) };
        each(original, |c, byte| {
            folded.text.push(c);
            folded.map.push(byte);
        });
        folded
    }

    /// The stretches of the original that folded characters came from, whole graphemes, neighbours joined; `chars` are
    /// positions in the folded text, counted in characters. Those out of range are left out.
    #[must_use]
    pub fn stretches(&self, original: &str, chars: impl IntoIterator<Item = usize>) -> Vec<Range<usize>> {
        let mut bytes: Vec<usize> = chars.into_iter().filter_map(|c| self.map.get(c).copied()).collect();
        bytes.sort_unstable();
        let mut bytes = bytes.into_iter().peekable();
        let mut found: Vec<Range<usize>> = Vec::new();
        for (start, grapheme) in original.grapheme_indices(true) {
            let end = start + grapheme.len();
            let mut hit = false;
            while bytes.next_if(|byte| *byte < end).is_some() {
                hit = true;
            }
            match found.last_mut() {
                _ if !hit => {}
                Some(last) if last.end == start => last.end = end,
                _ => found.push(start..end),
            }
        }
        found
    }
}

/// Calls `push` with each folded character and the byte of the original that it came from.
fn each(text: &str, mut push: impl FnMut(char, usize)) {
    let table = Bare::new();
    let mut gap = None;
    let mut started = false;
    for (byte, c) in text.char_indices() {
        table.of(c, |bare| {
            if bare == ' ' || bare.is_whitespace() {
                gap.get_or_insert(byte);
                return;
            }
            if let Some(space) = gap.take().filter(|_| started) {
                push(' ', space);
            }
            started = true;
            push(bare, byte);
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn accents_tones_case_and_spaces_are_folded() {
        for (text, expected) in [
            ("Sở Nội vụ", "so noi vu"),
            ("ĐỖ ĐỨC", "do duc"),
            ("  Ủy\u{a0}ban \t nhân\ndân ", "uy ban nhan dan"),
            ("Lao động – Thương binh", "lao dong - thuong binh"),
            ("Ke\u{302}\u{301} hoa\u{323}ch", "ke hoach"),
            ("", ""),
            ("\u{301}", ""),
        ] {
            assert_eq!(fold(text), expected, "{text:?}");
        }
    }

    fn marked(text: &str, needle: &str) -> Vec<String> {
        let folded = Folded::new(text);
        let start = folded.text.find(needle).expect(needle);
        let start = folded.text[..start].chars().count();
        let stretches = folded.stretches(text, start..start + needle.chars().count());
        stretches.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_match_is_marked_in_the_original() {
        assert_eq!(marked("Giao Sở Nội vụ", "noi"), ["Nội"]);
        let decomposed: String = "Giao Sở Nội vụ".nfd().collect();
        let noi: String = "Nội".nfd().collect();
        assert_eq!(marked(&decomposed, "noi"), [noi]);
        assert_eq!(Folded::new("abc").stretches("abc", [0, 2, 9]), [0..1, 2..3]);
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_fold_alike(text in "[a-zàáảãạăâđêôơưế ủ\u{301}\u{323}-]{0,40}") {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&composed), fold(&decomposed));
        }

        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_map_points_at_characters(text in any::<String>()) {
            let folded = Folded::new(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            prop_assert_eq!(folded.text.chars().count(), folded.map.len());
            prop_assert!(folded.map.is_sorted());
            prop_assert!(folded.map.iter().all(|byte| text[*byte..].chars().next().is_some()));
        }
    }
}
