//! The units that lead a task, in a row.

use super::{AsOf, Place, Role, TrackedPlan};

/// So many leads stand in a row; of more the first and how many others there are.
const LEADS: usize = 3;

/// The units that lead a task, by their short names. Not sanitised.
#[must_use]
pub fn leads(tracked: &TrackedPlan, place: Place, as_of: &AsOf<'_>) -> String {
    let assignments = tracked.assignments(place, as_of);
    let leads = assignments.iter().filter(|assignment| assignment.role == Role::Lead);
    let mut names: Vec<&str> = leads.map(|lead| as_of.directory.short(&lead.unit)).collect();
    let more = names.len().saturating_sub(LEADS);
    if more == 0 {
        return names.join(", ");
    }
    // The count takes the place of a name as well.
    names.truncate(LEADS - 1);
    format!("{} +{}", names.join(", "), more + 1)
}
