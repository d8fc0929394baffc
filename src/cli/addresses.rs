//! Addresses of tasks: whole ones, and those short enough for a column and good enough to be typed: `03:II.4`.

use std::collections::HashMap;

use super::short_id::ShortIds;
use crate::domain::{Place, TrackedPlan, paths};
use crate::workspace::Snapshot;

/// Addresses of many tasks: the paths of a plan are found once.
pub struct Addresses<'s> {
    ids: ShortIds,
    paths: HashMap<&'s str, Vec<String>>,
}

impl<'s> Addresses<'s> {
    /// None asked for yet.
    pub fn new(snapshot: &'s Snapshot) -> Self {
        Self { ids: ShortIds::of(snapshot), paths: HashMap::new() }
    }

    /// The short name of a plan.
    pub fn plan<'i>(&self, id: &'i str) -> &'i str {
        self.ids.shortest(id)
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
        format!("{}:{}", self.plan(&tracked.plan().id), self.path(tracked, place))
    }
}
