//! What a new copy of a plan changed.

use std::collections::{HashMap, HashSet};

use super::carry::{tasks, tasks_of};
use super::likeness::Wording;
use crate::domain::{Assignment, Entry, Plan, Task, TaskId};
use crate::locale::{Lang, finding as words};
use crate::text::spelling;

/// One change between a plan and its new copy; titles are those of the new copy, but for what was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A section that was not there.
    SectionAdded {
        /// Its title.
        title: String,
    },
    /// A section that is gone, with its tasks.
    SectionRemoved {
        /// Its title.
        title: String,
    },
    /// A task that was not there.
    Added {
        /// Its new id.
        task: TaskId,
        /// Its title.
        title: String,
    },
    /// A task that is gone.
    Removed {
        /// Its id.
        task: TaskId,
        /// Its title.
        title: String,
    },
    /// A task in other words.
    Reworded {
        /// Its id.
        task: TaskId,
        /// Its new title.
        title: String,
        /// Its old wording.
        before: String,
    },
    /// A task with other times.
    Rescheduled {
        /// Its id.
        task: TaskId,
        /// Its title.
        title: String,
        /// Its old times.
        before: Vec<Entry>,
        /// Its new times.
        after: Vec<Entry>,
    },
    /// A task of other units.
    Reassigned {
        /// Its id.
        task: TaskId,
        /// Its title.
        title: String,
        /// Its old units.
        before: Vec<Assignment>,
        /// Its new units.
        after: Vec<Assignment>,
    },
}

impl Difference {
    /// The task of the new copy that it is about; `None` for a section, and for a task that is gone.
    #[must_use]
    pub fn task(&self) -> Option<&TaskId> {
        match self {
            Self::Added { task, .. }
            | Self::Reworded { task, .. }
            | Self::Rescheduled { task, .. }
            | Self::Reassigned { task, .. } => Some(task),
            Self::Removed { .. } | Self::SectionAdded { .. } | Self::SectionRemoved { .. } => None,
        }
    }

    /// The difference in words, one sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::SectionAdded { title } => words::section_added(lang, title),
            Self::SectionRemoved { title } => words::section_removed(lang, title),
            Self::Added { title, .. } => words::task_added(lang, title),
            Self::Removed { title, .. } => words::task_removed(lang, title),
            Self::Reworded { title, .. } => words::task_reworded(lang, title),
            Self::Rescheduled { title, before, after, .. } => {
                let wording = |entries: &[Entry]| list(entries.iter().map(|entry| entry.text.as_str()));
                words::task_rescheduled(lang, title, &wording(before), &wording(after))
            }
            Self::Reassigned { title, before, after, .. } => {
                let units = |units: &[Assignment]| list(units.iter().map(|unit| unit.unit.as_str()));
                words::task_reassigned(lang, title, &units(before), &units(after))
            }
        }
    }
}

/// The parts of a list, or a dash where there are none.
fn list<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts.collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join("; ") }
}

/// What is other in a plan: in the order of the new one, then what is gone from the old one.
pub(super) fn differences(old: &Plan, new: &Plan) -> Vec<Difference> {
    let before: HashMap<&TaskId, &Task> = tasks(old).into_iter().map(|task| (&task.id, task)).collect();
    let mut found = Vec::new();
    for section in &new.sections {
        if old.sections.iter().all(|other| other.id != section.id) {
            found.push(Difference::SectionAdded { title: section.title.clone() });
        }
        found.extend(tasks_of(&section.tasks).into_iter().flat_map(|task| match before.get(&task.id) {
            Some(before) => of_task(before, task),
            None => vec![Difference::Added { task: task.id.clone(), title: task.title.clone() }],
        }));
    }
    let after: HashSet<&TaskId> = tasks(new).into_iter().map(|task| &task.id).collect();
    for section in &old.sections {
        if new.sections.iter().all(|other| other.id != section.id) {
            found.push(Difference::SectionRemoved { title: section.title.clone() });
        }
        let gone = tasks_of(&section.tasks).into_iter().filter(|task| !after.contains(&task.id));
        found.extend(
            gone.map(|task| Difference::Removed { task: task.id.clone(), title: task.title.clone() }),
        );
    }
    found
}

/// What is other about a task.
pub(super) fn of_task(old: &Task, new: &Task) -> Vec<Difference> {
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
