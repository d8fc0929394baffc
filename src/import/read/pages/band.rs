//! Columns of short lines side by side, as in a letterhead and in the closing of a document, taken apart column by column.

use super::line::{Line, Segment};

/// Lines that stand in columns.
#[derive(Debug, PartialEq)]
pub(super) struct Band {
    /// The lines of each column, from the left; one that goes on below stands last.
    pub columns: Vec<Vec<String>>,
    /// How many lines of the page it takes.
    pub lines: usize,
    /// Whether the last of them goes on below, alone.
    pub goes_on: bool,
}

/// The band that opens a stretch of lines: at least two of them have words on both sides of the same gap.
pub(super) fn band(lines: &[Line]) -> Option<Band> {
    let mut columns = opened(lines)?;
    let mut paired = vec![0];
    let mut end = if lines[0].segments().len() > 1 { 1 } else { 2 };
    while let Some(line) = lines.get(end).filter(|line| is_near(&lines[end - 1], line)) {
        let Some((places, segments)) = placed(&columns, line) else { break };
        let is_beside = columns.iter().enumerate().any(|(at, column)| {
            at != places[0] && (line.middle() - column.end).abs() < BESIDE * line.height()
        });
        let is_paired = places.len() > 1 || is_beside;
        let may_be_far = is_beside || places[0] + 1 == columns.len();
        if places.len() == 1 && !columns[places[0]].takes(&segments[0], line, may_be_far) {
            break;
        }
        for (at, segment) in places.into_iter().zip(segments) {
            columns[at].add(segment, line.middle());
        }
        end += 1;
        if is_paired {
            paired.push(end - 1);
        }
    }
    let turned = lines.get(end).filter(|next| next.page > lines[end - 1].page);
    let on =
        turned.and_then(|next| (0..columns.len()).find(|at| columns[*at].goes_on(next, columns.get(at + 1))));
    if let Some(on) = on {
        let column = columns.remove(on);
        columns.push(column);
    }
    let columns: Vec<Vec<String>> = columns.into_iter().map(|column| column.lines).collect();
    let is_band = paired.len() > 1 || columns.iter().filter(|lines| lines.len() > 1).count() > 1;
    is_band.then_some(Band { columns, lines: end, goes_on: on.is_some() })
}

/// Lines that stand so near by their height overlap: those of columns that are set in their middle stand off each other's.
const BESIDE: f64 = 0.75;

/// The columns that a first line opens, or the first two that stand beside each other.
fn opened(lines: &[Line]) -> Option<Vec<Column>> {
    const GAP: f64 = 10.0;
    let first = lines.first()?;
    let mut all: Vec<(Segment, f64)> =
        first.segments().into_iter().map(|own| (own, first.middle())).collect();
    if all.len() < 2 {
        let next =
            lines.get(1).filter(|next| next.under(first).is_some_and(|gap| gap < BESIDE * next.height()))?;
        all.extend(next.segments().into_iter().map(|own| (own, next.middle())));
        all.sort_by(|a, b| a.0.left.total_cmp(&b.0.left));
    }
    let apart = all.windows(2).all(|pair| pair[1].0.left - pair[0].0.right > GAP);
    (all.len() > 1 && apart).then(|| all.into_iter().map(|(own, middle)| Column::of(own, middle)).collect())
}

/// A column while its lines are gathered.
#[derive(Debug)]
struct Column {
    left: f64,
    right: f64,
    /// Where its lines begin, and where their middles lie.
    aligned: Vec<(f64, f64)>,
    /// Where its last line lies.
    end: f64,
    lines: Vec<String>,
}

impl Column {
    fn of(segment: Segment, middle: f64) -> Self {
        let Segment { left, right, text } = segment;
        Self {
            left,
            right,
            aligned: vec![(left, f64::midpoint(left, right))],
            end: middle,
            lines: vec![text],
        }
    }

    fn add(&mut self, segment: Segment, middle: f64) {
        self.end = middle;
        self.left = self.left.min(segment.left);
        self.right = self.right.max(segment.right);
        self.aligned.push((segment.left, f64::midpoint(segment.left, segment.right)));
        self.lines.push(segment.text);
    }

    /// Whether a line that stands alone is set as the column's others are, from the same edge or about the same middle,
    /// and follows them. It may be far below what stands beside another column's line, and in the last column, where a
    /// name stands below room for a signature.
    fn takes(&self, segment: &Segment, line: &Line, may_be_far: bool) -> bool {
        const EDGE: f64 = 4.0;
        const MIDDLE: f64 = 14.0;
        const FOLLOWS: f64 = 1.7;
        /// So many lines show how a column is set.
        const LAST: usize = 60;
        if !may_be_far && line.middle() - self.end > FOLLOWS * line.height() {
            return false;
        }
        let middle = f64::midpoint(segment.left, segment.right);
        let is_aligned =
            |(left, own): &(f64, f64)| (segment.left - left).abs() < EDGE || (middle - own).abs() < MIDDLE;
        self.aligned.iter().rev().take(LAST).any(is_aligned)
    }

    /// Whether the first line of the next page goes on with it: from the same edge as most of its lines, and not
    /// into the column beside it.
    fn goes_on(&self, next: &Line, beside: Option<&Self>) -> bool {
        let from_here = self.aligned.iter().filter(|(left, _)| (left - next.left()).abs() < 2.0).count();
        let right = next.words.iter().map(|word| word.right).fold(f64::NEG_INFINITY, f64::max);
        from_here * 2 > self.aligned.len() && beside.is_none_or(|beside| right < beside.left)
    }
}

/// Whether a line follows another closely enough to belong with it; names stand far below the posts of those who sign.
fn is_near(above: &Line, line: &Line) -> bool {
    const FAR: f64 = 7.0;
    line.under(above).is_some_and(|gap| gap < FAR * line.height())
}

/// The parts of a line with their columns. Where columns are known, a gap between two may be narrow.
fn placed(columns: &[Column], line: &Line) -> Option<(Vec<usize>, Vec<Segment>)> {
    const NARROW: f64 = 0.6;
    let in_columns = |segments: Vec<Segment>| Some((places(columns, &segments)?, segments));
    in_columns(line.segments()).or_else(|| in_columns(line.parted(NARROW)))
}

/// The columns in which segments stand, each in one of its own; `None` where one reaches over the gap between two.
fn places(columns: &[Column], segments: &[Segment]) -> Option<Vec<usize>> {
    /// What is left of a gap when a line narrows it.
    const LEAST: f64 = 8.0;
    let mut places = Vec::with_capacity(segments.len());
    for segment in segments {
        let overlap = |column: &Column| segment.right.min(column.right) - segment.left.max(column.left);
        let nearest =
            (0..columns.len()).max_by(|a, b| overlap(&columns[*a]).total_cmp(&overlap(&columns[*b])))?;
        let clear = |(at, column): (usize, &Column)| match at.cmp(&nearest) {
            std::cmp::Ordering::Less => segment.left - column.right > LEAST,
            std::cmp::Ordering::Greater => column.left - segment.right > LEAST,
            std::cmp::Ordering::Equal => true,
        };
        if places.last().is_some_and(|last| *last >= nearest) || !columns.iter().enumerate().all(clear) {
            return None;
        }
        places.push(nearest);
    }
    Some(places)
}
