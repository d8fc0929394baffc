//! One workspace's folder: where its files lie, and how they are read.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rustix::fs::{Access, access};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::durable;
use super::error::{Doing, StoreError};
use super::fault::{Fault, Unreadable};
use super::hash::Hash;
use super::json;
use super::lock::{self, Guard, Turn};
use super::name::FileName;
use super::read::{Content, Stamp, read, system};

/// A workspace's folder; a cheap handle, to be cloned into threads. Opening and reading write nothing, and the folder
/// need not be there yet.
#[derive(Debug, Clone)]
pub struct Folder(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    root: PathBuf,
    purpose: Purpose,
    turn: Turn,
    /// Files of which a sync failed: whether they are on the disk is unknown, and no second sync would tell.
    suspects: Mutex<HashSet<PathBuf>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Reading,
    Writing,
}

/// A file of a known shape, as it was loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded<T> {
    /// What it says.
    pub value: T,
    /// What a look at it tells.
    pub stamp: Stamp,
}

/// A file as any JSON, unknown fields and all: what an edit is laid over.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it says.
    pub value: Value,
    /// What it held, to the byte.
    pub bytes: Vec<u8>,
    /// The fingerprint of that; a save compares it.
    pub hash: Hash,
}

impl Document {
    /// Reads what a file holds, or held: strictly, doubled keys refused wherever they stand.
    ///
    /// # Errors
    /// When it cannot be read, with the file as it is named here, place and reason.
    pub fn of(file: &str, bytes: Vec<u8>) -> Result<Self, Unreadable> {
        match json::strict(&bytes) {
            Ok(value) => Ok(Self { value, hash: Hash::of(&bytes), bytes }),
            Err((at, fault)) => Err(Unreadable { file: file.to_owned(), at, fault }),
        }
    }
}

impl Folder {
    /// Names a folder for reading and writing.
    #[must_use]
    pub fn open(root: impl Into<PathBuf>) -> Self {
        Self::new(root.into(), Purpose::Writing)
    }

    /// Names a folder for reading alone: [`lock`](Self::lock) refuses.
    #[must_use]
    pub fn open_for_reading(root: impl Into<PathBuf>) -> Self {
        Self::new(root.into(), Purpose::Reading)
    }

    /// The path is made whole at once: what the system tells of files is told by whole paths.
    fn new(root: PathBuf, purpose: Purpose) -> Self {
        let root = std::path::absolute(&root).unwrap_or(root);
        Self(Arc::new(Inner { root, purpose, turn: Turn::default(), suspects: Mutex::default() }))
    }

