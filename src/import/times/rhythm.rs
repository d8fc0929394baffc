//! Recurrences: "hằng quý", "định kỳ 6 tháng, năm", "01 lần/năm".

use chrono::Datelike;

use crate::domain::{Every, Limit, Rhythm, Span, Stretch, When};

use super::super::units::predicate;
use super::super::words::Words;
use super::Years;
use super::bound::{self, Bound};
use super::{calendar, span, window};

/// Reads one or several rhythms: "hằng quý", "định kỳ hằng tháng, quý, 6 tháng và năm".
pub(super) fn read(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let (last, mut next) = first(words, at)?;
    let mut rhythms = vec![last];
    while let Some((more, end)) = another(words, next) {
        if !rhythms.contains(&more) {
            rhythms.push(more);
        }
        next = end;
    }
    if has_months(words, next, years) {
        return None; // "02 lần/năm (tháng 6 và tháng 12)": the months say it all
    }
    if let Some((limit, end)) = limit_behind(words, next, last).filter(|_| rhythms.len() == 1) {
        let mut times = vec![When::Every(Every { rhythm: last, limit: Some(limit), within: None })];
        let end = confine(&mut times, words, end, years);
        return Some((times, end));
    }
    // "6 tháng (trước ngày 10/6)": the deadline says it all.
    let behind = words.any(next, &["(", ","]).unwrap_or(next);
    if bound::read(words, behind).is_some_and(|(_, day)| calendar::bare(words, day).is_some()) {
        return None;
    }
    let (within, end) = within(words, next, years).unwrap_or((None, next));
    let within = within.filter(|within| !window::is_of_period(words, next, *within, last));
    let every = |rhythm| When::Every(Every { rhythm, limit: None, within });
    Some((rhythms.into_iter().map(every).collect(), end))
}

fn first(words: &Words<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let Some(next) = words.any(at, &["định kỳ", "theo định kỳ"]) else {
        return each(words, at).or_else(|| times_per(words, at));
    };
    let next = words.any(next, &[",", "theo", "vào", ":"]).unwrap_or(next);
    each(words, next).or_else(|| times_per(words, next)).or_else(|| period(words, next))
}

/// "hằng quý", "mỗi năm", "6 tháng một lần".
fn each(words: &Words<'_>, at: usize) -> Option<(Rhythm, usize)> {
    const ONCE: &[&str] = &["một lần", "1 lần", "01 lần", "lần", "/ lần", "/ 01 lần", "/ 1 lần"];
    // "cuối mỗi tháng"
    let start = words.any(at, &["đầu", "giữa", "cuối"]).unwrap_or(at);
    if let Some(next) = words.any(start, &["hằng", "hàng", "mỗi"]) {
        let (rhythm, end) = unit(words, next).or_else(|| period(words, next))?;
        return Some(often(words, end, rhythm).unwrap_or((rhythm, words.any(end, ONCE).unwrap_or(end))));
    }
    let (rhythm, next) = period(words, at)?;
    words.any(next, ONCE).map(|end| (rhythm, end))
}

/// "mỗi tuần 02 lần", "mỗi năm ít nhất 02 lần": the rhythm with so many times in each of its periods.
fn often(words: &Words<'_>, at: usize, rhythm: Rhythm) -> Option<(Rhythm, usize)> {
    let at = words.any(at, &["ít nhất", "tối thiểu", "từ"]).unwrap_or(at);
    let times = count(words, at)?;
    let end = words.any(at + 1, COUNTED)?;
    Some((times_each(times, rhythm).unwrap_or(rhythm), end))
}

/// What so many times in each period come to, where there is a word for it.
fn times_each(times: u32, rhythm: Rhythm) -> Option<Rhythm> {
    match (times, rhythm) {
        (1, rhythm) => Some(rhythm),
        (2, Rhythm::Yearly) => Some(Rhythm::HalfYearly),
        (4, Rhythm::Yearly) => Some(Rhythm::Quarterly),
        _ => None,
    }
}

/// "01 lần/năm", "hai lần một năm"
fn times_per(words: &Words<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let next = words.any(at + 1, COUNTED)?;
    let behind = words.any(next, &["/", "một", "trong", "mỗi"])?;
    let one = words.any(behind, &["một", "01", "1", "mỗi"]);
    let unit_at = one.unwrap_or(behind);
    let (rhythm, end) = unit(words, unit_at).filter(|(rhythm, _)| *rhythm != Rhythm::Daily)?;
    // "01 cuộc trong Tháng Công nhân", "01 phiên trong tháng hành động"
    let within = words.at(next) == "trong" && one.is_none();
    if words.is_capital(unit_at) || within && !words.is_stop(end) {
        return None;
    }
    // "01 cuộc trong quý II"
    if rhythm != Rhythm::Yearly && calendar::point(words, unit_at).is_some() {
        return None;
    }
    let times = times_each(count(words, at)?, rhythm);
    // So many times a year are no rhythm; so many a month or a week are at least one in each.
    Some((times.or(Some(rhythm).filter(|rhythm| *rhythm != Rhythm::Yearly))?, end))
}

/// What is counted in each period.
pub(super) const COUNTED: &[&str] = &["lần", "buổi", "kỳ", "cuộc", "phiên"];

/// Whether brackets name the months or days themselves: "02 lần/năm học (tháng 12/2023 và tháng 4/2024)". Without a year
/// they come back in every year of the plan.
fn has_months(words: &Words<'_>, at: usize, years: Years) -> bool {
    let Some(end) = words.bracket(at) else { return false };
    let dated = (at..end).any(|i| calendar::written_year(words, i).is_some());
    let listed = span::listed(words, at + 1, years).is_some_and(|(_, after)| after + 1 == end);
    listed && (dated || years.until.is_none())
}

