//! Moving in the side panes: the row that the cursor comes to is a filter at once.

use super::step::{Rows, Step};
use crate::query::{Condition, Reach, UnitCondition};
use crate::tui::state::{Pane, State, conditions};
use crate::workspace::Snapshot;

/// The rows that a page moves over.
const PAGE: usize = 10;

/// Moves the cursor of a side pane; its first row stands for everything.
pub fn step(state: &mut State, step: Step, snapshot: &Snapshot) {
    let rows = rows(state, snapshot);
    let to = step.from(at(state, &rows), Rows { last: rows.len(), page: PAGE });
    match to.checked_sub(1) {
        None => state.filter.remove_like(&nothing(state.focus)),
        Some(index) => state.filter.set(rows[index].clone()),
    }
    state.refresh(snapshot);
}

/// The conditions that the rows of the pane in focus stand for, without the first row.
fn rows(state: &State, snapshot: &Snapshot) -> Vec<Condition> {
    match state.focus {
        Pane::Plans => {
            let plans = snapshot.plans.iter().map(|plan| &plan.plan().id);
            let files = snapshot.damaged().map(|file| &file.file);
            plans.chain(files).map(|id| Condition::Plan(id.clone())).collect()
        }
        Pane::Sections => {
            let plan = conditions::plan(&state.filter).and_then(|id| snapshot.plan(id));
            let plan = plan.map(|plan| plan.plan());
            let sections =
                plan.into_iter().flat_map(|plan| plan.sections.iter().map(|section| (&plan.id, &section.id)));
            sections
                .map(|(plan, section)| Condition::Section { plan: plan.clone(), section: section.clone() })
                .collect()
        }
        _ => {
            let roster = state.index.roster();
            state.counts.units.iter().map(|unit| by_name(roster.unit(*unit).name.clone())).collect()
        }
    }
}

/// The cursor's row, 0 for everything.
fn at(state: &State, rows: &[Condition]) -> usize {
    let conditions = state.filter.conditions();
    let is_held = |row: &Condition| match (row, conditions::unit(&state.filter)) {
        (Condition::Unit(row), Some(held)) => row.unit == held.unit,
        _ => conditions.contains(row),
    };
    rows.iter().position(is_held).map_or(0, |index| index + 1)
}

/// A condition of the kind that a pane sets.
fn nothing(pane: Pane) -> Condition {
    match pane {
        Pane::Plans => Condition::Plan(String::new()),
        Pane::Sections => Condition::Section { plan: String::new(), section: String::new() },
        _ => by_name(String::new()),
    }
}

fn by_name(unit: String) -> Condition {
    Condition::Unit(UnitCondition { unit, reach: Reach::ByName, role: None })
}
