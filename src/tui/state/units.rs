//! The known units that fit what is typed into the field of those who owe a task.

use super::State;
use super::review::{Correction, Filled};
use crate::domain::{Directory, Unit};
use crate::import::review::Field;
use crate::query::Roster;

/// So many names are offered.
const OFFERED: usize = 5;

/// The names that fit what is typed last, the best first: units of the directory and of the draft. None where
/// nothing is typed yet, or the name stands there in full.
#[must_use]
pub fn fitting(state: &State, correction: &Correction) -> Vec<String> {
    let (_, typed) = parted(correction);
    if correction.what != Field::Units || typed.is_empty() {
        return Vec::new();
    }
    let roster = known(state);
    let names = roster.pick(&typed).into_iter().take(OFFERED).map(|unit| roster.unit(unit).name.clone());
    let names: Vec<String> = names.collect();
    if names == [typed] { Vec::new() } else { names }
}

/// What stands before the name that is typed last, and what is typed of it.
#[must_use]
pub fn parted(correction: &Correction) -> (String, String) {
    let text = correction.field.text();
    if let Some(Filled { before, typed, .. }) = &correction.filled {
        return (before.clone(), typed.clone());
    }
    let cut = text.rfind([';', ':']).map_or(0, |at| at + 1);
    let begins = text[cut..].find(|c: char| !c.is_whitespace()).map_or(text.len(), |at| cut + at);
    (text[..begins].to_owned(), text[begins..].trim_end().to_owned())
}

/// The units of the directory, and those that the draft names.
fn known(state: &State) -> Roster {
    let directory = state.directory.as_deref().cloned().unwrap_or_default();
    let mut units = directory.units().to_vec();
    let plan = state.review.as_ref().map(|desk| &desk.review.sheet().plan);
    for name in plan.map_or_else(Vec::new, |plan| plan.named_units()) {
        let is_known = |unit: &Unit| directory.same(&unit.name, name);
        if directory.find(name).is_none() && !units.iter().any(is_known) {
            units.push(Unit { name: name.to_owned(), ..Unit::default() });
        }
    }
    Roster::new(&Directory::new(units))
}
