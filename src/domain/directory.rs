//! The directory of responsible units: which names are one unit, and who belongs to a collective.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::plan::FormatVersion;
use crate::text::spelling;

/// The file `units.json`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UnitsFile {
    /// Always `tiendo/units`.
    pub format: UnitsFormat,
    /// The version of the file format.
    pub version: FormatVersion,
    /// The units, in the order in which they entered.
    #[serde(default)]
    pub units: Vec<Unit>,
}

/// The word by which the file names itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum UnitsFormat {
    /// The only one.
    #[default]
    #[serde(rename = "tiendo/units")]
    Units,
}

/// A unit, a post or a collective.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Unit {
    /// The name; unique in a workspace, up to its spelling.
    pub name: String,
    /// A short name for narrow columns: "Sở VHTTDL".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Other names for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The unit that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Of a collective: the units that it stands for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The last day on which it existed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The unit that took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
}

/// The directory, indexed by every name that a unit goes by.
///
/// Names that differ in spelling alone (hoà/hòa, letter case, UBND) are one unit without an entry, see
/// [`spelling`]; aliases and short names need one.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    units: Vec<Unit>,
    by_spelling: HashMap<String, usize>,
    collectives_of: HashMap<UnitKey, Vec<usize>>,
}

/// What makes no sense in a directory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryFlaw {
    /// A unit has a name that is empty or of several lines.
    #[error("the unit {0:?} has a name that is empty or of several lines")]
    Blank(String),
    /// Two units go by one name.
    #[error("two units go by the name {0:?}")]
    Doubled(String),
    /// A collective is its own member.
    #[error("{0:?} is a member of itself")]
    OwnMember(String),
    /// The wholes that a unit is a part of lead back to it.
    #[error("{0:?} is a part of itself")]
    OwnPart(String),
}

/// A unit's identity: the spelling of its name in the directory, or of the name itself where it has no entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitKey(String);

impl Directory {
    /// Indexes the units; of two that share a name the first keeps it.
    #[must_use]
    pub fn new(units: Vec<Unit>) -> Self {
        let mut directory = Self { units, ..Self::default() };
        for (index, unit) in directory.units.iter().enumerate() {
            for name in std::iter::once(&unit.name).chain(&unit.short).chain(&unit.aliases) {
                directory.by_spelling.entry(spelling(name)).or_insert(index);
            }
        }
        for index in 0..directory.units.len() {
            for member in &directory.units[index].members {
                let key = directory.key(member);
                directory.collectives_of.entry(key).or_default().push(index);
            }
        }
        directory
    }

    /// The units, in the order of the file.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// What makes no sense in it; nothing in a sound one.
    #[must_use]
    pub fn flaws(&self) -> Vec<DirectoryFlaw> {
        let mut flaws = Vec::new();
        for (index, unit) in self.units.iter().enumerate() {
            for name in std::iter::once(&unit.name).chain(&unit.short).chain(&unit.aliases) {
                if name.trim().is_empty() || name.contains('\n') {
                    flaws.push(DirectoryFlaw::Blank(unit.name.clone()));
                } else if self.by_spelling.get(&spelling(name)) != Some(&index) {
                    flaws.push(DirectoryFlaw::Doubled(name.clone()));
                }
            }
            if unit.members.iter().any(|member| self.same(member, &unit.name)) {
                flaws.push(DirectoryFlaw::OwnMember(unit.name.clone()));
            }
            if self.is_part_of_itself(unit) {
                flaws.push(DirectoryFlaw::OwnPart(unit.name.clone()));
            }
        }
        flaws
    }

    /// Whether the wholes above a unit lead back to it.
    fn is_part_of_itself(&self, unit: &Unit) -> bool {
        let whole = |name: &String| self.find(name).and_then(|unit| unit.part_of.clone());
        let above = std::iter::successors(unit.part_of.clone(), whole).take(self.units.len() + 1);
        above.into_iter().any(|name| self.same(&name, &unit.name))
    }

