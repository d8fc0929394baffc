//! Addresses of tasks: whole ones, and those short enough for a column and good enough to be typed: `03:II.4`.

use std::collections::HashMap;

use crate::domain::{Place, TrackedPlan, paths};
use crate::workspace::Snapshot;

/// Addresses of many tasks: the paths of a plan are found once.
pub struct Addresses<'s> {
    snapshot: &'s Snapshot,
    paths: HashMap<&'s str, Vec<String>>,
}

impl<'s> Addresses<'s> {
    /// None asked for yet.
    pub fn new(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, paths: HashMap::new() }
    }

    /// The path of a task in its plan: `II.4`.
    pub fn path(&mut self, tracked: &'s TrackedPlan, place: Place) -> &str {
        let find = || paths(tracked.plan(), tracked.outline());
        &self.paths.entry(&tracked.plan().id).or_insert_with(find)[place]
    }

    /// The whole address.
    pub fn whole(&mut self, tracked: &'s TrackedPlan, place: Place) -> String {
        format!("{}:{}", tracked.plan().id, self.path(tracked, place))
    }

    /// The short one.
    pub fn short(&mut self, tracked: &'s TrackedPlan, place: Place) -> String {
        format!("{}:{}", short_id(self.snapshot, &tracked.plan().id), self.path(tracked, place))
    }
}

/// The first parts of a plan's id that fit no other plan of the snapshot.
pub fn short_id<'i>(snapshot: &Snapshot, id: &'i str) -> &'i str {
    // Plans stand in the order of their ids, so whatever begins alike stands beside it.
    let ids = snapshot.plans.iter().map(|plan| plan.plan().id.as_str());
    let at = snapshot.plans.partition_point(|plan| plan.plan().id.as_str() < id);
    let beside: Vec<&str> = ids.skip(at.saturating_sub(1)).take(3).filter(|other| *other != id).collect();
    let fits_another = |prefix: &str| beside.iter().any(|other| other.starts_with(prefix));
    let ends = id.match_indices('-').map(|(end, _)| end);
    ends.map(|end| &id[..end]).find(|prefix| !prefix.is_empty() && !fits_another(prefix)).unwrap_or(id)
}
