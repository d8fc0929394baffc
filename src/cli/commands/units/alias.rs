//! `tiendo units alias add | remove UNIT NAME...`: other names of a unit.

use clap::{Args, Subcommand};

use super::entry;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::text::spelling;

/// Whether names come or go.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add other names
    Add(Arguments),
    /// Remove other names
    Remove(Arguments),
}

/// Of which unit.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Any name of the unit
    unit: String,
    /// The other names
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
}

/// Adds or removes names.
///
/// # Errors
/// When the unit or a name to be removed is not known, a name is another's, or the workspace refuses.
pub fn run(command: &Command, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let (Command::Add(arguments) | Command::Remove(arguments)) = command;
    let mut unit = entry::of(&snapshot, &arguments.unit)?;
    for name in &arguments.names {
        let spelled = spelling(name);
        if matches!(command, Command::Add(_)) {
            entry::claim(&snapshot, &unit, name, session.lang)?;
            unit.aliases.retain(|known| spelling(known) != spelled);
            unit.aliases.push(name.clone());
            continue;
        }
        let Some(at) = unit.aliases.iter().position(|known| spelling(known) == spelled) else {
            return Err(Failure::unit(name, unit.aliases));
        };
        unit.aliases.remove(at);
    }
    entry::write(session, &workspace, unit)
}
