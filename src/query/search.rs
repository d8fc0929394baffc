//! Searching: every typed word must occur, accents or not.

use memchr::memmem::Finder;

use super::index::{Index, IndexedPlan, TaskRef};
use super::parallel;
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
            self.hits = all_hits(index, &plans, &sought);
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
        let units = index.roster().with(|name| name.contains(word));
        let units = if units.contains(&true) { units } else { Vec::new() };
        Self { finder: Finder::new(word), units }
    }

    fn in_units(&self, plan: &IndexedPlan, place: Place) -> bool {
        !self.units.is_empty() && plan.shares(place).iter().any(|share| self.units[share.unit.index()])
    }

    fn is_in(&self, plan: &IndexedPlan, place: Place) -> bool {
        self.finder.find(plan.text().of(place).as_bytes()).is_some() || self.in_units(plan, place)
    }

    /// Notes for each item of a plan whether it has the word, in one go through the plan's text.
    fn note(&self, plan: &IndexedPlan, has: &mut Vec<bool>) {
        let text = plan.text();
        has.clear();
        has.resize(text.len(), false);
        let (mut place, mut from) = (0, 0);
        while let Some(at) = self.finder.find(&text.whole()[from..]) {
            while text.end(place) <= from + at {
                place += 1;
            }
            has[place] = true;
            from = text.end(place);
        }
        if !self.units.is_empty() {
            for (place, has) in has.iter_mut().enumerate().filter(|(_, has)| !**has) {
                *has = self.in_units(plan, place);
            }
        }
    }
}

/// The hits in plans at these positions, in order.
fn all_hits(index: &Index, plans: &[usize], words: &[Word<'_>]) -> Vec<TaskRef> {
    parallel::over(plans, |plans| {
        let (mut hits, mut has) = (Vec::new(), Vec::new());
        for position in plans {
            add_hits(&mut hits, (*position, &index.plans()[*position]), words, &mut has);
        }
        hits
    })
}

/// Adds the tasks of a plan that have all words, or stand under an item that has them. `has` is room to work in.
fn add_hits(
    hits: &mut Vec<TaskRef>,
    (position, plan): (usize, &IndexedPlan),
    words: &[Word<'_>],
    has: &mut Vec<bool>,
) {
    let Some((first, others)) = words.split_first() else { return };
    first.note(plan, has);
    // Places run depth first: what stands under a hit group comes right behind it.
    let mut under_hit = 0;
    for (place, has) in has.iter().enumerate() {
        let under = plan.text().under(place);
        if place >= under_hit {
            if !has || !others.iter().all(|word| word.is_in(plan, place)) {
                continue;
            }
            under_hit = under;
        }
        if under == place + 1 {
            hits.push(TaskRef::new(position, place));
        }
    }
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
