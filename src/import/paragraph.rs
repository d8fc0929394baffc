//! Hard-wrapped lines rejoined to paragraphs, each with its mark and its source lines.

use super::case::is_capitals;
use super::ending;
use super::labels;
use super::line::Line;
use super::marker::{self, Marker, Style};
use super::period::names_period;
use super::syllables::has_lost_spaces;
use super::trace::{Clause, Sureness, Traced};

/// A paragraph: one clause, heading or item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The mark in front of it.
    pub marker: Option<Marker>,
    /// Its words, without the mark.
    pub text: String,
    /// Its first and last line in the source.
    pub lines: (u32, u32),
    /// How sure it is that these are its words, no more and no less.
    pub sureness: Sureness,
}

impl Paragraph {
    /// The mark's kind.
    pub(super) fn style(&self) -> Option<Style> {
        self.marker.as_ref().map(|marker| marker.style)
    }

    /// The words with where they stand.
    pub(super) fn clause(&self) -> Clause {
        let spaces = if has_lost_spaces(&self.text) { Sureness::Likely } else { Sureness::Certain };
        Traced::certain(self.text.clone(), self.lines).at_most(self.sureness.min(spaces))
    }

    /// The words with the mark in front, as a person reads them.
    pub(super) fn printed(&self) -> String {
        match &self.marker {
            Some(marker) if matches!(marker.style, Style::Number(_) | Style::Roman) => {
                format!("{}. {}", marker.label, self.text)
            }
            Some(marker) => format!("{} {}", marker.label, self.text),
            None => self.text.clone(),
        }
    }
}

/// How a document lays out its lines, measured once over its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    fashion: Fashion,
    /// How long a full line is, in characters.
    width: usize,
    /// A line below this length was ended on purpose; 0 where sentences are torn anywhere, as web copies are.
    short: usize,
}

/// What a blank line says in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fashion {
    /// Nothing: one follows every line.
    Spaced,
    /// The end of a paragraph.
    Blocks,
    /// There are none.
    Dense,
    /// Anything: no line is broken, so each is a paragraph.
    Whole,
}

/// Joins the lines of a stretch of prose to paragraphs.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<Paragraph> {
    let layout = measure(lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        if !line.is_prose() {
            before = None;
            continue;
        }
        match (before, paragraphs.last_mut()) {
            (Some(prev), Some(last)) if joins(last, prev, line, layout) => extend(last, line),
            _ => paragraphs.push(open(line)),
        }
        before = Some(line);
    }
    rejoin_headings(paragraphs).into_iter().flat_map(ending::parted).flatten().collect()
}

/// The paragraph that a line opens.
fn open(line: &Line) -> Paragraph {
    let text = line.in_one();
    let (marker, text) = match marker::split(&text) {
        Some((marker, rest)) => (Some(marker), rest.to_owned()),
        None => (None, text),
    };
    Paragraph { marker, text, lines: (line.number, line.number), sureness: Sureness::Certain }
}

/// Adds a line to a paragraph. A hyphen that ends a line inside a document's number joins without a space.
fn extend(paragraph: &mut Paragraph, line: &Line) {
    let cut_number = paragraph.text.ends_with('-')
        && paragraph.text.trim_end_matches('-').ends_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    if !paragraph.text.is_empty() && !cut_number {
        paragraph.text.push(' ');
    }
    paragraph.text.push_str(&line.in_one());
    paragraph.lines.1 = line.number;
}

