//! What a reader holds: every plan as of a day, cheap to clone, never changing under her.

use std::collections::{BTreeMap, BTreeSet};
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
    pub fn damaged<'s>(&'s self) -> impl Iterator<Item = &'s Flaw> + Clone {
        let mut named = BTreeSet::new();
        let is_first = move |flaw: &&'s Flaw| flaw.hides_something() && named.insert(flaw.file.as_str());
        let others = self.flaws.iter().filter(is_first);
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

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::store::Fault;
    use crate::workspace::flaw::Reason;

    #[test]
    fn each_damaged_file_is_told_once_and_at_once_however_many_lines_it_has() {
        let line = |file: &str, fault: Fault| Flaw::new(file, None, Reason::Fault(fault));
        let mut flaws = vec![line("journal/a.jsonl", Fault::UnknownKind); 20_000];
        for file in ["journal/a.jsonl", "journal/b.jsonl", "journal/c.jsonl"] {
            flaws.extend(vec![line(file, Fault::NotUtf8); 20_000]);
        }
        let snapshot = Snapshot { flaws, ..Snapshot::default() };
        let begun = Instant::now();
        let files: Vec<&str> = snapshot.damaged().map(|flaw| flaw.file.as_str()).collect();
        assert_eq!(files, ["journal/a.jsonl", "journal/b.jsonl", "journal/c.jsonl"]);
        // A screen asks so several times for each picture.
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    }
}
