//! `tiendo units`: the directory of responsible units.

mod add;
mod alias;
mod entry;
mod list;
mod list_of_names;
mod member;
mod part_of;
mod short;
mod show;

use clap::{Args, Subcommand};

use crate::cli::failure::Failure;
use crate::cli::session::Session;

/// What about the units.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

/// What can be asked of the directory, and changed in it.
#[derive(Debug, Subcommand)]
enum Command {
    /// List the units, with the number of tasks in which each has a part
    List(list::Arguments),
    /// Show a unit, its names, members and collectives
    Show(show::Arguments),
    /// Enter a unit, such as a collective that members are then added to
    Add(add::Arguments),
    /// Set the short name of a unit, or take it away
    Short(short::Arguments),
    /// Set the unit that a unit is a part of, or take that away
    PartOf(part_of::Arguments),
    /// Add or remove other names of a unit
    Alias(alias::Arguments),
    /// Add or remove members of a collective
    #[command(subcommand)]
    Member(list_of_names::Command),
}

/// Lists, shows or changes units; lists them where nothing is said.
///
/// # Errors
/// When a unit is not known, a name is another unit's, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    match &arguments.command {
        None => list::run(&list::Arguments::default(), session),
        Some(Command::List(arguments)) => list::run(arguments, session),
        Some(Command::Show(arguments)) => show::run(arguments, session),
        Some(Command::Add(arguments)) => add::run(arguments, session),
        Some(Command::Short(arguments)) => short::run(arguments, session),
        Some(Command::PartOf(arguments)) => part_of::run(arguments, session),
        Some(Command::Alias(arguments)) => alias::run(arguments, session),
        Some(Command::Member(command)) => member::run(command, session),
    }
}
