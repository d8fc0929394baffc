//! Which part a unit has in a task.

use crate::domain::Role;

use super::roster::{Roster, UnitNo};

/// Whether a unit stands for itself, or also for what its collectives are to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Reach {
    /// Only what names the unit.
    #[default]
    ByName,
    /// Also what names a collective that it belongs to.
    WithCollectives,
}

/// A unit's part in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The unit, or the collective that stands for it.
    pub unit: UnitNo,
    /// The part.
    pub role: Role,
}

/// The units that count as one: itself first, then its collectives where those are asked for.
pub(super) fn reached(roster: &Roster, unit: UnitNo, reach: Reach) -> Vec<UnitNo> {
    let collectives = match reach {
        Reach::ByName => &[][..],
        Reach::WithCollectives => &roster.unit(unit).collectives,
    };
    std::iter::once(unit).chain(collectives.iter().copied()).collect()
}

/// The part in a task of the first of these units that has one.
pub(super) fn part_of(units: &[UnitNo], shares: &[Share], role: Option<Role>) -> Option<Share> {
    let fits = |unit: &UnitNo| {
        shares.iter().find(|share| share.unit == *unit && role.is_none_or(|role| share.role == role)).copied()
    };
    units.iter().find_map(fits)
}
