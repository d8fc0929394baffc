//! The walk through a text: paragraphs, headings, lists, tables, and the frames around them.

use roxmltree::Node;

use super::super::super::ImportError;
use super::super::limit::Limit;
use super::super::transcript::{DITTO, Transcript};
use super::super::xml;
use super::lists::{Lists, Open};
use super::looks::Looks;
use super::run::{Words, words};
use super::table::{self, Cell};

/// Tables, lists and frames that nest deeper are no document's.
const DEPTH: usize = 64;

/// A text on its way to a transcript.
pub(super) struct Body {
    /// The document's styles.
    pub looks: Looks,
    /// Its lists.
    pub lists: Lists,
    /// What was read.
    pub transcript: Transcript,
}

/// A line of a block, behind its label.
type Lines = Vec<(String, String)>;

impl Body {
    /// Writes down the blocks of a text, a section or a frame.
    ///
    /// # Errors
    /// When it nests too deep or has too many cells.
    pub(super) fn blocks(&mut self, holder: Node<'_, '_>, depth: usize) -> Result<(), ImportError> {
        check(depth)?;
        for block in xml::elements(holder) {
            match block.tag_name().name() {
                "table" => self.table(block, depth)?,
                "section" | "frame" | "text-box" | "g" => self.blocks(block, depth + 1)?,
                _ => {
                    let mut lines = Lines::new();
                    let frames = self.lines(block, depth, &mut lines)?;
                    for (label, line) in &lines {
                        self.transcript.paragraph(label, line);
                    }
                    frames.into_iter().try_for_each(|frame| self.blocks(frame, depth + 1))?;
                }
            }
        }
        Ok(())
    }

    /// The lines of a paragraph, a heading or a list, and the frames in them.
    fn lines<'a, 'i>(
        &mut self,
        block: Node<'a, 'i>,
        depth: usize,
        lines: &mut Lines,
    ) -> Result<Vec<Node<'a, 'i>>, ImportError> {
        match block.tag_name().name() {
            "p" => self.paragraph(block, String::new(), lines),
            "h" => {
                let level = xml::number(block, "outline-level").unwrap_or(1) as usize;
                let label = self.lists.heading(level.clamp(1, 10));
                self.paragraph(block, label, lines)
            }
            "list" => {
                let mut open = self.lists.open(block);
                let frames = self.list(block, &mut open, (depth, lines))?;
                self.lists.close(&open);
                Ok(frames)
            }
            _ => Ok(Vec::new()),
        }
    }

    fn list<'a, 'i>(
        &mut self,
        list: Node<'a, 'i>,
        open: &mut Open,
        (depth, lines): (usize, &mut Lines),
    ) -> Result<Vec<Node<'a, 'i>>, ImportError> {
        check(depth)?;
        let mut frames = Vec::new();
        for item in xml::elements(list) {
            let mut counts = item.tag_name().name() == "list-item";
            for block in xml::elements(item) {
                if block.tag_name().name() == "list" {
                    let mut inner = open.deeper(block);
                    frames.extend(self.list(block, &mut inner, (depth + 1, &mut *lines))?);
                    open.back_from(&inner);
                    continue;
                }
                let fallback = self.looks.list(xml::attribute(block, "style-name"));
                let start = xml::number(item, "start-value");
                let label = if counts { self.lists.label(open, start, fallback) } else { String::new() };
                counts = false;
                frames.extend(self.paragraph(block, label, lines)?);
            }
        }
        Ok(frames)
    }

    fn paragraph<'a, 'i>(
        &mut self,
        paragraph: Node<'a, 'i>,
        label: String,
        lines: &mut Lines,
    ) -> Result<Vec<Node<'a, 'i>>, ImportError> {
        let Words { text, frames } = words(paragraph, &self.looks);
        self.transcript.weigh(&label)?;
        self.transcript.weigh(&text)?;
        let mut own = text.trim().lines().map(str::to_owned);
        lines.push((label, own.next().unwrap_or_default()));
        lines.extend(own.map(|line| (String::new(), line)));
        Ok(frames)
    }

    fn table(&mut self, table: Node<'_, '_>, depth: usize) -> Result<(), ImportError> {
        let rows = table::rows(table);
        if rows.iter().all(|row| row.len() == 1) {
            // One column is text rather than a table.
            let own = rows
                .iter()
                .flatten()
                .filter_map(|cell| if let Cell::Own(node) = cell { Some(*node) } else { None });
            return own.collect::<Vec<_>>().into_iter().try_for_each(|cell| self.blocks(cell, depth + 1));
        }
        self.transcript.gap();
        for row in rows {
            let cells = row.iter().map(|cell| self.cell(cell, depth)).collect::<Result<Vec<_>, _>>()?;
            self.transcript.row(&cells)?;
        }
        self.transcript.gap();
        Ok(())
    }

    fn cell(&mut self, cell: &Cell<'_, '_>, depth: usize) -> Result<Vec<String>, ImportError> {
        match cell {
            Cell::Own(node) => {
                let mut lines = Lines::new();
                self.inside(*node, depth + 1, &mut lines)?;
                let words = lines.iter().map(|(label, line)| format!("{label} {line}").trim().to_owned());
                Ok(words.filter(|line| !line.is_empty()).collect())
            }
            Cell::Ditto => Ok(vec![DITTO.to_owned()]),
            Cell::Empty => Ok(Vec::new()),
        }
    }

    /// The lines of a cell; a table in it is told cell by cell.
    fn inside(&mut self, holder: Node<'_, '_>, depth: usize, lines: &mut Lines) -> Result<(), ImportError> {
        check(depth)?;
        for block in xml::elements(holder) {
            if block.tag_name().name() == "table" {
                for cell in table::rows(block).into_iter().flatten() {
                    // A cell that is repeated is read each time, with the tables in it.
                    self.transcript.count(1)?;
                    if let Cell::Own(node) = cell {
                        self.inside(node, depth + 1, lines)?;
                    }
                }
                continue;
            }
            self.lines(block, depth, lines)?;
        }
        Ok(())
    }
}

fn check(depth: usize) -> Result<(), ImportError> {
    if depth > DEPTH { Err(ImportError::Beyond(Limit::Depth)) } else { Ok(()) }
}
