//! What git's index keeps as unmerged, in the office's words: plan, task, field, what stood there and what stands on each side.

use std::collections::BTreeMap;

use serde_json::Value;

use super::copies::Copies;
use super::error::GitError;
use super::pending::MergeEnd;
use super::repository::{Blob, Repository, done};
use super::trace::{Trace, trace};
use crate::domain::Event;
use crate::domain::document::{Place, Thing};
use crate::store::{Document, FileName, JournalName, PlanId};
use crate::workspace::{Workspace, WorkspaceError};

/// Something that both sides changed, each in its own way, and that a person decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The file, within the workspace.
    pub file: String,
    /// What it is.
    pub kind: ConflictKind,
    /// The place in the file, in the notation of [`Place`]; empty for the whole file.
    pub at: String,
    /// The task that it is in.
    pub task: Option<TaskName>,
    /// What stood there before; `None` is nothing.
    pub base: Option<Value>,
    /// What stands there on our side.
    pub ours: Option<Value>,
    /// What stands there on their side.
    pub theirs: Option<Value>,
    /// Who wrote our side, where the journal tells.
    pub ours_by: Option<Trace>,
    /// Who wrote theirs.
    pub theirs_by: Option<Trace>,
}

/// What is to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictKind {
    /// One of two sides of a place.
    Place,
    /// Nothing: of a journal both sides stay, whichever is taken.
    Journal,
    /// What only git can be told: a copy that cannot be read, or a file that is none of a workspace's.
    Foreign,
}

/// A task as people name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskName {
    /// The printed number.
    pub number: String,
    /// The title.
    pub title: String,
}

impl Conflict {
    /// The plan that it is in.
    #[must_use]
    pub fn plan(&self) -> Option<PlanId> {
        match self.file.parse().ok()? {
            FileName::Plan(id) | FileName::Journal(JournalName::Plan(id)) => Some(id),
            _ => None,
        }
    }

    /// The keys that lead to the field; empty for a whole task, section, unit or file.
    #[must_use]
    pub fn field(&self) -> Vec<String> {
        Place::from(self.at.as_str()).field
    }

    fn of_file(file: &str, kind: ConflictKind) -> Self {
        Self {
            file: file.to_owned(),
            kind,
            at: String::new(),
            task: None,
            base: None,
            ours: None,
            theirs: None,
            ours_by: None,
            theirs_by: None,
        }
    }
}

/// A file that git keeps in up to three copies: the common one, ours, theirs.
#[derive(Debug, Clone, Default)]
pub(super) struct Unmerged {
    pub stages: [Option<Blob>; 3],
}

/// An entry of git's index that takes a file out, in a repository that gives contents such names.
pub(super) fn gone(blob: Option<&Blob>) -> String {
    format!("0 {}", "0".repeat(blob.map_or(40, |blob| blob.id.len())))
}

impl Unmerged {
    /// The entries of git's index that keep the copies of the file with this path, and nothing else of it.
    pub fn entries(&self, path: &str) -> String {
        let copies = (1..).zip(&self.stages).filter_map(|(stage, blob)| Some((stage, blob.as_ref()?)));
        let copies = copies.map(|(stage, blob)| format!("{} {} {stage}\t{path}\0", blob.mode, blob.id));
        let gone = gone(self.stages.iter().flatten().next());
        std::iter::once(format!("{gone}\t{path}\0")).chain(copies).collect()
    }
}

