//! `tiendo units part-of UNIT [WHOLE]`: the unit that another is a part of.

use clap::Args;

use super::entry;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::typed;

/// Of which unit.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Any name of the unit
    unit: String,
    /// The unit that it is a part of; without one it is a part of none any more
    whole: Option<String>,
}

/// Sets the whole.
///
/// # Errors
/// When a unit is not known, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let mut unit = entry::of(&snapshot, &arguments.unit)?;
    unit.part_of = arguments.whole.as_deref().map(|typed| typed::unit(&snapshot, typed)).transpose()?;
    entry::write(session, &workspace, unit)
}