/// Whether a line goes on with the paragraph whose last line is `prev`.
fn joins(paragraph: &Paragraph, prev: &Line, next: &Line, layout: Layout) -> bool {
    if prev.text.ends_with("./.") {
        return false;
    }
    if opens_item(&prev.text, next, layout) || (is_finished(&prev.text) && names_period(&next.text)) {
        return false;
    }
    if paragraph.text.is_empty() {
        return true;
    }
    let finished = is_finished(&prev.text);
    if layout.parts(next.gap) {
        return !finished && (goes_on(&next.text) || is_open(&paragraph.text));
    }
    if starts_lower(&next.text) || marker::split(&next.text).is_some() {
        return true;
    }
    if labels::recognise(&next.text).is_some() && (finished || !awaits_more(&prev.text)) {
        return false;
    }
    let closes = ending::opens_anywhere(&next.text) || (finished && ending::opens_line(&next.text));
    if closes || ends_title(paragraph, &next.text) {
        return false;
    }
    match layout.fashion {
        Fashion::Whole => prev.text.ends_with(','),
        // A heading of a few words, and its text below it without a blank line.
        Fashion::Blocks if is_first(paragraph, prev) && layout.is_short(prev) => false,
        Fashion::Blocks => !(finished && layout.ends_early(prev, next)),
        Fashion::Spaced | Fashion::Dense => prev.text.ends_with(',') || !layout.ends_early(prev, next),
    }
}

/// Whether a marked heading all in capitals ends before a line that is not.
fn ends_title(paragraph: &Paragraph, next: &str) -> bool {
    /// Shorter ones may be abbreviations.
    const LEAST: usize = 8;
    /// Longer ones, in bytes, are no titles, and need not be looked through for every line that is added.
    const MOST: usize = 1000;
    paragraph.marker.is_some()
        && paragraph.text.len() <= MOST
        && paragraph.text.chars().count() >= LEAST
        && is_capitals(&paragraph.text)
        && !next.split(' ').next().is_some_and(is_capitals)
}

/// Whether a line is the first of a paragraph with a mark.
fn is_first(paragraph: &Paragraph, line: &Line) -> bool {
    paragraph.marker.is_some() && paragraph.lines.0 == line.number
}

/// Whether a line opens with the mark of an item, rather than with a dash or a number of the sentence before.
fn opens_item(prev: &str, next: &Line, layout: Layout) -> bool {
    let Some((marker, words)) = marker::split(&next.text) else { return false };
    let goes_on = !is_finished(prev) && !layout.parts(next.gap);
    match marker.style {
        Style::Bullet(_) => !(goes_on && words.starts_with(char::is_lowercase)),
        Style::Number(1) => !(goes_on && expects_number(prev)),
        Style::Article => !goes_on,
        _ => true,
    }
}

/// Whether a text ends in a word that a number follows: "khoản", "Điều", "năm".
fn expects_number(text: &str) -> bool {
    // "THỜI GIAN, ĐỊA ĐIỂM" is a title.
    if is_capitals(text) {
        return false;
    }
    let mut words = text.rsplit(' ');
    let last = words.next().unwrap_or_default().to_lowercase();
    // "ít nhất 15 ngày" is over.
    if words.next().is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit())) {
        return false;
    }
    matches!(
        last.as_str(),
        "điều"
            | "khoản"
            | "điểm"
            | "mục"
            | "số"
            | "năm"
            | "tháng"
            | "ngày"
            | "quý"
            | "lần"
            | "thứ"
            | "chương"
            | "và"
    )
}

/// Whether a line stops in the middle of a list or a phrase, so that even what looks like a label goes on with it.
fn awaits_more(text: &str) -> bool {
    const LINKS: [&str; 6] = ["và", "hoặc", "của", "với", "về", "theo"];
    text.ends_with([',', '-', '(']) || LINKS.contains(&text.rsplit(' ').next().unwrap_or_default())
}

/// Whether a text ends as a sentence or a clause of a list does.
pub(super) fn is_finished(text: &str) -> bool {
    text.trim_end_matches(['”', '"', ')', '’', ' ']).ends_with(['.', ';', ':', '!', '?', '…'])
}

fn starts_lower(text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ')' | '.' | '”'))
}

/// Whether a text that stands after a blank line still belongs to an unfinished sentence before it.
fn goes_on(text: &str) -> bool {
    starts_lower(text) || (text.starts_with(|c: char| c.is_ascii_digit()) && marker::split(text).is_none())
}

