//! The best of many hits first.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use unicode_normalization::UnicodeNormalization;

use super::index::{Index, TaskRef};
use super::search::words;
use crate::domain::Task;
use crate::text::fold;

/// More hits than these nobody reads one by one: they stay in the order of the plans, and come at once.
const RANKED: usize = 2_000;

/// So many of the best are told apart by their scores.
const SCORED: usize = 500;

/// Where the words stand in a task, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Each begins a word of the title.
    TitleWords,
    /// Each begins a word of its text.
    Words,
    /// Each is somewhere in its text.
    Parts,
    /// Some are only in a unit's name or in an item above.
    Around,
}

/// The hits of a search in the order of how well they fit: those with the very accents that were typed, then those
/// where the words begin words, then by the fuzzy score of the title, then as they came. Thousands of hits stay as
/// they came: another letter is on its way.
#[must_use]
pub fn ranked(index: &Index, typed: &str, hits: &[TaskRef]) -> Vec<TaskRef> {
    if hits.len() > RANKED {
        return hits.to_vec();
    }
    let words = words(typed);
    let accents = accented(typed);
    let class = |hit: &TaskRef| {
        let task = index.plan(*hit).tracked().task(hit.place());
        let inexact = !accents.is_empty() && !accents.iter().all(|word| has_exactly(task, word));
        (inexact, fit(index, *hit, &words))
    };
    let mut classed: Vec<_> = hits.iter().map(|hit| (class(hit), 0, *hit)).collect();
    classed.sort_by_key(|(class, _, _)| *class);
    let scored = classed.len().min(SCORED);
    let matcher = SkimMatcherV2::default().ignore_case();
    let pattern = fold(typed);
    for (_, score, hit) in &mut classed[..scored] {
        let title = index.plan(*hit).text().title(hit.place());
        *score = -matcher.fuzzy_match(title, &pattern).unwrap_or(0);
    }
    classed[..scored].sort_by_key(|(class, score, _)| (*class, *score));
    classed.into_iter().map(|(_, _, hit)| hit).collect()
}

fn fit(index: &Index, hit: TaskRef, words: &[String]) -> Fit {
    let text = index.plan(hit).text();
    let (title, whole) = (text.title(hit.place()), text.of(hit.place()));
    if words.iter().all(|word| begins_a_word(title, word)) {
        Fit::TitleWords
    } else if words.iter().all(|word| begins_a_word(whole, word)) {
        Fit::Words
    } else if words.iter().all(|word| whole.contains(word.as_str())) {
        Fit::Parts
    } else {
        Fit::Around
    }
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

/// The typed words that carry accents, each in small letters, with a capital, and in capitals.
fn accented(typed: &str) -> Vec<[String; 3]> {
    let typed: String = typed.nfc().collect();
    let with_accents = typed.split_whitespace().filter(|word| fold(word) != word.to_lowercase());
    with_accents.map(|word| [word.to_lowercase(), capital(word), word.to_uppercase()]).collect()
}

fn capital(word: &str) -> String {
    let word = word.to_lowercase();
    let mut rest = word.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

/// Whether a word stands in a task with its accents. Files are in NFC, so bytes can be compared.
fn has_exactly(task: &Task, word: &[String; 3]) -> bool {
    word.iter().any(|form| task.title.contains(form.as_str()) || task.text.contains(form.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Search;
    use crate::query::fixture::{Office, names};
    use serde_json::json;

    fn check(typed: &str, expected: &[&str]) {
        let office = Office::new().plan(
            "a",
            &json!([
                {"id": "inside", "title": "Thu thập số liệu"},
                {"id": "begins", "title": "Lập kế hoạch tháng"},
                {"id": "text", "title": "Báo cáo", "text": "Lập báo cáo thập kỷ"},
                {"id": "other", "title": "Ke hoach tập huấn"},
                {"id": "early", "title": "Tháp nước"},
            ]),
        );
        let index = office.index();
        let mut search = Search::default();
        search.update(&index, typed);
        let ranked = ranked(&index, typed, search.hits().unwrap());
        assert_eq!(names(&index, &ranked), expected, "{typed}");
    }

    #[test]
    fn words_that_begin_words_of_the_title_come_first() {
        check("hap", &["inside", "early", "text"]);
        check("tha", &["early", "inside", "begins", "text"]);
    }

    #[test]
    fn typed_accents_rank_exact_matches_first() {
        check("ke hoach", &["other", "begins"]);
        check("kế hoạch", &["begins", "other"]);
        check("KẾ", &["begins", "other"]);
    }
}
