//! Tables: web tables with a cell or a bar on each line, pipe tables, tables by tabs. All become rows of cells.

use std::ops::Range;

use super::carried::{carry_down, is_ditto};
use super::events::leave_out;
use super::labels::{self, LabelKind};
use super::line::{Line, LineKind};
use super::marker::{self, Style};
use super::trace::{Clause, Traced};
use crate::text::fold;

/// A table of tasks: one that names, in its header, the work and who does it or by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// What each column holds.
    pub columns: Vec<Column>,
    /// The rows under the header.
    pub rows: Vec<Row>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// The row's number.
    Ordinal,
    /// An attribute, by its header's wording.
    Known(LabelKind, String),
    /// Something else: remarks.
    Other,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its cells from the left; those at the end may be missing.
    pub cells: Vec<Clause>,
    /// Its first and last line in the source.
    pub lines: (u32, u32),
    /// Whether its work is that of the row above.
    pub goes_on: bool,
}

impl Row {
    fn new(cells: Vec<Clause>, lines: (u32, u32)) -> Self {
        Self { cells, lines, goes_on: false }
    }

    /// A row whose cells all stand in one line.
    fn in_line(cells: Vec<String>, line: u32) -> Self {
        let lines = (line, line);
        Self::new(cells.into_iter().map(|cell| Traced::certain(cell, lines)).collect(), lines)
    }

    /// Its words in one line.
    pub(super) fn in_one(&self) -> String {
        let said = self.cells.iter().map(|cell| cell.said.as_str()).filter(|said| !said.is_empty());
        said.collect::<Vec<_>>().join(" | ")
    }
}

impl Table {
    /// The column that holds the work.
    pub(super) fn content(&self) -> Option<usize> {
        self.columns.iter().position(|column| matches!(column, Column::Known(LabelKind::Content, _)))
    }

    /// The column that holds the rows' numbers.
    pub(super) fn ordinal(&self) -> Option<usize> {
        self.columns.iter().position(|column| *column == Column::Ordinal)
    }
}

