//! Names that come to a unit or go from it: its other names, the members of a collective.

use clap::{Args, Subcommand};

use super::entry;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::domain::Unit;
use crate::workspace::Snapshot;

/// Whether names come or go.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add names
    Add(Arguments),
    /// Remove names
    Remove(Arguments),
}

/// Which names, of which unit.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Any name of the unit
    unit: String,
    /// The names
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
}

/// A list of names in the entry of a unit.
pub trait NameList {
    /// The list.
    fn of(unit: &mut Unit) -> &mut Vec<String>;

    /// The name under which what was typed enters the list of a unit.
    ///
    /// # Errors
    /// When it may not.
    fn entering(&self, snapshot: &Snapshot, unit: &Unit, typed: &str) -> Result<String, Failure>;

    /// Whether a name of the list is the one that was typed.
    fn is(&self, snapshot: &Snapshot, listed: &str, typed: &str) -> bool;
}

/// Adds or removes names.
///
/// # Errors
/// When the unit, or a name to be removed, is not known, a name may not enter, or the workspace refuses.
pub fn run<L: NameList>(list: &L, command: &Command, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let (Command::Add(arguments) | Command::Remove(arguments)) = command;
    let mut unit = entry::of(&snapshot, &arguments.unit)?;
    for typed in &arguments.names {
        let at = L::of(&mut unit).iter().position(|listed| list.is(&snapshot, listed, typed));
        match (command, at) {
            (Command::Add(_), None) => {
                let name = list.entering(&snapshot, &unit, typed)?;
                L::of(&mut unit).push(name);
            }
            (Command::Add(_), Some(_)) => {}
            (Command::Remove(_), Some(at)) => drop(L::of(&mut unit).remove(at)),
            (Command::Remove(_), None) => return Err(Failure::unit(typed, L::of(&mut unit).clone())),
        }
    }
    entry::write(session, &workspace, unit)
}
