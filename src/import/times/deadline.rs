//! Deadlines: "trước ngày 15/10/2022", "chậm nhất ngày 17 tháng 12", "trước ngày 15 hằng tháng".

use crate::domain::{Every, Rhythm, Stretch, When};

use super::super::units::verb;
use super::super::words::Words;
use super::Years;
use super::bound::{self, Bound};
use super::calendar::{self, Part, Point};
use super::rhythm;

const MONTHLY: &[&str] = &[
    "hằng tháng",
    "hàng tháng",
    "mỗi tháng",
    "tháng sau",
    "của tháng sau",
    "tháng kế tiếp",
    "của tháng kế tiếp",
    "tháng liền kề",
    "của tháng liền kề",
    "tháng tiếp theo",
    "của tháng tiếp theo",
    "của mỗi tháng",
    "của hằng tháng",
    "của hàng tháng",
    "các tháng",
];

const QUARTERLY: &[&str] = &[
    "tháng cuối quý",
    "của tháng cuối quý",
    "tháng cuối của quý",
    "của tháng cuối của quý",
    "của tháng cuối mỗi quý",
    "của tháng cuối hằng quý",
    "tháng cuối hằng quý",
    "tháng cuối hàng quý",
    "tháng cuối mỗi quý",
    "hằng quý",
    "hàng quý",
    "của quý",
    "tháng cuối cùng của quý",
    "của tháng cuối cùng của quý",
    "của tháng cuối cùng quý",
];

const NEXT_QUARTER: &[&str] = &[
    "tháng đầu quý sau",
    "của tháng đầu quý sau",
    "tháng đầu của quý sau",
    "của tháng đầu của quý sau",
    "tháng đầu tiên của quý sau",
    "của tháng đầu tiên của quý sau",
    "tháng đầu quý tiếp theo",
    "của tháng đầu quý tiếp theo",
    "của quý sau",
];

const YEARLY: &[&str] = &["hằng năm", "hàng năm", "mỗi năm", "của năm", "của hằng năm", "các năm"];

/// Reads one deadline, or several that share their words: "trước ngày 15/6 và ngày 15/12 hằng năm".
pub(super) fn read(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let (bound, next) = bound::read(words, at)?;
    let (points, next) = points(words, next)?;
    if let Some(end) = words.any(next, NEXT_QUARTER) {
        // The day lies behind the quarter that it reports on, which the notation cannot say.
        return Some((
            vec![When::Every(Every { rhythm: Rhythm::Quarterly, limit: None, within: None })],
            end,
        ));
    }
    let (rhythm, end) = recurrence(words, next, points[0]);
    let shared = || shares_year(words, at, next, points[0]).then_some(Rhythm::Yearly);
    let periodic = || (years.until.is_some() && is_periodic(words, at, points[0])).then_some(Rhythm::Yearly);
    let mut times = times(&points, bound, rhythm.or_else(shared).or_else(periodic), years)?;
    let end = if rhythm.is_some() { rhythm::confine(&mut times, words, end, years) } else { end };
    Some((times, end))
}

/// "Định kỳ 6 tháng (trước ngày 10/6) và năm (trước ngày 10/12)": whether a day of no year stands in brackets behind a
/// period, so that in a plan of several years it comes back in each.
fn is_periodic(words: &Words<'_>, at: usize, point: Point) -> bool {
    const PERIODS: &[&str] = &["6 tháng", "06 tháng", "sáu tháng", "hằng năm", "hàng năm", "năm", "cả năm"];
    const NEAR: usize = 30;
    let dated = point.year.is_none() && matches!(point.part, Part::Day(_, Some(_)));
    let open = at.checked_sub(1).filter(|open| words.at(*open) == "(" && words.ends_with_any(*open, PERIODS));
    let near = |open: usize| (open.saturating_sub(NEAR)..open).rev().take_while(|i| !words.is_stop(*i));
    let recurs = |i: usize| words.any(i, &["định kỳ", "hằng", "hàng"]).is_some();
    dated && open.is_some_and(|open| near(open).into_iter().any(recurs))
}

