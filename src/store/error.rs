//! Why the files of a workspace could not be written, listed or watched.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::fault::Unreadable;

/// Why something was not saved or not listed. What was on the disk is still there.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The workspace was opened for reading only.
    #[error("{0:?} is open for reading only")]
    ReadOnly(PathBuf),
    /// Two programs could not keep out of each other's way here.
    #[error("{folder:?} can only be read: locks are not reliable there ({reason})")]
    NoLocks {
        /// The workspace.
        folder: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// Another program held the lock for five seconds.
    #[error("waited five seconds for {lock:?}, which {} holds", .holder.as_deref().unwrap_or("another program"))]
    Waits {
        /// The lock's file.
        lock: PathBuf,
        /// The program and its process, where the system tells.
        holder: Option<String>,
    },
    /// The file is not the one that was read before.
    #[error("{0} was changed by somebody else")]
    Changed(String),
    /// The file may not be written.
    #[error("{0} is write-protected")]
    WriteProtected(String),
    /// The file has several names, which a replacement would part.
    #[error("{0} is a hard link")]
    HardLink(String),
    /// Another program wrote the file in the middle of the replacement, and its content could not get its name back.
    #[error("what another program wrote to {file:?} now stands in {kept:?}: {source}")]
    Displaced {
        /// The name that was asked for.
        file: PathBuf,
        /// Where the other program's content is.
        kept: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// What is there cannot be read, so it is not written over.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// An event that cannot be put into a line.
    #[error("an event cannot be written: {0}")]
    Event(#[from] serde_json::Error),
    /// The system refuses.
    #[error("{doing} {path:?}: {source}")]
    Io {
        /// What was being done.
        doing: Doing,
        /// To which file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl StoreError {
    /// What the system said, if it was the system that refused: a full disk, a missing right.
    #[must_use]
    pub fn io_kind(&self) -> Option<io::ErrorKind> {
        if let Self::Io { source, .. } = self { Some(source.kind()) } else { None }
    }
}

/// A step that the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Creating a folder or file.
    Create,
    /// Opening the lock.
    Lock,
    /// Listing a folder.
    List,
    /// Writing.
    Write,
    /// Waiting until it is on the disk.
    Sync,
    /// Giving it its name.
    Rename,
    /// Removing.
    Remove,
}

impl Doing {
    /// Turns the system's refusal of this step into an error.
    pub(super) fn at(self, path: &Path) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.to_owned();
        move |source| StoreError::Io { doing: self, path, source }
    }
}

impl std::fmt::Display for Doing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Create => "creating",
            Self::Lock => "locking",
            Self::List => "listing",
            Self::Write => "writing",
            Self::Sync => "syncing",
            Self::Rename => "renaming",
            Self::Remove => "removing",
        })
    }
}
