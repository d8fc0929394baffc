//! `tiendo workload`: what each unit owes, quarter by quarter.

use chrono::Datelike;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::output::say;
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::cli::typed;
use crate::domain::Role;
use crate::locale::{Lang, command, span};
use crate::query::{self, Index, Reach, Roster, Workload, WorkloadQuestion, WorkloadRow};

/// Whose work, and when.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The year; by default that of the day
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    year: Option<i32>,
    /// Only this unit
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// Count also what a unit's collectives are to do
    #[arg(long)]
    collectives: bool,
    /// The part that a unit must have
    #[arg(long, value_parser = roles())]
    role: Option<Role>,
    /// Print the figures as JSON
    #[arg(long)]
    json: bool,
}

fn roles() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(["direct", "lead", "coordinate", "monitor"]).map(|name| match name.as_str() {
        "direct" => Role::Direct,
        "coordinate" => Role::Coordinate,
        "monitor" => Role::Monitor,
        _ => Role::Lead,
    })
}

/// Prints a row a unit: for each quarter, for the year's work, and their sum how much is done of how much.
///
/// # Errors
/// When the unit is not known, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let snapshot = session.open_whole()?.snapshot();
    let index = Index::new(&snapshot.plans, &snapshot.directory);
    let question = WorkloadQuestion {
        year: arguments.year.unwrap_or_else(|| snapshot.day.year()),
        role: arguments.role,
        reach: if arguments.collectives { Reach::WithCollectives } else { Reach::ByName },
    };
    let asked = arguments.unit.as_deref();
    let unit = asked.map(|typed| typed::unit_of(index.roster(), &snapshot, typed)).transpose()?;
    let mut workload = Workload::of(&index, index.leaves(), question);
    workload.rows.retain(|row| unit.as_ref().is_none_or(|unit| index.roster().unit(row.unit).name == *unit));
    if arguments.json {
        let records: Vec<Record<'_>> =
            workload.rows.iter().map(|row| Record::of(row, index.roster())).collect();
        return session.json(&records);
    }
    if workload.rows.is_empty() {
        say(&command::no_workload(session.lang, question.year));
        return Ok(());
    }
    session.table(&table(session.lang, question.year, &workload, index.roster()))
}

/// The columns of figures, in their order.
const COLUMNS: [query::Column; 6] = [
    query::Column::Quarter(1),
    query::Column::Quarter(2),
    query::Column::Quarter(3),
    query::Column::Quarter(4),
    query::Column::Year,
    query::Column::Sum,
];

fn table(lang: Lang, year: i32, workload: &Workload, roster: &Roster) -> Table {
    let mut columns = vec![Column::Title(16)];
    columns.extend([Column::Number; 6]);
    let mut table = Table::new(columns);
    let quarters = (1..=4).map(|quarter| Cell::from(span::roman(quarter)));
    let whole = [Cell::from(year.to_string()), Cell::from(command::sum(lang))];
    let unit = Cell::from(command::unit(lang));
    let dimmed = |cell: Cell| cell.styled(anstyle::Style::new().dimmed());
    table.row(std::iter::once(unit).chain(quarters).chain(whole).map(dimmed).collect::<Vec<_>>());
    for row in &workload.rows {
        let figures = COLUMNS.iter().map(|column| figures(row.load.cell(*column)));
        let name = Cell::new(&roster.unit(row.unit).name);
        table.row(std::iter::once(name).chain(figures).collect::<Vec<_>>());
    }
    table
}

/// "3/7 ▲1": done of all, and how many are overdue.
fn figures(cell: query::Cell) -> Cell {
    match (cell.total, cell.overdue) {
        (0, _) => Cell::default(),
        (total, 0) => format!("{}/{total}", cell.done).into(),
        (total, overdue) => {
            let red = anstyle::AnsiColor::Red.on_default();
            Cell::new(&format!("▲{overdue} {}/{total}", cell.done)).styled(red)
        }
    }
}

/// A row for programs.
#[derive(Serialize)]
struct Record<'s> {
    unit: &'s str,
    quarters: [Figures; 4],
    year: Figures,
    sum: Figures,
}

/// A cell for programs.
#[derive(Serialize)]
struct Figures {
    total: u32,
    done: u32,
    overdue: u32,
}

impl<'s> Record<'s> {
    fn of(row: &WorkloadRow, roster: &'s Roster) -> Self {
        let quarter = |quarter| Figures::of(row.load.cell(query::Column::Quarter(quarter)));
        Self {
            unit: &roster.unit(row.unit).name,
            quarters: [1, 2, 3, 4].map(quarter),
            year: Figures::of(row.load.cell(query::Column::Year)),
            sum: Figures::of(row.load.cell(query::Column::Sum)),
        }
    }
}

impl Figures {
    fn of(cell: query::Cell) -> Self {
        Self { total: cell.total, done: cell.done, overdue: cell.overdue }
    }
}
