//! A table on its way: its rows, with the places that spanning cells cover.

use scraper::node::Element;

use super::super::transcript::DITTO;
use super::shown::number;

/// Wider tables are not believed.
const COLUMNS: usize = 64;
/// Cells that span more rows are cut short.
const ROWS: u32 = 10_000;

/// A table while its rows are read.
#[derive(Debug, Default)]
pub(super) struct Table {
    row: Vec<Vec<String>>,
    /// By column, how many rows below a cell covers still, and whether it is the first that the cell covers.
    covered: Vec<(u32, bool)>,
    /// How far the cell that is open reaches to the right and down.
    spans: (usize, u32),
    is_open: bool,
}

impl Table {
    /// Opens a cell.
    pub(super) fn open_cell(&mut self, cell: &Element) {
        self.fill();
        let columns = number(cell, "colspan").unwrap_or(1_usize).clamp(1, COLUMNS);
        let rows =
            number(cell, "rowspan").map_or(1, |rows: u32| if rows == 0 { ROWS } else { rows.min(ROWS) });
        self.spans = (columns, rows);
        self.row.push(Vec::new());
        self.is_open = true;
    }

    /// Whether a cell is open.
    pub(super) fn is_in_cell(&self) -> bool {
        self.is_open
    }

    /// Adds a line to the open cell.
    pub(super) fn line(&mut self, line: String) {
        if let Some(cell) = self.row.last_mut() {
            cell.push(line);
        }
    }

    /// Closes the cell, and covers its places.
    pub(super) fn close_cell(&mut self) {
        let Some(at) = self.row.len().checked_sub(1).filter(|_| self.is_open) else { return };
        self.is_open = false;
        let (columns, rows) = self.spans;
        let end = (at + columns).min(COLUMNS).max(at + 1);
        self.covered.resize(self.covered.len().max(end), (0, false));
        for place in at..end {
            self.covered[place] = (rows - 1, place == at);
        }
        self.row.resize(end, Vec::new());
    }

    /// Ends the row and gives it.
    pub(super) fn end_row(&mut self) -> Vec<Vec<String>> {
        self.close_cell();
        self.fill();
        std::mem::take(&mut self.row)
    }

    /// Passes over the places that cells above cover.
    fn fill(&mut self) {
        while let Some((rows, first)) = self.covered.get_mut(self.row.len()).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            self.row.push(if *first { vec![DITTO.to_owned()] } else { Vec::new() });
        }
    }
}
