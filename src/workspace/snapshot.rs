//! What a reader holds: every plan as of a day, cheap to clone, never changing under her.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{FixedOffset, NaiveDate};

use crate::domain::{Address, AddressError, AsOf, Directory, Event, Plan, Settings, Target, TrackedPlan};
use crate::store::{Folder, LineFinding, PlanId, PlanIdError, StoreError, Unreadable};

/// The workspace as it was read at one moment, reckoned for one day.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// The day that everything is reckoned for.
    pub day: NaiveDate,
    /// Where the reader's clock stands.
    pub zone: Option<FixedOffset>,
    /// The office's settings.
    pub settings: Arc<Settings>,
    /// The directory of units.
    pub directory: Arc<Directory>,
    /// The journal of the directory.
    pub unit_events: Arc<Vec<Event>>,
    /// The plans that could be read, by id.
    pub plans: Vec<Arc<TrackedPlan>>,
    /// Journals of plans that are gone, by id.
    pub removed: Arc<BTreeMap<String, Vec<Event>>>,
    /// Plans that could not be read: rows of their own wherever plans are listed.
    pub unreadable: Vec<Flaw>,
    /// What is wrong with other files, and with lines of journals.
    pub flaws: Vec<Flaw>,
}

/// What is wrong with a file or a line of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The file, relative to the workspace.
    pub file: String,
    /// The line, from 1, where the reason has a place.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// What was found and what was expected.
    pub reason: String,
}

impl Flaw {
    pub(super) fn of(unreadable: &Unreadable) -> Self {
        Self {
            file: unreadable.file.clone(),
            line: unreadable.at.map(|at| at.line),
            column: unreadable.at.map(|at| at.column),
            reason: unreadable.fault.to_string(),
        }
    }

    /// The plan whose file it is about.
    #[must_use]
    pub fn plan(&self) -> Option<PlanId> {
        self.file.strip_prefix("plans/")?.strip_suffix(".json")?.parse().ok()
    }

    pub(super) fn of_line(file: &str, finding: &LineFinding) -> Self {
        Self {
            file: file.to_owned(),
            line: Some(finding.line),
            column: Some(finding.column),
            reason: finding.fault.to_string(),
        }
    }

    pub(super) fn of_plan_id(id: &str, error: PlanIdError) -> Self {
        Self { file: format!("plans/{id}.json"), line: None, column: None, reason: error.to_string() }
    }

    pub(super) fn of_folder(folder: &Folder, error: &StoreError) -> Self {
        let file = folder.root().display().to_string();
        Self { file, line: None, column: None, reason: error.to_string() }
    }
}

impl Snapshot {
    /// From where the plans are looked at.
    #[must_use]
    pub fn as_of(&self) -> AsOf<'_> {
        AsOf { day: self.day, zone: self.zone, settings: &self.settings, directory: &self.directory }
    }

    /// The plan of an id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Arc<TrackedPlan>> {
        self.position(id).ok().map(|index| &self.plans[index])
    }

    /// Where the plan of an id stands, or would.
    pub(super) fn position(&self, id: &str) -> Result<usize, usize> {
        self.plans.binary_search_by(|tracked| tracked.plan().id.as_str().cmp(id))
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
