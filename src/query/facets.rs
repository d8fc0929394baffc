//! The counts beside a list: of each plan, section and unit, under a filter.

use super::index::{Index, TaskRef};
use super::matcher::{Matcher, Misses};
use super::roster::UnitNo;
use crate::domain::Tally;

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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facets {
    all: Count,
    plans: Vec<Count>,
    sections: Vec<Count>,
    first_section: Vec<usize>,
    units: Vec<Count>,
}

impl Facets {
    /// Counts the tasks that meet a filter. `hits` are those with the words searched for, in order; `None` is all.
    pub(super) fn of(index: &Index, matcher: &Matcher<'_>, hits: Option<&[TaskRef]>) -> Self {
        let mut facets = Self::empty(index);
        let mut hits = hits.map(|hits| hits.iter().copied().peekable());
        for task in index.leaves() {
            let has_words = hits.as_mut().is_none_or(|hits| hits.next_if_eq(&task).is_some());
            facets.add(index, task, has_words.then(|| matcher.misses(task)));
        }
        facets
    }

    fn empty(index: &Index) -> Self {
        let mut first_section = Vec::with_capacity(index.plans().len());
        let mut sections = 0;
        for plan in index.plans() {
            first_section.push(sections);
            sections += plan.tracked().plan().sections.len();
        }
        Self {
            all: Count::default(),
            plans: vec![Count::default(); index.plans().len()],
            sections: vec![Count::default(); sections],
            first_section,
            units: vec![Count::default(); index.roster().units().len()],
        }
    }

    /// Adds a task with what it misses; `None` where it lacks the words.
    fn add(&mut self, index: &Index, task: TaskRef, misses: Option<Misses>) {
        let plan = index.plan(task);
        let one: Tally = std::iter::once(plan.tracked().standing(task.place())).collect();
        let only = |allowed: &[Misses]| misses.filter(|misses| misses.only(allowed)).map(|_| &one);
        let section = plan.tracked().outline().nodes()[task.place()].section as usize;
        self.all.add(&one, only(&[]));
        self.plans[task.plan()].add(&one, only(&[Misses::PLAN, Misses::SECTION]));
        self.sections[self.first_section[task.plan()] + section].add(&one, only(&[Misses::SECTION]));
        let (shares, shown) = (plan.shares(task.place()), only(&[Misses::UNIT]));
        for (at, share) in shares.iter().enumerate() {
            // A unit may be named twice in one task.
            if shares[..at].iter().all(|before| before.unit != share.unit) {
                self.units[share.unit.index()].add(&one, shown);
            }
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
        &self.plans[position]
    }

    /// A section of the plan at a position.
    #[must_use]
    pub fn section(&self, position: usize, section: usize) -> &Count {
        &self.sections[self.first_section[position] + section]
    }

    /// What a unit has a part in by name.
    #[must_use]
    pub fn unit(&self, unit: UnitNo) -> &Count {
        &self.units[unit.index()]
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
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::Stretch;
    use crate::query::fixture::Office;
    use crate::query::{Condition, Filter, Reach, Selection, UnitCondition};

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
        let facets = Selection::of(&index, &filter, &office.as_of()).facets(&index, &filter, &office.as_of());
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
}
