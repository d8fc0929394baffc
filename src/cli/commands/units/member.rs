//! `tiendo units member add | remove COLLECTIVE UNIT...`: who belongs to a collective.

use clap::{Args, Subcommand};

use super::entry;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::typed;

/// Whether members come or go.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add members
    Add(Arguments),
    /// Remove members
    Remove(Arguments),
}

/// Of which collective.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Any name of the collective
    collective: String,
    /// The members
    #[arg(required = true, value_name = "UNIT")]
    members: Vec<String>,
}

/// Adds or removes members.
///
/// # Errors
/// When a unit is not known or no member, or the workspace refuses.
pub fn run(command: &Command, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let (Command::Add(arguments) | Command::Remove(arguments)) = command;
    let mut unit = entry::of(&snapshot, &arguments.collective)?;
    for typed in &arguments.members {
        let name = typed::unit(&snapshot, typed)?;
        let at = unit.members.iter().position(|member| snapshot.directory.same(member, &name));
        match (command, at) {
            (Command::Add(_), None) => unit.members.push(name),
            (Command::Add(_), Some(_)) => {}
            (Command::Remove(_), Some(at)) => drop(unit.members.remove(at)),
            (Command::Remove(_), None) => return Err(Failure::unit(typed, unit.members)),
        }
    }
    entry::write(session, &workspace, unit)
}
