//! Why something could not be done through git; no file is half written, and nothing is lost.

use std::path::PathBuf;

use crate::process::ProcessError;
use crate::store::Unreadable;

/// Why git could not be used so.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// Git is not there, or does not end.
    #[error(transparent)]
    Process(#[from] ProcessError),
    /// Git refused a step.
    #[error("git {step}: {said}")]
    Refused {
        /// The step, as git calls it.
        step: String,
        /// What it said, harmless.
        said: String,
    },
    /// Git does not trust a repository that is another user's.
    #[error("{0:?} is another user's, and git does not trust it")]
    Distrusted(String),
    /// Another git has a lock that is needed, or may have it.
    #[error("{0:?} is locked by another git")]
    Locked(PathBuf),
    /// The installed git is too old.
    #[error("git is too old: 2.38 or later is needed")]
    TooOld,
    /// The workspace is no repository.
    #[error("the workspace is no git repository")]
    NoRepository,
    /// The workspace is a folder of a repository that holds other things too.
    #[error("the workspace lies within the repository {0:?}")]
    WithinAnother(String),
    /// The merge driver or its attributes are missing in this clone.
    #[error("this clone is not set up")]
    NotSetUp,
    /// The address of a remote would be an option or run a program.
    #[error("{0:?} is not the address of a repository")]
    Address(String),
    /// No other repository is named.
    #[error("no remote is set")]
    NoRemote,
    /// Git is in the middle of something that a person began.
    #[error("git is in the middle of a merge, rebase or the like")]
    Busy,
    /// A merge that a person began with git, with so many conflicts left: a commit ends it.
    #[error("a merge waits for its commit")]
    Uncommitted(usize),
    /// Another branch was checked out meanwhile.
    #[error("{0} is no more the branch that is checked out")]
    Switched(String),
    /// No branch is checked out.
    #[error("no branch is checked out")]
    Detached,
    /// The two repositories have nothing in common.
    #[error("the histories have nothing in common")]
    Unrelated,
    /// The other repository did not answer. What was committed stays.
    #[error("{remote} cannot be reached: {said}")]
    Unreachable {
        /// Its name.
        remote: String,
        /// What git said.
        said: String,
    },
    /// A repository that is to be shared with cannot be reached; nothing was set.
    #[error("{address} cannot be reached: {said}")]
    Unheard {
        /// Its address.
        address: String,
        /// What git said.
        said: String,
    },
    /// The other repository does not take what is pushed.
    #[error("{remote} refused: {said}")]
    NotTaken {
        /// Its name.
        remote: String,
        /// What git said.
        said: String,
    },
    /// Others pushed again and again in between.
    #[error("others were faster, several times: {0}")]
    Overtaken(String),
    /// What came in is a link, a submodule, or too large.
    #[error("{0} came in and is no plain file")]
    Odd(String),
    /// What came in cannot be read.
    #[error("what came in cannot be read: {0}")]
    TheirsUnreadable(Unreadable),
    /// A file of the person's own stands where another one came in.
    #[error("{0} has changes of its own")]
    InTheWay(String),
    /// Conflicts wait for a person.
    #[error("{0} conflicts wait")]
    Undecided(usize),
    /// The merge in which something was decided is complete or given up.
    #[error("that merge is over")]
    MergeOver,
    /// A conflict cannot be decided by itself.
    #[error("{0} cannot be decided by itself")]
    Entangled(String),
}
