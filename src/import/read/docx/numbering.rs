//! The labels that Word prints in front of the paragraphs of a list, counted as Word counts them.
//!
//! A paragraph names a *num*, which refers to an *abstractNum* with up to nine levels and may override some of them.
//! Nums of one abstractNum count on together, unless one of them starts anew (ECMA-376 part 1, 17.9).

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use roxmltree::Node;

use super::super::super::ImportError;
use super::super::bullet;
use super::super::counting::Counting;
use super::super::xml;
use super::styles::{ListPlace, Styles};

/// How many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    /// By abstractNum, what each level counted last.
    counted: HashMap<String, [Option<u32>; LEVELS]>,
    /// The levels of lists that have started anew already.
    begun: HashSet<(String, usize)>,
}

/// A num: its levels, those that it overrides in place.
#[derive(Debug, Clone, Default)]
struct List {
    family: String,
    /// Lists of one abstractNum share those that they do not override.
    levels: Vec<Rc<Level>>,
    /// Where levels start anew with this num.
    starts: HashMap<usize, u32>,
}

#[derive(Debug, Default)]
struct Level {
    start: u32,
    counting: Counting,
    /// "%1.%2." with the numbers of the levels to be put in.
    text: String,
    /// The level whose next number starts this one anew, from 1; 0 for none, `None` for any above.
    restart: Option<usize>,
    /// Whether all numbers of its label are in digits.
    legal: bool,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
}

impl Numbering {
    /// Reads the part of the lists; an absent one has none.
    ///
    /// # Errors
    /// When it is damaged.
    pub(super) fn read(text: &str) -> Result<Self, ImportError> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        let document = xml::parse(text)?;
        let root = document.root_element();
        let families = families(root);
        let lists = xml::named(root, "num").filter_map(|node| {
            let id = xml::attribute(node, "numId")?;
            Some((id.to_owned(), list(node, &families)?))
        });
        Ok(Self { lists: lists.collect(), ..Self::default() })
    }

    /// The label of the next paragraph with these properties; empty where it belongs to no list.
    pub(super) fn label(&mut self, properties: Option<Node<'_, '_>>, styles: &Styles) -> String {
        let style = styles.id(properties);
        let own = ListPlace::of(properties);
        let of_style = styles.list(style);
        let id = own.list.or(of_style.list).unwrap_or_default();
        let Some(list) = self.lists.get(&id) else { return String::new() };
        let of_style = of_style.level.or_else(|| list.level_of(style));
        let at = own.level.or(of_style).unwrap_or(0).min(LEVELS - 1);
        self.count(&id, at)
    }

    fn count(&mut self, id: &str, at: usize) -> String {
        let Some(list) = self.lists.get(id) else { return String::new() };
        let Some(level) = list.levels.get(at) else { return String::new() };
        let counted = self.counted.entry(list.family.clone()).or_default();
        let anew = list.starts.get(&at).filter(|_| self.begun.insert((id.to_owned(), at)));
        let next = match (anew, counted[at]) {
            (Some(start), _) => *start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => level.start,
        };
        counted[at] = Some(next);
        for (below, deeper) in list.levels.iter().enumerate().skip(at + 1) {
            if deeper.restart.is_none_or(|from| at < from) {
                counted[below] = None;
            }
        }
        list.print(at, counted)
    }
}

impl List {
    /// The level whose paragraphs have a style.
    fn level_of(&self, style: Option<&str>) -> Option<usize> {
        style.and_then(|style| self.levels.iter().position(|level| level.style.as_deref() == Some(style)))
    }

    /// The label of a level; one above that has not counted yet shows where it would start.
    fn print(&self, at: usize, counted: &[Option<u32>; LEVELS]) -> String {
        let level = &self.levels[at];
        let mut label = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let place = rest.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10));
            let Some(place) = place.and_then(|place| (place as usize).checked_sub(1)) else {
                label.push(c);
                continue;
            };
            rest.next();
            let Some(other) = self.levels.get(place) else { continue };
            let counting = if level.legal { Counting::Decimal } else { other.counting };
            label.push_str(&counting.print(counted[place].unwrap_or(other.start)));
        }
        label.trim().to_owned()
    }
}

/// The levels of each abstractNum by its id; one that only refers to a style of lists has those of that style.
fn families(root: Node<'_, '_>) -> HashMap<String, Vec<Rc<Level>>> {
    let value = |node, name| xml::child(node, name).and_then(|node| xml::attribute(node, "val"));
    let mut families = HashMap::new();
    let mut of_styles = HashMap::new();
    let mut linked = Vec::new();
    for node in xml::named(root, "abstractNum") {
        let Some(id) = xml::attribute(node, "abstractNumId") else { continue };
        let levels = xml::named(node, "lvl").fold(Vec::new(), place);
        if let Some(style) = value(node, "styleLink") {
            of_styles.insert(style, levels.clone());
        }
        linked.extend(value(node, "numStyleLink").map(|style| (id, style)));
        families.insert(id.to_owned(), levels);
    }
    for (id, style) in linked {
        families.extend(of_styles.get(style).map(|levels| (id.to_owned(), levels.clone())));
    }
    families
}

fn list(num: Node<'_, '_>, families: &HashMap<String, Vec<Rc<Level>>>) -> Option<List> {
    let family = xml::child(num, "abstractNumId").and_then(|node| xml::attribute(node, "val"))?;
    let levels = families.get(family)?.clone();
    let mut list = List { family: family.to_owned(), levels, starts: HashMap::new() };
    for node in xml::named(num, "lvlOverride") {
        let Some(at) = xml::number(node, "ilvl").map(|at| at as usize).filter(|at| *at < LEVELS) else {
            continue;
        };
        list.levels = xml::named(node, "lvl").fold(list.levels, place);
        let start = xml::child(node, "startOverride").and_then(|node| xml::number(node, "val"));
        list.starts.extend(start.map(|start| (at, start)));
    }
    Some(list)
}

/// Puts a level in its place; those between are without label.
fn place(mut levels: Vec<Rc<Level>>, node: Node<'_, '_>) -> Vec<Rc<Level>> {
    let at = xml::number(node, "ilvl").map_or(LEVELS, |at| at as usize);
    if at < LEVELS {
        levels.resize_with(levels.len().max(at + 1), Rc::default);
        levels[at] = Rc::new(level(node));
    }
    levels
}

fn level(node: Node<'_, '_>) -> Level {
    let value = |name| xml::child(node, name).and_then(|node| xml::attribute(node, "val"));
    let number = |name| value(name).and_then(|value| value.parse::<u32>().ok());
    let text = value("lvlText").unwrap_or_default();
    let format = value("numFmt").unwrap_or("decimal");
    let text = match format {
        "bullet" => text.chars().next().map(bullet::sign).map(String::from).unwrap_or_default(),
        "none" => text.chars().filter(|c| *c != '%' && !c.is_ascii_digit()).collect(),
        _ => text.to_owned(),
    };
    Level {
        start: number("start").unwrap_or(0),
        counting: counting(format),
        text,
        restart: number("lvlRestart").map(|level| level as usize),
        legal: super::styles::switch(node, "isLgl").unwrap_or(false),
        style: value("pStyle").map(str::to_owned),
    }
}

fn counting(format: &str) -> Counting {
    match format {
        "upperRoman" => Counting::Roman,
        "lowerRoman" => Counting::SmallRoman,
        "upperLetter" => Counting::Letter,
        "lowerLetter" => Counting::SmallLetter,
        "decimalZero" => Counting::Padded,
        "bullet" | "none" => Counting::Unprinted,
        _ => Counting::Decimal,
    }
}
