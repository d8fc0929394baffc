//! Whether a task of a new copy is one that was there before: a person says what the words alone do not.

use std::sync::Arc;

use super::became::Became;
use super::former::{Former, parted};
use super::sheet::{Note, Sheet};
use super::step::Refusal;
use crate::domain::{Plan, Task, TaskId};
use crate::import::Spot;
use crate::import::{Doubt, Finding};

impl Sheet {
    /// The sheet of a new copy of a plan.
    #[must_use]
    pub fn after(self, former: Option<Former>) -> Self {
        Self { former: former.map(Arc::new), ..self }
    }

    /// Whether a task had its id before.
    #[must_use]
    pub fn is_former(&self, id: &TaskId) -> bool {
        self.former.as_ref().is_some_and(|former| former.plan.task(id).is_some())
    }

    /// Whether a task stays only for what was written of it.
    #[must_use]
    pub fn is_dropped(&self, id: &TaskId) -> bool {
        let spot = Spot::Task(id.clone());
        self.notes_on(&spot).any(|note| matches!(note.finding.doubt, Doubt::Dropped { .. }))
    }

    /// Whether it is a new copy of a plan that was there.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.former.is_some()
    }

    /// The former tasks that a task of the new copy may be: those that the copy does not have, and those that have
    /// tasks of their own now, one of which may be what they were.
    #[must_use]
    pub fn dropped(&self) -> Vec<&Task> {
        let Some(former) = &self.former else { return Vec::new() };
        let said = self.renamed(former.copy.clone());
        let is_free = |task: &&Task| match (self.plan.task(&task.id), said.task(&task.id)) {
            (None, None) => true,
            (Some(_), None) => self.is_dropped(&task.id),
            (Some(now), Some(_)) => now.is_group(),
            (None, Some(_)) => false,
        };
        former.plan.leaves().filter(is_free).collect()
    }

    /// What the document says, under the ids that a person gave its tasks.
    #[must_use]
    pub fn renamed(&self, mut reading: Plan) -> Plan {
        for (from, to) in self.renamed_tasks() {
            if let Some(task) = reading.task_mut(from) {
                let former = self.former.as_ref();
                match former.and_then(|former| Some((former, former.plan.task(to)?))) {
                    Some((former, was)) => *task = former.renamed(task, was),
                    None => task.id = to.clone(),
                }
            }
        }
        reading
    }

    /// A task is a former one in other words: what was written of that is written of it.
    pub(super) fn same(&mut self, id: &TaskId, old: &TaskId) -> Result<(), Refusal> {
        let former = self.former.clone().ok_or(Refusal::Gone)?;
        let was = former.plan.task(old).filter(|_| id != old).ok_or(Refusal::Gone)?;
        let task = self.plan.task(id).ok_or(Refusal::Gone)?;
        if !self.dropped().iter().any(|task| task.id == *old) {
            return Err(Refusal::Gone);
        }
        if task.is_group() {
            return Err(Refusal::IsGroup);
        }
        let joined = former.joined(task, was);
        let is_read = self.renamed(former.copy.clone()).task(old).is_some();
        match self.plan.task(old).is_some_and(Task::is_group) {
            true if is_read => self.rename_group(old)?,
            true => return Err(Refusal::IsGroup),
            false => drop(self.edited().take_out(old)),
        }
        *self.edited().task_mut(id).ok_or(Refusal::Gone)? = joined;
        let (here, there) = (Spot::Task(id.clone()), Spot::Task(old.clone()));
        self.notes.retain(|note| note.spot != there && !(note.spot == here && is_asked(&note.finding.doubt)));
        self.notes.iter_mut().filter(|note| note.spot == here).for_each(|note| note.spot = there.clone());
        self.unsure.remove(&there);
        if self.unsure.remove(&here) {
            self.unsure.insert(there.clone());
        }
        self.became.push(Became::Renamed(id.clone(), old.clone()));
        self.checked.insert(there);
        Ok(())
    }

    /// A group gives up the id that it had as a single task, for one of its tasks is what it was.
    fn rename_group(&mut self, id: &TaskId) -> Result<(), Refusal> {
        let fresh = self.make(|maker| (maker.next_id)());
        self.edited().task_mut(id).ok_or(Refusal::Gone)?.id = fresh.clone();
        let (was, is) = (Spot::Task(id.clone()), Spot::Task(fresh.clone()));
        // That it has tasks of its own now was the question, which is answered.
        self.notes.retain(|note| note.spot != was || !matches!(note.finding.doubt, Doubt::Parted { .. }));
        self.notes.iter_mut().filter(|note| note.spot == was).for_each(|note| note.spot = is.clone());
        for spots in [&mut self.unsure, &mut self.checked] {
            if spots.remove(&was) {
                spots.insert(is.clone());
            }
        }
        self.became.push(Became::Renamed(id.clone(), fresh));
        Ok(())
    }

    /// A task is another one than the former of its id, which stands behind it again.
    pub(super) fn anew(&mut self, id: &TaskId) -> Result<(), Refusal> {
        let former = self.former.clone().ok_or(Refusal::Gone)?;
        let was = former.plan.task(id).ok_or(Refusal::Gone)?;
        let task = self.plan.task(id).ok_or(Refusal::Gone)?;
        if was.is_group() || task.is_group() {
            return Err(Refusal::IsGroup);
        }
        let said = self.renamed(former.copy.clone());
        let own = parted(task, was, said.task(id).ok_or(Refusal::NotRead)?);
        let fresh = self.make(|maker| (maker.next_id)());
        *self.edited().task_mut(id).ok_or(Refusal::Gone)? = Task { id: fresh.clone(), ..own };
        self.edited().put_behind(&fresh, Task { lines: None, ..was.clone() })?;
        let (there, here) = (Spot::Task(id.clone()), Spot::Task(fresh.clone()));
        self.notes.retain(|note| note.spot != there || !is_asked(&note.finding.doubt));
        self.notes.iter_mut().filter(|note| note.spot == there).for_each(|note| note.spot = here.clone());
        let doubt = Doubt::Dropped { task: id.clone(), title: was.title.clone() };
        self.notes.push(Note { spot: there.clone(), finding: Finding { lines: None, doubt } });
        if self.unsure.remove(&there) {
            self.unsure.insert(here.clone());
        }
        self.became.push(Became::Renamed(id.clone(), fresh));
        self.checked.remove(&there);
        self.checked.insert(here);
        Ok(())
    }
}

/// Whether it is asked if a task is a former one.
fn is_asked(doubt: &Doubt) -> bool {
    matches!(doubt, Doubt::PerhapsSame { .. } | Doubt::PerhapsNew { .. } | Doubt::Dropped { .. })
}
