//! Reading a workspace: plans and journals in parallel, and later only what changed.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::clock::Clock;
use super::flaw::Flaw;
use super::snapshot::Snapshot;
use crate::domain::{AsOf, Directory, Event, Plan, Settings, TrackedPlan, UnitsFile};
use crate::store::{FileName, Folder, Journal, JournalName, Loaded, PlanId, Stamp, Unreadable};

/// What was read, and the stamps of the files that it was read from.
#[derive(Debug)]
pub struct Held {
    snapshot: Arc<Snapshot>,
    plans: HashMap<PlanId, [Option<Stamp>; 2]>,
    common: [Option<Stamp>; 3],
}

/// The files that all plans are reckoned by.
fn common_files() -> [FileName; 3] {
    [FileName::Settings, FileName::Units, FileName::Journal(JournalName::Units)]
}

/// What a plan's two files came to.
struct Read {
    id: PlanId,
    stamps: [Option<Stamp>; 2],
    plan: Option<Arc<TrackedPlan>>,
    /// The lines of a journal whose plan is gone.
    orphans: Vec<Event>,
    flaws: Vec<Flaw>,
}

impl Held {
    /// Nothing read yet.
    pub fn empty(day: NaiveDate, by: &str) -> Self {
        let snapshot = Snapshot { day, by: by.into(), ..Snapshot::default() };
        Self { snapshot: Arc::new(snapshot), plans: HashMap::new(), common: [None; 3] }
    }

    /// What was read.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot)
    }

    /// Reads everything, for who writes as `by`.
    pub fn read(folder: &Folder, day: NaiveDate, by: &str) -> Self {
        let common = common_files().map(|name| folder.stamp(&name));
        let mut snapshot = Snapshot { by: by.into(), ..Snapshot::common(folder, day) };
        let reads = folder.each_plan(|loaded| Read::of_loaded(folder, loaded, &snapshot.as_of()));
        let reads = reads.unwrap_or_else(|error| vec![Err(Flaw::of_folder(folder, &error))]);
        let mut held = Self { snapshot: Arc::default(), plans: HashMap::new(), common };
        for read in reads {
            match read {
                Ok(read) => held.take(&mut snapshot, read),
                Err(flaw) => {
                    if let Some(id) = flaw.plan() {
                        let stamps = stamps(folder, &id);
                        held.plans.insert(id, stamps);
                    }
                    snapshot.unreadable.push(flaw);
                }
            }
        }
        for id in held.orphaned_journals(folder) {
            held.take(&mut snapshot, Read::journal_alone(folder, id));
        }
        held.snapshot = Arc::new(snapshot);
        held
    }

    fn take(&mut self, snapshot: &mut Snapshot, read: Read) {
        self.plans.insert(read.id.clone(), read.stamps);
        snapshot.take(read.id.as_str(), read.plan, read.orphans, read.flaws);
    }

    /// Journals whose plan is gone: an undone import, which a redo brings again.
    fn orphaned_journals(&self, folder: &Folder) -> Vec<PlanId> {
        let mut journals = folder.journal_ids().unwrap_or_default();
        journals.retain(|id| !self.plans.contains_key(id));
        journals
    }

    /// Reads those plans anew whose files are not the ones that were read; everything when the day has turned, when
    /// what all plans share has changed, or when a plan came or went.
    pub fn refresh(&mut self, folder: &Folder, day: NaiveDate) {
        let common = common_files().map(|name| folder.stamp(&name));
        let known = folder.plan_ids().unwrap_or_default();
        let came = known.iter().any(|id| !self.plans.contains_key(id));
        if common != self.common || day != self.snapshot.day || came {
            *self = Self::read(folder, day, &self.snapshot.by);
            return;
        }
        let changed = self.plans.iter().filter(|(id, stamps)| self::stamps(folder, id) != **stamps);
        let changed: Vec<PlanId> = changed.map(|(id, _)| id.clone()).collect();
        self.reread(folder, &changed);
    }

    /// As [`refresh`](Self::refresh), where nothing but these files can have changed.
    pub fn refresh_files(&mut self, folder: &Folder, day: NaiveDate, files: &BTreeSet<String>) {
        let plans: Option<BTreeSet<PlanId>> = files.iter().map(|file| self.plan_of(file)).collect();
        let Some(plans) = plans.filter(|_| day == self.snapshot.day) else {
            self.refresh(folder, day);
            return;
        };
        let changed = plans.into_iter().filter(|id| self.plans.get(id) != Some(&stamps(folder, id)));
        let changed: Vec<PlanId> = changed.collect();
        self.reread(folder, &changed);
    }

    /// The plan that was read from a file; `None` where what changes there bears on others as well.
    fn plan_of(&self, file: &str) -> Option<PlanId> {
        let (FileName::Plan(id) | FileName::Journal(JournalName::Plan(id))) = file.parse().ok()? else {
            return None;
        };
        self.plans.contains_key(&id).then_some(id)
    }

    /// Reads these plans anew, and nothing else.
    pub fn reread(&mut self, folder: &Folder, plans: &[PlanId]) {
        if plans.is_empty() {
            return;
        }
        let mut snapshot = Snapshot::clone(&self.snapshot);
        for id in plans {
            snapshot.unreadable.retain(|flaw| flaw.plan().as_ref() != Some(id));
            let read = match folder.load_plan(id) {
                Ok(Some(loaded)) => Read::of(folder, id.clone(), loaded, &snapshot.as_of()),
                Ok(None) => Read::journal_alone(folder, id.clone()),
                Err(unreadable) => {
                    snapshot.unreadable.push(Flaw::of(&unreadable));
                    Read::journal_alone(folder, id.clone())
                }
            };
            self.take(&mut snapshot, read);
        }
        self.snapshot = Arc::new(snapshot);
    }
}

