//! Searching: every typed word must occur, accents or not.

use memchr::memmem::Finder;

use super::index::{Index, IndexedPlan, TaskRef};
use crate::domain::Place;
use crate::text::fold;

/// A search, kept between letters: a letter more looks only through the plans that had hits.
///
/// A task is hit when each folded word occurs in its number, title, wording, or the name of a unit that has a part in
/// it; or when all of them occur so in an item above it, so that a heading finds what stands under it.
#[derive(Debug, Clone, Default)]
pub struct Search {
    words: Vec<String>,
    hits: Vec<TaskRef>,
    edition: u64,
}

impl Search {
    /// Searches for what is typed now.
    pub fn update(&mut self, index: &Index, typed: &str) {
        let words = words(typed);
        let same_index = self.edition == index.edition();
        if same_index && self.words == words {
            return;
        }
        let narrower = same_index && !self.words.is_empty() && narrows(&words, &self.words);
        let plans: Vec<usize> =
            if narrower { plans_of(&self.hits) } else { (0..index.plans().len()).collect() };
        self.hits.clear();
        if !words.is_empty() {
            let sought: Vec<Word> = words.iter().map(|word| Word::new(word, index)).collect();
            for position in plans {
                let places = hit_places(&index.plans()[position], &sought);
                self.hits.extend(places.into_iter().map(|place| TaskRef::new(position, place)));
            }
        }
        (self.words, self.edition) = (words, index.edition());
    }

    /// The tasks that are hit, in the order of the plans; `None` where nothing is searched for.
    #[must_use]
    pub fn hits(&self) -> Option<&[TaskRef]> {
        (!self.words.is_empty()).then_some(&self.hits)
    }
}

/// The folded words, the longest first: it leaves the fewest to look at.
pub(super) fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> =
        fold(typed).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// Whether whatever has the new words has the old ones as well.
fn narrows(new: &[String], old: &[String]) -> bool {
    old.iter().all(|old| new.iter().any(|new| new.contains(old.as_str())))
}

fn plans_of(hits: &[TaskRef]) -> Vec<usize> {
    let mut plans: Vec<usize> = hits.iter().map(|hit| hit.plan()).collect();
    plans.dedup();
    plans
}

/// One word to look for.
struct Word<'w> {
    finder: Finder<'w>,
    /// Whether each unit's name has it; empty where none does.
    units: Vec<bool>,
}

impl<'w> Word<'w> {
    fn new(word: &'w str, index: &Index) -> Self {
        let units = index.roster().with_word(word);
        let units = if units.contains(&true) { units } else { Vec::new() };
        Self { finder: Finder::new(word), units }
    }

    fn in_units(&self, plan: &IndexedPlan, place: Place) -> bool {
        !self.units.is_empty() && plan.shares(place).iter().any(|share| self.units[share.unit.index()])
    }

    fn is_in(&self, plan: &IndexedPlan, place: Place) -> bool {
        self.finder.find(plan.text().of(place).as_bytes()).is_some() || self.in_units(plan, place)
    }

    /// The items of a plan that have the word, found in one go through its text.
    fn places(&self, plan: &IndexedPlan) -> Vec<Place> {
        let text = plan.text();
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(at) = self.finder.find(&text.whole()[from..]) {
            let place = text.place_at(from + at);
            places.push(place);
            from = text.end(place);
        }
        if !self.units.is_empty() {
            let all = 0..plan.tracked().outline().nodes().len();
            places.extend(all.filter(|place| self.in_units(plan, *place)));
            places.sort_unstable();
            places.dedup();
        }
        places
    }
}

/// The tasks of a plan that have all words, or stand under an item that has them.
fn hit_places(plan: &IndexedPlan, words: &[Word<'_>]) -> Vec<Place> {
    let Some((first, others)) = words.split_first() else { return Vec::new() };
    let mut found = first.places(plan);
    found.retain(|place| others.iter().all(|word| word.is_in(plan, *place)));
    let outline = plan.tracked().outline();
    let mut hits: Vec<Place> = Vec::with_capacity(found.len());
    for place in found {
        // Places run depth first: what stands under a hit group comes right behind it.
        let seen = hits.last().map_or(0, |last| last + 1);
        hits.extend(outline.subtree(place).filter(|under| *under >= seen && !outline.is_group(*under)));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture::{Office, names};
    use serde_json::json;

    fn office() -> Office {
        Office::new()
            .plan("a", &json!([
                {"id": "t1", "number": "1", "title": "Tiếp công dân", "text": "Tiếp công dân định kỳ tại trụ sở"},
                {"id": "g2", "number": "2", "title": "Đối thoại", "tasks": [
                    {"id": "t3", "number": "a)", "title": "Lập lịch"},
                    {"id": "t4", "number": "b)", "title": "Công bố lịch đối thoại"}]}]))
            .plan("b", &json!([
                {"id": "t5", "title": "Báo cáo kết quả",
                 "assignments": [{"role": "lead", "unit": "Sở Nội vụ"}]}]))
    }

    fn check(typed: &str, expected: &[&str]) {
        let office = office();
        let index = office.index();
        let mut search = Search::default();
        search.update(&index, typed);
        assert_eq!(names(&index, search.hits().unwrap_or_default()), expected, "{typed}");
    }

    #[test]
    fn every_word_must_occur_somewhere() {
        check("tiep dan", &["t1"]);
        check("dinh TIẾP", &["t1"]);
        check("cong", &["t1", "t4"]);
        check("cong xyz", &[]);
        check("tru so", &["t1"]);
    }

    #[test]
    fn units_and_headings_count_as_well() {
        check("noi vu ket", &["t5"]);
        check("doi thoai", &["t3", "t4"]);
        check("doi lich", &["t4"]);
    }

    #[test]
    fn words_do_not_run_from_one_part_into_the_next() {
        check("dan1", &[]);
    }

    #[test]
    fn narrowing_finds_what_searching_afresh_finds() {
        let office = office();
        let index = office.index();
        let mut kept = Search::default();
        for typed in ["c", "co", "co l", "cong l", "co", "", "l", "lich doi"] {
            kept.update(&index, typed);
            let mut fresh = Search::default();
            fresh.update(&index, typed);
            assert_eq!(kept.hits(), fresh.hits(), "{typed}");
        }
    }
}
