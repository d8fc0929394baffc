//! Stretches of the calendar in words.

use super::{Lang, date};
use crate::domain::{Span, Stretch};
use chrono::Datelike;

/// A span as it stands alone: "Quý III/2022", "Quý I - Quý II/2022", "từ quý IV/2025 trở đi".
#[must_use]
pub fn in_words(lang: Lang, span: Span) -> String {
    match (lang, span) {
        (_, Span::One(stretch)) => alone(lang, stretch),
        (_, Span::Range(from, to)) => range(lang, from, to),
        (Lang::Vi, Span::From(stretch)) => format!("từ {} trở đi", running(lang, stretch)),
        (Lang::En, Span::From(stretch)) => format!("from {} on", running(lang, stretch)),
    }
}

/// A stretch as it stands within a sentence: "quý III/2022", "năm 2022".
#[must_use]
pub fn running(lang: Lang, stretch: Stretch) -> String {
    let year = stretch.year();
    match lang {
        Lang::Vi => match stretch {
            Stretch::Year(_) => format!("năm {year}"),
            Stretch::Half(..) => format!("{} năm {year}", part(lang, stretch)),
            Stretch::Quarter(..) | Stretch::Month(..) => format!("{}/{year}", part(lang, stretch)),
            Stretch::Day(day) => format!("ngày {}", date::day(lang, day)),
        },
        Lang::En => match stretch {
            Stretch::Year(_) => year.to_string(),
            Stretch::Half(..) => format!("{} of {year}", part(lang, stretch)),
            Stretch::Quarter(..) | Stretch::Month(..) => format!("{} {year}", part(lang, stretch)),
            Stretch::Day(day) => date::day(lang, day),
        },
    }
}

/// A stretch without its year; of a year nothing.
fn part(lang: Lang, stretch: Stretch) -> String {
    match (lang, stretch) {
        (_, Stretch::Year(_)) => String::new(),
        (Lang::Vi, Stretch::Half(_, half)) => {
            if half == 1 { "6 tháng đầu" } else { "6 tháng cuối" }.to_owned()
        }
        (Lang::En, Stretch::Half(_, half)) => if half == 1 { "first half" } else { "second half" }.to_owned(),
        (Lang::Vi, Stretch::Quarter(_, quarter)) => format!("quý {}", roman(quarter)),
        (Lang::En, Stretch::Quarter(_, quarter)) => format!("Q{quarter}"),
        (Lang::Vi, Stretch::Month(_, month)) => format!("tháng {}", date::month_digits(month.into())),
        (Lang::En, Stretch::Month(_, month)) => date::month_name(month.into()).to_owned(),
        (Lang::Vi, Stretch::Day(day)) => format!("ngày {}", date::day_month(lang, day)),
        (Lang::En, Stretch::Day(day)) => date::day_month(lang, day),
    }
}

/// The number of a quarter as Vietnamese documents have it.
#[must_use]
pub fn roman(quarter: u8) -> &'static str {
    match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

fn alone(lang: Lang, stretch: Stretch) -> String {
    match (lang, stretch) {
        (Lang::Vi, Stretch::Year(year)) => format!("Cả năm {year}"),
        (Lang::En, Stretch::Year(year)) => format!("all of {year}"),
        (Lang::Vi, Stretch::Quarter(..) | Stretch::Month(..)) => capital(&running(lang, stretch)),
        _ => running(lang, stretch),
    }
}

/// A range: its parts joined by a dash where they are of one kind, else "từ ... đến ...".
fn range(lang: Lang, from: Stretch, to: Stretch) -> String {
    match (from, to) {
        (Stretch::Year(from), Stretch::Year(to)) if lang == Lang::Vi => format!("Năm {from} - {to}"),
        (Stretch::Year(from), Stretch::Year(to)) => format!("{from} - {to}"),
        (Stretch::Quarter(..), Stretch::Quarter(..)) | (Stretch::Month(..), Stretch::Month(..)) => {
            let same_year = from.year() == to.year();
            let start = if same_year { part(lang, from) } else { running(lang, from) };
            format!("{} - {}", capital(&start), capital(&running(lang, to)))
        }
        (Stretch::Day(first), Stretch::Day(last)) if first.year() == last.year() => {
            between(lang, &part(lang, from), &running(lang, to))
        }
        _ => between(lang, &running(lang, from), &running(lang, to)),
    }
}

fn between(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Vi => format!("từ {from} đến {to}"),
        Lang::En => format!("from {from} to {to}"),
    }
}

/// The same text with a capital at its start.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_worded_as_plans_word_it() {
        for (span, vi, en) in [
            ("2022", "Cả năm 2022", "all of 2022"),
            ("2022-H1", "6 tháng đầu năm 2022", "first half of 2022"),
            ("2022-H2", "6 tháng cuối năm 2022", "second half of 2022"),
            ("2022-Q3", "Quý III/2022", "Q3 2022"),
            ("2022-05", "Tháng 5/2022", "May 2022"),
            ("2022-02", "Tháng 02/2022", "Feb 2022"),
            ("2022-03-18", "ngày 18/3/2022", "18 Mar 2022"),
            ("2022-Q1/2022-Q2", "Quý I - Quý II/2022", "Q1 - Q2 2022"),
            ("2025-Q4/2026-Q2", "Quý IV/2025 - Quý II/2026", "Q4 2025 - Q2 2026"),
            ("2025-11/2025-12", "Tháng 11 - Tháng 12/2025", "Nov - Dec 2025"),
            ("2026/2030", "Năm 2026 - 2030", "2026 - 2030"),
            ("2025-12/2026-Q1", "từ tháng 12/2025 đến quý I/2026", "from Dec 2025 to Q1 2026"),
            ("2022-01-03/2022-01-09", "từ ngày 03/01 đến ngày 09/01/2022", "from 3 Jan to 9 Jan 2022"),
            (
                "2022-H1/2022-Q3",
                "từ 6 tháng đầu năm 2022 đến quý III/2022",
                "from first half of 2022 to Q3 2022",
            ),
            ("2025-Q4/..", "từ quý IV/2025 trở đi", "from Q4 2025 on"),
        ] {
            let span = span.parse().unwrap();
            assert_eq!((in_words(Lang::Vi, span).as_str(), in_words(Lang::En, span).as_str()), (vi, en));
        }
    }
}
