//! What a reader holds: every plan as of a day, cheap to clone, never changing under her.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Address, AddressError, AsOf, Directory, Plan, Settings, Target, TrackedPlan};

/// The workspace as it was read at one moment, reckoned for one day.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The day that everything is reckoned for.
    pub day: NaiveDate,
    /// The office's settings.
    pub settings: Arc<Settings>,
    /// The directory of units.
    pub directory: Arc<Directory>,
    /// The plans that could be read, by id.
    pub plans: Vec<Arc<TrackedPlan>>,
    /// The files that could not.
    pub unreadable: Vec<Unreadable>,
}

/// A file that could not be read, a row of its own wherever plans are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The file, relative to the workspace.
    pub file: String,
    /// The line, from 1, where the reason has a place.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// What was found and what was expected.
    pub reason: String,
}

impl Snapshot {
    /// From where the plans are looked at.
    #[must_use]
    pub fn as_of(&self) -> AsOf<'_> {
        AsOf { day: self.day, settings: &self.settings, directory: &self.directory }
    }

    /// The plan of an id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Arc<TrackedPlan>> {
        self.plans
            .binary_search_by(|plan| plan.plan().id.as_str().cmp(id))
            .ok()
            .map(|index| &self.plans[index])
    }

    /// The plan and the place in it that an address names.
    ///
    /// # Errors
    /// When it names none or several, with the nearest ones.
    pub fn resolve(&self, address: &Address) -> Result<(&Arc<TrackedPlan>, Target), AddressError> {
        let plans: Vec<&Plan> = self.plans.iter().map(|tracked| tracked.plan()).collect();
        let found = &address.plan(plans.into_iter())?.id;
        let no_plan = || AddressError::NoPlan { typed: address.plan.clone(), near: Vec::new() };
        let tracked = self.plan(found).ok_or_else(no_plan)?;
        let target = address.target(tracked.plan(), tracked.outline())?;
        Ok((tracked, target))
    }
}
