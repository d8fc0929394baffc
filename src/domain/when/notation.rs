//! The notation of times, read and written.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::stretch::number;
use super::{Every, Limit, LimitDay, Rhythm, Stretch, When};

/// Why a text is not a time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// No stretch of the calendar is written so.
    #[error(
        "\"{0}\" is not a time: expected a year, half, quarter, month or day such as 2022, 2022-H1, 2022-Q3, 2022-05, 2022-03-18"
    )]
    Stretch(String),
    /// A range that ends before it starts.
    #[error("\"{0}\" ends before it starts")]
    Backwards(String),
    /// A deadline within a rhythm that cannot have it.
    #[error("\"{0}\" is not a deadline of that rhythm: expected a day such as 25, or for yearly 12-15")]
    Limit(String),
}

impl WhenError {
    pub(super) fn stretch(text: &str) -> Self {
        Self::Stretch(text.to_owned())
    }

    pub(super) fn backwards(text: &str) -> Self {
        Self::Backwards(text.to_owned())
    }
}

impl Rhythm {
    /// All of them, the quickest first.
    pub const ALL: [Self; 6] =
        [Self::Daily, Self::Weekly, Self::Monthly, Self::Quarterly, Self::HalfYearly, Self::Yearly];

    /// The word of the notation.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::HalfYearly => "half-yearly",
            Self::Yearly => "yearly",
        }
    }

    fn limit_day(self, text: &str) -> Option<LimitDay> {
        let day = |digits: &str| {
            let length = digits.len().min(2);
            number(digits, length).and_then(|d| u8::try_from(d).ok()).filter(|d| (1..=31).contains(d))
        };
        match self {
            Self::Daily | Self::Weekly => None,
            Self::Monthly | Self::Quarterly | Self::HalfYearly => {
                Some(LimitDay { month: None, day: day(text)? })
            }
            Self::Yearly => {
                let (month, day) = text.split_once('-')?;
                let (month, day) = (number(month, 2)?, number(day, 2)?);
                // 2024 is a leap year, so that 29 February may be written.
                NaiveDate::from_ymd_opt(2024, month, day)?;
                Some(LimitDay { month: u8::try_from(month).ok(), day: u8::try_from(day).ok()? })
            }
        }
    }
}

impl fmt::Display for LimitDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            Some(month) => write!(f, "{month:02}-{:02}", self.day),
            None => write!(f, "{}", self.day),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::By(day) => write!(f, "by {day}"),
            Self::Before(day) => write!(f, "before {day}"),
        }
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rhythm.as_str())?;
        if let Some(limit) = self.limit {
            write!(f, " {limit}")?;
        }
        self.within.map_or(Ok(()), |span| write!(f, " {span}"))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::In(span) => span.fmt(f),
            Self::By(stretch) => write!(f, "by {stretch}"),
            Self::Before(day) => write!(f, "before {}", Stretch::Day(*day)),
            Self::Every(every) => every.fmt(f),
            Self::Ongoing => f.write_str("ongoing"),
            Self::Pending => f.write_str("pending"),
        }
    }
}

impl FromStr for Every {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        let mut words = text.split_ascii_whitespace();
        let rhythm = words.next().and_then(|word| Rhythm::ALL.into_iter().find(|r| r.as_str() == word));
        let rhythm = rhythm.ok_or_else(|| WhenError::stretch(text))?;
        let mut rest = words.next();
        let mut limit = None;
        if let Some(word @ ("by" | "before")) = rest {
            let day = words.next().unwrap_or_default();
            let day = rhythm.limit_day(day).ok_or_else(|| WhenError::Limit(text.to_owned()))?;
            limit = Some(if word == "by" { Limit::By(day) } else { Limit::Before(day) });
            rest = words.next();
        }
        let within = rest.map(str::parse).transpose()?;
        match words.next() {
            None => Ok(Self { rhythm, limit, within }),
            Some(_) => Err(WhenError::stretch(text)),
        }
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        let text = text.trim();
        if let Some(stretch) = text.strip_prefix("by ") {
            return stretch.parse().map(Self::By);
        }
        if let Some(day) = text.strip_prefix("before ") {
            return match day.parse()? {
                Stretch::Day(day) => Ok(Self::Before(day)),
                _ => Err(WhenError::stretch(day)),
            };
        }
        match text {
            "ongoing" => Ok(Self::Ongoing),
            "pending" => Ok(Self::Pending),
            _ if text.starts_with(|c: char| c.is_ascii_lowercase()) => text.parse().map(Self::Every),
            _ => text.parse().map(Self::In),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_reads_and_prints_back() {
        for text in [
            "2022",
            "2022-H1",
            "2022-Q3",
            "2022-05",
            "2022-03-18",
            "2022-Q1/2022-Q2",
            "2025-Q4/..",
            "by 2022-10-15",
            "by 2022-Q3",
            "by 2025",
            "before 2022-10-15",
            "daily",
            "weekly",
            "monthly",
            "quarterly",
            "half-yearly",
            "yearly",
            "quarterly 2022-Q2/2022-Q4",
            "monthly by 25",
            "quarterly by 25",
            "yearly before 12-15",
            "monthly by 25 2022-Q2/2022-Q4",
            "ongoing",
            "pending",
        ] {
            let when: When = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(when.to_string(), text);
        }
    }

    #[test]
    fn nonsense_is_refused_with_a_reason() {
        for (text, reason) in [
            ("", "not a time"),
            ("2022-13", "not a time"),
            ("2022-02-30", "not a time"),
            ("2022-Q5", "not a time"),
            ("22", "not a time"),
            ("2022-Q3/2022-Q1", "ends before"),
            ("before 2022", "not a time"),
            ("monthly by 32", "not a deadline"),
            ("yearly by 15", "not a deadline"),
            ("weekly by 3", "not a deadline"),
            ("sometimes", "not a time"),
            ("daily 2022 2023", "not a time"),
        ] {
            let error = text.parse::<When>().expect_err(text).to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }
}
