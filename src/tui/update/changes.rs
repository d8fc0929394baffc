//! From a deed to the changes that are asked for.

use super::subject::{leaves, period, share};
use crate::domain::{
    Act, Change, Extension, Objection, PeriodStanding, Place, Status, TaskId, TrackedPlan, Update,
};
use crate::tui::state::deed::{Deed, Object};
use crate::tui::state::layer::Subject;
use crate::workspace::Snapshot;

/// The changes that a deed comes to: one for each task that it changes and that it makes sense for; none where that
/// is no task.
///
/// # Errors
/// What is objected, where something is of every task.
pub fn changes(subject: &Subject, deed: &Deed, snapshot: &Snapshot) -> Result<Vec<Change>, Objection> {
    let as_of = snapshot.as_of();
    let mut changes = Vec::new();
    let mut objection = None;
    let leaves = leaves(subject, snapshot);
    let count = leaves.len();
    for (plan, place) in leaves {
        let periods = plan.periods(place, &as_of);
        let Some(period) = period(subject, &periods) else { continue };
        let task = Task { id: plan.task(place).id.clone(), period, beside: count - 1 };
        let Some(act) = task.act(subject, deed) else { continue };
        match plan.check(&act, &as_of) {
            Ok(()) => changes.extend(change(&plan.plan().id, act)),
            Err(reason) => objection = objection.or(Some(reason)),
        }
    }
    match objection.filter(|_| changes.is_empty()) {
        Some(reason) => Err(reason),
        None => Ok(changes),
    }
}

/// One of the tasks, in the period that is acted on.
struct Task<'s> {
    id: TaskId,
    period: &'s PeriodStanding,
    /// So many others are meant at once.
    beside: usize,
}

impl Task<'_> {
    /// What is to be written of it; `None` where that would change nothing. What is closed stays so where several tasks
    /// are set to a status at once.
    fn act(&self, subject: &Subject, deed: &Deed) -> Option<Act> {
        let was = share(subject, self.period);
        let (task, period) = (self.id.clone(), self.period.key.clone());
        let update = Update { task, period, unit: subject.unit.clone(), ..Update::default() };
        let update = match deed {
            Deed::Status(next) if *next == was || self.beside > 0 && was.is_closed() => return None,
            Deed::Status(next) => Update { status: Some(next.clone()), ..update },
            Deed::Reopen if !was.is_closed() => return None,
            Deed::Reopen => Update { status: Some(self.period.reopened(&was)), ..update },
            Deed::Done { .. } if was.is_closed() => return None,
            Deed::Done { evidence } => {
                Update { status: Some(Status::Done), evidence: evidence.clone(), ..update }
            }
            Deed::Note(note) => Update { note: Some(note.clone()), ..update },
            Deed::Percent(percent) => {
                Update { percent: Some(*percent), status: self.period.status_with(*percent), ..update }
            }
            Deed::Extend { to, evidence } => {
                let (task, period) = (update.task, update.period);
                let extension = Extension { task, period, to: *to, evidence: evidence.clone(), note: None };
                return Some(Act::Extend(extension));
            }
        };
        Some(Act::Update(update))
    }
}

fn change(plan: &str, act: Act) -> Option<Change> {
    let plan = plan.to_owned();
    match act {
        Act::Update(update) => Some(Change::Update { plan, update }),
        Act::Extend(extension) => Some(Change::Extend { plan, extension }),
        _ => None,
    }
}

/// What changes are made to, for people.
pub fn object(subject: &Subject, changes: &[Change], snapshot: &Snapshot) -> Object {
    let only = if let [change] = changes { changed(change, snapshot) } else { None };
    let Some((plan, place)) = only else { return Object::Tasks(changes.len()) };
    Object::task(plan.task(place), subject.unit.as_deref())
}

/// The task that a change is of.
fn changed<'s>(change: &Change, snapshot: &'s Snapshot) -> Option<(&'s TrackedPlan, Place)> {
    let (plan, task) = match change {
        Change::Update { plan, update } => (plan, &update.task),
        Change::Extend { plan, extension } => (plan, &extension.task),
        _ => return None,
    };
    let plan = snapshot.plan(plan)?;
    Some((plan, plan.find(task)?))
}
