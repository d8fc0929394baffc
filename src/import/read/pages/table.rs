//! A table of tasks on pages: from its header to where the text crosses its columns again.

use super::header::{Header, header};
use super::line::{Line, is_ordinal, text};
use super::markup::Word;
use super::rows::{Part, Strip, rows};

pub(super) use super::rows::Row;
use crate::import::table::is_gap;
use crate::text::fold;

/// A table.
#[derive(Debug, PartialEq)]
pub(super) struct Table {
    /// Its rows with the header's, each with its line of the table.
    pub rows: Vec<Row>,
    /// How many lines of the pages it takes.
    pub lines: usize,
}

/// The table that a stretch of lines opens with.
pub(super) fn table(lines: &[Line]) -> Option<Table> {
    /// So many lines tell where the columns part.
    const SAMPLE: usize = 80;
    let header = header(lines)?;
    let body = &lines[header.lines..];
    let draft = Body::of(&header, edges(&header, &body[..body.len().min(SAMPLE)]), body);
    let found = Body::of(&header, edges(&header, &body[..draft.lines]), body);
    if found.parts.is_empty() {
        return None;
    }
    let cells = header.columns.iter().map(|column| vec![column.name.clone()]).collect();
    let under =
        rows(&header, found.parts).into_iter().map(|row| Row { line: header.lines + row.line, ..row });
    let rows = std::iter::once(Row { line: 0, cells }).chain(under).collect();
    Some(Table { rows, lines: header.lines + found.lines })
}

/// Where the columns part: between the words of two neighbours in the header, where the fewest words of the body stand.
fn edges(header: &Header, body: &[Line]) -> Vec<f64> {
    let between = header.columns.windows(2).map(|pair| (pair[0].right, pair[1].left));
    between.map(|(from, to)| edge(from, to, body)).collect()
}

fn edge(from: f64, to: f64, body: &[Line]) -> f64 {
    const STEP: f64 = 1.0;
    let mut best: Option<(usize, f64, f64)> = None;
    let mut run: Option<(usize, f64)> = None;
    let mut at = from;
    while at <= to {
        let over = body.iter().filter(|line| crosses(line, at)).count();
        let start = match run {
            Some((count, start)) if count == over => start,
            _ => at,
        };
        run = Some((over, start));
        if best
            .is_none_or(|(least, left, right)| over < least || (over == least && at - start > right - left))
        {
            best = Some((over, start, at));
        }
        at += STEP;
    }
    // The words of a cell begin at its edge more often than they end there.
    best.map_or(f64::midpoint(from, to), |(_, left, right)| right - ((right - left) / 2.0).min(2.0))
}

fn crosses(line: &Line, edge: f64) -> bool {
    line.words.iter().any(|word| word.left < edge - 0.5 && word.right > edge + 0.5)
}

/// What stands under a header.
struct Body {
    parts: Vec<Part>,
    lines: usize,
}

impl Body {
    fn of(header: &Header, edges: Vec<f64>, body: &[Line]) -> Self {
        let mut reader = Reader { header, edges, parts: Vec::new(), pending: Vec::new(), at: 0 };
        let (mut at, mut end) = (0, 0);
        while at < body.len() {
            reader.at = at;
            match reader.take(&body[at..], at.checked_sub(1).map(|above| &body[above])) {
                None => break,
                Some(taken) => at += taken,
            }
            if reader.pending.is_empty() {
                end = at;
            }
        }
        Self { parts: reader.parts, lines: end }
    }
}

/// Reads lines under a header.
struct Reader<'h> {
    header: &'h Header,
    edges: Vec<f64>,
    parts: Vec<Part>,
    /// Lines that are headings of groups, if rows follow.
    pending: Vec<Strip>,
    /// Which line is read.
    at: usize,
}

