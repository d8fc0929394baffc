//! A page parsed piece by piece: the parser looks through all that is open at every element, and opens again what was left
//! open, so a page that nests or grows without end is refused before it takes all the time and room there is.

use html5ever::ParseOpts;
use html5ever::driver::parse_document;
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink};

use super::super::super::ImportError;
use super::super::limit::Limit;

/// Browsers put what nests deeper side by side.
const DEPTH: usize = 512;
/// More elements and texts than a page of a thousand printed ones has.
const NODES: usize = 1_000_000;
/// So many bytes at a time.
const PIECE: usize = 1024;

/// Parses a page.
///
/// # Errors
/// When its elements nest deeper, or are more, than any document's.
pub(super) fn parse(mut page: &str) -> Result<Html, ImportError> {
    let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut checked = 0;
    while !page.is_empty() {
        let (piece, rest) = page.split_at(page.ceil_char_boundary(PIECE));
        parser.process(piece.into());
        checked = check(&parser.tokenizer.sink.sink.0.borrow(), checked)?;
        page = rest;
    }
    Ok(parser.finish())
}

/// Looks at the nodes that are new since so many; how many there are now.
fn check(page: &Html, checked: usize) -> Result<usize, ImportError> {
    let nodes = page.tree.nodes();
    let count = nodes.len();
    if count > NODES {
        return Err(ImportError::Beyond(Limit::Elements));
    }
    if nodes.rev().take(count - checked).any(|node| node.ancestors().nth(DEPTH).is_some()) {
        return Err(ImportError::Beyond(Limit::Depth));
    }
    Ok(count)
}
