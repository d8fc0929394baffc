//! `tiendo units list`: every unit that the directory or a plan names.

use std::collections::BTreeSet;

use clap::Args;
use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::domain::{AsOf, Role, Unit};
use crate::locale::command;
use crate::query::{Index, Share, UnitNo};
use crate::text::collation_key;

/// Which units.
#[derive(Debug, Default, Args)]
pub struct Arguments {
    /// Print the directory as JSON
    #[arg(long)]
    json: bool,
}

/// Prints a row a unit, by the alphabet.
///
/// # Errors
/// When the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let snapshot = session.open_whole()?.snapshot();
    let index = Index::new(&snapshot.plans, &snapshot.directory);
    let rows = rows(&index, &snapshot.as_of());
    if arguments.json {
        return session.json(&rows);
    }
    let mut table = Table::new([Column::Title(16), Column::Flexible(8), Column::Number, Column::Number]);
    let lang = session.lang;
    let titles = [command::unit(lang), command::short_name(lang), command::leads(lang), command::tasks(lang)];
    let dimmed = anstyle::Style::new().dimmed();
    table.row(titles.map(|title| Cell::new(title).styled(dimmed)));
    for row in &rows {
        let short = row.unit.short.as_deref().unwrap_or_default();
        table.row([
            row.unit.name.as_str().into(),
            short.into(),
            row.leads.to_string().into(),
            row.tasks.to_string().into(),
        ]);
    }
    session.table(&table)
}

/// A unit and how much it takes part in.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    unit: Unit,
    /// Tasks that it leads, by name.
    leads: usize,
    /// Tasks in which it has any part, by name.
    tasks: usize,
}

fn rows(index: &Index, as_of: &AsOf<'_>) -> Vec<Row> {
    let leads = counts(index, |share| share.role == Role::Lead);
    let tasks = counts(index, |_| true);
    let entry = |name: &str| {
        let bare = || Unit { name: name.to_owned(), ..Unit::default() };
        as_of.directory.find(name).cloned().unwrap_or_else(bare)
    };
    let units = index.roster().units().iter().zip(leads).zip(tasks);
    let mut rows: Vec<Row> =
        units.map(|((unit, leads), tasks)| Row { unit: entry(&unit.name), leads, tasks }).collect();
    rows.sort_by_cached_key(|row| collation_key(&row.unit.name));
    rows
}

/// In how many tasks each unit has such a share, by its number.
fn counts(index: &Index, counts: impl Fn(&Share) -> bool) -> Vec<usize> {
    let mut tasks = vec![0; index.roster().units().len()];
    for task in index.leaves() {
        let shares = index.plan(task).shares(task.place()).iter().filter(|share| counts(share));
        let units: BTreeSet<UnitNo> = shares.map(|share| share.unit).collect();
        for unit in units {
            tasks[unit.index()] += 1;
        }
    }
    tasks
}
