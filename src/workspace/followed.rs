//! Which tasks of a plan people have followed: work that no copy of a document takes out unasked.

use std::collections::HashSet;

use crate::domain::{Act, Acts, TaskId, TrackedPlan};

/// The tasks of which something is written that stands, a reminder too, on whatever day: what is written into a plan
/// does not hang on the day that somebody looks at.
pub(super) fn followed(tracked: &TrackedPlan) -> HashSet<TaskId> {
    let acts = Acts::of([(tracked.plan().id.as_str(), tracked.events())]);
    let standing = acts.lines().iter().filter(|(_, event)| !acts.is_undone(event.act_id()));
    let deeds = standing.map(|(_, event)| &event.act).filter(|act| !matches!(act, Act::Undo(_)));
    let told: HashSet<&TaskId> = deeds.flat_map(Act::tasks).collect();
    let tasks = tracked.outline().leaves().map(|place| &tracked.task(place).id);
    tasks.filter(|id| told.contains(id)).cloned().collect()
}
