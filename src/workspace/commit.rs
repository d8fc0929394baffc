//! The one write path: changes in, lines of journals and replaced files out, all or nothing for a plan.

use std::sync::Arc;

use serde_json::Value;

use super::ids::LineIds;
use super::writing::{Writing, sort};
use super::{Snapshot, Workspace, WorkspaceError};
use crate::domain::document::apply_all;
use crate::domain::{Act, Change, Edit, Event, EventId, Plan, UnitsFile};
use crate::store::{FileName, Guard, Hash, JournalName, PlanId, to_bytes};

/// What a commit came to.
#[derive(Debug, Clone)]
pub struct Committed {
    /// The act, as an undo names it.
    pub act: EventId,
    /// The plans that were written to; the directory of units is none.
    pub plans: Vec<String>,
    /// The workspace after it.
    pub snapshot: Arc<Snapshot>,
}

impl Workspace {
    /// Writes changes: all of them, or for each plan none. Only when this returns are they safe on the disk.
    ///
    /// # Errors
    /// When the workspace is read only, when a change does not fit what stands there now, or when a write fails. A
    /// batch over several plans goes plan by plan; one that is interrupted says which were done.
    pub fn commit(&self, changes: Vec<Change>) -> Result<Committed, WorkspaceError> {
        let guard = self.lock()?;
        self.write_all(&guard, sort(changes)?)
    }

    /// Writes to several journals under one lock, as one act.
    pub(super) fn write_all(
        &self,
        guard: &Guard,
        writings: Vec<(JournalName, Writing)>,
    ) -> Result<Committed, WorkspaceError> {
        let lines: usize = writings.iter().map(|(_, writing)| writing.lines()).sum();
        if lines == 0 {
            return Err(WorkspaceError::NothingToDo);
        }
        let mut act = NewAct { first: None, of_several: lines > 1, ids: self.line_ids(&writings)? };
        let mut done: Vec<JournalName> = Vec::new();
        for (journal, writing) in writings {
            if let Err(error) = self.write(guard, &journal, writing, &mut act) {
                return Err(self.interrupted(&done, error));
            }
            done.push(journal);
        }
        let snapshot = self.take_in(&done);
        let plans = done.iter().filter_map(plan_of).map(PlanId::to_string).collect();
        Ok(Committed { act: act.first.unwrap_or_default(), plans, snapshot })
    }

    fn line_ids(&self, writings: &[(JournalName, Writing)]) -> Result<LineIds, WorkspaceError> {
        let mut last = None;
        for (journal, _) in writings {
            last = last.max(self.folder.read_journal(journal)?.last_id);
        }
        Ok(LineIds::after(last, self.clock.now()))
    }

    /// Writes to one journal, and before that to the file that it belongs to.
    fn write(
        &self,
        guard: &Guard,
        journal: &JournalName,
        writing: Writing,
        new: &mut NewAct,
    ) -> Result<(), WorkspaceError> {
        if !writing.edits.is_empty() {
            self.edit(guard, journal, &writing.edits)?;
        }
        let at = self.clock.now();
        let event = |act: Act| {
            let (id, batch) = new.line();
            Event { id, at, by: self.by.clone(), batch, act }
        };
        let events: Vec<Event> = writing.into_acts().map(event).collect();
        guard.append(journal, &events)?;
        Ok(())
    }

    /// Lays edits over a file as it stands on the disk, so that fields unknown here survive.
    pub(super) fn edit(
        &self,
        guard: &Guard,
        journal: &JournalName,
        edits: &[Edit],
    ) -> Result<(), WorkspaceError> {
        let name = match journal {
            JournalName::Plan(id) => FileName::Plan(id.clone()),
            JournalName::Units => FileName::Units,
        };
        let there = self.folder.document(&name)?;
        let hash: Option<Hash> = there.as_ref().map(|document| document.hash);
        let before = match (there, journal) {
            (Some(document), _) => document.value,
            (None, JournalName::Units) => {
                serde_json::to_value(UnitsFile::default()).map_err(WorkspaceError::json)?
            }
            (None, JournalName::Plan(_)) => Value::Null,
        };
        let mut document = before.clone();
        apply_all(&mut document, edits)?;
        if document == before {
            return Ok(());
        }
        if let (Value::Null, Some(hash)) = (&document, &hash) {
            guard.remove(&name, hash)?;
            return Ok(());
        }
        validate(journal, &document)?;
        let bytes = to_bytes(&document).map_err(WorkspaceError::json)?;
        guard.replace(&name, &bytes, hash.as_ref())?;
        Ok(())
    }

    /// What was written becomes what is known; the directory bears on every plan.
    fn take_in(&self, written: &[JournalName]) -> Arc<Snapshot> {
        let plans: Vec<PlanId> = written.iter().filter_map(plan_of).cloned().collect();
        if plans.len() == written.len() { self.reread(&plans) } else { self.refresh() }
    }

    fn interrupted(&self, done: &[JournalName], error: WorkspaceError) -> WorkspaceError {
        if done.is_empty() {
            return error;
        }
        self.take_in(done);
        let done =
            done.iter().map(|journal| plan_of(journal).map_or("units.json".to_owned(), PlanId::to_string));
        WorkspaceError::Interrupted { done: done.collect(), source: Box::new(error) }
    }
}

/// The lines of one act, as they get their ids.
struct NewAct {
    first: Option<EventId>,
    of_several: bool,
    ids: LineIds,
}

impl NewAct {
    /// The id of the next line and the batch that it belongs to.
    fn line(&mut self) -> (EventId, Option<EventId>) {
        let id = self.ids.next();
        let first = *self.first.get_or_insert(id);
        (id, self.of_several.then_some(first))
    }
}

fn plan_of(journal: &JournalName) -> Option<&PlanId> {
    if let JournalName::Plan(id) = journal { Some(id) } else { None }
}

/// Nothing is written that could not be read again.
fn validate(journal: &JournalName, document: &Value) -> Result<(), WorkspaceError> {
    let refused = match journal {
        JournalName::Plan(_) => serde_json::from_value::<Plan>(document.clone()).err(),
        JournalName::Units => serde_json::from_value::<UnitsFile>(document.clone()).err(),
    };
    refused.map_or(Ok(()), |error| Err(WorkspaceError::json(error)))
}
