//! What was expected where an argument is refused.

use std::error::Error;
use std::fmt;

use crate::locale::{Lang, usage};
use crate::workspace::{PlanIdError, sentence};

/// What an argument had to be; put in words by [`sentence`](Self::sentence).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A day, in one of two forms.
    Day,
    /// A number of days.
    Days,
    /// A number from 0 to 100.
    Percent,
    /// A year.
    Year,
    /// How many.
    Count,
    /// A plan's id.
    PlanId(PlanIdError),
}

impl Expected {
    /// What was expected, or what is wrong.
    pub fn sentence(self, lang: Lang) -> String {
        match self {
            Self::Day => usage::a_day(lang).to_owned(),
            Self::Days => usage::days(lang).to_owned(),
            Self::Percent => usage::percent(lang).to_owned(),
            Self::Year => usage::a_year(lang).to_owned(),
            Self::Count => usage::count(lang).to_owned(),
            Self::PlanId(error) => sentence::plan_id(lang, error),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl Error for Expected {}
