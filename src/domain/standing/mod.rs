//! How tasks stand on a day: the journal folded over the plan.
//!
//! `ledger` says which lines count, `period` folds those of one task over the periods of its timeline, `checklist` and
//! `timeliness` are its two questions, and [`Standing`] sums a task up. The rules are those of the section "What
//! follows from it" of the file format.

mod checklist;
mod ledger;
mod open;
mod period;
#[cfg(test)]
mod properties;
mod tally;
#[cfg(test)]
mod tests;
mod timeliness;

use chrono::NaiveDate;

use super::Status;

pub use checklist::UnitStanding;
pub(super) use ledger::{Ledger, undone};
pub use open::earliest_open;
pub use period::PeriodStanding;
pub(super) use period::{Listing, Subject, periods};
pub use tally::Tally;
pub use timeliness::Timeliness;

/// How a task stands on a day, in short. Of a group: what its tasks come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Done when all periods are; else that of the earliest open period, and doing once any of them has begun.
    pub status: Status,
    /// That of the earliest open period, else the worst of the done ones.
    pub timeliness: Timeliness,
    /// The last day of the period that the timeliness speaks of.
    pub deadline: Option<NaiveDate>,
    /// How far, in hundredths, as a person says of that period.
    pub percent: Option<u8>,
    /// How often that period was extended.
    pub moves: u32,
    /// Periods that are done.
    pub periods_done: u32,
    /// Periods, cancelled ones left out.
    pub periods: u32,
}

impl Standing {
    /// Sums up the periods of a task; there is always at least one.
    #[must_use]
    pub fn of(periods: &[PeriodStanding]) -> Self {
        let open = earliest_open(periods, None);
        let counted = periods.iter().filter(|period| period.status != Status::Cancelled);
        let done = periods.iter().filter(|period| period.status == Status::Done);
        let worst = done.clone().max_by_key(|period| period.timeliness.lateness_when_done());
        let speaks = open.or(worst).or(periods.last());
        let status = match open {
            Some(period)
                if period.status == Status::Todo && periods.iter().any(PeriodStanding::has_begun) =>
            {
                Status::Doing
            }
            _ => speaks.map_or(Status::Todo, |period| period.status.clone()),
        };
        Self {
            status,
            timeliness: speaks.map_or(Timeliness::NoDate, |period| period.timeliness),
            deadline: speaks.and_then(|period| period.last),
            percent: speaks.and_then(|period| period.percent),
            moves: speaks.map_or(0, |period| period.moves),
            periods_done: count(done),
            periods: count(counted),
        }
    }

    /// The part of the task that is done, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.periods == 0 { 0.0 } else { f64::from(self.periods_done) / f64::from(self.periods) }
    }

    /// Whether work on the task has begun, or ended.
    pub(super) fn has_begun(&self) -> bool {
        has_begun(&self.status)
    }

    /// What the tasks of a group come to.
    #[must_use]
    pub fn of_group(tally: &Tally) -> Self {
        let status = match tally.tasks {
            _ if tally.unknown > 0 => Status::Unknown,
            0 if tally.cancelled > 0 => Status::Cancelled,
            tasks if tasks > 0 && tally.done == tasks => Status::Done,
            _ if tally.begun > 0 => Status::Doing,
            _ => Status::Todo,
        };
        Self {
            status,
            timeliness: Timeliness::NoDate,
            deadline: None,
            percent: tally.percent(),
            moves: 0,
            periods_done: tally.done,
            periods: tally.tasks,
        }
    }
}

impl PeriodStanding {
    fn has_begun(&self) -> bool {
        has_begun(&self.status)
    }
}

fn has_begun(status: &Status) -> bool {
    !matches!(status, Status::Todo | Status::Cancelled | Status::Unknown)
}

fn count<'a>(periods: impl Iterator<Item = &'a PeriodStanding>) -> u32 {
    u32::try_from(periods.count()).unwrap_or(u32::MAX)
}
