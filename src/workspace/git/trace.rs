//! Who made a place say what it says on one side of a conflict, as far as the journal knows.

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use crate::domain::{Act, Edit, Event};

/// Who, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The person.
    pub by: String,
    /// The moment.
    pub at: DateTime<FixedOffset>,
}

/// Who last made a place say this. A union merge has brought the lines of both sides into one journal.
pub(super) fn trace(events: &[Event], place: &str, value: Option<&Value>) -> Option<Trace> {
    let said = |edit: &Edit| edit.at == place && edit.new.as_ref() == value;
    let made = |event: &&Event| match &event.act {
        Act::Edit(edits) if edits.places().iter().any(|at| at == place) => {
            edits.read().is_ok_and(|edits| edits.iter().any(said))
        }
        _ => false,
    };
    let last = events.iter().filter(made).max_by_key(|event| event.id)?;
    Some(Trace { by: last.by.clone(), at: last.at })
}
