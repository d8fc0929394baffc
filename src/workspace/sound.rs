//! What a file may say: nothing is written that could not be read again.

use serde::Deserialize;
use serde_json::Value;

use super::WorkspaceError;
use crate::domain::document::check_sound;
use crate::domain::{Directory, Plan, Settings, UnitsFile};
use crate::store::FileName;

/// Looks whether a file may say this.
///
/// # Errors
/// When it could not be read again, when no edit could name its things, or when it makes no sense.
pub fn validate(name: &FileName, old: &Value, new: &Value) -> Result<(), WorkspaceError> {
    check_sound(new).map_err(|unsound| WorkspaceError::Edit(unsound.into()))?;
    match name {
        FileName::Plan(_) => drop(Plan::deserialize(new).map_err(WorkspaceError::json)?),
        FileName::Settings => {
            Settings::deserialize(new).map_err(WorkspaceError::json)?;
        }
        FileName::Journal(_) => {}
        FileName::Units => {
            // What a hand has left wrong in the file does not stand in the way of other changes.
            let before = UnitsFile::deserialize(old).map(|file| Directory::new(file.units).flaws());
            let file = UnitsFile::deserialize(new).map_err(WorkspaceError::json)?;
            let mut flaws = Directory::new(file.units).flaws();
            flaws.retain(|flaw| !before.as_ref().is_ok_and(|before| before.contains(flaw)));
            flaws.into_iter().next().map_or(Ok(()), Err)?;
        }
    }
    Ok(())
}
