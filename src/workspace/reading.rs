//! What a plan's document was last read as, as the lines of its imports say.

use crate::domain::{Act, Acts, Edit, Edits, Plan, TrackedPlan};

/// What the plan's document was last read as: what the newest of its imports that stand says. `None` where none says it
/// readably, such as for a plan that another program wrote.
pub fn last_reading(tracked: &TrackedPlan) -> Option<Plan> {
    let events = tracked.events();
    let acts = Acts::of([(tracked.plan().id.as_str(), events)]);
    let mut standing = acts.lines().iter().rev().filter(|(_, event)| !acts.is_undone(event.act_id()));
    let newest = standing.find_map(|(_, event)| match &event.act {
        Act::Edit(edits) => reading(edits),
        _ => None,
    });
    newest?.ok()
}

/// What the document said, where an import wrote the edits: the first one brings in nothing else.
fn reading(edits: &Edits) -> Option<serde_json::Result<Plan>> {
    if let Some(reading) = edits.reading() {
        return Some(serde_json::from_str(reading.get()));
    }
    if !edits.places().iter().any(String::is_empty) {
        return None;
    }
    let whole =
        |edits: Vec<Edit>| edits.into_iter().rfind(|edit| edit.at.is_empty()).and_then(|edit| edit.new);
    Some(edits.read().and_then(|edits| serde_json::from_value(whole(edits).unwrap_or_default())))
}
