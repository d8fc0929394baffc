//! The document as numbered lines, page furniture left out.

use super::clean::{clean, is_superscript};
use super::marker;

/// A line of the source that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the source, counted from 1.
    pub number: u32,
    /// How many blank lines stand before it.
    pub gap: u32,
    /// What it is.
    pub kind: LineKind,
    /// Its cleaned text; a tab parts columns.
    pub text: String,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Words.
    Prose,
    /// A lone `|`, as web pages leave between the cells of a table.
    Bar,
    /// A drawn line: `-----`.
    Rule,
}

impl Line {
    /// Whether the line is prose.
    pub(super) fn is_prose(&self) -> bool {
        self.kind == LineKind::Prose
    }

    /// Its words in one row, with a space where columns part.
    pub(super) fn in_one(&self) -> String {
        self.columns().collect::<Vec<_>>().join(" ")
    }

    /// Its columns; one where it has no gap.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.text.split('\t').filter(|column| !column.is_empty())
    }
}

/// Reads a text into its lines.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = 0;
    for (number, raw) in (1..).zip(text.lines()) {
        let text = clean(raw);
        match kind(&text) {
            Some(kind) => {
                lines.push(Line { number, gap, kind, text });
                gap = 0;
            }
            None => gap += 1,
        }
    }
    without_furniture(&lines)
}

fn kind(text: &str) -> Option<LineKind> {
    if text == "|" {
        return Some(LineKind::Bar);
    }
    if text.chars().any(char::is_alphanumeric) || text.starts_with('|') || text.contains('…') {
        return Some(LineKind::Prose);
    }
    let drawn = text.chars().filter(|c| matches!(c, '-' | '=' | '–' | '—' | '.')).count();
    (drawn >= 3).then_some(LineKind::Rule).or_else(|| (text == "-" || text == "+").then_some(LineKind::Prose))
}

/// Drops page numbers and footnotes.
fn without_furniture(lines: &[Line]) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut dropped_gap = 0;
    let mut note = false;
    for at in 0..lines.len() {
        let line = &lines[at];
        note = is_note(line) || (note && goes_on(&lines[at - 1], line));
        if note || is_page_number(lines, at) {
            dropped_gap = dropped_gap.max(line.gap);
            continue;
        }
        let gap = line.gap.max(dropped_gap);
        dropped_gap = 0;
        kept.push(Line { gap, ..line.clone() });
    }
    kept
}

/// Whether the line opens a footnote: a raised digit, or `[1]`, and then its words.
fn is_note(line: &Line) -> bool {
    if is_superscript(line.text.chars().next()) {
        return true;
    }
    let Some((digits, _)) = line.text.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return false;
    };
    (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a footnote goes on in the line behind: wrapped, not a block of the document's own.
fn goes_on(note: &Line, line: &Line) -> bool {
    let is_ended = note.text.ends_with(['.', ';']);
    line.gap == 0 && line.is_prose() && !is_ended && marker::split(&line.text).is_none()
}

/// Whether the line is a page number: alone, `- 2 -`, `Trang 2/5`. A number beside a bar is a cell of a table.
fn is_page_number(lines: &[Line], at: usize) -> bool {
    let is_bar = |line: Option<&Line>| line.is_some_and(|line| line.kind == LineKind::Bar);
    if is_bar(lines.get(at + 1)) || is_bar(at.checked_sub(1).and_then(|before| lines.get(before))) {
        return false;
    }
    let text = lines[at].text.as_str();
    let text = text.strip_prefix("Trang").or_else(|| text.strip_prefix("trang")).unwrap_or(text);
    let number = text.trim_matches(|c: char| c == '-' || c == '–' || c == '|' || c.is_whitespace());
    let mut parts = number.split('/');
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(digits) && parts.next().is_none_or(digits) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let lines = lines(text);
        let said: Vec<(u32, &str)> = lines.iter().map(|line| (line.number, line.text.as_str())).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn blank_lines_are_counted_not_kept() {
        let read = lines("Một\n\n \nHai\n");
        assert_eq!((read[1].number, read[1].gap), (4, 2));
    }

    #[test]
    fn page_numbers_are_dropped() {
        check("công tác\n\n2\n\n văn thư\n- 3 -\nTrang 4/9", &[(1, "công tác"), (5, "văn thư")]);
    }

    #[test]
    fn a_number_in_a_cell_stays() {
        check("|\n1\n|\nRà soát", &[(1, "|"), (2, "1"), (3, "|"), (4, "Rà soát")]);
    }

    #[test]
    fn a_footnote_ends_where_the_document_goes_on() {
        check("¹ Giao tại\nmục 6.\n12/12/2013)", &[(3, "12/12/2013)")]);
        check("¹ Giao tại mục 6\n- Chỉ đạo: A", &[(2, "- Chỉ đạo: A")]);
    }

    #[test]
    fn footnotes_are_dropped_with_their_wrapped_lines() {
        check(
            "giám sát¹ (ngày\n\n¹ Giao tại\nmục 6.\n\n12/12/2013)",
            &[(1, "giám sát (ngày"), (6, "12/12/2013)")],
        );
    }
}
