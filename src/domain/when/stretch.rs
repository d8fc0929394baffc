//! A named stretch of the calendar, and a span of one or two of them.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::notation::WhenError;

/// The years that a time or a plan may name.
pub const YEARS: RangeInclusive<i32> = 1900..=2999;

/// A year, half, quarter, month or day: `2022`, `2022-H1`, `2022-Q3`, `2022-05`, `2022-03-18`.
///
/// Years have four digits, 1900 to 2999; anything else is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Stretch {
    /// A whole year.
    Year(i32),
    /// A half of a year, 1 or 2.
    Half(i32, u8),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u8),
    /// A month of a year, 1 to 12.
    Month(i32, u8),
    /// A day.
    Day(NaiveDate),
}

impl Stretch {
    /// The first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            other => month_start(other.year(), other.first_month()),
        }
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            other => other.first() + Months::new(other.months()) - Days::new(1),
        }
    }

    /// The year that it lies in.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Half(year, _) | Self::Quarter(year, _) | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// The quarter that a day lies in.
    #[must_use]
    pub fn quarter_of(day: NaiveDate) -> Self {
        Self::Quarter(day.year(), u8::try_from(day.month0() / 3 + 1).unwrap_or(1))
    }

    /// The month that a day lies in.
    #[must_use]
    pub fn month_of(day: NaiveDate) -> Self {
        Self::Month(day.year(), u8::try_from(day.month()).unwrap_or(1))
    }

    fn first_month(self) -> u32 {
        match self {
            Self::Year(_) => 1,
            Self::Half(_, half) => u32::from(half) * 6 - 5,
            Self::Quarter(_, quarter) => u32::from(quarter) * 3 - 2,
            Self::Month(_, month) => u32::from(month),
            Self::Day(day) => day.month(),
        }
    }

    fn months(self) -> u32 {
        match self {
            Self::Year(_) => 12,
            Self::Half(..) => 6,
            Self::Quarter(..) => 3,
            Self::Month(..) | Self::Day(_) => 1,
        }
    }
}

/// The first of a month; the epoch where there is no such month, which the parsers rule out.
pub(super) fn month_start(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
        }
    }
}

impl FromStr for Stretch {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        let refuse = || WhenError::stretch(text);
        let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
        let year = number(year, 4).and_then(|y| i32::try_from(y).ok()).filter(|y| YEARS.contains(y));
        let year = year.ok_or_else(refuse)?;
        let Some(rest) = rest else { return Ok(Self::Year(year)) };
        let part = |digits: &str, most: u8| {
            number(digits, 1)
                .and_then(|n| u8::try_from(n).ok())
                .filter(|n| (1..=most).contains(n))
                .ok_or_else(refuse)
        };
        if let Some(half) = rest.strip_prefix('H') {
            return Ok(Self::Half(year, part(half, 2)?));
        }
        if let Some(quarter) = rest.strip_prefix('Q') {
            return Ok(Self::Quarter(year, part(quarter, 4)?));
        }
        let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
        let month = number(month, 2).filter(|m| (1..=12).contains(m)).ok_or_else(refuse)?;
        let Some(day) = day else { return Ok(Self::Month(year, u8::try_from(month).unwrap_or(1))) };
        let day = number(day, 2).ok_or_else(refuse)?;
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day).ok_or_else(refuse)
    }
}

/// A number of exactly so many digits.
pub(super) fn number(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

impl TryFrom<String> for Stretch {
    type Error = WhenError;

    fn try_from(text: String) -> Result<Self, WhenError> {
        text.parse()
    }
}

impl From<Stretch> for String {
    fn from(stretch: Stretch) -> Self {
        stretch.to_string()
    }
}

/// One stretch, a range of two, or one with no end given: `2022-Q1`, `2022-Q1/2022-Q2`, `2025-Q4/..`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// A single stretch.
    One(Stretch),
    /// From the start of the first to the end of the second, which does not end before the first starts.
    Range(Stretch, Stretch),
    /// From the start of the stretch on.
    From(Stretch),
}

impl Span {
    /// The first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        match self {
            Self::One(stretch) | Self::Range(stretch, _) | Self::From(stretch) => stretch.first(),
        }
    }

    /// The last day, `None` where no end is given.
    #[must_use]
    pub fn last(self) -> Option<NaiveDate> {
        match self {
            Self::One(stretch) | Self::Range(_, stretch) => Some(stretch.last()),
            Self::From(_) => None,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(stretch) => stretch.fmt(f),
            Self::Range(from, to) => write!(f, "{from}/{to}"),
            Self::From(from) => write!(f, "{from}/.."),
        }
    }
}

impl FromStr for Span {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        match text.split_once('/') {
            None => text.parse().map(Self::One),
            Some((from, "..")) => from.parse().map(Self::From),
            Some((from, to)) => {
                let (from, to): (Stretch, Stretch) = (from.parse()?, to.parse()?);
                if to.last() < from.first() {
                    return Err(WhenError::backwards(text));
                }
                Ok(Self::Range(from, to))
            }
        }
    }
}
