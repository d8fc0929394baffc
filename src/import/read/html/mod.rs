//! Web pages, as Word and `LibreOffice` save them and as sites publish them.

mod body;
mod charset;
mod frame;
mod lists;
mod shown;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use super::super::ImportError;
use body::Body;

/// Whether bytes are a web page: they open with one of its elements, whatever stands behind.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    /// Elements that a page, or what was copied from one, begins with.
    const FIRST: [&str; 21] = [
        "!doctype html",
        "!--",
        "html",
        "head",
        "body",
        "meta",
        "title",
        "style",
        "div",
        "p",
        "span",
        "table",
        "h1",
        "h2",
        "h3",
        "ol",
        "ul",
        "section",
        "article",
        "center",
        "font",
    ];
    let start = charset::without_mark(bytes).trim_ascii_start();
    let start = String::from_utf8_lossy(&start[..start.len().min(200)]).to_lowercase();
    // An XHTML page opens as XML does.
    if let Some(declared) = start.strip_prefix("<?xml") {
        return declared.contains("<!doctype html") || declared.contains("<html");
    }
    let Some(element) = start.strip_prefix('<') else { return false };
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
    FIRST.iter().any(|name| element.strip_prefix(name).is_some_and(|rest| *name == "!--" || ends(rest)))
}

/// Reads a page to its transcript.
///
/// # Errors
/// When its elements nest deeper or its tables have more cells than any plan's.
pub(super) fn read(bytes: &[u8]) -> Result<String, ImportError> {
    let page = charset::decode(bytes);
    let page = tree::parse(&page)?;
    let mut body = Body::default();
    body.read(page.tree.root())?;
    Ok(body.finish())
}
