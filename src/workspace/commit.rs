//! The one write path: changes in, lines of journals and replaced files out, all or nothing for a plan.

use std::sync::Arc;

use super::ids::LineIds;
use super::prepare::Prepared;
use super::writing::{Writing, sort};
use super::{Changed, Snapshot, Workspace, WorkspaceError};
use crate::domain::{Act, Change, Event, EventId};
use crate::store::{FileName, Guard, JournalName, PlanId};

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
        let writings = sort(changes)?;
        self.look_again(&writings);
        let written = self.write_all(&guard, writings)?;
        drop(guard);
        Ok(self.committed(&written))
    }

    /// Writes to several journals under one lock, as one act.
    pub(super) fn write_all(
        &self,
        guard: &Guard,
        writings: Vec<(JournalName, Writing)>,
    ) -> Result<Written, WorkspaceError> {
        let lines: usize = writings.iter().map(|(_, writing)| writing.acts.len()).sum();
        if lines == 0 {
            return Err(WorkspaceError::NothingToDo);
        }
        let ids = self.line_ids(&writings)?;
        let prepared: Vec<Prepared> =
            writings.into_iter().map(|writing| self.prepare(writing)).collect::<Result<_, _>>()?;
        let mut act = NewAct { first: None, of_several: lines > 1, ids };
        let mut done: Vec<JournalName> = Vec::new();
        for prepared in prepared {
            if let Err(error) = self.write(guard, &prepared, &mut act) {
                return Err(self.interrupted(&done, error));
            }
            done.push(prepared.journal);
        }
        Ok(Written { act: act.first.unwrap_or_default(), journals: done })
    }

    /// What stands after it, read again. That takes no lock: drop it before, so that nobody waits for a reading.
    pub(super) fn committed(&self, Written { act, journals }: &Written) -> Committed {
        let snapshot = self.take_in(journals);
        let plans = journals.iter().filter_map(plan_of).map(PlanId::to_string).collect();
        Committed { act: *act, plans, snapshot }
    }

    /// Reads what others wrote to these plans while the lock was awaited: what makes sense depends on it. An edit looks
    /// at the file itself.
    pub(super) fn look_again(&self, writings: &[(JournalName, Writing)]) {
        let is_judged = |(journal, writing): &&(JournalName, Writing)| {
            writing.edits.is_empty() && plan_of(journal).is_some()
        };
        let judged = writings.iter().filter(is_judged);
        let names = judged.map(|(journal, _)| FileName::Journal(journal.clone()).to_string());
        self.look_at(&Changed::Files(names.collect()));
    }

    fn line_ids(&self, writings: &[(JournalName, Writing)]) -> Result<LineIds, WorkspaceError> {
        let mut last = None;
        for (journal, _) in writings {
            last = last.max(self.folder.last_id(journal)?);
        }
        Ok(LineIds::after(last, self.clock.now()))
    }

    /// Writes to one journal, and before that to the file that it belongs to.
    fn write(&self, guard: &Guard, prepared: &Prepared, new: &mut NewAct) -> Result<(), WorkspaceError> {
        prepared.write_file(guard)?;
        let at = self.clock.now();
        let event = |act: &Act| {
            let (id, batch) = new.line();
            Event { id, at, by: self.by.clone(), batch, act: act.clone() }
        };
        let events: Vec<Event> = prepared.acts.iter().map(event).collect();
        let appended = guard.append(&prepared.journal, &events);
        if appended.is_err() {
            prepared.take_back(guard);
        }
        Ok(appended.map(drop)?)
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

/// What was written, and is on the disk.
pub(super) struct Written {
    act: EventId,
    journals: Vec<JournalName>,
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
