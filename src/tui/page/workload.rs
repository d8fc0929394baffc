//! Where the rows and columns of the table of workload stand, and the table as a sheet.

use ratatui::layout::Rect;

use crate::locale::{Lang, span, workload as words};
use crate::query::{Cell, Column};
use crate::report::Sheet;
use crate::tui::layout;
use crate::tui::state::State;
use crate::tui::state::workload::Line;

/// The columns of the table in a window of some width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The width of the names.
    pub name: u16,
    /// The width of a cell.
    pub cell: u16,
    /// The first that is shown, as an index into those of the scale.
    pub first: usize,
    /// How many are shown.
    pub shown: usize,
}

/// The parts of the table, within its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// The names of the columns.
    pub head: Rect,
    /// The units.
    pub rows: Rect,
    /// All units together.
    pub sum: Rect,
    /// The year of the unit under the cursor, its edge first; `None` where there is no room.
    pub year: Option<Rect>,
    /// What is shown, in words.
    pub footer: Rect,
}

/// The least width of the names.
const NAME: u16 = 14;

/// The widths that a cell may have, the best first.
const CELLS: [u16; 4] = [13, 10, 7, 5];

/// The lines of a unit's year, with the edge above them.
const YEAR: u16 = 4;

impl Columns {
    /// Lays so many columns out; where not all have room, those around the cursor's.
    #[must_use]
    pub fn of(width: u16, count: usize, cursor: usize) -> Self {
        let room = |cell: u16| usize::from(width.saturating_sub(NAME) / cell);
        let cell = CELLS.into_iter().find(|cell| room(*cell) >= count).unwrap_or(CELLS[3]);
        let shown = room(cell).clamp(1, count);
        let first = cursor.saturating_sub(shown - 1).min(count - shown);
        let taken = u16::try_from(shown).unwrap_or(u16::MAX).saturating_mul(cell);
        Self { name: width.saturating_sub(taken), cell, first, shown }
    }
}

impl Parts {
    /// Parts the space within the frame.
    #[must_use]
    pub fn of(inner: Rect) -> Self {
        let line = |y: u16| Rect { y, height: 1.min(inner.height), ..inner };
        let footer = line(inner.bottom().saturating_sub(1));
        let year = (inner.height >= 12).then(|| Rect { y: footer.y - YEAR, height: YEAR, ..inner });
        let sum = line(year.map_or(footer.y, |year| year.y).saturating_sub(1).max(inner.y));
        let rows = Rect { y: inner.y + 1, height: sum.y.saturating_sub(inner.y + 1), ..inner };
        Self { head: line(inner.y), rows, sum, year, footer }
    }
}

/// Where the table stands: between header and keys.
#[must_use]
pub fn place(window: Rect) -> Rect {
    Rect { y: window.y + 1, height: window.height.saturating_sub(2), ..window }
}

/// The lines of units in the window.
#[must_use]
pub fn height(state: &State) -> usize {
    let window = Rect::new(0, 0, state.size.width, state.size.height);
    Parts::of(layout::inner(place(window))).rows.height.into()
}

/// The name of a column.
#[must_use]
pub fn name(lang: Lang, column: Column) -> String {
    match column {
        Column::Quarter(quarter) => span::roman(quarter).to_owned(),
        Column::Month(month) => words::month(lang, month),
        Column::Year => words::year(lang).to_owned(),
        Column::Sum => words::sum(lang).to_owned(),
    }
}

/// The table as it is seen, for a spreadsheet: done of all, and behind it how many are overdue.
#[must_use]
pub fn sheet(state: &State) -> Sheet {
    let (board, lang) = (&state.board, state.lang);
    let columns = board.scale.columns();
    let head =
        std::iter::once(words::unit(lang).to_owned()).chain(columns.iter().map(|column| name(lang, *column)));
    let row = |at: usize| {
        let line = board.line(at);
        let cells = columns.iter().map(|column| figures(line.load().cell(*column)));
        std::iter::once(unit(state, line).to_owned()).chain(cells).collect()
    };
    Sheet { head: head.collect(), rows: (0..=board.workload.rows.len()).map(row).collect() }
}

/// The name of a row.
#[must_use]
pub fn unit<'s>(state: &'s State, line: Line<'_>) -> &'s str {
    match line {
        Line::Unit(unit, _) => &state.index.roster().unit(unit).name,
        Line::Whole(_) => words::everything(state.lang),
    }
}

fn figures(cell: Cell) -> String {
    match (cell.total, cell.overdue) {
        (0, _) => String::new(),
        (total, 0) => format!("{}/{total}", cell.done),
        (total, overdue) => format!("{}/{total} ({overdue})", cell.done),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursors_column_is_always_shown() {
        for width in 0..=300 {
            for (count, cursor) in [(6, 0), (6, 5), (14, 0), (14, 7), (14, 13)] {
                let columns = Columns::of(width, count, cursor);
                assert!((columns.first..columns.first + columns.shown).contains(&cursor), "{width} {cursor}");
            }
        }
    }
}
