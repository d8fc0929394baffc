//! Units that the document names where nothing but a name can stand, behind labels and in cells: they tell where a name
//! ends in a sentence whose verb no list knows.

use std::collections::HashSet;

use crate::domain::{Assignment, Role};

use super::super::trace::Sureness;
use super::super::units::{is_complete, is_purposed, may_end, verb};
use super::super::words::Words;
use super::of_sentence;

/// Such units.
#[derive(Debug, Default)]
pub struct Known {
    names: HashSet<String>,
}

impl FromIterator<String> for Known {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        const LEAST: usize = 2;
        let spelled = |name: String| {
            let words = Words::of(&name);
            (words.len() >= LEAST && !is_purposed(&words)).then(|| spelled(&words, 0, words.len()))
        };
        Self { names: names.into_iter().filter_map(spelled).collect() }
    }
}

impl Known {
    /// What [`of_sentence`] reads, with names that run on into an unknown verb cut at that of a known unit, and a known unit
    /// that opens the sentence in front of such a verb. Both are likely.
    #[must_use]
    pub fn of_sentence(&self, text: &str) -> Vec<(Assignment, Sureness)> {
        let mut found = of_sentence(text);
        for (assignment, sureness) in found.iter_mut().filter(|(read, _)| read.label.is_none()) {
            if let Some(unit) = self.without_verb(&assignment.unit) {
                assignment.unit = unit;
                *sureness = Sureness::Likely.min(*sureness);
            }
        }
        if found.is_empty()
            && let Some(unit) = self.subject(text)
        {
            found.push((Assignment { role: Role::Lead, unit, label: None, via: None }, Sureness::Likely));
        }
        found
    }

    /// "Tổ tư vấn | trực tại phòng": the known unit that a longer name in small letters opens with.
    fn without_verb(&self, name: &str) -> Option<String> {
        const REST: usize = 3;
        let words = Words::of(name);
        if self.names.contains(&spelled(&words, 0, words.len())) {
            return None;
        }
        let small = |end: usize| (end..words.len()).all(|at| !words.is_capital(at));
        // "Đội tuyên truyền lưu động huyện" is another body; "trực tại xã" is where one acts.
        let at_place =
            |from: usize| (from..words.len()).any(|at| matches!(words.at(at), "tại" | "ở" | "trên" | "cho"));
        let other = |end: usize| is_complete(&words, words.len()) && !at_place(end);
        // "Phó Hiệu trưởng phụ trách chuyên môn" is whole: a verb that is known was taken in on purpose.
        self.opening(&words, 0)
            .filter(|end| verb(&words, *end).is_none())
            .filter(|end| words.len() >= end + REST && small(*end) && !other(*end))
            .map(|end| words.slice(0, end).to_owned())
    }

    /// "Phòng Kỹ thuật | dán nhãn máy móc": the known unit that opens a sentence.
    fn subject(&self, text: &str) -> Option<String> {
        const REST: usize = 2;
        let words = Words::of(text);
        let start = (0..words.len()).find(|at| words.at(*at).starts_with(char::is_alphanumeric))?;
        let end = self.opening(&words, start)?;
        let is_small = |at: usize| words.at(at).starts_with(char::is_alphabetic) && !words.is_capital(at);
        (end..end + REST).all(is_small).then(|| words.slice(start, end).to_owned())
    }

    /// Where the longest known unit ends that opens at a place, if its name may end there.
    fn opening(&self, words: &Words<'_>, start: usize) -> Option<usize> {
        const LONGEST: usize = 16;
        let ends = (start + 2..words.len().min(start + LONGEST)).rev();
        ends.into_iter()
            .find(|end| self.names.contains(&spelled(words, start, *end)))
            .filter(|end| may_end(words, *end))
    }
}

fn spelled(words: &Words<'_>, from: usize, to: usize) -> String {
    (from..to).map(|at| words.at(at)).collect::<Vec<_>>().join(" ")
}
