//! The rows of a draft, and on which of them a finding belongs.

use super::original::spot_in;
use crate::domain::{Plan, Task, Walk};
use crate::import::{Doubt, Field, Finding, Lines, Spot};

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
    let head = |field| Row { spot: Spot::Head(field), depth: 0 };
    let told =
        |fields: &[Field]| fields.iter().copied().filter(|field| tells(plan, *field)).collect::<Vec<_>>();
    let mut rows: Vec<Row> = Field::HEAD.into_iter().chain(told(&Field::OPENING)).map(head).collect();
    for section in &plan.sections {
        rows.push(Row { spot: Spot::Section(section.id.clone()), depth: 0 });
        if section.kind.holds_tasks() {
            let row =
                |(depth, task): (usize, &Task)| Row { spot: Spot::Task(task.id.clone()), depth: depth + 1 };
            rows.extend(Walk::over(&section.tasks).map(row));
        }
    }
    rows.extend(told(&Field::CLOSING).into_iter().map(head));
    rows
}

/// Whether a plan says anything of what not every plan does.
fn tells(plan: &Plan, field: Field) -> bool {
    match field {
        Field::Place => plan.place.is_some(),
        Field::Bases => !plan.bases.is_empty(),
        Field::Relations => !plan.relations.is_empty(),
        Field::Recipients => !plan.recipients.is_empty(),
        Field::Signatory => plan.signatory.is_some(),
        _ => true,
    }
}

/// Where a finding belongs, in a draft whose spots have these lines.
pub(super) fn of_finding(finding: &Finding, places: &[(Lines, Spot)]) -> Spot {
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
        Doubt::StillOpen { task, .. }
        | Doubt::DoneOnce { task, .. }
        | Doubt::Dropped { task, .. }
        | Doubt::Parted { task, .. }
        | Doubt::PerhapsSame { task, .. }
        | Doubt::PerhapsNew { task, .. } => return Spot::Task(task.clone()),
        Doubt::Guessed(spot, _) => return spot.clone(),
        Doubt::RepeatedNumber(_)
        | Doubt::NumberTwice { .. }
        | Doubt::NumberSkipped { .. }
        | Doubt::UnreadTime(_)
        | Doubt::NobodysTime(_)
        | Doubt::DeadlineBeforeIssue(_)
        | Doubt::SameWorkTwice(_)
        | Doubt::MergedItems
        | Doubt::CarriedDown
        | Doubt::Misread { .. }
        | Doubt::UnreadTable(_)
        | Doubt::UnreadAppendix(_)
        | Doubt::MovedByBoth(_)
        | Doubt::ChangedByBoth { .. }
        | Doubt::TakenAway(_)
        | Doubt::KeptForOwn(_)
        | Doubt::Untimed { .. } => None,
    };
    let there = || finding.lines.map(|(first, _)| spot_in(places, first));
    field.map(Spot::Head).or_else(there).unwrap_or(Spot::Head(Field::Title))
}
