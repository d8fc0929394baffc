//! Documents into the workspace: read, proposed, and only then committed.

use std::path::Path;

use super::ids::task_id;
use super::{Committed, Snapshot, Workspace, WorkspaceError};
use crate::domain::document::diff;
use crate::domain::{Change, Edit, Plan, TaskId, Unit, UnitsFile};
use crate::import::{Draft, Finding, Request, draft};
use crate::store;

/// A document's bytes and its name.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file's name without its folder.
    pub file: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a document would come to; nothing is written yet.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The plan as it would stand in the workspace.
    pub plan: Plan,
    /// What is doubtful.
    pub findings: Vec<Finding>,
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

    /// Reads a plan out of a document.
    ///
    /// # Errors
    /// When the document is no text at all; what is doubtful in it is a finding.
    pub fn propose(&self, document: &Document, year: Option<i32>) -> Result<Proposal, WorkspaceError> {
        let mut given: Vec<TaskId> = Vec::new();
        let mut next_id = || {
            let id = std::iter::repeat_with(task_id).find(|id| !given.contains(id)).unwrap_or_default();
            given.push(id.clone());
            id
        };
        let mut request = Request { file: &document.file, year, next_id: &mut next_id };
        let Draft { mut plan, findings } = draft(&document.bytes, &mut request)?;
        plan.id = free_id(&self.snapshot(), &plan.id);
        Ok(Proposal { plan, findings })
    }

    /// Commits a proposal, and enters the units that it names into the directory.
    ///
    /// # Errors
    /// As [`commit`](Self::commit).
    pub fn accept(&self, proposal: Proposal) -> Result<Committed, WorkspaceError> {
        let mut plan = proposal.plan;
        if let Some(source) = &mut plan.source {
            source.imported_at = Some(self.clock.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, false));
        }
        let units = new_units(&self.snapshot(), &plan)?;
        let mut changes = vec![Change::AddPlan(Box::new(plan))];
        if !units.is_empty() {
            changes.push(Change::EditUnits(units));
        }
        self.commit(changes)
    }
}

/// The id, or with `-2`, `-3` ... where it is taken.
fn free_id(snapshot: &Snapshot, id: &str) -> String {
    let taken =
        |id: &str| snapshot.plan(id).is_some() || snapshot.unreadable.iter().any(|flaw| flaw.is_plan(id));
    if !taken(id) {
        return id.to_owned();
    }
    (2..10_000).map(|turn| format!("{id}-{turn}")).find(|id| !taken(id)).unwrap_or_default()
}

/// The edits that enter the units of a plan's tasks which the directory does not know, in the order of the text.
fn new_units(snapshot: &Snapshot, plan: &Plan) -> Result<Vec<Edit>, WorkspaceError> {
    let directory = &snapshot.directory;
    let known = UnitsFile { units: directory.units().to_vec(), ..UnitsFile::default() };
    let mut with_new = known.clone();
    let mut seen = Vec::new();
    for name in plan.named_units() {
        let key = directory.key(name);
        if directory.find(name).is_none() && !seen.contains(&key) {
            seen.push(key);
            with_new.units.push(Unit { name: name.to_owned(), ..Unit::default() });
        }
    }
    let value = |file: &UnitsFile| serde_json::to_value(file).map_err(WorkspaceError::json);
    Ok(diff(&value(&known)?, &value(&with_new)?))
}
