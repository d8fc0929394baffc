//! Edits laid over a document that went another way meanwhile.

use serde_json::Value;

use super::apply::apply;
use super::outline::Outline;
use super::place::{Place, Thing};
use crate::domain::{Edit, Position};

/// Makes each edit in a document whatever stands at its place; one that finds no place at all is passed over.
///
/// So a document comes to say what one writer would have made of it, had nobody else changed it between.
pub fn replay(document: &mut Value, edits: &[Edit]) {
    for edit in edits {
        if let Some(fitted) = fitted(document, edit) {
            // Whose place or holder is gone has nothing to say here.
            let _ = apply(document, &fitted);
        }
    }
}

/// The edit as it reads where it starts from what stands there.
fn fitted(document: &Value, edit: &Edit) -> Option<Edit> {
    let Place { thing, field } = Place::from(edit.at.as_str());
    if thing == Thing::Document && field.is_empty() {
        let old = Some(document.clone()).filter(|value| !value.is_null());
        return Some(Edit { old, ..edit.clone() });
    }
    let outline = Outline::of(document).ok()?;
    let node = outline.get(&thing);
    let object = node.and_then(|node| document.pointer(&node.pointer));
    if !field.is_empty() {
        let old = field.iter().try_fold(object?, |at, key| at.get(key)).cloned();
        return Some(Edit { old, ..edit.clone() });
    }
    match (&edit.old, &edit.from) {
        (Some(_), _) => Some(Edit { old: object.cloned(), ..edit.clone() }),
        (None, Some(_)) => {
            let from = Position { parent: Some(node?.parent.to_string()), after: node?.after.clone() };
            Some(Edit { from: Some(from), ..edit.clone() })
        }
        (None, None) => Some(edit.clone()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::document::diff;

    #[test]
    fn an_edit_is_made_whatever_stood_there() {
        let (old, new) = (json!({"title": "A", "place": null}), json!({"title": "B", "place": null}));
        let mut other = json!({"title": "C", "place": "Huế"});
        replay(&mut other, &diff(&old, &new));
        assert_eq!(other, json!({"title": "B", "place": "Huế"}));
    }

    #[test]
    fn things_are_added_moved_and_removed_where_they_stand_now() {
        let plan =
            |tasks: Value| json!({"sections": [{"id": "s", "tasks": tasks}, {"id": "t", "tasks": []}]});
        let old = plan(json!([{"id": "a", "title": "1"}, {"id": "b"}, {"id": "c"}]));
        let new =
            json!({"sections": [{"id": "s", "tasks": [{"id": "d"}]}, {"id": "t", "tasks": [{"id": "b"}]}]});
        let mut other = plan(json!([{"id": "a", "title": "2"}, {"id": "b", "title": "3"}]));
        replay(&mut other, &diff(&old, &new));
        let expected = json!({"sections": [{"id": "s", "tasks": [{"id": "d"}]}, {"id": "t", "tasks": [{"id": "b", "title": "3"}]}]});
        assert_eq!(other, expected);
    }
}