/// Finds the tables of tasks in a stretch of lines.
pub(super) fn tables(lines: &[Line]) -> Vec<(Range<usize>, Table)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match barred(lines, at).or_else(|| piped(lines, at)).or_else(|| tabbed(lines, at)) {
            Some((end, mut table)) => {
                carry_down(&mut table);
                leave_out(&mut table);
                found.push((at..end, table));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether cells are the header of a table of tasks.
pub(super) fn is_header(cells: &[String]) -> bool {
    header(cells).is_some()
}

/// Reads the columns off a header; `None` where it is not that of a table of tasks.
fn header(cells: &[String]) -> Option<Vec<Column>> {
    const LONGEST: usize = 80;
    if cells.len() < 2 || cells.iter().any(|cell| cell.chars().count() > LONGEST) {
        return None;
    }
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let has = |wanted: fn(LabelKind) -> bool| {
        columns.iter().any(|column| matches!(column, Column::Known(kind, _) if wanted(*kind)))
    };
    let tells = has(|kind| matches!(kind, LabelKind::Role(_) | LabelKind::Time | LabelKind::Deliverable));
    (has(|kind| kind == LabelKind::Content) && tells).then_some(columns)
}

/// Takes in a second row of the header: the roles under a common "Đơn vị thực hiện", or the numbers of the columns.
/// `false` where the row is none.
fn refine(columns: &mut Vec<Column>, row: &[String]) -> bool {
    let plain = |cell: &String| if is_ditto(cell) { String::new() } else { cell.clone() };
    let row: &[String] = &row.iter().map(plain).collect::<Vec<_>>();
    let said = || row.iter().filter(|cell| !cell.is_empty());
    if said().count() < 2 {
        return false;
    }
    let digits = |cell: &String| cell.trim_matches(['(', ')', '[', ']', ' ']).parse::<usize>().ok();
    if said().count() > 2 && said().zip(1..).all(|(cell, place)| digits(cell) == Some(place)) {
        return true;
    }
    let is_role = |cell: &String| matches!(labels::column(cell), Some(LabelKind::Role(_)));
    if !said().all(is_role) {
        return false;
    }
    if row.len() == columns.len() {
        let filled = columns.iter_mut().zip(row).filter(|(_, cell)| !cell.is_empty());
        filled.for_each(|(own, cell)| *own = column(cell));
        return true;
    }
    let common = columns.iter().position(|own| matches!(own, Column::Known(LabelKind::Role(_), _)));
    let Some(common) = common.filter(|_| said().count() == row.len()) else { return false };
    columns.splice(common..=common, row.iter().map(|cell| column(cell)));
    true
}

/// Whether a column of this name holds the numbers of the rows.
pub(super) fn is_ordinal_name(name: &str) -> bool {
    matches!(fold(name).trim_end_matches('.'), "tt" | "stt" | "so tt" | "so thu tu")
}

fn column(cell: &str) -> Column {
    if is_ordinal_name(cell) {
        return Column::Ordinal;
    }
    match labels::column(cell) {
        None | Some(LabelKind::Other) => Column::Other,
        Some(kind) => Column::Known(kind, cell.to_owned()),
    }
}

/// A cell of a web table: a stretch of prose lines between bars.
struct Cell {
    text: String,
    lines: (u32, u32),
}

/// A table whose cells stand on lines of their own with bars on lines between them, from the bar at `at`.
fn barred(lines: &[Line], at: usize) -> Option<(usize, Table)> {
    let start = at + usize::from(lines[at].kind == LineKind::Bar);
    if start == at {
        return None;
    }
    let (names, mut next) = header_cells(lines, start)?;
    let mut columns = header(&names)?;
    while let Some((_, end)) =
        header_cells(lines, next + bars(lines, next)).filter(|(row, _)| refine(&mut columns, row))
    {
        next = end;
    }
    let mut reader = BarReader { columns, rows: Vec::new(), row: Vec::new() };
    let end = reader.read(lines, next);
    Some((end, Table { columns: reader.columns, rows: reader.rows }))
}

/// The cells of a row from its first, up to the two bars behind it.
fn header_cells(lines: &[Line], mut at: usize) -> Option<(Vec<String>, usize)> {
    const MOST: usize = 12;
    let mut names = Vec::new();
    while names.len() <= MOST {
        let (cell, end) = cell(lines, at)?;
        names.push(cell.text);
        match bars(lines, end) {
            1 => at = end + 1,
            2.. => return Some((names, end)),
            0 => return None,
        }
    }
    None
}

/// The prose from `at` to the next bar, and where it ends.
fn cell(lines: &[Line], at: usize) -> Option<(Cell, usize)> {
    let length = lines[at.min(lines.len())..].iter().take_while(|line| line.kind != LineKind::Bar).count();
    let own = &lines[at..at + length];
    let (first, last) = (own.first()?, own.last()?);
    let text = own.iter().fold(String::new(), |text, line| joined(text, &line.text));
    Some((Cell { text, lines: (first.number, last.number) }, at + length))
}

/// Adds a line of a cell; a bullet in a cell parts the entries of a list.
fn joined(mut text: String, line: &str) -> String {
    let bullet = marker::split(line).filter(|(marker, _)| marker.style.is_bullet());
    let words = bullet.as_ref().map_or(line, |(_, words)| words);
    if !text.is_empty() {
        let parted = bullet.is_some() && !text.ends_with([';', ',', '.', ':']);
        text.push_str(if parted { "; " } else { " " });
    }
    text.push_str(&words.replace('\t', " "));
    text
}

fn bars(lines: &[Line], at: usize) -> usize {
    lines[at.min(lines.len())..].iter().take_while(|line| line.kind == LineKind::Bar).count()
}

/// Reads the rows of a web table. A row opens and closes with a bar, so two bars in a row are the end of one row and the
/// start of the next, or an empty cell; the number that opens a row tells which.
struct BarReader {
    columns: Vec<Column>,
    rows: Vec<Row>,
    row: Vec<Cell>,
}

impl BarReader {
    /// Reads on from the bars behind the header; returns the line after the table.
    fn read(&mut self, lines: &[Line], mut at: usize) -> usize {
        let mut filled = self.columns.len();
        loop {
            let count = bars(lines, at);
            let Some((cell, end)) = cell(lines, at + count) else { break };
            match self.place(filled, count, &cell) {
                Place::Outside => break,
                Place::SameRow => self.pad(count - 1),
                Place::NextRow => self.close(),
            }
            if self.row.len() == 1 && is_gap(&self.row[0].text) {
                self.close();
            }
            self.row.push(cell);
            filled = self.row.len();
            at = end;
        }
        self.close();
        at + bars(lines, at).min(1)
    }

    fn place(&self, filled: usize, bars: usize, next: &Cell) -> Place {
        let width = self.columns.len();
        let numbered = self.columns.first() == Some(&Column::Ordinal);
        match bars {
            0 => Place::Outside,
            _ if is_gap(&next.text) => Place::NextRow,
            1 if filled < width => Place::SameRow,
            1 => Place::Outside,
            _ if numbered && ordinal(&next.text).is_some() => Place::NextRow,
            _ if filled + bars - 1 < width && (numbered || filled + bars - 2 < width) => Place::SameRow,
            _ => Place::NextRow,
        }
    }

    fn pad(&mut self, cells: usize) {
        let lines = self.row.last().map_or((0, 0), |cell| cell.lines);
        self.row.extend((0..cells).map(|_| Cell { text: String::new(), lines }));
    }

    fn close(&mut self) {
        let row = std::mem::take(&mut self.row);
        if let (Some(first), Some(last)) = (row.first(), row.last()) {
            let lines = (first.lines.0, last.lines.1);
            let cells = row.into_iter().map(|cell| Traced::certain(cell.text, cell.lines)).collect();
            self.rows.push(Row::new(cells, lines));
        }
    }
}

/// Where the next cell of a web table stands.
enum Place {
    SameRow,
    NextRow,
    Outside,
}

/// Whether a cell only says that rows were left out: "......".
pub(super) fn is_gap(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '.' | '…' | ' '))
}

