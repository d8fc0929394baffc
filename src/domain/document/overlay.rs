//! A typed value laid over the document that it was read from, so that what the type does not know stays.

use std::collections::HashMap;

use serde_json::{Map, Value};

/// The document with every change from `old` to `new` made in it.
///
/// `old` is the document as this program understands it, `new` what it shall say. Where the two agree the document
/// stays as it is, with fields that are unknown here and without those that it leaves out; where they differ, objects
/// are changed field by field, lists of things with an `id` or a `name` thing by thing, everything else whole.
#[must_use]
pub fn overlay(document: &Value, old: &Value, new: &Value) -> Value {
    if old == new {
        return document.clone();
    }
    match (document, old, new) {
        (Value::Object(document), Value::Object(old), Value::Object(new)) => {
            Value::Object(object(document, old, new))
        }
        (Value::Array(document), Value::Array(old), Value::Array(new)) => list(document, old, new),
        _ => new.clone(),
    }
}

fn object(
    document: &Map<String, Value>,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
) -> Map<String, Value> {
    let mut laid = document.clone();
    laid.retain(|key, _| new.contains_key(key) || !old.contains_key(key));
    for (key, value) in new {
        let before = old.get(key);
        if before == Some(value) {
            continue;
        }
        let there = document.get(key).unwrap_or(&Value::Null);
        laid.insert(key.clone(), overlay(there, before.unwrap_or(&Value::Null), value));
    }
    laid
}

fn list(document: &[Value], old: &[Value], new: &[Value]) -> Value {
    let (Some(documents), Some(olds)) = (by_name(document), by_name(old)) else { return new.to_vec().into() };
    let laid = |value: &Value| {
        let name = name(value)?;
        Some(overlay(documents.get(name)?, olds.get(name)?, value))
    };
    new.iter().map(|value| laid(value).unwrap_or_else(|| value.clone())).collect()
}

/// The things of a list by their names; `None` where any has none.
fn by_name(list: &[Value]) -> Option<HashMap<&str, &Value>> {
    list.iter().map(|value| Some((name(value)?, value))).collect()
}

fn name(value: &Value) -> Option<&str> {
    value.get("id").or_else(|| value.get("name")).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_unknown_or_left_out_stays_so() {
        let document = json!({"title": "A", "x-colour": "đỏ", "tasks": [{"id": "a", "title": "Một", "x": 1}, {"id": "b", "title": "Hai"}]});
        let old = json!({"title": "A", "place": null, "tasks": [{"id": "a", "title": "Một"}, {"id": "b", "title": "Hai"}]});
        let new = json!({"title": "B", "place": null, "tasks": [{"id": "a", "title": "Một"}, {"id": "c", "title": "Ba"}]});
        let expected = json!({"title": "B", "x-colour": "đỏ", "tasks": [{"id": "a", "title": "Một", "x": 1}, {"id": "c", "title": "Ba"}]});
        assert_eq!(overlay(&document, &old, &new), expected);
    }

    #[test]
    fn a_field_that_gets_a_value_comes_in() {
        let laid = overlay(
            &json!({"title": "A"}),
            &json!({"title": "A", "place": null}),
            &json!({"title": "A", "place": "B"}),
        );
        assert_eq!(laid, json!({"title": "A", "place": "B"}));
    }
}
