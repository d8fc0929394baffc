//! Days and times as people type them, the same on a command line and on the screen.

use chrono::{Datelike, NaiveDate};

use super::{Stretch, When};

/// How a day may be written: as in the files, or as offices write it.
const FORMS: [&str; 4] = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"];

/// Reads a day as `2022-03-18` or, as offices write it, `18/3/2022`; `None` when there is no such day, and for years
/// that no plan is for, such as the year 22.
#[must_use]
pub fn typed_day(typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim();
    let mut days = FORMS.iter().filter_map(|form| NaiveDate::parse_from_str(typed, form).ok());
    days.find(|day| (1900..3000).contains(&day.year()))
}

/// Reads a time in the notation of the files, or a day alone, which is the last one on time.
#[must_use]
pub fn typed_time(typed: &str) -> Option<When> {
    let day = typed_day(typed).map(|day| When::By(Stretch::Day(day)));
    day.or_else(|| typed.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_form() {
        let march = NaiveDate::from_ymd_opt(2022, 3, 18);
        for typed in ["2022-03-18", "18/3/2022", "18/03/2022", " 2022-03-18 ", "18-3-2022", "18.3.2022"] {
            assert_eq!(typed_day(typed), march, "{typed}");
        }
        for typed in
            ["2022-02-30", "22-3-18", "18/3/22", "18/3/99999", "1/1/1899", "1/1/3000", "yesterday", ""]
        {
            assert_eq!(typed_day(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_day_alone_is_a_deadline() {
        let read = |typed| typed_time(typed).map(|when| when.to_string());
        assert_eq!(read("30/11/2022").as_deref(), Some("by 2022-11-30"));
        assert_eq!(read(" by 2022-Q4").as_deref(), Some("by 2022-Q4"));
        assert_eq!((read("31/12/22"), read("by 0022-12-31")), (None, None));
    }
}
