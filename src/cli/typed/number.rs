//! Numbers, as arguments have them.

use super::expected::Expected;
use crate::domain::when::YEARS;

/// Reads a year.
///
/// # Errors
/// When it is none that a plan can be for.
pub fn year(typed: &str) -> Result<i32, Expected> {
    let year = typed.trim().parse().ok();
    year.filter(|year| YEARS.contains(year)).ok_or(Expected::Year)
}

/// Reads how far a task has come, in hundredths: `60`, `60%`.
///
/// # Errors
/// When it is no number from 0 to 100.
pub fn percent(typed: &str) -> Result<u8, Expected> {
    let number = typed.trim().trim_end_matches('%').parse().ok();
    number.filter(|percent| *percent <= 100).ok_or(Expected::Percent)
}

/// Reads how many of something are wanted.
///
/// # Errors
/// When it is no number.
pub fn count(typed: &str) -> Result<usize, Expected> {
    typed.trim().parse().map_err(|_| Expected::Count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_bounds() {
        assert_eq!(
            (year("2022"), year("22"), year("3000")),
            (Ok(2022), Err(Expected::Year), Err(Expected::Year))
        );
        assert_eq!((percent("60%"), percent("101")), (Ok(60), Err(Expected::Percent)));
        assert_eq!((count("5"), count("-1")), (Ok(5), Err(Expected::Count)));
    }
}
