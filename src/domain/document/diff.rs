//! The edits that turn one document into another: things by identity, fields by name, other lists whole.

use std::collections::HashSet;

use serde_json::Value;

use super::apply::{EditError, apply};
use super::outline::{Node, Outline};
use super::place::{Place, Thing};
use super::siblings::out_of_order;
use crate::domain::edit::{Edit, Position};

/// The edits that turn `old` into `new` when they are applied in their order; none when the two are equal.
///
/// `Null` stands for a document that is not there. Documents whose things cannot be told apart are exchanged whole.
#[must_use]
pub fn diff(old: &Value, new: &Value) -> Vec<Edit> {
    if old == new {
        return Vec::new();
    }
    thing_by_thing(old, new).unwrap_or_else(|_| vec![whole(old, new)])
}

fn whole(old: &Value, new: &Value) -> Edit {
    let there = |value: &Value| Some(value.clone()).filter(|value| !value.is_null());
    Edit { old: there(old), new: there(new), ..Edit::default() }
}

fn thing_by_thing(old: &Value, new: &Value) -> Result<Vec<Edit>, EditError> {
    let (before, after) = (Outline::of(old)?, Outline::of(new)?);
    let mut edits = Vec::new();
    for node in after.nodes() {
        if let Some(stood) = before.get(&node.thing) {
            changed_fields(stood, node, &mut edits);
            edits.extend(lists_only_in(node, stood).map(|at| edit(&at, None, Some(empty_list()))));
        }
    }
    let mut draft = Draft { document: old.clone(), edits };
    draft.place_all(&before, &after)?;
    draft.remove_all(&before, &after)?;
    for stood in before.nodes() {
        if let Some(node) = after.get(&stood.thing) {
            draft.edits.extend(lists_only_in(stood, node).map(|at| edit(&at, Some(empty_list()), None)));
        }
    }
    Ok(draft.edits)
}

fn edit(at: &Place, old: Option<Value>, new: Option<Value>) -> Edit {
    Edit { at: at.to_string(), old, new, ..Edit::default() }
}

fn empty_list() -> Value {
    Value::Array(Vec::new())
}

/// The lists of things that the one has and the other lacks, be they empty.
fn lists_only_in<'n>(one: &'n Node<'_>, other: &'n Node<'_>) -> impl Iterator<Item = Place> + 'n {
    let lists = one.thing.lists().iter();
    lists
        .filter(|list| one.object.contains_key(**list) && !other.object.contains_key(**list))
        .map(|list| Place::field(&one.thing, list))
}

fn changed_fields(stood: &Node<'_>, stands: &Node<'_>, edits: &mut Vec<Edit>) {
    let thing = &stands.thing;
    for (key, new) in stands.fields() {
        changed_value(&Place::field(thing, key), stood.object.get(key), Some(new), edits);
    }
    for (key, old) in stood.fields().filter(|(key, _)| !stands.object.contains_key(*key)) {
        changed_value(&Place::field(thing, key), Some(old), None, edits);
    }
}

fn changed_value(at: &Place, old: Option<&Value>, new: Option<&Value>, edits: &mut Vec<Edit>) {
    if old == new {
        return;
    }
    let (Some(Value::Object(before)), Some(Value::Object(after)), true) = (old, new, at.opens()) else {
        return edits.push(edit(at, old.cloned(), new.cloned()));
    };
    for (key, new) in after {
        changed_value(&at.join(key), before.get(key), Some(new), edits);
    }
    for (key, old) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
        changed_value(&at.join(key), Some(old), None, edits);
    }
}

/// The old document on its way to the new one: every edit is tried on it, so that each fits what the last has left.
struct Draft {
    document: Value,
    edits: Vec<Edit>,
}

