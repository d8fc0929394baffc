//! Days and times as people type them, the same on a command line and on the screen.

use chrono::{Datelike, NaiveDate};

use super::{Span, Stretch, When, YEARS};
use crate::text::fold;

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

/// Reads a time in the notation of the files or as offices write it, or a day alone, which is the last one on time.
#[must_use]
pub fn typed_time(typed: &str) -> Option<When> {
    let day = typed_day(typed).map(|day| When::By(Stretch::Day(day)));
    let written = || typed_stretch(typed, None).map(|stretch| When::In(Span::One(stretch)));
    day.or_else(|| typed.trim().parse().ok()).or_else(written)
}

/// Reads a quarter, month or year as `2022-Q3` or, as offices write it, `quý III/2022`, `Q3`, `tháng 3/2023`, `3/2023`,
/// `năm 2022`; one without its year lies in the year given, if any is.
#[must_use]
pub fn typed_stretch(typed: &str, year: Option<i32>) -> Option<Stretch> {
    if let Ok(stretch) = typed.trim().to_uppercase().parse() {
        return Some(stretch);
    }
    let folded = fold(typed.trim());
    let nouns = ["quy", "qui", "q", "thang", "nam", ""];
    let (noun, rest) = nouns.iter().find_map(|noun| Some((*noun, folded.strip_prefix(noun)?)))?;
    let mut parts = rest.split([' ', '/', '-', '.']).filter(|part| !matches!(*part, "" | "nam"));
    let (first, second) = (parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let written = |digits: &str| digits.parse().ok().filter(|year| digits.len() == 4 && YEARS.contains(year));
    let year = match second {
        Some(digits) => Some(written(digits)?),
        None => year,
    };
    match noun {
        "nam" => written(first).filter(|_| second.is_none()).map(Stretch::Year),
        "thang" => Some(Stretch::Month(year?, month(first)?)),
        "" => Some(Stretch::Month(second.and(year)?, month(first)?)),
        _ => Some(Stretch::Quarter(year?, typed_quarter(first)?)),
    }
}

/// Reads the number of a quarter, `4` or `IV`.
#[must_use]
pub fn typed_quarter(typed: &str) -> Option<u8> {
    match typed.trim().to_lowercase().as_str() {
        "i" | "1" | "01" => Some(1),
        "ii" | "2" | "02" => Some(2),
        "iii" | "3" | "03" => Some(3),
        "iv" | "4" | "04" => Some(4),
        _ => None,
    }
}

fn month(digits: &str) -> Option<u8> {
    digits.parse().ok().filter(|month| (1..=12).contains(month) && digits.len() <= 2)
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
    fn a_stretch_is_read_as_offices_write_it() {
        let read = |typed| typed_stretch(typed, Some(2022)).map(|stretch| stretch.to_string());
        for (typed, expected) in [
            ("quý I/2023", "2023-Q1"),
            ("Quý IV năm 2022", "2022-Q4"),
            ("quy 4", "2022-Q4"),
            ("Q3", "2022-Q3"),
            ("q3/2024", "2024-Q3"),
            ("2022-q3", "2022-Q3"),
            ("tháng 3/2023", "2023-03"),
            ("Tháng 03", "2022-03"),
            ("3/2023", "2023-03"),
            ("năm 2023", "2023"),
            ("2023", "2023"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(expected), "{typed}");
        }
        for typed in
            ["quý V", "quý", "Q5", "tháng 13/2022", "3", "31/2/2023", "năm 22", "quý I/22", "q1 q2 q3", ""]
        {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(typed_stretch("quý I", None), None);
    }

    #[test]
    fn a_day_alone_is_a_deadline() {
        let read = |typed| typed_time(typed).map(|when| when.to_string());
        assert_eq!(read("30/11/2022").as_deref(), Some("by 2022-11-30"));
        assert_eq!(read(" by 2022-Q4").as_deref(), Some("by 2022-Q4"));
        assert_eq!(read("quý I/2023").as_deref(), Some("2023-Q1"));
        assert_eq!((read("31/12/22"), read("by 0022-12-31")), (None, None));
    }
}
