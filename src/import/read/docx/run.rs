//! The words of a paragraph: what a reader of the page sees, and the frames that stand in it.

use roxmltree::Node;

use super::super::bullet;
use super::super::xml;
use super::styles::{capitals, switch};

/// A paragraph's words on their way.
pub(super) struct Words<'a, 'i> {
    /// What was read; a break that its writer put in is a line feed.
    pub text: String,
    /// The contents of frames, which stand beside the paragraph.
    pub frames: Vec<Node<'a, 'i>>,
    /// Whether the style shows letters as capitals.
    capitals: bool,
}

/// Takes the words of a paragraph whose style shows its letters as capitals, or not.
pub(super) fn words<'a, 'i>(paragraph: Node<'a, 'i>, capitals: bool) -> Words<'a, 'i> {
    let mut words = Words { text: String::new(), frames: Vec::new(), capitals };
    words.inside(paragraph);
    words
}

impl<'a, 'i> Words<'a, 'i> {
    /// Reads what stands in a paragraph, a link, a change that was made, a field. The elements of these nest as deep as
    /// the writer likes, so no call stands in another.
    fn inside(&mut self, node: Node<'a, 'i>) {
        let mut open: Vec<Node<'a, 'i>> = vec![node];
        while let Some(node) = open.pop() {
            match node.tag_name().name() {
                "r" => self.run(node),
                "p" | "hyperlink" | "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "fldSimple"
                | "dir" | "bdo" | "customXml" => {
                    let from = open.len();
                    open.extend(xml::elements(node));
                    open[from..].reverse();
                }
                // What was struck out, and marks without words.
                _ => {}
            }
        }
    }

    fn run(&mut self, run: Node<'a, 'i>) {
        let properties = xml::child(run, "rPr");
        if properties.is_some_and(|properties| switch(properties, "vanish") == Some(true)) {
            return;
        }
        let from = self.text.len();
        xml::elements(run).for_each(|node| self.piece(node));
        if capitals(properties).unwrap_or(self.capitals) {
            let shown = self.text[from..].to_uppercase();
            self.text.replace_range(from.., &shown);
        }
    }

    fn piece(&mut self, node: Node<'a, 'i>) {
        match node.tag_name().name() {
            "t" => self.text.push_str(node.text().unwrap_or_default()),
            "tab" | "ptab" => self.text.push('\t'),
            "noBreakHyphen" => self.text.push('-'),
            "cr" => self.text.push('\n'),
            "br" if xml::attribute(node, "type").is_none_or(|kind| kind == "textWrapping") => {
                self.text.push('\n');
            }
            "sym" => self.text.extend(symbol(node)),
            "drawing" | "pict" | "AlternateContent" | "object" => self.frames.extend(frames(node)),
            _ => {}
        }
    }
}

/// A sign from a font of signs.
fn symbol(node: Node<'_, '_>) -> Option<char> {
    let code = u32::from_str_radix(xml::attribute(node, "char")?, 16).ok()?;
    char::from_u32(code).map(bullet::sign)
}

/// The texts of the frames in a drawing: each once, though it is often told twice, for new programs and for old ones.
fn frames<'a, 'i>(drawing: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let choices = drawing.descendants().find(|node| node.tag_name().name() == "Choice");
    choices.map(outermost).filter(|frames| !frames.is_empty()).unwrap_or_else(|| {
        let old = drawing.descendants().find(|node| node.tag_name().name() == "Fallback");
        outermost(old.unwrap_or(drawing))
    })
}

/// The frames in a node but for those in another one, which tells them.
fn outermost<'a, 'i>(node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        if node.tag_name().name() == "txbxContent" {
            found.push(node);
            continue;
        }
        let from = open.len();
        open.extend(xml::elements(node));
        open[from..].reverse();
    }
    found
}
