//! What a style does to the letters of a text, and which list it brings.

use std::collections::HashMap;

use roxmltree::Node;

use super::super::xml;

/// The styles of texts and paragraphs by their names.
#[derive(Debug, Default)]
pub(super) struct Looks {
    looks: HashMap<String, Look>,
}

#[derive(Debug, Default)]
struct Look {
    parent: Option<String>,
    capitals: Option<bool>,
    list: Option<String>,
}

/// Longer chains of styles are circles.
const CHAIN: usize = 32;

impl Looks {
    /// Reads the styles of a document's parts.
    pub(super) fn read<'a, 'i: 'a>(roots: impl Iterator<Item = Node<'a, 'i>>) -> Self {
        let styles =
            roots.flat_map(|root| root.descendants().filter(|node| node.tag_name().name() == "style"));
        let looks = styles.filter_map(|node| Some((xml::attribute(node, "name")?.to_owned(), look(node))));
        Self { looks: looks.collect() }
    }

    /// Whether a style shows letters as capitals; `None` where it leaves that to what is around it.
    pub(super) fn capitals(&self, style: Option<&str>) -> Option<bool> {
        self.chain(style).find_map(|look| look.capitals)
    }

    /// The list that a style of paragraphs brings.
    pub(super) fn list(&self, style: Option<&str>) -> Option<&str> {
        self.chain(style).find_map(|look| look.list.as_deref())
    }

    fn chain<'a>(&'a self, style: Option<&str>) -> impl Iterator<Item = &'a Look> {
        let first = style.and_then(|style| self.looks.get(style));
        std::iter::successors(first, |look| self.looks.get(look.parent.as_deref()?)).take(CHAIN)
    }
}

fn look(node: Node<'_, '_>) -> Look {
    let transform =
        xml::child(node, "text-properties").and_then(|node| xml::attribute(node, "text-transform"));
    let named = |name| xml::attribute(node, name).filter(|name| !name.is_empty()).map(str::to_owned);
    Look {
        parent: named("parent-style-name"),
        capitals: transform.map(|transform| transform == "uppercase"),
        list: named("list-style-name"),
    }
}
