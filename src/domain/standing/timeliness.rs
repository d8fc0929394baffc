//! On time or late, on a day: the second axis beside the status.

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::domain::Status;

/// How a period stands against its deadline on a day. Days are calendar days.
///
/// The four of the official statistics (QĐ 42/2014/QĐ-TTg) are done on time, done late, within term and overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timeliness {
    /// Not done, and its last day has passed by so many days.
    Overdue(i64),
    /// Not done, and so many days are left, few enough to be called soon; 0 is today.
    DueSoon(i64),
    /// Not done, and so many days are left.
    WithinTerm(i64),
    /// Goes on without a deadline.
    Ongoing,
    /// Nobody has fixed a date.
    NoDate,
    /// Done, so many days after its last day.
    DoneLate(i64),
    /// Done, not later than its last day.
    DoneOnTime,
    /// Nobody can tell, for its status is unknown.
    Unknown,
    /// Paused or cancelled: neither on time nor late.
    SetAside,
}

impl Timeliness {
    /// Reckons a period with a last day.
    pub(super) fn against(
        last: NaiveDate,
        status: &Status,
        on: Option<NaiveDate>,
        day: NaiveDate,
        soon: u32,
    ) -> Self {
        match status {
            Status::Paused | Status::Cancelled => return Self::SetAside,
            Status::Done => {
                let late = (on.unwrap_or(last) - last).num_days();
                return if late > 0 { Self::DoneLate(late) } else { Self::DoneOnTime };
            }
            _ => {}
        }
        match (last - day).num_days() {
            left if left < 0 => Self::Overdue(-left),
            left if left <= i64::from(soon) => Self::DueSoon(left),
            left => Self::WithinTerm(left),
        }
    }

    /// Whether it is not done and its last day has passed.
    #[must_use]
    pub fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue(_))
    }

    /// Whether it is not done and due within the days that the office calls soon.
    #[must_use]
    pub fn is_due_soon(self) -> bool {
        matches!(self, Self::DueSoon(_))
    }

    /// The word by which programs know it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overdue(_) => "overdue",
            Self::DueSoon(_) => "due_soon",
            Self::WithinTerm(_) => "within_term",
            Self::Ongoing => "ongoing",
            Self::NoDate => "no_date",
            Self::DoneLate(_) => "done_late",
            Self::DoneOnTime => "done_on_time",
            Self::Unknown => "unknown",
            Self::SetAside => "set_aside",
        }
    }

    /// The days of it: overdue, late or left.
    #[must_use]
    pub fn days(self) -> Option<i64> {
        match self {
            Self::Overdue(days) | Self::DueSoon(days) | Self::WithinTerm(days) | Self::DoneLate(days) => {
                Some(days)
            }
            Self::Ongoing | Self::NoDate | Self::DoneOnTime | Self::Unknown | Self::SetAside => None,
        }
    }

    /// Orders what is done from the best to the worst.
    pub(super) fn lateness_when_done(self) -> i64 {
        match self {
            Self::DoneLate(days) => days,
            Self::DoneOnTime => 0,
            _ => -1,
        }
    }
}

/// Two fields of whatever it is flattened into: `timeliness`, a word, and `days`.
impl Serialize for Timeliness {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Timeliness", 2)?;
        fields.serialize_field("timeliness", self.as_str())?;
        fields.serialize_field("days", &self.days())?;
        fields.end()
    }
}
