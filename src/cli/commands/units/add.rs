//! `tiendo units add NAME`: a new unit.

use clap::Args;

use super::entry;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::domain::Unit;
use crate::locale::command;

/// Which unit.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Its name
    name: String,
}

/// Enters the unit.
///
/// # Errors
/// When a unit is called so already, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open_or_create()?;
    let name = arguments.name.trim();
    let snapshot = workspace.snapshot();
    // What only plans name so may have an entry; what is spelled otherwise would be a second unit.
    let is_free =
        |other: &String| snapshot.directory.find(other).is_none() && snapshot.directory.same(other, name);
    if let Some(other) = entry::called(&snapshot, name).filter(|other| !is_free(other)) {
        return Err(Failure::Said(command::name_taken(session.lang, name, &other)));
    }
    entry::write(session, &workspace, Unit { name: name.to_owned(), ..Unit::default() })
}
