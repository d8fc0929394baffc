//! A reader of pages: words with their places become paragraphs, columns and tables again.
//!
//! Places tell what a text of lines does not: columns whose cells touch, a column that goes on over a page's end, how far
//! a page's margin is from the next one's. The words come from `pdftotext -bbox`, or from our own reader where that is
//! not installed (`super::pdf`), in one form (`markup`), so that one reader makes one text of both.

mod band;
mod header;
mod line;
pub(super) mod markup;
mod rows;
mod table;
mod typed;

use super::super::ImportError;
use super::transcript::Transcript;
use band::band;
use line::Line;
pub(super) use typed::drawn;

/// Reads pages to their transcript.
///
/// # Errors
/// When no page has a word on it, or there are more cells than any plan has.
pub(super) fn read(markup: &str) -> Result<String, ImportError> {
    let lines = line::lines(markup::parse(markup));
    if lines.is_empty() {
        return Err(ImportError::Pictures);
    }
    let leading = leading(&lines);
    let mut transcript = Transcript::default();
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at..];
        let is_apart = at > 0 && rest[0].under(&lines[at - 1]).is_some_and(|gap| gap > 1.35 * leading);
        if is_apart {
            transcript.gap();
        }
        if let Some(table) = table::table(rest) {
            transcript.gap();
            for row in &table.rows {
                transcript.row(&row.cells)?;
            }
            transcript.gap();
            at += table.lines;
        } else if let Some(band) = band(rest) {
            for column in &band.columns {
                transcript.bar();
                for line in column {
                    transcript.paragraph("", line);
                }
            }
            if !band.goes_on {
                transcript.bar();
            }
            at += band.lines;
        } else {
            transcript.paragraph("", &in_one(&rest[0]));
            at += 1;
        }
    }
    Ok(transcript.finish())
}

/// A line in one row, wide gaps kept wide.
fn in_one(line: &Line) -> String {
    line.segments().into_iter().map(|segment| segment.text).collect::<Vec<_>>().join("\t")
}

/// How far lines usually stand under each other.
fn leading(lines: &[Line]) -> f64 {
    // Lines of cells that stand beside each other overlap.
    let gap = |pair: &[Line]| pair[1].under(&pair[0]).filter(|gap| *gap > 0.7 * pair[1].height());
    let mut gaps: Vec<f64> = lines.windows(2).filter_map(gap).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(f64::INFINITY)
}

#[cfg(test)]
mod tests;
