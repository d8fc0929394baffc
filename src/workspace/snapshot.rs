//! What a reader holds: every plan as of a day, cheap to clone, never changing under her.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{FixedOffset, NaiveDate};

use super::flaw::Flaw;
use crate::domain::{Address, AddressError, AsOf, Directory, Event, Plan, Settings, Target, TrackedPlan};
use crate::store::PlanId;
use crate::text::fold;

/// The workspace as it was read at one moment, reckoned for one day.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// The day that everything is reckoned for.
    pub day: NaiveDate,
    /// Where the reader's clock stands.
    pub zone: Option<FixedOffset>,
    /// As whom the reader writes.
    pub by: Arc<str>,
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

impl Snapshot {
    /// From where the plans are looked at.
    #[must_use]
    pub fn as_of(&self) -> AsOf<'_> {
        AsOf { day: self.day, zone: self.zone, settings: &self.settings, directory: &self.directory }
    }

    /// The files that cannot be read whole: plans first, then one flaw for each other file.
    pub fn damaged(&self) -> impl Iterator<Item = &Flaw> + Clone {
        let is_first = |(index, flaw): &(usize, &Flaw)| {
            let before = || self.flaws[..*index].iter().filter(|other| other.file == flaw.file);
            flaw.hides_something() && !before().any(Flaw::hides_something)
        };
        let others = self.flaws.iter().enumerate().filter(is_first).map(|(_, flaw)| flaw);
        self.unreadable.iter().chain(others)
    }

    /// What is wrong with the journal of a plan that can be read itself, where lines of it are missing.
    #[must_use]
    pub fn journal_flaw(&self, id: &str) -> Option<&Flaw> {
        let of_plan = |flaw: &&Flaw| {
            let name = flaw.file.strip_prefix("journal/").and_then(|file| file.strip_suffix(".jsonl"));
            name == Some(id) && flaw.hides_something()
        };
        self.flaws.iter().find(of_plan)
    }

    /// The file of a plan that cannot be read, by the plan's id or a beginning that no other has.
    #[must_use]
    pub fn unreadable_plan(&self, typed: &str) -> Option<(PlanId, &Flaw)> {
        let typed = fold(typed);
        let named = || self.unreadable.iter().filter_map(|flaw| Some((flaw.plan()?, flaw)));
        let exact = named().find(|(id, _)| fold(id.as_str()) == typed);
        let mut begun = named().filter(|(id, _)| fold(id.as_str()).starts_with(&typed));
        exact.or_else(|| begun.next().filter(|_| begun.next().is_none()))
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
