//! Days and numbers of days, as arguments have them.

use chrono::NaiveDate;

use super::expected::Expected;
use crate::domain::when::typed_day;

/// Reads a day as `2022-03-18` or, as offices write it, `18/3/2022`.
///
/// # Errors
/// When there is no such day.
pub fn day(typed: &str) -> Result<NaiveDate, Expected> {
    typed_day(typed).ok_or(Expected::Day)
}

/// Reads a number of days: `14d`, `14`, `2w`.
///
/// # Errors
/// When it is no such number.
pub fn days(typed: &str) -> Result<u32, Expected> {
    let typed = typed.trim();
    let (digits, each) = match typed.strip_suffix('w') {
        Some(weeks) => (weeks, 7),
        None => (typed.strip_suffix('d').unwrap_or(typed), 1),
    };
    let number = digits.parse::<u32>().ok().and_then(|number| number.checked_mul(each));
    number.filter(|days| *days <= 36_500).ok_or(Expected::Days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_there_is_not_is_answered_with_both_forms() {
        assert_eq!(day("18/3/2022"), Ok(NaiveDate::from_ymd_opt(2022, 3, 18).unwrap()));
        assert_eq!(day("18/3/22"), Err(Expected::Day));
    }

    #[test]
    fn days_may_be_weeks() {
        assert_eq!((days("14d"), days("14"), days("2w")), (Ok(14), Ok(14), Ok(14)));
        for typed in ["d", "-1", "999999999w", "36501", "two"] {
            assert!(days(typed).is_err(), "{typed}");
        }
    }
}