/// Whether a quotation or a bracket of the paragraph's end is still open.
fn is_open(text: &str) -> bool {
    const REACH: usize = 200;
    let mut closed = 0_u32;
    let mut straight = 0;
    let mut open = false;
    for c in text.chars().rev().take(REACH) {
        match c {
            ')' | '”' => closed += 1,
            '(' | '“' if closed == 0 => open = true,
            '(' | '“' => closed -= 1,
            '"' => straight += 1,
            _ => {}
        }
    }
    open || straight % 2 == 1
}

impl Layout {
    /// Whether as many blank lines part two paragraphs.
    fn parts(self, gap: u32) -> bool {
        match self.fashion {
            Fashion::Spaced => gap > 1,
            Fashion::Blocks | Fashion::Dense | Fashion::Whole => gap > 0,
        }
    }

    /// Whether a line is too short to have been broken by its length.
    fn is_short(self, line: &Line) -> bool {
        line.text.chars().count() < self.short
    }

    /// Whether the first word of `next` would have fitted on `prev`, so that the line was ended on purpose.
    fn ends_early(self, prev: &Line, next: &Line) -> bool {
        let word = next.text.split([' ', '\t']).next().map_or(0, |word| word.chars().count());
        prev.text.chars().count() + 1 + word + self.width / 8 < self.width
    }
}

/// Measures how a stretch of lines is laid out.
fn measure(lines: &[Line]) -> Layout {
    /// As many lines with hardly a broken one tell that none is.
    const MANY: usize = 12;
    /// As many tell it where there is no broken one at all.
    const SOME: usize = 5;
    let mut lengths: Vec<usize> =
        lines.iter().filter(|line| line.is_prose()).map(|line| line.text.chars().count()).collect();
    lengths.sort_unstable();
    let width = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0);
    let pairs = || lines.windows(2).filter(|pair| pair[0].is_prose() && pair[1].is_prose());
    let all = pairs().count();
    let spaced = pairs().filter(|pair| pair[1].gap > 0).count();
    let goes_on = |line: &Line| starts_lower(&line.text) && marker::split(&line.text).is_none();
    let cut = pairs().filter(|pair| pair[1].gap > 0 && goes_on(&pair[1])).count();
    let torn = pairs().filter(|pair| goes_on(&pair[1])).count();
    let torn_early =
        pairs().filter(|pair| goes_on(&pair[1]) && pair[0].text.chars().count() < width / 2).count();
    let fashion = if (all >= MANY && torn * 40 < all) || (all >= SOME && torn == 0) {
        Fashion::Whole
    } else if spaced * 5 >= all * 4 && cut * 5 >= spaced {
        Fashion::Spaced
    } else if spaced * 8 >= all {
        Fashion::Blocks
    } else {
        Fashion::Dense
    };
    let short = if torn_early * 10 <= torn && all >= MANY { width / 2 } else { 0 };
    Layout { fashion, width, short }
}

/// Joins a heading that was torn in two: a marked item without an end, then a few words without mark or end, then its points.
fn rejoin_headings(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    const FEW: usize = 120;
    let is_bullet = |p: &Paragraph| p.style().is_some_and(Style::is_bullet);
    let mut joined: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    let mut rest = paragraphs.into_iter().peekable();
    while let Some(paragraph) = rest.next() {
        let torn = paragraph.marker.is_none()
            && !is_finished(&paragraph.text)
            && paragraph.text.chars().count() <= FEW
            && rest.peek().is_some_and(is_bullet);
        match joined.last_mut() {
            Some(heading)
                if torn
                    && !ends_title(heading, &paragraph.text)
                    && heading.marker.is_some()
                    && !is_bullet(heading)
                    && !is_finished(&heading.text) =>
            {
                heading.text = format!("{} {}", heading.text, paragraph.text);
                heading.lines.1 = paragraph.lines.1;
            }
            _ => joined.push(paragraph),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
