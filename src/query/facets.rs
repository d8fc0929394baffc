//! The counts beside a list: of each plan, section and unit, under a filter.

use std::sync::Arc;

use super::filter::Filter;
use super::index::{Index, IndexedPlan, TaskRef, kept};
use super::matcher::{Matcher, Misses};
use super::parallel;
use super::roster::UnitNo;
use crate::domain::{Place, Tally};

/// So many of so many tasks.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Count {
    /// The figures of the tasks that pass.
    pub shown: Tally,
    /// All tasks, cancelled ones left out.
    pub total: u32,
}

/// The counts of the side panes. A pane's own condition does not narrow its counts: they say what choosing another of
/// its rows would show.
///
/// They are sums over the plans, and what each plan adds is kept: after a change of one plan only that one is counted.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    filter: Filter,
    edition: u64,
    parts: Vec<Part>,
    all: Count,
    units: Vec<Count>,
}

/// What one plan adds.
#[derive(Debug, Clone)]
struct Part {
    of: Arc<IndexedPlan>,
    all: Count,
    plan: Count,
    sections: Box<[Count]>,
    units: Box<[(UnitNo, Count)]>,
}

impl Facets {
    /// Counts the tasks that meet a filter. `hits` are those with the words searched for, in order; `None` is all.
    pub(super) fn update(
        &mut self,
        index: &Index,
        filter: &Filter,
        matcher: &Matcher<'_>,
        hits: Option<&[TaskRef]>,
    ) {
        let others = index.others_since(self.edition).filter(|_| self.filter == *filter);
        match others {
            Some(others) => {
                let parts = count(index, matcher, hits, others);
                others.iter().zip(parts).for_each(|(position, part)| self.parts[*position] = part);
            }
            None => self.count_anew(index, filter, matcher, hits),
        }
        self.edition = index.edition();
        self.sum_up(index.roster().units().len());
    }

    /// Counts all plans but those that are the same under the same filter.
    fn count_anew(
        &mut self,
        index: &Index,
        filter: &Filter,
        matcher: &Matcher<'_>,
        hits: Option<&[TaskRef]>,
    ) {
        if self.filter != *filter {
            self.parts.clear();
            self.filter = filter.clone();
        }
        let mut old = std::mem::take(&mut self.parts).into_iter().peekable();
        let kept: Vec<Option<Part>> = index
            .plans()
            .iter()
            .map(|plan| {
                let id = &plan.tracked().plan().id;
                let is_before = |part: &Part| part.of.tracked().plan().id < *id;
                kept(&mut old, |part| Arc::ptr_eq(&part.of, plan), is_before)
            })
            .collect();
        let new: Vec<usize> = (0..kept.len()).filter(|position| kept[*position].is_none()).collect();
        let mut counted = parallel::over(&new, |new| count(index, matcher, hits, new)).into_iter();
        self.parts = kept.into_iter().filter_map(|kept| kept.or_else(|| counted.next())).collect();
    }

    fn sum_up(&mut self, units: usize) {
        self.all = Count::default();
        self.units.clear();
        self.units.resize(units, Count::default());
        for part in &self.parts {
            self.all.merge(&part.all);
            part.units.iter().for_each(|(unit, count)| self.units[unit.index()].merge(count));
        }
    }

    /// The whole list.
    #[must_use]
    pub fn all(&self) -> &Count {
        &self.all
    }

    /// The plan at a position of the index.
    #[must_use]
    pub fn plan(&self, position: usize) -> &Count {
        &self.parts[position].plan
    }

    /// A section of the plan at a position.
    #[must_use]
    pub fn section(&self, position: usize, section: usize) -> &Count {
        &self.parts[position].sections[section]
    }

    /// What a unit has a part in by name.
    #[must_use]
    pub fn unit(&self, unit: UnitNo) -> &Count {
        &self.units[unit.index()]
    }
}

/// Counts the plans at these positions.
fn count(index: &Index, matcher: &Matcher<'_>, hits: Option<&[TaskRef]>, positions: &[usize]) -> Vec<Part> {
    let first = positions.first().copied().unwrap_or_default();
    let mut hits = hits.map(|hits| hits[hits.partition_point(|hit| hit.plan() < first)..].iter().peekable());
    let mut part = |position: usize| {
        let mut counting = Counting::new(&index.plans()[position]);
        for place in index.plans()[position].leaves() {
            let task = TaskRef::new(position, place);
            let has_words = hits.as_mut().is_none_or(|hits| {
                while hits.next_if(|hit| **hit < task).is_some() {}
                hits.next_if(|hit| **hit == task).is_some()
            });
            counting.add(place, has_words.then(|| matcher.misses(task)));
        }
        counting.close()
    };
    positions.iter().map(|position| part(*position)).collect()
}

/// A part in the making.
struct Counting<'i> {
    plan: &'i Arc<IndexedPlan>,
    part: Part,
    units: Vec<(UnitNo, Count)>,
}

impl<'i> Counting<'i> {
    fn new(plan: &'i Arc<IndexedPlan>) -> Self {
        let sections = vec![Count::default(); plan.tracked().plan().sections.len()].into();
        let (all, count) = (Count::default(), Count::default());
        let part = Part { of: Arc::clone(plan), all, plan: count, sections, units: Box::default() };
        Self { plan, part, units: Vec::new() }
    }

