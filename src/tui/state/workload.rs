//! The table of workload: how it is asked, and where the cursor stands in it.

use chrono::Datelike;

use super::{State, conditions};
use crate::domain::Role;
use crate::query::{Column, Load, Reach, Roster, UnitNo, Workload, WorkloadQuestion};
use crate::workspace::Snapshot;

/// The table and the way it is looked at.
#[derive(Debug, Default)]
pub struct Board {
    /// Whose work counts, in which year.
    pub asked: Asked,
    /// Whether its columns are quarters or months.
    pub scale: Scale,
    /// The column that orders the rows; by name where `None`.
    pub sort: Option<Column>,
    /// What it shows.
    pub workload: Workload,
    /// The year that it shows.
    pub year: i32,
    /// The unit that the cursor stands on, by name; the sum where `None`.
    unit: Option<String>,
    /// The column that the cursor stands on, as an index into those of the scale.
    column: usize,
    /// The row that the cursor stood on, for when its unit is gone.
    last_at: usize,
}

/// What a person wants to see; a filter may say otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The part that a unit must have; any, where `None`.
    pub role: Option<Role>,
    /// Whether what a unit's collectives are to do is its work as well.
    pub reach: Reach,
    /// The year; that of the day where `None`.
    pub year: Option<i32>,
}

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Four quarters.
    #[default]
    Quarters,
    /// Twelve months.
    Months,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'b> {
    /// A unit's.
    Unit(UnitNo, &'b Load),
    /// That of all units together.
    Whole(&'b Load),
}

impl Default for Asked {
    fn default() -> Self {
        Self { role: Some(Role::Lead), reach: Reach::ByName, year: None }
    }
}

impl Scale {
    /// The columns, the whole year and the sum last.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        let parts: Vec<Column> = match self {
            Self::Quarters => (1..=4).map(Column::Quarter).collect(),
            Self::Months => (1..=12).map(Column::Month).collect(),
        };
        parts.into_iter().chain([Column::Year, Column::Sum]).collect()
    }
}

impl<'b> Line<'b> {
    /// The figures.
    #[must_use]
    pub fn load(self) -> &'b Load {
        let (Self::Unit(_, load) | Self::Whole(load)) = self;
        load
    }
}

impl Board {
    /// Takes figures over, in the order that is wanted.
    pub fn replace(&mut self, mut workload: Workload, question: WorkloadQuestion, roster: &Roster) {
        if let Some(column) = self.sort {
            workload.sort_by_column(column);
        }
        (self.workload, self.year) = (workload, question.year);
        // Before anything was counted no unit was there to stand on.
        let at = if self.unit.is_none() && self.last_at == 0 { 0 } else { self.at(roster) };
        self.go_to(at, roster);
    }

    /// The row of an index; the one behind the units is that of their sum.
    #[must_use]
    pub fn line(&self, at: usize) -> Line<'_> {
        let row = self.workload.rows.get(at);
        row.map_or(Line::Whole(&self.workload.whole), |row| Line::Unit(row.unit, &row.load))
    }

    /// The index of the cursor's row.
    #[must_use]
    pub fn at(&self, roster: &Roster) -> usize {
        let rows = &self.workload.rows;
        let Some(name) = &self.unit else { return rows.len() };
        let found = rows.iter().position(|row| roster.unit(row.unit).name == *name);
        found.unwrap_or_else(|| self.last_at.min(rows.len().saturating_sub(1)))
    }

    /// Puts the cursor on the row of an index, the sum's at the most.
    pub fn go_to(&mut self, at: usize, roster: &Roster) {
        self.last_at = at.min(self.workload.rows.len());
        self.unit = self.workload.rows.get(at).map(|row| roster.unit(row.unit).name.clone());
    }

    /// The index of the cursor's column.
    #[must_use]
    pub fn column_at(&self) -> usize {
        self.column.min(self.scale.columns().len() - 1)
    }

    /// The column of the cursor.
    #[must_use]
    pub fn column(&self) -> Column {
        self.scale.columns()[self.column_at()]
    }

    /// Puts the cursor on the column of an index, or the last one.
    pub fn go_to_column(&mut self, column: usize) {
        self.column = column.min(self.scale.columns().len() - 1);
    }

    /// Shows the other columns; the cursor stays on its part of the year.
    pub fn rescale(&mut self, scale: Scale) {
        let held = self.column();
        if self.sort.is_some_and(|sort| matches!(sort, Column::Quarter(_) | Column::Month(_))) {
            self.sort = None;
        }
        self.scale = scale;
        let columns = scale.columns();
        let same = columns.iter().position(|column| *column == held);
        let near = || columns.iter().position(|column| column.holds(held) || held.holds(*column));
        self.column = same.or_else(near).unwrap_or(0);
    }
}

impl State {
    /// Counts the table anew.
    pub fn count_workload(&mut self, snapshot: &Snapshot) {
        let question = self.workload_question(snapshot);
        let mut workload = Workload::of(&self.index, self.selection.tasks().iter().copied(), question);
        // Who looks for one unit does not ask what those have to do that share its tasks.
        if let Some(asked) = conditions::unit(&self.filter) {
            let unit = self.index.roster().find(&snapshot.directory.key(&asked.unit));
            workload.rows.retain(|row| Some(row.unit) == unit);
        }
        self.board.replace(workload, question, self.index.roster());
    }

    /// What the table is about: what is asked, but a filter on a unit or a time decides.
    #[must_use]
    pub fn workload_question(&self, snapshot: &Snapshot) -> WorkloadQuestion {
        let asked = self.board.asked;
        let unit = conditions::unit(&self.filter);
        WorkloadQuestion {
            year: conditions::year(&self.filter).or(asked.year).unwrap_or_else(|| snapshot.day.year()),
            role: unit.and_then(|unit| unit.role).or(asked.role),
            reach: unit.map_or(asked.reach, |unit| unit.reach),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_on_its_part_of_the_year() {
        let mut board = Board::default();
        let mut check = |column, scale, expected| {
            board.go_to_column(column);
            board.rescale(scale);
            assert_eq!(board.column(), expected);
            board.rescale(Scale::Quarters);
        };
        check(3, Scale::Months, Column::Month(10));
        check(4, Scale::Months, Column::Year);
        check(5, Scale::Months, Column::Sum);
    }
}
