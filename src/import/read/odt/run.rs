//! The words of a paragraph, and the frames that stand in it.

use roxmltree::Node;

use super::super::xml;
use super::looks::Looks;

/// A paragraph's words.
pub(super) struct Words<'a, 'i> {
    /// What was read; a break that its writer put in is a line feed.
    pub text: String,
    /// The contents of frames, which stand beside the paragraph.
    pub frames: Vec<Node<'a, 'i>>,
}

/// Takes the words of a paragraph.
pub(super) fn words<'a, 'i>(paragraph: Node<'a, 'i>, looks: &Looks) -> Words<'a, 'i> {
    let mut words = Words { text: String::new(), frames: Vec::new() };
    let style = xml::attribute(paragraph, "style-name");
    let capitals = looks.capitals(style).unwrap_or(false);
    let mut open: Vec<(Node<'a, 'i>, bool)> = inner(paragraph, capitals);
    while let Some((node, capitals)) = open.pop() {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            words.add(text, capitals);
            continue;
        }
        match node.tag_name().name() {
            "s" => (0..xml::number(node, "c").unwrap_or(1).min(200)).for_each(|_| words.text.push(' ')),
            "tab" => words.text.push('\t'),
            "line-break" => words.text.push('\n'),
            "text-box" => words.frames.push(node),
            // Footnotes, remarks, what was struck out.
            "note" | "annotation" | "tracked-changes" | "number" => {}
            _ => {
                let own = looks.capitals(xml::attribute(node, "style-name"));
                open.extend(inner(node, own.unwrap_or(capitals)));
            }
        }
    }
    words
}

/// What stands in a node, the last first.
fn inner<'a, 'i>(node: Node<'a, 'i>, capitals: bool) -> Vec<(Node<'a, 'i>, bool)> {
    node.children().rev().map(|child| (child, capitals)).collect()
}

impl Words<'_, '_> {
    /// Adds a text, whose white space is one space wherever it is more.
    fn add(&mut self, text: &str, capitals: bool) {
        let mut blank = self.text.ends_with([' ', '\n', '\t']) || self.text.is_empty();
        for c in text.chars() {
            let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r');
            if is_blank && blank {
                continue;
            }
            blank = is_blank;
            match (is_blank, capitals) {
                (true, _) => self.text.push(' '),
                (false, true) => self.text.extend(c.to_uppercase()),
                (false, false) => self.text.push(c),
            }
        }
    }
}
