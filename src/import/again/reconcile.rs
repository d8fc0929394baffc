//! A new reading of a document, merged with what persons made of the last one.

use std::collections::{HashMap, HashSet};

use super::carry::{carried, each_list, tasks};
use super::difference::{Difference, differences};
use super::three_way::{Unmerged, merged};
use crate::domain::{Plan, TaskId};
use crate::import::finding::{Doubt, Finding};

/// What a new copy of a plan comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    /// The plan with what the document changed, under the ids that it had.
    pub plan: Plan,
    /// What the document says, under the same ids: what the next copy is compared with.
    pub reading: Plan,
    /// What changes in the plan, in the order of the new text; then what goes.
    pub differences: Vec<Difference>,
    /// Where a person and the document went two ways.
    pub findings: Vec<Finding>,
}

impl Again {
    /// A copy that says nothing new.
    #[must_use]
    pub fn unchanged(plan: &Plan, reading: &Plan) -> Self {
        Self { plan: plan.clone(), reading: reading.clone(), differences: Vec::new(), findings: Vec::new() }
    }
}

/// Brings into a plan what its document changed since it was last read, and nothing else.
///
/// `reading` is what that last reading made of the document: what a person corrected, added, moved or took away since
/// then stays. Where the document changed the very field that a person corrected, the document has the word, since she
/// corrected another wording. Without a `reading` nobody can tell a correction from what the document said: what stands
/// in the plan stays, and only what is new comes in.
///
/// # Errors
/// When the three do not go together; the plan must then stay as it is.
pub fn reconcile(plan: &Plan, reading: Option<&Plan>, draft: &Plan) -> Result<Again, Unmerged> {
    let mut base = reading.unwrap_or(plan).clone();
    base.id.clone_from(&plan.id);
    let copy = carried(&base, plan, draft);
    let mut findings = Vec::new();
    if reading.is_none() {
        base = shared(&copy, plan);
        findings.push(Finding { lines: None, doubt: Doubt::NoReading });
    }
    let lines: HashMap<&TaskId, (u32, u32)> =
        tasks(&copy).into_iter().filter_map(|task| Some((&task.id, task.lines?))).collect();
    // Where a task stands in the file is no wording: a blank line above it changes nothing.
    align(&mut base, &lines);
    let without_source = |plan: &Plan| Plan { source: None, ..plan.clone() };
    if reading.is_some() && without_source(&base) == without_source(&copy) {
        return Ok(Again::unchanged(plan, &copy));
    }
    let mut ours = plan.clone();
    align(&mut ours, &lines);
    let merged = merged(&base, &ours, &copy, &mut findings)?;
    Ok(Again { differences: differences(plan, &merged), plan: merged, reading: copy, findings })
}

/// Of a copy what the plan has as well, from the plan's own source: all that a person may have corrected.
fn shared(copy: &Plan, plan: &Plan) -> Plan {
    let there: HashMap<&TaskId, HashSet<&str>> = tasks(plan)
        .into_iter()
        .map(|task| (&task.id, task.timeline.iter().map(|entry| entry.id.as_str()).collect()))
        .collect();
    let mut shared = Plan { source: plan.source.clone(), ..copy.clone() };
    each_list(&mut shared, &mut |tasks| {
        // A new group gives what it holds of the old tasks to its own holder.
        *tasks = std::mem::take(tasks)
            .into_iter()
            .flat_map(|task| if there.contains_key(&task.id) { vec![task] } else { task.tasks })
            .collect();
        for task in tasks {
            task.timeline.retain(|entry| there[&task.id].contains(entry.id.as_str()));
        }
    });
    shared.sections.retain(|section| {
        !section.tasks.is_empty() || plan.sections.iter().any(|other| other.id == section.id)
    });
    shared
}

/// Gives tasks the lines that they have in the new copy.
fn align(plan: &mut Plan, lines: &HashMap<&TaskId, (u32, u32)>) {
    each_list(plan, &mut |tasks| {
        for task in tasks {
            task.lines = lines.get(&task.id).copied().or(task.lines);
        }
    });
}
