//! The entry of a unit in the directory: found, and put back changed.

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::typed;
use crate::domain::{Change, Unit};
use crate::locale::command;
use crate::query::Index;
use crate::text::{fold, one_line, spelling};
use crate::workspace::{Snapshot, Workspace};

/// The unit's entry as it is, or a new one for a unit that only plans name.
pub fn of(snapshot: &Snapshot, typed: &str) -> Result<Unit, Failure> {
    let name = typed::unit(snapshot, typed)?;
    let bare = || Unit { name: name.clone(), ..Unit::default() };
    Ok(snapshot.directory.find(&name).cloned().unwrap_or_else(bare))
}

/// The unit that goes by a name already, in the directory or in a plan, accents and case aside.
pub fn called(snapshot: &Snapshot, name: &str) -> Option<String> {
    let index = Index::new(&snapshot.plans, &snapshot.directory);
    let roster = index.roster();
    if let Some(number) = roster.find(&snapshot.directory.key(name)) {
        return Some(roster.unit(number).name.clone());
    }
    let folded = fold(name);
    let other = |unit: &&Unit| unit.short.iter().chain(&unit.aliases).any(|name| fold(name) == folded);
    let by_name = roster.units().iter().find(|unit| fold(&unit.name) == folded);
    let by_other = || snapshot.directory.units().iter().find(other).map(|unit| unit.name.clone());
    by_name.map(|unit| unit.name.clone()).or_else(by_other)
}

/// Writes the entry into the directory, and says so.
///
/// # Errors
/// When nothing is changed by it, or the workspace refuses.
pub fn write(session: &mut Session, workspace: &Workspace, unit: Unit) -> Result<(), Failure> {
    let snapshot = workspace.snapshot();
    let old = snapshot.directory.units();
    let said = one_line(&command::unit_changed(session.lang, &unit.name)).into_owned();
    let edits = workspace.edits_of_units(with(old, unit))?;
    if edits.is_empty() {
        return Err(Failure::Said(command::unit_unchanged(session.lang).to_owned()));
    }
    workspace.commit(vec![Change::EditUnits(edits)])?;
    Ok(session.out.line(&command::take_back(session.lang, &said))?)
}

/// The units with one entry new or changed, and without bare entries of what are names of it now.
fn with(old: &[Unit], unit: Unit) -> Vec<Unit> {
    let names: Vec<String> = unit.short.iter().chain(&unit.aliases).map(|name| spelling(name)).collect();
    let absorbed = |other: &Unit| is_bare(other) && names.contains(&spelling(&other.name));
    let mut units: Vec<Unit> = old.iter().filter(|other| !absorbed(other)).cloned().collect();
    match units.iter_mut().find(|other| other.name == unit.name) {
        Some(entry) => *entry = unit,
        None => units.push(unit),
    }
    units
}

/// Whether nothing but the name is known of a unit, as of one that an import entered.
pub fn is_bare(unit: &Unit) -> bool {
    *unit == Unit { name: unit.name.clone(), ..Unit::default() }
}
