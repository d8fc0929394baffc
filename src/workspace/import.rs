//! Documents into the workspace: read, proposed, and only then committed.

use std::collections::HashSet;
use std::io::Read;
use std::path::Path;

use chrono::SecondsFormat;

use super::convert::converted;
use super::followed::followed;
use super::ids::task_id;
use super::reading::last_reading;
use super::{Base, Committed, Proposal, Recognised, Snapshot, Workspace, WorkspaceError};
use crate::domain::document::merge;
use crate::domain::{Change, Edit, Plan, RelationKind, TaskId, TrackedPlan, Unit};
use crate::import::again::{Again, Sameness, may_be_corrected, reconcile, sameness};
use crate::import::{Called, Doubt, Draft, Finding, ImportError, Request, Spot, draft, is_guess};
use crate::store::{self, FileName, PlanId};

/// A document's bytes and its name.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file's name without its folder.
    pub file: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a person says of a document beside its content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The plan's year, where the document does not tell it or tells it wrongly.
    pub year: Option<i32>,
    /// The plan's id: that of a plan which this is a new copy of, or one that is free.
    pub id: Option<String>,
}

impl Proposal {
    /// Whether it may come in: a document may be looked through that has no task, but it is no plan, and empties none that
    /// nobody looked through.
    ///
    /// # Errors
    /// When it is new and has no task; when it is a new copy without tasks, unless a person reviewed it.
    pub fn check(&self) -> Result<(), WorkspaceError> {
        let comes_in = match &self.base {
            None => has_tasks(&self.plan),
            Some(base) => self.is_reviewed || base.plan == self.plan || has_tasks(&self.reading),
        };
        if comes_in {
            return Ok(());
        }
        let file = self.reading.source.as_ref().map_or_else(String::new, |source| source.file.clone());
        Err(WorkspaceError::NoTasks { file })
    }
}

impl Workspace {
    /// Reads a document that a person names, wherever it lies.
    ///
    /// # Errors
    /// When it is not there, is no regular file, or is too large.
    pub fn read_document(&self, path: &Path) -> Result<Document, WorkspaceError> {
        let bytes = store::read_document(path)?;
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Document { file, bytes })
    }

    /// Reads a document that comes through a pipe, or is pasted.
    ///
    /// # Errors
    /// When it cannot be read to its end, or is too large.
    pub fn read_document_from(&self, pipe: impl Read, name: &str) -> Result<Document, WorkspaceError> {
        Ok(Document { file: name.to_owned(), bytes: store::read_document_from(pipe, name)? })
    }

    /// Reads a plan out of a document, and recognises one that the workspace has already.
    ///
    /// # Errors
    /// When the document is no text at all; what is doubtful in it, or that it has no task, is a finding.
    pub fn propose(&self, document: &Document, wishes: &Wishes) -> Result<Proposal, WorkspaceError> {
        let mut draft = read_draft(document, wishes.year)?;
        let snapshot = self.snapshot();
        if let Some(id) = &wishes.id {
            draft.plan.id.clone_from(id);
        }
        let alike = if wishes.id.is_none() { most_alike(&snapshot, &draft.plan) } else { Vec::new() };
        let there = match &wishes.id {
            Some(id) => snapshot.plan(id).map(AsRef::as_ref),
            None => alike.iter().find(|(_, sameness)| *sameness == Sameness::Same).map(|(plan, _)| *plan),
        };
        if let Some(there) = there {
            return new_copy(there, draft);
        }
        draft.plan.id = free_id(&snapshot, &draft.plan.id);
        let ids: Vec<String> = alike.iter().map(|(tracked, _)| tracked.plan().id.clone()).collect();
        let recognised = if ids.is_empty() { Recognised::New } else { Recognised::Perhaps(ids) };
        Ok(Proposal { recognised, ..Proposal::new(draft) })
    }

    /// Commits a proposal, and enters the units that it names into the directory; `None` when it changes nothing.
    ///
    /// # Errors
    /// As [`commit`](Self::commit); when it may be a copy of a plan, so that somebody must decide; and as
    /// [`check`](Proposal::check).
    pub fn accept(&self, proposal: Proposal) -> Result<Option<Committed>, WorkspaceError> {
        proposal.check()?;
        let Proposal { mut plan, mut reading, recognised, base, .. } = proposal;
        let snapshot = self.snapshot();
        if let Recognised::Perhaps(ids) = recognised {
            return Err(WorkspaceError::PerhapsThere { ids });
        }
        if base.as_deref().is_some_and(|base| base.plan == plan) {
            return Ok(None);
        }
        if let Some(source) = plan.source.as_mut().filter(|source| source.imported_at.is_none()) {
            source.imported_at = Some(self.clock.now().to_rfc3339_opts(SecondsFormat::Secs, false));
        }
        reading.source.clone_from(&plan.source);
        let units = self.units_met(&snapshot, &plan)?;
        let mut changes = match base {
            None => additions(&snapshot, plan, reading),
            Some(base) => vec![self.corrections(&snapshot, &base, plan, reading)?],
        };
        changes.push(Change::EditUnits(units));
        match self.commit(changes) {
            Err(WorkspaceError::NothingToDo) => Ok(None),
            committed => committed.map(Some),
        }
    }

    /// What a proposal changes of a plan that is there, and that somebody may have changed or followed meanwhile.
    fn corrections(
        &self,
        snapshot: &Snapshot,
        base: &Base,
        plan: Plan,
        reading: Plan,
    ) -> Result<Change, WorkspaceError> {
        let id = base.plan.id.clone();
        let tracked = snapshot.plan(&id).ok_or_else(|| WorkspaceError::NoPlan(id.clone()))?;
        let stands = tracked.plan();
        let plan = Plan { id: id.clone(), ..plan };
        let plan = if *stands == base.plan { plan } else { merged(&base.plan, stands, &plan)? };
        let followed = followed(tracked);
        let unasked =
            stands.tasks().filter(|task| followed.contains(&task.id) && !base.followed.contains(&task.id));
        let dropped: Vec<String> =
            unasked.filter(|task| plan.task(&task.id).is_none()).map(|task| task.title.clone()).collect();
        if !dropped.is_empty() {
            return Err(WorkspaceError::FollowedMeanwhile { plan: id, tasks: dropped });
        }
        let edits = self.edits(&FileName::Plan(plan_id(&id)?), stands, &plan)?;
        Ok(Change::ReadAgain { plan: id, edits, reading: Box::new(reading) })
    }
}

