//! The names of acts, short enough for a column and good enough to be typed: the end of an id.

use super::failure::Failure;
use crate::domain::EventId;
use crate::locale::{Lang, command};
use crate::workspace::Snapshot;

/// So many letters at the end of an id tell acts apart: by half of them, the rest being the moment.
const LETTERS: usize = 10;

/// The end of an act's id.
pub fn short(act: EventId) -> String {
    let id = act.to_string();
    let start = id.len().saturating_sub(LETTERS);
    id[start..].to_owned()
}

/// Finds the act that is meant by an id, or by any end of one.
///
/// # Errors
/// When none or several end so.
pub fn typed(snapshot: &Snapshot, typed: &str, lang: Lang) -> Result<EventId, Failure> {
    let wanted = typed.trim().to_uppercase();
    if let Ok(act) = wanted.parse() {
        return Ok(act);
    }
    let mut found: Vec<EventId> = snapshot.acts().lines().iter().map(|(_, event)| event.act_id()).collect();
    found.retain(|act| !wanted.is_empty() && act.to_string().ends_with(&wanted));
    found.dedup();
    match found.as_slice() {
        [act] => Ok(*act),
        [] => Err(Failure::Said(command::no_act(lang, typed))),
        _ => Err(Failure::Said(command::several_acts(lang, typed))),
    }
}
