//! When something is held over a stretch of time, in running text: "tổ chức từ ngày 15/3 đến hết ngày 30/4".

use chrono::Datelike;

use crate::domain::{Span, Stretch, When};

use super::super::units::{Setting, action, list, verb};
use super::super::words::Words;
use super::Years;
use super::day;
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
    "thăm",
    "tặng quà",
    "chiến dịch",
    "diễn tập",
];

/// What the first words of a sentence say of all of it.
const OPENING: &[&str] = &["tổ chức", "mở", "phát động", "ra quân", "thăm", "tặng quà"];

/// What may have begun before the plan's years.
const DRIVES: &[&str] = &["đợt", "chiến dịch", "cao điểm"];

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
    "mốc",
    "niên độ",
    "thời kỳ",
    "thời điểm",
];

/// No event takes more days.
const LONGEST: i64 = 366;

/// Reads the time of something that is held, or the days of a report.
pub(super) fn read(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    range(words, at, years).or_else(|| day::read(words, at, years))
}

/// "tổ chức tiêm từ ngày 15/3/2024 đến hết ngày 30/4/2024", "bắt đầu từ tháng 4 và kết thúc trong tháng 9". It may have
/// begun before the plan's years where it is a drive; else that is what is audited: "kiểm tra việc mua sắm từ tháng 7/2024".
fn range(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    words.any(at, &["từ", "bắt đầu từ"])?;
    let (span, end) = span::written(words, at, years).or_else(|| span::days(words, at, years))?;
    let Span::Range(Stretch::Day(_) | Stretch::Month(..), to @ (Stretch::Day(_) | Stretch::Month(..))) = span
    else {
        return None;
    };
    let short = (to.last() - span.first()).num_days() <= LONGEST;
    let current = is_current(When::In(Span::One(to)), years);
    let early = span.first().year() < years.first();
    let held = opens_sentence(words, at, end) || is_held(words, at) && !is_inspected(words, at);
    (short && current && held && (!early || is_drive(words, at))).then(|| (vec![When::In(span)], end))
}

/// "Từ ngày 01/3 đến ngày 15/3, | các chi bộ sinh hoạt": whether a sentence opens with its time, and behind it says a duty and
/// tells of no fact.
fn opens_sentence(words: &Words<'_>, at: usize, end: usize) -> bool {
    const FACTS: &[&str] = &[
        "có",
        "đã",
        "được",
        "xảy ra",
        "phát sinh",
        "tiếp nhận",
        "giải quyết",
        "số liệu",
        "thống kê",
        "kết quả",
    ];
    let opens = at == 0 || matches!(words.at(at - 1), "." | ";" | "\n");
    if !opens || words.at(end) != "," {
        return false;
    }
    let says = |phrases: &[&str]| {
        let mut behind = (end..words.len()).take_while(|i| !matches!(words.at(*i), "." | ";" | "\n"));
        behind.any(|i| words.any(i, phrases).is_some())
    };
    let (named, next) = list(words, end + 1, Setting::Running);
    let acts = !named.is_empty() && action(words, next).is_some();
    !says(FACTS) && (acts || verb(words, end + 1).is_some() || says(HELD))
}

/// "khảo sát việc giải quyết thủ tục | từ ngày 01/3 đến ngày 30/6": whether the stretch may be that of which is inspected.
fn is_inspected(words: &Words<'_>, at: usize) -> bool {
    const INSPECTS: &[&str] = &[
        "kiểm tra",
        "giám sát",
        "khảo sát",
        "thanh tra",
        "kiểm toán",
        "rà soát",
        "đánh giá",
        "thẩm tra",
        "phúc tra",
        "tổng kết",
        "sơ kết",
    ];
    const NEAR: usize = 60;
    const OF: &[&str] = &["việc", "công tác", "tình hình", "kết quả", "hoạt động", "quá trình", "hồ sơ"];
    // Behind a comma another duty may begin, or the stretch by itself.
    let apart = |i: usize| words.at(i) == "," && (i + 1 == at || words.any(i + 1, HELD).is_some());
    let part = (at.saturating_sub(NEAR)..at).rev().take_while(|i| !words.is_stop(*i) && !apart(*i));
    let of = |i: usize| words.any(i, INSPECTS).is_some_and(|object| words.any(object, OF).is_some());
    part.into_iter().any(of)
}

/// Whether the part of the sentence before a place speaks of a drive.
fn is_drive(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 30;
    let part = (at.saturating_sub(NEAR)..at).rev().take_while(|i| !words.is_stop(*i) && words.at(*i) != ",");
    part.into_iter().any(|i| words.any(i, DRIVES).is_some())
}

/// Whether the part of the sentence that ends at a place says that something is held: behind its last comma, or the
/// sentence by its first words ("Tổ chức các đoàn thăm, động viên ..."), or a short title ("Đợt 1:").
pub(super) fn is_held(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 100;
    let near = at.saturating_sub(NEAR);
    let behind =
        |ends: &dyn Fn(usize) -> bool| (near..at).rev().find(|i| ends(*i)).map_or(near, |stop| stop + 1);
    let says = |phrases: &[&str], from: usize, to: usize| (from..to).any(|i| words.any(i, phrases).is_some());
    let opens = |i: usize| words.is_stop(i) || words.at(i) == ",";
    let last = behind(&opens);
    // "ra quân kiểm tra, xử phạt |": a verb alone goes on with a list.
    let listed = last > near && words.at(last - 1) == "," && verb(words, last) == Some(at);
    let before = (near..last.saturating_sub(1)).rev().find(|i| opens(*i)).map_or(near, |stop| stop + 1);
    let part = if listed { before } else { last };
    let sentence = behind(&|i| matches!(words.at(i), "." | ";" | "\n" | "?" | "!"));
    if says(COUNTED, part, at) {
        return false;
    }
    let titled = at > 0 && words.at(at - 1) == ":";
    let of_sentence = words.any(sentence, OPENING).is_some() || titled && says(HELD, sentence, at);
    let drive = (sentence..at).any(|i| opens_drive(words, i).is_some_and(|next| !says(COUNTED, next, at)));
    says(HELD, part, at + 1) || drive || of_sentence && !says(COUNTED, sentence, at)
}

/// "mở đợt cao điểm | tấn công, trấn áp tội phạm": what a drive is for may be a list.
fn opens_drive(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = words.any(at, &["mở", "tổ chức", "phát động", "ra quân", "triển khai", "thực hiện"])?;
    let drive = words.any(next, &["các", "01", "một", "đồng loạt"]).unwrap_or(next);
    let told = words.ends_with_any(at, &["được", "đã", "sau khi", "khi", "việc"]);
    words.any(drive, DRIVES).filter(|_| !told)
}
