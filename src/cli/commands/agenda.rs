//! `tiendo agenda`: what is open, by when it falls due.

use anstyle::Style;
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::cli::addresses::Addresses;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::cli::{sign, typed};
use crate::domain::{TrackedPlan, leads};
use crate::locale::{Lang, date, timeliness};
use crate::query::{Agenda, AgendaItem, Condition, Filter, Horizon, Index, Reach, Selection, UnitCondition};
use crate::workspace::Snapshot;

/// Whose.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Only what this unit has a part in
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// With --unit, also what the unit's collectives are to do
    #[arg(long, requires = "unit")]
    collectives: bool,
    /// List also what has no date yet, rather than count it
    #[arg(long)]
    undated: bool,
    /// Print all of it as JSON
    #[arg(long)]
    json: bool,
}

/// Prints the open periods: overdue first, then this week, the next, this quarter, later, without a date.
///
/// # Errors
/// When the unit is not known, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let snapshot = session.open_whole()?.snapshot();
    let index = Index::new(&snapshot.plans, &snapshot.directory);
    let mut filter = Filter::default();
    if let Some(typed) = &arguments.unit {
        let unit = typed::unit_of(index.roster(), &snapshot, typed)?;
        let reach = if arguments.collectives { Reach::WithCollectives } else { Reach::ByName };
        filter.set(Condition::Unit(UnitCondition { unit, reach, role: None }));
    }
    let selection = Selection::of(&index, &filter, &snapshot.as_of());
    let agenda = Agenda::of(&index, selection.tasks().iter().copied(), snapshot.day);
    if arguments.json {
        let mut addresses = Addresses::new(&snapshot);
        let items: Vec<Record<'_>> =
            agenda.items.iter().map(|item| Record::of(item, &snapshot, &mut addresses)).collect();
        return session.json(&items);
    }
    session.table(&table(session.lang, arguments, &agenda, &snapshot))
}

fn table(lang: Lang, arguments: &Arguments, agenda: &Agenda, snapshot: &Snapshot) -> Table {
    let mut table = Table::new([
        Column::Whole,
        Column::Whole,
        Column::Whole,
        Column::Title(16),
        Column::Flexible(10),
        Column::Flexible(10),
    ]);
    let bold = Style::new().bold();
    let mut addresses = Addresses::new(snapshot);
    for horizon in Horizon::ALL {
        let items = agenda.under(horizon);
        if items.is_empty() {
            continue;
        }
        table.blank();
        table.heading(Cell::new(&format!("{} ({})", horizon.name(lang), items.len())).styled(bold));
        if horizon != Horizon::NoDate || arguments.undated {
            for item in items {
                table.row(row(lang, item, snapshot, &mut addresses));
            }
        }
    }
    table
}

fn row<'s>(
    lang: Lang,
    item: &AgendaItem,
    snapshot: &'s Snapshot,
    addresses: &mut Addresses<'s>,
) -> [Cell; 6] {
    let tracked = tracked(item, snapshot);
    let place = item.task.place();
    let status = &tracked.marks(place)[item.period].status;
    [
        sign::of(status, item.timeliness),
        item.day.map(|day| date::day(lang, day)).unwrap_or_default().into(),
        addresses.short(tracked, place).into(),
        tracked.task(place).title.as_str().into(),
        leads(tracked, place, &snapshot.as_of()).into(),
        Cell::new(&timeliness::in_words(lang, item.timeliness)).styled(sign::style(status, item.timeliness)),
    ]
}

fn tracked<'s>(item: &AgendaItem, snapshot: &'s Snapshot) -> &'s TrackedPlan {
    &snapshot.plans[item.task.plan()]
}

/// An open period for programs.
#[derive(Serialize)]
struct Record<'s> {
    horizon: &'static str,
    deadline: Option<NaiveDate>,
    address: String,
    task: &'s str,
    title: &'s str,
    status: &'s str,
}

impl<'s> Record<'s> {
    fn of(item: &AgendaItem, snapshot: &'s Snapshot, addresses: &mut Addresses<'s>) -> Self {
        let (tracked, place) = (tracked(item, snapshot), item.task.place());
        Self {
            horizon: word(item.horizon),
            deadline: item.day,
            address: addresses.whole(tracked, place),
            task: tracked.task(place).id.as_str(),
            title: &tracked.task(place).title,
            status: tracked.marks(place)[item.period].status.as_str(),
        }
    }
}

fn word(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Overdue => "overdue",
        Horizon::ThisWeek => "this_week",
        Horizon::NextWeek => "next_week",
        Horizon::ThisQuarter => "this_quarter",
        Horizon::Later => "later",
        Horizon::NoDate => "no_date",
    }
}
