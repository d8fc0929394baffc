//! The walk through a body: paragraphs, tables, and the frames around them.

use roxmltree::Node;

use super::super::super::ImportError;
use super::super::limit::Limit;
use super::super::transcript::Transcript;
use super::super::xml;
use super::numbering::Numbering;
use super::run::words;
use super::styles::Styles;
use super::table::{self, Cell};

/// Tables and frames that nest deeper are no document's.
const DEPTH: usize = 32;

/// A body on its way to a transcript.
pub(super) struct Body<'s> {
    /// The document's styles.
    pub styles: &'s Styles,
    /// Its lists.
    pub numbering: Numbering,
    /// What was read.
    pub transcript: Transcript,
}

impl Body<'_> {
    /// Writes down the blocks of a body, a cell or a frame.
    ///
    /// # Errors
    /// When it nests too deep or has too many cells.
    pub(super) fn blocks(&mut self, holder: Node<'_, '_>, depth: usize) -> Result<(), ImportError> {
        if depth > DEPTH {
            return Err(ImportError::Beyond(Limit::Depth));
        }
        for block in xml::elements(holder) {
            match block.tag_name().name() {
                "p" => self.paragraph(block, depth)?,
                "tbl" => self.table(block, depth)?,
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.blocks(block, depth + 1)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: Node<'_, '_>, depth: usize) -> Result<(), ImportError> {
        let words = self.words(paragraph)?;
        for (label, line) in &words.lines {
            self.transcript.paragraph(label, line);
        }
        words.frames.into_iter().try_for_each(|frame| self.blocks(frame, depth + 1))
    }

    /// The lines of a paragraph, the first behind its label. One without words has its number all the same: so cells are
    /// numbered.
    fn words<'a, 'i>(&mut self, paragraph: Node<'a, 'i>) -> Result<Paragraph<'a, 'i>, ImportError> {
        let properties = xml::child(paragraph, "pPr");
        let words = words(paragraph, self.styles.capitals(self.styles.id(properties)));
        let label = self.numbering.label(properties, self.styles);
        self.transcript.weigh(&label)?;
        self.transcript.weigh(&words.text)?;
        Ok(Paragraph { lines: labelled(label, &words.text), frames: words.frames })
    }

    fn table(&mut self, table: Node<'_, '_>, depth: usize) -> Result<(), ImportError> {
        if table::is_frame(table) {
            let cells = table::rows(table).flatten().filter_map(|cell| cell.node);
            return cells.into_iter().try_for_each(|cell| self.blocks(cell, depth + 1));
        }
        self.transcript.gap();
        for row in table::rows(table) {
            let cells = row.iter().map(|cell| self.cell(cell, depth)).collect::<Result<Vec<_>, _>>()?;
            self.transcript.row(&cells)?;
        }
        self.transcript.gap();
        Ok(())
    }

    /// The paragraphs of a cell; a table in it is told cell by cell.
    fn cell(&mut self, cell: &Cell<'_, '_>, depth: usize) -> Result<Vec<String>, ImportError> {
        let Some(node) = cell.node else { return Ok(Vec::new()) };
        if cell.goes_on {
            return Ok(table::ditto());
        }
        let mut lines = Vec::new();
        self.lines_of(node, depth + 1, &mut lines)?;
        Ok(lines)
    }

    fn lines_of(
        &mut self,
        holder: Node<'_, '_>,
        depth: usize,
        lines: &mut Vec<String>,
    ) -> Result<(), ImportError> {
        if depth > DEPTH {
            return Err(ImportError::Beyond(Limit::Depth));
        }
        for block in xml::elements(holder) {
            match block.tag_name().name() {
                "p" => {
                    let words = self.words(block)?;
                    let lines_of =
                        words.lines.iter().map(|(label, line)| format!("{label} {line}").trim().to_owned());
                    lines.extend(lines_of.filter(|line| !line.is_empty()));
                }
                "tbl" => {
                    for cell in table::rows(block).flatten().filter_map(|cell| cell.node) {
                        self.lines_of(cell, depth + 1, lines)?;
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                    self.lines_of(block, depth + 1, lines)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The lines of a text, the first behind a label.
fn labelled(label: String, text: &str) -> Vec<(String, String)> {
    let mut lines = text.trim().lines().map(str::to_owned);
    let first = lines.next().unwrap_or_default();
    std::iter::once((label, first)).chain(lines.map(|line| (String::new(), line))).collect()
}

/// A paragraph read.
struct Paragraph<'a, 'i> {
    /// Its lines, each behind its label.
    lines: Vec<(String, String)>,
    /// The frames that stand in it.
    frames: Vec<Node<'a, 'i>>,
}
