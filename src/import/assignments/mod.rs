//! Who owes a task: out of a label's value, of a heading that only names units, of a sentence's subject.

mod heading;
mod known;
mod label;
mod others;
mod role;
mod sentence;
#[cfg(test)]
mod tests;

pub use heading::{may_act, of_heading};
pub use known::Known;
pub use label::of_label;
pub use sentence::{of_agent, of_sentence};

use super::trace::Sureness;
use super::units::opens_name;
use super::words::Words;
use crate::domain::{Assignment, Role};

/// How sure it is that a name is a unit's: certain where it opens with a noun that offices are called by, only likely
/// where nothing but its place tells.
#[must_use]
pub(super) fn by_name(unit: &str) -> Sureness {
    if opens_name(&Words::of(unit)) { Sureness::Certain } else { Sureness::Likely }
}

/// Adds an assignment; a unit that is there already has the new role.
fn assign(assignments: &mut Vec<Assignment>, assignment: Assignment) {
    let same =
        |a: &&mut Assignment| crate::text::spelling(&a.unit) == crate::text::spelling(&assignment.unit);
    match assignments.iter_mut().find(same) {
        Some(known) => known.role = stronger(known.role, assignment.role),
        None => assignments.push(assignment),
    }
}

/// Of two roles of one unit in one phrase the one that owes more.
fn stronger(a: Role, b: Role) -> Role {
    if a == Role::Lead || b == Role::Lead { Role::Lead } else { a }
}
