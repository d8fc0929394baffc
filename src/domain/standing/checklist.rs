//! Who has reported: the list of the units that owe a task, each with its own status.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::directory::{Directory, UnitKey};
use crate::domain::{Assignment, Event, Role, Status, Update};

/// One unit's line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitStanding {
    /// The unit's identity.
    #[serde(skip)]
    pub key: UnitKey,
    /// The unit, by the name of the directory.
    pub unit: String,
    /// The collective that it stands in the list for.
    pub via: Option<String>,
    /// Whether the task waits for it: false where a line names a unit that does not owe the task. Where nobody leads,
    /// those that have reported are the list.
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
/// A line for a collective speaks for those of its members that have said nothing of their own.
pub(super) fn checklist(
    assignments: &[&Assignment],
    lines: &UnitLines<'_>,
    directory: &Directory,
) -> Vec<UnitStanding> {
    let mut list = leads(assignments, directory);
    let nobody_leads = list.is_empty();
    let mut spoken: HashSet<UnitKey> = HashSet::new();
    for (event, update, unit) in &lines.lines {
        let key = directory.key(unit);
        let members = members_for(&list, &key, unit, directory);
        if members.is_empty() {
            add(&mut list, UnitStanding::waiting(directory, unit, None, nobody_leads));
            hear(&mut list, |listed| listed.key == key, event, update);
            if update.status.is_some() {
                spoken.insert(key);
            }
        } else {
            let is_silent = |key: &UnitKey| members.contains(key) && !spoken.contains(key);
            hear(&mut list, |listed| is_silent(&listed.key), event, update);
        }
    }
    list
}

/// The units that owe a task, before any of them has reported.
pub(super) fn leads(assignments: &[&Assignment], directory: &Directory) -> Vec<UnitStanding> {
    let mut list = Vec::new();
    for lead in assignments.iter().filter(|a| a.role == Role::Lead) {
        let members = directory.members(&lead.unit);
        let via = (!members.is_empty()).then(|| directory.name(&lead.unit).to_owned());
        let owing = if members.is_empty() { vec![lead.unit.as_str()] } else { members };
        for unit in owing {
            add(&mut list, UnitStanding::waiting(directory, unit, via.clone(), true));
        }
    }
    list
}

/// The listed units that a line for a collective speaks for; none where the unit stands in the list itself.
fn members_for(list: &[UnitStanding], key: &UnitKey, unit: &str, directory: &Directory) -> HashSet<UnitKey> {
    if list.iter().any(|listed| listed.key == *key) {
        return HashSet::new();
    }
    let members = directory.members(unit).into_iter().map(|member| directory.key(member));
    members.filter(|member| list.iter().any(|listed| listed.key == *member)).collect()
}

fn add(list: &mut Vec<UnitStanding>, standing: UnitStanding) {
    if list.iter().all(|listed| listed.key != standing.key) {
        list.push(standing);
    }
}

fn hear(
    list: &mut [UnitStanding],
    speaks_for: impl Fn(&UnitStanding) -> bool,
    event: &Event,
    update: &Update,
) {
    list.iter_mut().filter(|listed| speaks_for(listed)).for_each(|listed| listed.hear(event, update));
}

/// What a checklist says of the whole, and the day on which it came to that: closed when the share of each that owes
/// is, doing when any has begun.
pub(super) fn verdict(list: &[UnitStanding]) -> (Status, Option<NaiveDate>) {
    let owing = || list.iter().filter(|unit| unit.owes);
    if owing().next().is_some() && owing().all(|unit| unit.status.is_closed()) {
        let is_cancelled = owing().all(|unit| unit.status == Status::Cancelled);
        let status = if is_cancelled { Status::Cancelled } else { Status::Done };
        return (status, owing().filter_map(|unit| unit.on).max());
    }
    let begun = || list.iter().filter(|unit| unit.status != Status::Todo);
    let status = if begun().next().is_some() { Status::Doing } else { Status::Todo };
    (status, begun().filter_map(|unit| unit.on).max())
}

impl UnitStanding {
    fn waiting(directory: &Directory, unit: &str, via: Option<String>, owes: bool) -> Self {
        let (key, unit) = (directory.key(unit), directory.name(unit).to_owned());
        Self { key, unit, via, owes, status: Status::Todo, on: None, evidence: None, note: None }
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
