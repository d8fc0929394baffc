//! Times in running text: deadlines, recurrences and times that stand alone in brackets.

use chrono::Datelike;

use crate::domain::{Entry, Every, Rhythm, Span, Stretch, When};

use super::super::labels::{self, LabelKind};
use super::super::units::verb;
use super::super::words::Words;
use super::citation::citation;
use super::entry::{Found, entries, label};
use super::label::clause_times;
use super::{
    Years, bound, calendar, condition, deadline, event, extension, missed, recurrence, span, window,
};

/// Words that make a time behind them one by which something is to be ready.
const DONE: &[&str] = &["hoàn thành", "hoàn tất", "hoàn thiện", "xong", "kết thúc"];

/// Words that say that a date behind them is a fact, or that figures are counted up to it.
pub(super) const FACTS: &[&str] = &[
    "có hiệu lực",
    "được ban hành",
    "được cấp",
    "được giao",
    "được phê duyệt",
    "đã ban hành",
    "đã cấp",
    "khởi công",
    "sinh",
    "tính",
    "tính đến",
    "số liệu tính",
    "chốt số liệu",
    "chốt",
    "thành lập",
    "ký kết",
    "từ",
    "diễn ra",
];

/// Reads the deadlines and recurrences of running text, in its order.
#[must_use]
pub fn of_sentence(text: &str, years: Years) -> Vec<Entry> {
    let words = Words::of(text);
    let (mut found, _) = read(&words, years);
    if found.is_empty() {
        found.extend(condition(&words));
    }
    entries(found)
}

/// The first of what is written like a time in running text of which no time is read.
#[must_use]
pub fn unread(text: &str, years: Years) -> Option<String> {
    let words = Words::of(text);
    let (_, unread) = read(&words, years);
    unread.map(|(start, end)| words.slice(start, end).to_owned())
}

/// The first of a text that no calendar has, or that was left half blank.
#[must_use]
pub fn impossible(text: &str) -> Option<String> {
    let words = Words::of(text);
    let ends = (0..words.len()).find_map(|at| Some((at, missed::impossible(&words, at)?)));
    ends.map(|(start, end)| words.slice(start, end).to_owned())
}

/// The times of a text, and the place of the first that only looks like one.
fn read(words: &Words<'_>, years: Years) -> (Vec<Found>, Option<(usize, usize)>) {
    let mut found: Vec<Found> = Vec::new();
    let mut missed = None;
    let (mut at, mut told) = (0, 0);
    while at < words.len() {
        if matches!(words.at(at), "." | ";" | "\n") {
            told = at + 1;
        }
        if let Some((times, end)) = labelled(words, at, years) {
            found.extend(times);
            (at, told) = (end, end);
        } else if let Some(end) = limit(words, at, &mut found, told) {
            (at, told) = (end, end);
        } else if let Some((times, end)) = time(words, at, years) {
            let label = label(words.slice(told, at));
            let text = words.slice(at, end);
            found.extend(times.into_iter().map(|when| Found {
                when,
                label: label.clone(),
                text: text.to_owned(),
            }));
            (at, told) = (end, end);
        } else {
            let looks = || missed::written(words, at, years).map(|end| (at, end));
            missed = missed.or_else(looks);
            at = skipped(words, at, years).unwrap_or(at + 1);
        }
    }
    (found, missed)
}

/// The first condition, where the text says no time.
fn condition(words: &Words<'_>) -> Option<Found> {
    let (at, end) = (0..words.len()).find_map(|at| Some((at, condition::read(words, at)?)))?;
    Some(Found { when: When::Pending, label: None, text: words.slice(at, end).to_owned() })
}

/// "hằng tháng tổng hợp kết quả, báo cáo trước ngày 28": a day that leans on the rhythm said before it in the sentence.
fn limit(words: &Words<'_>, at: usize, found: &mut [Found], told: usize) -> Option<usize> {
    let Some(Found { when: When::Every(every @ Every { limit: None, .. }), .. }) = found.last_mut() else {
        return None;
    };
    let (bound, next) = bound::read(words, at)?;
    let (point, end) = calendar::bare(words, next)?;
    let leans = !(told..at).any(|i| matches!(words.at(i), "." | ";" | "\n"));
    let closed = words.is_stop(end) || matches!(words.at(end), "," | ")");
    every.limit = Some(
        bound::limit(point, bound, every.rhythm)
            .filter(|_| leans && closed && every.rhythm != Rhythm::Yearly)?,
    );
    Some(end)
}

