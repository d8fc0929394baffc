//! How alike two wordings are, by their words.

use std::collections::HashMap;

use crate::text::fold;

/// A wording as a bag of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wording {
    /// Without accents, case and marks: equal keys are the same wording.
    pub key: String,
    words: HashMap<String, u32>,
    count: u32,
}

impl Wording {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut words: HashMap<String, u32> = HashMap::new();
        let mut key = String::with_capacity(folded.len());
        let mut count = 0;
        for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *words.entry(word.to_owned()).or_default() += 1;
            key.push_str(word);
            key.push(' ');
            count += 1;
        }
        Self { key, words, count }
    }

    /// The share of words that two wordings have in common, from 0 to 100; 0 where either is empty.
    pub(super) fn likeness(&self, other: &Self) -> u32 {
        let shared: u32 =
            self.words.iter().map(|(word, n)| other.words.get(word).map_or(0, |m| *n.min(m))).sum();
        (200 * shared).checked_div(self.count + other.count).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_shared_words() {
        let likeness = |a: &str, b: &str| Wording::of(a).likeness(&Wording::of(b));
        assert_eq!(likeness("Rà soát quy chế", "RÀ SOÁT, quy chế."), 100);
        assert_eq!(likeness("Rà soát quy chế", "Rà soát kế hoạch"), 50);
        assert_eq!(likeness("", ""), 0);
    }
}
