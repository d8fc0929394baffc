//! The three-way merge of what was read, what stands, and what is read now; and who has the word where two went two ways.

use std::collections::{HashMap, HashSet};

use super::carry::{each_list, tasks};
use super::difference::of_task;
use crate::domain::document::{Conflict, EditError, Merged, Place, Thing, apply, merge};
use crate::domain::{Edit, Plan, Task, TaskId};
use crate::import::finding::{Doubt, Finding};

/// Why a copy cannot be merged with a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unmerged {
    /// Both nested the same tasks in opposite ways.
    #[error("the two hold each other's tasks in opposite ways")]
    Tied,
    /// A field of the document fits nowhere.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// What came out is no plan.
    #[error("what comes out is no plan: {0}")]
    NoPlan(String),
}

impl From<serde_json::Error> for Unmerged {
    fn from(error: serde_json::Error) -> Self {
        Self::NoPlan(error.to_string())
    }
}

/// Merges a plan with a copy of its document, both come from `base`.
///
/// Of a field that both changed the document has the word; of where a task stands, and whether it is there at all, the
/// person. What the document dropped goes, though a person corrected it, unless something else stands in it.
///
/// # Errors
/// When the three do not go together.
pub fn merged(base: &Plan, ours: &Plan, copy: &Plan, findings: &mut Vec<Finding>) -> Result<Plan, Unmerged> {
    let [was, is, will_be] = [base, ours, copy].map(serde_json::to_value);
    let Merged { mut value, conflicts } = merge(&was?, &is?, &will_be?);
    let Disputes { fields, moved, gone } = Disputes::of(conflicts)?;
    fields.iter().try_for_each(|edit| apply(&mut value, edit))?;
    let mut plan: Plan = serde_json::from_value(value)?;
    let mut say = |doubt: Doubt| findings.push(Finding { lines: None, doubt });
    for (holder, after, task) in places(ours).iter().filter(|(.., task)| moved.contains(&task.id)) {
        put(&mut plan, holder, *after, &task.id);
        say(Doubt::MovedByBoth(task.title.clone()));
    }
    remove(&mut plan, &gone, [ours, copy]);
    let stays = |thing: Thing| gone.contains(&thing);
    for task in tasks(&plan).into_iter().filter(|task| stays(Thing::Task(task.id.to_string()))) {
        say(Doubt::KeptForOwn(task.title.clone()));
    }
    for section in plan.sections.iter().filter(|section| stays(Thing::Section(section.id.clone()))) {
        say(Doubt::KeptForOwn(section.title.clone()));
    }
    taken_away([base, ours, copy, &plan]).for_each(|title| say(Doubt::TakenAway(title)));
    Ok(plan)
}

/// What both sides changed, each in its own way.
#[derive(Default)]
struct Disputes {
    /// Fields, as the document has them.
    fields: Vec<Edit>,
    /// Tasks that stand in two places.
    moved: HashSet<TaskId>,
    /// Things that one side removed and the other changed.
    gone: HashSet<Thing>,
}

impl Disputes {
    fn of(conflicts: Vec<Conflict>) -> Result<Self, Unmerged> {
        let mut disputes = Self::default();
        for conflict in conflicts {
            let held = conflict.held().cloned();
            let Conflict { at, ours, theirs, .. } = conflict;
            let Place { thing, field } = Place::from(at.as_str());
            match thing {
                _ if !field.is_empty() => {
                    disputes.fields.push(Edit { at, old: held, new: theirs, ..Edit::default() });
                }
                Thing::Document => return Err(Unmerged::Tied),
                thing if ours.is_none() || theirs.is_none() => drop(disputes.gone.insert(thing)),
                thing => drop(disputes.moved.insert(thing.id().into())),
            }
        }
        Ok(disputes)
    }
}

/// A task with its holder and the sibling before it.
pub(super) type Held<'p> = (Thing, Option<&'p TaskId>, &'p Task);

