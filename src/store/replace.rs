//! A file replaced whole: old or new, never half, and never over somebody else's change.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{Access, access};

use super::durable::{self, Dress, Outcome, Staged};
use super::error::{Doing, StoreError};
use super::fault::Fault;
use super::folder::unreadable;
use super::hash::Hash;
use super::lock::Guard;
use super::name::FileName;
use super::read::MAX_BYTES;

/// What a replacement came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    /// The content was that already; nothing was written.
    Unchanged,
    /// The new content is in place and on the disk.
    Written,
}

impl Guard {
    /// Puts `bytes` in place of a file; when it returns they are on the disk.
    ///
    /// `expected` is the hash of the content that the new one was made from, `None` for a file that is not there yet.
    ///
    /// # Errors
    /// [`StoreError::Changed`] when something else stands there; any other error when nothing could be saved.
    pub fn replace(
        &self,
        name: &FileName,
        bytes: &[u8],
        expected: Option<&Hash>,
    ) -> Result<Replaced, StoreError> {
        let file = name.to_string();
        let path = self.folder.path(&file);
        check_length(&file, bytes.len() as u64)?;
        let there = self.folder.content(&file)?;
        let found = there.as_ref().map(|content| Hash::of(&content.bytes));
        if found.as_ref() != expected {
            return Err(StoreError::Changed(file));
        }
        if there.as_ref().is_some_and(|there| there.bytes == bytes) && !self.folder.is_suspect(&path) {
            return Ok(Replaced::Unchanged);
        }
        let outcome = match there.zip(found) {
            Some((there, found)) => self.put_over(&file, &path, bytes, (&there.metadata, &found)),
            None => self.put_new(&path, bytes),
        };
        match outcome? {
            Outcome::Placed => self.folder.trust(&path),
            Outcome::Overtaken => return Err(StoreError::Changed(file)),
        }
        Ok(Replaced::Written)
    }

    /// Makes sure that a file stands on the disk as it stands here, or is gone there: its writer may have died before.
    ///
    /// # Errors
    /// When its folder cannot be synced.
    pub fn confirm(&self, name: &FileName) -> Result<(), StoreError> {
        durable::enter(&self.folder.path(&name.to_string()))
    }

    /// Removes a file whose content is still the expected one.
    ///
    /// # Errors
    /// [`StoreError::Changed`] when something else stands there, or nothing.
    pub fn remove(&self, name: &FileName, expected: &Hash) -> Result<(), StoreError> {
        let file = name.to_string();
        let path = self.folder.path(&file);
        match self.folder.content(&file)? {
            Some(content) if Hash::of(&content.bytes) == *expected => {
                check_mode(&file, &path, &content.metadata)?;
                match durable::remove(&path, expected)? {
                    Outcome::Placed => Ok(()),
                    Outcome::Overtaken => Err(StoreError::Changed(file)),
                }
            }
            _ => Err(StoreError::Changed(file)),
        }
    }

    fn put_over(
        &self,
        file: &str,
        path: &Path,
        bytes: &[u8],
        (metadata, found): (&Metadata, &Hash),
    ) -> Result<Outcome, StoreError> {
        check_mode(file, path, metadata)?;
        check_links(file, metadata)?;
        let staged = Staged::write(path, bytes, &Dress::of(metadata))?;
        self.noting_failure(path, staged.put_over(path, found))
    }

    fn put_new(&self, path: &Path, bytes: &[u8]) -> Result<Outcome, StoreError> {
        let dress = Dress::in_folder_of(path).map_err(Doing::Create.at(path))?;
        let staged = Staged::write(path, bytes, &dress)?;
        self.noting_failure(path, staged.put_new(path))
    }

    /// Remembers a file whose new name may not be on the disk, so that the same content is written once more at a retry.
    fn noting_failure(
        &self,
        path: &Path,
        outcome: Result<Outcome, StoreError>,
    ) -> Result<Outcome, StoreError> {
        if outcome.is_err() {
            self.folder.suspect(path);
        }
        outcome
    }
}

/// Refuses a file that may not be written; a rename would not ask.
pub(super) fn check_mode(file: &str, path: &Path, metadata: &Metadata) -> Result<(), StoreError> {
    let protected = metadata.mode() & 0o222 == 0 || access(path, Access::WRITE_OK).is_err();
    if protected { Err(StoreError::WriteProtected(file.to_owned())) } else { Ok(()) }
}

/// Refuses what would be too long to be read again.
pub(super) fn check_length(file: &str, length: u64) -> Result<(), StoreError> {
    let too_large = Fault::TooLarge { bytes: length, most: MAX_BYTES };
    if length > MAX_BYTES { Err(unreadable(file, too_large).into()) } else { Ok(()) }
}

/// Refuses a file of several names; a rename would leave the others with the old content.
fn check_links(file: &str, metadata: &Metadata) -> Result<(), StoreError> {
    if metadata.nlink() > 1 { Err(StoreError::HardLink(file.to_owned())) } else { Ok(()) }
}
