//! Lists of phrases, embedded from `data/words`.
//!
//! A file has sections `[name]` of phrases parted by `|` and line ends; lines that open with `#` are comments.

use std::collections::HashMap;

use super::words::Words;

/// The sections of a file in its order: the name and the phrases. A name may come again.
pub(super) fn sections(file: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in file.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            sections.push((name, Vec::new()));
        } else if let Some((_, phrases)) = sections.last_mut() {
            phrases.extend(line.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()));
        }
    }
    sections
}

/// Phrases to be found at a place of a text, sorted by their first letter.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases(HashMap<char, Vec<&'static str>>);

impl Phrases {
    /// Those of a section.
    pub fn section(file: &'static str, name: &str) -> Self {
        let found = sections(file).into_iter().filter(|(section, _)| *section == name);
        found.flat_map(|(_, phrases)| phrases).collect()
    }

    /// The place after the longest phrase that stands here.
    pub fn at(&self, words: &Words<'_>, at: usize) -> Option<usize> {
        self.here(words, at).max()
    }

    /// Whether a phrase ends just before a place.
    pub fn end_at(&self, words: &Words<'_>, end: usize) -> bool {
        (end.saturating_sub(Words::LONGEST)..end).any(|at| self.here(words, at).any(|after| after == end))
    }

    fn here(&self, words: &Words<'_>, at: usize) -> impl Iterator<Item = usize> {
        let phrases = words.at(at).chars().next().and_then(|letter| self.0.get(&letter));
        phrases.into_iter().flatten().filter_map(move |phrase| words.phrase(at, phrase))
    }
}

impl FromIterator<&'static str> for Phrases {
    fn from_iter<I: IntoIterator<Item = &'static str>>(phrases: I) -> Self {
        let mut sorted: HashMap<char, Vec<&'static str>> = HashMap::new();
        for phrase in phrases {
            sorted.entry(phrase.chars().next().unwrap_or_default()).or_default().push(phrase);
        }
        Self(sorted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_hold_phrases() {
        let file = "# words\n[one]\na b | c\nd\n\n[two]\n[one]\ne |";
        assert_eq!(sections(file), [("one", vec!["a b", "c", "d"]), ("two", vec![]), ("one", vec!["e"])]);
    }

    #[test]
    fn no_phrase_of_a_section_stands_twice_and_no_line_is_wider_than_the_others() {
        const WIDEST: usize = 128;
        for file in [include_str!("../../data/words/labels.txt"), include_str!("../../data/words/units.txt")]
        {
            for line in file.lines() {
                assert!(line.chars().count() <= WIDEST, "{line}");
            }
            for (name, phrases) in sections(file) {
                let mut seen = std::collections::HashSet::new();
                for phrase in phrases {
                    assert!(seen.insert(phrase), "[{name}] {phrase}");
                }
            }
        }
    }

    #[test]
    fn the_longest_phrase_is_found() {
        let phrases: Phrases = ["ban", "ban chỉ đạo"].into_iter().collect();
        let words = Words::of("các Ban Chỉ đạo tỉnh");
        assert_eq!(phrases.at(&words, 1), Some(4));
        assert_eq!(phrases.at(&words, 0), None);
        assert!(phrases.end_at(&words, 4));
        assert!(phrases.end_at(&words, 2));
        assert!(!phrases.end_at(&words, 3));
    }
}