    /// The unit that goes by a name, if it has an entry.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Unit> {
        self.by_spelling.get(&spelling(name)).map(|index| &self.units[*index])
    }

    /// The identity behind a name.
    #[must_use]
    pub fn key(&self, name: &str) -> UnitKey {
        let spelled = spelling(name);
        match self.by_spelling.get(&spelled) {
            Some(index) => UnitKey(spelling(&self.units[*index].name)),
            None => UnitKey(spelled),
        }
    }

    /// Whether two names are one unit.
    #[must_use]
    pub fn same(&self, one: &str, other: &str) -> bool {
        one == other || self.key(one) == self.key(other)
    }

    /// The name by which the directory lists a unit, or the name itself.
    #[must_use]
    pub fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.find(name).map_or(name, |unit| &unit.name)
    }

    /// The short name of a unit, or its name.
    #[must_use]
    pub fn short<'a>(&'a self, name: &'a str) -> &'a str {
        self.find(name).map_or(name, |unit| unit.short.as_ref().unwrap_or(&unit.name))
    }

    /// The members of a collective, those of its members that are collectives included; empty for a single unit.
    #[must_use]
    pub fn members(&self, name: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut open = vec![name];
        let mut seen = vec![self.key(name)];
        while let Some(unit) = open.pop().and_then(|name| self.find(name)) {
            for member in &unit.members {
                let key = self.key(member);
                if seen.contains(&key) {
                    continue;
                }
                seen.push(key);
                match self.find(member).filter(|unit| !unit.members.is_empty()) {
                    Some(collective) => open.push(&collective.name),
                    None => found.push(self.name(member)),
                }
            }
        }
        found
    }

    /// The collectives that a unit belongs to, directly or through another.
    #[must_use]
    pub fn collectives(&self, name: &str) -> Vec<&str> {
        let mut found: Vec<usize> = Vec::new();
        let mut open = vec![self.key(name)];
        while let Some(key) = open.pop() {
            for index in self.collectives_of.get(&key).into_iter().flatten() {
                if !found.contains(index) {
                    found.push(*index);
                    open.push(self.key(&self.units[*index].name));
                }
            }
        }
        found.into_iter().map(|index| self.units[index].name.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(name: &str, members: &[&str]) -> Unit {
        Unit { name: name.into(), members: members.iter().map(|m| (*m).into()).collect(), ..Unit::default() }
    }

    #[test]
    fn spelling_variants_are_one_unit_without_an_entry() {
        let directory = Directory::default();
        assert!(directory.same("Sở Văn hoá", "SỞ VĂN HÓA"));
        assert!(directory.same("UBND tỉnh", "Uỷ ban nhân dân tỉnh"));
        assert!(!directory.same("UBND tỉnh", "UBND xã"));
    }

    #[test]
    fn aliases_and_short_names_lead_to_the_unit() {
        let culture = Unit {
            name: "Sở Văn hóa, Thể thao và Du lịch".into(),
            short: Some("Sở VHTTDL".into()),
            aliases: vec!["Sở VHTT&DL".into()],
            ..Unit::default()
        };
        let directory = Directory::new(vec![culture]);
        assert!(directory.same("sở vhtt&dl", "Sở VHTTDL"));
        assert_eq!(directory.name("Sở VHTTDL"), "Sở Văn hóa, Thể thao và Du lịch");
    }

    #[test]
    fn collectives_reach_through_each_other_and_never_loop() {
        let directory = Directory::new(vec![
            unit("Các sở, ban, ngành", &["Các sở", "Thanh tra tỉnh"]),
            unit("Các sở", &["Sở Nội vụ", "Các sở, ban, ngành"]),
        ]);
        let mut members = directory.members("các sở, ban, ngành");
        members.sort_unstable();
        assert_eq!(members, ["Sở Nội vụ", "Thanh tra tỉnh"]);
        assert_eq!(directory.collectives("Sở Nội vụ"), ["Các sở", "Các sở, ban, ngành"]);
    }

    #[test]
    fn nonsense_is_named() {
        let part = |name: &str, whole: &str| Unit { part_of: Some(whole.into()), ..unit(name, &[]) };
        let directory = Directory::new(vec![
            unit("Sở A", &["SỞ A"]),
            unit("sở a", &[]),
            unit(" ", &[]),
            part("B", "C"),
            part("C", "B"),
            part("D", "B"),
        ]);
        let flaws: Vec<String> = directory.flaws().iter().map(ToString::to_string).collect();
        assert_eq!(
            flaws,
            [
                "\"Sở A\" is a member of itself",
                "two units go by the name \"sở a\"",
                "the unit \" \" has a name that is empty or of several lines",
                "\"B\" is a part of itself",
                "\"C\" is a part of itself",
            ]
        );
    }
}
