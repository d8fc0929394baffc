//! The entry of a unit in the directory: found, and put back changed.

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::typed;
use crate::domain::{Change, Unit};
use crate::locale::{Lang, command};
use crate::text::{one_line, spelling};
use crate::workspace::{Snapshot, Workspace};

/// The unit's entry as it is, or a new one for a unit that only plans name.
pub fn of(snapshot: &Snapshot, typed: &str) -> Result<Unit, Failure> {
    let name = typed::unit(snapshot, typed)?;
    let bare = || Unit { name: name.clone(), ..Unit::default() };
    Ok(snapshot.directory.find(&name).cloned().unwrap_or_else(bare))
}

/// Lets a unit go by a name.
///
/// # Errors
/// When another unit goes by it that has more than its name; one that has not is the same unit from now on.
pub fn claim(snapshot: &Snapshot, unit: &Unit, name: &str, lang: Lang) -> Result<(), Failure> {
    match snapshot.directory.find(name) {
        Some(other) if other.name != unit.name && !is_bare(other) => {
            Err(Failure::Said(command::name_taken(lang, name, &other.name)))
        }
        _ => Ok(()),
    }
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
fn is_bare(unit: &Unit) -> bool {
    *unit == Unit { name: unit.name.clone(), ..Unit::default() }
}
