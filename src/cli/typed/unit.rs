//! The unit that somebody means by a name.

use crate::cli::failure::Failure;
use crate::query::{Index, Roster, UnitError};
use crate::workspace::Snapshot;

/// Finds a unit by its name, short name or alias, accents and case aside, or by words that fit only one. Answers the
/// name by which the directory lists it.
///
/// # Errors
/// When none or several are called so, with the nearest names.
pub fn unit(snapshot: &Snapshot, typed: &str) -> Result<String, Failure> {
    unit_of(Index::new(&snapshot.plans, &snapshot.directory).roster(), snapshot, typed)
}

/// As [`unit`], where an index is at hand.
///
/// # Errors
/// As [`unit`].
pub fn unit_of(roster: &Roster, snapshot: &Snapshot, typed: &str) -> Result<String, Failure> {
    match roster.resolve(typed, &snapshot.directory) {
        Ok(number) => Ok(roster.unit(number).name.clone()),
        Err(UnitError::Unknown { typed, near }) => Err(Failure::unit(&typed, near)),
        Err(UnitError::Ambiguous { typed, names }) => Err(Failure::SeveralUnits { typed, names }),
    }
}