    /// Adds a task with what it misses; `None` where it lacks the words.
    fn add(&mut self, place: Place, misses: Option<Misses>) {
        let tracked = self.plan.tracked();
        let one: Tally = std::iter::once(tracked.standing(place)).collect();
        let only = |allowed: &[Misses]| misses.filter(|misses| misses.only(allowed)).map(|_| &one);
        let section = tracked.outline().nodes()[place].section as usize;
        self.part.all.add(&one, only(&[]));
        self.part.plan.add(&one, only(&[Misses::PLAN, Misses::SECTION]));
        self.part.sections[section].add(&one, only(&[Misses::SECTION]));
        let (shares, shown) = (self.plan.shares(place), only(&[Misses::UNIT]));
        for (at, share) in shares.iter().enumerate() {
            // A unit may be named twice in one task.
            if shares[..at].iter().all(|before| before.unit != share.unit) {
                self.of_unit(share.unit).add(&one, shown);
            }
        }
    }

    fn of_unit(&mut self, unit: UnitNo) -> &mut Count {
        let found = self.units.iter().position(|(held, _)| *held == unit);
        let at = found.unwrap_or_else(|| {
            self.units.push((unit, Count::default()));
            self.units.len() - 1
        });
        &mut self.units[at].1
    }

    fn close(self) -> Part {
        Part { units: self.units.into(), ..self.part }
    }
}

impl Count {
    /// Adds a task, and to what is shown that of it which is.
    fn add(&mut self, one: &Tally, shown: Option<&Tally>) {
        self.total += one.tasks;
        if let Some(shown) = shown {
            self.shown.merge(shown);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.total += other.total;
        self.shown.merge(&other.shown);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::Stretch;
    use crate::query::fixture::Office;
    use crate::query::{Condition, Reach, Selection, UnitCondition};

    fn office() -> Office {
        let task = |id: &str, unit: &str, when: &str| {
            json!({"id": id, "title": id, "assignments": [{"role": "lead", "unit": unit}],
                   "timeline": [{"id": "a", "when": when}]})
        };
        let section =
            |id: &str, tasks| json!({"id": id, "number": id, "title": "", "kind": "tasks", "tasks": tasks});
        Office::new()
            .sections(
                "a",
                &json!([
                    section("s1", json!([task("x", "A", "2022-Q1"), task("y", "B", "2022-Q4")])),
                    section("s2", json!([task("z", "A", "2022-Q4")]))
                ]),
            )
            .sections(
                "b",
                &json!([section("s1", json!([task("w", "A", "2022-Q4"), task("v", "A", "2022")]))]),
            )
            .status("2022-11-01", "v", "cancelled")
    }

    /// Shown of total for: all, plan a, plan b, section a.s1, section a.s2, unit A, unit B.
    fn check(conditions: &[Condition], expected: [(u32, u32); 7]) {
        let office = office();
        let index = office.index();
        let mut filter = Filter::default();
        for condition in conditions {
            filter.set(condition.clone());
        }
        let mut facets = Facets::default();
        Selection::of(&index, &filter, &office.as_of()).count(&mut facets, &index, &filter, &office.as_of());
        let unit = |name| facets.unit(index.roster().resolve(name, &office.directory).unwrap());
        let counts = [
            facets.all(),
            facets.plan(0),
            facets.plan(1),
            facets.section(0, 0),
            facets.section(0, 1),
            unit("A"),
            unit("B"),
        ];
        assert_eq!(counts.map(|count| (count.shown.tasks, count.total)), expected, "{conditions:?}");
    }

    #[test]
    fn without_a_filter_everything_is_shown_but_what_was_cancelled() {
        check(&[], [(4, 4), (3, 3), (1, 1), (2, 2), (1, 1), (3, 3), (1, 1)]);
    }

    #[test]
    fn a_pane_is_not_narrowed_by_its_own_condition() {
        let plan = Condition::Plan("a".into());
        check(std::slice::from_ref(&plan), [(3, 4), (3, 3), (1, 1), (2, 2), (1, 1), (2, 3), (1, 1)]);
        let unit = Condition::Unit(UnitCondition { unit: "A".into(), reach: Reach::ByName, role: None });
        check(&[unit], [(3, 4), (2, 3), (1, 1), (1, 2), (1, 1), (3, 3), (1, 1)]);
        let quarter = Condition::Quarter(Stretch::Quarter(2022, 4));
        check(&[plan, quarter], [(2, 4), (2, 3), (1, 1), (1, 2), (1, 1), (1, 3), (1, 1)]);
    }

    #[test]
    fn words_narrow_every_pane() {
        check(&[Condition::Words("x".into())], [(1, 4), (1, 3), (0, 1), (1, 2), (0, 1), (1, 3), (0, 1)]);
    }

    #[test]
    fn what_is_kept_of_the_plans_that_stay_adds_up_to_what_counting_afresh_does() {
        let (before, after) = (office(), office().status("2022-11-02", "w", "done"));
        let mut plans = before.tracked();
        let mut index = Index::new(&plans, &before.directory);
        let (mut kept, filter) = (Facets::default(), Filter::default());
        let mut check = |index: &Index, filter: &Filter, done: u32| {
            let selection = Selection::of(index, filter, &before.as_of());
            selection.count(&mut kept, index, filter, &before.as_of());
            let mut fresh = Facets::default();
            selection.count(&mut fresh, index, filter, &before.as_of());
            assert_eq!((&kept.all, &kept.units), (&fresh.all, &fresh.units));
            assert_eq!(kept.all().shown.done, done);
        };
        check(&index, &filter, 0);
        plans[1] = Arc::clone(&after.tracked()[1]);
        index.update(&plans, &before.directory);
        check(&index, &filter, 1);
        let mut words = filter.clone();
        words.set(Condition::Words("x".into()));
        check(&index, &words, 0);
        index.update(&plans[1..], &before.directory);
        check(&index, &filter, 1);
    }
}
