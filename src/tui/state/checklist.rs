//! Who has reported on the task under the cursor, and which of them the cursor stands on.

use super::State;
use crate::domain::{PeriodStanding, Place, Role, Status, TrackedPlan, UnitStanding};
use crate::workspace::Snapshot;

/// The checklist of a task's period: of its several leads, or of a collective's members; empty where a single unit
/// owes the task. Units that nobody spoke of yet stand in it too.
#[must_use]
pub fn checklist(
    plan: &TrackedPlan,
    place: Place,
    period: Option<&PeriodStanding>,
    snapshot: &Snapshot,
) -> Vec<UnitStanding> {
    if let Some(told) = period.map(|period| &period.checklist).filter(|told| !told.is_empty()) {
        return told.clone();
    }
    let directory = &snapshot.directory;
    let mut list: Vec<UnitStanding> = Vec::new();
    let assignments = plan.assignments(place, &snapshot.as_of());
    for lead in assignments.iter().filter(|assignment| assignment.role == Role::Lead) {
        let members = directory.members(&lead.unit);
        let via = (!members.is_empty()).then(|| directory.name(&lead.unit).to_owned());
        let owing = if members.is_empty() { vec![directory.name(&lead.unit)] } else { members };
        for unit in owing {
            if list.iter().all(|listed| listed.unit != unit) {
                list.push(waiting(unit, via.clone()));
            }
        }
    }
    if list.len() > 1 { list } else { Vec::new() }
}

fn waiting(unit: &str, via: Option<String>) -> UnitStanding {
    let unit = unit.to_owned();
    UnitStanding { unit, via, owes: true, status: Status::Todo, on: None, evidence: None, note: None }
}

/// The checklist of the task under the cursor, in the period that is acted on; empty on a group.
#[must_use]
pub fn under_cursor(state: &State, snapshot: &Snapshot) -> Vec<UnitStanding> {
    let Some((plan, place)) = state.task(snapshot).filter(|(plan, place)| !plan.outline().is_group(*place))
    else {
        return Vec::new();
    };
    let periods = plan.periods(place, &snapshot.as_of());
    checklist(plan, place, acted_on(&periods), snapshot)
}

/// The period that an act without one is for: the earliest that is not closed, else the last.
#[must_use]
pub fn acted_on(periods: &[PeriodStanding]) -> Option<&PeriodStanding> {
    let open = periods.iter().filter(|period| !period.status.is_closed());
    open.min_by_key(|period| period.last.unwrap_or(chrono::NaiveDate::MAX)).or(periods.last())
}

/// The unit that the cursor of the checklist stands on: the one chosen, else the first.
#[must_use]
pub fn unit(state: &State, snapshot: &Snapshot) -> Option<String> {
    let list = under_cursor(state, snapshot);
    let chosen = list.iter().find(|listed| state.detail.unit.as_ref() == Some(&listed.unit));
    chosen.or(list.first()).map(|listed| listed.unit.clone())
}

/// What was last said of a unit's share.
#[must_use]
pub fn status(plan: &TrackedPlan, place: Place, unit: &str, snapshot: &Snapshot) -> Status {
    let periods = plan.periods(place, &snapshot.as_of());
    let list = checklist(plan, place, acted_on(&periods), snapshot);
    list.into_iter().find(|listed| listed.unit == unit).map_or(Status::Todo, |listed| listed.status)
}
