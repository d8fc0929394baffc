//! The lines of pages: words that stand side by side, furniture left out.

use std::collections::HashMap;

use super::markup::{Page, Word};

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Its page, from 0.
    pub page: usize,
    /// Its words from left to right; at least one.
    pub words: Vec<Word>,
}

/// A part of a line that wide gaps part from the rest.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
    /// Its words.
    pub text: String,
}

impl Line {
    /// The left edge.
    pub(super) fn left(&self) -> f64 {
        self.words.first().map_or(0.0, |word| word.left)
    }

    /// How high its highest word is.
    pub(super) fn height(&self) -> f64 {
        self.words.iter().map(Word::height).fold(0.0, f64::max)
    }

    /// Where the middle of its highest word lies.
    pub(super) fn middle(&self) -> f64 {
        self.words.iter().max_by(|a, b| a.height().total_cmp(&b.height())).map_or(0.0, Word::middle)
    }

    /// How far it lies under another one; nothing tells where a page parts them.
    pub(super) fn under(&self, above: &Self) -> Option<f64> {
        (self.page == above.page).then(|| self.middle() - above.middle())
    }

    /// Its words in one row.
    pub(super) fn text(&self) -> String {
        text(&self.words)
    }

    /// Its parts. The label of a list, which a tab sets apart, belongs to the words behind it.
    pub(super) fn segments(&self) -> Vec<Segment> {
        self.parted(1.2)
    }

    /// Its parts where gaps that are so many times as wide as it is high part them.
    pub(super) fn parted(&self, wide: f64) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        for word in &self.words {
            match segments.last_mut() {
                Some(last) if word.left - last.right < wide * self.height() || is_label(&last.text) => {
                    last.text.push(' ');
                    last.text.push_str(&word.text);
                    last.right = last.right.max(word.right);
                }
                _ => segments.push(Segment { left: word.left, right: word.right, text: word.text.clone() }),
            }
        }
        segments
    }
}

/// Words in one row.
pub(super) fn text<'w>(words: impl IntoIterator<Item = &'w Word>) -> String {
    words.into_iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether a text is a bullet, or the number of an item: "-", "II.", "2.1.", "a)".
pub(super) fn is_label(text: &str) -> bool {
    let inner = text.trim_end_matches(['.', ')', '/']).trim_start_matches('(');
    match text.chars().next() {
        Some(first) if text.chars().count() == 1 => !first.is_alphanumeric(),
        _ => {
            inner.len() < text.len()
                && inner.chars().count() <= 8
                && (inner.chars().all(|c| c.is_ascii_digit() || c == '.')
                    || inner.chars().all(|c| "IVX".contains(c))
                    || inner.chars().count() == 1)
        }
    }
}

/// Whether a cell is a row's number: "1", "2.3.", "II", "a)".
pub(super) fn is_ordinal(text: &str) -> bool {
    let inner = text.trim_matches(['.', ')', '(', ' ', '/']);
    let counts = inner
        .split('.')
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let roman = (1..=5).contains(&inner.len()) && inner.chars().all(|c| "IVX".contains(c));
    counts || roman || (inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic))
}

/// The lines of all pages in the order of reading, without page numbers and the headers that run through the pages.
pub(super) fn lines(pages: Vec<Page>) -> Vec<Line> {
    let pages: Vec<Vec<Line>> =
        pages.into_iter().enumerate().map(|(number, page)| of_page(number, page.words)).collect();
    let running = running(&pages);
    let kept = pages.into_iter().flat_map(|page| {
        let last = page.len().saturating_sub(1);
        page.into_iter()
            .enumerate()
            .filter(move |(at, line)| !((*at == 0 || *at == last) && is_page_number(&line.text())))
    });
    let mut seen: Vec<String> = Vec::new();
    kept.map(|(_, line)| line)
        .filter(|line| {
            let key = key(line);
            let again = seen.contains(&key);
            if !again && running.contains(&key) {
                seen.push(key);
            }
            !again
        })
        .collect()
}

/// The words of a page by their lines.
fn of_page(page: usize, mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.middle().total_cmp(&b.middle()));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|line| is_beside(line, &word)) {
            Some(line) => line.words.push(word),
            None => lines.push(Line { page, words: vec![word] }),
        }
    }
    for line in &mut lines {
        line.words.sort_by(|a, b| a.left.total_cmp(&b.left));
        raise_notes(line);
    }
    lines
}

/// No line has more words.
const WORDS: usize = 400;

/// Whether a word stands on a line: its middle lies near that of the line, and nothing stands there yet.
fn is_beside(line: &Line, word: &Word) -> bool {
    const NEAR: f64 = 0.35;
    let is_near = word.middle() - line.middle() < NEAR * line.height().max(word.height());
    let is_free = |own: &Word| word.left >= own.right - 1.0 || word.right <= own.left + 1.0;
    is_near && line.words.len() < WORDS && line.words.iter().all(is_free)
}

/// Writes the numbers of footnotes, which stand raised and small, as raised digits.
fn raise_notes(line: &mut Line) {
    const SMALL: f64 = 0.8;
    let (height, middle) = (line.height(), line.middle());
    for word in &mut line.words {
        let is_number = word.text.len() <= 2 && word.text.bytes().all(|b| b.is_ascii_digit());
        if is_number && word.height() < SMALL * height && word.middle() < middle - 0.1 * height {
            word.text = word.text.chars().map(raised).collect();
        }
    }
}

fn raised(digit: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digit.to_digit(10).map_or(digit, |value| RAISED[value as usize])
}

/// Whether a text is a page's number: "2", "- 2 -", "Trang 2/5".
fn is_page_number(text: &str) -> bool {
    let text = text.trim_start_matches("Trang").trim_start_matches("trang");
    let number: String = text.chars().filter(|c| !matches!(c, '-' | '–' | ' ' | '|')).collect();
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = number.split('/');
    parts.next().is_some_and(digits) && parts.next().is_none_or(digits) && parts.next().is_none()
}

/// What the first and last lines of most pages say again and again, but for their numbers.
fn running(pages: &[Vec<Line>]) -> Vec<String> {
    /// On fewer pages nothing runs.
    const PAGES: usize = 4;
    let mut count: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let mut edges: Vec<String> = page.first().into_iter().chain(page.last()).map(key).collect();
        edges.dedup();
        for edge in edges {
            *count.entry(edge).or_default() += 1;
        }
    }
    let runs = |times: usize| times >= PAGES && times * 3 >= pages.len() * 2;
    count.into_iter().filter(|(_, times)| runs(*times)).map(|(edge, _)| edge).collect()
}

/// What a line says and how high it stands, digits apart.
fn key(line: &Line) -> String {
    let words: String = line.text().chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
    format!("{:.0} {words}", line.middle() / 4.0)
}
