//! What is to be written to one journal and to the file that it belongs to; a list of changes sorted so.

use std::collections::BTreeMap;

use serde_json::value::{RawValue, to_raw_value};

use super::WorkspaceError;
use crate::domain::document::{Place, Thing};
use crate::domain::{Act, Change, Edit, Edits, Plan};
use crate::store::{JournalName, PlanId};

/// What is to be written to one journal, and to the file that it belongs to.
#[derive(Debug, Default)]
pub struct Writing {
    /// Places of the file that change.
    pub edits: Vec<Edit>,
    /// What the plan's document says, when it was read again.
    pub reading: Option<Box<RawValue>>,
    /// What the journal is told, a line each.
    pub acts: Vec<Act>,
}

impl Writing {
    /// Whether it takes an act back, or brings one again.
    pub fn is_undo(&self) -> bool {
        self.acts.iter().any(|act| matches!(act, Act::Undo(_)))
    }
}

/// Sorts changes by journal. All edits of a file are one line, before the news of its tasks.
///
/// # Errors
/// When a change names a plan by what is no plan's id.
pub fn sort(changes: Vec<Change>) -> Result<Vec<(JournalName, Writing)>, WorkspaceError> {
    let mut writings: BTreeMap<JournalName, Writing> = BTreeMap::new();
    for change in changes {
        let writing = writings.entry(journal_of(&change)?).or_default();
        match change {
            Change::Update { update, .. } => writing.acts.push(Act::Update(update)),
            Change::Extend { extension, .. } => writing.acts.push(Act::Extend(extension)),
            Change::Remind { reminder, .. } => writing.acts.push(Act::Remind(reminder)),
            Change::AddPlan(plan) => writing.edits.push(addition(&plan)?),
            Change::ReadAgain { edits, reading, .. } => {
                writing.edits.extend(edits);
                writing.reading = Some(to_raw_value(&reading).map_err(WorkspaceError::json)?);
            }
            Change::EditPlan { edits, .. } | Change::EditUnits(edits) => writing.edits.extend(edits),
        }
    }
    for writing in writings.values_mut().filter(|writing| !writing.edits.is_empty()) {
        let edits = Edits::of(&writing.edits).map_err(WorkspaceError::json)?;
        writing.acts.insert(0, Act::Edit(edits.with_reading(writing.reading.take())));
    }
    Ok(writings.into_iter().filter(|(_, writing)| !writing.acts.is_empty()).collect())
}

fn journal_of(change: &Change) -> Result<JournalName, WorkspaceError> {
    let Some(plan) = change.plan() else { return Ok(JournalName::Units) };
    let id =
        plan.parse::<PlanId>().map_err(|source| WorkspaceError::PlanId { id: plan.to_owned(), source })?;
    Ok(JournalName::Plan(id))
}

/// A plan that comes in is an edit of the whole document, which was not there.
fn addition(plan: &Plan) -> Result<Edit, WorkspaceError> {
    let document = serde_json::to_value(plan).map_err(WorkspaceError::json)?;
    Ok(Edit { at: Place::of(Thing::Document).to_string(), new: Some(document), ..Edit::default() })
}
