//! `tiendo log`: what was done and by whom, newest first.

use std::collections::HashSet;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::addresses::Addresses;
use crate::cli::chronicle::Chronicle;
use crate::cli::failure::Failure;
use crate::cli::log_lines::Line;
use crate::cli::output::say;
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::cli::typed::{self, Found};
use crate::cli::{act_name, event_words};
use crate::domain::{Act, EventId, Target};
use crate::locale::{Lang, command};
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
    #[arg(long, short = 'n', value_name = "COUNT", default_value = "50", value_parser = typed::count)]
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
    let of_place = place.as_ref().map(|place| of_place(&history, place));
    let lines: Vec<&HistoryLine> = history
        .iter()
        .filter(|line| arguments.by.as_ref().is_none_or(|by| line.event.by == *by))
        .filter(|line| arguments.since.is_none_or(|since| line.event.at.date_naive() >= since))
        .filter(|line| of_place.as_ref().is_none_or(|lines| lines.contains(&line.event.id)))
        .take(arguments.limit)
        .collect();
    if arguments.json {
        let lines: Vec<Line<'_>> =
            lines.iter().map(|line| Line::new(&line.journal, &line.event, line.undone)).collect();
        return session.json(&lines);
    }
    if lines.is_empty() {
        say(command::no_line_fits(session.lang));
    }
    session.table(&table(session.lang, &snapshot, &lines))
}

/// Which lines speak of a place: those about its tasks, and those that took such a line back.
fn of_place<'h>(history: &'h [HistoryLine], found: &Found<'_>) -> HashSet<&'h EventId> {
    let plan = &found.tracked.plan().id;
    let holds = |task| found.tracked.find(task).is_some_and(|place| found.holds(place));
    let (mut lines, mut acts) = (HashSet::new(), HashSet::new());
    for line in history.iter().rev().filter(|line| line.journal == *plan) {
        let speaks = match &line.event.act {
            _ if found.target == Target::Plan => true,
            Act::Undo(act) => acts.contains(act),
            act => act.tasks().iter().any(holds),
        };
        if speaks {
            lines.insert(&line.event.id);
            acts.insert(line.event.act_id());
        }
    }
    lines
}

/// A row a line; the act's id stands once for all lines of a batch.
fn table(lang: Lang, snapshot: &Snapshot, lines: &[&HistoryLine]) -> Table {
    let chronicle = Chronicle { lang, snapshot };
    let mut table =
        Table::new([Column::Whole, Column::Whole, Column::Whole, Column::Whole, Column::Title(16)]);
    let (mut before, mut addresses) = (None, Addresses::new(snapshot));
    for line in lines {
        let act = line.event.act_id();
        let id = if before.replace(act) == Some(act) { String::new() } else { act_name::short(act) };
        table.row([
            event_words::moment(lang, &line.event).into(),
            line.event.by.as_str().into(),
            chronicle.about(&mut addresses, (&line.journal, &line.event)).into(),
            Cell::new(&id),
            chronicle.with_fate(&line.journal, &line.event, line.undone),
        ]);
    }
    table
}
