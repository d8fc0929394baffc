//! `tiendo units member add | remove COLLECTIVE UNIT...`: who belongs to a collective.

use super::list_of_names::{self, Command, NameList};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::typed;
use crate::domain::Unit;
use crate::workspace::Snapshot;

/// Adds or removes members.
///
/// # Errors
/// When a unit is not known or no member, or the workspace refuses.
pub fn run(command: &Command, session: &mut Session) -> Result<(), Failure> {
    list_of_names::run(&Members, command, session)
}

/// The members of a collective.
struct Members;

impl NameList for Members {
    fn of(unit: &mut Unit) -> &mut Vec<String> {
        &mut unit.members
    }

    fn entering(&self, snapshot: &Snapshot, _: &Unit, typed: &str) -> Result<String, Failure> {
        typed::unit(snapshot, typed)
    }

    fn is(&self, snapshot: &Snapshot, listed: &str, typed: &str) -> bool {
        typed::unit(snapshot, typed).is_ok_and(|name| snapshot.directory.same(listed, &name))
    }
}