impl Reader<'_> {
    /// Takes a line, or the header said again; `None` where the table has ended.
    fn take(&mut self, rest: &[Line], above: Option<&Line>) -> Option<usize> {
        let line = &rest[0];
        if let Some(again) = header(rest) {
            return again.is_like(self.header).then_some(again.lines);
        }
        let is_outside = line.left() < self.header.columns[0].left - 60.0;
        let is_far = above.and_then(|above| line.under(above)).is_some_and(|gap| gap > 5.0 * line.height());
        let is_closing = fold(&line.text()).starts_with("noi nhan");
        if is_outside || is_far || is_closing {
            return None;
        }
        if is_gap(&line.text()) {
            self.headings();
            self.parts.push(Part::Heading(String::new(), line.text(), self.at));
            return Some(1);
        }
        let strip = self.strip(line);
        if self.pending.last().is_some_and(|last| last.heading.1.ends_with('.')) {
            return None; // A sentence, and no heading.
        }
        let says = strip.cells.iter().filter(|cell| !cell.is_empty()).count();
        let content = self.header.content();
        let tells =
            strip.cells.iter().enumerate().any(|(at, cell)| at > 0 && at != content && !cell.is_empty());
        let begins =
            if self.header.is_numbered() { strip.is_counted(self.header) || tells } else { says > 1 };
        let is_row = !strip.spans && begins;
        let goes_on = !strip.spans && self.pending.is_empty();
        if is_row || goes_on {
            self.headings();
            self.parts.push(Part::Strip(strip));
            return Some(1);
        }
        self.pending.push(strip);
        (self.pending.len() <= MOST).then_some(1)
    }

    /// A line by its cells. What stands across the edge of two belongs to the first.
    fn strip(&self, line: &Line) -> Strip {
        let column = |at: f64| self.edges.partition_point(|edge| *edge < at);
        let mut cells: Vec<Vec<&Word>> = vec![Vec::new(); self.header.columns.len()];
        let (mut spans, mut parts) = (false, 0);
        let mut before: Option<(&Word, usize)> = None;
        let is_even = is_even(line);
        for word in &line.words {
            let (own, reach) = (column(word.left + 0.5), column(word.right - 0.5));
            let place = match before {
                Some((last, place)) if own > place && (is_even || is_one(last, word, line)) => place,
                Some((last, place)) if column(last.right - 0.5) > place && is_near(last, word, line) => place,
                _ if reach > own => own,
                _ => column(word.centre()),
            };
            spans |= reach > place;
            parts += usize::from(before.is_none_or(|(_, last)| last != place));
            cells[place].push(word);
            before = Some((word, place));
        }
        let first =
            line.words.first().filter(|word| self.edges.first().is_some_and(|edge| word.right < edge + 2.0));
        let ordinal = first.filter(|word| self.header.is_numbered() && is_ordinal(&word.text));
        let words = if ordinal.is_some() { &line.words[1..] } else { &line.words[..] };
        Strip {
            line: self.at,
            page: line.page,
            middle: line.middle(),
            cells: cells.into_iter().map(text).collect(),
            spans: spans && parts <= 1 + usize::from(ordinal.is_some()),
            heading: (ordinal.map(|word| word.text.clone()).unwrap_or_default(), text(words)),
        }
    }

    /// Puts the headings in, since a row follows them.
    fn headings(&mut self) {
        for strip in self.pending.drain(..) {
            let (ordinal, words) = strip.heading;
            match self.parts.last_mut() {
                Some(Part::Heading(_, text, _)) if ordinal.is_empty() && !is_gap(text) => {
                    text.push(' ');
                    text.push_str(&words);
                }
                _ => self.parts.push(Part::Heading(ordinal, words, strip.line)),
            }
        }
    }
}

/// Whether two words stand as near as in a sentence; two cells keep farther apart.
fn is_one(word: &Word, next: &Word, line: &Line) -> bool {
    const SPACE: f64 = 0.3;
    next.left - word.right < SPACE * line.height()
}

/// Whether the words of a long line stand about equally far from each other, as justified prose does and cells do not.
fn is_even(line: &Line) -> bool {
    const WORDS: usize = 7;
    const UNEVEN: f64 = 1.3;
    let mut gaps: Vec<f64> = line.words.windows(2).map(|pair| pair[1].left - pair[0].right).collect();
    if gaps.len() + 1 < WORDS {
        return false;
    }
    // The number in front of a heading keeps its distance.
    gaps.remove(0);
    gaps.sort_by(f64::total_cmp);
    gaps[gaps.len() - 1] < UNEVEN * gaps[gaps.len() / 2]
}

/// Whether two words may stand in one cell that spans columns.
fn is_near(word: &Word, next: &Word, line: &Line) -> bool {
    const SPACE: f64 = 0.45;
    next.left - word.right < SPACE * line.height()
}

/// No headings of groups, one under the other, take more lines.
const MOST: usize = 5;