/// Lets what recurs do so only in the part of the calendar that is said beside it: "ngày 25 hằng tháng trong mùa mưa bão (từ
/// tháng 5 đến tháng 11)". Days, and whatever stands beside a quarter or a year, are what a report counts: "trước ngày 20/12
/// hằng năm (từ ngày 15/12 đến ngày 14/12)". Answers the place after it.
pub(super) fn confine(times: &mut [When], words: &Words<'_>, at: usize, years: Years) -> usize {
    let Some((within, end)) = range_behind(words, at, years) else { return at };
    let months = matches!(within, Span::Range(Stretch::Month(..), Stretch::Month(..)));
    for when in times {
        if let When::Every(every) = when {
            let often = matches!(every.rhythm, Rhythm::Daily | Rhythm::Weekly | Rhythm::Monthly);
            every.within = Some(within).filter(|within| often && months && !is_term(*within, years));
        }
    }
    end
}

fn range_behind(words: &Words<'_>, at: usize, years: Years) -> Option<(Span, usize)> {
    const APART: usize = 8;
    let plain = |i: &usize| !words.is_stop(*i) && words.at(*i) != "," && predicate(words, *i).is_none();
    let opens = |i: &usize| matches!(words.at(*i), "(" | "từ");
    let from = (at..at + APART).take_while(plain).find(opens)?;
    let open = words.at(from) == "(";
    let (span, end) = span::written(words, from + usize::from(open), years)?;
    let close = open && words.at(end) == ")";
    let range = matches!(span, Span::Range(..)) && close == open;
    range.then_some((span, end + usize::from(close)))
}

fn count(words: &Words<'_>, at: usize) -> Option<u32> {
    match words.at(at) {
        "một" => Some(1),
        "hai" => Some(2),
        "ba" => Some(3),
        "sáu" => Some(6),
        _ => words.number(at),
    }
}

fn unit(words: &Words<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let rhythm = match words.at(at) {
        "ngày" => Rhythm::Daily,
        "tuần" => Rhythm::Weekly,
        "tháng" => Rhythm::Monthly,
        "quý" | "quí" => Rhythm::Quarterly,
        // A school year is none of the calendar's.
        "năm" if words.at(at + 1) != "học" => Rhythm::Yearly,
        _ => return None,
    };
    Some((rhythm, at + 1))
}

/// A period without "hằng", behind "định kỳ": "quý", "6 tháng", "3 tháng", "1 năm".
fn period(words: &Words<'_>, at: usize) -> Option<(Rhythm, usize)> {
    if calendar::point(words, at).is_some() {
        return None; // "6 tháng đầu năm", "quý I", "năm 2025"
    }
    if let Some(read) = unit(words, at) {
        return Some(read);
    }
    match (count(words, at)?, unit(words, at + 1)?) {
        (1, read) => Some(read),
        (3, (Rhythm::Monthly, end)) => Some((Rhythm::Quarterly, end)),
        (6, (Rhythm::Monthly, end)) => Some((Rhythm::HalfYearly, end)),
        _ => None,
    }
}

/// The next rhythm of a list. "6 tháng, cuối năm" is twice a year: the end of the year adds nothing.
fn another(words: &Words<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let next = words.any(at, &[", và", ",", "và", "hoặc", "/", "-"])?;
    let end = words.any(next, &["cuối năm", "tổng kết năm"]);
    if let Some(end) = end.filter(|end| calendar::written_year(words, *end).is_none()) {
        return Some((Rhythm::HalfYearly, end));
    }
    each(words, next)
        .or_else(|| period(words, next))
        .or_else(|| words.phrase(next, "cả năm").map(|end| (Rhythm::Yearly, end)))
}

/// "hằng năm (trước ngày 15 tháng 11)", "hằng quý, chậm nhất ngày 20 tháng cuối quý".
fn limit_behind(words: &Words<'_>, at: usize, rhythm: Rhythm) -> Option<(Limit, usize)> {
    const OF_THE_PERIOD: &[&str] = &[
        "của tháng cuối quý",
        "tháng cuối quý",
        "tháng cuối của quý",
        "của tháng cuối",
        "của tháng",
        "tháng cuối mỗi quý",
    ];
    let open = words.at(at) == "(";
    let next = if matches!(words.at(at), "(" | ",") { at + 1 } else { at };
    let (bound, next) =
        bound::read(words, next).unwrap_or((Bound::By, words.phrase(next, "vào").unwrap_or(next)));
    let (point, next) = calendar::bare(words, next)?;
    let next = words.any(next, OF_THE_PERIOD).unwrap_or(next);
    let limit = bound::limit(point, bound, rhythm)?;
    Some((limit, if open && words.at(next) == ")" { next + 1 } else { next }))
}

/// The part of the calendar that it recurs in: "hằng quý năm 2025"; the plan's own term goes without saying.
fn within(words: &Words<'_>, at: usize, years: Years) -> Option<(Option<Span>, usize)> {
    let next = words.any(at, &[",", "(", "trong", ", trong"]).unwrap_or(at);
    let (found, end) = span::written(words, next, years)?;
    let closed = words.at(next - 1) == "(" && words.at(end) == ")";
    let end = if closed { end + 1 } else { end };
    match found {
        Span::One(Stretch::Day(_)) => None, // a deadline of its own
        whole if is_term(whole, years) => Some((None, end)),
        part => Some((Some(part), end)),
    }
}

fn is_term(span: Span, years: Years) -> bool {
    let first = span.first();
    let last = span
        .last()
        .is_some_and(|day| day.year() == years.until.unwrap_or(years.year) && day.ordinal() >= 365);
    first.year() == years.year && first.ordinal() == 1 && last
}