/// A plan that comes in. Where a person corrected what the document says, that is told as well: what the next copy of the
/// document is compared with is the document, not the correction.
fn additions(snapshot: &Snapshot, mut plan: Plan, mut reading: Plan) -> Vec<Change> {
    plan.id = free_id(snapshot, &plan.id);
    reading.id.clone_from(&plan.id);
    let is_corrected = reading != plan;
    let (id, reading) = (plan.id.clone(), Box::new(reading));
    let addition = Change::AddPlan(Box::new(plan));
    if is_corrected {
        vec![addition, Change::ReadAgain { plan: id, edits: Vec::new(), reading }]
    } else {
        vec![addition]
    }
}

/// What is proposed together with what somebody changed of the plan meanwhile.
fn merged(base: &Plan, stands: &Plan, proposed: &Plan) -> Result<Plan, WorkspaceError> {
    let value = |plan: &Plan| serde_json::to_value(plan).map_err(WorkspaceError::json);
    let merged = merge(&value(base)?, &value(stands)?, &value(proposed)?);
    if !merged.conflicts.is_empty() {
        return Err(WorkspaceError::ChangedMeanwhile(base.id.clone()));
    }
    serde_json::from_value(merged.value).map_err(WorkspaceError::json)
}

impl Workspace {
    fn units_met(&self, snapshot: &Snapshot, plan: &Plan) -> Result<Vec<Edit>, WorkspaceError> {
        self.edits_of_units(with_units(snapshot, plan))
    }
}

fn plan_id(id: &str) -> Result<PlanId, WorkspaceError> {
    id.parse().map_err(|source| WorkspaceError::PlanId { id: id.to_owned(), source })
}

/// Ids for the tasks of a new plan, none twice.
pub(super) fn unique_ids() -> impl FnMut() -> TaskId {
    let mut given: HashSet<TaskId> = HashSet::new();
    move || {
        let mut id = task_id();
        while !given.insert(id.clone()) {
            id = task_id();
        }
        id
    }
}

fn read_draft(document: &Document, year: Option<i32>) -> Result<Draft, WorkspaceError> {
    let mut next_id = unique_ids();
    let refused = |source| WorkspaceError::Import { file: document.file.clone(), source };
    let converted = converted(&document.bytes).map_err(refused)?;
    let mut request =
        Request { file: &document.file, converted: converted.as_deref(), year, next_id: &mut next_id };
    let draft = draft(&document.bytes, &mut request).map_err(refused)?;
    let has_guesses = || converted.as_ref().is_some_and(|converted| is_guess(&document.bytes, converted));
    if !has_tasks(&draft.plan) && has_guesses() {
        return Err(refused(ImportError::NoLabels));
    }
    Ok(draft)
}

