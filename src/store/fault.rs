//! What can be wrong with a file that is there: said with place and reason, and never an end to reading the others.

use std::fmt;

use thiserror::Error;

use super::name::PlanIdError;
use crate::domain::Plan;

/// A file that cannot be read; a row of its own wherever files are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its path within the workspace.
    pub file: String,
    /// Where the trouble is, when it has a place.
    pub at: Option<TextPosition>,
    /// What is wrong.
    pub fault: Fault,
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPosition {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// What is wrong with a file or with a line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// A symbolic link, which might lead out of the workspace.
    #[error("is a symbolic link")]
    Link,
    /// A folder, a pipe, a device.
    #[error("is not a regular file")]
    NotAFile,
    /// Longer than what is read of such a file.
    #[error("has {bytes} bytes; at most {most} are read")]
    TooLarge {
        /// Its length.
        bytes: u64,
        /// The longest that is read.
        most: u64,
    },
    /// Something else where a folder belongs.
    #[error("is not a folder")]
    NotAFolder,
    /// The system refuses.
    #[error("cannot be read: {0}")]
    System(String),
    /// The file's name is no plan's id.
    #[error("{0}")]
    Name(#[from] PlanIdError),
    /// The file is named after one plan and holds another.
    #[error("holds the plan {0:?}, which is not its name")]
    Misnamed(String),
    /// The last year of the plan lies too long after the first.
    #[error("has a term of more than {max} years", max = Plan::MAX_YEARS_ON)]
    Term,
    /// There is nothing in it.
    #[error("is empty")]
    Empty,
    /// It opens with a byte order mark.
    #[error("opens with a byte order mark; save it as UTF-8 without one")]
    ByteOrderMark,
    /// It is encoded in UTF-16.
    #[error("is encoded in UTF-16; save it as UTF-8")]
    Utf16,
    /// It holds NUL bytes, as a crash of another program leaves them.
    #[error("holds NUL bytes")]
    Nul,
    /// It is not encoded in UTF-8.
    #[error("is not encoded in UTF-8")]
    NotUtf8,
    /// Git left the marks of a conflict in it.
    #[error("holds the marks of a git conflict")]
    ConflictMarkers,
    /// It is no JSON, or not of the shape expected: what was found and what was expected.
    #[error("{0}")]
    Json(String),
    /// It is no file of changes that were not saved, or of a later version.
    #[error("is no file of changes that were not saved")]
    NotOfUnsaved,
    /// The last line of a journal is torn: it was never acknowledged.
    #[error("ends in a torn line")]
    Torn,
    /// A line of a kind that this program does not know; it is kept.
    #[error("is of an unknown kind")]
    UnknownKind,
}

impl Unreadable {
    /// Whether git left the marks of a conflict in it.
    #[must_use]
    pub fn has_conflict_markers(&self) -> bool {
        self.fault == Fault::ConflictMarkers
    }
}

impl fmt::Display for TextPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(at) => write!(f, "{}:{at}: {}", self.file, self.fault),
            None => write!(f, "{}: {}", self.file, self.fault),
        }
    }
}

impl std::error::Error for Unreadable {}
