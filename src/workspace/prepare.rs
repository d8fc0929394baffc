//! What a file will hold, found out in memory: every doubt is raised before the first byte is written.

use serde_json::Value;

use super::sound::validate;
use super::writing::Writing;
use super::{Workspace, WorkspaceError};
use crate::domain::document::{apply_all, inverse_all};
use crate::domain::{Act, Edit, TaskId, UnitsFile};
use crate::store::{FileName, Guard, Hash, JournalName, PlanId, StoreError, to_bytes};

/// A journal's writing with the new content of its file.
pub struct Prepared {
    /// The journal.
    pub journal: JournalName,
    /// What it is told.
    pub acts: Vec<Act>,
    file: Option<File>,
}

/// A file that changes: what it held, and what it shall hold; `None` is no file.
struct File {
    name: FileName,
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
}

impl File {
    /// Makes what stood at `from` what stands at `to`.
    fn turn(&self, guard: &Guard, from: Option<&[u8]>, to: Option<&[u8]>) -> Result<(), StoreError> {
        if from == to {
            return guard.confirm(&self.name);
        }
        let expected = from.map(Hash::of);
        match (to, &expected) {
            (Some(bytes), expected) => guard.replace(&self.name, bytes, expected.as_ref()).map(drop),
            (None, Some(expected)) => guard.remove(&self.name, expected),
            (None, None) => Ok(()),
        }
    }
}

impl Prepared {
    /// Puts the new content in place.
    ///
    /// # Errors
    /// When somebody else was there since, or the system refuses.
    pub fn write_file(&self, guard: &Guard) -> Result<(), WorkspaceError> {
        let Some(file) = &self.file else { return Ok(()) };
        Ok(file.turn(guard, file.before.as_deref(), file.after.as_deref())?)
    }

    /// Puts the old content back, for its journal could not be told: what is not saved must not stand there. Should
    /// this fail too, the new content stands without its line, as a crash would leave it.
    pub fn take_back(&self, guard: &Guard) {
        if let Some(file) = &self.file {
            let _ = file.turn(guard, file.after.as_deref(), file.before.as_deref());
        }
    }
}

impl Workspace {
    /// Finds out what a writing comes to, as the files stand now; call it under the lock.
    ///
    /// # Errors
    /// When the plan or a task that it speaks of is not there, when a line makes no sense, when an edit does not fit,
    /// or when what came out could not be read again.
    pub(super) fn prepare(
        &self,
        (journal, writing): (JournalName, Writing),
    ) -> Result<Prepared, WorkspaceError> {
        let file = if writing.edits.is_empty() { None } else { self.edited(&journal, &writing)? };
        if let JournalName::Plan(id) = &journal
            && writing.edits.is_empty()
        {
            self.look_for(id, &writing.acts)?;
            self.object(id, &writing.acts)?;
        }
        Ok(Prepared { journal, acts: writing.acts, file })
    }

    /// The file with the edits laid over it as it stands, so that fields unknown here survive; `None` when they change
    /// nothing.
    fn edited(&self, journal: &JournalName, writing: &Writing) -> Result<Option<File>, WorkspaceError> {
        let edits = writing.edits.as_slice();
        let name = match journal {
            JournalName::Plan(id) => FileName::Plan(id.clone()),
            JournalName::Units => FileName::Units,
        };
        let there = self.folder.document(&name)?;
        let before = there.as_ref().map(|document| document.bytes.clone());
        let old = match (there, journal) {
            (Some(document), _) => document.value,
            (None, JournalName::Units) => {
                serde_json::to_value(UnitsFile::default()).map_err(WorkspaceError::json)?
            }
            (None, JournalName::Plan(_)) => Value::Null,
        };
        let mut new = old.clone();
        if let Err(error) = apply_all(&mut new, edits) {
            return match (journal, edits) {
                _ if writing.is_undo() && is_made(&old, edits) => {
                    Ok(Some(File { name, after: before.clone(), before }))
                }
                (JournalName::Plan(id), [Edit { at, old: None, new: Some(_), .. }]) if at.is_empty() => {
                    Err(WorkspaceError::PlanExists(id.to_string()))
                }
                _ => Err(error.into()),
            };
        }
        if new == old {
            return Ok(None);
        }
        if new.is_null() {
            return Ok(Some(File { name, before, after: None }));
        }
        validate(&name, &old, &new)?;
        let after = Some(to_bytes(&new).map_err(WorkspaceError::json)?);
        Ok(Some(File { name, before, after }))
    }

    /// Whether the lines make sense as the tasks stand, as far as they were read.
    fn object(&self, id: &PlanId, acts: &[Act]) -> Result<(), WorkspaceError> {
        let snapshot = self.snapshot();
        let Some(tracked) = snapshot.plan(id.as_str()) else { return Ok(()) };
        acts.iter().try_for_each(|act| tracked.check(act, &snapshot.as_of())).map_err(WorkspaceError::from)
    }

    /// Whether the plan is there and has the tasks that lines speak of. Takes what was last read for it, and reads
    /// the file only where that does not know a task: somebody may have added it since.
    fn look_for(&self, id: &PlanId, acts: &[Act]) -> Result<(), WorkspaceError> {
        let gone = || WorkspaceError::NoPlan(id.to_string());
        self.folder.look(&FileName::Plan(id.clone()))?.ok_or_else(gone)?;
        let snapshot = self.snapshot();
        let tracked = snapshot.plan(id.as_str());
        let unknown: Vec<&TaskId> = acts
            .iter()
            .flat_map(Act::tasks)
            .filter(|task| tracked.is_none_or(|plan| plan.find(task).is_none()))
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let plan = self.folder.load_plan(id)?.ok_or_else(gone)?.value;
        let outline = crate::domain::Outline::of(&plan);
        match unknown.into_iter().find(|task| outline.find(&plan, task).is_none()) {
            Some(task) => Err(WorkspaceError::NoTask { plan: id.to_string(), task: task.to_string() }),
            None => Ok(()),
        }
    }
}

/// Whether a document is what the edits make of one: an undo was interrupted before its journal could be told.
fn is_made(document: &Value, edits: &[Edit]) -> bool {
    let mut made = document.clone();
    apply_all(&mut made, &inverse_all(edits)).is_ok()
        && apply_all(&mut made, edits).is_ok()
        && made == *document
}
