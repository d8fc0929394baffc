//! Times in words: every row of the notation, as plans word it.

use std::borrow::Cow;

use super::{Lang, date, span, words};
use crate::domain::when::LimitDay;
use crate::domain::{Entry, Every, Limit, PeriodKey, Rhythm, Span, Stretch, When};

words! {
    ongoing = "Thường xuyên" | "ongoing";
    pending = "Chưa xác định thời hạn" | "no date yet";
    daily = "Hằng ngày" | "every day";
    weekly = "Hằng tuần" | "every week";
    monthly = "Hằng tháng" | "every month";
    quarterly = "Hằng quý" | "every quarter";
    half_yearly = "6 tháng một lần" | "every half year";
    yearly = "Hằng năm" | "every year";
    by(end: &str) = "chậm nhất {end}" | "by {end}";
    by_the_end(stretch: &str) = "chậm nhất hết {stretch}" | "by the end of {stretch}";
    before(day: &str) = "trước {day}" | "before {day}";
    day_of_month(day: &str) = "ngày {day} hằng tháng" | "the {day} of every month";
    day_of_quarter(day: &str) = "ngày {day} của tháng cuối mỗi quý" | "the {day} of each quarter's last month";
    day_of_half(day: &str) = "ngày {day} của tháng cuối mỗi 6 tháng" | "the {day} of each half year's last month";
    day_of_year(day: &str) = "ngày {day} hằng năm" | "{day} every year";
}

/// A time in words: "Quý I - Quý II/2022", "chậm nhất ngày 15/10/2022", "trước ngày 15/12 hằng năm".
#[must_use]
pub fn in_words(lang: Lang, when: When) -> String {
    match when {
        When::In(stretches) => span::in_words(lang, stretches),
        When::By(day @ Stretch::Day(_)) => by(lang, &span::running(lang, day)),
        When::By(stretch) => by_the_end(lang, &span::running(lang, stretch)),
        When::Before(day) => before(lang, &span::running(lang, Stretch::Day(day))),
        When::Every(every) => recurring(lang, every),
        When::Ongoing => ongoing(lang).to_owned(),
        When::Pending => pending(lang).to_owned(),
    }
}

/// An entry of a timeline as the document words it, else in our words. Not sanitised.
#[must_use]
pub fn entry(lang: Lang, entry: &Entry) -> Cow<'_, str> {
    if entry.text.trim().is_empty() {
        return Cow::Owned(in_words(lang, entry.when));
    }
    Cow::Borrowed(&entry.text)
}

/// A period: the stretch where its entry recurs, else what falls due, else the entry as worded. Not sanitised.
#[must_use]
pub fn period(lang: Lang, key: &PeriodKey, timeline: &[Entry]) -> Option<String> {
    let (id, stretch) = key.0.split_once('/').map_or((key.0.as_str(), None), |(id, rest)| (id, Some(rest)));
    if let Some(span) = stretch.and_then(|stretch| stretch.parse::<Span>().ok()) {
        return Some(span::in_words(lang, span));
    }
    let named = timeline.iter().find(|entry| entry.id == id)?;
    Some(named.label.clone().unwrap_or_else(|| entry(lang, named).into_owned()))
}

/// How often, in words.
#[must_use]
pub fn rhythm(lang: Lang, rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Daily => daily(lang),
        Rhythm::Weekly => weekly(lang),
        Rhythm::Monthly => monthly(lang),
        Rhythm::Quarterly => quarterly(lang),
        Rhythm::HalfYearly => half_yearly(lang),
        Rhythm::Yearly => yearly(lang),
    }
}

fn recurring(lang: Lang, every: Every) -> String {
    let often = match every.limit {
        None => rhythm(lang, every.rhythm).to_owned(),
        Some(Limit::By(day)) => by(lang, &limit_day(lang, every.rhythm, day)),
        Some(Limit::Before(day)) => before(lang, &limit_day(lang, every.rhythm, day)),
    };
    match every.within {
        None => often,
        Some(part) => format!("{often} ({})", span::in_words(lang, part)),
    }
}

fn limit_day(lang: Lang, rhythm: Rhythm, limit: LimitDay) -> String {
    if let Some(month) = limit.month {
        return day_of_year(lang, &date::of_year(lang, month.into(), limit.day.into()));
    }
    let day = match lang {
        Lang::Vi => limit.day.to_string(),
        Lang::En => ordinal(limit.day),
    };
    match rhythm {
        Rhythm::Quarterly => day_of_quarter(lang, &day),
        Rhythm::HalfYearly => day_of_half(lang, &day),
        _ => day_of_month(lang, &day),
    }
}

fn ordinal(day: u8) -> String {
    let ending = match (day / 10, day % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_worded() {
        for (when, vi, en) in [
            ("2022", "Cả năm 2022", "all of 2022"),
            ("2022-H1", "6 tháng đầu năm 2022", "first half of 2022"),
            ("2022-Q3", "Quý III/2022", "Q3 2022"),
            ("2022-05", "Tháng 5/2022", "May 2022"),
            ("2022-03-18", "ngày 18/3/2022", "18 Mar 2022"),
            ("2022-Q1/2022-Q2", "Quý I - Quý II/2022", "Q1 - Q2 2022"),
            ("2025-Q4/..", "từ quý IV/2025 trở đi", "from Q4 2025 on"),
            ("by 2022-10-15", "chậm nhất ngày 15/10/2022", "by 15 Oct 2022"),
            ("by 2022-Q3", "chậm nhất hết quý III/2022", "by the end of Q3 2022"),
            ("by 2025", "chậm nhất hết năm 2025", "by the end of 2025"),
            ("before 2022-10-15", "trước ngày 15/10/2022", "before 15 Oct 2022"),
            ("daily", "Hằng ngày", "every day"),
            ("weekly", "Hằng tuần", "every week"),
            ("monthly", "Hằng tháng", "every month"),
            ("quarterly", "Hằng quý", "every quarter"),
            ("half-yearly", "6 tháng một lần", "every half year"),
            ("yearly", "Hằng năm", "every year"),
            ("quarterly 2022-Q2/2022-Q4", "Hằng quý (Quý II - Quý IV/2022)", "every quarter (Q2 - Q4 2022)"),
            ("monthly by 25", "chậm nhất ngày 25 hằng tháng", "by the 25th of every month"),
            (
                "quarterly by 22",
                "chậm nhất ngày 22 của tháng cuối mỗi quý",
                "by the 22nd of each quarter's last month",
            ),
            ("yearly before 12-15", "trước ngày 15/12 hằng năm", "before 15 Dec every year"),
            ("ongoing", "Thường xuyên", "ongoing"),
            ("pending", "Chưa xác định thời hạn", "no date yet"),
        ] {
            let when = when.parse().unwrap();
            assert_eq!((in_words(Lang::Vi, when).as_str(), in_words(Lang::En, when).as_str()), (vi, en));
        }
    }

    #[test]
    fn the_wording_of_the_document_comes_first() {
        let worded =
            |text: &str| Entry { id: "a".into(), when: When::Pending, label: None, text: text.into() };
        assert_eq!(entry(Lang::Vi, &worded("Sau khi có hướng dẫn")), "Sau khi có hướng dẫn");
        assert_eq!(entry(Lang::Vi, &worded(" ")), "Chưa xác định thời hạn");
    }
}
