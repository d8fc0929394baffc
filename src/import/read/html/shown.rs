//! What of a page belongs to its text, and how its elements stand.

use scraper::node::Element;

/// How an element stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// In the line.
    Inline,
    /// On lines of its own.
    Block,
    /// It ends a line.
    Break,
    /// Not at all: programs, menus, notes, what was struck out.
    Hidden,
}

/// How an element stands on the page.
pub(super) fn standing(element: &Element) -> Standing {
    if is_note(element) || is_out_of_sight(element) {
        return Standing::Hidden;
    }
    match element.name() {
        "script" | "style" | "head" | "title" | "noscript" | "template" | "svg" | "math" | "nav"
        | "aside" | "footer" | "form" | "select" | "button" | "textarea" | "iframe" | "object" | "audio"
        | "video" | "del" | "s" | "strike" => Standing::Hidden,
        "br" | "hr" => Standing::Break,
        "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ol" | "ul" | "dl" | "dt" | "dd"
        | "table" | "caption" | "tr" | "td" | "th" | "blockquote" | "section" | "article" | "main"
        | "header" | "center" | "pre" | "address" | "figure" | "figcaption" | "fieldset" => Standing::Block,
        _ => Standing::Inline,
    }
}

/// Footnotes and the marks that lead to them, and the lines at the head and foot of printed pages.
fn is_note(element: &Element) -> bool {
    /// The classes that Word and `LibreOffice` give to notes and their marks.
    const CLASSES: [&str; 5] =
        ["MsoFootnoteReference", "MsoEndnoteReference", "sdfootnoteanc", "sdfootnotesym", "sdendnoteanc"];
    let id = element.attr("id").unwrap_or_default();
    element.classes().any(|class| CLASSES.contains(&class))
        || ["sdfootnote", "sdendnote", "_ftn", "_edn"].iter().any(|start| id.starts_with(start))
        || matches!(element.attr("title"), Some("header" | "footer"))
        || style(element, "mso-element").is_some_and(|kind| {
            ["footnote-list", "endnote-list", "comment-list", "header", "footer"].contains(&kind)
        })
}

fn is_out_of_sight(element: &Element) -> bool {
    element.attr("hidden").is_some()
        || style(element, "display") == Some("none")
        || style(element, "mso-hide") == Some("all")
        || style(element, "text-decoration") == Some("line-through")
}

/// Whether an element is the label that Word printed in front of a list's item.
pub(super) fn is_printed_label(element: &Element) -> bool {
    style(element, "mso-list").is_some_and(|said| said.eq_ignore_ascii_case("ignore"))
}

/// Whether an element is the room of a tab.
pub(super) fn is_tab(element: &Element) -> bool {
    style(element, "mso-tab-count").is_some()
}

/// What an element's own style says of something.
pub(super) fn style<'e>(element: &'e Element, key: &str) -> Option<&'e str> {
    let said = element.attr("style")?.split(';').filter_map(|said| said.split_once(':'));
    said.map(|(name, value)| (name.trim(), value.trim()))
        .find(|(name, _)| *name == key)
        .map(|(_, value)| value)
}

/// The number in an attribute.
pub(super) fn number<N: std::str::FromStr>(element: &Element, name: &str) -> Option<N> {
    element.attr(name)?.trim().parse().ok()
}