/// The mark that a row's number stands for: `1`, `II`, `2.1`, `a`, with or without its dot.
pub(super) fn ordinal(text: &str) -> Option<marker::Marker> {
    let text = text.trim_end_matches(['.', ' ']);
    let dotted = format!("{text}.");
    let (marker, rest) =
        marker::split(text).filter(|(_, rest)| rest.is_empty()).or_else(|| marker::split(&dotted))?;
    let short = rest.is_empty() && !marker.style.is_bullet();
    short.then_some(marker).or_else(|| single_letter(text))
}

fn single_letter(text: &str) -> Option<marker::Marker> {
    let closed = format!("{text})");
    let (marker, _) = marker::split(&closed)?;
    (marker.style == Style::Letter).then(|| marker::Marker { label: text.to_owned(), ..marker })
}

/// A table in Markdown's manner: `| a | b |`.
pub(super) fn piped(lines: &[Line], at: usize) -> Option<(usize, Table)> {
    let mut columns = header(&row_cells(&lines[at].text)?)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut end = at + 1;
    while let Some(cells) = lines.get(end).and_then(|line| row_cells(&line.text).or_else(|| lone_cell(line)))
    {
        let number = lines[end].number;
        end += 1;
        let drawn = cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | '=' | '+' | ':' | ' ')));
        if drawn || (rows.is_empty() && refine(&mut columns, &cells)) {
            continue;
        }
        rows.push(Row::in_line(cells, number));
    }
    Some((end, Table { columns, rows }))
}

/// The cells of a pipe table's row, each in one line.
fn row_cells(line: &str) -> Option<Vec<String>> {
    let one_line =
        |cell: &&str| cell.split("<br>").fold(String::new(), |text, line| joined(text, line.trim()));
    Some(pipe_cells(line)?.iter().map(one_line).collect())
}

/// The cell of a pipe table's row that has no other: those beside it are missing.
fn lone_cell(line: &Line) -> Option<Vec<String>> {
    let inner = line.text.strip_prefix('|')?.strip_suffix('|')?;
    (!inner.contains('|')).then(|| vec![inner.trim().to_owned()])
}

/// The cells of a pipe table's row as written.
pub(super) fn pipe_cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.strip_prefix('|')?;
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
    (cells.len() > 1).then_some(cells)
}

/// A table whose cells are parted by tabs, a row a line.
fn tabbed(lines: &[Line], at: usize) -> Option<(usize, Table)> {
    if !lines[at].text.contains('\t') {
        return None;
    }
    // Several tabs in the header only align it; where one parts its names, two in a row leave a cell empty.
    let aligned = lines[at].text.contains("\t\t");
    let cells = |line: &Line| -> Vec<String> {
        let cells = line.text.split('\t').filter(|cell| !aligned || !cell.is_empty());
        cells.map(|cell| cell.trim().to_owned()).collect()
    };
    let mut columns = header(&cells(&lines[at]))?;
    let mut rows = Vec::new();
    let mut end = at + 1;
    while let Some(line) = lines.get(end).filter(|line| line.is_prose() && line.text.contains('\t')) {
        end += 1;
        let cells = cells(line);
        if !(rows.is_empty() && refine(&mut columns, &cells)) {
            rows.push(Row::in_line(cells, line.number));
        }
    }
    Some((end, Table { columns, rows }))
}

#[cfg(test)]
mod tests;
