//! What lies over the screen and takes the keys: one thing at a time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{Change, EventId, PeriodKey, When};
use crate::query::{Filter, Reach, UnitNo};
use crate::tui::field::Field;
use crate::workspace::Side;
use crate::workspace::git::Conflict;

use super::deed::{Deed, Former, Object};
use super::list::Bookmark;
use super::review::{Correction, Namesake, Proposed, Same, Seek, Split};
use super::row::RowId;

/// A dialog over the screen.
#[derive(Debug, Clone)]
pub enum Layer {
    /// The list of keys.
    Help(Help),
    /// What can be done, by name.
    Palette(Palette),
    /// The picker of units.
    Units(Picker),
    /// The search, narrowing the list letter by letter.
    Search(Search),
    /// A line of text for the tasks that something is done to.
    Prompt(Prompt),
    /// A question about a change of several tasks.
    Confirm(Question),
    /// A question before an act is taken back that was not done just now.
    TakeBack(TakeBack),
    /// A question before what is not saved is given up.
    GiveUp(GiveUp),
    /// A line for the file that what is not saved is written to.
    WriteOut(Field),
    /// The question whether what an earlier screen could not save is taken up.
    Draft,
    /// What both sides changed, each in its own way.
    Conflicts,
    /// A question before all of it is decided for one side.
    TakeAll(Taking),
    /// A line for the path of a document to review.
    Document(Field),
    /// A line for the plan that a document may be a new copy of.
    Namesake(Namesake),
    /// The question whether a review goes on where it was left.
    TakeUp(Box<Proposed>),
    /// The review of a document.
    Review,
    /// A line for a field of its draft.
    Correct(Correction),
    /// A line for the words of a new task.
    Add(Field),
    /// The sentences of a task that is to be parted.
    Split(Split),
    /// The former tasks that one of its tasks may be.
    Same(Same),
    /// A line for the file that a table is written to.
    Export(Field),
    /// What a new copy changed, and which of it is chosen.
    Changes(usize),
    /// A search in the review.
    Seek(Seek),
    /// A question before a draft is saved in which so many spots are doubtful.
    SaveDoubtful(usize),
}

impl Layer {
    /// The text that is typed into it; `None` where nothing is.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        match self {
            Self::Help(dialog) => Some(&mut dialog.field),
            Self::Palette(dialog) => Some(&mut dialog.field),
            Self::Units(dialog) => Some(&mut dialog.field),
            Self::Search(dialog) => Some(&mut dialog.field),
            Self::Prompt(dialog) => Some(&mut dialog.field),
            Self::Namesake(dialog) => Some(&mut dialog.field),
            Self::Correct(dialog) => Some(&mut dialog.field),
            Self::Seek(dialog) => Some(&mut dialog.field),
            Self::WriteOut(field) | Self::Document(field) | Self::Add(field) | Self::Export(field) => {
                Some(field)
            }
            Self::Confirm(_)
            | Self::TakeBack(_)
            | Self::GiveUp(_)
            | Self::Draft
            | Self::Conflicts
            | Self::TakeAll(_)
            | Self::TakeUp(_)
            | Self::Review
            | Self::Split(_)
            | Self::Same(_)
            | Self::Changes(_)
            | Self::SaveDoubtful(_) => None,
        }
    }
}

/// Conflicts to be decided at once.
#[derive(Debug, Clone)]
pub struct Taking {
    /// All that can be decided here.
    pub chosen: Vec<Conflict>,
    /// For whom.
    pub side: Side,
}

/// The keys, narrowed by what is typed.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What is typed.
    pub field: Field,
    /// The first line shown.
    pub top: usize,
}

/// What can be done that fits what is typed.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// What is typed.
    pub field: Field,
    /// Which of what fits is chosen, as an index.
    pub chosen: usize,
}

/// The units that fit what is typed.
#[derive(Debug, Clone, Default)]
pub struct Picker {
    /// What is typed.
    pub field: Field,
    /// The choice that was moved to; `None` is the best one.
    pub chosen: Option<Choice>,
}

/// A unit to pick, alone or with its collectives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The unit.
    pub unit: UnitNo,
    /// Whether what its collectives are to do counts as well.
    pub reach: Reach,
}

/// The search.
#[derive(Debug, Clone)]
pub struct Search {
    /// What is typed.
    pub field: Field,
    /// The filters to go back to.
    pub before: Filter,
    /// The place in the list to go back to.
    pub place: Bookmark,
}

/// A line that asks for text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Prompt {
    /// For what.
    pub ask: Ask,
    /// For whom.
    pub subject: Subject,
    /// What is typed.
    pub field: Field,
}

impl Prompt {
    /// The line that an earlier screen wrote into its draft; `None` where that was another version.
    #[must_use]
    pub fn of_draft(typed: &serde_json::Value) -> Option<Self> {
        Self::deserialize(typed).ok()
    }
}

/// What a prompt asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The document that shows that it is done; may stay empty.
    Evidence,
    /// A remark.
    Note,
    /// How far, 0 to 100.
    Percent,
    /// The new deadline.
    Extension,
    /// The document that grants this new deadline; may stay empty.
    ExtensionEvidence(When),
}

/// What something is done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Tasks and groups.
    pub rows: Vec<RowId>,
    /// The unit whose share is meant, where it is not the whole.
    pub unit: Option<String>,
    /// The period that is meant, where it is not the earliest open one.
    #[serde(default)]
    pub period: Option<PeriodKey>,
}

/// A question to be answered by yes or no.
#[derive(Debug, Clone)]
pub struct Question {
    /// What would be done.
    pub deed: Deed,
    /// To what.
    pub object: Object,
    /// What a yes does.
    pub changes: Vec<Change>,
    /// The text that was typed for it; a no goes back to it.
    pub typed: Option<Prompt>,
}

/// What happens when what is not saved is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GiveUp {
    /// The program ends.
    Leave,
    /// The screen stays.
    Stay,
    /// The draft of an earlier screen goes; the screen stays.
    ThrowDraftAway,
    /// The review of a document goes, which cannot be kept.
    Review,
    /// An older review of the same document goes: the one that is open is kept in its place.
    OlderReview,
}

/// Whether an act is to be taken back.
#[derive(Debug, Clone)]
pub struct TakeBack {
    /// The act.
    pub act: EventId,
    /// What it was, as far as this program knows.
    pub former: Option<Former>,
    /// The day on which it was written.
    pub day: NaiveDate,
}
