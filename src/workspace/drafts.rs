//! What a screen could not save when it ended, to be offered at the next start.

use std::path::PathBuf;

use super::clock::Clock;
use super::ids::LineIds;
use super::kept::{self, Kept};
use super::{Workspace, WorkspaceError};
use crate::config;
use crate::store::{self, ClaimedDraft};

/// The drafts of one person at one workspace, for one screen. They need neither the workspace's lock nor its disk.
#[derive(Debug)]
pub struct Drafts {
    store: store::Drafts,
    workspace: PathBuf,
    clock: Clock,
    claimed: Vec<ClaimedDraft>,
}

impl Workspace {
    /// The drafts of this person here; `None` where nothing may be written, or nothing lasts, or she has no home.
    #[must_use]
    pub fn drafts(&self) -> Option<Drafts> {
        if self.readonly.is_some() || self.is_demo() {
            return None;
        }
        let store = store::Drafts::of(&config::state_folder()?, self.path());
        Some(Drafts { store, workspace: self.path().to_owned(), clock: self.clock, claimed: Vec::new() })
    }
}

impl Drafts {
    /// Claims the drafts that no other screen has, and reads them; what cannot be read stays where it is, and
    /// says why; so does a folder in which no draft could be kept.
    pub fn take(&mut self) -> (Vec<Kept>, Vec<WorkspaceError>) {
        let mut found = Vec::new();
        let mut refused: Vec<WorkspaceError> =
            self.store.ready().err().map(WorkspaceError::from).into_iter().collect();
        for claimed in self.store.claim() {
            let file = claimed.path().display().to_string();
            let read = claimed.read().and_then(|bytes| kept::from_bytes(&file, &bytes));
            match read {
                Ok(kept) => {
                    found.extend(kept);
                    self.claimed.push(claimed);
                }
                Err(error) => refused.push(error.into()),
            }
        }
        (found, refused)
    }

    /// Writes a new draft; those that are claimed stay.
    ///
    /// # Errors
    /// When the folder of the person's state cannot be written to.
    pub fn write(&self, kept: &[Kept]) -> Result<(), WorkspaceError> {
        if kept.is_empty() {
            return Ok(());
        }
        let name = LineIds::after(None, self.clock.now()).next().to_string();
        Ok(self.store.write(&name, &kept::to_bytes("", &self.workspace, kept)?)?)
    }

    /// Writes a draft in place of the claimed ones, or nothing; they are gone only when it is safe.
    ///
    /// # Errors
    /// When the folder of the person's state cannot be written to.
    pub fn replace(&mut self, kept: &[Kept]) -> Result<(), WorkspaceError> {
        self.write(kept)?;
        self.claimed.iter().try_for_each(ClaimedDraft::remove)?;
        self.claimed.clear();
        Ok(())
    }
}
