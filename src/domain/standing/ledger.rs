//! What stands of a journal on a day: the lines that count, without those that were taken back.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};

use crate::domain::settings::AsOf;
use crate::domain::{Act, Event, EventId, TaskId};

/// The lines of a journal that count on a day, by task, in the order of their ids.
#[derive(Debug, Default)]
pub(in crate::domain) struct Ledger<'e> {
    by_task: HashMap<&'e TaskId, Vec<&'e Event>>,
}

impl<'e> Ledger<'e> {
    /// Reads a journal that is sorted by id.
    pub fn read(events: &'e [Event], as_of: &AsOf<'_>) -> Self {
        let undone = undone(events, as_of);
        let mut ledger = Self::default();
        for event in events {
            let task = match &event.act {
                Act::Update(update) => &update.task,
                Act::Extend(extension) => &extension.task,
                _ => continue,
            };
            if as_of.has_come(event) && !undone.contains(&event.act_id()) {
                ledger.by_task.entry(task).or_default().push(event);
            }
        }
        ledger
    }

    /// The lines that speak of a task.
    pub fn of(&self, task: &TaskId) -> &[&'e Event] {
        self.by_task.get(task).map_or(&[], Vec::as_slice)
    }
}

/// The acts that are taken back on a day.
///
/// An undo is an act as well, so that taking it back brings the first act to life again. As of a day an undo counts
/// when it was written by then, and also when what it takes back was itself written later and only dated back: a
/// correction of a line of tomorrow must not show today.
pub(in crate::domain) fn undone<'e, I>(events: I, as_of: &AsOf<'_>) -> HashSet<EventId>
where
    I: IntoIterator<Item = &'e Event, IntoIter: DoubleEndedIterator + Clone>,
{
    let events = events.into_iter();
    let mut undone = HashSet::new();
    let mut written: Option<HashMap<EventId, DateTime<FixedOffset>>> = None;
    for event in events.clone().rev() {
        let Act::Undo(target) = event.act else { continue };
        if undone.contains(&event.act_id()) {
            continue;
        }
        let written = written.get_or_insert_with(|| events.clone().map(|e| (e.act_id(), e.at)).collect());
        if as_of.was_written(event.at) || written.get(&target).is_some_and(|at| !as_of.was_written(*at)) {
            undone.insert(target);
        }
    }
    undone
}
