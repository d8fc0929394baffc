//! What a new copy of a plan changed.

use crate::domain::{Assignment, Entry, TaskId};
use crate::locale::{Lang, finding as words};

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
