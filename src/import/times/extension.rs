//! Deadlines that are moved: "gia hạn từ ngày 31/12/2025 đến ngày 30/6/2026", "lùi thời hạn sang quý III".

use crate::domain::When;

use super::super::words::Words;
use super::Years;
use super::calendar;

const MOVED: &[&str] = &["gia hạn", "gia hạn thêm", "điều chỉnh", "lùi", "dời", "kéo dài", "kéo dài thêm"];

/// What is moved, where no label says that it is a time.
const TERM: &[&str] = &["thời hạn", "hạn", "thời gian"];

/// Words between what is moved in running text and its days: the task or its report, and never whose term it is besides.
const OWN: &[&str] =
    &["hoàn thành", "thực hiện", "báo cáo", "gửi", "trình", "ban hành", "kết thúc", "nhiệm vụ"];

const TO: &[&str] = &["đến", "đến hết", "tới", "sang", "thành"];

/// Reads the new deadline and answers the place after it; the old one stays in the words alone. A label says that all of it
/// is about time.
pub(super) fn read(words: &Words<'_>, at: usize, years: Years, labelled: bool) -> Option<(When, usize)> {
    const FAR: usize = 14;
    let next = words.any(at, MOVED)?;
    let lasts = words.any(at, &["kéo dài", "kéo dài thêm"]).is_some();
    let told = words.ends_with_any(at, &["đã", "được", "không", "chưa"]);
    if !labelled && told {
        return None;
    }
    if !labelled || lasts {
        let mut next = words.any(next, TERM)?;
        while let Some(end) = words.any(next, OWN) {
            next = end;
        }
        return moved(words, next, years);
    }
    (next..next + FAR).take_while(|i| !words.is_stop(*i)).find_map(|i| moved(words, i, years))
}

/// "từ ngày 31/12 đến ngày 30/6": the new deadline.
fn moved(words: &Words<'_>, at: usize, years: Years) -> Option<(When, usize)> {
    let old = words.phrase(at, "từ").and_then(|old| calendar::bare(words, old));
    let to = words.any(old.map_or(at, |(_, end)| end), TO)?;
    let (new, end) = calendar::bare(words, to)?;
    Some((When::By(new.stretch(years.year)?), end))
}
