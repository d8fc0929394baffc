//! The rows of a sheet: only those with words, and the cells that one area covers.

use std::collections::BTreeMap;

use calamine::Dimensions;

use super::super::super::ImportError;
use super::super::limit::Limit;
use super::super::transcript::{DITTO, Transcript};

/// Wider sheets are not believed: what stands further right is no list of tasks.
const COLUMNS: u32 = 64;
/// As many cells with words as a table of the other formats may have.
const CELLS: usize = 200_000;

/// The rows with words, by their number.
#[derive(Debug, Default)]
pub(super) struct Rows {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    /// How many cells were looked at.
    cells: usize,
}

impl Rows {
    /// Puts words in a cell: row and column from 0.
    ///
    /// # Errors
    /// When there are more cells than any plan has.
    pub(super) fn put(&mut self, (row, column): (u32, u32), words: String) -> Result<(), ImportError> {
        if words.is_empty() || column >= COLUMNS {
            return Ok(());
        }
        self.rows.entry(row).or_default().insert(column, words);
        self.cells += 1;
        self.check()
    }

    /// Marks, in the rows with words below the first of an area, that they belong to it.
    ///
    /// # Errors
    /// When areas have more cells than any plan has, as those that lie on one another may.
    pub(super) fn merge(&mut self, area: &Dimensions) -> Result<(), ImportError> {
        let ((top, left), (bottom, _)) = (area.start, area.end);
        if top >= bottom || !self.rows.get(&top).is_some_and(|row| row.contains_key(&left)) {
            return Ok(());
        }
        for (_, row) in self.rows.range_mut(top + 1..=bottom) {
            row.entry(left).or_insert_with(|| DITTO.to_owned());
            self.cells += 1;
        }
        self.check()
    }

    fn check(&self) -> Result<(), ImportError> {
        if self.cells > CELLS { Err(ImportError::Beyond(Limit::Cells)) } else { Ok(()) }
    }

    /// Writes the rows down: as a table where several cells have words, else as a line.
    ///
    /// # Errors
    /// When there are more cells than any plan has.
    pub(super) fn write(&self, transcript: &mut Transcript) -> Result<(), ImportError> {
        let mut last = None;
        let mut in_table = false;
        for (number, row) in &self.rows {
            if last.is_some_and(|last| last + 1 < *number) {
                transcript.gap();
                in_table = false;
            }
            last = Some(*number);
            // A group's title in a table is a cell of it; over the table it is a line.
            in_table |= row.len() > 1;
            match row.values().next() {
                Some(words) if !in_table => words.lines().for_each(|line| transcript.paragraph("", line)),
                _ => transcript.row(&cells(row))?,
            }
        }
        Ok(())
    }
}

fn cells(row: &BTreeMap<u32, String>) -> Vec<Vec<String>> {
    let width = row.keys().next_back().map_or(0, |last| last + 1);
    (0..width)
        .map(|column| {
            row.get(&column).map(|words| words.lines().map(str::to_owned).collect()).unwrap_or_default()
        })
        .collect()
}
