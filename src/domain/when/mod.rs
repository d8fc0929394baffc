//! Times as plans word them: not a day but a quarter, a year, a deadline, a rhythm, a condition.
//!
//! [`When`] is the notation of `plan-format.md`: `parse(print(x)) = x`. [`When::occurrences`] expands it into stretches
//! of days over the term of a plan.

mod moved;
mod notation;
mod occurrence;
#[cfg(test)]
mod properties;
mod stretch;
mod typed;

use chrono::NaiveDate;

pub use notation::WhenError;
pub use occurrence::{MAX_PERIODS, Occurrence, Term};
pub use stretch::{Span, Stretch, YEARS};
pub use typed::{typed_day, typed_quarter, typed_stretch, typed_time};

/// When a task is to be done, as understood.
///
/// | written | means |
/// | --- | --- |
/// | `2022`, `2022-H1`, `2022-Q3`, `2022-05`, `2022-03-18` | in a year, half, quarter, month, on a day |
/// | `2022-Q1/2022-Q2`, `2025-Q4/..` | from the start of one to the end of the other; with no end given |
/// | `by 2022-10-15`, `by 2022-Q3` | the last day that is on time |
/// | `before 2022-10-15` | the words "trước ngày" |
/// | `daily` ... `yearly`, `quarterly 2022-Q2/2022-Q4` | recurring, over the plan's term or a part of it |
/// | `monthly by 25`, `yearly before 12-15` | recurring with a deadline |
/// | `ongoing`, `pending` | without a deadline; on a condition |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Within a stretch of the calendar; its last day is the last on time.
    In(Span),
    /// A deadline: the last day of the stretch is on time.
    By(Stretch),
    /// "trước ngày": the day before is the last on time, unless the workspace lets the day itself count.
    Before(NaiveDate),
    /// Once in each period of a rhythm.
    Every(Every),
    /// Thường xuyên: over the plan's term, without a deadline.
    Ongoing,
    /// A condition or a date not fixed yet.
    Pending,
}

/// A recurring time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Every {
    /// How often.
    pub rhythm: Rhythm,
    /// The deadline within each period.
    pub limit: Option<Limit>,
    /// The part of the calendar that it recurs in; `None` means the plan's term.
    pub within: Option<Span>,
}

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rhythm {
    /// hằng ngày
    Daily,
    /// hằng tuần
    Weekly,
    /// hằng tháng
    Monthly,
    /// hằng quý
    Quarterly,
    /// 6 tháng một lần
    HalfYearly,
    /// hằng năm
    Yearly,
}

/// The deadline within each period of a rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// `by 25`: the day is on time.
    By(LimitDay),
    /// `before 25`: the day before is.
    Before(LimitDay),
}

/// A day within a period: of its last month, or of the year where the rhythm is yearly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LimitDay {
    /// The month, for yearly rhythms alone.
    pub month: Option<u8>,
    /// The day of the month; a shorter month ends earlier.
    pub day: u8,
}
