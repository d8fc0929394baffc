//! A draft laid over the plan that it is a new copy of.

use std::collections::HashSet;

use super::super::tasks::entry_id;
use super::difference::Difference;
use super::likeness::Wording;
use super::matching::{Matches, matches};
use crate::domain::{Assignment, Entry, Plan, Section, Task, TaskId};
use crate::text::spelling;

/// What a new copy of a plan comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    /// The plan as the new copy has it, with the ids of the old one.
    pub plan: Plan,
    /// What changed, in the order of the new text; then what is gone.
    pub differences: Vec<Difference>,
}

/// Lays a draft over a plan. What the draft leaves blank (number, date, place, signatory, title, issuer) stays as the
/// plan has it: a person may have filled it in. Titles of tasks whose wording did not change stay too.
#[must_use]
pub fn reconcile(plan: &Plan, draft: &Plan) -> Again {
    let matches = matches(plan, draft);
    let mut carrier = Carrier { matches: &matches, next: 0, differences: Vec::new(), kept: HashSet::new() };
    let mut sections: Vec<Section> = Vec::with_capacity(draft.sections.len());
    for (at, section) in draft.sections.iter().enumerate() {
        let tasks = carrier.tasks(&section.tasks);
        let old = matches.sections[at].map(|old| &plan.sections[old]);
        if old.is_none() {
            carrier.differences.push(Difference::SectionAdded { title: section.title.clone() });
        }
        let id = old.map_or_else(String::new, |old| old.id.clone());
        sections.push(Section { id, tasks, ..section.clone() });
    }
    name_new_sections(&mut sections, plan);
    let (mut differences, kept) = (carrier.differences, carrier.kept);
    let mut removal = Removal { kept: &kept, sections: &mut sections, differences: &mut differences };
    for (at, section) in plan.sections.iter().enumerate() {
        let gone = !matches.sections.contains(&Some(at));
        if gone {
            removal.differences.push(Difference::SectionRemoved { title: section.title.clone() });
        }
        removal.walk(&section.tasks, &section.id, None);
    }
    Again { plan: Plan { sections, ..header(plan, draft) }, differences }
}

/// The draft's own fields over those that only the plan has.
fn header(plan: &Plan, draft: &Plan) -> Plan {
    let filled = |new: &str, old: &str| if new.is_empty() { old.to_owned() } else { new.to_owned() };
    Plan {
        id: plan.id.clone(),
        number: draft.number.clone().or_else(|| plan.number.clone()),
        title: filled(&draft.title, &plan.title),
        issuer: filled(&draft.issuer, &plan.issuer),
        place: draft.place.clone().or_else(|| plan.place.clone()),
        issued: draft.issued.or(plan.issued),
        signatory: draft.signatory.clone().or_else(|| plan.signatory.clone()),
        ..draft.clone()
    }
}

/// Gives sections without an id one that is not in use.
fn name_new_sections(sections: &mut [Section], plan: &Plan) {
    let mut used: HashSet<String> = plan.sections.iter().map(|section| section.id.clone()).collect();
    for section in sections.iter_mut().filter(|section| section.id.is_empty()) {
        let numbers = 1..=used.len() + 1;
        section.id = numbers.map(|n| format!("s{n}")).find(|id| !used.contains(id)).unwrap_or_default();
        used.insert(section.id.clone());
    }
}

/// Carries ids over to the tasks of the draft, in the order of the text.
struct Carrier<'m, 'p> {
    matches: &'m Matches<'p>,
    next: usize,
    differences: Vec<Difference>,
    /// The plan's tasks that live on.
    kept: HashSet<TaskId>,
}

impl Carrier<'_, '_> {
    fn tasks(&mut self, tasks: &[Task]) -> Vec<Task> {
        tasks.iter().map(|task| self.task(task)).collect()
    }

    fn task(&mut self, new: &Task) -> Task {
        let old = self.matches.tasks.get(self.next).copied().flatten();
        self.next += 1;
        let mut task = Task { tasks: Vec::new(), ..new.clone() };
        match old {
            Some(old) => {
                self.kept.insert(old.id.clone());
                carry(old, &mut task);
                self.differences.extend(differences(old, &task));
            }
            None => {
                self.differences.push(Difference::Added { task: new.id.clone(), title: new.title.clone() });
            }
        }
        task.tasks = self.tasks(&new.tasks);
        task
    }
}

/// Carries over what a task keeps: its id, the ids of its times, its title while the wording is the same.
fn carry(old: &Task, task: &mut Task) {
    task.id = old.id.clone();
    task.timeline = timeline(&old.timeline, &task.timeline);
    if Wording::of(&old.text).key == Wording::of(&task.text).key {
        task.title.clone_from(&old.title);
    }
}

