//! The use cases of a workspace: open, look, commit, take back, import, check; the only writer.
//!
//! Readers hold a [`Snapshot`], cheap to clone and never changing. Every edit, from a key, a command, an import or an
//! undo, is a list of [`Change`](crate::domain::Change) that goes through [`Workspace::commit`]: the lock is taken,
//! what stands on the disk is read again, lines are appended and synced, and only then is the new snapshot answered.

mod cause;
mod chase;
mod check;
mod clock;
mod commit;
mod convert;
mod demo;
mod drafts;
mod edits;
mod error;
mod flaw;
mod followed;
pub mod git;
mod history;
mod ids;
mod import;
mod kept;
mod load;
mod prepare;
mod proposal;
mod reading;
mod relations;
mod review;
mod rollover;
pub mod sentence;
mod snapshot;
mod sound;
#[cfg(test)]
mod tests;
mod undo;
mod verify;
mod wanted;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;

pub use chase::{Chased, write_letter};
pub use clock::Clock;
pub use commit::Committed;
pub use convert::{CONVERT, convert_confined};
pub use drafts::{Drafts, LeftBehind};
pub use error::WorkspaceError;
pub use flaw::{Flaw, Reason};
pub use history::{HistoryLine, UNITS};
pub use ids::task_id;
pub use import::{Document, Wishes};
pub use kept::{Brought, Kept, Outcome, Unsaved, export, write_out};
pub use proposal::{Base, Proposal, Recognised};
pub use review::{KeptReview, LeftReview};
pub use snapshot::Snapshot;
pub use undo::TakenBack;
pub use verify::{Doubt, Promise, Proof};
pub use wanted::{Material, Wanted};

use crate::config;
pub use crate::domain::document::Side;
pub use crate::store::{Changed, PlanId, PlanIdError};
use crate::store::{Folder, Guard, PrivateFolder, Watch};
use load::Held;

/// How a workspace is opened.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Its folder; `None` means the user's own.
    pub folder: Option<PathBuf>,
    /// For reading alone.
    pub readonly: bool,
    /// The day that the clock shows; `None` means the real one.
    pub today: Option<NaiveDate>,
    /// The day to look at it from; opens it for reading alone.
    pub as_of: Option<NaiveDate>,
    /// What is to be thought of a folder that was named and is not there.
    pub absent: Absent,
    /// Who writes; `None` means whom the environment names, or the owner of the home folder.
    pub by: Option<String>,
}

/// What a named folder is that is not there. The user's own is an empty workspace in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Absent {
    /// An empty workspace, created by the first write.
    #[default]
    Empty,
    /// A mistyped name.
    Refused,
}

/// An open workspace. May be shared between threads; writers wait for each other and for other processes.
#[derive(Debug)]
pub struct Workspace {
    folder: Folder,
    clock: Clock,
    as_of: Option<NaiveDate>,
    readonly: Option<String>,
    by: String,
    held: Mutex<Held>,
    swept: AtomicBool,
    /// Keeps the folder of a demonstration for as long as it is open.
    demo: Option<PrivateFolder>,
}

impl Workspace {
    /// Opens a workspace and reads all of it.
    ///
    /// # Errors
    /// When no folder can be found, or a named one is not there and may not be. A file that cannot be read, or a folder
    /// that cannot be listed, is a flaw of the snapshot, not an error.
    pub fn open(options: Options) -> Result<Self, WorkspaceError> {
        let workspace = Self::open_unread(options)?;
        workspace.reload();
        Ok(workspace)
    }

    /// Opens a workspace without reading its plans: the snapshot is empty until [`reload`](Self::reload). For a face
    /// that paints first.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_unread(options: Options) -> Result<Self, WorkspaceError> {
        if let Some(named) = options.folder.as_ref().filter(|_| options.absent == Absent::Refused)
            && !Folder::open_for_reading(named).is_there()
        {
            return Err(WorkspaceError::NoWorkspace(named.clone()));
        }
        let path = options.folder.or_else(config::default_workspace).ok_or(WorkspaceError::NoFolder)?;
        let readonly = match (options.readonly, options.as_of) {
            (true, _) => Some("--readonly".to_owned()),
            (_, Some(day)) => Some(format!("--as-of {day}")),
            _ => None,
        };
        let clock = Clock::new(options.today);
        let day = options.as_of.unwrap_or_else(|| clock.today());
        let by = options.by.or_else(config::person).unwrap_or_else(|| "?".to_owned());
        Ok(Self {
            folder: if readonly.is_some() { Folder::open_for_reading(path) } else { Folder::open(path) },
            clock,
            as_of: options.as_of,
            readonly,
            held: Mutex::new(Held::empty(day, &by)),
            by,
            swept: AtomicBool::new(false),
            demo: None,
        })
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.root()
    }

    /// Who writes.
    #[must_use]
    pub fn by(&self) -> &str {
        &self.by
    }

    /// Why nothing may be written, if so.
    #[must_use]
    pub fn readonly(&self) -> Option<&str> {
        self.readonly.as_deref()
    }

    /// The day that everything is reckoned for.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.as_of.unwrap_or_else(|| self.clock.today())
    }

    /// What was last read.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.held().snapshot()
    }

    /// Reads all files anew.
    pub fn reload(&self) -> Arc<Snapshot> {
        let mut held = self.held();
        *held = Held::read(&self.folder, self.day(), &self.by);
        held.snapshot()
    }

    /// Reads those files anew that changed since they were read, and all when the day has turned.
    pub fn refresh(&self) -> Arc<Snapshot> {
        let mut held = self.held();
        held.refresh(&self.folder, self.day());
        held.snapshot()
    }

    /// Reads those of the files that may have changed anew, where they did, and all when the day has turned.
    pub fn look_at(&self, changed: &Changed) -> Arc<Snapshot> {
        let Changed::Files(names) = changed else { return self.refresh() };
        let mut held = self.held();
        held.refresh_files(&self.folder, self.day(), names);
        held.snapshot()
    }

    /// Calls back whenever files of the workspace change, by whomever, until the watch is dropped.
    #[must_use]
    pub fn watch(&self, changed: impl Fn(Changed) + Send + 'static) -> Watch {
        self.folder.watch(changed)
    }

    fn reread(&self, plans: &[PlanId]) -> Arc<Snapshot> {
        let mut held = self.held();
        held.reread(&self.folder, plans);
        held.snapshot()
    }

    /// The right to write. The first time, what a crash left half written is swept away.
    fn lock(&self) -> Result<Guard, WorkspaceError> {
        if let Some(reason) = &self.readonly {
            return Err(WorkspaceError::ReadOnly(reason.clone()));
        }
        let guard = self.folder.lock()?;
        if !self.swept.swap(true, Ordering::Relaxed) {
            let _swept = guard.sweep(Clock::instant());
        }
        Ok(guard)
    }

    /// A panic of another thread while it held the state leaves a whole snapshot behind: it is swapped at the end.
    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
