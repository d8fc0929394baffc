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
    "tết",
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

/// The place after a day, a month, a quarter or a range of them, written in full or broken, that may well be when the
/// task is due.
pub(super) fn written(words: &Words<'_>, at: usize, years: Years) -> Option<usize> {
    let opens = matches!(words.at(at), "ngày" | "tháng" | "quý" | "quí" | "từ")
        || (words.number(at).is_some()
            && words.at(at + 1) == "/"
            && at.checked_sub(1).is_none_or(|i| words.at(i) != "ngày"));
    if !opens || is_counted(words, at) || citation(words, at).is_some() {
        return None;
    }
    stretch(words, at, years).or_else(|| broken(words, at))
}

/// A stretch of the plan's years. A year alone is rarely when something is due.
fn stretch(words: &Words<'_>, at: usize, years: Years) -> Option<usize> {
    let (span, end) = span::written(words, at, years)?;
    let is_year = (at..end).all(|i| !matches!(words.at(i), "ngày" | "tháng" | "quý" | "quí" | "/"));
    (!is_year && is_current(When::In(span), years)).then_some(end)
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

/// Whether the clause says that a day in it is a fact, or the end of what is counted.
fn is_counted(words: &Words<'_>, at: usize) -> bool {
    let clause = (0..at).rev().take_while(|i| !words.is_stop(*i));
    words.ends_with_any(at, FACTS) || clause.into_iter().any(|i| words.any(i, APART).is_some())
}
