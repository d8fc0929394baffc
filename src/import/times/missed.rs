//! What is written like a time of the task and no rule reads as one: a doubt, for a person to decide.

use super::super::words::Words;
use super::calendar::{self, Part};
use super::citation::citation;
use super::sentence::{FACTS, is_current};
use super::{Years, span};
use crate::domain::When;

/// Words of a clause whose days are those of something else: what is counted, remembered, or was done.
const APART: &[&str] = &[
    "số liệu",
    "thống kê",
    "tính",
    "phát sinh",
    "hiệu lực",
    "ban hành",
    "ký",
    "đã",
    "được",
    "sinh",
    "mốc",
    "niên độ",
    "thời kỳ",
    "thời điểm",
    "báo cáo",
    "kết quả",
    "tình hình",
    "kỷ niệm",
    "chào mừng",
    "hưởng ứng",
    "nhân ngày",
    "nhân dịp",
    "thành lập",
    "truyền thống",
    "năm học",
    "nhiệm kỳ",
    "xảy ra",
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "luật",
    "nghị định",
    "thông tư",
    "công văn",
    "kết luận",
    "văn bản",
    "thông báo",
];

/// Words in front of a day that names no "ngày": "đến 30/6".
const TO: &[&str] = &["đến", "tới", "trước", "từ", "vào", "hết", "trong", "sáng", "chiều", "tối", "dịp"];

/// The place after a day, a month, a quarter or a range of them, written in full or broken, that may well be when the
/// task is due.
pub(super) fn written(words: &Words<'_>, at: usize, years: Years) -> Option<usize> {
    let solar = || stretch(words, at, years).or_else(|| broken(words, at));
    let read = lunar(words, at).or_else(|| solar().filter(|_| !words.ends_with_any(at, FACTS)));
    read.filter(|_| citation(words, at).is_none() && !is_apart(words, at))
}

/// A stretch of the plan's years. A year alone is rarely when something is due.
fn stretch(words: &Words<'_>, at: usize, years: Years) -> Option<usize> {
    let before = if at == 0 { "" } else { words.at(at - 1) };
    let is_day = words.number(at).is_some() && words.at(at + 1) == "/" && before != "ngày";
    if !is_day && !matches!(words.at(at), "ngày" | "tháng" | "quý" | "quí" | "từ") {
        return None;
    }
    let short = || calendar::bare(words, at).filter(|_| is_day && TO.contains(&before));
    let of_day = || short().and_then(|(point, end)| Some((point.span(years.year)?, end)));
    if span::tells_parts(words, words.phrase(at, "từ").unwrap_or(at)) {
        return None;
    }
    let read = span::written(words, at, years).or_else(|| span::days(words, at, years)).or_else(of_day);
    let (span, end) = read?;
    let is_year = (at..end).all(|i| !matches!(words.at(i), "ngày" | "tháng" | "quý" | "quí" | "/"));
    (!is_year && is_current(When::In(span), years)).then_some(end)
}

/// "25/12 âm lịch", "mùng 5 Tết", "tháng Chạp": a day of the lunar calendar.
fn lunar(words: &Words<'_>, at: usize) -> Option<usize> {
    let day = words.any(at, &["mùng", "mồng", "ngày mùng", "rằm"]);
    let named = words.any(at, &["tháng chạp", "tháng giêng"]);
    let dated = || {
        let day = words.phrase(at, "ngày").unwrap_or(at);
        let end = (day..words.len()).find(|i| words.number(*i).is_none() && words.at(*i) != "/")?;
        (end > day && calendar::is_lunar(words, end)).then_some(end + 2)
    };
    day.filter(|day| words.number(*day).is_some()).map(|day| day + 1).or(named).or_else(dated)
}

/// "ngày /9/2025", "ngày tháng 11/2025", "ngày 31/02/2026".
fn broken(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = words.phrase(at, "ngày")?;
    let slash = words.at(next) == "/" && words.number(next + 1).is_some();
    let blank = words.phrase(next, "tháng").is_some_and(|month| words.number(month).is_some());
    let wrong = words.number(next).is_some()
        && words.at(next + 1) == "/"
        && words.number(next + 2).is_some()
        && calendar::point(words, at).is_none_or(|(point, _)| matches!(point.part, Part::Day(_, None)));
    let dated = |i: &usize| words.number(*i).is_some() || matches!(words.at(*i), "/" | "tháng" | "năm");
    (slash || blank || wrong).then(|| next + (next..words.len()).take_while(dated).count())
}

/// Whether the clause says that a day in it is that of something else.
fn is_apart(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 60;
    let mut clause = (at.saturating_sub(NEAR)..at).rev().take_while(|i| !words.is_stop(*i));
    clause.any(|i| words.any(i, APART).is_some())
}
