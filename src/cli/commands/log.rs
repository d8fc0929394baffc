//! `tiendo log`: what was done and by whom, newest first.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::addresses::Addresses;
use crate::cli::event_words;
use crate::cli::failure::Failure;
use crate::cli::log_lines::{Line, about};
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::cli::typed::{self, Found};
use crate::domain::{Act, Target};
use crate::locale::Lang;
use crate::workspace::{HistoryLine, Snapshot};

/// Which lines.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Only of this plan, section, group or task
    #[arg(value_name = "ADDRESS")]
    address: Option<String>,
    /// Only what this person wrote
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Only what was written on this day or later
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since: Option<NaiveDate>,
    /// At most so many lines
    #[arg(long, short = 'n', value_name = "COUNT", default_value_t = 50)]
    limit: usize,
    /// Print the lines as JSON
    #[arg(long)]
    json: bool,
}

/// Prints the lines.
///
/// # Errors
/// When the address names nothing, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open_whole()?;
    let snapshot = workspace.snapshot();
    let place = arguments.address.as_deref().map(|typed| typed::place(&snapshot, typed)).transpose()?;
    let history = workspace.history();
    let lines: Vec<&HistoryLine> = history
        .iter()
        .filter(|line| arguments.by.as_ref().is_none_or(|by| line.event.by == *by))
        .filter(|line| arguments.since.is_none_or(|since| line.event.at.date_naive() >= since))
        .filter(|line| place.as_ref().is_none_or(|place| speaks_of(line, place)))
        .take(arguments.limit)
        .collect();
    if arguments.json {
        let lines: Vec<Line<'_>> =
            lines.iter().map(|line| Line::new(&line.journal, &line.event, line.undone)).collect();
        return session.json(&lines);
    }
    session.table(&table(session.lang, &snapshot, &lines))
}

fn speaks_of(line: &HistoryLine, found: &Found<'_>) -> bool {
    if line.journal != found.tracked.plan().id {
        return false;
    }
    let holds = |task| found.tracked.find(task).is_some_and(|place| found.holds(place));
    match &line.event.act {
        _ if found.target == Target::Plan => true,
        Act::Update(update) => holds(&update.task),
        Act::Extend(extension) => holds(&extension.task),
        Act::Remind(reminder) => reminder.tasks.iter().any(holds),
        Act::Edit(_) | Act::Undo(_) | Act::Unknown => false,
    }
}

/// A row a line; the act's id stands once for all lines of a batch.
fn table(lang: Lang, snapshot: &Snapshot, lines: &[&HistoryLine]) -> Table {
    let mut table =
        Table::new([Column::Whole, Column::Whole, Column::Flexible(12), Column::Title(16), Column::Whole]);
    let (mut before, mut addresses) = (None, Addresses::new(snapshot));
    for line in lines {
        let act = line.event.act_id();
        let id = if before.replace(act) == Some(act) { String::new() } else { act.to_string() };
        table.row([
            event_words::moment(lang, &line.event).into(),
            line.event.by.as_str().into(),
            about(snapshot, &mut addresses, (&line.journal, &line.event)).into(),
            event_words::with_fate(lang, &line.event, line.undone),
            Cell::new(&id),
        ]);
    }
    table
}
