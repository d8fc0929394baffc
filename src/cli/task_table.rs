//! Tasks as a table: one row a task, under a heading for each plan and section or as they come.

use anstyle::Style;

use super::addresses::Addresses;
use super::table::{Cell, Column, Table};
use super::task_row::TaskRow;
use super::{sign, task_words};
use crate::domain::{Place, Plan, Tally, TrackedPlan};
use crate::locale::{Lang, timeliness};
use crate::workspace::Snapshot;

/// Some tasks of a plan, each with what is said of it in a column of its own, such as a unit's part; or with nothing.
pub struct Chosen<'s> {
    /// The plan.
    pub tracked: &'s TrackedPlan,
    /// The tasks.
    pub tasks: Vec<(Place, String)>,
}

/// The tasks as a table, under the headings of their plans and sections.
pub fn table(lang: Lang, chosen: &[Chosen<'_>], snapshot: &Snapshot) -> Table {
    let (mut table, mut addresses) = (empty(), Addresses::new(snapshot));
    for Chosen { tracked, tasks } in chosen {
        table.blank();
        table.heading(plan_heading(tracked));
        let mut section = None;
        for (place, part) in tasks {
            let current = tracked.outline().nodes()[*place].section as usize;
            if section.replace(current) != Some(current) {
                table.heading(section_heading(tracked.plan(), current));
            }
            let address = addresses.short(tracked, *place);
            table.row(row(lang, tracked, *place, (&address, part), snapshot));
        }
    }
    table
}

/// The tasks as a table in the order in which they come, without headings: the addresses name their plans.
pub fn flat(lang: Lang, chosen: &[Chosen<'_>], snapshot: &Snapshot) -> Table {
    let (mut table, mut addresses) = (empty(), Addresses::new(snapshot));
    for Chosen { tracked, tasks } in chosen {
        for (place, part) in tasks {
            let address = addresses.short(tracked, *place);
            table.row(row(lang, tracked, *place, (&address, part), snapshot));
        }
    }
    table
}

fn empty() -> Table {
    Table::new([
        Column::Whole,
        // Never wrapped: half an address is another one.
        Column::Whole,
        Column::Title(16),
        Column::Flexible(10),
        Column::Flexible(10),
        Column::Flexible(10),
        Column::Flexible(10),
    ])
}

/// The tasks as rows for programs, in the order in which they come.
pub fn rows<'s>(chosen: &[Chosen<'s>], snapshot: &'s Snapshot) -> Vec<TaskRow<'s>> {
    let (mut rows, mut addresses) = (Vec::new(), Addresses::new(snapshot));
    for Chosen { tracked, tasks } in chosen {
        for (place, _) in tasks {
            let path = addresses.path(tracked, *place);
            rows.push(TaskRow::of(tracked, *place, path, &snapshot.as_of()));
        }
    }
    rows
}

fn row(
    lang: Lang,
    tracked: &TrackedPlan,
    place: Place,
    (address, part): (&str, &str),
    snapshot: &Snapshot,
) -> [Cell; 7] {
    let (task, standing) = (tracked.task(place), tracked.standing(place));
    let is_group = tracked.outline().is_group(place);
    let title = Cell::new(&task.title);
    let (sign, title, stand) = if is_group {
        (Cell::default(), title.styled(Style::new().bold()), figures(&tracked.tally_of(place)).into())
    } else {
        let style = sign::style(&standing.status, standing.timeliness);
        let stand = Cell::new(&timeliness::in_words(lang, standing.timeliness)).styled(style);
        (sign::of(&standing.status, standing.timeliness), title, stand)
    };
    let leads = crate::domain::leads(tracked, place, &snapshot.as_of());
    let times = task_words::times(lang, tracked, place);
    [sign, address.into(), title, leads.into(), part.into(), times.into(), stand]
}

/// Done of all, and the progress in hundredths.
fn figures(tally: &Tally) -> String {
    let progress = tally.percent().map(|percent| format!("  {percent}%")).unwrap_or_default();
    format!("{}/{}{progress}", tally.done, tally.tasks)
}

/// "03-kh-bcd-2022: 03-KH/BCĐ Thực hiện ..."
pub fn plan_heading(tracked: &TrackedPlan) -> Cell {
    let plan = tracked.plan();
    let number = plan.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
    Cell::new(&format!("{}: {number}{}", plan.id, title(plan))).styled(Style::new().bold())
}

/// The title of a plan, or who issued it where it has none.
pub fn title(plan: &Plan) -> &str {
    if plan.title.is_empty() { &plan.issuer } else { &plan.title }
}

fn section_heading(plan: &Plan, section: usize) -> Cell {
    let section = &plan.sections[section];
    Cell::new(format!("{} {}", section.number, section.title).trim()).styled(Style::new().dimmed())
}