/// The place after what holds dates but no time of the task: a citation, a term, a window.
fn skipped(words: &Words<'_>, at: usize, years: Years) -> Option<usize> {
    let fact = || deadline::read(words, at, years).map(|(_, end)| end);
    citation(words, at).or_else(|| span::term_of_office(words, at)).or_else(fact).or_else(|| {
        let window = words.phrase(at, "từ").and_then(|_| span::bare(words, at, years));
        window.filter(|(span, _)| matches!(span, Span::Range(..))).map(|(_, end)| end)
    })
}

/// "thời gian hoàn thành: quý IV/2025" inside a text.
fn labelled(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<Found>, usize)> {
    words.any(at, &["thời gian", "thời hạn", "tiến độ"])?;
    let colon = (at..words.len().min(at + 8)).find(|i| words.at(*i) == ":")?;
    let end = (colon + 1..words.len()).find(|i| matches!(words.at(*i), ";" | "\n")).unwrap_or(words.len());
    let read = labels::recognise(words.slice(at, end)).filter(|read| read.kind == LabelKind::Time)?;
    let mut found = clause_times(read.value, years);
    let value = read.value.trim_end_matches(['.', ' ']);
    if found.is_empty() && value.chars().any(char::is_alphanumeric) {
        found.push(Found { when: When::Pending, label: None, text: value.to_owned() });
    }
    Some((found, end))
}

fn time(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    if let Some((when, end)) = extension::read(words, at, years, false) {
        return is_current(when, years).then_some((vec![when], end));
    }
    if let Some((times, end)) = deadline::read(words, at, years).filter(|_| is_deadline(words, at)) {
        let current = times.iter().all(|when| is_current(*when, years));
        return current.then_some((times, end));
    }
    ready(words, at, years)
        .or_else(|| ongoing(words, at))
        .or_else(|| event::read(words, at, years))
        .or_else(|| at_end(words, at, years))
        .or_else(|| in_brackets(words, at, years))
        .or_else(|| alone(words, at, years))
        .or_else(|| recurrence::read(words, at, years))
}

/// Whether a deadline read here is one, and not the end of a window or a fact.
fn is_deadline(words: &Words<'_>, at: usize) -> bool {
    let loose = words.any(at, &["hết", "đến hết", "hạn", "thời hạn"]).is_some();
    !words.ends_with_any(at, FACTS) && (!loose || is_done_in_clause(words, at))
}

/// Whether the clause says that something is to be ready, and counts nothing from a day on.
fn is_done_in_clause(words: &Words<'_>, at: usize) -> bool {
    let start = (0..at).rev().find(|i| words.is_stop(*i)).map_or(0, |stop| stop + 1);
    let end = (at..words.len()).find(|i| words.is_stop(*i)).unwrap_or(words.len());
    let window = (start..at).any(|i| matches!(words.at(i), "từ" | "tính" | "số"));
    !window && (start..end).any(|i| words.any(i, DONE).is_some())
}

/// A deadline before the plan's years and its issue is history.
pub(super) fn is_current(when: When, years: Years) -> bool {
    let first = years.first();
    match when {
        When::Before(day) => day.year() >= first,
        When::By(stretch) => stretch.year() >= first,
        When::In(span) => span.first().year() >= first,
        _ => true,
    }
}

/// "hoàn thành việc rà soát trong quý III/2022", "xong trong tháng 12".
fn ready(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let next = words.any(at, DONE)?;
    for i in next..next + 12 {
        if words.is_stop(i) {
            return None;
        }
        if i > next && words.any(i, DONE).is_some() {
            return None;
        }
        if deadline::read(words, i, years).is_some() {
            return None; // read in its own place
        }
        let to = words.any(i, &["trong", "vào", "đến", "trong khoảng"]);
        let start = to.unwrap_or(i);
        if to.is_none() && i != next {
            continue;
        }
        if let Some((span, end)) = span::bare(words, start, years) {
            if i > next && matches!(span, Span::One(Stretch::Year(_))) && words.at(i) == "đến" {
                return None; // "hoàn thành mục tiêu đến năm 2030" is a goal
            }
            let when = match span {
                Span::One(stretch) if words.at(start - 1) == "đến" => When::By(stretch),
                span => When::In(span),
            };
            return is_current(when, years).then_some((vec![when], end));
        }
    }
    None
}

