//! Who has how much to do when: units by quarters.

use super::index::{Index, TaskRef};
use super::period::{Column, columns};
use super::roster::{Roster, UnitNo};
use super::share::{Reach, Share};
use crate::domain::{PeriodMark, Role, Status};

/// What a table of workload is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkloadQuestion {
    /// The year.
    pub year: i32,
    /// The part that a unit must have; any, where `None`.
    pub role: Option<Role>,
    /// Whether what a unit's collectives are to do is its work as well.
    pub reach: Reach,
}

/// The periods of one unit in one column, cancelled ones left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// All of them.
    pub total: u32,
    /// Those that are done.
    pub done: u32,
    /// Those that are overdue.
    pub overdue: u32,
}

/// A year's periods by column. The columns add up to their number: none stands in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    months: [Cell; 12],
    year: Cell,
}

/// The work of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkloadRow {
    /// The unit.
    pub unit: UnitNo,
    /// Its periods.
    pub load: Load,
}

/// The work of all units that have any, by the alphabet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workload {
    /// A row for each unit.
    pub rows: Vec<WorkloadRow>,
    /// All periods, each once: however many units share it, and where nobody has that part.
    pub whole: Load,
}

impl Workload {
    /// Adds up the periods of tasks.
    #[must_use]
    pub fn of(index: &Index, tasks: impl IntoIterator<Item = TaskRef>, question: WorkloadQuestion) -> Self {
        let workers = Workers::new(index.roster(), question);
        let row = |unit| WorkloadRow { unit, load: Load::default() };
        let mut rows: Vec<WorkloadRow> = index.roster().numbers().map(row).collect();
        let (mut whole, mut units) = (Load::default(), Vec::new());
        for task in tasks {
            workers.of(index.plan(task).shares(task.place()), &mut units);
            for (column, mark) in columns(index.plan(task).tracked(), task.place(), question.year) {
                whole.add(column, mark);
                for unit in &units {
                    rows[unit.index()].load.add(column, mark);
                }
            }
        }
        rows.retain(|row| row.load.cell(Column::Sum).total > 0);
        let order = |row: &WorkloadRow| index.roster().unit(row.unit).order();
        rows.sort_by(|one, other| order(one).cmp(order(other)));
        Self { rows, whole }
    }

    /// Puts those with the most work in a column first.
    pub fn sort_by_column(&mut self, column: Column) {
        self.rows.sort_by_key(|row| std::cmp::Reverse(row.load.cell(column).total));
    }
}

/// The tasks behind a cell of a unit, or of all together.
#[must_use]
pub fn tasks_behind(
    index: &Index,
    tasks: impl IntoIterator<Item = TaskRef>,
    question: WorkloadQuestion,
    (unit, wanted): (Option<UnitNo>, Column),
) -> Vec<TaskRef> {
    let workers = Workers::new(index.roster(), question);
    let mut units = Vec::new();
    let stands_there = |task: &TaskRef| {
        workers.of(index.plan(*task).shares(task.place()), &mut units);
        unit.is_none_or(|unit| units.contains(&unit))
            && columns(index.plan(*task).tracked(), task.place(), question.year)
                .any(|(column, _)| wanted.holds(column))
    };
    tasks.into_iter().filter(stands_there).collect()
}

/// Whose work a task is.
struct Workers {
    role: Option<Role>,
    /// The members of each collective, by number; empty where collectives do not count.
    members: Vec<Vec<UnitNo>>,
}

impl Workers {
    fn new(roster: &Roster, question: WorkloadQuestion) -> Self {
        let mut members = vec![Vec::new(); roster.units().len()];
        if question.reach == Reach::WithCollectives {
            for number in roster.numbers() {
                for collective in &roster.unit(number).collectives {
                    members[collective.index()].push(number);
                }
            }
        }
        Self { role: question.role, members }
    }

    /// The units that have the part, each once.
    fn of(&self, shares: &[Share], units: &mut Vec<UnitNo>) {
        units.clear();
        for share in shares.iter().filter(|share| self.role.is_none_or(|role| share.role == role)) {
            units.push(share.unit);
            units.extend(&self.members[share.unit.index()]);
        }
        units.sort_unstable();
        units.dedup();
    }
}

impl Load {
    fn add(&mut self, column: Column, mark: &PeriodMark) {
        match column {
            Column::Month(month @ 1..=12) => self.months[usize::from(month) - 1].add(mark),
            _ => self.year.add(mark),
        }
    }

