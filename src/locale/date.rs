//! Days in words.

use chrono::{Datelike, NaiveDate};

use super::Lang;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day with its year: "05/3/2022", "5 Mar 2022".
#[must_use]
pub fn day(lang: Lang, day: NaiveDate) -> String {
    let separator = if lang == Lang::Vi { '/' } else { ' ' };
    format!("{}{separator}{}", day_month(lang, day), day.year())
}

/// A day within a year: "05/3", "5 Mar".
#[must_use]
pub fn day_month(lang: Lang, day: NaiveDate) -> String {
    of_year(lang, day.month(), day.day())
}

/// The day of a month of any year.
pub(super) fn of_year(lang: Lang, month: u32, day: u32) -> String {
    match lang {
        Lang::Vi => format!("{day:02}/{}", month_digits(month)),
        Lang::En => format!("{day} {}", month_name(month)),
    }
}

/// A month as a Vietnamese office writes it. Decree 30/2020 has a zero before days under 10 and before January and
/// February alone, where a stroke could be added.
pub(super) fn month_digits(month: u32) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

/// The short English name of a month, 1 to 12.
pub(super) fn month_name(month: u32) -> &'static str {
    (month as usize).checked_sub(1).and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_the_office_writes_it() {
        for (date, vi, en) in [
            ("2022-03-18", "18/3/2022", "18 Mar 2022"),
            ("2022-02-05", "05/02/2022", "5 Feb 2022"),
            ("2022-10-01", "01/10/2022", "1 Oct 2022"),
        ] {
            let date = date.parse().unwrap();
            assert_eq!((day(Lang::Vi, date).as_str(), day(Lang::En, date).as_str()), (vi, en));
        }
    }
}
