//! The rows of a table on pages, where no line is drawn between them: told by their numbers, or by columns that begin anew.

use super::super::transcript::add_line;
use super::header::Header;
use super::line::is_ordinal;

/// What stands under a header, from top to bottom.
#[derive(Debug)]
pub(super) enum Part {
    /// A line of cells.
    Strip(Strip),
    /// The number and the words of a group's heading, which spans the columns, and its line under the header.
    Heading(String, String, usize),
}

/// A line across the columns.
#[derive(Debug)]
pub(super) struct Strip {
    /// Which line under the header it is.
    pub line: usize,
    /// Its page.
    pub page: usize,
    /// Where its middle lies.
    pub middle: f64,
    /// What it says in each column.
    pub cells: Vec<String>,
    /// Whether it is one run of words across the columns, a number before it left aside.
    pub spans: bool,
    /// The number and the words, read as a heading.
    pub heading: (String, String),
}

impl Strip {
    /// Whether a row's number stands in it.
    pub(super) fn is_counted(&self, header: &Header) -> bool {
        header.is_numbered() && self.cells.first().is_some_and(|cell| is_ordinal(cell))
    }
}

/// A row.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    /// The line under the header where it begins.
    pub line: usize,
    /// Its cells, each by its paragraphs.
    pub cells: Vec<Vec<String>>,
}

/// Gathers the rows, each cell by its paragraphs.
pub(super) fn rows(header: &Header, parts: Vec<Part>) -> Vec<Row> {
    let width = header.columns.len();
    let mut rows: Vec<Row> = Vec::new();
    let mut strips: Vec<Strip> = Vec::new();
    let is_centred = is_centred(header, &parts);
    for part in parts {
        match part {
            Part::Strip(strip) => strips.push(strip),
            Part::Heading(ordinal, words, line) => {
                gather(header, is_centred, std::mem::take(&mut strips), &mut rows);
                let mut cells: Vec<Vec<String>> = vec![Vec::new(); width];
                cells[0].push(ordinal);
                cells[header.content()].push(words);
                cells[0].retain(|words| !words.is_empty());
                rows.push(Row { line, cells });
            }
        }
    }
    gather(header, is_centred, strips, &mut rows);
    rows
}

/// Cuts lines to rows; what stands before the first goes on with the row that is there.
fn gather(header: &Header, is_centred: bool, strips: Vec<Strip>, rows: &mut Vec<Row>) {
    let starts = if !header.is_numbered() {
        begun(&strips, header)
    } else if let Some(starts) = parted(&strips, header) {
        starts
    } else if is_centred {
        around(&strips, header)
    } else {
        (0..strips.len()).filter(|at| strips[*at].is_counted(header)).collect()
    };
    let width = header.columns.len();
    for (at, strip) in strips.into_iter().enumerate() {
        if starts.binary_search(&at).is_ok() || rows.is_empty() {
            rows.push(Row { line: strip.line, cells: vec![Vec::new(); width] });
        }
        let Some(row) = rows.last_mut() else { continue };
        for (cell, words) in row.cells.iter_mut().zip(strip.cells).filter(|(_, words)| !words.is_empty()) {
            add_line(cell, &words);
        }
    }
}

/// Where rows begin that gaps part, each with one number wherever it stands in its row; `None` where no gap tells.
fn parted(strips: &[Strip], header: &Header) -> Option<Vec<usize>> {
    const WIDE: f64 = 1.2;
    let pitch = pitch(strips, header)?;
    let is_turned = |at: usize| strips[at].page != strips[at - 1].page;
    let opens =
        |at: &usize| *at == 0 || is_turned(*at) || strips[*at].middle - strips[*at - 1].middle > WIDE * pitch;
    let openings: Vec<usize> = (0..strips.len()).filter(opens).collect();
    // Where only pages part them, there are no gaps.
    openings.iter().find(|at| **at > 0 && !is_turned(**at))?;
    let ends = openings.iter().skip(1).copied().chain([strips.len()]);
    let mut starts = Vec::new();
    for (start, end) in openings.iter().copied().zip(ends) {
        match strips[start..end].iter().filter(|strip| strip.is_counted(header)).count() {
            1 => starts.push(start),
            // What goes on from the page before.
            0 if start == 0 || is_turned(start) => {}
            _ => return None,
        }
    }
    Some(starts)
}

