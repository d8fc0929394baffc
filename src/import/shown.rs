//! What a finished draft shows by itself to be doubtful.

use std::collections::HashMap;

use super::finding::{Doubt, Finding};
use super::numbering;
use super::spot::{Field, Spot};
use super::times::{self, Years};
use super::trace::Traces;
use crate::domain::{Outline, Plan, Task, When};
use crate::text::fold;

/// What a finished draft shows by itself to be doubtful.
pub(super) fn of_plan(plan: &Plan, traces: &Traces, years: Years) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut missing = |is_missing: bool, doubt: Doubt| {
        if is_missing {
            findings.push(Finding { lines: None, doubt });
        }
    };
    let tasks: Vec<&Task> = plan.leaves().collect();
    missing(plan.title.is_empty(), Doubt::NoTitle);
    missing(plan.issuer.is_empty(), Doubt::NoIssuer);
    missing(plan.sections.is_empty(), Doubt::NoSections);
    missing(!plan.sections.is_empty() && tasks.is_empty(), Doubt::NoTasks);
    findings.extend(numbering::doubts(plan, traces));
    findings.extend(unread_times(plan, traces, years));
    findings.extend(early_deadlines(plan, &tasks));
    findings.extend(told_twice(&tasks));
    findings
}

/// What is written like a time in the own words of tasks of which no time was read, or is a time that no calendar has.
fn unread_times(plan: &Plan, traces: &Traces, years: Years) -> Vec<Finding> {
    let outline = Outline::of(plan);
    let tasks = (0..outline.nodes().len()).map(|place| outline.task(plan, place));
    let unread = |task: &Task| {
        let wording = times::unread(&task.text, years)?;
        let lines = traces.lines(&Spot::Task(task.id.clone()), Field::Title).pop().or(task.lines);
        Some(Finding { lines, doubt: Doubt::UnreadTime(wording) })
    };
    let wrong = |task: &Task| {
        let mut pending = task.timeline.iter().filter(|entry| entry.when == When::Pending);
        let wording = pending.find_map(|entry| times::impossible(&entry.text))?;
        let lines = traces.lines(&Spot::Task(task.id.clone()), Field::Time).pop().or(task.lines);
        Some(Finding { lines, doubt: Doubt::UnreadTime(wording) })
    };
    tasks.filter_map(|task| if task.timeline.is_empty() { unread(task) } else { wrong(task) }).collect()
}

/// Deadlines whose last day on time lies before the first possible day of issue.
fn early_deadlines(plan: &Plan, tasks: &[&Task]) -> Vec<Finding> {
    let Some(issued) = plan.issued else { return Vec::new() };
    let late = |task: &&Task| {
        let early = task.timeline.iter().find(|entry| {
            let occurrences = entry.when.occurrences(plan.term(), false);
            !occurrences.is_empty()
                && occurrences.iter().all(|o| o.last.is_some_and(|last| last < issued.first()))
        })?;
        Some(Finding { lines: task.lines, doubt: Doubt::DeadlineBeforeIssue(early.text.clone()) })
    };
    tasks.iter().filter_map(late).collect()
}

/// Tasks whose whole wording stood in an earlier one.
fn told_twice(tasks: &[&Task]) -> Vec<Finding> {
    const TELLING: usize = 24;
    let mut first: HashMap<String, u32> = HashMap::new();
    let mut findings = Vec::new();
    for task in tasks {
        let (wording, line) = (fold(&task.text), task.lines.map_or(0, |lines| lines.0));
        if wording.chars().count() < TELLING {
            continue;
        }
        match first.get(&wording) {
            Some(earlier) => {
                findings.push(Finding { lines: task.lines, doubt: Doubt::SameWorkTwice(*earlier) });
            }
            None => {
                first.insert(wording, line);
            }
        }
    }
    findings
}
