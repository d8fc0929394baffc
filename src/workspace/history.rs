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
    /// Whether it was taken back since.
    pub undone: bool,
}

impl Snapshot {
    /// The acts of all journals.
    #[must_use]
    pub fn acts(&self) -> Acts<'_> {
        let plans = self.plans.iter().map(|tracked| (tracked.plan().id.as_str(), tracked.events()));
        let removed = self.removed.iter().map(|(journal, events)| (journal.as_str(), events.as_slice()));
        Acts::of(plans.chain(removed).chain([(UNITS, self.unit_events.as_slice())]))
    }
}

impl Workspace {
    /// Every line of every journal, the newest first.
    #[must_use]
    pub fn history(&self) -> Vec<HistoryLine> {
        let snapshot = self.snapshot();
        let acts = snapshot.acts();
        let line = |(journal, event): &(&str, &Event)| HistoryLine {
            journal: (*journal).to_owned(),
            undone: acts.is_undone(event.act_id()),
            event: (*event).clone(),
        };
        acts.lines().iter().rev().map(line).collect()
    }
}
