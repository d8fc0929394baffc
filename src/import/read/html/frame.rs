//! Tables that only lay out a page.

use ego_tree::NodeRef;
use scraper::Node;

/// Whether a table is no table to a reader: one column of text, or the grid that a site hangs its other tables in.
pub(super) fn is_frame(table: NodeRef<'_, Node>) -> bool {
    let inside = || {
        table
            .descendants()
            .skip(1)
            .filter_map(|node| node.value().as_element().map(|element| (node, element)))
    };
    let is_own = |node: &NodeRef<'_, Node>| {
        node.ancestors().find(|above| is(above, "table")).is_some_and(|above| above.id() == table.id())
    };
    let cells = inside().filter(|(_, element)| matches!(element.name(), "td" | "th"));
    let (own, nested): (Vec<_>, Vec<_>) = cells.partition(|(node, _)| is_own(node));
    let in_one_column = own.iter().all(|(cell, _)| {
        let beside = cell.prev_siblings().chain(cell.next_siblings());
        !beside.into_iter().any(|sibling| is(&sibling, "td") || is(&sibling, "th"))
    });
    let has_heads = own.iter().any(|(_, element)| element.name() == "th");
    in_one_column || (!has_heads && nested.len() > own.len())
}

fn is(node: &NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}
