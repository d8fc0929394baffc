//! How deep a page nests, seen before it is parsed: the parser looks through all that is open at every element.

use super::super::super::ImportError;
use super::super::limit::Limit;

/// Browsers put what nests deeper side by side.
const DEPTH: usize = 512;

/// Elements that have no end, or whose end may be left out.
const UNCLOSED: [&str; 30] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "o:p", "optgroup", "option", "p", "param", "path", "rp", "rt", "source", "tbody", "td", "tfoot", "th",
    "thead", "tr", "wbr",
];

/// Refuses a page whose elements nest deeper than any document's.
///
/// # Errors
/// [`ImportError::Beyond`] the limit of depth.
pub(super) fn check(page: &str) -> Result<(), ImportError> {
    let mut depth: usize = 0;
    let mut program = None;
    for tag in page.split('<').skip(1) {
        let (closes, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(name.len());
        let (name, rest) = name.split_at(length);
        // A program compares with the very sign that opens an element.
        if program.is_some_and(|open: &str| !(closes && open.eq_ignore_ascii_case(name))) {
            continue;
        }
        program = ["script", "style"].into_iter().find(|own| !closes && name.eq_ignore_ascii_case(own));
        if name.is_empty() || UNCLOSED.iter().any(|own| name.eq_ignore_ascii_case(own)) {
            continue;
        }
        let is_empty = rest.split('>').next().is_some_and(|rest| rest.ends_with('/')) && name.contains(':');
        depth = if closes { depth.saturating_sub(1) } else { depth + usize::from(!is_empty) };
        if depth > DEPTH {
            return Err(ImportError::Beyond(Limit::Depth));
        }
    }
    Ok(())
}
