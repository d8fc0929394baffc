//! A document written out as lines, whatever its format: what the recognisers read and what a finding's line refers to.

use super::super::ImportError;
use super::TEXT;
use super::limit::Limit;

/// Says in a table: as in the cell above, of which this one is a part.
pub(in crate::import) const DITTO: &str = "〃";

/// Stands behind the number of an item of which it is not known how it is printed; nobody sees it.
pub(super) const GUESSED: char = '\u{2060}';

/// A document on its way to lines: a paragraph each, or a row of a table between bars, as Markdown has them.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    text: String,
    cells: usize,
    /// How many bytes of words were weighed.
    words: usize,
}

/// More cells than a plan of a thousand tasks has.
const CELLS: usize = 200_000;

impl Transcript {
    /// Adds a paragraph behind the label that its list gave it; one without words is a blank line.
    pub(super) fn paragraph(&mut self, label: &str, words: &str) {
        if !label.is_empty() && !words.is_empty() {
            self.text.push_str(label);
            self.text.push(' ');
        }
        // A bar would make a table of it.
        self.text.push_str(&words.replace('|', "¦"));
        self.text.push('\n');
    }

    /// Weighs words as they are read: where a document says them again and again, they are too many long before they are
    /// written down.
    ///
    /// # Errors
    /// When they are more than is understood.
    pub(super) fn weigh(&mut self, words: &str) -> Result<(), ImportError> {
        self.words += words.len();
        if self.words > TEXT { Err(ImportError::Beyond(Limit::Text)) } else { Ok(()) }
    }

    /// Counts cells.
    ///
    /// # Errors
    /// When there are more than any plan has.
    pub(super) fn count(&mut self, cells: usize) -> Result<(), ImportError> {
        self.cells += cells;
        if self.cells > CELLS { Err(ImportError::Beyond(Limit::Cells)) } else { Ok(()) }
    }

    /// Adds a row of a table, each cell with the paragraphs that stand in it.
    ///
    /// # Errors
    /// When there are more cells than any plan has.
    pub(super) fn row(&mut self, cells: &[Vec<String>]) -> Result<(), ImportError> {
        self.count(cells.len())?;
        self.text.push_str(&in_bars(cells));
        self.text.push('\n');
        Ok(())
    }

    /// Parts two columns whose lines stand one below the other.
    pub(super) fn bar(&mut self) {
        self.text.push_str("|\n");
    }

    /// Parts what stands before from what comes.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// All of it.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A row of a table between bars, each cell with the paragraphs that stand in it.
pub(super) fn in_bars(cells: &[Vec<String>]) -> String {
    let mut row = String::from("|");
    for cell in cells {
        row.push(' ');
        row.push_str(&cell.join("<br>").replace('|', "¦").replace('\n', "<br>"));
        row.push_str(" |");
    }
    row
}

/// Adds a line to a cell. A bullet opens a paragraph; a hyphen that ends a line inside a document's number joins.
pub(super) fn add_line(cell: &mut Vec<String>, words: &str) {
    let is_item = words.split(' ').next().is_some_and(|first| matches!(first, "-" | "–" | "+" | "•"));
    match cell.last_mut().filter(|_| !is_item) {
        Some(last) => {
            let before = last.trim_end_matches('-');
            let is_cut = before.len() < last.len()
                && before.ends_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
            if !is_cut {
                last.push(' ');
            }
            last.push_str(words);
        }
        None => cell.push(words.to_owned()),
    }
}
