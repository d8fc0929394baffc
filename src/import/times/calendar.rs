//! One stretch of the calendar as written: a day, a month, a quarter, a part of a year, a year.

use chrono::NaiveDate;

use crate::domain::{Span, Stretch};

use super::super::words::Words;

/// A stretch as written, perhaps without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub part: Part,
    pub year: Option<i32>,
}

/// What of a year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A day, perhaps without its month.
    Day(u32, Option<u32>),
    Month(u8),
    /// From one quarter to another.
    Quarters(u8, u8),
    /// From one month to another.
    Months(u8, u8),
    Half(u8),
    Year,
}

impl Point {
    /// The stretch of the calendar, with the year to take where none is written.
    pub fn span(self, year: i32) -> Option<Span> {
        let year = self.year.unwrap_or(year);
        if !(1900..3000).contains(&year) {
            return None;
        }
        Some(Span::One(match self.part {
            Part::Day(day, month) => Stretch::Day(NaiveDate::from_ymd_opt(year, month?, day)?),
            Part::Month(month) => Stretch::Month(year, month),
            Part::Quarters(first, last) if first == last => Stretch::Quarter(year, first),
            Part::Quarters(first, last) => {
                return Some(Span::Range(Stretch::Quarter(year, first), Stretch::Quarter(year, last)));
            }
            Part::Months(first, last) => {
                return Some(Span::Range(Stretch::Month(year, first), Stretch::Month(year, last)));
            }
            Part::Half(half) => Stretch::Half(year, half),
            Part::Year => Stretch::Year(year),
        }))
    }

    /// The last stretch of it.
    pub fn stretch(self, year: i32) -> Option<Stretch> {
        match self.span(year)? {
            Span::One(stretch) | Span::Range(_, stretch) | Span::From(stretch) => Some(stretch),
        }
    }
}