/// The new times with the ids of the old: of the same time first, else of the one in its place; others get a free letter.
fn timeline(old: &[Entry], new: &[Entry]) -> Vec<Entry> {
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
    let mut used: HashSet<String> = old.iter().map(|entry| entry.id.clone()).collect();
    let mut free = || {
        let id = (0..=used.len()).map(entry_id).find(|id| !used.contains(id)).unwrap_or_default();
        used.insert(id.clone());
        id
    };
    let ids: Vec<String> = ids.into_iter().map(|id| id.map_or_else(&mut free, str::to_owned)).collect();
    new.iter().zip(ids).map(|(entry, id)| Entry { id, ..entry.clone() }).collect()
}

/// What is other about a task.
fn differences(old: &Task, new: &Task) -> Vec<Difference> {
    let mut found = Vec::new();
    let (task, title) = (new.id.clone(), new.title.clone());
    if !old.text.is_empty() && Wording::of(&old.text).key != Wording::of(&new.text).key {
        found.push(Difference::Reworded {
            task: task.clone(),
            title: title.clone(),
            before: old.text.clone(),
        });
    }
    let whens = |entries: &[Entry]| entries.iter().map(|entry| entry.when).collect::<Vec<_>>();
    if whens(&old.timeline) != whens(&new.timeline) {
        let (before, after) = (old.timeline.clone(), new.timeline.clone());
        found.push(Difference::Rescheduled { task: task.clone(), title: title.clone(), before, after });
    }
    let units =
        |units: &[Assignment]| units.iter().map(|a| (a.role, spelling(&a.unit))).collect::<HashSet<_>>();
    if units(&old.assignments) != units(&new.assignments) {
        let (before, after) = (old.assignments.clone(), new.assignments.clone());
        found.push(Difference::Reassigned { task, title, before, after });
    }
    found
}

/// What becomes of the plan's tasks that the draft does not have: those from the document are gone, those that a person
/// added by hand, which have no lines, stay where they were.
struct Removal<'r> {
    kept: &'r HashSet<TaskId>,
    sections: &'r mut Vec<Section>,
    differences: &'r mut Vec<Difference>,
}

impl Removal<'_> {
    fn walk(&mut self, tasks: &[Task], section: &str, parent: Option<&TaskId>) {
        for task in tasks {
            if self.kept.contains(&task.id) {
                self.walk(&task.tasks, section, Some(&task.id));
                continue;
            }
            let stays = task.lines.is_none() && self.put_back(task, section, parent);
            if stays {
                self.walk_kept(&task.tasks, section);
            } else {
                let (id, title) = (task.id.clone(), task.title.clone());
                self.differences.push(Difference::Removed { task: id, title });
                self.walk(&task.tasks, section, None);
            }
        }
    }

    /// Walks the tasks under one that was put back, which took with it those that the draft does not have: only the ones
    /// that live elsewhere may have lost others.
    fn walk_kept(&mut self, tasks: &[Task], section: &str) {
        for task in tasks {
            if self.kept.contains(&task.id) {
                self.walk(&task.tasks, section, Some(&task.id));
            } else {
                self.walk_kept(&task.tasks, section);
            }
        }
    }

    /// Puts a task of a person's own back under its parent, or at the end of its section; `false` where both are gone.
    fn put_back(&mut self, task: &Task, section: &str, parent: Option<&TaskId>) -> bool {
        let task = without_kept(task, self.kept);
        let under =
            parent.and_then(|id| self.sections.iter_mut().find_map(|section| find(&mut section.tasks, id)));
        match under {
            Some(parent) => parent.tasks.push(task),
            None => match self.sections.iter_mut().find(|other| other.id == section) {
                Some(section) => section.tasks.push(task),
                None => return false,
            },
        }
        true
    }
}

/// A task without those under it that the draft has kept elsewhere: no id may stand twice.
fn without_kept(task: &Task, kept: &HashSet<TaskId>) -> Task {
    let own = task.tasks.iter().filter(|task| !kept.contains(&task.id));
    Task { tasks: own.map(|task| without_kept(task, kept)).collect(), ..task.clone() }
}

fn find<'t>(tasks: &'t mut [Task], id: &TaskId) -> Option<&'t mut Task> {
    for task in tasks {
        if task.id == *id {
            return Some(task);
        }
        if let Some(found) = find(&mut task.tasks, id) {
            return Some(found);
        }
    }
    None
}