/// All tasks of a plan where they stand; holders before what they hold.
pub(super) fn places(plan: &Plan) -> Vec<Held<'_>> {
    fn collect<'t>(holder: &Thing, tasks: &'t [Task], all: &mut Vec<Held<'t>>) {
        let mut after = None;
        for task in tasks {
            all.push((holder.clone(), after.replace(&task.id), task));
            collect(&Thing::Task(task.id.to_string()), &task.tasks, all);
        }
    }
    let mut all = Vec::new();
    for section in &plan.sections {
        collect(&Thing::Section(section.id.clone()), &section.tasks, &mut all);
    }
    all
}

/// Puts a task into a holder behind a sibling; where the holder is gone, it stays where it stands.
fn put(plan: &mut Plan, holder: &Thing, after: Option<&TaskId>, id: &TaskId) {
    let mut others = plan.clone();
    let mut taken = None;
    each_list(&mut others, &mut |tasks| {
        let at = tasks.iter().position(|task| task.id == *id);
        taken = taken.take().or(at.map(|at| tasks.remove(at)));
    });
    if let (Some(task), Some(list)) = (taken, list_in(&mut others, holder)) {
        let before = after.and_then(|after| list.iter().position(|task| task.id == *after));
        list.insert(before.map_or(0, |at| at + 1), task);
        *plan = others;
    }
}

/// The tasks right under a section or a task.
pub(super) fn list_in<'p>(plan: &'p mut Plan, holder: &Thing) -> Option<&'p mut Vec<Task>> {
    fn under<'t>(tasks: &'t mut [Task], id: &str) -> Option<&'t mut Vec<Task>> {
        tasks.iter_mut().find_map(|task| {
            if task.id.as_str() == id { Some(&mut task.tasks) } else { under(&mut task.tasks, id) }
        })
    }
    let mut sections = plan.sections.iter_mut();
    match holder {
        Thing::Section(id) => sections.find(|section| section.id == *id).map(|section| &mut section.tasks),
        Thing::Task(id) => sections.find_map(|section| under(&mut section.tasks, id)),
        _ => None,
    }
}

/// Takes out what one side removed although the other changed it. What holds something else stays, with its times.
fn remove(plan: &mut Plan, gone: &HashSet<Thing>, sides: [&Plan; 2]) {
    let mut whole: HashMap<&TaskId, &Task> = HashMap::new();
    for task in sides.into_iter().flat_map(tasks) {
        whole.entry(&task.id).or_insert(task);
    }
    each_list(plan, &mut |tasks| {
        tasks.retain(|task| task.is_group() || !gone.contains(&Thing::Task(task.id.to_string())));
        for task in tasks {
            let entry = |id: &str| Thing::Entry { task: task.id.to_string(), id: id.to_owned() };
            if let Some(whole) =
                whole.get(&task.id).filter(|_| gone.contains(&Thing::Task(task.id.to_string())))
            {
                task.timeline.clone_from(&whole.timeline);
            } else {
                task.timeline.retain(|time| !gone.contains(&entry(&time.id)));
            }
        }
    });
    plan.sections
        .retain(|section| !section.tasks.is_empty() || !gone.contains(&Thing::Section(section.id.clone())));
}

/// The titles of what a person took away, where the document changed more of it than its number.
fn taken_away([base, ours, copy, merged]: [&Plan; 4]) -> impl Iterator<Item = String> {
    let ids = |plan: &Plan| tasks(plan).into_iter().map(|task| task.id.clone()).collect::<HashSet<_>>();
    let (there, stay) = (ids(ours), ids(merged));
    let read: HashMap<&TaskId, &Task> = tasks(base).into_iter().map(|task| (&task.id, task)).collect();
    let changed = |task: &&Task| read.get(&task.id).is_some_and(|before| !of_task(before, task).is_empty());
    let away = tasks(copy).into_iter().filter(|task| !there.contains(&task.id) && !stay.contains(&task.id));
    away.filter(changed).map(|task| task.title.clone()).collect::<Vec<_>>().into_iter()
}