/// How far the lines of one cell stand under each other.
fn pitch(strips: &[Strip], header: &Header) -> Option<f64> {
    let content = header.content();
    let own: Vec<&Strip> = strips.iter().filter(|strip| !strip.cells[content].is_empty()).collect();
    let pairs = own.windows(2).filter(|pair| pair[0].page == pair[1].page);
    let mut gaps: Vec<f64> = pairs.map(|pair| pair[1].middle - pair[0].middle).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 4).copied()
}

/// Whether the numbers stand in the middle of their rows: words stand above the first one, or many have none beside them.
fn is_centred(header: &Header, parts: &[Part]) -> bool {
    let strips = || {
        parts.iter().filter_map(|part| match part {
            Part::Strip(strip) => Some(strip),
            Part::Heading(..) => None,
        })
    };
    let counted = strips().filter(|strip| strip.is_counted(header)).count();
    let alone = |strip: &&Strip| strip.is_counted(header) && strip.cells[header.content()].is_empty();
    let is_first_above = strips().next().is_some_and(|strip| !strip.is_counted(header));
    header.is_numbered() && counted > 0 && (is_first_above || strips().filter(alone).count() * 3 > counted)
}

/// Where rows begin whose numbers stand in their middle: as far above the number as the row before ended below its own.
fn around(strips: &[Strip], header: &Header) -> Vec<usize> {
    let numbers: Vec<usize> = (0..strips.len()).filter(|at| strips[*at].is_counted(header)).collect();
    let mut starts: Vec<usize> = Vec::new();
    for (turn, &number) in numbers.iter().enumerate() {
        let before = turn.checked_sub(1).map(|before| numbers[before]);
        let from = before.map_or(0, |before| before + 1);
        let start = match (before, starts.last()) {
            (Some(before), Some(&start)) => between(strips, start, before, from..=number),
            _ => from,
        };
        starts.push(start);
    }
    starts
}

/// The first line of the row behind one whose first line and number are given.
fn between(strips: &[Strip], start: usize, number: usize, choice: std::ops::RangeInclusive<usize>) -> usize {
    let (first, own) = (&strips[start], &strips[number]);
    let turned = |at: &usize| strips[*at].page != own.page;
    if let Some(page) = choice.clone().find(turned) {
        return page;
    }
    let end = if first.page == own.page { 2.0 * own.middle - first.middle } else { own.middle };
    let gap = |at: usize| strips[at].middle - strips[at - 1].middle;
    let usual = choice.clone().map(gap).fold(f64::INFINITY, f64::min);
    let off = |at: usize| {
        (f64::midpoint(strips[at].middle, strips[at - 1].middle) - end - usual / 2.0).abs()
            - 2.0 * (gap(at) - usual)
    };
    choice.clone().min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(*choice.end())
}

/// Where rows begin that have no numbers: below a wide gap, or where columns that had ended say something again.
fn begun(strips: &[Strip], header: &Header) -> Vec<usize> {
    let gap = |at: usize| -> Option<f64> {
        let above = strips.get(at.checked_sub(1)?)?;
        (above.page == strips[at].page).then(|| strips[at].middle - above.middle)
    };
    let mut gaps: Vec<f64> = (0..strips.len()).filter_map(gap).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 4).copied().unwrap_or(f64::INFINITY);
    let says = |at: usize, column: usize| strips[at].cells.get(column).is_some_and(|cell| !cell.is_empty());
    let is_anew = |at: usize| {
        (0..header.columns.len()).any(|column| says(at, column) && !says(at - 1, column))
            && says(at, header.content())
    };
    (0..strips.len())
        .filter(|&at| at == 0 || gap(at).is_some_and(|gap| gap > 1.25 * usual) || is_anew(at))
        .collect()
}
