//! A file that git hands over to be merged, and takes back: a copy of its own that nobody else has open.

use std::path::Path;

use super::error::{Doing, StoreError};
use super::fault::Unreadable;
use super::folder::Document;
use super::read::read_document;

/// Reads a copy; an empty one stands for a file that was not there.
///
/// # Errors
/// When it cannot be read, with place and reason.
pub fn read_handed(path: &Path) -> Result<Option<Document>, Unreadable> {
    let bytes = read_document(path)?;
    if bytes.is_empty() { Ok(None) } else { Document::of(&path.display().to_string(), bytes).map(Some) }
}

/// Writes what came of the copies. Git reads it at once and keeps it by itself, so that it is not waited for.
///
/// # Errors
/// When the system refuses.
pub fn write_handed(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    std::fs::write(path, bytes).map_err(Doing::Write.at(path))
}
