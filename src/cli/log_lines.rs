//! Lines of the journals, as programs read them from the log and an undo.

use serde::Serialize;

use crate::domain::Event;

/// A line for programs.
#[derive(Debug, Serialize)]
pub struct Line<'s> {
    /// The journal: a plan's id, or `units`.
    pub journal: &'s str,
    /// The act, as an undo names it.
    pub act: String,
    /// The line as it stands in the file.
    #[serde(flatten)]
    pub event: &'s Event,
    /// Whether it was taken back since.
    pub undone: bool,
}

impl<'s> Line<'s> {
    /// The line of a journal.
    pub fn new(journal: &'s str, event: &'s Event, undone: bool) -> Self {
        Self { journal, act: event.act_id().to_string(), event, undone }
    }
}
