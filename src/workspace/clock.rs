//! The clock, read here and nowhere else.

use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveTime};

/// Today and now, perhaps fixed from outside.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    fixed: Option<NaiveDate>,
}

impl Clock {
    /// A clock that shows `today` at all times of the day, or the real day.
    #[must_use]
    pub fn new(today: Option<NaiveDate>) -> Self {
        Self { fixed: today }
    }

    /// The day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// The moment, in the local offset. On a fixed day the hours are those of the real one, so that lines written one
    /// after another keep their order.
    #[must_use]
    pub fn now(&self) -> DateTime<FixedOffset> {
        let now = Local::now().fixed_offset();
        let Some(day) = self.fixed else { return now };
        let at = |time: NaiveTime| day.and_time(time).and_local_timezone(*now.offset()).single();
        at(now.time()).unwrap_or(now)
    }

    /// Where the clock stands, east of UTC.
    #[must_use]
    pub fn zone() -> FixedOffset {
        *Local::now().offset()
    }

    /// The moment by which the ages of files are told; never fixed from outside, for files are not.
    #[must_use]
    pub fn instant() -> SystemTime {
        SystemTime::now()
    }
}
