//! The merge driver: three files in, one out; git calls it, also without this program knowing.

use std::path::Path;

use serde_json::Value;

use super::copies::{Copies, file_at};
use crate::store::{FileName, read_handed, to_bytes, write_handed};
use crate::workspace::WorkspaceError;

/// What a call of the merge driver came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DriverEnd {
    /// The file holds what both sides made of it.
    Merged,
    /// So it does, but for so many places that both changed.
    Conflicts(usize),
}

/// Merges three copies of a file of a workspace and writes what came of it over ours. Takes no lock: the files are git's.
///
/// `named` is where the file lies in the repository; without it the file says what it is.
///
/// # Errors
/// When a copy cannot be read, or the result cannot be written; ours is then as it was.
pub fn merge_driver(
    base: &Path,
    ours: &Path,
    theirs: &Path,
    named: Option<&str>,
) -> Result<DriverEnd, WorkspaceError> {
    let read = |path| read_handed(path).map(|document| document.map_or(Value::Null, |read| read.value));
    let copies = Copies { base: read(base)?, ours: read(ours)?, theirs: read(theirs)? };
    let name = named.and_then(file_at).or_else(|| kind_of(&copies.ours));
    let name = name.unwrap_or(FileName::Settings);
    let merged = copies.merged(&name);
    if merged.value != copies.ours {
        let bytes = to_bytes(&merged.value).map_err(WorkspaceError::json)?;
        write_handed(ours, &bytes)?;
    }
    match merged.conflicts.len() {
        0 => Ok(DriverEnd::Merged),
        count => Ok(DriverEnd::Conflicts(count)),
    }
}

/// Which file a document is, by its own word.
fn kind_of(document: &Value) -> Option<FileName> {
    match document.get("format")?.as_str()? {
        "tiendo/units" => Some(FileName::Units),
        "tiendo/plan" => Some(FileName::Plan(document.get("id")?.as_str()?.parse().ok()?)),
        _ => None,
    }
}
