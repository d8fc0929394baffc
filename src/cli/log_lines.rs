//! Lines of the journals, as the log and an undo tell them.

use serde::Serialize;

use super::addresses::{Addresses, short_id};
use crate::domain::{Act, Event};
use crate::workspace::Snapshot;

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

/// What a line is about: the address of its task, else the journal.
pub fn about<'s>(
    snapshot: &'s Snapshot,
    addresses: &mut Addresses<'s>,
    (journal, event): (&str, &Event),
) -> String {
    let task = match &event.act {
        Act::Update(update) => Some(&update.task),
        Act::Extend(extension) => Some(&extension.task),
        Act::Remind(reminder) => reminder.tasks.first(),
        Act::Edit(_) | Act::Undo(_) | Act::Unknown => None,
    };
    let mut address = || {
        let tracked = snapshot.plan(journal)?;
        let place = tracked.find(task?)?;
        Some(addresses.short(tracked, place))
    };
    address().unwrap_or_else(|| short_id(snapshot, journal).to_owned())
}
