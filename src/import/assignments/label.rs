//! Units behind a label or in a table's cell.

use crate::domain::{Assignment, Role};

use super::super::labels::{self, LabelKind};
use super::super::units::{Named, Setting, list, predicate};
use super::super::words::Words;
use super::assign;

/// Splits a label's value into assignments. The label's role is each unit's unless the value says another
/// ("Sở A chủ trì, phối hợp với Sở B"). What a unit is to do ends its name.
#[must_use]
pub fn of_label(role: Role, label: &str, value: &str) -> Vec<Assignment> {
    let words = Words::of(value);
    let mut reader = Reader {
        words: &words,
        at: 0,
        role,
        via: None,
        base: role,
        label: label.trim(),
        assignments: Vec::new(),
    };
    while reader.at < words.len() {
        reader.step();
    }
    reader.assignments
}

/// Where the reader of a value stands.
struct Reader<'t> {
    words: &'t Words<'t>,
    at: usize,
    /// The label's role.
    base: Role,
    /// The role that the words before gave.
    role: Role,
    /// Through whom the units act.
    via: Option<String>,
    label: &'t str,
    assignments: Vec<Assignment>,
}

impl Reader<'_> {
    /// Reads one piece of the value.
    fn step(&mut self) {
        if let Some((role, next)) = inner_label(self.words, self.at) {
            (self.at, self.role, self.base) = (next, role, role);
            return;
        }
        if let Some(next) = cooperation(self.words, self.at) {
            (self.at, self.role) = (next, Role::Coordinate);
            return;
        }
        if let Some((via, next)) = represented(self.words, self.at) {
            (self.at, self.via) = (next, Some(via));
            return;
        }
        let (named, end) = list(self.words, self.at, Setting::Listed);
        if named.is_empty() {
            self.at = self.skip();
            return;
        }
        self.named(named, end);
    }

    /// Takes in names and what is said behind them.
    fn named(&mut self, named: Vec<Named>, end: usize) {
        let words = self.words;
        let mut role = self.role;
        self.at = end;
        if let Some(next) =
            words.any(end, &["đồng chủ trì", "chủ trì", "là cơ quan chủ trì", "làm đầu mối", "là đầu mối"])
        {
            role = if self.base == Role::Coordinate { Role::Lead } else { self.base };
            self.at = next;
            self.role = self.base;
            let comma = if words.at(next) == "," { next + 1 } else { next };
            if let Some(next) = cooperation(words, comma) {
                (self.at, self.role) = (next, Role::Coordinate);
            } else if comma > next && self.are_partners(comma) {
                self.at = comma;
            } else if !words.is_stop(next) {
                self.at = self.rest_of_clause(next);
            }
        } else if let Some(next) = cooperation(words, end) {
            // "Sở B phối hợp": nobody behind it, so these help.
            if words.is_stop(next) || words.any(next, &["thực hiện", "tổ chức"]).is_some() {
                (role, self.at) = (Role::Coordinate, self.rest_of_clause(next));
            } else {
                (self.at, self.role) = (next, Role::Coordinate);
            }
        } else if predicate(words, end).is_some() {
            self.at = self.rest_of_clause(end);
            self.role = self.base;
        }
        for Named { unit, note } in named {
            let role = noted(&note).unwrap_or(role);
            let (label, via) = ((!self.label.is_empty()).then(|| self.label.to_owned()), self.via.clone());
            assign(&mut self.assignments, Assignment { role, unit, label, via });
        }
    }

    /// "Phòng A chủ trì, | các phòng thuộc Sở phối hợp": whether those who help are named here.
    fn are_partners(&self, at: usize) -> bool {
        let (named, end) = list(self.words, at, Setting::Running);
        !named.is_empty() && cooperation(self.words, end).is_some_and(|end| self.words.is_stop(end))
    }

    /// One place on, or to the end of the clause where a predicate opens it.
    fn skip(&self) -> usize {
        match predicate(self.words, self.at) {
            Some(_) => self.rest_of_clause(self.at),
            None => self.at + 1,
        }
    }

    /// The place of the mark that ends the clause; a later "phối hợp với" is looked at again.
    fn rest_of_clause(&self, at: usize) -> usize {
        let ends =
            |i: &usize| matches!(self.words.at(*i), ";" | "." | "\n" | "") || is_cooperation(self.words, *i);
        (at..=self.words.len()).find(ends).unwrap_or(self.words.len())
    }
}

/// A label inside the value, "Cơ quan phối hợp: ...": its role, and the place behind the colon.
fn inner_label(words: &Words<'_>, at: usize) -> Option<(Role, usize)> {
    let colon = (at..words.len().min(at + 8)).find(|i| words.is_stop(*i)).filter(|i| words.at(*i) == ":")?;
    match labels::recognise(words.slice(at, colon + 1))?.kind {
        LabelKind::Role(role) => Some((role, colon + 1)),
        _ => None,
    }
}

/// The place after "phối hợp với".
pub(super) fn cooperation(words: &Words<'_>, at: usize) -> Option<usize> {
    const COOPERATE: &[&str] = &[
        "phối hợp",
        "phối hợp với",
        "phối hợp cùng",
        "phối hợp cùng với",
        "phối hợp chặt chẽ",
        "phối hợp chặt chẽ với",
        "phối hợp chặt chẽ cùng",
        "và phối hợp",
        "và phối hợp với",
        "cùng phối hợp",
        "cùng phối hợp với",
        ", phối hợp với",
        "với sự phối hợp của",
        "chủ động phối hợp",
        "chủ động phối hợp với",
        "phối hợp :",
    ];
    words.any(at, COOPERATE)
}

/// Whether "phối hợp với" and a unit stand here, and not a later duty of the same unit.
fn is_cooperation(words: &Words<'_>, at: usize) -> bool {
    words.any(at, &[", phối hợp với", "phối hợp với", "phối hợp cùng"]).is_some()
}

/// "Các Ủy viên Ban Chỉ đạo là đại diện lãnh đạo các cơ quan: ...": those who represent, and the place of the list.
fn represented(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    let end =
        (at..words.len()).take_while(|i| !matches!(words.at(*i), ";" | "." | "\n" | ":")).find(|i| {
            words
                .any(*i, &["là đại diện", "là lãnh đạo", "đại diện lãnh đạo", "gồm đại diện", "đại diện cho"])
                .is_some()
        })?;
    let colon = (end..words.len())
        .find(|i| matches!(words.at(*i), ";" | "." | "\n" | ":"))
        .filter(|i| words.at(*i) == ":")?;
    let via = words.slice(at, end).split_whitespace().collect::<Vec<_>>().join(" ");
    (!via.is_empty()).then_some((via, colon + 1))
}

/// A role in brackets: "Sở Tài chính (cơ quan chủ trì)".
fn noted(note: &str) -> Option<Role> {
    let words = Words::of(note);
    (0..words.len()).find_map(|at| match words.at(at) {
        "chủ" => words.phrase(at, "chủ trì").map(|_| Role::Lead),
        "phối" => words.phrase(at, "phối hợp").map(|_| Role::Coordinate),
        _ => None,
    })
}
