//! What the picker of units offers for what is typed.

use super::State;
use super::layer::{Choice, Picker};
use crate::query::Reach;

/// The units that fit, the best first. One that belongs to collectives can be picked with them as well, and only so
/// where no task names it.
#[must_use]
pub fn fitting(state: &State, typed: &str) -> Vec<Choice> {
    let roster = state.index.roster();
    let mut found = Vec::new();
    for unit in roster.pick(typed) {
        if state.counts.facets.unit(unit).total > 0 {
            found.push(Choice { unit, reach: Reach::ByName });
        }
        if !roster.unit(unit).collectives.is_empty() {
            found.push(Choice { unit, reach: Reach::WithCollectives });
        }
    }
    found
}

/// Where the choice stands among those that fit: the first, unless another was moved to.
#[must_use]
pub fn at(picker: &Picker, found: &[Choice]) -> usize {
    picker.chosen.and_then(|chosen| found.iter().position(|choice| *choice == chosen)).unwrap_or(0)
}
