//! The best of many hits first.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;
use unicode_normalization::UnicodeNormalization;

use super::index::{Index, IndexedPlan, TaskRef};
use super::parallel;
use super::search::words;
use crate::domain::{Place, Task};
use crate::text::fold;

/// So many that fit well nobody reads one by one: of further hits only what fits best of all is brought forward, and
/// the others stay in the order of the plans. A letter that hits everything costs no more than one that hits little.
const ENOUGH: usize = 2_000;

/// So many of the best are told apart by their scores: more than a screen shows. A score is what costs most here.
const SCORED: usize = 100;

/// How well a hit fits; the lesser, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Class {
    accents: Accents,
    fit: Fit,
}

/// Whether the typed accents are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Accents {
    /// The very ones, or none were typed.
    Same,
    /// Others.
    Other,
    /// Nobody looked.
    Unread,
}

/// Where what was typed stands, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The title begins with it.
    Start,
    /// It stands in the title, as typed, from the beginning of a word.
    Title,
    /// It stands so in the text, or in the name of a unit that has a part.
    Text,
    /// Each of its words begins a word of the title.
    TitleWords,
    /// Each begins a word of the text.
    Words,
    /// Each is somewhere in the text.
    Parts,
    /// Some are only in a unit's name or in an item above.
    Around,
}

/// Puts the hits of a search in the order of how well they fit: those with the very accents that were typed, then by
/// where it stands, then by the fuzzy score of the title, then as they came.
pub(super) fn rank(index: &Index, typed: &str, hits: &mut Vec<TaskRef>) {
    let judge = Judge::new(index, typed);
    let mut classed = parallel::over(hits, |hits| judge.classed(hits));
    classed.sort_by_key(|(class, _)| *class);
    let best = classed.len().min(SCORED);
    let matcher = SkimMatcherV2::default().respect_case();
    classed[..best].sort_by_cached_key(|(class, hit)| (*class, Reverse(judge.score(&matcher, *hit))));
    hits.clear();
    hits.extend(classed.into_iter().map(|(_, hit)| hit));
}

/// What was typed, made ready to be held against many tasks.
struct Judge<'i> {
    index: &'i Index,
    phrase: Sought,
    words: Vec<Sought>,
    accents: Vec<Accented>,
    /// Whether each unit's name has the phrase.
    units: Vec<bool>,
}

impl<'i> Judge<'i> {
    fn new(index: &'i Index, typed: &str) -> Self {
        let phrase = Sought::new(fold(typed));
        let units = index.roster().with(|name| phrase.begins_a_word(name));
        Self {
            index,
            phrase,
            words: words(typed).into_iter().map(Sought::new).collect(),
            accents: accented(typed, index),
            units,
        }
    }

    /// The hits with how well they fit. When enough are found that have it in the title, only those that begin with it
    /// are looked for.
    fn classed(&self, hits: &[TaskRef]) -> Vec<(Class, TaskRef)> {
        let mut good = 0;
        let class = |hit: &TaskRef| {
            if good >= ENOUGH && !self.begins(*hit) {
                return (Class { accents: Accents::Unread, fit: Fit::Around }, *hit);
            }
            let class = self.class(*hit);
            good += usize::from(class.accents == Accents::Same && class.fit <= Fit::Title);
            (class, *hit)
        };
        hits.iter().map(class).collect()
    }

    fn begins(&self, hit: TaskRef) -> bool {
        self.index.plan(hit).text().title(hit.place()).starts_with(&self.phrase.text)
    }

    fn class(&self, hit: TaskRef) -> Class {
        let plan = self.index.plan(hit);
        let is_same = self.accents.iter().all(|word| word.is_around(plan, hit.place()));
        Class { accents: if is_same { Accents::Same } else { Accents::Other }, fit: self.fit(plan, hit) }
    }

    fn fit(&self, plan: &IndexedPlan, hit: TaskRef) -> Fit {
        let (title, text) = (plan.text().title(hit.place()), plan.text().of(hit.place()));
        let each = |fits: &dyn Fn(&Sought) -> bool| self.words.len() > 1 && self.words.iter().all(fits);
        if title.starts_with(&self.phrase.text) {
            Fit::Start
        } else if self.phrase.begins_a_word(title) {
            Fit::Title
        } else if self.phrase.begins_a_word(text) || self.in_units(plan, hit.place()) {
            Fit::Text
        } else if each(&|word| word.begins_a_word(title)) {
            Fit::TitleWords
        } else if each(&|word| word.begins_a_word(text)) {
            Fit::Words
        } else if self.words.iter().all(|word| word.is_in(text)) {
            Fit::Parts
        } else {
            Fit::Around
        }
    }

    fn in_units(&self, plan: &IndexedPlan, place: Place) -> bool {
        plan.shares(place).iter().any(|share| self.units[share.unit.index()])
    }

