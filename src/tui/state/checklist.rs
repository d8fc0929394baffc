//! Who has reported on the task under the cursor, and which of them the cursor stands on.

use super::State;
use crate::domain::{PeriodStanding, Status, UnitStanding, earliest_open};
use crate::workspace::Snapshot;

/// The checklist of the task under the cursor, in the period that is acted on; empty on a group.
#[must_use]
pub fn under_cursor(state: &State, snapshot: &Snapshot) -> Vec<UnitStanding> {
    let Some((plan, place)) = state.task(snapshot).filter(|(plan, place)| !plan.outline().is_group(*place))
    else {
        return Vec::new();
    };
    let periods = plan.periods(place, &snapshot.as_of());
    acted_on(&periods).map(|period| period.checklist.clone()).unwrap_or_default()
}

/// The period that an act without one is for: the earliest that is not closed, else the last.
#[must_use]
pub fn acted_on(periods: &[PeriodStanding]) -> Option<&PeriodStanding> {
    earliest_open(periods, None).or(periods.last())
}

/// The unit that the cursor of the checklist stands on: the one chosen, else the first.
#[must_use]
pub fn unit(state: &State, snapshot: &Snapshot) -> Option<String> {
    let list = under_cursor(state, snapshot);
    let chosen = list.iter().find(|listed| state.detail.unit.as_ref() == Some(&listed.unit));
    chosen.or(list.first()).map(|listed| listed.unit.clone())
}

/// What was last said of a unit's share in a period.
#[must_use]
pub fn status(period: &PeriodStanding, unit: &str) -> Status {
    let listed = period.checklist.iter().find(|listed| listed.unit == unit);
    listed.map_or(Status::Todo, |listed| listed.status.clone())
}
