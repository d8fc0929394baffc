//! What was done, by whom, newest first.

use super::{Snapshot, Workspace};
use crate::domain::{Acts, Event};

/// How the directory's journal is called among those of plans, of which none may have this id.
pub const UNITS: &str = "units";

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryLine {
    /// The journal: a plan's id, or `units`.
    pub journal: String,
    /// The line.
    pub event: Event,
    /// Whether it was taken back by the day.
    pub undone: bool,
}

impl Snapshot {
    /// The acts of all journals.
    #[must_use]
    pub fn acts(&self) -> Acts<'_> {
        Acts::of(self.journals())
    }

    /// The acts of all journals as they stood on the day.
    #[must_use]
    pub fn acts_by_the_day(&self) -> Acts<'_> {
        Acts::as_of(self.journals(), &self.as_of())
    }

    fn journals(&self) -> impl Iterator<Item = (&str, &[Event])> {
        let plans = self.plans.iter().map(|tracked| (tracked.plan().id.as_str(), tracked.events()));
        let removed = self.removed.iter().map(|(journal, events)| (journal.as_str(), events.as_slice()));
        plans.chain(removed).chain([(UNITS, self.unit_events.as_slice())])
    }
}

impl Workspace {
    /// Every line of every journal that was written by the day, the newest first.
    #[must_use]
    pub fn history(&self) -> Vec<HistoryLine> {
        let snapshot = self.snapshot();
        let acts = snapshot.acts_by_the_day();
        let line = |(journal, event): &(&str, &Event)| HistoryLine {
            journal: (*journal).to_owned(),
            undone: acts.is_undone(event.act_id()),
            event: (*event).clone(),
        };
        acts.lines().iter().rev().map(line).collect()
    }
}