    /// What stands in a column.
    #[must_use]
    pub fn cell(&self, column: Column) -> Cell {
        let months = (1..).map(Column::Month).zip(&self.months);
        let cells = months.chain([(Column::Year, &self.year)]);
        cells.filter(|(held, _)| column.holds(*held)).fold(Cell::default(), |sum, (_, cell)| Cell {
            total: sum.total + cell.total,
            done: sum.done + cell.done,
            overdue: sum.overdue + cell.overdue,
        })
    }
}

impl Cell {
    fn add(&mut self, mark: &PeriodMark) {
        self.total += 1;
        self.done += u32::from(mark.status == Status::Done);
        self.overdue += u32::from(mark.timeliness.is_overdue());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::query::fixture::{Office, names};

    fn office() -> Office {
        let lead =
            |unit: &str| json!([{"role": "lead", "unit": unit}, {"role": "coordinate", "unit": "Sở Y tế"}]);
        let when = |when: &[&str]| {
            when.iter().zip('a'..).map(|(when, id)| json!({"id": id, "when": when})).collect::<Vec<_>>()
        };
        Office::new()
            .plan("a", &json!([
                {"id": "q1", "title": "", "assignments": lead("Sở Nội vụ"), "timeline": when(&["2022-Q1"])},
                {"id": "two", "title": "", "assignments": lead("Sở Nội vụ"), "timeline": when(&["before 2022-03-18", "by 2022-12-15"])},
                {"id": "each", "title": "", "assignments": lead("Các sở"), "timeline": when(&["quarterly"])},
                {"id": "year", "title": "", "assignments": lead("Sở Nội vụ"), "timeline": when(&["2022"])},
                {"id": "always", "title": "", "assignments": lead("Sở Nội vụ"), "timeline": when(&["ongoing"])},
                {"id": "none", "title": "", "assignments": lead("Sở Nội vụ")}]))
            .status("2022-03-01", "two", "done")
            .status("2022-04-01", "none", "cancelled")
            .collective("Các sở", &["Sở Nội vụ"])
    }

    fn check(role: Option<Role>, reach: Reach, expected: &[&str]) {
        let index = office().index();
        let question = WorkloadQuestion { year: 2022, role, reach };
        let row = |row: &WorkloadRow| {
            let cells = [1, 2, 3, 4].map(|quarter| show(&row.load.cell(Column::Quarter(quarter)))).join(" ");
            let name = &index.roster().unit(row.unit).name;
            format!(
                "{name}: {cells} | {} = {}",
                show(&row.load.cell(Column::Year)),
                row.load.cell(Column::Sum).total
            )
        };
        let workload = Workload::of(&index, index.leaves(), question);
        assert_eq!(workload.rows.iter().map(row).collect::<Vec<_>>(), expected);
    }

    fn show(cell: &Cell) -> String {
        let overdue = if cell.overdue > 0 { format!("▲{}", cell.overdue) } else { String::new() };
        format!("{}/{}{overdue}", cell.done, cell.total)
    }

    #[test]
    fn every_period_stands_once_in_the_quarter_of_its_last_day_or_in_the_year() {
        check(
            Some(Role::Lead),
            Reach::ByName,
            &["Các sở: 0/1▲1 0/1▲1 0/1▲1 0/1 | 0/0 = 4", "Sở Nội vụ: 1/2▲1 0/0 0/0 0/1 | 0/2 = 5"],
        );
    }

    #[test]
    fn roles_stand_apart() {
        check(Some(Role::Coordinate), Reach::ByName, &["Sở Y tế: 1/3▲2 0/1▲1 0/1▲1 0/2 | 0/2 = 9"]);
        check(Some(Role::Monitor), Reach::ByName, &[]);
    }

    #[test]
    fn the_work_of_collectives_is_added_when_asked() {
        check(
            Some(Role::Lead),
            Reach::WithCollectives,
            &["Các sở: 0/1▲1 0/1▲1 0/1▲1 0/1 | 0/0 = 4", "Sở Nội vụ: 1/3▲2 0/1▲1 0/1▲1 0/2 | 0/2 = 9"],
        );
    }

    #[test]
    fn a_cell_leads_to_its_tasks() {
        let office = office();
        let index = office.index();
        let unit = index.roster().resolve("so noi vu", &office.directory).unwrap();
        let question = WorkloadQuestion { year: 2022, role: None, reach: Reach::WithCollectives };
        let behind = |column| {
            let tasks = tasks_behind(&index, index.leaves(), question, (Some(unit), column));
            names(&index, &tasks)
        };
        assert_eq!(behind(Column::Quarter(4)), ["two", "each"]);
        assert_eq!(behind(Column::Year), ["year", "always"]);
    }
}
