//! Deadlines that are moved: "gia hạn từ ngày 31/12/2025 đến ngày 30/6/2026", "lùi thời hạn sang quý III".

use crate::domain::When;

use super::super::words::Words;
use super::Years;
use super::calendar;

const MOVED: &[&str] = &["gia hạn", "gia hạn thêm", "điều chỉnh", "lùi", "dời", "kéo dài", "kéo dài thêm"];

/// What is moved, where no label says that it is a time.
const TERM: &[&str] = &[
    "thời hạn",
    "hạn",
    "tiến độ",
    "thời gian hoàn thành",
    "thời gian thực hiện",
    "thời gian báo cáo",
    "thời gian gửi",
    "thời gian trình",
    "thời gian ban hành",
    "thời gian kết thúc",
    "thời gian đến",
    "thời gian sang",
];

const TO: &[&str] = &["đến", "đến hết", "tới", "sang", "thành"];

/// Reads the new deadline and answers the place after it; the old one stays in the words alone. A label says that all of it
/// is about time.
pub(super) fn read(words: &Words<'_>, at: usize, years: Years, labelled: bool) -> Option<(When, usize)> {
    const FAR: usize = 14;
    let next = words.any(at, MOVED)?;
    let named = words.any(next, TERM).is_some();
    let lasts = words.any(at, &["kéo dài", "kéo dài thêm"]).is_some();
    let told = words.ends_with_any(at, &["đã", "được", "không", "chưa"]);
    if !(named || labelled && !lasts) || told && !labelled {
        return None;
    }
    let mut i = next;
    while i < next + FAR && !words.is_stop(i) {
        let old = words.phrase(i, "từ").and_then(|old| calendar::bare(words, old));
        let place = old.map_or(i, |(_, end)| end);
        if let Some((new, end)) = words.any(place, TO).and_then(|to| calendar::bare(words, to)) {
            return Some((When::By(new.stretch(years.year)?), end));
        }
        i = place + 1;
    }
    None
}
