//! A time in another year.

use chrono::{Datelike, NaiveDate};

use super::stretch::{Span, Stretch, YEARS};
use super::{Every, When};

impl When {
    /// The same time so many years later; the 29th of February falls on the 28th where there is none. `None` beyond the
    /// years that a time may name.
    #[must_use]
    pub fn moved(self, years: i32) -> Option<Self> {
        Some(match self {
            Self::In(span) => Self::In(span.moved(years)?),
            Self::By(stretch) => Self::By(stretch.moved(years)?),
            Self::Before(day) => Self::Before(moved(day, years)?),
            Self::Every(Every { rhythm, limit, within }) => {
                let within = match within {
                    Some(span) => Some(span.moved(years)?),
                    None => None,
                };
                Self::Every(Every { rhythm, limit, within })
            }
            Self::Ongoing | Self::Pending => self,
        })
    }
}

impl Span {
    fn moved(self, years: i32) -> Option<Self> {
        Some(match self {
            Self::One(stretch) => Self::One(stretch.moved(years)?),
            Self::Range(from, to) => Self::Range(from.moved(years)?, to.moved(years)?),
            Self::From(from) => Self::From(from.moved(years)?),
        })
    }
}

impl Stretch {
    fn moved(self, years: i32) -> Option<Self> {
        let moved_year = |year: i32| year.checked_add(years).filter(|year| YEARS.contains(year));
        Some(match self {
            Self::Year(year) => Self::Year(moved_year(year)?),
            Self::Half(year, half) => Self::Half(moved_year(year)?, half),
            Self::Quarter(year, quarter) => Self::Quarter(moved_year(year)?, quarter),
            Self::Month(year, month) => Self::Month(moved_year(year)?, month),
            Self::Day(day) => Self::Day(moved(day, years)?),
        })
    }
}

fn moved(day: NaiveDate, years: i32) -> Option<NaiveDate> {
    let year = day.year().checked_add(years).filter(|year| YEARS.contains(year))?;
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
}

#[cfg(test)]
mod tests {
    use super::When;

    #[track_caller]
    fn check(when: &str, years: i32, expected: Option<&str>) {
        let moved = when.parse::<When>().unwrap().moved(years);
        assert_eq!(moved.map(|when| when.to_string()).as_deref(), expected);
    }

    #[test]
    fn times_move_and_rhythms_keep_theirs() {
        check("2022-Q3", 1, Some("2023-Q3"));
        check("2022-Q1/2022-05", 1, Some("2023-Q1/2023-05"));
        check("2025-Q4/..", 2, Some("2027-Q4/.."));
        check("before 2022-10-15", 1, Some("before 2023-10-15"));
        check("by 2024-02-29", 1, Some("by 2025-02-28"));
        check("quarterly 2022-Q2/2022-Q4", 1, Some("quarterly 2023-Q2/2023-Q4"));
        check("yearly before 12-15", 1, Some("yearly before 12-15"));
        check("ongoing", 1, Some("ongoing"));
        check("by 2999", 1, None);
    }
}
