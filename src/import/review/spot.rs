//! The places of a draft that a person looks at, and the fields that she corrects there.

use serde::{Deserialize, Serialize};

use super::original::Original;
use crate::domain::{Plan, Task, TaskId};
use crate::import::{Doubt, Finding};

/// A place of a draft.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// A field of the plan itself.
    Head(Field),
    /// A section, by its id.
    Section(String),
    /// A task or group.
    Task(TaskId),
}

/// Something that is corrected in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The printed number, of the plan, a section or a task.
    Number,
    /// The title of any of these.
    Title,
    /// Who issued the plan.
    Issuer,
    /// When.
    Issued,
    /// The years that it is for.
    Year,
    /// When a task is due.
    Time,
    /// Who owes it.
    Units,
    /// What must come out of it.
    Deliverable,
}

impl Field {
    /// Those of the plan itself, in the order in which they are listed.
    pub const HEAD: [Self; 5] = [Self::Number, Self::Title, Self::Issuer, Self::Issued, Self::Year];
}

/// A line of the draft as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub spot: Spot,
    /// How many items stand above it.
    pub depth: usize,
}

/// All places of a plan in the order of the text. What stands in a section without tasks is none.
pub(super) fn rows(plan: &Plan) -> Vec<Row> {
    fn walk(tasks: &[Task], depth: usize, rows: &mut Vec<Row>) {
        for task in tasks {
            rows.push(Row { spot: Spot::Task(task.id.clone()), depth });
            walk(&task.tasks, depth + 1, rows);
        }
    }
    let mut rows: Vec<Row> =
        Field::HEAD.into_iter().map(|field| Row { spot: Spot::Head(field), depth: 0 }).collect();
    for section in &plan.sections {
        rows.push(Row { spot: Spot::Section(section.id.clone()), depth: 0 });
        if section.kind.holds_tasks() {
            walk(&section.tasks, 1, &mut rows);
        }
    }
    rows
}

/// Where a finding belongs.
pub(super) fn of_finding(finding: &Finding, plan: &Plan, original: &Original) -> Spot {
    let field = match &finding.doubt {
        Doubt::NoNumber => Some(Field::Number),
        Doubt::NoDay => Some(Field::Issued),
        Doubt::NoIssuer => Some(Field::Issuer),
        Doubt::AssumedYear(_) => Some(Field::Year),
        Doubt::NoTitle
        | Doubt::NoSections
        | Doubt::NoTasks
        | Doubt::NoReading
        | Doubt::Legacy(_)
        | Doubt::GuessedLabels
        | Doubt::GivenUp(_) => Some(Field::Title),
        Doubt::StillOpen { task, .. } | Doubt::DoneOnce { task, .. } => return Spot::Task(task.clone()),
        Doubt::RepeatedNumber(_)
        | Doubt::DeadlineBeforeIssue(_)
        | Doubt::SameWorkTwice(_)
        | Doubt::MergedItems
        | Doubt::CarriedDown
        | Doubt::MovedByBoth(_)
        | Doubt::TakenAway(_)
        | Doubt::KeptForOwn(_) => None,
    };
    let there = || finding.lines.map(|(first, _)| original.spot(plan, first));
    field.map(Spot::Head).or_else(there).unwrap_or(Spot::Head(Field::Title))
}
