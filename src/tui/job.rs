//! What the screen asks of the workspace, and what comes back.

use std::sync::Arc;

use crate::domain::{Change, Event, EventId};
use crate::locale::Lang;
use crate::query::Index;
use crate::tui::state::review::Proposed;
use crate::workspace::git::Conflict;
use crate::workspace::{
    Changed, Chased, Kept, LeftBehind, LeftReview, Proposal, Side, Snapshot, TakenBack, Wanted,
    WorkspaceError,
};

/// Work for the thread that holds the workspace. Every job but [`Job::Look`], [`Job::Fold`], [`Job::Propose`],
/// [`Job::Complete`] and [`Job::Keep`] is answered by exactly one [`News::Saved`], [`News::Chased`], [`News::TakenBack`], [`News::Unsettled`], [`News::Doubted`], [`News::Failed`] or [`News::Refused`], in the order of the jobs.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// Read those of the files that may have changed, where they did; answered by [`News::Read`] when one had.
    Look(Changed),
    /// Fold the texts of an index, so that the first letter of a search finds them folded. Not answered, nor waited for.
    Fold(Index),
    /// Write these changes, all or none.
    Commit(Vec<Change>),
    /// Take an act back; `None` is the user's own last one that still stands, and is answered by [`News::Doubted`] where
    /// it was not done just now on this screen.
    Undo(Option<EventId>),
    /// Do again what was taken back last.
    Redo,
    /// Decide conflicts for one side; answered by [`News::Conflicts`] and [`News::Saved`].
    Settle(Vec<Conflict>, Side),
    /// Take back what was decided last on this screen.
    Unsettle,
    /// Write the letter that reminds a unit, and write down that it was sent; answered by [`News::Chased`].
    Chase(String),
    /// Draft a plan from a document or from last year's; answered by [`News::Proposed`].
    Propose(Wanted),
    /// Look for the paths that go on from this one; answered by [`News::Completed`].
    Complete(String),
    /// Write what came of a document and of its review; answered as [`Commit`](Self::Commit).
    Accept(Box<Proposal>),
    /// Something beside the workspace, in a person's own files: for the keeper, who waits for no disk of the office.
    Keep(Keeping),
}

/// Work for the keeper of what is not saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Keeping {
    /// Look for the drafts of earlier screens; answered by [`News::Drafts`].
    Look,
    /// Write a draft.
    Write(Vec<Kept>),
    /// Write a draft in place of those that were found, or nothing.
    Replace(Vec<Kept>),
    /// Look whether a draft of this could be written; answered by [`News::Fleeting`].
    Try(Vec<Kept>),
    /// Keep a review that is left; answered by [`News::ReviewKept`].
    Review(Box<LeftReview>),
    /// Forget the review of the document with this digest.
    ForgetReview(String),
    /// Write this to a new file, with a note in this language; answered by [`News::WrittenOut`].
    WriteOut(String, Vec<Kept>, Lang),
    /// Write a letter to a new file of this name; answered by [`News::LetterWritten`].
    Letter(String, Box<Chased>),
    /// Write a text to a new file; answered by [`News::Exported`].
    Export(String, String),
}

/// What the workspace says.
#[derive(Debug, Clone)]
pub enum News {
    /// The files as they are now: at the start, and after somebody else changed them.
    Read(Arc<Snapshot>),
    /// Files changed, by whomever.
    Changed(Changed),
    /// The earliest job that is not answered yet is done and safe on the disk.
    Saved(Arc<Snapshot>),
    /// So is the earliest job, which took lines back or brought them again.
    TakenBack(TakenBack),
    /// The earliest job would take back this act, which was not done just now: ask first. Its lines, with their journals.
    Doubted(EventId, Vec<(String, Event)>),
    /// Git keeps these unmerged now.
    Conflicts(Vec<Conflict>),
    /// The earliest job is done: what was decided last is open again.
    Unsettled(Arc<Snapshot>),
    /// It could not be done.
    Failed(Arc<WorkspaceError>),
    /// It may not be done, and nothing is lost by that.
    Refused(Arc<WorkspaceError>),
    /// What earlier screens could not save.
    Drafts(LeftBehind),
    /// Whether what is not saved would be lost with this screen.
    Fleeting(bool),
    /// Something is the matter with a draft; its file is where it was.
    DraftFailed(Arc<WorkspaceError>),
    /// A unit was reminded, and that is safe.
    Chased(Arc<Snapshot>, Box<Chased>),
    /// In which file a letter stands now.
    LetterWritten(Box<Chased>, Result<String, Arc<WorkspaceError>>),
    /// What was wanted was drafted, or could not be.
    Proposed(Wanted, Result<Box<Proposed>, Arc<WorkspaceError>>),
    /// The paths that go on from one that is half typed.
    Completed(String, Vec<String>),
    /// Whether a review could be kept.
    ReviewKept(bool),
    /// Whether what was not saved stands in this file now.
    WrittenOut(String, Result<(), Arc<WorkspaceError>>),
    /// Whether what was to be exported stands in this file now.
    Exported(String, Result<(), Arc<WorkspaceError>>),
}

impl News {
    /// The state of the files that it brings.
    #[must_use]
    pub fn snapshot(&self) -> Option<&Arc<Snapshot>> {
        match self {
            Self::Read(snapshot)
            | Self::Saved(snapshot)
            | Self::Unsettled(snapshot)
            | Self::Chased(snapshot, _) => Some(snapshot),
            Self::TakenBack(taken) => Some(&taken.snapshot),
            Self::Doubted(..)
            | Self::Conflicts(_)
            | Self::Changed(_)
            | Self::Failed(_)
            | Self::Refused(_)
            | Self::Drafts(_)
            | Self::Fleeting(_)
            | Self::DraftFailed(_)
            | Self::Proposed(..)
            | Self::Completed(..)
            | Self::ReviewKept(_)
            | Self::WrittenOut(..)
            | Self::LetterWritten(..)
            | Self::Exported(..) => None,
        }
    }
}
