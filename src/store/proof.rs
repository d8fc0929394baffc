//! What a folder can prove of itself: that its files are plain ones, that its lock keeps others out, that its disk syncs.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;

use rustix::fs::{Access, access};

use super::durable::{self, Dress, Staged};
use super::error::{Doing, StoreError};
use super::fault::Fault;
use super::folder::Folder;
use super::lock::{self, Guard};

/// A file that can be written by a name of its own, or why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plainness {
    /// Its path within the workspace.
    pub file: String,
    /// What is odd about it, `None` where nothing is.
    pub oddity: Option<Oddity>,
}

/// What keeps a file from being replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// A link, a folder, a pipe.
    Kind(Fault),
    /// It has other names, which a replacement would part.
    HardLink,
    /// This person may not write it.
    WriteProtected,
}

impl Folder {
    /// Looks at every file of the workspace, without opening any.
    #[must_use]
    pub fn plainness(&self) -> Vec<Plainness> {
        let listed = |folder: &str, ending: &str| {
            let names = self.names(folder, ending).unwrap_or_default();
            names.into_iter().map(|name| format!("{folder}/{name}{ending}")).collect::<Vec<_>>()
        };
        let common = ["workspace.json", "units.json"].map(str::to_owned);
        let files = common.into_iter().chain(listed("plans", ".json")).chain(listed("journal", ".jsonl"));
        files.filter_map(|file| self.look_at(file)).collect()
    }

    fn look_at(&self, file: String) -> Option<Plainness> {
        let path = self.path(&file);
        let metadata = path.symlink_metadata().ok()?;
        let is_protected = || metadata.mode() & 0o222 == 0 || access(&path, Access::WRITE_OK).is_err();
        let oddity = kind(&metadata).or_else(|| is_protected().then_some(Oddity::WriteProtected));
        Some(Plainness { file, oddity })
    }

    /// Whether git is in the middle of something here: a merge, a rebase, a picked commit. `None` where the folder is no
    /// repository.
    #[must_use]
    pub fn is_in_a_merge(&self) -> Option<bool> {
        let git = self.path(".git");
        let marks = ["MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD"];
        git.is_dir().then(|| marks.iter().any(|mark| git.join(mark).exists()))
    }
}

fn kind(metadata: &Metadata) -> Option<Oddity> {
    let kind = metadata.file_type();
    match () {
        () if kind.is_symlink() => Some(Oddity::Kind(Fault::Link)),
        () if !kind.is_file() => Some(Oddity::Kind(Fault::NotAFile)),
        () if metadata.nlink() > 1 => Some(Oddity::HardLink),
        () => None,
    }
}

impl Guard {
    /// Whether somebody else who asks for the lock does not get it.
    ///
    /// # Errors
    /// When the lock cannot be opened a second time.
    pub fn keeps_others_out(&self) -> Result<bool, StoreError> {
        lock::is_held(&self.folder.path(".lock"))
    }

    /// Writes a file beside the plans, waits until it is on the disk, reads it again and removes it.
    ///
    /// # Errors
    /// When a step is refused, or something else was read than was written.
    pub fn try_the_disk(&self) -> Result<(), StoreError> {
        let target = self.folder.path("plans/trial");
        let dress = Dress::in_folder_of(&target).map_err(Doing::Create.at(&target))?;
        let staged = Staged::write(&target, &[0x5A; 8_192], &dress)?;
        if !staged.is_whole() {
            return Err(StoreError::Changed("plans/trial".to_owned()));
        }
        drop(staged);
        durable::enter(&target)
    }
}
