//! What a plan's document was last read as, as the lines of its imports say.

use crate::domain::{Act, Acts, Edits, Plan, TrackedPlan};

/// What the plan's document was last read as: what the newest of its imports that stand says. `None` where none says it
/// readably, such as for a plan that another program wrote.
pub fn last_reading(tracked: &TrackedPlan) -> Option<Plan> {
    let events = tracked.events();
    let acts = Acts::of([(tracked.plan().id.as_str(), events)]);
    let mut standing = acts.lines().iter().rev().filter(|(_, event)| !acts.is_undone(event.act_id()));
    standing.find_map(|(_, event)| match &event.act {
        Act::Edit(edits) => reading(edits),
        _ => None,
    })?
}

/// What the document said, where an import wrote the edits: the first one brings in nothing else. `Some(None)` is an
/// import that cannot be read.
fn reading(edits: &Edits) -> Option<Option<Plan>> {
    if let Some(reading) = edits.reading() {
        return Some(serde_json::from_str(reading.get()).ok());
    }
    if !edits.places().iter().any(String::is_empty) {
        return None;
    }
    let whole = edits.read().ok().and_then(|edits| edits.into_iter().rfind(|edit| edit.at.is_empty()));
    Some(whole.and_then(|edit| serde_json::from_value(edit.new?).ok()))
}
