//! Items that only name units: "1. Văn phòng Sở", "Đối với Sở Tài chính:".

use crate::domain::{Assignment, Role};

use super::super::trace::Sureness;
use super::super::units::{Setting, action, head, list};
use super::super::words::Words;
use super::assign;

/// Words in front of the names.
const LEAD_INS: &[&str] = &[
    "trách nhiệm của",
    "nhiệm vụ của",
    "đối với",
    "về phía",
    "đề nghị",
    "giao",
    "yêu cầu",
    "mời",
    "phân công",
    "kính đề nghị",
    "trân trọng đề nghị",
    "trách nhiệm",
    "nhiệm vụ",
    "giao cho",
    "phần của",
];

/// The units of a heading that names nothing else; `None` where more is said. A list of units is certain, a whole line
/// that may be one name is likely.
#[must_use]
pub fn of_heading(text: &str) -> Option<(Vec<Assignment>, Sureness)> {
    let words = Words::of(text);
    let listed = listed(&words).map(|named| (named, Sureness::Certain));
    listed.or_else(|| whole(&words).map(|named| (named, Sureness::Likely)))
}

/// Whether what seems to be one long name may be a sentence with a verb that no list knows, "Khoa Dược xếp lịch tiêm chủng.":
/// it ends like one, and much of it is written small.
#[must_use]
pub fn may_act(text: &str) -> bool {
    const SMALL: usize = 4;
    let words = Words::of(text);
    let closed = matches!(words.at(words.len().saturating_sub(1)), "." | ";");
    let is_small = |at: &usize| words.at(*at).starts_with(char::is_alphabetic) && !words.is_capital(*at);
    closed && (0..words.len() - 1).rev().take_while(is_small).count() >= SMALL
}

/// "Khoa Truyền thông, giáo dục sức khỏe": a noun with a proper name of its own, and no verb behind it.
fn whole(words: &Words<'_>) -> Option<Vec<Assignment>> {
    const LONGEST: usize = 14;
    let named = head(words, 0).filter(|named| words.is_capital(*named))?;
    let end = (0..words.len()).rev().find(|at| !words.is_stop(*at)).map_or(0, |last| last + 1);
    let nominal = |at: usize| {
        !words.is_stop(at) && action(words, at).is_none() && words.number(at).is_none() && words.at(at) != "("
    };
    let plain = end <= LONGEST && (named..end).all(nominal);
    let unit = words.slice(0, end).trim().to_owned();
    plain.then(|| vec![Assignment { role: Role::Lead, unit, label: None, via: None }])
}

/// Lists of units with nothing else.
fn listed(words: &Words<'_>) -> Option<Vec<Assignment>> {
    let mut at = words.any(0, LEAD_INS).unwrap_or(0);
    let mut assignments = Vec::new();
    while at < words.len() {
        head(words, at)?;
        let (named, end) = list(words, at, Setting::Running);
        if named.is_empty() || end == at {
            return None;
        }
        for unit in named {
            assign(
                &mut assignments,
                Assignment { role: Role::Lead, unit: unit.unit, label: None, via: None },
            );
        }
        at = behind(words, end)?;
    }
    (!assignments.is_empty()).then_some(assignments)
}

/// The place of the next list; the end where only marks follow; `None` where words do.
fn behind(words: &Words<'_>, at: usize) -> Option<usize> {
    let closing = |i: usize| matches!(words.at(i), ":" | "." | "," | ";" | "\n" | "");
    if (at..words.len()).all(closing) {
        return Some(words.len());
    }
    (matches!(words.at(at), ";" | "\n")).then_some(at + 1)
}
