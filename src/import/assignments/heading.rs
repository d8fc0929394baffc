//! Items that only name units: "1. Văn phòng Sở", "Đối với Sở Tài chính:".

use crate::domain::{Assignment, Role};

use super::super::trace::Sureness;
use super::super::units::{Setting, head, list, predicate};
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

/// "Khoa Truyền thông, giáo dục sức khỏe": a noun with a proper name of its own, and no verb behind it.
fn whole(words: &Words<'_>) -> Option<Vec<Assignment>> {
    const LONGEST: usize = 14;
    let named = head(words, 0).filter(|named| words.is_capital(*named))?;
    let end = (0..words.len()).rev().find(|at| !words.is_stop(*at)).map_or(0, |last| last + 1);
    let nominal = |at: usize| {
        !words.is_stop(at)
            && (predicate(words, at).is_none())
            && words.number(at).is_none()
            && words.at(at) != "("
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
