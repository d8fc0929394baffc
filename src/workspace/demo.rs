//! The demonstration: a private copy of the sample workspace, in the year of its plans.

use chrono::NaiveDate;

use super::{Options, Workspace, WorkspaceError};
use crate::store::{PrivateFolder, SAMPLES};

/// The day that the demonstration is looked at from where no other is given: two days after the last line of the
/// sample journals.
const DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2022, 11, 20);

impl Workspace {
    /// Opens a copy of the sample workspace that is gone when this is dropped; folder and reading alone of the options
    /// do not count.
    ///
    /// # Errors
    /// When the copy cannot be written.
    pub fn demo(options: Options) -> Result<Self, WorkspaceError> {
        let copy = PrivateFolder::with(SAMPLES)?;
        let today = options.today.or(DAY);
        let folder = Some(copy.path().to_owned());
        let mut workspace = Self::open(Options { folder, today, readonly: false, ..options })?;
        workspace.demo = Some(copy);
        Ok(workspace)
    }

    /// Hands the copy over to somebody who outlives every thread: it is gone when that is dropped.
    #[must_use]
    pub fn take_copy(&mut self) -> Option<PrivateFolder> {
        self.demo.take()
    }

    /// Whether this is the demonstration, so that nothing written to it lasts.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.demo.is_some()
    }
}
