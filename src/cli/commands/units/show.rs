//! `tiendo units show UNIT`: what the directory knows of a unit.

use clap::Args;
use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::cli::typed;
use crate::domain::Unit;
use crate::locale::{command, date};

/// Which unit.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Any name of the unit, accents or not
    unit: String,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

/// What is known of a unit, for programs.
#[derive(Serialize)]
struct Record<'s> {
    #[serde(flatten)]
    unit: &'s Unit,
    collectives: Vec<&'s str>,
}

/// Prints the unit.
///
/// # Errors
/// When no unit is called so, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let snapshot = session.open()?.snapshot();
    let name = typed::unit(&snapshot, &arguments.unit)?;
    let bare = Unit { name: name.clone(), ..Unit::default() };
    let unit = snapshot.directory.find(&name).unwrap_or(&bare);
    let collectives = snapshot.directory.collectives(&name);
    if arguments.json {
        return session.json(&Record { unit, collectives });
    }
    let lang = session.lang;
    let until = unit.until.map(|until| date::day(lang, until));
    let facts = [
        (command::short_name(lang), unit.short.iter().map(String::as_str).collect()),
        (command::aliases(lang), unit.aliases.iter().map(String::as_str).collect()),
        (command::part_of(lang), unit.part_of.iter().map(String::as_str).collect()),
        (command::members(lang), unit.members.iter().map(String::as_str).collect()),
        (command::collectives(lang), collectives),
        (command::until(lang), until.iter().map(String::as_str).collect()),
        (command::successor(lang), unit.successor.iter().map(String::as_str).collect::<Vec<&str>>()),
    ];
    let mut table = Table::new([Column::Whole, Column::Flexible(20)]);
    table.heading(Cell::new(&name).styled(anstyle::Style::new().bold()));
    for (label, names) in facts {
        for (index, name) in names.into_iter().enumerate() {
            table.row([if index == 0 { label } else { "" }.into(), name.into()]);
        }
    }
    session.table(&table)
}