    /// How alike a title is to what was typed, both folded.
    fn score(&self, matcher: &SkimMatcherV2, hit: TaskRef) -> i64 {
        let title = self.index.plan(hit).text().title(hit.place());
        matcher.fuzzy_match(title, &self.phrase.text).unwrap_or(0)
    }
}

/// A folded text to look for.
struct Sought {
    text: String,
    finder: Finder<'static>,
}

impl Sought {
    fn new(text: String) -> Self {
        Self { finder: Finder::new(text.as_bytes()).into_owned(), text }
    }

    fn is_in(&self, text: &str) -> bool {
        self.finder.find(text.as_bytes()).is_some()
    }

    fn begins_a_word(&self, text: &str) -> bool {
        let mut found = self.finder.find_iter(text.as_bytes());
        found.any(|at| !text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric)))
    }
}

/// A typed word that carries accents.
struct Accented {
    /// In small letters, with a capital, and in capitals.
    forms: [Finder<'static>; 3],
    /// Whether each unit's name has it.
    units: Vec<bool>,
}

fn accented(typed: &str, index: &Index) -> Vec<Accented> {
    let typed: String = typed.nfc().collect();
    let with_accents = typed.split_whitespace().filter(|word| fold(word) != word.to_lowercase());
    with_accents.map(|word| Accented::new(word, index)).collect()
}

impl Accented {
    fn new(word: &str, index: &Index) -> Self {
        let forms = [word.to_lowercase(), capital(word), word.to_uppercase()]
            .map(|form| Finder::new(form.as_bytes()).into_owned());
        let mut accented = Self { forms, units: Vec::new() };
        let units = index.roster().units().iter();
        accented.units = units.map(|unit| accented.is_in(&unit.name)).collect();
        accented
    }

    /// Whether a text has the word with its accents. Files are in NFC, so bytes can be compared.
    fn is_in(&self, text: &str) -> bool {
        self.forms.iter().any(|form| form.find(text.as_bytes()).is_some())
    }

    /// Whether a task has it, or the name of a unit, or an item above.
    fn is_around(&self, plan: &IndexedPlan, place: Place) -> bool {
        let tracked = plan.tracked();
        let has = |task: &Task| self.is_in(&task.title) || self.is_in(&task.text);
        tracked.outline().lineage(place).any(|place| has(tracked.task(place)))
            || plan.shares(place).iter().any(|share| self.units[share.unit.index()])
    }
}

fn capital(word: &str) -> String {
    let word = word.to_lowercase();
    let mut rest = word.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::query::fixture::{Office, names};
    use crate::query::{Condition, Filter, Selection};

    fn ranked(office: &Office, typed: &str) -> Vec<String> {
        let index = office.index();
        let mut filter = Filter::default();
        filter.set(Condition::Words(typed.into()));
        let selection = Selection::of(&index, &filter, &office.as_of());
        names(&index, selection.tasks())
    }

    fn check(typed: &str, expected: &[&str]) {
        let office = Office::new().plan(
            "a",
            &json!([
                {"id": "inside", "title": "Thu thập số liệu"},
                {"id": "begins", "title": "Lập kế hoạch tháng"},
                {"id": "text", "title": "Báo cáo", "text": "Lập báo cáo thập kỷ"},
                {"id": "other", "title": "Ke hoach tập huấn"},
                {"id": "early", "title": "Tháp nước"},
                {"id": "apart", "title": "Rà soát nội dung nhiệm vụ"},
                {"id": "unit", "title": "Đôn đốc", "assignments": [{"role": "lead", "unit": "Sở Nội vụ"}]},
            ]),
        );
        assert_eq!(ranked(&office, typed), expected, "{typed}");
    }

    #[test]
    fn words_that_begin_words_of_the_title_come_first() {
        check("hap", &["inside", "early", "text"]);
        check("tha", &["early", "inside", "begins", "text"]);
        check("bao cao", &["text"]);
    }

    #[test]
    fn typed_accents_rank_exact_matches_first() {
        check("ke hoach", &["other", "begins"]);
        check("kế hoạch", &["begins", "other"]);
        check("KẾ", &["begins", "other"]);
        check("sở", &["unit", "inside", "apart"]);
    }

    #[test]
    fn what_stands_together_comes_before_words_apart() {
        check("so noi vu", &["unit", "apart"]);
    }

    #[test]
    fn of_thousands_the_best_still_comes_first() {
        let title = |at: usize| match at {
            4_400 => "Tập huấn".to_owned(),
            at if at % 2 == 0 => format!("Lớp tập huấn thứ {at}"),
            at => format!("Xtap {at}"),
        };
        let tasks: Vec<_> = (0..4_500).map(|at| json!({"id": at.to_string(), "title": title(at)})).collect();
        let ranked = ranked(&Office::new().plan("a", &json!(tasks)), "tap");
        assert_eq!(ranked.len(), 4_500);
        assert_eq!(ranked[..2], ["4400", "0"]);
        assert!(ranked[..ENOUGH].iter().all(|id| id.parse::<usize>().unwrap() % 2 == 0));
    }
}
