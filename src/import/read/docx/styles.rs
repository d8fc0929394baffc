//! What a paragraph's style says of it: its list, and whether its letters are shown as capitals.

use std::collections::HashMap;

use roxmltree::Node;

use super::super::super::ImportError;
use super::super::xml;

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    standard: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: ListPlace,
    capitals: Option<bool>,
}

/// Which list a paragraph belongs to, and how deep; what is not said is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The list's id; `0` is none.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<usize>,
}

impl ListPlace {
    /// What the properties of a paragraph say.
    pub(super) fn of(properties: Option<Node<'_, '_>>) -> Self {
        let place = properties.and_then(|properties| xml::child(properties, "numPr"));
        let said = |name| place.and_then(|place| xml::child(place, name));
        let value = |name| said(name).and_then(|node| xml::attribute(node, "val"));
        Self {
            list: value("numId").map(str::to_owned),
            level: value("ilvl").and_then(|level| level.parse().ok()),
        }
    }

    fn or(self, other: &Self) -> Self {
        Self { list: self.list.or_else(|| other.list.clone()), level: self.level.or(other.level) }
    }
}

/// Longer chains of styles are circles.
const CHAIN: usize = 32;

impl Styles {
    /// Reads the part of the styles; an absent one says nothing.
    ///
    /// # Errors
    /// When it is damaged.
    pub(super) fn read(text: &str) -> Result<Self, ImportError> {
        let mut styles = Self::default();
        if text.is_empty() {
            return Ok(styles);
        }
        let document = xml::parse(text)?;
        let paragraphs = |node: &Node<'_, '_>| xml::attribute(*node, "type") == Some("paragraph");
        for node in xml::named(document.root_element(), "style").filter(paragraphs) {
            let Some(id) = xml::attribute(node, "styleId") else { continue };
            if xml::attribute(node, "default").is_some_and(is_on) {
                styles.standard = Some(id.to_owned());
            }
            let based_on = xml::child(node, "basedOn").and_then(|node| xml::attribute(node, "val"));
            let style = Style {
                based_on: based_on.map(str::to_owned),
                list: ListPlace::of(xml::child(node, "pPr")),
                capitals: capitals(xml::child(node, "rPr")),
            };
            styles.styles.insert(id.to_owned(), style);
        }
        Ok(styles)
    }

    /// The style of a paragraph, by the id that its properties name.
    pub(super) fn id<'a>(&'a self, properties: Option<Node<'a, '_>>) -> Option<&'a str> {
        let named = properties.and_then(|properties| xml::child(properties, "pStyle"));
        named.and_then(|node| xml::attribute(node, "val")).or(self.standard.as_deref())
    }

    /// The list that a style puts its paragraphs in.
    pub(super) fn list(&self, id: Option<&str>) -> ListPlace {
        self.chain(id).fold(ListPlace::default(), |place, style| place.or(&style.list))
    }

    /// Whether a style shows its letters as capitals.
    pub(super) fn capitals(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.capitals).unwrap_or(false)
    }

    /// A style and those that it is based on.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = id.and_then(|id| self.styles.get(id));
        std::iter::successors(first, |style| self.styles.get(style.based_on.as_deref()?)).take(CHAIN)
    }
}

/// Whether the properties of a run say that it is shown in capitals, or not; `None` where they leave it to the style.
pub(super) fn capitals(properties: Option<Node<'_, '_>>) -> Option<bool> {
    properties.and_then(|properties| switch(properties, "caps"))
}

/// A property that is on where it is named without a value.
pub(super) fn switch(properties: Node<'_, '_>, name: &'static str) -> Option<bool> {
    xml::child(properties, name).map(|node| xml::attribute(node, "val").is_none_or(is_on))
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