/// The days of the week.
pub(super) const WEEKDAYS: &[&str] =
    &["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];

type Read = Option<(Point, usize)>;

/// Reads a stretch that says what it is ("tháng 12/2025", "quý I", "năm 2025", "18/3/2022").
pub(super) fn point(words: &Words<'_>, at: usize) -> Read {
    of_sun(words, at).filter(|(_, end)| !is_lunar(words, *end))
}

/// Whether words behind a day say that it is one of the lunar calendar, which only a person can turn into a date.
pub(super) fn is_lunar(words: &Words<'_>, end: usize) -> bool {
    words.any(end, &["âm lịch", "( âm lịch )", "( al )", "al", "tháng giêng", "tháng chạp"]).is_some()
}

fn of_sun(words: &Words<'_>, at: usize) -> Read {
    day(words, at)
        .or_else(|| full_date(words, at))
        .or_else(|| behind_weekday(words, at))
        .or_else(|| month(words, at))
        .or_else(|| quarter(words, at))
        .or_else(|| part_of_year(words, at))
        .or_else(|| year(words, at))
}

/// Reads a stretch that only its place explains as well: a bare year, "12/2025", "30/11".
pub(super) fn bare(words: &Words<'_>, at: usize) -> Read {
    let bare = || bare_month(words, at).or_else(|| bare_day(words, at)).or_else(|| bare_year(words, at));
    of_sun(words, at).or_else(bare).filter(|(_, end)| !is_lunar(words, *end))
}

/// "ngày 18/3/2022", "ngày 26 tháng 8 năm 2025", "ngày 18/5", "ngày 15".
fn day(words: &Words<'_>, at: usize) -> Read {
    let at = words.phrase(at, "ngày")?;
    if let Some(read) = full_date(words, at).or_else(|| bare_day(words, at)) {
        return Some(read);
    }
    let day = words.number(at).filter(|day| (1..=31).contains(day))?;
    let Some((month, next)) = words.phrase(at + 1, "tháng").and_then(|next| month_number(words, next))
    else {
        return Some((Point { part: Part::Day(day, None), year: None }, at + 1));
    };
    let (year, next) = year_behind(words, next);
    Some((Point { part: Part::Day(day, Some(month)), year }, next))
}

/// "thứ Bảy, ngày 14/3/2026", "ngày Chủ nhật (19/4)": the day of the week goes before the date.
fn behind_weekday(words: &Words<'_>, at: usize) -> Read {
    let next = words.any(words.phrase(at, "ngày").unwrap_or(at), WEEKDAYS)?;
    let open = words.at(next) == "(";
    let next = if matches!(words.at(next), "," | "(") { next + 1 } else { next };
    let (point, end) =
        day(words, next).or_else(|| full_date(words, next)).or_else(|| bare_day(words, next))?;
    let whole = matches!(point.part, Part::Day(_, Some(_)));
    (whole && (!open || words.at(end) == ")")).then_some((point, end + usize::from(open)))
}

/// "18/3/2022", "7.1.2016", "05-10-2026".
fn full_date(words: &Words<'_>, at: usize) -> Read {
    let (day, month) = (words.number(at)?, words.number(at + 2)?);
    let mark = words.at(at + 1);
    let year = written_year(words, at + 4)?;
    let same = mark == words.at(at + 3) && matches!(mark, "/" | "." | "-");
    let joined = mark == "/" || (at + 1..at + 5).all(|i| words.is_joined(i));
    let valid = NaiveDate::from_ymd_opt(year, month, day).is_some();
    (same && joined && valid)
        .then_some((Point { part: Part::Day(day, Some(month)), year: Some(year) }, at + 5))
}

/// "30/11"
fn bare_day(words: &Words<'_>, at: usize) -> Read {
    let (day, month) = (words.number(at)?, words.number(at + 2)?);
    let slash = words.at(at + 1) == "/" && words.at(at + 3) != "/" && !follows_slash(words, at);
    // 2024 is a leap year: the 29th of February may be meant.
    (slash && NaiveDate::from_ymd_opt(2024, month, day).is_some())
        .then_some((Point { part: Part::Day(day, Some(month)), year: None }, at + 3))
}

/// "12/2025"; but "quý 5/2022" is no month.
fn bare_month(words: &Words<'_>, at: usize) -> Read {
    if at > 0 && matches!(words.at(at - 1), "quý" | "quí") {
        return None;
    }
    let month = words.number(at).filter(|month| (1..=12).contains(month))?;
    let year = written_year(words, at + 2)?;
    (words.at(at + 1) == "/" && !follows_slash(words, at))
        .then_some((Point { part: Part::Month(narrow(month)?), year: Some(year) }, at + 3))
}

/// "2025", "trong năm"
fn bare_year(words: &Words<'_>, at: usize) -> Read {
    if let Some(next) = words.phrase(at, "trong năm").filter(|next| words.number(*next).is_none()) {
        return Some((Point { part: Part::Year, year: None }, next));
    }
    let year = written_year(words, at)?;
    let alone = words.at(at + 1) != "/" && !follows_slash(words, at);
    alone.then_some((Point { part: Part::Year, year: Some(year) }, at + 1))
}

fn follows_slash(words: &Words<'_>, at: usize) -> bool {
    at > 0 && words.at(at - 1) == "/" && words.is_joined(at)
}

/// "tháng 12/2025", "tháng 10 năm 2025", "tháng 9", "cuối tháng 9", "tuần 2 tháng 9".
fn month(words: &Words<'_>, at: usize) -> Read {
    let part = words.any(at, &["đầu", "giữa", "cuối", "trung tuần", "thượng tuần", "hạ tuần"]);
    let at = part.or_else(|| week(words, at)).unwrap_or(at);
    let at = words.phrase(at, "tháng")?;
    let (month, next) = month_number(words, at)?;
    let (year, next) = year_behind(words, next);
    Some((Point { part: Part::Month(narrow(month)?), year }, next))
}

/// "tuần 2", "tuần cuối của": a week, where the month that it belongs to follows.
pub(super) fn week(words: &Words<'_>, at: usize) -> Option<usize> {
    const WHICH: &[&str] =
        &["đầu", "đầu tiên", "giữa", "cuối", "cuối cùng", "nhất", "hai", "ba", "tư", "i", "ii", "iii", "iv"];
    let at = words.any(at, &["tuần", "tuần thứ", "tuần lễ thứ"])?;
    let counted = words.number(at).filter(|week| (1..=5).contains(week)).map(|_| at + 1);
    let next = counted.or_else(|| words.any(at, WHICH))?;
    let next = words.any(next, &["của", "trong"]).unwrap_or(next);
    (words.at(next) == "tháng").then_some(next)
}

/// "quý III/2022", "quý 1 năm 2025", "quí I".
fn quarter(words: &Words<'_>, at: usize) -> Read {
    let at = words.any(at, &["đầu", "giữa", "cuối"]).unwrap_or(at);
    let at = words.any(at, &["quý", "quí"])?;
    let quarter = quarter_number(words, at)?;
    let (year, next) = year_behind(words, at + 1);
    Some((Point { part: Part::Quarters(quarter, quarter), year }, next))
}

/// The number of a quarter, Roman or Arabic.
pub(super) fn quarter_number(words: &Words<'_>, at: usize) -> Option<u8> {
    match words.at(at) {
        "i" | "1" | "01" => Some(1),
        "ii" | "2" | "02" => Some(2),
        "iii" | "3" | "03" => Some(3),
        "iv" | "4" | "04" => Some(4),
        _ => None,
    }
}

/// "6 tháng đầu năm 2022", "03 tháng cuối năm", "9 tháng", "cuối năm".
fn part_of_year(words: &Words<'_>, at: usize) -> Read {
    if let Some(read) = summer(words, at) {
        return Some(read);
    }
    let (part, next) = months_of_year(words, at).or_else(|| end_of_year(words, at))?;
    let (year, next) = year_here(words, next);
    Some((Point { part, year }, next))
}

fn months_of_year(words: &Words<'_>, at: usize) -> Option<(Part, usize)> {
    let months = words.number(at)?;
    let next = words.phrase(at + 1, "tháng")?;
    let first = words.phrase(next, "đầu năm");
    let last = words.phrase(next, "cuối năm");
    match (months, first, last) {
        (3, Some(next), _) => Some((Part::Quarters(1, 1), next)),
        (3, _, Some(next)) => Some((Part::Quarters(4, 4), next)),
        (6, Some(next), _) => Some((Part::Half(1), next)),
        (6, _, Some(next)) => Some((Part::Half(2), next)),
        (9, Some(next), _) => Some((Part::Quarters(1, 3), next)),
        (9, _, Some(next)) => Some((Part::Quarters(2, 4), next)),
        _ => None,
    }
}

/// "hè 2024", "dịp hè năm 2024": of a school year nothing but its own year tells which.
fn summer(words: &Words<'_>, at: usize) -> Read {
    let next = words.any(at, &["hè", "hè năm", "dịp hè", "dịp hè năm", "mùa hè", "mùa hè năm"])?;
    let year = written_year(words, next)?;
    Some((Point { part: Part::Months(6, 8), year: Some(year) }, next + 1))
}

fn end_of_year(words: &Words<'_>, at: usize) -> Option<(Part, usize)> {
    let is = |phrase, from, to| words.phrase(at, phrase).map(|next| (Part::Quarters(from, to), next));
    is("cuối năm", 4, 4).or_else(|| is("giữa năm", 2, 3)).or_else(|| is("đầu năm", 1, 1))
}

/// "năm 2025", "cả năm 2022", "cả năm".
fn year(words: &Words<'_>, at: usize) -> Read {
    if let Some(next) = words.phrase(at, "cả năm") {
        let (year, next) = year_here(words, next);
        return Some((Point { part: Part::Year, year }, next));
    }
    let at = words.phrase(at, "năm")?;
    let year = written_year(words, at)?;
    Some((Point { part: Part::Year, year: Some(year) }, at + 1))
}

fn month_number(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    words.number(at).filter(|month| (1..=12).contains(month)).map(|month| (month, at + 1))
}

/// The year behind a month or a quarter: "/2025", " năm 2025", ", năm 2025".
fn year_behind(words: &Words<'_>, at: usize) -> (Option<i32>, usize) {
    let mark = words.at(at) == "/" || (matches!(words.at(at), "-" | ".") && words.is_joined(at + 1));
    if let Some(year) = written_year(words, at + 1).filter(|_| mark) {
        return (Some(year), at + 2);
    }
    let comma = if words.at(at) == "," { at + 1 } else { at };
    let year = words.phrase(comma, "năm").and_then(|next| Some((written_year(words, next)?, next + 1)));
    year.map_or((None, at), |(year, next)| (Some(year), next))
}

/// The year right here: "2025", or nothing.
fn year_here(words: &Words<'_>, at: usize) -> (Option<i32>, usize) {
    written_year(words, at).map_or((None, at), |year| (Some(year), at + 1))
}

/// Four digits that may be a year.
pub(super) fn written_year(words: &Words<'_>, at: usize) -> Option<i32> {
    let number = words.number(at).filter(|year| (1900..2200).contains(year))?;
    i32::try_from(number).ok()
}

fn narrow(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}
