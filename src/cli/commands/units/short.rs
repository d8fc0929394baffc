//! `tiendo units short UNIT [SHORT]`: the name for narrow columns.

use clap::Args;

use super::entry;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::locale::command;

/// Of which unit.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Any name of the unit
    unit: String,
    /// Its short name; without one it has none any more
    short: Option<String>,
}

/// Sets the short name.
///
/// # Errors
/// When the unit is not known, the name is another's, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let mut unit = entry::of(&snapshot, &arguments.unit)?;
    if let Some(short) = &arguments.short
        && let Some(other) = entry::called(&snapshot, short).filter(|other| *other != unit.name)
    {
        return Err(Failure::Said(command::name_taken(session.lang, short, &other)));
    }
    unit.short.clone_from(&arguments.short);
    entry::write(session, &workspace, unit)
}
