//! What a screen could not save when it ended, to be offered at the next start.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Utc};

use super::clock::Clock;
use super::ids::LineIds;
use super::kept::{self, Kept};
use super::{Workspace, WorkspaceError};
use crate::config;
use crate::domain::EventId;
use crate::store::{self, ClaimedDraft};

/// The drafts of one person at one workspace, for one screen. They need neither the workspace's lock nor its disk.
#[derive(Debug)]
pub struct Drafts {
    pub(super) store: store::Drafts,
    workspace: PathBuf,
    pub(super) clock: Clock,
    claimed: Vec<ClaimedDraft>,
}

/// What earlier screens could not save.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LeftBehind {
    /// What it is.
    pub kept: Vec<Kept>,
    /// When the last of these screens ended, where the name of its file tells.
    pub at: Option<DateTime<FixedOffset>>,
}

impl Workspace {
    /// The drafts of this person here; `None` where nothing may be written, or nothing lasts, or she has no home.
    #[must_use]
    pub fn drafts(&self) -> Option<Drafts> {
        if self.readonly.is_some() || self.is_demo() {
            return None;
        }
        Some(Drafts::at(store::Drafts::of(&config::state_folder()?, self.path()), self))
    }
}

impl Drafts {
    /// Those of a workspace that lie there.
    pub(super) fn at(store: store::Drafts, workspace: &Workspace) -> Self {
        Self { store, workspace: workspace.path().to_owned(), clock: workspace.clock, claimed: Vec::new() }
    }

    /// Claims the drafts that no other screen has, and reads them; what cannot be read stays where it is, and
    /// says why; so does a folder in which no draft could be kept.
    pub fn take(&mut self) -> (LeftBehind, Vec<WorkspaceError>) {
        let mut found = LeftBehind::default();
        let mut refused: Vec<WorkspaceError> =
            self.store.ready().err().map(WorkspaceError::from).into_iter().collect();
        for claimed in self.store.claim() {
            let file = claimed.path().display().to_string();
            let read = claimed.read().and_then(|bytes| kept::from_bytes(&file, &bytes)).map(|(_, kept)| kept);
            match read {
                Ok(kept) => {
                    found.kept.extend(kept);
                    found.at = found.at.max(written_at(claimed.path()));
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

    /// Looks whether a draft could be written, and leaves none behind.
    ///
    /// # Errors
    /// When the folder of the person's state cannot be written to, or its disk is full.
    pub fn try_out(&self, kept: &[Kept]) -> Result<(), WorkspaceError> {
        Ok(self.store.try_out(&kept::to_bytes("", &self.workspace, kept)?)?)
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

/// When a draft was written, by the name of its file.
fn written_at(path: &Path) -> Option<DateTime<FixedOffset>> {
    let id: EventId = path.file_stem()?.to_str()?.parse().ok()?;
    let moment = DateTime::<Utc>::from_timestamp_millis(i64::try_from(id.timestamp_ms()).ok()?)?;
    Some(moment.with_timezone(&Clock::zone()))
}
