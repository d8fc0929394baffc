//! The header of a table of tasks: where its columns stand and what they are called.

use super::line::{Line, is_label, is_ordinal, text};
use super::markup::Word;
use crate::import::labels::{self, LabelKind};
use crate::import::table::is_ordinal_name;
use crate::text::fold;

/// A header.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    /// Its columns from the left.
    pub columns: Vec<Column>,
    /// How many lines it takes.
    pub lines: usize,
}

/// A column by the words of its header.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    /// The left edge of the words.
    pub left: f64,
    /// Their right edge.
    pub right: f64,
    /// What they say.
    pub name: String,
}

/// No header takes more lines.
pub(super) const LINES: usize = 9;
/// No line of a header has more words.
const WORDS: usize = 80;
/// No table has more columns.
const COLUMNS: usize = 32;

/// The header that a stretch of lines opens with.
pub(super) fn header(lines: &[Line]) -> Option<Header> {
    // An item above a table may stand over its columns; a row under them opens with its number.
    let is_item = |line: &&Line| is_label(&line.words[0].text) || is_ordinal(&line.words[0].text);
    let first = lines.first().filter(|line| !is_item(line))?;
    let reach =
        lines.iter().take(LINES).zip(std::iter::once(first).chain(lines)).take_while(|(line, above)| {
            let is_near = line.under(above).is_some_and(|gap| gap < 1.7 * line.height());
            is_near && line.page == first.page && line.words.len() <= WORDS
        });
    let reach = reach.count();
    let names = |count: usize| columns(&lines[..count]);
    let mut count = (1..=reach).find(|count| is_of_tasks(&names(*count)))?;
    let parts = |count: usize| names(count + 1).len() > names(count).len() && is_of_tasks(&names(count + 1));
    let is_beside = |count: usize| {
        let gap = lines[count].under(&lines[count - 1]);
        gap.is_some_and(|gap| gap < 0.75 * lines[count].height()) && is_of_tasks(&names(count + 1))
    };
    while count < reach && (is_beside(count) || parts(count) || continues(&names(count), &lines[count])) {
        count += 1;
    }
    Some(Header { columns: names(count), lines: count })
}

impl Header {
    /// Whether the first column holds the rows' numbers.
    pub(super) fn is_numbered(&self) -> bool {
        self.columns.first().is_some_and(|column| is_ordinal_name(&column.name))
    }

    /// Where the work stands.
    pub(super) fn content(&self) -> usize {
        let is_content = |column: &Column| labels::column(&column.name) == Some(LabelKind::Content);
        self.columns.iter().position(is_content).unwrap_or_default()
    }

    /// Whether another header says the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let names =
            |header: &Self| header.columns.iter().map(|column| fold(&column.name)).collect::<Vec<_>>();
        names(self) == names(other)
    }
}

/// The columns that lines stand in: stretches without a gap that goes through all of them.
fn columns(lines: &[Line]) -> Vec<Column> {
    const GAP: f64 = 0.4;
    let height = lines.iter().map(Line::height).fold(0.0, f64::max);
    let mut words: Vec<&Word> = lines.iter().flat_map(|line| &line.words).collect();
    words.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    for word in words {
        match stretches.last_mut().filter(|(_, right)| word.left - *right < GAP * height) {
            Some((_, right)) => *right = right.max(word.right),
            None => stretches.push((word.left, word.right)),
        }
    }
    if stretches.len() > COLUMNS {
        return Vec::new();
    }
    stretches.into_iter().flat_map(|(left, right)| under_one_heading(lines, left, right)).collect()
}

/// The column in a stretch, or the columns of roles below a heading that is common to them.
fn under_one_heading(lines: &[Line], left: f64, right: f64) -> Vec<Column> {
    let within = |line: &Line| -> Vec<Word> {
        line.words.iter().filter(|word| (left..=right).contains(&word.centre())).cloned().collect()
    };
    let own: Vec<Line> = lines
        .iter()
        .map(|line| Line { page: line.page, words: within(line) })
        .filter(|line| !line.words.is_empty())
        .collect();
    let name = own.iter().map(Line::text).collect::<Vec<_>>().join(" ");
    let whole = || vec![Column { left, right, name: name.clone() }];
    let is_role = |column: &Column| matches!(labels::column(&column.name), Some(LabelKind::Role(_)));
    if own.len() < 2 {
        return whole();
    }
    let parted = columns(&own[1..]);
    if parted.len() > 1 && parted.iter().all(is_role) && is_role(&Column { left, right, name: own[0].text() })
    {
        return parted;
    }
    whole()
}

/// Whether columns are those of a table of tasks: they name the work, and who does it or by when.
fn is_of_tasks(columns: &[Column]) -> bool {
    const LONGEST: usize = 60;
    if columns.len() < 2 || columns.iter().any(|column| column.name.chars().count() > LONGEST) {
        return false;
    }
    let kinds: Vec<Option<LabelKind>> = columns.iter().map(|column| labels::column(&column.name)).collect();
    let tells = |kind: &Option<LabelKind>| {
        matches!(kind, Some(LabelKind::Role(_) | LabelKind::Time | LabelKind::Deliverable))
    };
    kinds.contains(&Some(LabelKind::Content)) && kinds.iter().any(tells)
}

/// Whether a line goes on with the header: in each column that it has words in, these open small, or go on in capitals.
fn continues(columns: &[Column], line: &Line) -> bool {
    let is_under = |column: &Column, word: &Word| {
        word.centre() >= column.left - 4.0 && word.centre() <= column.right + 4.0
    };
    let mut seen = 0;
    for column in columns {
        let own: Vec<&Word> = line.words.iter().filter(|word| is_under(column, word)).collect();
        let Some(first) = own.first() else { continue };
        seen += own.len();
        let in_capitals =
            |text: &str| text.chars().all(|c| !c.is_lowercase()) && text.chars().any(char::is_alphabetic);
        let goes_on = first.text.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | '/'))
            || (in_capitals(&text(own.iter().copied())) && in_capitals(&column.name));
        if !goes_on {
            return false;
        }
    }
    seen == line.words.len()
}
