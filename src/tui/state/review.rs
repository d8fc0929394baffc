//! A draft under review, of a document or of next year's plan: in a person's hands, and where she looks.

use crate::domain::{Status, TaskId};
use crate::import::again::Difference;
use crate::import::review::{Field, Forerunner, Review, Row, Sheet, Spot};
use crate::import::{Lines, Trace};
use crate::tui::field;
use crate::workspace::{KeptReview, LeftReview, Proposal, Recognised, Wanted};

/// What is under review.
#[derive(Debug, Clone)]
pub struct Desk {
    /// What was asked for.
    pub wanted: Wanted,
    /// What the workspace proposed; its plan is that of the first sheet.
    pub proposal: Proposal,
    /// The draft as corrected.
    pub review: Review,
    /// The pane that the keys go to.
    pub pane: Pane,
    /// Where the cursor stands in the draft.
    pub at: Spot,
    /// The field of the task under the cursor whose lines are shown; all of them without one.
    pub field: Option<Field>,
    /// The line of the document that it stands on, from 1.
    pub line: usize,
    /// The first rows shown of the draft and of the document.
    pub top: Top,
    /// What is under way.
    pub stage: Stage,
    /// Whether it was taken up from where it was left.
    pub is_taken_up: bool,
    /// Whether it begins anew although an older review of the same is kept.
    pub is_begun_anew: bool,
    /// What was searched for last.
    pub sought: String,
}

/// One of the two panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The draft.
    Draft,
    /// The document.
    Document,
}

/// The first rows shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Top {
    /// Of the draft: an index.
    pub row: usize,
    /// Of the document: an index.
    pub line: usize,
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing: it may be corrected.
    Open,
    /// It is being saved.
    Saving,
    /// It is being kept, to be left.
    Leaving,
}

/// What was drafted, and what an earlier review left of it.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// As it was asked for.
    pub wanted: Wanted,
    /// What came of it.
    pub proposal: Proposal,
    /// Its draft.
    pub sheet: Sheet,
    /// What was left.
    pub kept: Option<KeptReview>,
}

/// A document that may be a new copy of plans that are there.
#[derive(Debug, Clone)]
pub struct Namesake {
    /// As it was asked for.
    pub wanted: Wanted,
    /// Their ids.
    pub ids: Vec<String>,
    /// The id that is typed.
    pub field: field::Field,
}

/// A field that is being corrected.
#[derive(Debug, Clone)]
pub struct Correction {
    /// Where.
    pub spot: Spot,
    /// Which.
    pub what: Field,
    /// What is typed.
    pub field: field::Field,
    /// What was filled in last of the units that are known, to go on to the next.
    pub filled: Option<Filled>,
}

/// A known name that was filled in for what was typed.
#[derive(Debug, Clone)]
pub struct Filled {
    /// What stood before it.
    pub before: String,
    /// What was typed of it.
    pub typed: String,
    /// Which of the names that fit.
    pub at: usize,
}

/// A search in the review.
#[derive(Debug, Clone)]
pub struct Seek {
    /// What is typed.
    pub field: field::Field,
    /// Where the cursor stood.
    pub from: Spot,
    /// In which line of the document.
    pub line: usize,
}

/// A task that is to be parted.
#[derive(Debug, Clone)]
pub struct Split {
    /// The task.
    pub spot: Spot,
    /// Its wording.
    pub wording: String,
    /// The bytes at which a second one may begin.
    pub places: Vec<usize>,
    /// Which of these is chosen.
    pub chosen: usize,
}

/// The former tasks that one may be.
#[derive(Debug, Clone)]
pub struct Same {
    /// The task.
    pub task: TaskId,
    /// The former ones, each with its number and title.
    pub choices: Vec<(TaskId, String)>,
    /// Which of these is chosen.
    pub chosen: usize,
}

