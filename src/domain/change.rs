//! What somebody wants done: the one currency of every edit, from a key, a command, an import or an undo.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::event::{Extension, Reminder, Update};
use super::plan::Plan;

/// One wish. A list of them is committed whole or not at all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// News of a task.
    Update {
        /// The plan's id.
        plan: String,
        /// The news.
        update: Update,
    },
    /// A deadline moves.
    Extend {
        /// The plan's id.
        plan: String,
        /// The new deadline.
        extension: Extension,
    },
    /// A unit was reminded.
    Remind {
        /// The plan's id.
        plan: String,
        /// Of what.
        reminder: Reminder,
    },
    /// A plan comes in; its id is free, or the commit fails.
    AddPlan(Box<Plan>),
    /// Places of a plan change.
    EditPlan {
        /// The plan's id.
        plan: String,
        /// What changes, in order.
        edits: Vec<Edit>,
    },
    /// A plan's document was read again.
    ReadAgain {
        /// The plan's id.
        plan: String,
        /// What changes, in order.
        edits: Vec<Edit>,
        /// What the document says now, under the ids that the plan has.
        reading: Box<Plan>,
    },
    /// Places of the directory of units change.
    EditUnits(Vec<Edit>),
}

impl Change {
    /// The plan that it concerns; `None` for the directory.
    #[must_use]
    pub fn plan(&self) -> Option<&str> {
        match self {
            Self::Update { plan, .. }
            | Self::Extend { plan, .. }
            | Self::Remind { plan, .. }
            | Self::EditPlan { plan, .. }
            | Self::ReadAgain { plan, .. } => Some(plan),
            Self::AddPlan(plan) => Some(&plan.id),
            Self::EditUnits(_) => None,
        }
    }
}
