//! Whether a task of a new copy is one that was there before: a person says what the words alone do not.

use std::sync::Arc;

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

    /// The former tasks that a task of the new copy may be: those that the copy does not have.
    #[must_use]
    pub fn dropped(&self) -> Vec<&Task> {
        fn leaves<'t>(tasks: &'t [Task], found: &mut Vec<&'t Task>) {
            for task in tasks {
                if task.is_group() { leaves(&task.tasks, found) } else { found.push(task) }
            }
        }
        let Some(former) = &self.former else { return Vec::new() };
        let mut found = Vec::new();
        former.plan.sections.iter().for_each(|section| leaves(&section.tasks, &mut found));
        let said = self.renamed(former.copy.clone());
        found.retain(|task| self.plan.task(&task.id).is_none() || self.is_dropped(&task.id));
        found.retain(|task| said.task(&task.id).is_none());
        found
    }

    /// What the document says, under the ids that a person gave its tasks.
    #[must_use]
    pub fn renamed(&self, mut reading: Plan) -> Plan {
        for (from, to) in &self.renamed {
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

    /// What the copy calls a spot: a task may have taken another's id since. `None` for what the copy does not have.
    #[must_use]
    pub fn read_as(&self, spot: &Spot) -> Option<Spot> {
        let Spot::Task(id) = spot else { return Some(spot.clone()) };
        let mut called = id;
        for (from, to) in self.renamed.iter().rev() {
            if called == to {
                called = from;
            } else if called == from {
                return None;
            }
        }
        Some(Spot::Task(called.clone()))
    }

    /// A task is a former one in other words: what was written of that is written of it.
    pub(super) fn same(&mut self, id: &TaskId, old: &TaskId) -> Result<(), Refusal> {
        let former = self.former.clone().ok_or(Refusal::Gone)?;
        let was = former.plan.task(old).filter(|_| id != old).ok_or(Refusal::Gone)?;
        let task = self.plan.task(id).ok_or(Refusal::Gone)?;
        if !self.dropped().iter().any(|task| task.id == *old) {
            return Err(Refusal::Gone);
        }
        if task.is_group() || self.plan.task(old).is_some_and(Task::is_group) {
            return Err(Refusal::IsGroup);
        }
        let joined = former.joined(task, was);
        self.edited().take_out(old);
        *self.edited().task_mut(id).ok_or(Refusal::Gone)? = joined;
        let (here, there) = (Spot::Task(id.clone()), Spot::Task(old.clone()));
        self.notes.retain(|note| note.spot != there && !(note.spot == here && is_asked(&note.finding.doubt)));
        self.notes.iter_mut().filter(|note| note.spot == here).for_each(|note| note.spot = there.clone());
        self.unsure.remove(&there);
        if self.unsure.remove(&here) {
            self.unsure.insert(there.clone());
        }
        self.renamed.push((id.clone(), old.clone()));
        self.checked.insert(there);
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
        self.renamed.push((id.clone(), fresh));
        self.checked.remove(&there);
        self.checked.insert(here);
        Ok(())
    }
}

/// Whether it is asked if a task is a former one.
fn is_asked(doubt: &Doubt) -> bool {
    matches!(doubt, Doubt::PerhapsSame { .. } | Doubt::PerhapsNew { .. } | Doubt::Dropped { .. })
}
