//! Whether anything is unmerged: git is asked only where its index is another one than at the last look.

use std::path::{Path, PathBuf};

use super::conflict::Conflict;
use super::repository::Repository;
use crate::store::Stamp;
use crate::workspace::{Workspace, WorkspaceError};

/// Where git's index lies, and how it was at the last look.
#[derive(Debug, Default)]
pub struct IndexLook {
    index: Option<PathBuf>,
    stamp: Option<Stamp>,
}

impl Workspace {
    /// The conflicts, where they may be others than at the last look; a look at one file otherwise, and at the names of
    /// folders where there is no repository.
    ///
    /// # Errors
    /// When git cannot be asked; it is asked again when its index has changed.
    pub fn look_for_conflicts(&self, look: &mut IndexLook) -> Result<Option<Vec<Conflict>>, WorkspaceError> {
        if look.is_as_it_was(self.path()) { Ok(None) } else { self.conflicts().map(Some) }
    }
}

impl IndexLook {
    /// Takes the stamp before git is asked, so that what changes meanwhile is seen by the next look.
    fn is_as_it_was(&mut self, folder: &Path) -> bool {
        let stamp = self.index(folder).and_then(Stamp::at);
        std::mem::replace(&mut self.stamp, stamp) == stamp
    }

    fn index(&mut self, folder: &Path) -> Option<&Path> {
        if self.index.is_none() {
            let git = folder.ancestors().map(|outer| outer.join(".git")).find(|git| git.exists())?;
            let repository = Repository::find(folder).ok().flatten();
            self.index = Some(repository.map_or(git, |repository| repository.private).join("index"));
        }
        self.index.as_deref()
    }
}
