//! The subject of a sentence as the one who owes it, and those it works with.

use crate::domain::{Assignment, Role};

use super::super::units::{Named, Setting, head, list, predicate};
use super::super::words::Words;
use super::assign;
use super::label::cooperation;

/// Words that hand a task to the unit behind them.
const GIVEN: &[&str] = &[
    "giao",
    "giao cho",
    "đề nghị",
    "kính đề nghị",
    "trân trọng đề nghị",
    "yêu cầu",
    "phân công",
    "mời",
    "giao nhiệm vụ cho",
];

/// Words that open a clause before the subject: "Căn cứ Kế hoạch, các phòng ...".
const OPENERS: &[&str] = &[
    "căn cứ",
    "trên cơ sở",
    "trong quá trình",
    "trong phạm vi",
    "để",
    "nhằm",
    "theo",
    "thông qua",
    "hằng năm",
    "hàng năm",
    "hằng quý",
    "hàng quý",
    "định kỳ",
    "khi",
    "sau khi",
    "ngoài",
    "trước",
    "nếu",
    "trong trường hợp",
    "đối với",
    "bên cạnh",
    "trong",
    "hằng tháng",
    "hàng tháng",
    "từ",
    "trước ngày",
    "chậm nhất",
    "ngay sau khi",
];

/// Reads the units of a task's first sentence: its subject leads, those behind "phối hợp với" help. A sentence that
/// begins with a verb has no subject.
#[must_use]
pub fn of_sentence(text: &str) -> Vec<Assignment> {
    let words = Words::of(text);
    let mut assignments = Vec::new();
    let mut at = 0;
    if let Some((named, end)) = subject(&words) {
        let role = role(&words, end);
        for Named { unit, .. } in named {
            assign(&mut assignments, Assignment { role, unit, label: None, via: None });
        }
        at = end;
    }
    for Named { unit, .. } in partners(&words, at) {
        assign(&mut assignments, Assignment { role: Role::Coordinate, unit, label: None, via: None });
    }
    assignments
}

/// The subject and the place of its predicate.
fn subject(words: &Words<'_>) -> Option<(Vec<Named>, usize)> {
    let start = (0..words.len()).find(|at| words.at(*at).starts_with(char::is_alphanumeric))?;
    if let Some(next) = words.any(start, GIVEN) {
        return acting(words, next);
    }
    if let Some(read) = acting(words, start) {
        return Some(read);
    }
    words.any(start, OPENERS)?;
    // Behind the opening clause, at a comma, the first name that acts.
    (start..words.len())
        .take_while(|at| !matches!(words.at(*at), "." | ";" | "\n"))
        .filter(|at| words.at(*at) == ",")
        .find_map(|comma| acting(words, words.any(comma + 1, GIVEN).unwrap_or(comma + 1)))
}

/// Names with a predicate behind them, or a colon and what they are to do.
fn acting(words: &Words<'_>, at: usize) -> Option<(Vec<Named>, usize)> {
    head(words, at)?;
    let (named, end) = list(words, at, Setting::Running);
    let next = if words.at(end) == "," { end + 1 } else { end };
    let colon = words.at(end) == ":" && words.get(end + 1).is_some();
    (!named.is_empty() && (predicate(words, next).is_some() || colon)).then_some((named, next))
}

/// The role that the predicate gives.
fn role(words: &Words<'_>, at: usize) -> Role {
    const CHASE: &[&str] = &[
        "theo dõi , đôn đốc",
        "đôn đốc , theo dõi",
        "theo dõi và đôn đốc",
        "có trách nhiệm theo dõi , đôn đốc",
        "chịu trách nhiệm theo dõi , đôn đốc",
        "theo dõi , kiểm tra , đôn đốc",
        "theo dõi , hướng dẫn , đôn đốc",
        "có trách nhiệm đôn đốc , theo dõi",
        "giúp theo dõi , đôn đốc",
    ];
    if words.any(at, CHASE).is_some() { Role::Monitor } else { Role::Lead }
}

/// Those behind the first "phối hợp với" of the first clause.
fn partners(words: &Words<'_>, from: usize) -> Vec<Named> {
    let clause = (from..words.len()).take_while(|at| !matches!(words.at(*at), "." | ";" | "\n"));
    for at in clause {
        let Some(next) = cooperation(words, at) else { continue };
        if head(words, next).is_none() {
            continue;
        }
        let (named, _) = list(words, next, Setting::Running);
        return named;
    }
    Vec::new()
}
