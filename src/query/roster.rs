//! All units that the directory or a plan names, each with a number; and finding one by what somebody types.

use std::collections::HashMap;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::domain::{Directory, Unit, UnitKey};
use crate::text::{CollationKey, collation_key, fold, nearest};

/// A unit's number in a [`Roster`]; good for one index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitNo(u32);

impl UnitNo {
    /// The number as an index into [`Roster::units`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A unit, with everything that it can be found by.
#[derive(Debug, Clone)]
pub struct RosterUnit {
    /// Its name in the directory, else as first printed.
    pub name: String,
    /// Its short name, where the directory has one.
    pub short: Option<String>,
    /// The collectives that it belongs to.
    pub collectives: Vec<UnitNo>,
    /// The folds of all its names.
    folds: Vec<String>,
    order: CollationKey,
}

/// Why a typed name is no unit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    /// No unit is called so.
    #[error("no unit is called \"{typed}\"")]
    Unknown {
        /// What was typed.
        typed: String,
        /// The nearest names.
        near: Vec<String>,
    },
    /// Several units' names have these words.
    #[error("\"{typed}\" could be several units")]
    Ambiguous {
        /// What was typed.
        typed: String,
        /// Their names.
        names: Vec<String>,
    },
}

/// The units, numbered in the order in which they were met, those of the directory first.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    units: Vec<RosterUnit>,
    by_key: HashMap<UnitKey, UnitNo>,
    /// Spelling a name takes a while; each printed form is spelled once.
    by_printed: HashMap<String, UnitNo>,
}

impl Roster {
    /// The units of a directory.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        let mut roster = Self::default();
        for unit in directory.units() {
            roster.number(&unit.name, directory);
        }
        for index in 0..directory.units().len() {
            let unit = &directory.units()[index];
            let collectives = directory.collectives(&unit.name);
            let numbers: Vec<UnitNo> =
                collectives.iter().map(|name| roster.number(name, directory)).collect();
            let own = roster.number(&unit.name, directory);
            roster.units[own.index()].collectives = numbers;
        }
        // A member need not have an entry of its own.
        for member in directory.units().iter().flat_map(|unit| &unit.members) {
            let own = roster.number(member, directory);
            let collectives = directory.collectives(member);
            roster.units[own.index()].collectives =
                collectives.iter().map(|name| roster.number(name, directory)).collect();
        }
        roster
    }

    /// The number of a unit by a printed name, a new one where it has none yet.
    pub(super) fn number(&mut self, printed: &str, directory: &Directory) -> UnitNo {
        if let Some(known) = self.by_printed.get(printed) {
            return *known;
        }
        let key = directory.key(printed);
        let number = self.by_key.get(&key).copied().unwrap_or_else(|| {
            let number = UnitNo(u32::try_from(self.units.len()).unwrap_or(u32::MAX));
            self.units.push(RosterUnit::new(printed, directory.find(printed)));
            self.by_key.insert(key, number);
            number
        });
        self.by_printed.insert(printed.to_owned(), number);
        number
    }

    /// All units, each at its number.
    #[must_use]
    pub fn units(&self) -> &[RosterUnit] {
        &self.units
    }

    /// The unit of a number.
    #[must_use]
    pub fn unit(&self, number: UnitNo) -> &RosterUnit {
        &self.units[number.index()]
    }

    /// The unit of a key.
    #[must_use]
    pub fn find(&self, key: &UnitKey) -> Option<UnitNo> {
        self.by_key.get(key).copied()
    }

    /// The unit that is meant by a typed name: by its spelling, short name or alias; else by the same without accents;
    /// else the only one whose names have all the words.
    ///
    /// # Errors
    /// When none or several are meant, with their names.
    pub fn resolve(&self, typed: &str, directory: &Directory) -> Result<UnitNo, UnitError> {
        if let Some(number) = self.find(&directory.key(typed)) {
            return Ok(number);
        }
        let folded = fold(typed);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        for fits in [&(|name: &str| name == folded) as &dyn Fn(&str) -> bool, &|name: &str| {
            !words.is_empty() && words.iter().all(|word| name.contains(word))
        }] {
            match self.fitting(fits)[..] {
                [] => {}
                [one] => return Ok(one),
                ref several => {
                    let names = several.iter().map(|number| self.unit(*number).name.clone()).collect();
                    return Err(UnitError::Ambiguous { typed: typed.to_owned(), names });
                }
            }
        }
        let names = self.units.iter().map(|unit| unit.name.as_str());
        let near = nearest(typed, names).into_iter().map(str::to_owned).collect();
        Err(UnitError::Unknown { typed: typed.to_owned(), near })
    }

    fn fitting(&self, fits: &dyn Fn(&str) -> bool) -> Vec<UnitNo> {
        self.numbers().filter(|number| self.unit(*number).folds.iter().any(|name| fits(name))).collect()
    }

    /// The units whose names have the typed letters in order, accents or not, the best first: those with the very
    /// accents typed, then by how well the letters fit ("snv" is Sở Nội vụ). All of them, by the alphabet, for nothing.
    #[must_use]
    pub fn pick(&self, typed: &str) -> Vec<UnitNo> {
        let folded = fold(typed);
        let exact = typed.trim().to_lowercase();
        let matcher = SkimMatcherV2::default().ignore_case();
        let score =
            |unit: &RosterUnit| unit.folds.iter().filter_map(|name| matcher.fuzzy_match(name, &folded)).max();
        let mut found: Vec<(bool, i64, UnitNo)> = self
            .numbers()
            .filter_map(|number| {
                let unit = self.unit(number);
                Some((!unit.name.to_lowercase().contains(&exact), -score(unit)?, number))
            })
            .collect();
        if folded.is_empty() {
            for found in &mut found {
                found.1 = 0;
            }
        }
        found.sort_by(|one, other| {
            let order = |found: &(bool, i64, UnitNo)| &self.unit(found.2).order;
            (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| order(one).cmp(order(other)))
        });
        found.into_iter().map(|(_, _, number)| number).collect()
    }

    /// Whether a folded name of each unit is such a one, by number.
    pub(super) fn with(&self, is_such: impl Fn(&str) -> bool) -> Vec<bool> {
        self.units.iter().map(|unit| unit.folds.iter().any(|name| is_such(name))).collect()
    }

    /// All numbers.
    pub fn numbers(&self) -> impl Iterator<Item = UnitNo> + use<> {
        (0..u32::try_from(self.units.len()).unwrap_or(u32::MAX)).map(UnitNo)
    }
}

