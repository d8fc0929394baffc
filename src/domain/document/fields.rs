//! The order in which the fields of a thing stand in the file, kept when one is added.

use serde_json::Value;

use super::outline::Object;
use super::place::Thing;

/// The known fields of a kind of thing, as `plan-format.md` orders them.
fn order(thing: &Thing) -> &'static [&'static str] {
    match thing {
        Thing::Document => &[
            "format",
            "version",
            "id",
            "number",
            "title",
            "issuer",
            "place",
            "issued",
            "year",
            "until",
            "bases",
            "relations",
            "sections",
            "recipients",
            "signatory",
            "source",
            "units",
        ],
        Thing::Section(_) => &["id", "number", "title", "kind", "text", "tasks"],
        Thing::Task(_) => &[
            "id",
            "number",
            "title",
            "text",
            "assignments",
            "timeline",
            "deliverable",
            "funding",
            "reports_to",
            "lines",
            "tasks",
        ],
        Thing::Entry { .. } => &["id", "when", "label", "text"],
        Thing::Unit(_) => &["name", "short", "aliases", "part_of", "members", "until", "successor"],
    }
}

/// Sets a field of a thing; a new one goes before those that follow it in the format, an unknown one to the end.
pub(super) fn put(object: &mut Object, thing: &Thing, key: &str, value: Value) {
    if let Some(slot) = object.get_mut(key) {
        *slot = value;
        return;
    }
    let order = order(thing);
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let index = rank(key)
        .and_then(|mine| object.keys().position(|other| rank(other).is_some_and(|theirs| theirs > mine)));
    object.shift_insert(index.unwrap_or(object.len()), key.to_owned(), value);
}
