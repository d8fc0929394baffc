//! Items that only name units: "1. Văn phòng Sở", "Đối với Sở Tài chính:".

use crate::domain::{Assignment, Role};

use super::super::units::{Setting, head, list};
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

/// The units of a heading that names nothing else; `None` where more is said.
#[must_use]
pub fn of_heading(text: &str) -> Option<Vec<Assignment>> {
    let words = Words::of(text);
    let mut at = words.any(0, LEAD_INS).unwrap_or(0);
    let mut assignments = Vec::new();
    while at < words.len() {
        head(&words, at)?;
        let (named, end) = list(&words, at, Setting::Running);
        if named.is_empty() || end == at {
            return None;
        }
        for unit in named {
            assign(
                &mut assignments,
                Assignment { role: Role::Lead, unit: unit.unit, label: None, via: None },
            );
        }
        at = behind(&words, end)?;
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