/// What a draft comes to that is a new copy of a plan.
fn new_copy(there: &TrackedPlan, draft: Draft) -> Result<Proposal, WorkspaceError> {
    let Draft { plan: copy, findings, mut original } = draft;
    let base = Base { plan: there.plan().clone(), read: last_reading(there), followed: followed(there) };
    let again = again(&base.plan, base.read.as_ref(), &copy)?.asking_about(&base.plan, &base.followed);
    let Again { plan, reading, differences, findings: of_merge } = again;
    let called = Called::of(&copy, &reading);
    original.call(&called);
    let mut findings: Vec<Finding> =
        findings.into_iter().filter_map(|finding| called.finding(finding)).collect();
    findings.retain(|finding| stands_in(finding, &plan));
    findings.extend(of_merge);
    let (recognised, base) = (Recognised::Again(differences), Some(Box::new(base)));
    Ok(Proposal { plan, reading, findings, recognised, base, original, is_reviewed: false })
}

fn has_tasks(plan: &Plan) -> bool {
    plan.sections.iter().any(|section| !section.tasks.is_empty())
}

/// The plans of the workspace that a draft is a copy of, or may be.
fn most_alike<'s>(snapshot: &'s Snapshot, draft: &Plan) -> Vec<(&'s TrackedPlan, Sameness)> {
    let alike = |tracked: &'s TrackedPlan| (tracked, likeness(tracked, draft));
    let all = snapshot.plans.iter().map(|tracked| alike(tracked));
    all.filter(|(_, sameness)| *sameness != Sameness::Different).collect()
}

/// Whether a plan is the draft's, as it stands or as it was last read: a person may have corrected the very number or
/// title that the document is known by.
fn likeness(tracked: &TrackedPlan, draft: &Plan) -> Sameness {
    let plan = tracked.plan();
    match sameness(plan, draft) {
        Sameness::Different if replaces(draft, plan) => Sameness::Perhaps,
        Sameness::Different if may_be_corrected(plan, draft) => {
            last_reading(tracked).map_or(Sameness::Different, |reading| sameness(&reading, draft))
        }
        sameness => sameness,
    }
}

/// Whether a draft says that it takes the place of a plan: its work may go on under the old ids, which a person must say.
fn replaces(draft: &Plan, plan: &Plan) -> bool {
    let mut replaced = draft.relations.iter().filter(|relation| relation.kind == RelationKind::Replaces);
    replaced.any(|relation| relation.names(plan))
}

/// The plan with what its document changed since it was last read; the same document to the byte changes nothing.
fn again(plan: &Plan, read_before: Option<&Plan>, draft: &Plan) -> Result<Again, WorkspaceError> {
    let digest = |plan: &Plan| plan.source.as_ref().map(|source| source.sha256.clone());
    if digest(plan) == digest(draft) {
        let reading = read_before.map(|reading| Plan { id: plan.id.clone(), ..reading.clone() });
        return Ok(Again::unchanged(plan, reading.as_ref().unwrap_or(plan)));
    }
    reconcile(plan, read_before, draft)
        .map_err(|source| WorkspaceError::NotMerged { plan: plan.id.clone(), source })
}

/// Whether a plan has the task or section that a finding is on: a person may have taken it away.
fn stands_in(finding: &Finding, plan: &Plan) -> bool {
    match &finding.doubt {
        Doubt::Guessed(Spot::Task(id), _) => plan.task(id).is_some(),
        Doubt::Guessed(Spot::Section(id), _) => plan.sections.iter().any(|section| section.id == *id),
        _ => true,
    }
}

/// The id, or with `-2`, `-3` ... where it is taken.
pub(super) fn free_id(snapshot: &Snapshot, id: &str) -> String {
    let taken = |id: &str| {
        snapshot.plan(id).is_some()
            || snapshot.unreadable.iter().any(|flaw| flaw.plan().is_some_and(|plan| plan.as_str() == id))
    };
    if !taken(id) {
        return id.to_owned();
    }
    (2..10_000).map(|turn| format!("{id}-{turn}")).find(|id| !taken(id)).unwrap_or_default()
}

/// The directory with the units of a plan's tasks which it does not know, in the order of the text.
fn with_units(snapshot: &Snapshot, plan: &Plan) -> Vec<Unit> {
    let directory = &snapshot.directory;
    let mut units = directory.units().to_vec();
    let mut seen = Vec::new();
    for name in plan.named_units() {
        let key = directory.key(name);
        if directory.find(name).is_none() && !seen.contains(&key) {
            seen.push(key);
            units.push(Unit { name: name.to_owned(), ..Unit::default() });
        }
    }
    units
}
