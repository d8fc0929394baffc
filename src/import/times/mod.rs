//! Times in a plan's words, read into [`When`](crate::domain::When).
//!
//! A label's value ("Thời gian hoàn thành: Quý III/2022") is all about time: what is not understood is a condition.
//! In running text most dates are none of the task's: only deadlines and recurrences count, and what stands alone in
//! brackets. `calendar` reads one stretch of the calendar, `span` ranges of them, `bound` the words that make a
//! deadline, `deadline` and `rhythm` what both come to; `label` and `sentence` decide what counts, `event` and `day` which days of something
//! that is held, `recurrence` what comes back, `extension` deadlines that are moved, `condition` what waits for something else;
//! `missed` what only looks like a time, `window` days that a report counts.

mod bound;
mod calendar;
mod citation;
mod condition;
mod day;
mod deadline;
mod entry;
mod event;
mod extension;
mod label;
mod missed;
mod recurrence;
mod rhythm;
mod sentence;
mod span;
#[cfg(test)]
mod tests;
mod window;

pub use label::of_label;
pub use sentence::{impossible, of_sentence, unread};

/// The years that a plan is for; a time without a year lies in the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// The first year.
    pub year: i32,
    /// The last, where the plan is for several.
    pub until: Option<i32>,
    /// The year of issue, where it is the one before: work of a plan may fall due before its first year.
    pub issued: Option<i32>,
}

impl Years {
    /// The first year in which work of the plan may fall due.
    fn first(self) -> i32 {
        self.issued.map_or(self.year, |issued| issued.min(self.year))
    }
}