    /// The folder's path.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.0.root
    }

    /// Whether there is anything at its path.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.root().exists()
    }

    /// Says why nothing can be written here, as far as can be known without writing.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] and [`StoreError::NoLocks`], or the system's refusal.
    pub fn check_writable(&self) -> Result<(), StoreError> {
        let root = self.root();
        if self.0.purpose == Purpose::Reading {
            return Err(StoreError::ReadOnly(root.to_owned()));
        }
        if let Some(reason) = lock::unreliable(root) {
            return Err(StoreError::NoLocks { folder: root.to_owned(), reason: reason.to_owned() });
        }
        match access(root, Access::WRITE_OK) {
            Err(rustix::io::Errno::NOENT) | Ok(()) => Ok(()),
            Err(error) => Err(Doing::Write.at(root)(error.into())),
        }
    }

    /// Waits up to five seconds for the right to write; creates the folder and its two inner ones where they are missing.
    ///
    /// # Errors
    /// [`StoreError::Waits`] when another program keeps it; otherwise as [`check_writable`](Self::check_writable).
    pub fn lock(&self) -> Result<Guard, StoreError> {
        self.check_writable()?;
        durable::create_folder(self.root())?;
        self.check_inner("plans")?;
        self.check_inner("journal")?;
        durable::create_inner_folder(&self.path("plans"))?;
        durable::create_inner_folder(&self.path("journal"))?;
        lock::acquire(self)
    }

    /// Loads a file of a known shape; `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read, with place and reason.
    pub fn load<T: DeserializeOwned>(&self, name: &FileName) -> Result<Option<Loaded<T>>, Unreadable> {
        let file = name.to_string();
        let Some(content) = self.content(&file)? else { return Ok(None) };
        match json::typed(&content.bytes) {
            Ok(value) => Ok(Some(Loaded { value, stamp: content.stamp() })),
            Err((at, fault)) => Err(Unreadable { file, at, fault }),
        }
    }

    /// Reads a file for a save or a check: strictly, doubled keys refused wherever they stand; `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read, with place and reason.
    pub fn document(&self, name: &FileName) -> Result<Option<Document>, Unreadable> {
        let file = name.to_string();
        let Some(Content { bytes, .. }) = self.content(&file)? else { return Ok(None) };
        Document::of(&file, bytes).map(Some)
    }

    /// What a file holds, read or not; `None` when there is none.
    ///
    /// # Errors
    /// When it is no plain file, is too large, or the system refuses.
    pub fn bytes(&self, name: &FileName) -> Result<Option<Vec<u8>>, Unreadable> {
        Ok(self.content(&name.to_string())?.map(|content| content.bytes))
    }

    /// What a file holds that is none of a workspace's own, by its path within the folder; `None` when there is none.
    ///
    /// # Errors
    /// As [`bytes`](Self::bytes).
    pub fn bytes_at(&self, file: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        Ok(self.content(file)?.map(|content| content.bytes))
    }

    /// The stamp of a file as it is now, `None` when there is none, or none that can be looked at.
    #[must_use]
    pub fn stamp(&self, name: &FileName) -> Option<Stamp> {
        self.look(name).ok().flatten()
    }

    /// The stamp of a file as it is now, `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be looked at.
    pub fn look(&self, name: &FileName) -> Result<Option<Stamp>, Unreadable> {
        let file = name.to_string();
        match self.path(&file).symlink_metadata() {
            Ok(metadata) => Ok(Some(Stamp::of(&metadata))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(&file, system(error))),
        }
    }

    /// The bytes of a file within the folder.
    pub(super) fn content(&self, file: &str) -> Result<Option<Content>, Unreadable> {
        if let Some((inner, _)) = file.split_once('/') {
            self.check_inner(inner)?;
        }
        read(&self.path(file)).map_err(|fault| unreadable(file, fault))
    }

    /// Makes sure that what stands where an inner folder belongs is one, or nothing: a link would lead out of the
    /// workspace.
    pub(super) fn check_inner(&self, folder: &str) -> Result<(), Unreadable> {
        let Ok(found) = self.path(folder).symlink_metadata() else { return Ok(()) };
        match found.file_type() {
            kind if kind.is_symlink() => Err(unreadable(folder, Fault::Link)),
            kind if kind.is_dir() => Ok(()),
            _ => Err(unreadable(folder, Fault::NotAFolder)),
        }
    }

    /// The path of a file within the folder.
    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    /// Who takes the lock how often.
    pub(super) fn turn(&self) -> &Turn {
        &self.0.turn
    }

    /// Remembers that a sync failed.
    pub(super) fn suspect(&self, path: &Path) {
        self.0.suspects.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// Whether a sync of the file failed since it was last written whole.
    pub(super) fn is_suspect(&self, path: &Path) -> bool {
        self.0.suspects.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    /// Forgets a failed sync: the file was written anew.
    pub(super) fn trust(&self, path: &Path) {
        self.0.suspects.lock().unwrap_or_else(PoisonError::into_inner).remove(path);
    }
}

/// A fault of a file as a whole.
pub(super) fn unreadable(file: &str, fault: Fault) -> Unreadable {
    Unreadable { file: file.to_owned(), at: None, fault }
}
