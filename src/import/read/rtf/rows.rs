//! The rows of tables in rich text: cells as they end, told apart by where their right edges stand.

use super::super::super::ImportError;
use super::super::transcript::{DITTO, Transcript};

/// What a control word says of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// Its cells are told anew.
    Begin,
    /// The next cell belongs to the one above.
    Below,
    /// A cell ends so far to the right.
    Edge,
    /// The paragraph stands in a cell.
    Inside,
    /// It does not.
    Outside,
}

/// Wider tables are not believed.
const COLUMNS: usize = 64;

/// A table while its rows are read.
#[derive(Debug, Default)]
pub(super) struct Rows {
    is_open: bool,
    /// Where the columns end, as the first row says.
    columns: Vec<i32>,
    /// Where the cells of the row end, and whether each belongs to the one above.
    edges: Vec<(i32, bool)>,
    is_below: bool,
    cells: Vec<Vec<String>>,
    cell: Vec<String>,
}

impl Rows {
    /// Takes what is said of a row.
    pub(super) fn take(&mut self, said: Row, number: i32) {
        match said {
            Row::Begin => self.edges.clear(),
            Row::Below => self.is_below = true,
            Row::Edge => {
                let is_below = std::mem::take(&mut self.is_below);
                if self.edges.len() < COLUMNS {
                    self.edges.push((number, is_below));
                }
            }
            Row::Inside => self.is_open = true,
            Row::Outside => self.is_open = false,
        }
    }

    /// Whether the paragraph stands in a cell.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Adds a line to the cell.
    pub(super) fn line(&mut self, line: String) {
        if !line.is_empty() {
            self.cell.push(line);
        }
    }

    /// Ends the cell with its last line.
    pub(super) fn end_cell(&mut self, line: String) {
        self.line(line);
        let cell = std::mem::take(&mut self.cell);
        if self.cells.len() < COLUMNS {
            self.cells.push(cell);
        }
    }

    /// Ends the row. That of a table of one column is text.
    ///
    /// # Errors
    /// When there are more cells than any plan has.
    pub(super) fn end_row(&mut self, transcript: &mut Transcript) -> Result<(), ImportError> {
        if self.columns.is_empty() {
            transcript.gap();
            self.columns = self.edges.iter().map(|(edge, _)| *edge).collect();
        }
        let cells = std::mem::take(&mut self.cells);
        if self.columns.len() < 2 && cells.len() < 2 {
            cells.iter().flatten().for_each(|line| transcript.paragraph("", line));
            return Ok(());
        }
        transcript.row(&self.placed(cells))
    }

    /// Ends the table.
    pub(super) fn close(&mut self, transcript: &mut Transcript) {
        if !self.columns.is_empty() {
            self.columns.clear();
            transcript.gap();
        }
    }

    /// The cells of a row, one for each column: one that spans leaves the places behind it empty.
    fn placed(&self, cells: Vec<Vec<String>>) -> Vec<Vec<String>> {
        /// In twentieths of a point.
        const NEAR: u32 = 40;
        let mut placed = Vec::with_capacity(cells.len());
        for (at, cell) in cells.into_iter().enumerate() {
            let (edge, is_below) = self.edges.get(at).copied().unwrap_or_default();
            placed.push(if is_below { vec![DITTO.to_owned()] } else { cell });
            let column = self.columns.iter().position(|column| column.abs_diff(edge) < NEAR);
            if let Some(column) = column.filter(|column| *column >= placed.len()) {
                placed.resize(column + 1, Vec::new());
            }
        }
        placed
    }
}
