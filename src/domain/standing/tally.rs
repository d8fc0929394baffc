//! Tasks counted together: those of a group, a section, a plan.

use super::Standing;
use super::timeliness::Timeliness;
use crate::domain::Status;

/// The figures of several tasks on a day. Groups are never counted, only the tasks under them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tally {
    /// Tasks, cancelled ones left out.
    pub tasks: u32,
    /// Tasks that are done.
    pub done: u32,
    /// Tasks on which work has begun, the done ones with them.
    pub begun: u32,
    /// Done tasks, where one of several periods counts by its share.
    pub share: f64,
    /// Tasks that are overdue.
    pub overdue: u32,
    /// Tasks that are due soon.
    pub soon: u32,
    /// Tasks that are done, but after their deadline.
    pub late: u32,
    /// Tasks without a date that are not done.
    pub undated: u32,
    /// Tasks of which nobody can tell how they stand.
    pub unknown: u32,
    /// Tasks that were cancelled.
    pub cancelled: u32,
}

impl Tally {
    /// Counts one more task.
    pub fn add(&mut self, standing: &Standing) {
        if standing.status == Status::Cancelled {
            self.cancelled += 1;
            return;
        }
        self.tasks += 1;
        self.unknown += u32::from(standing.status == Status::Unknown);
        self.share += standing.share();
        self.begun += u32::from(standing.has_begun());
        self.done += u32::from(standing.status == Status::Done);
        match standing.timeliness {
            Timeliness::Overdue(_) => self.overdue += 1,
            Timeliness::DueSoon(_) => self.soon += 1,
            Timeliness::DoneLate(_) => self.late += 1,
            Timeliness::NoDate if standing.status != Status::Done => self.undated += 1,
            _ => {}
        }
    }

    /// Adds the figures of others.
    pub fn merge(&mut self, other: &Self) {
        self.tasks += other.tasks;
        self.done += other.done;
        self.share += other.share;
        self.begun += other.begun;
        self.overdue += other.overdue;
        self.soon += other.soon;
        self.late += other.late;
        self.undated += other.undated;
        self.unknown += other.unknown;
        self.cancelled += other.cancelled;
    }

    /// The progress in hundredths, rounded down so that 100 means that nothing is left; `None` without tasks, and where
    /// nobody can tell.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and 100
    pub fn percent(&self) -> Option<u8> {
        (self.tasks > 0 && self.unknown == 0)
            .then(|| (self.share / f64::from(self.tasks) * 100.0 + 1e-9).floor().clamp(0.0, 100.0) as u8)
    }
}

impl<'a> FromIterator<&'a Standing> for Tally {
    fn from_iter<I: IntoIterator<Item = &'a Standing>>(standings: I) -> Self {
        let mut tally = Self::default();
        standings.into_iter().for_each(|standing| tally.add(standing));
        tally
    }
}
