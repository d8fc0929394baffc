//! Documents into the workspace: read, proposed, and only then committed.

use std::collections::HashSet;
use std::path::Path;

use chrono::SecondsFormat;

use super::ids::task_id;
use super::{Committed, Snapshot, Workspace, WorkspaceError};
use crate::domain::{Change, Edit, Plan, TaskId, Unit};
use crate::import::again::{Again, Difference, Sameness, reconcile, sameness};
use crate::import::{Draft, Finding, Request, draft};
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
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The plan's year, where the document does not tell it or tells it wrongly.
    pub year: Option<i32>,
    /// The plan's id: that of a plan which this is a new copy of, or one that is free.
    pub id: Option<String>,
}

/// What a document would come to; nothing is written yet.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The plan as it would stand in the workspace.
    pub plan: Plan,
    /// What is doubtful.
    pub findings: Vec<Finding>,
    /// Whether the workspace has it already.
    pub recognised: Recognised,
}

/// Whether a document is a new copy of a plan that the workspace has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// No plan is like it.
    New,
    /// It is a copy of the plan with the same id, whose tasks keep their ids and progress; so it differs.
    Again(Vec<Difference>),
    /// It may be a copy of one of these plans: a person must say, by an id.
    Perhaps(Vec<String>),
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

    /// Reads a plan out of a document, and recognises one that the workspace has already.
    ///
    /// # Errors
    /// When the document is no text at all, or has no task; what is doubtful in it is a finding.
    pub fn propose(&self, document: &Document, wishes: &Wishes) -> Result<Proposal, WorkspaceError> {
        let Draft { mut plan, findings } = read_draft(document, wishes.year)?;
        let snapshot = self.snapshot();
        if let Some(id) = &wishes.id {
            plan.id.clone_from(id);
        }
        let original = match &wishes.id {
            Some(id) => snapshot.plan(id).map(|tracked| tracked.plan()),
            None => most_alike(&snapshot, &plan, Sameness::Same).first().copied(),
        };
        if let Some(original) = original {
            let Again { plan, differences } = again(&snapshot, original, &plan);
            return Ok(Proposal { plan, findings, recognised: Recognised::Again(differences) });
        }
        let perhaps = most_alike(&snapshot, &plan, Sameness::Perhaps);
        if wishes.id.is_none() && !perhaps.is_empty() {
            let ids = perhaps.into_iter().map(|plan| plan.id.clone()).collect();
            plan.id = free_id(&snapshot, &plan.id);
            return Ok(Proposal { plan, findings, recognised: Recognised::Perhaps(ids) });
        }
        plan.id = free_id(&snapshot, &plan.id);
        Ok(Proposal { plan, findings, recognised: Recognised::New })
    }

    /// Commits a proposal, and enters the units that it names into the directory; `None` when it changes nothing.
    ///
    /// # Errors
    /// As [`commit`](Self::commit); and when it may be a copy of a plan, so that somebody must decide.
    pub fn accept(&self, proposal: Proposal) -> Result<Option<Committed>, WorkspaceError> {
        let mut plan = proposal.plan;
        let snapshot = self.snapshot();
        let original = match proposal.recognised {
            Recognised::Perhaps(ids) => return Err(WorkspaceError::PerhapsThere { ids }),
            Recognised::New => None,
            Recognised::Again(_) => snapshot.plan(&plan.id),
        };
        if original.is_some_and(|original| *original.plan() == plan) {
            return Ok(None);
        }
        if let Some(source) = plan.source.as_mut().filter(|source| source.imported_at.is_none()) {
            source.imported_at = Some(self.clock.now().to_rfc3339_opts(SecondsFormat::Secs, false));
        }
        let units = self.units_met(&snapshot, &plan)?;
        let mut changes = match original {
            None => vec![Change::AddPlan(Box::new(plan))],
            Some(original) => {
                let name = FileName::Plan(plan_id(&plan.id)?);
                let edits = self.edits(&name, original.plan(), &plan)?;
                vec![Change::EditPlan { plan: plan.id, edits }]
            }
        };
        changes.push(Change::EditUnits(units));
        match self.commit(changes) {
            Err(WorkspaceError::NothingToDo) => Ok(None),
            committed => committed.map(Some),
        }
    }
}

impl Workspace {
    fn units_met(&self, snapshot: &Snapshot, plan: &Plan) -> Result<Vec<Edit>, WorkspaceError> {
        self.edits_of_units(with_units(snapshot, plan))
    }
}

fn plan_id(id: &str) -> Result<PlanId, WorkspaceError> {
    id.parse().map_err(|source| WorkspaceError::PlanId { id: id.to_owned(), source })
}

fn read_draft(document: &Document, year: Option<i32>) -> Result<Draft, WorkspaceError> {
    let mut given: HashSet<TaskId> = HashSet::new();
    let mut next_id = || {
        let mut id = task_id();
        while !given.insert(id.clone()) {
            id = task_id();
        }
        id
    };
    let mut request = Request { file: &document.file, year, next_id: &mut next_id };
    let draft = draft(&document.bytes, &mut request)
        .map_err(|source| WorkspaceError::Import { file: document.file.clone(), source })?;
    if draft.plan.sections.iter().all(|section| section.tasks.is_empty()) {
        return Err(WorkspaceError::NoTasks { file: document.file.clone() });
    }
    Ok(draft)
}

/// The plans of the workspace that a draft is a copy of, with so much certainty.
fn most_alike<'s>(snapshot: &'s Snapshot, draft: &Plan, wanted: Sameness) -> Vec<&'s Plan> {
    let plans = snapshot.plans.iter().map(|tracked| tracked.plan());
    // A person may have corrected the very number or title that the document is known by.
    let as_read = |plan: &Plan| snapshot.last_reading(&plan.id).map(|reading| sameness(&reading, draft));
    let alike = |plan: &&Plan| match sameness(plan, draft) {
        Sameness::Different => as_read(plan) == Some(wanted),
        sameness => sameness == wanted,
    };
    plans.filter(alike).collect()
}

/// The plan with what its document changed since it was last read; the same document to the byte changes nothing.
fn again(snapshot: &Snapshot, original: &Plan, draft: &Plan) -> Again {
    let digest = |plan: &Plan| plan.source.as_ref().map(|source| source.sha256.clone());
    if digest(original) == digest(draft) {
        return Again { plan: original.clone(), differences: Vec::new() };
    }
    reconcile(original, snapshot.last_reading(&original.id).as_ref(), draft)
}

/// The id, or with `-2`, `-3` ... where it is taken.
fn free_id(snapshot: &Snapshot, id: &str) -> String {
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
