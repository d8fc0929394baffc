//! The walk through a page: its lines, the labels of its lists, the rows of its tables.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::Node;
use scraper::node::Element;

use super::super::super::ImportError;
use super::super::limit::Limit;
use super::super::transcript::Transcript;
use super::frame::is_frame;
use super::lists::Lists;
use super::shown::{Standing, is_printed_label, is_tab, standing};
use super::table::Table;

/// Tables that nest deeper are no document's.
const DEPTH: usize = 32;

/// A page on its way to a transcript.
#[derive(Debug, Default)]
pub(super) struct Body {
    transcript: Transcript,
    lists: Lists,
    /// The tables that are open, the innermost last; `None` for one that only lays out.
    tables: Vec<Option<Table>>,
    /// The line on its way.
    line: String,
    /// The label of the item that is open and has no words yet.
    label: String,
    /// How many labels that Word printed are open: their room is no column.
    labels_open: usize,
    /// Whether the paragraph that is open has had a line.
    is_said: bool,
}

impl Body {
    /// Reads what stands in a node. Elements nest as deep as the writer likes, so no call stands in another.
    ///
    /// # Errors
    /// When tables nest too deep or have too many cells.
    pub(super) fn read(&mut self, root: NodeRef<'_, Node>) -> Result<(), ImportError> {
        let mut hidden = None;
        for edge in root.traverse() {
            match edge {
                Edge::Open(_) if hidden.is_some() => {}
                Edge::Open(node) => match node.value() {
                    Node::Text(text) => self.words(text),
                    Node::Element(element) if standing(element) == Standing::Hidden => {
                        hidden = Some(node.id());
                    }
                    Node::Element(element) => self.open(node, element)?,
                    _ => {}
                },
                Edge::Close(node) if hidden == Some(node.id()) => hidden = None,
                Edge::Close(_) if hidden.is_some() => {}
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        self.close(element)?;
                    }
                }
            }
        }
        self.end_line();
        Ok(())
    }

    /// All of it.
    pub(super) fn finish(self) -> String {
        self.transcript.finish()
    }

    fn open(&mut self, node: NodeRef<'_, Node>, element: &Element) -> Result<(), ImportError> {
        if standing(element) != Standing::Inline {
            self.end_line();
        }
        self.labels_open += usize::from(is_printed_label(element));
        match element.name() {
            "p" => self.is_said = false,
            "ol" | "ul" => self.lists.open(element),
            "li" => self.label = self.lists.label(element),
            "table" => self.open_table(node)?,
            "td" | "th" => {
                if let Some(table) = self.table() {
                    table.open_cell(element);
                }
            }
            _ if is_tab(element) => self.line.push('\t'),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, element: &Element) -> Result<(), ImportError> {
        if standing(element) != Standing::Inline {
            self.end_line();
        }
        if is_printed_label(element) {
            self.labels_open -= 1;
            self.words(" ");
        }
        match element.name() {
            "p" if !self.is_said => self.blank(),
            "ol" | "ul" => self.lists.close(),
            "li" => self.end_item(),
            "table" => self.close_table(),
            "td" | "th" => {
                if let Some(table) = self.table() {
                    table.close_cell();
                }
            }
            "tr" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    /// A table in a cell of another is told cell by cell, as lines of that cell.
    fn open_table(&mut self, node: NodeRef<'_, Node>) -> Result<(), ImportError> {
        if self.tables.len() >= DEPTH {
            return Err(ImportError::Beyond(Limit::Depth));
        }
        let is_told = !self.in_cell() && !is_frame(node);
        if is_told {
            self.transcript.gap();
        }
        self.tables.push(is_told.then(Table::default));
        Ok(())
    }

    fn close_table(&mut self) {
        if self.tables.pop().flatten().is_some() {
            self.transcript.gap();
        }
    }

    fn end_row(&mut self) -> Result<(), ImportError> {
        match self.tables.last_mut() {
            Some(Some(table)) => {
                let row = table.end_row();
                if row.is_empty() { Ok(()) } else { self.transcript.row(&row) }
            }
            _ => Ok(()),
        }
    }

    /// The table whose rows are read; `None` in one that only lays out, or that stands in a cell.
    fn table(&mut self) -> Option<&mut Table> {
        self.tables.last_mut()?.as_mut()
    }

    /// The table in whose cell we are.
    fn cell(&mut self) -> Option<&mut Table> {
        self.tables.iter_mut().rev().flatten().find(|table| table.is_in_cell())
    }

    fn in_cell(&self) -> bool {
        self.tables.iter().flatten().any(Table::is_in_cell)
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\u{A0}' if self.labels_open == 0 => self.line.push(c),
                _ if c.is_whitespace() => {
                    if !self.line.is_empty() && !self.line.ends_with(char::is_whitespace) {
                        self.line.push(' ');
                    }
                }
                _ => self.line.push(c),
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        self.is_said = true;
        let label = std::mem::take(&mut self.label);
        match self.cell() {
            Some(table) => table.line(format!("{label} {line}").trim_start().to_owned()),
            None => self.transcript.paragraph(&label, line),
        }
    }

    /// An item without words has its number all the same: so cells are numbered.
    fn end_item(&mut self) {
        let label = std::mem::take(&mut self.label);
        if let Some(table) = self.cell().filter(|_| label.starts_with(char::is_alphanumeric)) {
            table.line(label);
        }
    }

    fn blank(&mut self) {
        if !self.in_cell() {
            self.transcript.paragraph("", "");
        }
        self.is_said = true;
    }
}
