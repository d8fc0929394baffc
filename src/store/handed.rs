//! Files of git's own: a copy that it hands over to be merged and takes back, a mark of what it is in the middle of.

use std::path::Path;

use super::error::{Doing, StoreError};
use super::fault::Unreadable;
use super::folder::Document;
use super::read::read;

/// Reads a copy; an empty one, or none, stands for a file that was not there.
///
/// # Errors
/// When it cannot be read, with place and reason.
pub fn read_handed(path: &Path) -> Result<Option<Document>, Unreadable> {
    let file = path.display().to_string();
    let bytes = match read(path) {
        Ok(content) => content.map(|content| content.bytes).unwrap_or_default(),
        Err(fault) => return Err(Unreadable { file, at: None, fault }),
    };
    if bytes.is_empty() { Ok(None) } else { Document::of(&file, bytes).map(Some) }
}

/// Writes what came of the copies, or a mark. Git reads it at once or can do without it, so that it is not waited for.
///
/// # Errors
/// When the system refuses.
pub fn write_handed(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    std::fs::write(path, bytes).map_err(Doing::Write.at(path))
}

/// Removes a mark, if it is there.
///
/// # Errors
/// When the system refuses.
pub fn remove_handed(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Doing::Remove.at(path)(error)),
        _ => Ok(()),
    }
}
