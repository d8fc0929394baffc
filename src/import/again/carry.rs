//! The ids of a plan carried over to a new reading of its document.

use std::collections::HashSet;

use super::likeness::Wording;
use super::matching::{Matches, matches};
use crate::domain::{Entry, Plan, Section, Task, TaskId, Walk};

/// The draft with the ids of what it was read as before. What it leaves blank (number, date, place, signatory, title,
/// issuer) is as the last reading had it. A task that a person wrote into the plan by hand and that the document now
/// has as well is that task.
pub(super) fn carried(reading: &Plan, plan: &Plan, draft: &Plan) -> Plan {
    let mut matches = matches(reading, draft);
    match_by_hand(&mut matches, reading, plan, draft);
    let known = Known::of(reading, plan);
    let mut carrier = Carrier { matches: &matches, next: 0, known: &known };
    let mut sections: Vec<Section> = Vec::with_capacity(draft.sections.len());
    for (section, old) in draft.sections.iter().zip(&matches.sections) {
        let id = old.map_or_else(String::new, |old| reading.sections[old].id.clone());
        sections.push(Section { id, tasks: carrier.tasks(&section.tasks), ..section.clone() });
    }
    name_new_sections(&mut sections, &[reading, plan]);
    Plan { sections, ..header(reading, draft) }
}

/// Finds the tasks of the draft that the last reading did not have among those that a person added.
fn match_by_hand<'p>(found: &mut Matches<'p>, reading: &Plan, plan: &'p Plan, draft: &Plan) {
    let read: HashSet<&TaskId> = tasks(reading).into_iter().map(|task| &task.id).collect();
    let is_own = |task: &&Task| !read.contains(&task.id);
    if !tasks(plan).iter().any(is_own) {
        return;
    }
    for (at, own) in found.tasks.iter_mut().zip(matches(plan, draft).tasks) {
        *at = at.or(own.filter(|task| is_own(task)));
    }
}

/// All tasks of a plan, in the order of the text.
pub(super) fn tasks(plan: &Plan) -> Vec<&Task> {
    plan.tasks().collect()
}

/// These tasks and all under them, in the order of the text.
pub(super) fn tasks_of(tasks: &[Task]) -> Vec<&Task> {
    Walk::over(tasks).map(|(_, task)| task).collect()
}

/// Calls for each list of tasks, those of a task before the one that it stands in.
pub(super) fn each_list(plan: &mut Plan, change: &mut impl FnMut(&mut Vec<Task>)) {
    fn walk(tasks: &mut Vec<Task>, change: &mut impl FnMut(&mut Vec<Task>)) {
        for task in tasks.iter_mut() {
            walk(&mut task.tasks, change);
        }
        change(tasks);
    }
    plan.sections.iter_mut().for_each(|section| walk(&mut section.tasks, change));
}

/// The draft's own fields over those that only the last reading has.
fn header(reading: &Plan, draft: &Plan) -> Plan {
    let filled = |new: &str, old: &str| if new.is_empty() { old.to_owned() } else { new.to_owned() };
    Plan {
        id: reading.id.clone(),
        number: draft.number.clone().or_else(|| reading.number.clone()),
        title: filled(&draft.title, &reading.title),
        issuer: filled(&draft.issuer, &reading.issuer),
        place: draft.place.clone().or_else(|| reading.place.clone()),
        issued: draft.issued.or(reading.issued),
        signatory: draft.signatory.clone().or_else(|| reading.signatory.clone()),
        ..draft.clone()
    }
}

/// Gives sections without an id one that is not in use.
fn name_new_sections(sections: &mut [Section], plans: &[&Plan]) {
    let known = plans.iter().flat_map(|plan| &plan.sections);
    let mut used: HashSet<String> = known.map(|section| section.id.clone()).collect();
    for section in sections.iter_mut().filter(|section| section.id.is_empty()) {
        let numbers = 1..=used.len() + 1;
        section.id = numbers.map(|n| format!("s{n}")).find(|id| !used.contains(id)).unwrap_or_default();
        used.insert(section.id.clone());
    }
}

/// The ids of times that are in use, by task.
struct Known<'p>(HashSet<(&'p TaskId, &'p str)>);

impl<'p> Known<'p> {
    fn of(reading: &'p Plan, plan: &'p Plan) -> Self {
        let all = tasks(reading).into_iter().chain(tasks(plan));
        Self(all.flat_map(|task| task.timeline.iter().map(|entry| (&task.id, entry.id.as_str()))).collect())
    }
}

/// Carries ids over to the tasks of the draft, in the order of the text.
struct Carrier<'m, 'p> {
    matches: &'m Matches<'p>,
    next: usize,
    known: &'m Known<'p>,
}

impl Carrier<'_, '_> {
    fn tasks(&mut self, tasks: &[Task]) -> Vec<Task> {
        tasks.iter().map(|task| self.task(task)).collect()
    }

    fn task(&mut self, new: &Task) -> Task {
        let old = self.matches.tasks.get(self.next).copied().flatten();
        self.next += 1;
        let mut task = Task { tasks: Vec::new(), ..new.clone() };
        if let Some(old) = old {
            self.carry(old, &mut task);
        }
        task.tasks = self.tasks(&new.tasks);
        task
    }

    /// Carries over what a task keeps: its id, the ids of its times, its title while the wording is the same.
    fn carry(&self, old: &Task, task: &mut Task) {
        task.id = old.id.clone();
        task.timeline = timeline(&old.timeline, &task.timeline, |id| self.known.0.contains(&(&old.id, id)));
        if Wording::of(&old.text).key == Wording::of(&task.text).key {
            task.title.clone_from(&old.title);
        }
    }
}

/// Gives a task the id of another, and its times the ids that those had in the last reading; none that a person gave since.
pub fn become_same(task: &mut Task, read: &Task, stands: &Task) {
    task.id = stands.id.clone();
    let is_known = |id: &str| read.timeline.iter().chain(&stands.timeline).any(|held| held.id == id);
    task.timeline = timeline(&read.timeline, &task.timeline, is_known);
}

/// The new times with the ids of the old: of the same time first, else of the one in its place; others get a free letter.
fn timeline(old: &[Entry], new: &[Entry], is_known: impl Fn(&str) -> bool) -> Vec<Entry> {
    let mut ids: Vec<Option<&str>> = vec![None; new.len()];
    for (at, entry) in new.iter().enumerate() {
        let same =
            old.iter().find(|other| other.when == entry.when && !ids.contains(&Some(other.id.as_str())));
        ids[at] = same.map(|other| other.id.as_str());
    }
    for at in 0..new.len() {
        let in_place = old.get(at).map(|other| other.id.as_str()).filter(|id| !ids.contains(&Some(*id)));
        ids[at] = ids[at].or(in_place);
    }
    let mut free = (0..).map(Entry::id_at).filter(|id| !is_known(id));
    let mut id = |id: Option<&str>| id.map_or_else(|| free.next().unwrap_or_default(), str::to_owned);
    new.iter().zip(ids).map(|(entry, old)| Entry { id: id(old), ..entry.clone() }).collect()
}
