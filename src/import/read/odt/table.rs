//! The rows of a table, with the places that spanning cells cover.

use roxmltree::Node;

use super::super::xml;

/// A place of a row.
pub(super) enum Cell<'a, 'i> {
    /// A cell of its own.
    Own(Node<'a, 'i>),
    /// It belongs to the cell above.
    Ditto,
    /// It belongs to the cell beside it, or nothing stands there.
    Empty,
}

/// Wider tables are not believed.
const COLUMNS: usize = 64;

/// The rows of a table.
pub(super) fn rows<'a, 'i>(table: Node<'a, 'i>) -> Vec<Vec<Cell<'a, 'i>>> {
    let mut spans = Spans::default();
    row_nodes(table).into_iter().map(|row| spans.row(row)).collect()
}

fn row_nodes<'a, 'i>(table: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let mut rows = Vec::new();
    let mut open: Vec<Node<'a, 'i>> = vec![table];
    while let Some(node) = open.pop() {
        if node.tag_name().name() == "table-row" {
            rows.push(node);
            continue;
        }
        let holders = ["table", "table-header-rows", "table-rows", "table-row-group", "table-row"];
        let inside = xml::elements(node).filter(|child| {
            let name = child.tag_name().name();
            name != "table" && holders.contains(&name)
        });
        let from = open.len();
        open.extend(inside);
        open[from..].reverse();
    }
    rows
}

/// How many rows below are covered still, by column: as part of the cell above, or of the one beside it.
#[derive(Default)]
struct Spans(Vec<Covered>);

#[derive(Clone, Copy, Default)]
struct Covered {
    rows: u32,
    /// Whether it is the first column of the cell that covers it.
    first: bool,
}

impl Spans {
    fn row<'a, 'i>(&mut self, row: Node<'a, 'i>) -> Vec<Cell<'a, 'i>> {
        let mut cells = Vec::new();
        for node in xml::elements(row) {
            let repeated = xml::number(node, "number-columns-repeated").unwrap_or(1) as usize;
            for _ in 0..repeated.min(COLUMNS - cells.len().min(COLUMNS)) {
                let cell = self.cell(node, cells.len());
                cells.push(cell);
            }
        }
        while cells.last().is_some_and(|cell| matches!(cell, Cell::Empty)) {
            cells.pop();
        }
        cells
    }

    fn cell<'a, 'i>(&mut self, node: Node<'a, 'i>, at: usize) -> Cell<'a, 'i> {
        self.0.resize(self.0.len().max(at + 1), Covered::default());
        match node.tag_name().name() {
            "table-cell" => {
                self.cover(node, at);
                Cell::Own(node)
            }
            _ => self.covered(at),
        }
    }

    fn covered<'a, 'i>(&mut self, at: usize) -> Cell<'a, 'i> {
        let Covered { rows, first } = self.0[at];
        self.0[at].rows = rows.saturating_sub(1);
        if rows > 0 && first { Cell::Ditto } else { Cell::Empty }
    }

    /// Notes what a cell covers in the rows below.
    fn cover(&mut self, node: Node<'_, '_>, at: usize) {
        let rows = xml::number(node, "number-rows-spanned").unwrap_or(1).saturating_sub(1);
        let columns = (xml::number(node, "number-columns-spanned").unwrap_or(1) as usize).clamp(1, COLUMNS);
        self.0.resize(self.0.len().max(at + columns), Covered::default());
        for (place, covered) in self.0[at..at + columns].iter_mut().enumerate() {
            *covered = Covered { rows, first: place == 0 };
        }
    }
}
