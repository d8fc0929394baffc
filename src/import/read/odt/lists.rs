//! The labels of lists and headings, counted as `OpenDocument` counts them.

use std::collections::HashMap;

use roxmltree::Node;

use super::super::bullet;
use super::super::counting::Counting;
use super::super::xml;

/// How deep a list goes.
const LEVELS: usize = 10;

/// The styles of lists, and how far each list has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: HashMap<String, Vec<Level>>,
    /// By the name of a list, and by that of its style for the last one of it.
    counted: HashMap<String, Counts>,
}

/// What each level counted last.
type Counts = [Option<u32>; LEVELS];

/// The name under which the headings count, which are no list.
const HEADINGS: &str = "";

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    counting: Counting,
    /// What stands before and behind its numbers, or the bullet.
    around: (String, String),
    /// How many levels it shows, itself included.
    shown: usize,
    /// "%1%.%2%." where the writer put it so.
    pattern: Option<String>,
}

/// A list that is being read.
#[derive(Debug, Clone)]
pub(super) struct Open {
    style: Option<String>,
    name: Option<String>,
    counts: Counts,
    /// From 0.
    pub level: usize,
}

impl Lists {
    /// Reads the styles of lists, and that of the headings.
    pub(super) fn read<'a, 'i: 'a>(roots: impl Iterator<Item = Node<'a, 'i>>) -> Self {
        let nodes = roots.flat_map(|root| root.descendants());
        let styles = nodes.filter_map(|node| match node.tag_name().name() {
            "list-style" => Some((xml::attribute(node, "name")?.to_owned(), levels(node))),
            "outline-style" => Some((HEADINGS.to_owned(), levels(node))),
            _ => None,
        });
        Self { styles: styles.collect(), counted: HashMap::new() }
    }

    /// Opens a list that stands in no other.
    pub(super) fn open(&self, list: Node<'_, '_>) -> Open {
        let style = xml::attribute(list, "style-name").map(str::to_owned);
        let continued = xml::attribute(list, "continue-list");
        let goes_on = xml::attribute(list, "continue-numbering") == Some("true");
        let before = continued.or_else(|| style.as_deref().filter(|_| goes_on));
        let counts = before.and_then(|name| self.counted.get(name)).copied().unwrap_or_default();
        Open { style, name: xml::attribute(list, "id").map(str::to_owned), counts, level: 0 }
    }

    /// Keeps how far a list has counted, for one that goes on with it.
    pub(super) fn close(&mut self, open: &Open) {
        for name in [&open.style, &open.name].into_iter().flatten() {
            self.counted.insert(name.clone(), open.counts);
        }
    }

    /// The label of the next item; `fallback` is the list that its paragraph's style brings.
    pub(super) fn label(&self, open: &mut Open, start: Option<u32>, fallback: Option<&str>) -> String {
        let style = open.style.as_deref().or(fallback).unwrap_or_default();
        let Some(levels) = self.styles.get(style).filter(|_| !style.is_empty()) else { return String::new() };
        count(levels, &mut open.counts, (open.level, start))
    }

    /// The label of the next heading of a level from 1.
    pub(super) fn heading(&mut self, level: usize) -> String {
        let Some(levels) = self.styles.get(HEADINGS) else { return String::new() };
        let counts = self.counted.entry(HEADINGS.to_owned()).or_default();
        count(levels, counts, (level.saturating_sub(1), None))
    }
}

impl Open {
    /// The list in one of its items.
    pub(super) fn deeper(&self, list: Node<'_, '_>) -> Self {
        let style = xml::attribute(list, "style-name").map(str::to_owned).or_else(|| self.style.clone());
        Self { style, level: (self.level + 1).min(LEVELS - 1), ..self.clone() }
    }

    /// Goes on behind a list that stood in an item.
    pub(super) fn back_from(&mut self, inner: &Self) {
        self.counts = inner.counts;
    }
}

fn count(levels: &[Level], counts: &mut Counts, (at, start): (usize, Option<u32>)) -> String {
    let Some(level) = levels.get(at.min(LEVELS - 1)) else { return String::new() };
    let next = start.unwrap_or_else(|| counts[at].map_or(level.start, |last| last.saturating_add(1)));
    counts[at] = Some(next);
    counts[at + 1..].fill(None);
    print(levels, counts, at)
}

fn print(levels: &[Level], counts: &Counts, at: usize) -> String {
    let number = |place: usize| {
        let level = &levels[place];
        level.counting.print(counts[place].unwrap_or(level.start))
    };
    let level = &levels[at];
    if let Some(pattern) = &level.pattern {
        let places = (0..=at).rev();
        let label = places
            .fold(pattern.clone(), |label, place| label.replace(&format!("%{}%", place + 1), &number(place)));
        return label.trim().to_owned();
    }
    let from = (at + 1).saturating_sub(level.shown.max(1));
    let counted = (from..=at).filter(|place| levels[*place].counting != Counting::Unprinted);
    let numbers: Vec<String> = counted.map(number).collect();
    let (before, behind) = &level.around;
    format!("{before}{}{behind}", numbers.join(".")).trim().to_owned()
}

fn levels(style: Node<'_, '_>) -> Vec<Level> {
    let mut levels = Vec::new();
    for node in xml::elements(style) {
        let at = xml::number(node, "level").map_or(0, |level| level as usize);
        if (1..=LEVELS).contains(&at) {
            levels.resize_with(levels.len().max(at), Level::default);
            levels[at - 1] = level(node);
        }
    }
    levels
}

fn level(node: Node<'_, '_>) -> Level {
    let said = |name| xml::attribute(node, name).unwrap_or_default();
    let start = xml::number(node, "start-value").unwrap_or(1);
    let shown = xml::number(node, "display-levels").unwrap_or(1) as usize;
    if let Some(sign) = xml::attribute(node, "bullet-char").and_then(|sign| sign.chars().next()) {
        let around = (String::from(bullet::sign(sign)), String::new());
        return Level { around, counting: Counting::Unprinted, shown, start, pattern: None };
    }
    let around = (said("num-prefix").to_owned(), said("num-suffix").to_owned());
    let pattern = xml::attribute(node, "num-list-format").map(str::to_owned);
    Level { around, counting: counting(said("num-format")), shown, start, pattern }
}

fn counting(format: &str) -> Counting {
    match format {
        "I" => Counting::Roman,
        "i" => Counting::SmallRoman,
        "A" => Counting::Letter,
        "a" => Counting::SmallLetter,
        "" => Counting::Unprinted,
        _ => Counting::Decimal,
    }
}
