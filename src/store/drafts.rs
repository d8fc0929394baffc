//! A person's own files beside the workspace: what she was typing, what could not be saved. For her eyes alone, never
//! written over.

use std::fs::{self, File, TryLockError};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, OFlags, access};

use super::durable::{self, Dress, Outcome, Staged};
use super::error::{Doing, StoreError};
use super::fault::Unreadable;
use super::hash::Hash;
use super::read;

/// Writes a new file that nobody else may read, and waits until it is on the disk. One that is there stays.
///
/// # Errors
/// When something stands there already, or the system refuses.
pub fn write_own(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    match Staged::write(path, bytes, &Dress::own())?.put_new(path)? {
        Outcome::Placed => Ok(()),
        Outcome::Overtaken => Err(Doing::Create.at(path)(std::io::ErrorKind::AlreadyExists.into())),
    }
}

/// The drafts that one person has of one workspace, a file each.
#[derive(Debug, Clone)]
pub struct Drafts {
    folder: PathBuf,
}

impl Drafts {
    /// Those of a workspace, in the folder of a person's state.
    #[must_use]
    pub fn of(state: &Path, workspace: &Path) -> Self {
        let whole = workspace.canonicalize().or_else(|_| std::path::absolute(workspace));
        let whole = whole.unwrap_or_else(|_| workspace.to_owned());
        let name = Hash::of(whole.as_os_str().as_encoded_bytes()).to_string();
        Self { folder: state.join("drafts").join(name) }
    }

    /// Where they lie.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes sure that a draft could be written.
    ///
    /// # Errors
    /// When there is no such folder and can be none, or nothing may be written to it.
    pub fn ready(&self) -> Result<(), StoreError> {
        durable::create_folder(&self.folder)?;
        access(&self.folder, Access::WRITE_OK).map_err(|error| Doing::Write.at(&self.folder)(error.into()))
    }

    /// Writes a draft under a name that grows with time, and waits until it is on the disk.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        durable::create_folder(&self.folder)?;
        write_own(&self.folder.join(format!("{name}{ENDING}")), bytes)
    }

    /// Makes sure that these bytes could be written, and leaves nothing behind.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn try_out(&self, bytes: &[u8]) -> Result<(), StoreError> {
        durable::create_folder(&self.folder)?;
        Staged::write(&self.folder.join("draft"), bytes, &Dress::own()).map(drop)
    }

    /// Writes a file that has a name of its own beside the drafts, in place of what it held.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        durable::create_folder(&self.folder)?;
        let path = self.folder.join(name);
        let held = read::read(&path).ok().flatten().map(|content| Hash::of(&content.bytes));
        let staged = Staged::write(&path, bytes, &Dress::own())?;
        let outcome = match held {
            Some(held) => staged.put_over(&path, &held)?,
            None => staged.put_new(&path)?,
        };
        match outcome {
            Outcome::Placed => Ok(()),
            Outcome::Overtaken => Err(Doing::Create.at(&path)(std::io::ErrorKind::AlreadyExists.into())),
        }
    }

    /// What such a file holds; `None` where there is none.
    ///
    /// # Errors
    /// When it is no regular file, or longer than is read.
    pub fn kept(&self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let path = self.folder.join(name);
        let refuse = |fault| Unreadable { file: path.display().to_string(), at: None, fault };
        Ok(read::read(&path).map_err(refuse)?.map(|content| content.bytes))
    }

    /// Removes such a file, if it is there.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn forget(&self, name: &str) -> Result<(), StoreError> {
        let path = self.folder.join(name);
        if path.symlink_metadata().is_err() {
            return Ok(());
        }
        durable::discard(&path)
    }

    /// Claims the drafts that no other screen has, the earliest first.
    #[must_use]
    pub fn claim(&self) -> Vec<ClaimedDraft> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let is_draft = |path: &PathBuf| path.to_string_lossy().ends_with(ENDING);
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_draft).collect();
        paths.sort();
        paths.into_iter().filter_map(ClaimedDraft::of).collect()
    }
}

/// How the file of a draft ends.
const ENDING: &str = ".jsonl";

/// A draft that no other screen is shown for as long as this lives, however the program ends.
#[derive(Debug)]
pub struct ClaimedDraft {
    path: PathBuf,
    _lock: Option<File>,
}

impl ClaimedDraft {
    /// `None` where another screen has it, or has done with it meanwhile.
    fn of(path: PathBuf) -> Option<Self> {
        // What is no file is claimed as well: whoever reads it says why it is none.
        let Ok(file) = read::open_regular(&path, OFlags::RDONLY) else {
            return Some(Self { path, _lock: None });
        };
        let file = file?;
        if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            return None;
        }
        let is_there = file.metadata().is_ok_and(|metadata| metadata.nlink() > 0);
        is_there.then_some(Self { path, _lock: Some(file) })
    }

    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What stands in it.
    ///
    /// # Errors
    /// When it is no regular file, or longer than is read.
    pub fn read(&self) -> Result<Vec<u8>, Unreadable> {
        let refuse = |fault| Unreadable { file: self.path.display().to_string(), at: None, fault };
        Ok(read::read(&self.path).map_err(refuse)?.map(|content| content.bytes).unwrap_or_default())
    }

    /// Removes it for good.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove(&self) -> Result<(), StoreError> {
        durable::discard(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn names(claimed: &[ClaimedDraft]) -> Vec<String> {
        claimed.iter().map(|draft| draft.path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_draft_is_one_screens_until_that_is_gone() {
        let home = tempfile::tempdir().unwrap();
        let drafts = Drafts::of(home.path(), home.path());
        assert!(drafts.claim().is_empty());
        drafts.write("2", b"hai").unwrap();
        drafts.write("1", b"mot").unwrap();
        let first = drafts.claim();
        assert_eq!(names(&first), ["1", "2"]);
        assert_eq!(first[0].read().unwrap(), b"mot");
        drafts.write("3", b"ba").unwrap();
        assert_eq!(names(&drafts.claim()), ["3"], "another screen sees what nobody has");
        first[0].remove().unwrap();
        drop(first);
        assert_eq!(names(&drafts.claim()), ["2", "3"]);
    }

    #[test]
    fn workspaces_have_drafts_of_their_own() {
        let home = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        Drafts::of(home.path(), home.path()).write("1", b"x").unwrap();
        assert!(Drafts::of(home.path(), other.path()).claim().is_empty());
        assert_eq!(Drafts::of(home.path(), &home.path().join(".")).claim().len(), 1);
    }

    #[test]
    fn a_file_with_a_name_is_kept_over_and_forgotten_and_is_no_draft() {
        let home = tempfile::tempdir().unwrap();
        let drafts = Drafts::of(home.path(), home.path());
        assert_eq!(drafts.kept("a.review").unwrap(), None);
        drafts.forget("a.review").unwrap();
        for text in [b"mot", b"hai"] {
            drafts.keep("a.review", text).unwrap();
            assert_eq!(drafts.kept("a.review").unwrap().as_deref(), Some(&text[..]));
        }
        assert!(drafts.claim().is_empty());
        drafts.forget("a.review").unwrap();
        assert_eq!(drafts.kept("a.review").unwrap(), None);
    }

    #[test]
    fn it_is_hers_alone_and_never_written_over() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("x.jsonl");
        write_own(&path, b"mine").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let error = write_own(&path, b"other").unwrap_err();
        assert_eq!(error.io_kind(), Some(std::io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path).unwrap(), b"mine");
    }
}
