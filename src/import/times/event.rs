//! When something is held, in running text: "tổ chức từ ngày 15/3 đến hết ngày 30/4", "diễn ra sáng ngày 26/4/2024", and
//! the days on which a report is sent: "báo cáo nhanh vào ngày 15 và 30/5".

use crate::domain::{Span, Stretch, When};

use super::super::words::Words;
use super::Years;
use super::calendar::{self, Part, Point};
use super::sentence::is_current;
use super::span;

/// What is done over a stretch of time or on a day.
const HELD: &[&str] = &[
    "tổ chức",
    "diễn ra",
    "tiến hành",
    "thực hiện",
    "triển khai",
    "phát động",
    "ra quân",
    "cao điểm",
    "đợt",
    "mở",
    "vận hành",
    "bắt đầu từ",
    "tập huấn",
    "kiểm tra",
    "giám sát",
    "khảo sát",
    "trưng bày",
    "phát sóng",
    "tuyên truyền",
    "tiêm",
    "trực",
];

/// What only happened, or is counted, over a stretch of time.
const COUNTED: &[&str] = &[
    "số liệu",
    "thống kê",
    "tính",
    "phát sinh",
    "hồ sơ",
    "báo cáo",
    "kết quả",
    "tình hình",
    "giai đoạn",
    "hiệu lực",
    "ban hành",
    "đã",
    "được",
    "nghỉ",
    "sinh",
];

/// No event takes more days.
const LONGEST: i64 = 366;

/// Reads the time of something that is held, or the days of a report.
pub(super) fn read(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    range(words, at, years).or_else(|| day(words, at, years)).or_else(|| report_days(words, at, years))
}

/// "tổ chức tiêm từ ngày 15/3/2024 đến hết ngày 30/4/2024", "bắt đầu từ tháng 4 và kết thúc trong tháng 9".
fn range(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    words.any(at, &["từ", "bắt đầu từ"])?;
    let (span, end) = span::written(words, at, years)?;
    let Span::Range(Stretch::Day(_) | Stretch::Month(..), to @ (Stretch::Day(_) | Stretch::Month(..))) = span
    else {
        return None;
    };
    let short = (to.last() - span.first()).num_days() <= LONGEST;
    (short && is_held(words, at) && is_current(When::In(span), years)).then(|| (vec![When::In(span)], end))
}

/// Whether the part of the sentence that ends at a place, or with its first words, says that something is held.
fn is_held(words: &Words<'_>, at: usize) -> bool {
    let start = (0..at).rev().find(|i| words.is_stop(*i) || words.at(*i) == ",").map_or(0, |stop| stop + 1);
    let says = |phrases: &[&str], to: usize| (start..to).any(|i| words.any(i, phrases).is_some());
    says(HELD, at + 1) && !says(COUNTED, at)
}

/// "tổ chức vào ngày 26/4/2024", "diễn ra sáng ngày 26/4".
fn day(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    const ON: &[&str] = &[
        "vào",
        "vào sáng",
        "vào chiều",
        "vào tối",
        "sáng",
        "chiều",
        "tối",
        "trong",
        "dự kiến",
        "dự kiến vào",
    ];
    let next = words.any(at, &["tổ chức", "diễn ra", "tiến hành", "khai mạc", "phát động", "ra quân"])?;
    let next = words.any(next, ON).filter(|on| words.at(*on) == "ngày")?;
    let (point, end) = calendar::point(words, next)?;
    let when = When::In(point.span(years.year)?);
    let fact = words.ends_with_any(at, &["được", "đã", "đang", "vừa"]);
    (!fact && is_current(when, years)).then(|| (vec![when], end))
}

/// "gửi báo cáo vào ngày 25/11", "báo cáo nhanh vào ngày 15 và 30/5".
fn report_days(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    const SENT: &[&str] = &["báo cáo", "gửi", "nộp", "trình"];
    let next = words.phrase(at, "vào").filter(|next| words.at(*next) == "ngày")?;
    let start = (0..at).rev().find(|i| words.is_stop(*i) || words.at(*i) == ",").map_or(0, |stop| stop + 1);
    if !(start..at).any(|i| words.any(i, SENT).is_some()) {
        return None;
    }
    let (mut points, mut end) = (Vec::new(), next);
    while let Some((point, after)) = calendar::bare(words, end) {
        points.push(point);
        end = after;
        let more = words.any(after, &[", và", "và", ","]);
        match more.filter(|more| calendar::bare(words, *more).is_some() || words.number(*more).is_some()) {
            Some(more) => end = more,
            None => break,
        }
    }
    let Part::Day(_, Some(month)) = points.last()?.part else { return None };
    let by = |point: &Point| {
        let Part::Day(day, own) = point.part else { return None };
        let part = Part::Day(day, own.or(Some(month)));
        let stretch = Point { part, ..*point }.stretch(years.year)?;
        Some(When::By(stretch)).filter(|when| is_current(*when, years))
    };
    Some((points.iter().map(by).collect::<Option<_>>()?, end))
}