/// "kết quả 6 tháng trước ngày 20 tháng 6 và kết quả năm trước ngày 15 tháng 12 hằng năm": whether the "hằng năm" behind a
/// later day of the same report is said of this day, too.
fn shares_year(words: &Words<'_>, at: usize, next: usize, point: Point) -> bool {
    const SENT: &[&str] = &["báo cáo", "gửi", "gửi báo cáo", "kết quả", "sơ kết", "tổng kết"];
    const DAYS: usize = 4;
    const NEAR: usize = 60;
    let ends = |i: &usize| matches!(words.at(*i), "." | ";" | "\n" | "");
    let near = at.saturating_sub(NEAR);
    let open = (near..at).rev().find(ends).map_or(near, |stop| stop + 1);
    let Some(mut behind) = words.any(next, &[", và", "và", ","]) else { return false };
    let another = verb(words, behind).is_some() && words.any(behind, SENT).is_none();
    if !is_reported(words, open, at)
        || another
        || point.year.is_some()
        || !matches!(point.part, Part::Day(_, Some(_)))
    {
        return false;
    }
    for _ in 0..DAYS {
        let near = (behind..behind + Words::LONGEST).take_while(|i| !ends(i));
        let later = near.into_iter().find_map(|i| points(words, bound::read(words, i)?.1));
        let Some((days, end)) = later.filter(|(days, _)| days[0].year.is_none()) else { return false };
        if recurrence(words, end, days[0]).0 == Some(Rhythm::Yearly) {
            return true;
        }
        behind = end;
    }
    false
}

/// Whether the clause before a day speaks of a report, and of nothing that is sent but once: "gửi kế hoạch trước ngày 20/3".
fn is_reported(words: &Words<'_>, open: usize, at: usize) -> bool {
    const REPORT: &[&str] = &["báo cáo", "kết quả", "sơ kết", "tổng kết"];
    const ONCE: &[&str] = &["kế hoạch", "dự thảo", "chương trình", "danh sách", "đăng ký"];
    const OF_REPORT: &[&str] = &["kết quả", "tình hình"];
    let says = |phrases: &[&str], from: usize, to: usize| (from..to).any(|i| words.any(i, phrases).is_some());
    let mut part = open;
    for i in open..at {
        if words.at(i) == "," {
            part = i + 1;
        }
        // "báo cáo kết quả thực hiện kế hoạch" is a report.
        if words.any(i, ONCE).is_some() && !says(OF_REPORT, part, i) {
            return false;
        }
    }
    let sent = words.any(part, &["gửi"]).is_some();
    says(REPORT, if sent { open } else { part }, at)
}

/// Reads points that recur: "Tháng 12 hằng năm", "ngày 25 hằng tháng", "ngày 20 của tháng cuối quý".
pub(super) fn recurring(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let (points, next) = points(words, at)?;
    let (rhythm, next) = recurrence(words, next, points[0]);
    let mut times = times(&points, Bound::By, Some(rhythm?), years)?;
    let next = rhythm::confine(&mut times, words, next, years);
    Some((times, next))
}

/// No list of times is longer than the months of a year.
pub(super) const MOST: usize = 12;

fn points(words: &Words<'_>, at: usize) -> Option<(Vec<Point>, usize)> {
    let (first, mut next) = calendar::bare(words, at)?;
    let mut points = vec![first];
    let more = |next| words.any(next, &[", và", "và", ","]).and_then(|more| calendar::bare(words, more));
    while let Some((point, end)) = more(next) {
        let other = std::mem::discriminant(&point.part) != std::mem::discriminant(&first.part);
        if other || points.len() == MOST {
            break;
        }
        points.push(point);
        next = end;
    }
    Some((points, next))
}

/// The rhythm behind a point.
fn recurrence(words: &Words<'_>, at: usize, point: Point) -> (Option<Rhythm>, usize) {
    let behind = if words.at(at) == "," { at + 1 } else { at };
    if point.year.is_some() {
        return (None, at);
    }
    let rhythms: &[(&[&str], Rhythm)] = match point.part {
        Part::Day(_, None) => &[(QUARTERLY, Rhythm::Quarterly), (MONTHLY, Rhythm::Monthly)],
        _ => &[(YEARLY, Rhythm::Yearly)],
    };
    let found = rhythms.iter().find_map(|(phrases, rhythm)| Some((*rhythm, words.any(behind, phrases)?)));
    // "hằng năm" with a day that names no month says nothing.
    found.map_or((None, at), |(rhythm, next)| (Some(rhythm), next))
}

fn times(points: &[Point], bound: Bound, rhythm: Option<Rhythm>, years: Years) -> Option<Vec<When>> {
    points.iter().map(|point| time(*point, bound, rhythm, years)).collect()
}

fn time(point: Point, bound: Bound, rhythm: Option<Rhythm>, years: Years) -> Option<When> {
    if let Some(rhythm) = rhythm {
        let limit = bound::limit(point, bound, rhythm)?;
        return Some(When::Every(Every { rhythm, limit: Some(limit), within: None }));
    }
    let stretch = point.stretch(years.year)?;
    Some(match (bound, stretch) {
        (Bound::By, stretch) => When::By(stretch),
        (Bound::Before, Stretch::Day(day)) => When::Before(day),
        (Bound::Before, other) => When::Before(other.first()),
    })
}
