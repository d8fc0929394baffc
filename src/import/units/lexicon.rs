//! The words of which names of units are made, and those that end a name; what each list is for stands in the file.

use std::sync::LazyLock;

use super::super::phrases::{Phrases, sections};

const FILE: &str = include_str!("../../../data/words/units.txt");

/// The lists of the file.
pub(super) struct Lexicon {
    pub plurals: Phrases,
    pub heads: Phrases,
    pub false_heads: Phrases,
    pub organisations: Phrases,
    pub needy: Phrases,
    pub fields: Phrases,
    /// One list a family.
    pub families: Vec<Phrases>,
    pub whole_names: Phrases,
    pub tails: Phrases,
    pub relative: Phrases,
    pub purpose_heads: Phrases,
    pub shared: Phrases,
    pub settled: Phrases,
    pub nominal: Phrases,
    pub second_syllables: Phrases,
    pub compounds: Phrases,
    pub nouns: Phrases,
    pub closing: Phrases,
    pub places: Phrases,
    pub behind_places: Phrases,
    pub plain_predicates: Phrases,
    pub predicates: Phrases,
}

/// The lists, read once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let list = |name| Phrases::section(FILE, name);
    let families = sections(FILE).into_iter().filter(|(name, _)| name.starts_with("family "));
    Lexicon {
        plurals: list("plurals"),
        heads: list("heads"),
        false_heads: list("false heads"),
        organisations: list("organisations"),
        needy: list("needy"),
        fields: list("fields"),
        families: families.map(|(_, phrases)| phrases.into_iter().collect()).collect(),
        whole_names: list("whole names"),
        tails: list("tails"),
        relative: list("relative"),
        purpose_heads: list("purpose heads"),
        shared: list("shared"),
        settled: list("settled"),
        nominal: list("nominal"),
        second_syllables: list("second syllables"),
        compounds: list("compounds"),
        nouns: list("nouns"),
        closing: list("closing"),
        places: list("places"),
        behind_places: list("behind places"),
        plain_predicates: list("plain predicates"),
        predicates: list("predicates"),
    }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::words::Words;

    #[test]
    fn every_list_is_filled_and_every_phrase_can_be_found() {
        for (name, phrases) in sections(FILE) {
            assert!(!phrases.is_empty(), "{name}");
            for phrase in phrases {
                assert_eq!(
                    Words::of(phrase).phrase(0, phrase),
                    Some(Words::of(phrase).len()),
                    "{name}: {phrase}"
                );
            }
        }
    }
}
