//! Conditions in running text, which only a person can turn into a date: "ngay sau khi có quyết định", "trong vòng 15 ngày kể
//! từ ngày ...", "theo kế hoạch riêng".

use super::super::words::Words;

/// Words that are a condition with all that the clause says behind them.
const OPENING: &[&str] = &["ngay sau khi", "ngay khi", "sau mỗi", "sau từng", "sau mỗi đợt", "sau mỗi lần"];

/// Words that are one by themselves.
const WHOLE: &[&str] = &[
    "theo kế hoạch riêng",
    "có kế hoạch riêng",
    "theo hướng dẫn riêng",
    "có hướng dẫn riêng",
    "theo lịch riêng",
    "có thông báo riêng",
];

/// Words that open a length of time.
const LENGTH: &[&str] = &["trong vòng", "trong thời hạn", "chậm nhất", "muộn nhất", "không quá", "sau"];

/// Words that open one that must lie before something; behind something it is how long a thing lasts.
const LEAST: &[&str] = &["ít nhất", "tối thiểu"];

/// What a length of time is counted from, behind it.
const ANCHORS: &[&str] =
    &["kể từ", "tính từ", "từ khi", "sau khi", "trước khi", "trước ngày", "từ ngày", "sau ngày"];

/// Reads a condition and answers the place after it.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<usize> {
    if let Some(end) = words.any(at, WHOLE) {
        return Some(end);
    }
    let opening = words.any(at, OPENING).filter(|next| !words.is_stop(*next));
    opening.or_else(|| ahead(words, at)).or_else(|| length(words, at)).map(|next| clause_end(words, next))
}

/// "trong vòng 24 giờ kể từ khi ...": a length that is counted from something.
fn length(words: &Words<'_>, at: usize) -> Option<usize> {
    if let Some(least) = words.any(at, LEAST) {
        return words.any(counted(words, least)?, &["trước khi", "trước ngày"]);
    }
    let next = counted(words, words.any(at, LENGTH)?)?;
    words.any(next, ANCHORS)
}

/// "trước khi đoàn làm việc ít nhất 07 ngày": the length stands behind.
fn ahead(words: &Words<'_>, at: usize) -> Option<usize> {
    const NEAR: usize = 30;
    let next = words.any(at, &["trước khi", "trước ngày", "trước"])?;
    let ends = |i: usize| words.is_stop(i) || matches!(words.at(i), "," | "(" | ")");
    let mut clause = (next..next + NEAR).take_while(|i| !ends(*i));
    clause.find_map(|i| {
        let least = words.any(i, &["ít nhất", "tối thiểu", "chậm nhất"]);
        // "trước Tết Nguyên đán | 15 ngày": the length is the last word.
        let closing = || counted(words, i).filter(|end| ends(*end));
        least.map_or_else(closing, |least| counted(words, least))
    })
}

/// "24 giờ", "05 ngày làm việc"
fn counted(words: &Words<'_>, at: usize) -> Option<usize> {
    let at = words.any(at, &["là", "không quá"]).unwrap_or(at);
    words.number(at)?;
    words.any(at + 1, &["giờ", "ngày", "ngày làm việc", "tuần", "tháng"])
}

/// The place of the mark that ends the clause.
fn clause_end(words: &Words<'_>, at: usize) -> usize {
    (at..words.len())
        .find(|i| words.is_stop(*i) || matches!(words.at(*i), "," | "(" | ")"))
        .unwrap_or(words.len())
}
