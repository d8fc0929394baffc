//! Who owes a task on one line: "Chủ trì: Sở A; Sở B; Phối hợp: Sở C".

use super::sheet::Sheet;
use crate::domain::{Assignment, Directory, Outline, Role, TaskId};
use crate::import::assignments;
use crate::import::labels::{self, LabelKind};
use crate::locale::{Lang, role};
use crate::text::fold;

/// Writes assignments: by role, each unit for itself, for its name may hold a comma.
pub(super) fn written(assignments: &[Assignment], lang: Lang) -> String {
    let mut pieces: Vec<String> = Vec::new();
    for role in [Role::Lead, Role::Coordinate, Role::Direct, Role::Monitor] {
        let mut held = assignments.iter().filter(|assignment| assignment.role == role).map(name);
        pieces.extend(held.next().map(|first| format!("{}: {first}", role::name(lang, role))));
        pieces.extend(held);
    }
    pieces.join("; ")
}

impl Sheet {
    /// Who owes a task by what the items above it say, beside those that it names itself.
    #[must_use]
    pub fn units_from_above(&self, id: &TaskId, directory: &Directory, lang: Lang) -> String {
        let outline = Outline::of(&self.plan);
        let Some(place) = outline.find(&self.plan, id) else { return String::new() };
        let own = self.plan.task(id).map_or(0, |task| task.assignments.len());
        let force = outline.assignments(&self.plan, place, directory);
        written(&force.into_iter().skip(own).cloned().collect::<Vec<_>>(), lang)
    }
}

/// Reads them again. A name that stood there is that name; another is read as behind a label of a plan: "Sở A, Sở B;
/// phối hợp: Sở C". Without a word for it, the role is that of the piece before, at first to lead.
pub(super) fn read(text: &str, old: &[Assignment]) -> Vec<Assignment> {
    let mut read: Vec<Assignment> = Vec::new();
    let mut role = Role::Lead;
    for piece in text.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
        let (told, names) = split(piece);
        role = told.unwrap_or(role);
        for assignment in assigned(role, names, old) {
            let same = |other: &Assignment| other.role == assignment.role && other.unit == assignment.unit;
            if !read.iter().any(same) {
                read.push(assignment);
            }
        }
    }
    read
}

fn assigned(role: Role, names: &str, old: &[Assignment]) -> Vec<Assignment> {
    let stood = |wanted: &&Assignment| name(wanted) == names;
    let of_role = old.iter().filter(stood).find(|held| held.role == role);
    if let Some(held) = of_role.or_else(|| old.iter().find(stood)) {
        // A label named the role that it had.
        let label = held.label.clone().filter(|_| held.role == role);
        return vec![Assignment { role, label, ..held.clone() }];
    }
    let read = assignments::of_label(role, "", names);
    if !read.is_empty() || names.is_empty() {
        return read;
    }
    vec![Assignment { role, unit: names.to_owned(), ..Assignment::default() }]
}

/// A piece without the word for its role, and that role.
fn split(piece: &str) -> (Option<Role>, &str) {
    let Some((word, names)) = piece.split_once(':') else { return (None, piece) };
    let of_screen = || {
        let is_named = |held: &Role| {
            [Lang::Vi, Lang::En].iter().any(|lang| fold(role::name(*lang, *held)) == fold(word.trim()))
        };
        Role::ALL.into_iter().find(is_named)
    };
    let of_plans = || match labels::recognise(piece)?.kind {
        LabelKind::Role(role) => Some(role),
        _ => None,
    };
    match of_screen().or_else(of_plans) {
        Some(role) => (Some(role), names.trim()),
        None => (None, piece),
    }
}

fn name(assignment: &Assignment) -> String {
    assignment.unit.replace([';', '\n'], ",").trim().to_owned()
}