impl Draft {
    /// Adds what is new and moves what stands elsewhere, from the top down: each holder is in place before its things.
    fn place_all(&mut self, before: &Outline<'_>, after: &Outline<'_>) -> Result<(), EditError> {
        for holder in after.nodes() {
            for list in holder.thing.lists() {
                let siblings = after.children(&holder.thing).iter().filter(|thing| thing.list() == *list);
                let stood = before.children(&holder.thing).iter();
                let moved = out_of_order(&stood.collect::<Vec<_>>(), &siblings.clone().collect::<Vec<_>>());
                for thing in siblings {
                    self.place(thing, &moved, before, after)?;
                }
            }
        }
        Ok(())
    }

    fn place(
        &mut self,
        thing: &Thing,
        moved: &HashSet<&Thing>,
        before: &Outline<'_>,
        after: &Outline<'_>,
    ) -> Result<(), EditError> {
        let Some(node) = after.get(thing) else { return Ok(()) };
        let Some(stood) = before.get(thing) else {
            // A new thing in a new holder came along with it.
            let fresh = before.contains(&node.parent);
            return if fresh { self.add(node, before) } else { Ok(()) };
        };
        if stood.parent == node.parent && !moved.contains(thing) {
            return Ok(());
        }
        self.shift(node)
    }

    /// Adds a thing with what is new in it; what stood elsewhere is moved in later.
    fn add(&mut self, node: &Node<'_>, before: &Outline<'_>) -> Result<(), EditError> {
        self.push(added(node, before))
    }

    fn shift(&mut self, node: &Node<'_>) -> Result<(), EditError> {
        let now = Outline::of(&self.document)?;
        let from = now.get(&node.thing).map(position);
        let Position { parent, after } = position(node);
        self.push(Edit { at: node.thing.to_string(), parent, after, from, ..Edit::default() })
    }

    /// Removes what is gone, each with what is left in it.
    fn remove_all(&mut self, before: &Outline<'_>, after: &Outline<'_>) -> Result<(), EditError> {
        for gone in before.nodes().iter().filter(|node| !after.contains(&node.thing)) {
            if !after.contains(&gone.parent) {
                continue;
            }
            let now = Outline::of(&self.document)?;
            let Some(node) = now.get(&gone.thing) else { continue };
            let Position { parent, after } = position(node);
            let old = Some(Value::Object(node.object.clone()));
            self.push(Edit { at: gone.thing.to_string(), old, parent, after, ..Edit::default() })?;
        }
        Ok(())
    }

    fn push(&mut self, edit: Edit) -> Result<(), EditError> {
        apply(&mut self.document, &edit)?;
        self.edits.push(edit);
        Ok(())
    }
}

/// The edit by which a document gets a thing as another one has it, but for what stands elsewhere in it already.
pub(super) fn addition(document: &Value, from: &Value, thing: &Thing) -> Result<Edit, EditError> {
    let (before, after) = (Outline::of(document)?, Outline::of(from)?);
    let node = after.get(thing).ok_or_else(|| EditError::Missing(thing.to_string()))?;
    Ok(added(node, &before))
}

/// The edit that adds a thing with what is new in it.
fn added(node: &Node<'_>, before: &Outline<'_>) -> Edit {
    let mut new = Value::Object(node.object.clone());
    prune(&mut new, &node.thing, before);
    let Position { parent, after } = position(node);
    Edit { at: node.thing.to_string(), new: Some(new), parent, after, ..Edit::default() }
}

/// Where a thing stands, as an edit says it: only a task needs its holder named.
fn position(node: &Node<'_>) -> Position {
    let parent = matches!(node.thing, Thing::Task(_)).then(|| node.parent.to_string());
    Position { parent, after: node.after.clone() }
}

/// Takes out of a new thing, at any depth, those that stood in the old document.
fn prune(value: &mut Value, thing: &Thing, before: &Outline<'_>) {
    for list in thing.lists() {
        let Some(Value::Array(items)) = value.get_mut(*list) else { continue };
        items.retain_mut(|item| {
            let id = item.get("id").and_then(Value::as_str).and_then(|id| thing.child(list, id));
            let Some(child) = id else { return true };
            prune(item, &child, before);
            !before.contains(&child)
        });
    }
}
