//! The edits that make a file say something else, found from the file as it stands.

use serde::Serialize;

use super::{Workspace, WorkspaceError};
use crate::domain::document::{diff, overlay};
use crate::domain::{Edit, Unit, UnitsFile};
use crate::store::FileName;

impl Workspace {
    /// The edits by which a file that was understood as `old` comes to say `new`. What the file holds beside, and what it
    /// leaves out, is no part of them.
    pub(super) fn edits(
        &self,
        name: &FileName,
        old: &impl Serialize,
        new: &impl Serialize,
    ) -> Result<Vec<Edit>, WorkspaceError> {
        let old = serde_json::to_value(old).map_err(WorkspaceError::json)?;
        let new = serde_json::to_value(new).map_err(WorkspaceError::json)?;
        let document = self.folder.document(name)?.map_or_else(|| old.clone(), |document| document.value);
        Ok(diff(&document, &overlay(&document, &old, &new)))
    }

    /// The edits by which the directory comes to hold these units.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn edits_of_units(&self, units: Vec<Unit>) -> Result<Vec<Edit>, WorkspaceError> {
        let old = UnitsFile { units: self.snapshot().directory.units().to_vec(), ..UnitsFile::default() };
        self.edits(&FileName::Units, &old, &UnitsFile { units, ..UnitsFile::default() })
    }
}
