//! Which period of a task is the next one: the earliest that is still open, for the whole task or for one unit's share.

use chrono::NaiveDate;

use super::{PeriodStanding, UnitStanding};
use crate::domain::Status;
use crate::domain::directory::UnitKey;

/// The earliest period in which something is still owed, by anybody or by one unit: what an act or a line without a
/// period is for. A period without a last day comes after all others, and of two that end on one day the first counts.
#[must_use]
pub fn earliest_open<'p>(
    periods: &'p [PeriodStanding],
    unit: Option<&UnitKey>,
) -> Option<&'p PeriodStanding> {
    earliest(periods.iter().filter(|period| !period.is_closed_for(unit)), |period| period.last)
}

/// The period that ends first.
pub(super) fn earliest<T>(
    periods: impl Iterator<Item = T>,
    last: impl Fn(&T) -> Option<NaiveDate>,
) -> Option<T> {
    periods.min_by_key(|period| last(period).unwrap_or(NaiveDate::MAX))
}

/// Whether nothing more is owed: the whole is closed, or the share of the unit that is asked about.
pub(super) fn is_closed(status: &Status, checklist: &[UnitStanding], unit: Option<&UnitKey>) -> bool {
    let share = unit.and_then(|unit| checklist.iter().find(|listed| listed.key == *unit));
    status.is_closed() || share.is_some_and(|listed| listed.status.is_closed())
}

impl PeriodStanding {
    /// Whether nothing more is owed in it, by anybody or by one unit.
    #[must_use]
    pub fn is_closed_for(&self, unit: Option<&UnitKey>) -> bool {
        is_closed(&self.status, &self.checklist, unit)
    }
}
