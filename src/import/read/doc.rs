//! A document of the older Word: its text, its tables, and its lists as far as the crate that reads it tells them.
//!
//! It runs, as the reader of PDF does, in a process of its own.

use undoc::model::{Block, Document, ListType, Paragraph, RevisionType, Row, Table};

use super::super::ImportError;
use super::transcript::{DITTO, GUESSED, Transcript};

/// Reads a document.
///
/// # Errors
/// When it is damaged, has a password, or has more cells than any plan.
pub(super) fn read(bytes: &[u8]) -> Result<String, ImportError> {
    let document = parse(bytes)?;
    let mut transcript = Transcript::default();
    for block in document.sections.iter().flat_map(|section| &section.content) {
        match block {
            Block::Paragraph(paragraph) => {
                for (label, words) in lines(paragraph) {
                    transcript.paragraph(&label, &words);
                }
            }
            Block::Table(table) => {
                transcript.gap();
                rows(table, &mut transcript)?;
                transcript.gap();
            }
            Block::PageBreak | Block::SectionBreak => transcript.gap(),
            Block::Note { .. } | Block::Image { .. } => {}
        }
    }
    Ok(transcript.finish())
}

fn parse(bytes: &[u8]) -> Result<Document, ImportError> {
    let parsed = undoc::doc::DocParser::from_bytes(bytes.to_vec()).and_then(|mut parser| parser.parse());
    parsed.map_err(|error| match error {
        undoc::Error::Encrypted => ImportError::Encrypted,
        _ => ImportError::Damaged,
    })
}

/// The lines of a paragraph, the first behind its label.
fn lines(paragraph: &Paragraph) -> Vec<(String, String)> {
    let mut text = String::new();
    for run in
        paragraph.runs.iter().filter(|run| run.revision != RevisionType::Deleted && !run.style.strikethrough)
    {
        text.push_str(&run.text);
        if run.line_break {
            text.push('\n');
        }
    }
    let label = label(paragraph);
    let label_of = |at: usize| if at == 0 { label.clone() } else { String::new() };
    text.split(['\n', '\u{B}'])
        .enumerate()
        .map(|(at, line)| (label_of(at), line.trim_end().to_owned()))
        .collect()
}

/// The label that a list gives: the crate tells the number, but not whether it is printed as 2, II or b.
fn label(paragraph: &Paragraph) -> String {
    let Some(list) = &paragraph.list_info else { return String::new() };
    match (list.list_type, list.number) {
        (ListType::Numbered, Some(number)) => format!("{number}.{GUESSED}"),
        (ListType::Bullet, _) => "-".to_owned(),
        _ => String::new(),
    }
}

/// Wider cells are not believed.
const COLUMNS: usize = 64;

fn rows(table: &Table, transcript: &mut Transcript) -> Result<(), ImportError> {
    let mut spans: Vec<u32> = Vec::new();
    table.rows.iter().try_for_each(|row| transcript.row(&cells(row, &mut spans)))
}

/// The cells of a row, one for each column: those that a cell above spans say so. `spans` has how many rows further down
/// each column is covered.
fn cells(row: &Row, spans: &mut Vec<u32>) -> Vec<Vec<String>> {
    let mut cells: Vec<Vec<String>> = Vec::new();
    let covered = |at: usize, spans: &mut Vec<u32>| match spans.get_mut(at) {
        Some(rows) if *rows > 0 => {
            *rows -= 1;
            true
        }
        _ => false,
    };
    for cell in &row.cells {
        while covered(cells.len(), spans) {
            cells.push(vec![DITTO.to_owned()]);
        }
        let own = cell.content.iter().flat_map(lines);
        let own = own.map(|(label, words)| if label.is_empty() { words } else { format!("{label} {words}") });
        let own: Vec<String> = own.filter(|line| !line.trim().is_empty()).collect();
        for at in 0..(cell.col_span as usize).clamp(1, COLUMNS) {
            spans.resize(spans.len().max(cells.len() + 1), 0);
            spans[cells.len()] = cell.row_span.saturating_sub(1);
            cells.push(if at == 0 { own.clone() } else { Vec::new() });
        }
    }
    while covered(cells.len(), spans) {
        cells.push(vec![DITTO.to_owned()]);
    }
    cells
}