/// "Kiểm tra đột xuất: thực hiện thường xuyên trong năm.": all that is said of when.
fn ongoing(words: &Words<'_>, at: usize) -> Option<(Vec<When>, usize)> {
    const ALWAYS: &[&str] =
        &["thường xuyên", "thường xuyên , liên tục", "thường xuyên trong năm", "thường xuyên trong cả năm"];
    let titled = at > 0 && words.at(at - 1) == ":";
    let next = words.any(at, &["thực hiện", "tổ chức", "tiến hành", "triển khai"]).unwrap_or(at);
    let end = words.any(next, ALWAYS).filter(|end| titled && words.is_stop(*end))?;
    Some((vec![When::Ongoing], end))
}

/// "trong tháng 12/2025.", "đầu tháng 5." at the end of a clause.
fn at_end(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    const MEASURED: &[&str] =
        &["từ", "đến", "tới", "trước", "sau", "kể từ", "tính", "số liệu", "kết quả", "tình hình", "sơ kết"];
    let part = matches!(words.at(at), "đầu" | "giữa" | "cuối");
    let week = calendar::week(words, at).is_some();
    let soft = (week || part && matches!(words.at(at + 1), "tháng" | "quý" | "quí")).then_some(at);
    let next = words.any(at, &["trong", "vào"]).or(soft.filter(|_| !words.ends_with_any(at, MEASURED)))?;
    let is_over = |end: usize| words.is_stop(end) || matches!(words.at(end), ")" | ",");
    if let Some((spans, end)) = span::listed(words, next, years).filter(|(_, end)| is_over(*end)) {
        let times: Vec<When> = spans.into_iter().map(When::In).collect();
        return times.iter().all(|when| is_current(*when, years)).then_some((times, end));
    }
    let (span, end) = span::written(words, next, years)?;
    let short = match span {
        Span::One(Stretch::Month(..) | Stretch::Quarter(..))
        | Span::Range(Stretch::Month(..) | Stretch::Quarter(..), _) => true,
        // A half year is as often what figures are counted over.
        Span::One(Stretch::Half(..)) => {
            let clause = (0..at).rev().take_while(|i| !words.is_stop(*i));
            !clause.into_iter().any(|i| words.any(i, MEASURED).is_some())
        }
        // "tổ chức sơ kết vào năm 2028, tổng kết vào quý IV năm 2030"
        Span::One(Stretch::Year(_)) => {
            let clause = (at.saturating_sub(Words::LONGEST)..at).rev();
            let clause = clause.take_while(|i| !words.is_stop(*i) && words.at(*i) != ",");
            let reviews = |i: usize| words.any(i, &["sơ kết", "tổng kết"]).is_some();
            words.at(at) == "vào" && clause.into_iter().any(reviews)
        }
        _ => false,
    };
    let joined = words.at(end) == "và" && verb(words, end + 1).is_some();
    let closed = joined || is_over(end);
    (short && closed && is_current(When::In(span), years)).then_some((vec![When::In(span)], end))
}

/// "Nghiệm thu cấp xã: 05/8/2025;", "02 lớp, quý I/2026.", "Tháng 9/2025": a time that is all a clause says.
fn alone(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    const OPENING: &[&str] = &[
        "dự kiến",
        "dự kiến vào",
        "dự kiến trong",
        "trong",
        "vào",
        "sáng",
        "chiều",
        "tối",
        "vào sáng",
        "vào chiều",
        "vào tối",
    ];
    const COUNTED: &[&str] = &["số liệu", "chốt", "kỳ báo cáo", "ban hành", "hiệu lực", "tính"];
    let behind = if at == 0 { "" } else { words.at(at - 1) };
    if !matches!(behind, "" | ":" | ",") {
        return None;
    }
    let next = words.any(at, OPENING).unwrap_or(at);
    let (span, end) = span::written(words, next, years)?;
    let start = (0..at).rev().find(|i| matches!(words.at(*i), "." | ";" | "\n")).map_or(0, |stop| stop + 1);
    let remembers = |i: usize| words.phrase(i, "kỷ niệm").is_some() && words.at(i.saturating_sub(1)) != "lễ";
    let counted =
        (start..at).any(|i| remembers(i) || words.any(i, COUNTED).is_some() || citation(words, i).is_some());
    let is_day = matches!(span, Span::One(Stretch::Day(_)));
    let fits = match (span, behind) {
        (Span::One(Stretch::Year(_)) | Span::From(_), _) => false,
        (_, ",") => !is_day && end >= words.len() - usize::from(words.at(words.len() - 1) == "."),
        (_, "") if words.at(end) == ":" => true,
        // "Đợt 2: tháng 7, ...", "Ngày hội: dự kiến ngày 20/3, ...": what is done then stands behind.
        (_, ":") if words.at(end) == "," => next > at || is_round(words, at - 1),
        _ => matches!(words.at(end), "" | "." | ";" | "\n"),
    };
    (fits && !counted && is_current(When::In(span), years)).then_some((vec![When::In(span)], end))
}

