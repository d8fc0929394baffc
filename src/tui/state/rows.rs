//! From the tasks that a filter lets through to the rows of the list: alone, or with their headings and without what
//! is folded.

use super::folds::Folds;
use super::row::{Row, RowId};
use crate::domain::{Place, TrackedPlan};
use crate::query::TaskRef;
use crate::workspace::Snapshot;

/// Whether each plan has a heading of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanHeadings {
    /// There are several plans to tell apart.
    Shown,
    /// The list is of one plan, named above it.
    Hidden,
}

/// The rows for these tasks as they come, without headings.
#[must_use]
pub fn alone(tasks: &[TaskRef], snapshot: &Snapshot) -> Vec<Row> {
    let small = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
    let row = |task: &TaskRef| Row {
        plan: small(task.plan()),
        section: Some(snapshot.plans[task.plan()].outline().nodes()[task.place()].section),
        place: Some(small(task.place())),
    };
    tasks.iter().map(row).collect()
}

/// The rows for these tasks, which come in the order of the plans, under the headings and groups that hold them.
#[must_use]
pub fn under_headings(
    tasks: &[TaskRef],
    snapshot: &Snapshot,
    headings: PlanHeadings,
    folds: &Folds,
) -> Vec<Row> {
    let mut rows = Vec::with_capacity(tasks.len() + tasks.len() / 8);
    let mut lineage = Vec::new();
    for of_plan in tasks.chunk_by(|one, other| one.plan() == other.plan()) {
        let number = of_plan[0].plan();
        let plan = &snapshot.plans[number];
        let folds = folds.any_in(&plan.plan().id).then_some(folds);
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let mut writer = Writer { rows: &mut rows, plan, number, folds, lineage: &mut lineage };
        if headings == PlanHeadings::Shown && writer.plan_heading() == Below::Hidden {
            continue;
        }
        let section = |task: &TaskRef| plan.outline().nodes()[task.place()].section;
        for of_section in of_plan.chunk_by(|one, other| section(one) == section(other)) {
            writer.section(section(&of_section[0]), of_section);
        }
    }
    rows
}

/// Puts rows of one plan in the place of those that it had among the rows of all plans in order.
pub fn replace(rows: &mut Vec<Row>, plan: usize, of_plan: Vec<Row>) {
    let is_before = |row: &Row| (row.plan as usize) < plan;
    let start = rows.partition_point(is_before);
    let end = start + rows[start..].partition_point(|row| row.plan as usize == plan);
    rows.splice(start..end, of_plan);
}

/// What becomes of the rows under one.
#[derive(PartialEq, Eq)]
enum Below {
    Shown,
    Hidden,
}

/// Writes the rows of one plan; `folds` only where anything in it is folded.
struct Writer<'a> {
    rows: &'a mut Vec<Row>,
    plan: &'a TrackedPlan,
    number: u32,
    folds: Option<&'a Folds>,
    /// Room for a task and the groups above it.
    lineage: &'a mut Vec<Place>,
}

impl Writer<'_> {
    fn plan_heading(&mut self) -> Below {
        self.rows.push(Row { plan: self.number, section: None, place: None });
        self.below(RowId::Plan)
    }

    fn section(&mut self, section: u32, tasks: &[TaskRef]) {
        self.rows.push(Row { plan: self.number, section: Some(section), place: None });
        let plan = self.plan.plan();
        let id = || plan.sections[section as usize].id.clone();
        if self.below(|plan| RowId::Section(plan, id())) == Below::Hidden {
            return;
        }
        let mut before = None;
        for task in tasks {
            self.task(section, task.place(), before);
            before = Some(task.place());
        }
    }

    /// Writes a task and those groups above it that do not stand above the task before it as well.
    fn task(&mut self, section: u32, place: Place, before: Option<Place>) {
        let plan = self.plan;
        self.lineage.clear();
        self.lineage.extend(plan.outline().lineage(place));
        for at in (0..self.lineage.len()).rev() {
            let place = self.lineage[at];
            if before.is_none_or(|before| place > before) {
                let place = u32::try_from(place).ok();
                self.rows.push(Row { plan: self.number, section: Some(section), place });
            }
            if self.below(|id| RowId::Task(id, plan.task(place).id.clone())) == Below::Hidden {
                return;
            }
        }
    }

    fn below(&self, id: impl FnOnce(String) -> RowId) -> Below {
        let is_folded = self.folds.is_some_and(|folds| folds.is_folded(&id(self.plan.plan().id.clone())));
        if is_folded { Below::Hidden } else { Below::Shown }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Filter, Index, Selection};
    use crate::tui::harness::small;

    /// The rows as the ids of their plans, sections or tasks, with some of them folded.
    fn check(folded: &[RowId], expected: &[&str]) {
        let snapshot = small();
        let index = Index::new(&snapshot.plans, &snapshot.directory);
        let selection = Selection::of(&index, &Filter::default(), &snapshot.as_of());
        let mut folds = Folds::default();
        for id in folded {
            folds.fold(id.clone());
        }
        let rows = under_headings(selection.tasks(), &snapshot, PlanHeadings::Shown, &folds);
        assert!(rows.is_sorted());
        let names = rows.iter().map(|row| match row.id(&snapshot).unwrap() {
            RowId::Plan(id) | RowId::Section(_, id) => id,
            RowId::Task(_, id) => id.to_string(),
        });
        assert_eq!(names.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn headings_stand_above_what_they_head() {
        check(&[], &["a-2022", "s2", "t1", "t2", "g", "t3", "t4", "b-2022", "s2", "u1"]);
    }

    #[test]
    fn the_rows_of_one_plan_take_the_place_of_those_that_it_had() {
        let snapshot = small();
        let index = Index::new(&snapshot.plans, &snapshot.directory);
        let selection = Selection::of(&index, &Filter::default(), &snapshot.as_of());
        let write =
            |tasks: &[TaskRef]| under_headings(tasks, &snapshot, PlanHeadings::Shown, &Folds::default());
        let whole = write(selection.tasks());
        for plan in 0..snapshot.plans.len() {
            let mut rows = whole.clone();
            replace(&mut rows, plan, Vec::new());
            assert!(rows.iter().all(|row| row.plan as usize != plan));
            replace(&mut rows, plan, write(selection.of_plan(plan)));
            assert_eq!(rows, whole);
        }
    }

    #[test]
    fn what_is_folded_hides_what_is_under_it() {
        let plan = || "a-2022".to_owned();
        check(&[RowId::Task(plan(), "g".into())], &["a-2022", "s2", "t1", "t2", "g", "b-2022", "s2", "u1"]);
        check(&[RowId::Section(plan(), "s2".into())], &["a-2022", "s2", "b-2022", "s2", "u1"]);
        check(&[RowId::Plan(plan())], &["a-2022", "b-2022", "s2", "u1"]);
    }
}
