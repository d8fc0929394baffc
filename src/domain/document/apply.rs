//! One edit laid over a document, and taken back; it is refused where something else stands than it says.

use serde_json::Value;
use thiserror::Error;

use super::fields::put;
use super::outline::{Node, Outline, Unsound};
use super::place::{Place, Thing};
use crate::domain::edit::{Edit, Position};

/// Why an edit does not fit the document; the document is then as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// The things of the document cannot be told apart.
    #[error(transparent)]
    Unsound(#[from] Unsound),
    /// The thing is not, or no longer, there.
    #[error("{0:?} is not there")]
    Missing(String),
    /// A thing to be added is there already.
    #[error("{0:?} is there already")]
    Taken(String),
    /// Something else stands there than the edit says.
    #[error("{at:?} holds {found}, not {expected}")]
    Stale {
        /// The place.
        at: String,
        /// What the edit says, as JSON, cut where it is long.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// The holder named does not hold such things, or the thing would hold itself.
    #[error("{at:?} cannot stand in {parent:?}")]
    Holder {
        /// The thing.
        at: String,
        /// The holder named.
        parent: String,
    },
    /// A thing to be added has another id than its place, or none.
    #[error("what is to be added as {0:?} bears another id")]
    Misnamed(String),
    /// The edit neither adds, removes nor moves a thing, or does not say where the thing stood.
    #[error("the edit of {0:?} does not say what was there and what shall be")]
    Unsaid(String),
}

/// Lays an edit over a document.
///
/// `after` says beside whom a thing is put; should that sibling be gone, the thing is put at the end.
///
/// # Errors
/// When the place does not hold what the edit says; the document is then unchanged.
pub fn apply(document: &mut Value, edit: &Edit) -> Result<(), EditError> {
    let place = Place::from(edit.at.as_str());
    if !place.field.is_empty() {
        return set_field(document, &place, edit);
    }
    if place.thing == Thing::Document {
        return set_document(document, edit);
    }
    match (&edit.old, &edit.new, &edit.from) {
        (None, Some(new), None) => add(document, &place.thing, new, edit),
        (Some(old), None, None) => remove(document, &place.thing, old),
        (None, None, Some(from)) => relocate(document, &place.thing, from, edit),
        _ => Err(EditError::Unsaid(edit.at.clone())),
    }
}

/// Lays edits over a document one after the other, all or none.
///
/// # Errors
/// The first refusal; the document is then unchanged.
pub fn apply_all(document: &mut Value, edits: &[Edit]) -> Result<(), EditError> {
    let mut changed = document.clone();
    edits.iter().try_for_each(|edit| apply(&mut changed, edit))?;
    *document = changed;
    Ok(())
}

/// The edit that takes this one back.
#[must_use]
pub fn inverse(edit: &Edit) -> Edit {
    let position = Position { parent: edit.parent.clone(), after: edit.after.clone() };
    let (back, from) = match &edit.from {
        Some(from) => (from.clone(), Some(position)),
        None => (position, None),
    };
    Edit {
        at: renamed(edit),
        old: edit.new.clone(),
        new: edit.old.clone(),
        parent: back.parent,
        after: back.after,
        from,
    }
}

/// The edits that take these back, the last one first.
#[must_use]
pub fn inverse_all(edits: &[Edit]) -> Vec<Edit> {
    edits.iter().rev().map(inverse).collect()
}

/// The place of an edit once it is done: a thing whose identity it changed has another.
fn renamed(edit: &Edit) -> String {
    let place = Place::from(edit.at.as_str());
    match (place.field.as_slice(), edit.new.as_ref().and_then(Value::as_str)) {
        ([key], Some(id)) if key == place.thing.identity() => {
            Place { thing: place.thing.renamed(id), field: place.field }.to_string()
        }
        _ => edit.at.clone(),
    }
}

fn set_document(document: &mut Value, edit: &Edit) -> Result<(), EditError> {
    let found = Some(&*document).filter(|value| !value.is_null());
    expect(&edit.at, edit.old.as_ref(), found)?;
    *document = edit.new.clone().unwrap_or_default();
    Ok(())
}

fn set_field(document: &mut Value, place: &Place, edit: &Edit) -> Result<(), EditError> {
    let missing = || EditError::Missing(edit.at.clone());
    let (thing, Some((key, way))) = (&place.thing, place.field.split_last()) else { return Err(missing()) };
    let pointer = find(&Outline::of(document)?, thing)?.pointer.clone();
    let top = document.pointer_mut(&pointer);
    let holder = way.iter().try_fold(top, |at, key| Some(at?.get_mut(key))).flatten();
    let Some(Value::Object(holder)) = holder else { return Err(missing()) };
    expect(&edit.at, edit.old.as_ref(), holder.get(key))?;
    match &edit.new {
        Some(new) if way.is_empty() => put(holder, thing, key, new.clone()),
        Some(new) => drop(holder.insert(key.clone(), new.clone())),
        None => drop(holder.shift_remove(key)),
    }
    Ok(())
}

fn add(document: &mut Value, thing: &Thing, new: &Value, edit: &Edit) -> Result<(), EditError> {
    if new.get(thing.identity()).and_then(Value::as_str) != Some(thing.id()) {
        return Err(EditError::Misnamed(edit.at.clone()));
    }
    let holder = holder_of(thing, edit.parent.as_deref())?;
    let mut changed = document.clone();
    insert(&mut changed, thing, &holder, edit.after.as_deref(), new.clone())?;
    if let Err(Unsound::Duplicate(at)) = Outline::of(&changed) {
        return Err(EditError::Taken(at));
    }
    *document = changed;
    Ok(())
}

fn remove(document: &mut Value, thing: &Thing, old: &Value) -> Result<(), EditError> {
    let pointer = find(&Outline::of(document)?, thing)?.pointer.clone();
    expect(&thing.to_string(), Some(old), document.pointer(&pointer))?;
    take(document, &pointer);
    Ok(())
}

fn relocate(document: &mut Value, thing: &Thing, from: &Position, edit: &Edit) -> Result<(), EditError> {
    let holder = holder_of(thing, edit.parent.as_deref())?;
    let outline = Outline::of(document)?;
    let node = find(&outline, thing)?;
    let stood = holder_of(thing, from.parent.as_deref())?;
    if stood != node.parent {
        let (expected, found) = (stood.to_string(), node.parent.to_string());
        return Err(EditError::Stale { at: edit.at.clone(), expected, found });
    }
    let inside = &find(&outline, &holder)?.pointer;
    if format!("{inside}/").starts_with(&format!("{}/", node.pointer)) {
        return Err(EditError::Holder { at: edit.at.clone(), parent: holder.to_string() });
    }
    let pointer = node.pointer.clone();
    let mut changed = document.clone();
    let Some(value) = take(&mut changed, &pointer) else { return Err(EditError::Missing(edit.at.clone())) };
    insert(&mut changed, thing, &holder, edit.after.as_deref(), value)?;
    *document = changed;
    Ok(())
}

/// Puts a thing into its holder behind a sibling, first where none is named, last where the sibling is gone.
fn insert(
    document: &mut Value,
    thing: &Thing,
    holder: &Thing,
    after: Option<&str>,
    value: Value,
) -> Result<(), EditError> {
    let pointer = find(&Outline::of(document)?, holder)?.pointer.clone();
    let missing = || EditError::Missing(holder.to_string());
    let object = document.pointer_mut(&pointer).and_then(Value::as_object_mut).ok_or_else(missing)?;
    if !object.contains_key(thing.list()) {
        put(object, holder, thing.list(), Value::Array(Vec::new()));
    }
    let items = object.get_mut(thing.list()).and_then(Value::as_array_mut).ok_or_else(missing)?;
    let is = |item: &Value, id: &str| item.get(thing.identity()).and_then(Value::as_str) == Some(id);
    let index = after.map_or(Some(0), |id| items.iter().position(|item| is(item, id)).map(|n| n + 1));
    items.insert(index.unwrap_or(items.len()), value);
    Ok(())
}

/// Takes a thing out of a document, with what it holds; nothing where it does not stand there.
pub(super) fn without(document: &mut Value, thing: &Thing) {
    let pointer = Outline::of(document).ok().and_then(|outline| Some(outline.get(thing)?.pointer.clone()));
    pointer.and_then(|pointer| take(document, &pointer));
}

/// Takes the element that a pointer names out of its list.
fn take(document: &mut Value, pointer: &str) -> Option<Value> {
    let (list, index) = pointer.rsplit_once('/')?;
    let items = document.pointer_mut(list)?.as_array_mut()?;
    let index = index.parse().ok().filter(|n| *n < items.len())?;
    Some(items.remove(index))
}

/// What shall hold a thing: its place says so, but for tasks, where the edit does.
fn holder_of(thing: &Thing, parent: Option<&str>) -> Result<Thing, EditError> {
    let refuse = |parent: &str| EditError::Holder { at: thing.to_string(), parent: parent.to_owned() };
    match (thing, parent) {
        (Thing::Task(_), Some(parent)) => match Place::from(parent) {
            Place { thing: holder @ (Thing::Section(_) | Thing::Task(_)), field } if field.is_empty() => {
                Ok(holder)
            }
            _ => Err(refuse(parent)),
        },
        (Thing::Task(_), None) => Err(refuse("")),
        (_, Some(parent)) => Err(refuse(parent)),
        (Thing::Entry { task, .. }, None) => Ok(Thing::Task(task.clone())),
        (_, None) => Ok(Thing::Document),
    }
}

fn find<'o, 'a>(outline: &'o Outline<'a>, thing: &Thing) -> Result<&'o Node<'a>, EditError> {
    outline.get(thing).ok_or_else(|| EditError::Missing(thing.to_string()))
}

fn expect(at: &str, expected: Option<&Value>, found: Option<&Value>) -> Result<(), EditError> {
    if expected == found {
        return Ok(());
    }
    Err(EditError::Stale { at: at.to_owned(), expected: worded(expected), found: worded(found) })
}

/// A value as a message shows it, cut where it is long.
fn worded(value: Option<&Value>) -> String {
    const SHOWN: usize = 60;
    let text = value.map_or_else(|| "nothing".to_owned(), Value::to_string);
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text,
    }
}