/// "Đợt 2 |", "Giai đoạn I |": a numbered part of the work, of which first its time is told.
fn is_round(words: &Words<'_>, colon: usize) -> bool {
    const ROUNDS: &[&str] = &["đợt", "giai đoạn", "bước", "lần", "kỳ", "vòng"];
    let numbered = colon > 1
        && (words.number(colon - 1).is_some() || matches!(words.at(colon - 1), "i" | "ii" | "iii" | "iv"));
    numbered && words.ends_with_any(colon - 1, ROUNDS)
}

/// "(quý IV/2025)", "(từ ngày 15/11 đến ngày 15/12)"; a day alone only at the end, elsewhere it is a fact.
fn in_brackets(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let end = words.bracket(at)?;
    let next = words.any(at + 1, &["trong", "vào", "dự kiến", "dự kiến trong"]).unwrap_or(at + 1);
    if let Some((spans, _)) = span::listed(words, next, years).filter(|(_, after)| after + 1 == end) {
        let current = spans.iter().all(|span| is_current(When::In(*span), years));
        return current.then(|| (spans.into_iter().map(When::In).collect(), end));
    }
    let whole = span::written(words, next, years).filter(|(_, after)| after + 1 == end);
    let (span, after) = whole.or_else(|| Some((among_counts(words, at + 1, end - 1, years)?, end - 1)))?;
    // "trước ngày 25/5/2026 (cả năm)": what the report is about.
    let told = words.phrase(next, "cả năm").is_some() && words.number(at.saturating_sub(1)).is_some();
    if told || is_commemorated(words, at) || window::is_of_report(words, at, span) {
        return None;
    }
    let last = words.is_stop(end);
    let counts = match span {
        Span::One(Stretch::Day(_) | Stretch::Year(_)) | Span::From(_) => last && words.get(end + 1).is_none(),
        _ => true,
    };
    (after + 1 == end && counts && is_current(When::In(span), years)).then_some((vec![When::In(span)], end))
}

/// "(Tuần 1 - Tuần 4, | từ ngày 02/3 đến ngày 29/3/2026)": the range that stands in brackets beside nothing but how many weeks
/// or days it is.
fn among_counts(words: &Words<'_>, open: usize, close: usize, years: Years) -> Option<Span> {
    const COUNTS: &[&str] = &[
        "tuần",
        "ngày",
        "tháng",
        "thứ",
        "đợt",
        "từ",
        "đến",
        "khoảng",
        "trong",
        "dự kiến",
        "-",
        ",",
        ";",
        ":",
    ];
    let counts = |from: usize, to: usize| {
        (from..to).all(|i| words.number(i).is_some() || words.any(i, COUNTS).is_some())
    };
    let opens = |i: &usize| *i == open || matches!(words.at(i - 1), "," | ";" | ":");
    let parts = (open..close).filter(opens);
    parts.into_iter().find_map(|start| {
        let (span, end) = span::written(words, start, years)?;
        (matches!(span, Span::Range(..)) && counts(open, start) && counts(end, close)).then_some(span)
    })
}

/// "hưởng ứng Ngày Đại dương thế giới (08/6)": the brackets say when the day of that name is.
fn is_commemorated(words: &Words<'_>, at: usize) -> bool {
    const HONOURED: &[&str] =
        &["hưởng ứng", "chào mừng", "kỷ niệm", "nhân", "nhân dịp", "ngày truyền thống", "ngày thành lập"];
    let clause = (0..at).rev().take_while(|i| !words.is_stop(*i) && words.at(*i) != ",");
    clause.into_iter().any(|i| words.any(i, HONOURED).is_some())
}