impl Read {
    fn of_loaded(
        folder: &Folder,
        loaded: Result<Loaded<Plan>, Unreadable>,
        as_of: &AsOf<'_>,
    ) -> Result<Self, Flaw> {
        let loaded = loaded.map_err(|refused| Flaw::of(&refused))?;
        let id = loaded.value.id.parse().map_err(|error| Flaw::misnamed(&loaded.value.id, error))?;
        Ok(Self::of(folder, id, loaded, as_of))
    }

    fn of(folder: &Folder, id: PlanId, loaded: Loaded<Plan>, as_of: &AsOf<'_>) -> Self {
        let (journal, flaws) = journal(folder, &id);
        let stamps = [Some(loaded.stamp), journal.stamp];
        // One damaged line among others is told; where none can be read, nobody knows what is done.
        let is_unread = journal.events.is_empty() && flaws.iter().any(Flaw::hides_something);
        let tracked = if is_unread {
            TrackedPlan::unread(loaded.value, as_of)
        } else {
            TrackedPlan::new(loaded.value, journal.events, as_of)
        };
        Self { id, stamps, plan: Some(Arc::new(tracked)), orphans: Vec::new(), flaws }
    }

    fn journal_alone(folder: &Folder, id: PlanId) -> Self {
        let (journal, flaws) = journal(folder, &id);
        Self { id, stamps: [None, journal.stamp], plan: None, orphans: journal.events, flaws }
    }
}

fn journal(folder: &Folder, id: &PlanId) -> (Journal, Vec<Flaw>) {
    let name = JournalName::Plan(id.clone());
    read_journal(folder, &name)
}

fn read_journal(folder: &Folder, name: &JournalName) -> (Journal, Vec<Flaw>) {
    let file = FileName::Journal(name.clone()).to_string();
    match folder.read_journal(name) {
        Ok(journal) => {
            let flaws = journal.findings.iter().map(|finding| Flaw::of_line(&file, finding)).collect();
            (journal, flaws)
        }
        Err(unreadable) => (Journal::default(), vec![Flaw::of(&unreadable)]),
    }
}

/// What two looks at a plan's files tell.
fn stamps(folder: &Folder, id: &PlanId) -> [Option<Stamp>; 2] {
    let journal = FileName::Journal(JournalName::Plan(id.clone()));
    [folder.stamp(&FileName::Plan(id.clone())), folder.stamp(&journal)]
}

impl Snapshot {
    /// What all plans share, and no plan yet.
    fn common(folder: &Folder, day: NaiveDate) -> Self {
        let mut flaws = Vec::new();
        let mut note = |unreadable: Unreadable| flaws.push(Flaw::of(&unreadable));
        let settings = folder.load::<Settings>(&FileName::Settings).map_err(&mut note).ok().flatten();
        let units = folder.load::<UnitsFile>(&FileName::Units).map_err(&mut note).ok().flatten();
        let (journal, told) = read_journal(folder, &JournalName::Units);
        flaws.extend(told);
        Self {
            day,
            zone: Some(Clock::zone()),
            settings: Arc::new(settings.map(|loaded| loaded.value).unwrap_or_default()),
            directory: Arc::new(Directory::new(units.map(|loaded| loaded.value.units).unwrap_or_default())),
            unit_events: Arc::new(journal.events),
            flaws,
            ..Self::default()
        }
    }

    /// Puts what was read of a plan in the place of what was known of it.
    fn take(&mut self, id: &str, plan: Option<Arc<TrackedPlan>>, orphans: Vec<Event>, flaws: Vec<Flaw>) {
        let journal = format!("journal/{id}.jsonl");
        self.flaws.retain(|flaw| flaw.file != journal);
        self.flaws.extend(flaws);
        let found = self.position(id);
        // Shared with every older snapshot, so it is only touched where it changes.
        if self.removed.contains_key(id) {
            Arc::make_mut(&mut self.removed).remove(id);
        }
        match (plan, found) {
            (Some(plan), Ok(index)) => self.plans[index] = plan,
            (Some(plan), Err(index)) => self.plans.insert(index, plan),
            (None, found) => {
                if !orphans.is_empty() {
                    Arc::make_mut(&mut self.removed).insert(id.to_owned(), orphans);
                }
                if let Ok(index) = found {
                    self.plans.remove(index);
                }
            }
        }
    }
}