impl Desk {
    /// A desk with a draft that nobody has looked at.
    #[must_use]
    pub fn new(proposed: Proposed) -> Self {
        let Proposed { wanted, proposal, sheet, kept } = proposed;
        Self {
            wanted,
            proposal,
            review: Review::new(sheet),
            pane: Pane::Draft,
            at: Spot::Head(Field::Number),
            field: None,
            line: 1,
            top: Top::default(),
            stage: Stage::Open,
            is_taken_up: false,
            is_begun_anew: kept.is_some(),
            sought: String::new(),
        }
    }

    /// A desk as it was left.
    #[must_use]
    pub fn taken_up(proposed: Proposed, kept: KeptReview) -> Self {
        let LeftReview { proposal, review, cursor } = proposed.proposal.clone().taken_up(kept);
        let desk = Self { proposal, review, is_taken_up: true, is_begun_anew: false, ..Self::new(proposed) };
        let is_there = |at: &Spot| desk.rows().iter().any(|row| row.spot == *at);
        match cursor.filter(is_there) {
            Some(at) => Self { at, ..desk },
            None => desk,
        }
    }

    /// What is kept of it when it is left.
    #[must_use]
    pub fn left(&self) -> LeftReview {
        let (proposal, review) = (self.proposal.clone(), self.review.clone());
        LeftReview { proposal, review, cursor: Some(self.at.clone()) }
    }

    /// The rows of the draft.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        self.review.sheet().rows()
    }

    /// The index of the cursor's row.
    #[must_use]
    pub fn row(&self) -> usize {
        self.rows().iter().position(|row| row.spot == self.at).unwrap_or(0)
    }

    /// The stretches of the document that the cursor's row was read from, or its field that is looked at.
    #[must_use]
    pub fn lines(&self) -> Vec<Lines> {
        let (sheet, original) = (self.review.sheet(), &self.proposal.original);
        let field = if let Spot::Head(field) = self.at { Some(field) } else { self.field };
        let told = field.map(|field| self.traces(field)).unwrap_or_default();
        let told: Vec<Lines> = told.iter().filter_map(|trace| trace.lines).collect();
        let all = || original.lines_of(&sheet.plan, &self.at).into_iter().collect();
        let lines = if told.is_empty() { all() } else { told };
        let doubtful = || sheet.notes_on(&self.at).find_map(|note| note.finding.lines).into_iter().collect();
        if lines.is_empty() { doubtful() } else { lines }
    }

    /// The fields of the task under the cursor that the document tells, in the order in which they are looked through.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        Field::TASK.into_iter().filter(|field| !self.traces(*field).is_empty()).collect()
    }

    /// Where the document tells a field of the cursor's row, and how sure that is: of a task that holds another's words,
    /// where both were read.
    #[must_use]
    pub fn traces(&self, field: Field) -> Vec<Trace> {
        let read_as = self.review.sheet().read_as(&self.at);
        let traces = &self.proposal.original.traces;
        read_as.iter().flat_map(|spot| traces.of(spot, field)).copied().collect()
    }

    /// How a task stood in last year's plan; `None` for one of a document, and for a group.
    #[must_use]
    pub fn stood(&self, task: &TaskId) -> Option<&Status> {
        let Forerunner::LastYear(last) = &self.proposal.original.forerunner else { return None };
        last.status(last.lines_of(task)?.0)
    }

    /// What the document changed of the plan that it is a new copy of; none for a new one.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        if let Recognised::Again(differences) = &self.proposal.recognised { differences } else { &[] }
    }

    /// The spots in which something is doubtful that nobody has looked at.
    #[must_use]
    pub fn doubtful(&self) -> Vec<Spot> {
        let sheet = self.review.sheet();
        let spots = sheet.rows().into_iter().map(|row| row.spot);
        spots.filter(|spot| sheet.is_doubtful(spot)).collect()
    }

    /// Whether something would be lost if it were left now.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        self.is_taken_up || self.review.is_changed()
    }
}
