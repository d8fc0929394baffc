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
    if let Some(other) = workspace.snapshot().directory.find(name) {
        return Err(Failure::Said(command::name_taken(session.lang, name, &other.name)));
    }
    entry::write(session, &workspace, Unit { name: name.to_owned(), ..Unit::default() })
}
