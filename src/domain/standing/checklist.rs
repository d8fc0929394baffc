//! Who has reported: the list of the units that owe a task, each with its own status.

use chrono::NaiveDate;

use crate::domain::directory::{Directory, UnitKey};
use crate::domain::{Assignment, Event, Role, Status, Update};

/// One unit's line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitStanding {
    /// The unit, by the name of the directory.
    pub unit: String,
    /// The collective that it stands in the list for.
    pub via: Option<String>,
    /// Whether the task waits for it: false where a line names a unit that does not owe the task.
    pub owes: bool,
    /// What was last said of its share.
    pub status: Status,
    /// The day of it.
    pub on: Option<NaiveDate>,
    /// The document that shows it.
    pub evidence: Option<String>,
    /// The last remark.
    pub note: Option<String>,
}

/// The lines that speak for single units, in the order of writing.
#[derive(Debug, Default)]
pub(super) struct UnitLines<'e> {
    lines: Vec<(&'e Event, &'e Update, &'e str)>,
}

impl<'e> UnitLines<'e> {
    pub fn push(&mut self, event: &'e Event, update: &'e Update, unit: &'e str) {
        self.lines.push((event, update, unit));
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// The checklist of a task: its leads, a collective as its members, and whoever else a line names.
///
/// A line for a collective speaks for those of its members that have no line of their own.
pub(super) fn checklist(
    assignments: &[&Assignment],
    lines: &UnitLines<'_>,
    directory: &Directory,
) -> Vec<UnitStanding> {
    let mut list: Vec<(UnitKey, UnitStanding)> = Vec::new();
    for lead in assignments.iter().filter(|a| a.role == Role::Lead) {
        let members = directory.members(&lead.unit);
        let via = (!members.is_empty()).then(|| directory.name(&lead.unit).to_owned());
        let owing = if members.is_empty() { vec![directory.name(&lead.unit)] } else { members };
        for unit in owing {
            add(&mut list, directory.key(unit), UnitStanding::waiting(unit, via.clone(), true));
        }
    }
    for (event, update, unit) in &lines.lines {
        let key = directory.key(unit);
        let members: Vec<UnitKey> = directory.members(unit).into_iter().map(|m| directory.key(m)).collect();
        let speaks_for_members = !members.is_empty() && !list.iter().any(|(listed, _)| *listed == key);
        if speaks_for_members && list.iter().any(|(listed, _)| members.contains(listed)) {
            for (_, standing) in list.iter_mut().filter(|(listed, _)| members.contains(listed)) {
                standing.hear(event, update);
            }
            continue;
        }
        add(&mut list, key.clone(), UnitStanding::waiting(directory.name(unit), None, false));
        for (_, standing) in list.iter_mut().filter(|(listed, _)| *listed == key) {
            standing.hear(event, update);
        }
    }
    list.into_iter().map(|(_, standing)| standing).collect()
}

fn add(list: &mut Vec<(UnitKey, UnitStanding)>, key: UnitKey, standing: UnitStanding) {
    if !list.iter().any(|(listed, _)| *listed == key) {
        list.push((key, standing));
    }
}

/// What a checklist says of the whole: done when all that owe are, doing when any has begun.
pub(super) fn verdict(list: &[UnitStanding]) -> Status {
    let mut owing = list.iter().filter(|unit| unit.owes).peekable();
    if owing.peek().is_some() && owing.all(|unit| unit.status.is_closed()) {
        return Status::Done;
    }
    let begun = list.iter().any(|unit| unit.status != Status::Todo);
    if begun { Status::Doing } else { Status::Todo }
}

impl UnitStanding {
    fn waiting(unit: &str, via: Option<String>, owes: bool) -> Self {
        Self { unit: unit.to_owned(), via, owes, status: Status::Todo, on: None, evidence: None, note: None }
    }

    fn hear(&mut self, event: &Event, update: &Update) {
        if let Some(status) = &update.status {
            self.status = status.clone();
            self.on = Some(event.day());
            self.evidence.clone_from(&update.evidence);
        }
        if update.evidence.is_some() {
            self.evidence.clone_from(&update.evidence);
        }
        if update.note.is_some() {
            self.note.clone_from(&update.note);
        }
    }
}
