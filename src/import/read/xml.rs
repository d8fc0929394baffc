//! What the readers ask of a part in XML. Names are compared without their namespace: Word writes two, other programs more.

use roxmltree::{Document, Node, ParsingOptions};

use super::super::ImportError;
use super::limit::Limit;

/// More elements, texts and attributes than a document of a thousand pages has.
const NODES: u32 = 1_500_000;

/// Reads a part. Entities of its own are refused with it: no office program writes them.
///
/// # Errors
/// When it is no XML or has too many elements.
pub(super) fn parse(text: &str) -> Result<Document<'_>, ImportError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => ImportError::Beyond(Limit::Elements),
        _ => ImportError::Damaged,
    })
}

/// The elements directly in a node.
pub(super) fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

/// The elements of this name directly in a node.
pub(super) fn named<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    elements(node).filter(move |child| child.tag_name().name() == name)
}

/// The first element of this name directly in a node.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    named(node, name).next()
}

/// The element at the end of a way of names.
pub(super) fn at<'a, 'i>(node: Node<'a, 'i>, way: &[&'static str]) -> Option<Node<'a, 'i>> {
    way.iter().try_fold(node, |node, name| child(node, name))
}

/// Longer names, labels and formats are no office program's.
const VALUE: usize = 1024;

/// An attribute of an element.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let named = node.attributes().find(|attribute| attribute.name() == name);
    named.map(|attribute| attribute.value()).filter(|value| value.len() <= VALUE)
}

/// A number in an attribute.
pub(super) fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    attribute(node, name)?.parse().ok()
}
