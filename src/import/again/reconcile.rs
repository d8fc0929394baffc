//! A new reading of a document, merged with what persons made of the last one.

use std::collections::{HashMap, HashSet};

use super::carry::{carried, tasks};
use super::difference::{Difference, differences};
use crate::domain::document::{Merged, Place, Thing, apply, merge};
use crate::domain::{Edit, Plan, Task, TaskId};

/// What a new copy of a plan comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    /// The plan with what the document changed, under the ids that it had.
    pub plan: Plan,
    /// What changes in the plan, in the order of the new text; then what goes.
    pub differences: Vec<Difference>,
}

/// Brings into a plan what its document changed since it was last read, and nothing else.
///
/// `reading` is what that last reading made of the document, where it is known: what a person corrected, added, moved or
/// took away since then stays. Where the document changed the very field that a person corrected, the document has the
/// word, since she corrected another wording. Without a `reading`, the plan is taken for it, but for the tasks that have
/// no lines in the document.
#[must_use]
pub fn reconcile(plan: &Plan, reading: Option<&Plan>, draft: &Plan) -> Again {
    let mut reading = reading.cloned().unwrap_or_else(|| without_own(plan));
    reading.id.clone_from(&plan.id);
    let copy = carried(&reading, plan, draft);
    let lines: HashMap<&TaskId, (u32, u32)> =
        tasks(&copy).into_iter().filter_map(|task| Some((&task.id, task.lines?))).collect();
    // Where a task stands in the file is no wording: a blank line above it changes nothing.
    align(&mut reading, &lines);
    if (Plan { source: None, ..reading.clone() }) == (Plan { source: None, ..copy.clone() }) {
        return Again { plan: plan.clone(), differences: Vec::new() };
    }
    let mut ours = plan.clone();
    align(&mut ours, &lines);
    let merged = merged(&reading, &ours, &copy).unwrap_or(copy);
    Again { differences: differences(plan, &merged), plan: merged }
}

/// The plan as a document may have had it: without the tasks that a person added, but with what she put under them.
fn without_own(plan: &Plan) -> Plan {
    fn kept(tasks: Vec<Task>) -> Vec<Task> {
        tasks.into_iter().flat_map(kept_of).collect()
    }
    fn kept_of(mut task: Task) -> Vec<Task> {
        task.tasks = kept(task.tasks);
        if task.lines.is_none() { task.tasks } else { vec![task] }
    }
    let mut plan = plan.clone();
    plan.sections.iter_mut().for_each(|section| section.tasks = kept(std::mem::take(&mut section.tasks)));
    plan
}

/// Gives tasks the lines that they have in the new copy.
fn align(plan: &mut Plan, lines: &HashMap<&TaskId, (u32, u32)>) {
    each_list(plan, &mut |tasks| {
        for task in tasks {
            task.lines = lines.get(&task.id).copied().or(task.lines);
        }
    });
}

/// Calls for each list of tasks, those of a task before the one that it stands in.
fn each_list(plan: &mut Plan, change: &mut impl FnMut(&mut Vec<Task>)) {
    fn walk(tasks: &mut Vec<Task>, change: &mut impl FnMut(&mut Vec<Task>)) {
        for task in tasks.iter_mut() {
            walk(&mut task.tasks, change);
        }
        change(tasks);
    }
    plan.sections.iter_mut().for_each(|section| walk(&mut section.tasks, change));
}

/// The three-way merge of what was read, what stands, and what is read now.
fn merged(reading: &Plan, plan: &Plan, copy: &Plan) -> Option<Plan> {
    let json = |plan: &Plan| serde_json::to_value(plan).ok();
    let Merged { mut value, conflicts } = merge(&json(reading)?, &json(plan)?, &json(copy)?);
    let mut gone = HashSet::new();
    for conflict in conflicts {
        let Place { thing, field } = Place::from(conflict.at.as_str());
        if field.is_empty() && thing != Thing::Document {
            gone.extend(conflict.theirs.is_none().then_some(thing));
        } else {
            let edit = Edit { at: conflict.at, old: conflict.base, new: conflict.theirs, ..Edit::default() };
            apply(&mut value, &edit).ok()?;
        }
    }
    let mut plan = serde_json::from_value(value).ok()?;
    remove(&mut plan, &gone);
    Some(plan)
}

/// Takes out what the document dropped although a person had corrected it; what holds something else stays.
fn remove(plan: &mut Plan, gone: &HashSet<Thing>) {
    each_list(plan, &mut |tasks| {
        for task in tasks.iter_mut() {
            let entry = |id: &str| Thing::Entry { task: task.id.to_string(), id: id.to_owned() };
            task.timeline.retain(|time| !gone.contains(&entry(&time.id)));
        }
        tasks.retain(|task| task.is_group() || !gone.contains(&Thing::Task(task.id.to_string())));
    });
    plan.sections
        .retain(|section| !section.tasks.is_empty() || !gone.contains(&Thing::Section(section.id.clone())));
}
