//! The rows of a table: cells that span columns leave the places behind them empty, cells that span rows say so below.

use roxmltree::Node;

use super::super::transcript::DITTO;
use super::super::xml;
use super::styles::switch;

/// A cell and how it spans.
pub(super) struct Cell<'a, 'i> {
    /// The element with its blocks; `None` where the cell only fills a place.
    pub node: Option<Node<'a, 'i>>,
    /// Whether it belongs to the cell above.
    pub goes_on: bool,
}

/// Wider tables are not believed.
const COLUMNS: usize = 64;

/// The rows of a table that were not struck out, with their cells.
pub(super) fn rows<'a, 'i>(table: Node<'a, 'i>) -> impl Iterator<Item = Vec<Cell<'a, 'i>>> {
    let kept = |row: &Node<'a, 'i>| xml::at(*row, &["trPr", "del"]).is_none();
    inside(table, "tr").into_iter().filter(kept).map(|row| cells(row))
}

fn cells<'a, 'i>(row: Node<'a, 'i>) -> Vec<Cell<'a, 'i>> {
    let skipped = |name| xml::at(row, &["trPr", name]).and_then(|node| xml::number(node, "val")).unwrap_or(0);
    let fill = |cells: &mut Vec<Cell<'a, 'i>>, count: u32| {
        let room = COLUMNS.saturating_sub(cells.len());
        cells.extend((0..count).take(room).map(|_| Cell { node: None, goes_on: false }));
    };
    let mut cells = Vec::new();
    fill(&mut cells, skipped("gridBefore"));
    for node in inside(row, "tc") {
        let span =
            xml::at(node, &["tcPr", "gridSpan"]).and_then(|node| xml::number(node, "val")).unwrap_or(1);
        cells.push(Cell { node: Some(node), goes_on: goes_on(node) });
        fill(&mut cells, span.saturating_sub(1));
    }
    cells
}

/// The elements of this name in a table or row, also in the frames that forms put around them.
fn inside<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    let mut open: Vec<Node<'a, 'i>> = xml::elements(node).collect();
    open.reverse();
    while let Some(child) = open.pop() {
        match child.tag_name().name() {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "customXml" | "ins" => {
                let from = open.len();
                open.extend(xml::elements(child));
                open[from..].reverse();
            }
            _ => {}
        }
    }
    found
}

/// Whether a cell is the lower part of one that spans rows.
fn goes_on(cell: Node<'_, '_>) -> bool {
    let merge = xml::at(cell, &["tcPr", "vMerge"]);
    merge.is_some_and(|node| xml::attribute(node, "val").is_none_or(|value| value == "continue"))
}

/// What a cell says that belongs to the one above.
pub(super) fn ditto() -> Vec<String> {
    vec![DITTO.to_owned()]
}

/// Whether a table is one column of text rather than a table.
pub(super) fn is_frame(table: Node<'_, '_>) -> bool {
    inside(table, "tr").into_iter().all(|row| inside(row, "tc").len() == 1 && switch(row, "del").is_none())
}
