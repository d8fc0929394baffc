//! What an act is for: marked tasks, the task under the cursor, a unit's share in it.

use std::collections::HashSet;

use crate::domain::{PeriodStanding, Place, Status, TrackedPlan};
use crate::locale::screen as words;
use crate::tui::state::layer::Subject;
use crate::tui::state::row::RowId;
use crate::tui::state::screen::Screen;
use crate::tui::state::{Access, Pane, State, checklist};
use crate::workspace::Snapshot;

/// What the next act is for: the marked tasks, else the unit or the task under the cursor.
///
/// # Errors
/// Why there is nothing to act on.
pub fn subject(state: &State, snapshot: &Snapshot) -> Result<Subject, &'static str> {
    if state.access == Access::ReadOnly {
        return Err(words::read_only(state.lang));
    }
    if !state.marked.is_empty() && state.focus != Pane::Detail {
        return Ok(Subject { rows: state.marked.iter().cloned().collect(), unit: None, period: None });
    }
    let Some(row) = state.cursor().cloned().filter(|_| state.task(snapshot).is_some()) else {
        return Err(words::no_task_here(state.lang));
    };
    let unit = if state.focus == Pane::Detail { checklist::unit(state, snapshot) } else { None };
    let period = state.diary.period().filter(|_| state.screen == Screen::Agenda).cloned();
    Ok(Subject { rows: vec![row], unit, period })
}

/// The tasks that are meant, each once: of a group, those under it.
pub fn leaves<'s>(subject: &Subject, snapshot: &'s Snapshot) -> Vec<(&'s TrackedPlan, Place)> {
    let mut seen: HashSet<(&str, Place)> = HashSet::new();
    let mut found = Vec::new();
    for row in &subject.rows {
        let Some((plan, place)) = stands(row, snapshot) else { continue };
        for leaf in plan.outline().subtree(place).filter(|place| !plan.outline().is_group(*place)) {
            if seen.insert((plan.plan().id.as_str(), leaf)) {
                found.push((plan, leaf));
            }
        }
    }
    found
}

fn stands<'s>(row: &RowId, snapshot: &'s Snapshot) -> Option<(&'s TrackedPlan, Place)> {
    let row = row.locate(snapshot)?;
    Some((snapshot.plans.get(row.plan as usize)?, row.place? as usize))
}

/// The period of a task that an act is for: the one that is meant, where there is it still, else the earliest that is
/// open.
pub fn period<'p>(subject: &Subject, periods: &'p [PeriodStanding]) -> Option<&'p PeriodStanding> {
    match subject.period.as_ref() {
        Some(meant) => periods.iter().find(|period| period.key.as_ref() == Some(meant)),
        None => checklist::acted_on(periods),
    }
}

/// How the part of a period stands that is acted on: a unit's share, else the whole.
pub fn share(subject: &Subject, period: &PeriodStanding) -> Status {
    match &subject.unit {
        None => period.status.clone(),
        Some(unit) => checklist::status(period, unit),
    }
}

/// The status that one key goes on from: that of the task under the cursor where it is meant and open, else of the
/// first that is. Several tasks are set to one status, not each to its own next one.
pub fn status_now(state: &State, subject: &Subject, snapshot: &Snapshot) -> Status {
    let leaves = leaves(subject, snapshot);
    let status = |(plan, place): &(&TrackedPlan, Place)| {
        let periods = plan.periods(*place, &snapshot.as_of());
        period(subject, &periods).map_or(Status::Todo, |period| share(subject, period))
    };
    let under_cursor = state.task(snapshot).map(|(plan, place)| (&plan.plan().id, place));
    let is_cursor = |(plan, place): &&(&TrackedPlan, Place)| Some((&plan.plan().id, *place)) == under_cursor;
    let cursor = leaves.iter().find(is_cursor).map(status);
    if let Some(held) = cursor.filter(|held| leaves.len() == 1 || !held.is_closed()) {
        return held;
    }
    let mut open = leaves.iter().map(status).filter(|held| !held.is_closed());
    open.next().or_else(|| leaves.first().map(status)).unwrap_or(Status::Todo)
}
