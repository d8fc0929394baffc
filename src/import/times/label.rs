//! Times of a label's value or a table's cell.

use crate::domain::{Entry, Span, When};

use super::super::words::Words;
use super::citation::citation;
use super::entry::{Found, entries, label};
use super::{Years, deadline, extension, rhythm, span};

/// Words for work that goes on.
const ONGOING: &[&str] =
    &["thường xuyên", "liên tục", "xuyên suốt", "theo yêu cầu nhiệm vụ", "hằng ngày", "hàng ngày"];

/// Words that open a condition: a date behind them is none of the task's.
const CONDITIONS: &[&str] = &[
    "sau khi",
    "sau",
    "ngay sau",
    "ngay khi",
    "khi",
    "theo",
    "kể từ khi",
    "từ khi",
    "trong vòng",
    "đến khi",
    "cho đến khi",
    "tùy",
    "căn cứ",
    "phụ thuộc",
];

/// Words behind which a condition is over: "Sau Hội nghị, hoàn thành trong quý II".
const UNCONDITIONAL: &[&str] =
    &[",", ", trong", "hoàn thành", "hoàn thành trong", "xong", "xong trong", "hoàn thành vào"];

/// Reads what a label or a cell says about time, in the order of its words. A value that says something but no time
/// that is understood is one condition; a blank one is nothing.
#[must_use]
pub fn of_label(value: &str, years: Years) -> Vec<Entry> {
    let mut found = Vec::new();
    for clause in value.split([';', '\n']) {
        found.extend(clause_times(clause, years));
    }
    let wording = wording(value);
    if found.is_empty() && wording.chars().any(char::is_alphanumeric) {
        found.push(Found { when: When::Pending, label: None, text: wording.to_owned() });
    }
    entries(found)
}

fn wording(text: &str) -> &str {
    text.trim().trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '.' | ';' | ',' | '-' | '+'))
}

/// What is looked for at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Any time.
    Any,
    /// Only what says that it is a deadline: behind a condition, or in brackets behind a time.
    Deadline,
}

/// The times of one clause.
pub(super) fn clause_times(clause: &str, years: Years) -> Vec<Found> {
    let words = Words::of(clause);
    let open = (0..words.len()).find(|at| words.at(*at).starts_with(char::is_alphanumeric)).unwrap_or(0);
    let conditional = words.any(open, CONDITIONS).is_some();
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut told) = (0, 0);
    while at < words.len() {
        if let Some(end) = finer(&words, at, years, found.last_mut().filter(|_| told == at)) {
            (at, told) = (end, end);
            continue;
        }
        let inner = !found.is_empty() && words.in_brackets(at);
        let conditional = conditional && !words.ends_with_any(at, UNCONDITIONAL);
        let wanted = if conditional || inner { Wanted::Deadline } else { Wanted::Any };
        if let Some((times, end)) = time(&words, at, years, wanted) {
            let label = label(words.slice(told, at));
            let text = words.slice(at, end);
            found.extend(times.into_iter().map(|when| Found {
                when,
                label: label.clone(),
                text: text.to_owned(),
            }));
            (at, told) = (end, end);
        } else {
            at = citation(&words, at).or_else(|| span::term_of_office(&words, at)).unwrap_or(at + 1);
        }
    }
    if let [only] = &mut found[..] {
        wording(clause).clone_into(&mut only.text);
    }
    settle(found)
}

/// "Hè 2024 (tháng 6 - 7/2024)": brackets behind a stretch of time that name a part of it say it more finely.
fn finer(words: &Words<'_>, at: usize, years: Years, before: Option<&mut Found>) -> Option<usize> {
    let end = words.bracket(at)?;
    let Found { when: When::In(coarse), .. } = before? else { return None };
    let next = words.any(at + 1, &["trong", "vào", "dự kiến"]).unwrap_or(at + 1);
    let (fine, after) = span::written(words, next, years)?;
    let part = fine != *coarse
        && fine.first() >= coarse.first()
        && coarse.last().zip(fine.last()).is_some_and(|(all, part)| part <= all);
    (after + 1 == end && part).then(|| {
        *coarse = fine;
        end
    })
}

/// Reads one time, or several that share their words.
fn time(words: &Words<'_>, at: usize, years: Years, wanted: Wanted) -> Option<(Vec<When>, usize)> {
    if let Some((when, end)) = extension::read(words, at, years, true) {
        return Some((vec![when], end));
    }
    if let Some(read) = deadline::read(words, at, years) {
        return Some(read);
    }
    if wanted == Wanted::Deadline
        || span::term_of_office(words, at).is_some()
        || citation(words, at).is_some()
    {
        return None;
    }
    if let Some(end) = words.any(at, ONGOING) {
        return Some((vec![When::Ongoing], end));
    }
    deadline::recurring(words, at, years)
        .or_else(|| rhythm::read(words, at, years))
        .or_else(|| {
            span::listed(words, at, years)
                .map(|(spans, end)| (spans.into_iter().map(When::In).collect(), end))
        })
        .or_else(|| span::bare(words, at, years).map(|(span, end)| (vec![last_day(words, at, span)], end)))
}

/// "đến năm 2030", "đến ngày 30/6" with nothing in front is a deadline.
fn last_day(words: &Words<'_>, at: usize, span: Span) -> When {
    match span {
        Span::One(stretch) if words.ends_with_any(at, &["đến", "tới", "cho đến"]) => {
            When::By(stretch)
        }
        other => When::In(other),
    }
}

/// Work that goes on has no other time but deadlines.
fn settle(found: Vec<Found>) -> Vec<Found> {
    if !found.iter().any(|found| found.when == When::Ongoing) {
        return found;
    }
    let stays = |when| match when {
        When::Ongoing | When::By(_) | When::Before(_) => true,
        When::Every(every) => every.limit.is_some(),
        When::In(_) | When::Pending => false,
    };
    found.into_iter().filter(|found| stays(found.when)).collect()
}
