//! What is written like a time of the task and no rule reads as one: a doubt, for a person to decide.

use chrono::NaiveDate;

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
    let lunar = lunar(words, at);
    if let Some(end) = impossible(words, at).filter(|_| lunar.is_none()) {
        return citation(words, at).is_none().then_some(end);
    }
    let solar = || stretch(words, at, years).or_else(|| gone(words, at, years));
    let read = lunar.or_else(|| solar().filter(|_| !words.ends_with_any(at, FACTS)));
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

/// What no calendar has, or what was left half blank.
pub(super) fn impossible(words: &Words<'_>, at: usize) -> Option<usize> {
    broken(words, at).or_else(|| no_part(words, at)).or_else(|| no_day(words, at))
}

/// "tháng 13/2022", "quý 5/2022", "quý V/2022".
fn no_part(words: &Words<'_>, at: usize) -> Option<usize> {
    let number = words.number(at + 1);
    let is_none = match words.at(at) {
        "tháng" => number.is_some_and(|month| month == 0 || (13..100).contains(&month)),
        "quý" | "quí" => {
            number.is_some_and(|quarter| quarter == 0 || (5..100).contains(&quarter))
                || matches!(words.at(at + 1), "v" | "vi")
        }
        _ => false,
    };
    let is_year = |at: usize| words.number(at).is_some_and(|year| (1900..2200).contains(&year));
    let dated = (words.at(at + 2) == "/" || words.at(at + 2) == "năm") && is_year(at + 3);
    (is_none && dated).then_some(at + 4)
}

/// "trước 31/11/2022".
fn no_day(words: &Words<'_>, at: usize) -> Option<usize> {
    let (day, month, year) = (words.number(at)?, words.number(at + 2)?, words.number(at + 4)?);
    let is_date = words.at(at + 1) == "/" && words.at(at + 3) == "/" && (1900..2200).contains(&year);
    let is_told = at > 0 && TO.contains(&words.at(at - 1));
    let there_is = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).is_some();
    (is_date && is_told && day < 100 && month < 100 && !there_is).then_some(at + 5)
}

/// "trước ngày 15/9/2021" at the end of a sentence of a plan for a later year.
fn gone(words: &Words<'_>, at: usize, years: Years) -> Option<usize> {
    let day = words.any(at, &["trước ngày", "chậm nhất ngày", "đến hết ngày", "trước", "chậm nhất"])?;
    let (point, end) = calendar::point(words, day)?;
    let is_last = end == words.len() || words.is_stop(end);
    (is_last && point.year.is_some_and(|year| year < years.year)).then_some(end)
}

/// Whether the clause says that a day in it is that of something else.
fn is_apart(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 60;
    let mut clause = (at.saturating_sub(NEAR)..at).rev().take_while(|i| !words.is_stop(*i));
    clause.any(|i| words.any(i, APART).is_some())
}
