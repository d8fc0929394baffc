//! The names of a workspace's files; no plan's id can name anything outside its folder.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use unicode_normalization::is_nfc;

/// A plan's id, safe as the name of a file: `03-kh-bcd-2022`.
///
/// Letters (accents allowed, in NFC), digits, `-`, `_` and `.`, at most [`PlanId::MAX_BYTES`] bytes. It opens with a
/// letter, a digit or `_`; `units` is taken by the directory's journal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlanId(String);

/// Why a text is no plan's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PlanIdError {
    /// It is empty.
    #[error("the id is empty")]
    Empty,
    /// It is longer than [`PlanId::MAX_BYTES`].
    #[error("the id is longer than {} bytes", PlanId::MAX_BYTES)]
    TooLong,
    /// It holds a character that an id may not hold.
    #[error("the id holds {0:?}; letters, digits, '-', '_' and '.' are allowed")]
    Character(char),
    /// It opens with `-` or `.`.
    #[error("the id opens with {0:?}")]
    Opening(char),
    /// Its accents are not composed.
    #[error("the id is not in Unicode NFC")]
    NotComposed,
    /// It is the name of the directory's journal.
    #[error("the id \"units\" is taken by the directory of units")]
    Reserved,
}

impl PlanId {
    /// The longest id; with its ending and the prefix of a temporary file it stays within 255 bytes.
    pub const MAX_BYTES: usize = 150;

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PlanId {
    type Err = PlanIdError;

    fn from_str(id: &str) -> Result<Self, PlanIdError> {
        let first = id.chars().next().ok_or(PlanIdError::Empty)?;
        if id.len() > Self::MAX_BYTES {
            return Err(PlanIdError::TooLong);
        }
        // Before the letters: a combining mark is none.
        if !is_nfc(id) {
            return Err(PlanIdError::NotComposed);
        }
        let allowed = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if let Some(other) = id.chars().find(|c| !allowed(c)) {
            return Err(PlanIdError::Character(other));
        }
        if matches!(first, '-' | '.') {
            return Err(PlanIdError::Opening(first));
        }
        if id == "units" {
            return Err(PlanIdError::Reserved);
        }
        Ok(Self(id.to_owned()))
    }
}

impl fmt::Display for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A journal. The directory's comes first: an interrupted import leaves units, and made again it finds them there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JournalName {
    /// What happened to the directory of units.
    Units,
    /// What happened to a plan.
    Plan(PlanId),
}

/// A file of a workspace; printed and parsed as its path within the folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileName {
    /// `workspace.json`
    Settings,
    /// `units.json`
    Units,
    /// `plans/PLAN-ID.json`
    Plan(PlanId),
    /// `journal/PLAN-ID.jsonl`, `journal/units.jsonl`
    Journal(JournalName),
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => f.write_str("workspace.json"),
            Self::Units => f.write_str("units.json"),
            Self::Plan(id) => write!(f, "plans/{id}.json"),
            Self::Journal(JournalName::Plan(id)) => write!(f, "journal/{id}.jsonl"),
            Self::Journal(JournalName::Units) => f.write_str("journal/units.jsonl"),
        }
    }
}

impl FromStr for FileName {
    type Err = PlanIdError;

    /// Reads a path within the folder.
    ///
    /// # Errors
    /// When it is none of a workspace's files.
    fn from_str(path: &str) -> Result<Self, PlanIdError> {
        match path {
            "workspace.json" => return Ok(Self::Settings),
            "units.json" => return Ok(Self::Units),
            "journal/units.jsonl" => return Ok(Self::Journal(JournalName::Units)),
            _ => {}
        }
        let plan = path.strip_prefix("plans/").and_then(|name| name.strip_suffix(".json"));
        if let Some(id) = plan {
            return id.parse().map(Self::Plan);
        }
        let journal = path.strip_prefix("journal/").and_then(|name| name.strip_suffix(".jsonl"));
        let id = journal.ok_or(PlanIdError::Character('/'))?;
        id.parse().map(|id| Self::Journal(JournalName::Plan(id)))
    }
}
