//! How far a plan or a section has come: the figures, in cells and for programs.

use serde::Serialize;

use super::table::Cell;
use crate::domain::Tally;

/// Done of all, the progress in hundredths, and how many are overdue.
pub fn cells(tally: &Tally) -> [Cell; 3] {
    [done(tally), percent(tally), overdue(tally)]
}

fn done(tally: &Tally) -> Cell {
    match (tally.tasks, tally.unknown) {
        (0, _) => Cell::default(),
        (tasks, unknown) if unknown == tasks => format!("?/{tasks}").into(),
        (tasks, 1..) => format!("{}+?/{tasks}", tally.done).into(),
        (tasks, _) => format!("{}/{tasks}", tally.done).into(),
    }
}

fn percent(tally: &Tally) -> Cell {
    tally.percent().map_or_else(Cell::default, |percent| format!("{percent}%").into())
}

fn overdue(tally: &Tally) -> Cell {
    let red = anstyle::AnsiColor::Red.on_default();
    if tally.overdue == 0 { Cell::default() } else { Cell::new(&format!("▲{}", tally.overdue)).styled(red) }
}

/// The figures of a plan, or of one of its sections in the order of the plan.
#[derive(Serialize)]
pub struct Figures {
    tasks: u32,
    done: u32,
    percent: Option<u8>,
    overdue: u32,
    due_soon: u32,
    done_late: u32,
    no_date: u32,
    unknown: u32,
    cancelled: u32,
}

impl Figures {
    /// The figures of a tally.
    pub fn of(tally: &Tally) -> Self {
        Self {
            tasks: tally.tasks,
            done: tally.done,
            percent: tally.percent(),
            overdue: tally.overdue,
            due_soon: tally.soon,
            done_late: tally.late,
            no_date: tally.undated,
            unknown: tally.unknown,
            cancelled: tally.cancelled,
        }
    }
}
