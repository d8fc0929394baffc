//! What a person does to a draft, and why something cannot be done.

use serde::{Deserialize, Serialize};

use crate::domain::{SectionKind, Stays, TaskId};
use crate::import::{Field, Spot};

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// This spot is right as it stands.
    Check(Spot),
    /// All these spots are right as they stand.
    CheckAll(Vec<Spot>),
    /// What is proposed about each doubt of this code is right, where one step carries it out.
    Remedies(String),
    /// A field says this.
    Correct(Spot, Field, String),
    /// A task worded so stands behind this one, or first in this section.
    Add(Spot, String),
    /// A task is the end of the one above it in the text.
    Merge(TaskId),
    /// A task is two: the second begins at this byte of its wording.
    Split(TaskId, usize),
    /// A task stands beside its group.
    Promote(TaskId),
    /// A task belongs under the one before it.
    Demote(TaskId),
    /// A section or a task with all under it is no part of the plan.
    Drop(Spot),
    /// A task of a new copy is this former one in other words.
    Same(TaskId, TaskId),
    /// A task is another one than the former one whose id it has.
    Anew(TaskId),
    /// A section is of another kind.
    Kind(String, SectionKind),
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Everything would be as it is.
    Unchanged,
    /// What it is about is not there.
    Gone,
    /// The tree has no such place.
    Stays(Stays),
    /// There is no such field here.
    NoField,
    /// A plan, section or task has to be called something.
    NoTitle,
    /// A day or month was expected.
    NoDay,
    /// No calendar has such a day, month or quarter.
    NoSuchDay,
    /// A year was expected, or the first and the last of several.
    NoYear,
    /// The section is of a kind that holds no tasks.
    NoTasks,
    /// The plan itself cannot be dropped.
    IsHead,
    /// The wording cannot be parted there.
    NoPlace,
    /// Others stand under it, and this is for single tasks.
    IsGroup,
    /// The document does not have it: a person wrote it.
    NotRead,
}

impl From<Stays> for Refusal {
    fn from(stays: Stays) -> Self {
        if stays == Stays::Gone { Self::Gone } else { Self::Stays(stays) }
    }
}