impl RosterUnit {
    fn new(printed: &str, entry: Option<&Unit>) -> Self {
        let name = entry.map_or(printed, |unit| &unit.name).to_owned();
        let short = entry.and_then(|unit| unit.short.clone());
        let aliases = entry.map_or(&[][..], |unit| &unit.aliases);
        let folds = std::iter::once(&name).chain(&short).chain(aliases).map(|name| fold(name)).collect();
        Self { order: collation_key(&name), folds, collectives: Vec::new(), name, short }
    }

    /// The key that units are sorted by.
    #[must_use]
    pub fn order(&self) -> &CollationKey {
        &self.order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory() -> Directory {
        let unit = |name: &str, short: Option<&str>, members: &[&str]| Unit {
            name: name.into(),
            short: short.map(Into::into),
            members: members.iter().map(|member| (*member).into()).collect(),
            ..Unit::default()
        };
        Directory::new(vec![
            unit("Sở Nội vụ", None, &[]),
            unit("Sở Ngoại vụ", None, &[]),
            unit("Sở Văn hóa, Thể thao và Du lịch", Some("Sở VHTTDL"), &[]),
            unit("Lãnh đạo Sở Nội vụ", None, &[]),
            unit("Các sở", None, &["Sở Nội vụ", "Sở Tài chính"]),
        ])
    }

    fn resolve(typed: &str) -> Result<String, UnitError> {
        let directory = directory();
        let roster = Roster::new(&directory);
        roster.resolve(typed, &directory).map(|number| roster.unit(number).name.clone())
    }

    #[test]
    fn a_unit_is_found_by_any_of_its_names_and_without_accents() {
        for typed in ["Sở Nội vụ", "SỞ NỘI VỤ", "so noi vu"] {
            assert_eq!(resolve(typed).unwrap(), "Sở Nội vụ", "{typed}");
        }
        assert_eq!(resolve("so vhttdl").unwrap(), "Sở Văn hóa, Thể thao và Du lịch");
        assert_eq!(resolve("du lich").unwrap(), "Sở Văn hóa, Thể thao và Du lịch");
    }

    #[test]
    fn what_names_none_or_several_is_answered_with_names() {
        let names = vec!["Sở Nội vụ".to_owned(), "Lãnh đạo Sở Nội vụ".to_owned()];
        assert_eq!(resolve("noi vu"), Err(UnitError::Ambiguous { typed: "noi vu".into(), names }));
        assert!(
            matches!(resolve("Sở Nội vu5"), Err(UnitError::Unknown { near, .. }) if near[0] == "Sở Nội vụ")
        );
    }

    #[test]
    fn a_picker_ranks_initials_and_accents() {
        let roster = Roster::new(&directory());
        let pick = |typed: &str| -> Vec<&str> {
            roster.pick(typed).into_iter().map(|number| roster.unit(number).name.as_str()).collect()
        };
        assert_eq!(pick("snv")[0], "Sở Nội vụ");
        assert_eq!(pick("ngoại"), ["Sở Ngoại vụ"]);
        assert_eq!(pick("")[..2], ["Các sở", "Lãnh đạo Sở Nội vụ"]);
        assert_eq!(pick("xyz"), Vec::<&str>::new());
    }

    #[test]
    fn members_know_their_collectives_with_or_without_an_entry() {
        let directory = directory();
        let roster = Roster::new(&directory);
        for name in ["Sở Nội vụ", "Sở Tài chính"] {
            let unit = roster.unit(roster.resolve(name, &directory).unwrap());
            let collectives: Vec<&str> =
                unit.collectives.iter().map(|number| roster.unit(*number).name.as_str()).collect();
            assert_eq!(collectives, ["Các sở"], "{name}");
        }
    }
}