impl Workspace {
    /// What git's index keeps as unmerged, file by file; nothing where the workspace is no repository.
    ///
    /// # Errors
    /// When git cannot be asked.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, WorkspaceError> {
        let Some(repository) = Repository::find(self.path())? else { return Ok(Vec::new()) };
        let mut conflicts = Vec::new();
        for (file, unmerged) in repository.unmerged()? {
            conflicts.extend(self.conflicts_of(&repository, &file, &unmerged)?);
        }
        Ok(conflicts)
    }

    /// The files that git's index keeps unmerged; none where git cannot be asked.
    pub(in crate::workspace) fn unmerged_files(&self) -> Vec<String> {
        let repository = Repository::find(self.path()).ok().flatten();
        let unmerged = repository.and_then(|repository| repository.unmerged().ok());
        unmerged.unwrap_or_default().into_keys().collect()
    }

    /// The folder of a repository that git does not trust, as it is another user's.
    pub(in crate::workspace) fn distrusted(&self) -> Option<String> {
        match Repository::find(self.path()) {
            Err(GitError::Distrusted(folder)) => Some(folder),
            _ => None,
        }
    }

    /// What ends the merge that git is in the middle of; `None` where it is in none, or cannot be asked.
    pub(in crate::workspace) fn merge_ends_by(&self) -> Option<MergeEnd> {
        Repository::find(self.path()).ok().flatten()?.merge_ends_by().ok().flatten()
    }

    fn conflicts_of(
        &self,
        repository: &Repository,
        file: &str,
        unmerged: &Unmerged,
    ) -> Result<Vec<Conflict>, WorkspaceError> {
        let name = match file.parse::<FileName>() {
            Ok(FileName::Journal(_)) => return Ok(vec![Conflict::of_file(file, ConflictKind::Journal)]),
            Ok(name) => name,
            Err(_) => return Ok(vec![Conflict::of_file(file, ConflictKind::Foreign)]),
        };
        let Some(copies) = repository.copies(file, unmerged)? else {
            return Ok(vec![Conflict::of_file(file, ConflictKind::Foreign)]);
        };
        let events = self.events_beside(&name);
        let [of_ours, of_theirs] = repository.writers(file)?;
        let told = |conflict: crate::domain::document::Conflict| Conflict {
            task: task_at(&copies, &conflict.at),
            ours_by: trace(&events, &conflict.at, conflict.ours.as_ref()).or_else(|| of_ours.clone()),
            theirs_by: trace(&events, &conflict.at, conflict.theirs.as_ref()).or_else(|| of_theirs.clone()),
            at: conflict.at,
            base: conflict.base,
            ours: conflict.ours,
            theirs: conflict.theirs,
            ..Conflict::of_file(file, ConflictKind::Place)
        };
        Ok(copies.merged(&name).conflicts.into_iter().map(told).collect())
    }

    /// The lines of the journal that belongs to a file.
    fn events_beside(&self, name: &FileName) -> Vec<Event> {
        let journal = match name {
            FileName::Plan(id) => JournalName::Plan(id.clone()),
            _ => JournalName::Units,
        };
        self.folder.read_journal(&journal).map(|journal| journal.events).unwrap_or_default()
    }
}

impl Repository {
    /// The files of the workspace that git's index keeps unmerged, in order.
    pub fn unmerged(&self) -> Result<BTreeMap<String, Unmerged>, GitError> {
        let output = done(self.git(["ls-files", "--unmerged", "-z"]), "ls-files")?;
        let mut files: BTreeMap<String, Unmerged> = BTreeMap::new();
        for entry in output.split(|byte| *byte == 0) {
            let entry = String::from_utf8_lossy(entry);
            let Some((head, file)) = entry.split_once('\t') else { continue };
            let [mode, id, stage] = head.split(' ').collect::<Vec<_>>()[..] else { continue };
            let stage = stage.parse::<usize>().ok().and_then(|stage| stage.checked_sub(1));
            let stages = &mut files.entry(file.to_owned()).or_default().stages;
            if let Some(place) = stage.and_then(|stage| stages.get_mut(stage)) {
                *place = Some(Blob { mode: mode.to_owned(), id: id.to_owned() });
            }
        }
        Ok(files)
    }

    /// Who alone changed a file on each side of the merge that git is in the middle of.
    fn writers(&self, file: &str) -> Result<[Option<Trace>; 2], GitError> {
        let [Some(ours), Some(theirs)] = self.merge()? else { return Ok([None, None]) };
        Ok([self.only_writer(&ours, &theirs, file)?, self.only_writer(&theirs, &ours, file)?])
    }

    /// The copies of a file that git keeps; `None` where one cannot be read.
    pub fn copies(&self, file: &str, unmerged: &Unmerged) -> Result<Option<Copies>, GitError> {
        let mut values = [Value::Null, Value::Null, Value::Null];
        for (value, blob) in values.iter_mut().zip(&unmerged.stages) {
            let Some(blob) = blob else { continue };
            let bytes = self.contents(&[&blob.id])?.pop().unwrap_or_default();
            let Ok(document) = Document::of(file, bytes) else { return Ok(None) };
            *value = document.value;
        }
        let [base, ours, theirs] = values;
        Ok(Some(Copies { base, ours, theirs }))
    }
}

/// The task that a place is in, as the first side that has it names it.
fn task_at(copies: &Copies, at: &str) -> Option<TaskName> {
    let (Thing::Task(id) | Thing::Entry { task: id, .. }) = Place::from(at).thing else { return None };
    let task =
        [&copies.ours, &copies.theirs, &copies.base].into_iter().find_map(|side| find_task(side, &id))?;
    let text = |key: &str| task.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(TaskName { number: text("number"), title: text("title") })
}

/// A task at any depth.
fn find_task<'v>(holder: &'v Value, id: &str) -> Option<&'v Value> {
    let listed = |list: &str| holder.get(list).and_then(Value::as_array).into_iter().flatten();
    let is_it = |task: &&Value| task.get("id").and_then(Value::as_str) == Some(id);
    let here = listed("tasks").find(is_it);
    here.or_else(|| listed("tasks").chain(listed("sections")).find_map(|inner| find_task(inner, id)))
}
