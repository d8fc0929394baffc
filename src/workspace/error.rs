//! Why a use case failed.

use std::path::PathBuf;

use super::git::GitError;
use crate::domain::document::EditError;
use crate::domain::{AddressError, DirectoryFlaw, Objection, UndoError};
use crate::import::ImportError;
use crate::import::again::Unmerged;
use crate::store::{PlanIdError, StoreError, Unreadable};

/// Why something could not be read, written or taken back; nothing is half done unless it says so.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The person has no home, and named no workspace.
    #[error("no workspace is named and there is no home folder to keep one in: use --workspace DIR")]
    NoFolder,
    /// The folder that was named is not there.
    #[error("there is no workspace at {}", .0.display())]
    NoWorkspace(PathBuf),
    /// It was opened for reading alone.
    #[error("the workspace is open for reading alone: {0}")]
    ReadOnly(String),
    /// A file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something could not be done through git.
    #[error(transparent)]
    Git(#[from] GitError),
    /// The copy of the sample workspace cannot be written.
    #[error("the demonstration cannot be written: {0}")]
    Demo(#[from] std::io::Error),
    /// A file that would be written over cannot be read.
    #[error("{0}")]
    Unreadable(#[from] Unreadable),
    /// No plan may have such an id.
    #[error("\"{id}\" is not a plan's id: {source}")]
    PlanId {
        /// What was given.
        id: String,
        /// What is wrong with it.
        source: PlanIdError,
    },
    /// A file of what was not saved is of another workspace.
    #[error("{file} is of another workspace, {}", .workspace.display())]
    OtherWorkspace {
        /// The file.
        file: String,
        /// The workspace that it names.
        workspace: PathBuf,
    },
    /// There is no such plan any more.
    #[error("there is no plan {0}")]
    NoPlan(String),
    /// Lines of a plan's journal cannot be read, so that nobody knows what of it is done.
    #[error("the journal of {0} cannot be read, so nobody knows what is done")]
    Unread(String),
    /// A plan for its own year, or one gone by, is wanted from a plan.
    #[error("{plan} is the plan for {own}; it cannot roll over to {year}")]
    NotLater {
        /// The plan's id.
        plan: String,
        /// Its own year.
        own: i32,
        /// The year that is wanted.
        year: i32,
    },
    /// The plan has no such task any more.
    #[error("the plan {plan} has no task {task}")]
    NoTask {
        /// The plan's id.
        plan: String,
        /// The task's.
        task: String,
    },
    /// A change does not fit what stands there now.
    #[error("the plan was changed meanwhile: {0}")]
    Edit(#[from] EditError),
    /// The directory would make no sense.
    #[error("the directory cannot be changed so: {0}")]
    Directory(#[from] DirectoryFlaw),
    /// What would be said of a task makes no sense.
    #[error(transparent)]
    Objection(#[from] Objection),
    /// There is nothing to take back, or it may not be.
    #[error(transparent)]
    Undo(#[from] UndoError),
    /// A document cannot be read.
    #[error("{file}: {source}")]
    Import {
        /// The document's file name.
        file: String,
        /// Why.
        source: ImportError,
    },
    /// A document is text, but no plan.
    #[error("{file}: no task was found in it, so it is no plan")]
    NoTasks {
        /// The document's file name.
        file: String,
    },
    /// An address names nothing.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// A plan of this id is there already.
    #[error("a plan with the id {0} is there already")]
    PlanExists(String),
    /// While a new copy of a plan was looked through, somebody changed the same of it.
    #[error("the plan {0} was changed meanwhile, in the same place")]
    ChangedMeanwhile(String),
    /// Somebody followed tasks meanwhile that a reviewed copy drops: nobody was asked about them.
    #[error("somebody followed tasks of the plan {plan} meanwhile that are dropped: {}", tasks.join("; "))]
    FollowedMeanwhile {
        /// The plan's id.
        plan: String,
        /// The titles of the tasks.
        tasks: Vec<String>,
    },
    /// A document may be a new copy of a plan that is there.
    #[error("this may be a new copy of {}", ids.join(", "))]
    PerhapsThere {
        /// The plans that it is like.
        ids: Vec<String>,
    },
    /// A new copy of a document cannot be merged with what persons made of the plan.
    #[error("the new copy cannot be merged with the plan {plan} as it stands: {source}")]
    NotMerged {
        /// The plan's id.
        plan: String,
        /// Why.
        source: Unmerged,
    },
    /// No change was asked for.
    #[error("there is nothing to do")]
    NothingToDo,
    /// A batch over several plans stopped midway.
    #[error("written to {}, then stopped: {source}", done.join(", "))]
    Interrupted {
        /// The journals that were written to.
        done: Vec<String>,
        /// What stopped it.
        source: Box<WorkspaceError>,
    },
    /// A form of a letter cannot be filled in.
    #[error("{file}, line {line}: {reason}")]
    Form {
        /// The form.
        file: String,
        /// The line, from 1; 0 where it is none.
        line: usize,
        /// Why.
        reason: String,
    },
    /// A unit owes nothing that it could be reminded of.
    #[error("{0} owes nothing that is late or due soon")]
    NothingOwed(String),
    /// A value could not be put in JSON.
    #[error("the value cannot be written as JSON: {0}")]
    Json(String),
}

impl WorkspaceError {
    /// Whether a file of this name is there already.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        let io = |error: &std::io::Error| error.kind() == std::io::ErrorKind::AlreadyExists;
        matches!(self, Self::Store(StoreError::Io { source, .. }) if io(source))
    }

    #[allow(clippy::needless_pass_by_value)] // for `map_err`
    pub(super) fn json(error: serde_json::Error) -> Self {
        Self::Json(error.to_string())
    }
}
