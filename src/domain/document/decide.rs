//! What a person decides where two copies of a document cannot be merged: the one side, or the other.

use serde_json::Value;

use super::apply::{EditError, apply, without};
use super::diff::addition;
use super::merge::{Conflict, merge};
use super::place::{Place, Thing};
use crate::domain::edit::{Edit, Position};

/// One of the two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The copy of this office.
    Ours,
    /// The copy that came in.
    Theirs,
}

impl Side {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }

    /// What a side says.
    #[must_use]
    pub fn of<T>(self, ours: T, theirs: T) -> T {
        match self {
            Self::Ours => ours,
            Self::Theirs => theirs,
        }
    }
}

/// The document that both sides come from, made to say at the place of a conflict what the losing side says there.
///
/// Merged over that, the other side's change is the only one, and is taken; a decision is thus kept where the three
/// copies are kept, and needs no place of its own.
///
/// # Errors
/// When the place cannot be decided by itself.
pub fn decide(
    base: &Value,
    ours: &Value,
    theirs: &Value,
    conflict: &Conflict,
    taken: Side,
) -> Result<Value, EditError> {
    let place = Place::from(conflict.at.as_str());
    let loser = taken.of(theirs, ours);
    let says = taken.other().of(&conflict.ours, &conflict.theirs).clone();
    if place == Place::of(Thing::Document) {
        return Ok(loser.clone());
    }
    let mut decided = base.clone();
    if !place.field.is_empty() {
        let edit = Edit { at: conflict.at.clone(), old: conflict.base.clone(), new: says, ..Edit::default() };
        return match apply(&mut decided, &edit) {
            // Both sides added the thing: it is taken whole.
            Err(EditError::Missing(_)) => put_thing(decided, loser, &place.thing),
            applied => applied.map(|()| decided),
        };
    }
    if conflict.ours.is_some() && conflict.theirs.is_some() {
        return moved(decided, conflict, says.as_ref());
    }
    without(&mut decided, &place.thing);
    if says.is_none() { Ok(decided) } else { put_thing(decided, loser, &place.thing) }
}

/// Merges, and where both sides changed the same place takes the one side.
///
/// # Errors
/// When a place cannot be decided by itself.
pub fn merge_taking(base: &Value, ours: &Value, theirs: &Value, taken: Side) -> Result<Value, EditError> {
    let mut base = base.clone();
    loop {
        let merged = merge(&base, ours, theirs);
        let Some(conflict) = merged.conflicts.first() else { return Ok(merged.value) };
        let decided = decide(&base, ours, theirs, conflict, taken)?;
        if decided == base {
            return Err(EditError::Unsaid(conflict.at.clone()));
        }
        base = decided;
    }
}

/// The document with a thing as it stands in another one, in the same holder.
fn put_thing(mut document: Value, from: &Value, thing: &Thing) -> Result<Value, EditError> {
    let add = addition(&document, from, thing)?;
    apply(&mut document, &add)?;
    Ok(document)
}

/// The document with a thing moved to where the losing side has it.
fn moved(mut document: Value, conflict: &Conflict, says: Option<&Value>) -> Result<Value, EditError> {
    let parent = |value: Option<&Value>| Some(value?.get("parent")?.as_str()?.to_owned());
    let from = Position { parent: parent(conflict.base.as_ref()), after: None };
    let at = conflict.at.clone();
    apply(&mut document, &Edit { at, parent: parent(says), from: Some(from), ..Edit::default() })?;
    Ok(document)
}
