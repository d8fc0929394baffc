//! The words that make a deadline of a stretch, and the deadline within a rhythm.

use chrono::Datelike;

use crate::domain::{Limit, LimitDay, Rhythm};

use super::super::words::Words;
use super::calendar::{Part, Point};

/// Which side of the day is on time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// The day itself is.
    By,
    /// The day before is.
    Before,
}

const BEFORE: &[&str] = &["trước", "xong trước", "hoàn thành trước", "đến trước"];

const BY: &[&str] = &[
    "chậm nhất",
    "muộn nhất",
    "không muộn hơn",
    "không chậm hơn",
    "không quá",
    "từ nay đến",
    "từ nay đến hết",
    "từ nay cho đến",
    "từ nay tới",
    "hạn cuối",
    "hạn chót",
    "đến hết",
    "hết",
    "thời hạn",
    "hạn",
];

/// Words between the opening ones and the date.
const BETWEEN: &[&str] = &["là", "vào", "trong", "đến", "hết", ":", "cuối ngày", "gửi", "nhất"];

/// Reads the words that open a deadline, and those between them and the date.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<(Bound, usize)> {
    let (bound, mut next) = match (words.any(at, BEFORE), words.any(at, BY)) {
        (Some(next), _) => (Bound::Before, next),
        (None, Some(next)) => (Bound::By, next),
        (None, None) => return None,
    };
    while let Some(end) = words.any(next, BETWEEN) {
        next = end;
    }
    match words.phrase(next, "trước") {
        Some(end) if bound == Bound::By => Some((Bound::Before, hour(words, end))),
        _ => Some((bound, hour(words, next))),
    }
}

/// The place after "10 giờ 00", "17h00,", "8h00-10h00".
pub(super) fn hour(words: &Words<'_>, at: usize) -> usize {
    let next = one_hour(words, at);
    match words.any(next, &["-", "đến"]).filter(|_| next > at) {
        Some(to) if one_hour(words, to) > to => one_hour(words, to),
        _ => next,
    }
}

fn one_hour(words: &Words<'_>, at: usize) -> usize {
    let Some(first) = words.get(at).filter(|word| word.spelled.starts_with(|c: char| c.is_ascii_digit()))
    else {
        return at;
    };
    let mut next = match words.any(at + 1, &["giờ", "h", "g"]) {
        Some(next) => next,
        None if first.spelled.contains(['h', 'g']) => at + 1,
        None => return at,
    };
    if words.number(next).is_some() && words.at(next + 1) != "/" {
        next = words.any(next + 1, &["phút", "p"]).unwrap_or(next + 1);
    }
    while matches!(words.at(next), "," | "(" | ")") {
        next += 1;
    }
    next
}

/// A deadline within each period of a rhythm; `None` where the point does not fit the rhythm or names a year.
pub(super) fn limit(point: Point, bound: Bound, rhythm: Rhythm) -> Option<Limit> {
    if point.year.is_some() {
        return None;
    }
    let day = match (rhythm, point.part) {
        (Rhythm::Yearly, Part::Day(day, Some(month))) => {
            LimitDay { month: u8::try_from(month).ok(), day: u8::try_from(day).ok()? }
        }
        (Rhythm::Yearly, Part::Month(_) | Part::Quarters(..) | Part::Half(_)) => {
            // Any common year says how long the month is.
            let last = point.stretch(2025)?.last();
            LimitDay { month: u8::try_from(last.month()).ok(), day: u8::try_from(last.day()).ok()? }
        }
        (Rhythm::Monthly | Rhythm::Quarterly | Rhythm::HalfYearly, Part::Day(day, None)) => {
            LimitDay { month: None, day: u8::try_from(day).ok()? }
        }
        _ => return None,
    };
    Some(match bound {
        Bound::Before => Limit::Before(day),
        Bound::By => Limit::By(day),
    })
}
