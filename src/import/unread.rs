//! What was not read: tables whose header tells no tasks, and appendices without a table that does.

use std::collections::HashSet;
use std::ops::Range;

use super::case::is_capitals;
use super::finding::{Doubt, Finding};
use super::line::{Line, LineKind};
use super::span::{is_attachment, is_motto, opens_recipients};
use super::table;
use super::trace::{Clause, Lines, Traced};

/// Finds the tables whose cells were taken apart for want of a header that is understood: where each stands, and its rows
/// in one line each. Two rows of two cells are the least; what sets a letterhead or recipients out is no table.
pub(super) fn tables(lines: &[Line]) -> Vec<(Range<usize>, Vec<Clause>)> {
    let barred: HashSet<u32> =
        lines.iter().filter(|line| line.kind == LineKind::Bar).map(|line| line.number).collect();
    let in_row = |line: &Line| line.is_prose() && barred.contains(&line.number);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = (at..lines.len()).find(|at| in_row(&lines[*at])) {
        let goes_on = |line: &&Line| !line.is_prose() || in_row(line) || is_lone(line);
        let length = lines[start..].iter().take_while(goes_on).count();
        let blank = lines[start..start + length].iter().rev().take_while(|line| !line.is_prose()).count();
        let own = start..start + length - blank;
        found.extend(rows(&lines[own.clone()]).map(|rows| (own, rows)));
        at = start + length;
    }
    found
}

/// The rows of a table; `None` where it is none.
fn rows(lines: &[Line]) -> Option<Vec<Clause>> {
    let rows: Vec<(u32, Vec<String>)> = lines
        .chunk_by(|one, next| one.number == next.number)
        .map(|row| (row[0].number, cells(row)))
        .filter(|(_, cells)| !cells.is_empty())
        .collect();
    let is_layout = lines.iter().any(|line| is_motto(&line.text) || opens_recipients(&line.text));
    let is_table = !is_layout && rows.iter().filter(|(_, cells)| cells.len() > 1).count() > 1;
    let said = |(number, cells): (u32, Vec<String>)| Traced::certain(cells.join(" | "), (number, number));
    is_table.then(|| rows.into_iter().map(said).collect())
}

/// The cells of a row, each in one line.
fn cells(row: &[Line]) -> Vec<String> {
    let in_one = |cell: &[Line]| cell.iter().map(Line::in_one).collect::<Vec<_>>().join(" ");
    row.split(|line| !line.is_prose()).filter(|cell| !cell.is_empty()).map(in_one).collect()
}

/// Whether a line was a row of one cell: nothing stands before its first bar.
fn is_lone(line: &Line) -> bool {
    line.text.starts_with('\t')
}

/// What is told of a table that stands in a section.
pub(super) fn of_rows(rows: &[Clause]) -> Option<Finding> {
    let (first, last) = (rows.first()?.trace.lines?, rows.last()?.trace.lines?);
    Some(Finding { lines: Some((first.0, last.1)), doubt: Doubt::UnreadTable(rows.len()) })
}

/// Whether lines stand in a table that is told to be unread: nothing in them need be told again.
pub(super) fn holds(findings: &[Finding], lines: Option<Lines>) -> bool {
    let around = |(from, to): Lines| lines.is_some_and(|(first, last)| from <= first && last <= to);
    findings
        .iter()
        .filter(|finding| matches!(finding.doubt, Doubt::UnreadTable(_)))
        .any(|finding| finding.lines.is_some_and(around))
}

/// What is told of an appendix that became no section. An agenda was read and is none of the plan's work; a form is there
/// to be filled in.
pub(super) fn of_appendix(lines: &[Line]) -> Option<Finding> {
    let (first, last) = (lines.first()?, lines.last()?);
    let titled = 1 + lines[1..].iter().take_while(|line| line.is_prose() && is_capitals(&line.text)).count();
    let (title, own) = lines.split_at(titled);
    let title = title.iter().map(Line::in_one).collect::<Vec<_>>().join(" ");
    let told = table::tables(lines).is_empty() && !is_form(&title, own);
    let lines = Some((first.number, last.number));
    told.then_some(Finding { lines, doubt: Doubt::UnreadAppendix(title) })
}

/// Whether an appendix calls itself a form, or half of its lines are there to be written on.
fn is_form(title: &str, own: &[Line]) -> bool {
    let title = title.to_lowercase();
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    let (blank, filled): (Vec<&Line>, Vec<&Line>) = own
        .iter()
        .filter(|line| line.is_prose() && !is_attachment(&line.text))
        .partition(|line| is_blank(&line.text));
    words.any(|word| word == "mẫu") || filled.len() <= blank.len()
}

/// Whether a line leaves room to write: dots, nothing behind its colon, or the number of a row alone.
fn is_blank(text: &str) -> bool {
    const LONGEST: usize = 2;
    let number = text.trim_end_matches('.');
    let counts = number.len() <= LONGEST && number.bytes().all(|b| b.is_ascii_digit());
    counts || text.contains('…') || text.contains("...") || text.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::super::cells::unfold;
    use super::super::line::lines;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let lines = unfold(lines(text));
        let found = super::tables(&lines);
        let rows: Vec<&str> = found.iter().flat_map(|(_, rows)| rows).map(|row| row.said.as_str()).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_table_has_rows_of_cells_and_no_letterhead() {
        let rows = "Họp\n| Lớp | Số người |\n|---|---|\n| Nhóm một | |\n| Y tế<br>xã | 30 |\n| Nhóm hai |\n| Dược | |\n2. Hết";
        check(rows, &["Lớp | Số người", "Nhóm một", "Y tế xã | 30", "Nhóm hai", "Dược"]);
        check("| UBND XÃ | | CỘNG HÒA XÃ HỘI |\n| Số: 3 | | Huế, ngày 5 |", &[]);
        check("| Lớp | Y tế |\nHọp\n| Số người | 30 |", &[]);
    }
}
