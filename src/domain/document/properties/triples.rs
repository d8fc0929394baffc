//! What holds for every merge of two copies that people edited: judged thing by thing and field by field.

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Map, Value, json};

use super::super::outline::{Node, Outline};
use super::super::place::{Place, Thing};
use super::super::{Conflict, Merged, check_sound, diff, merge, overlay};
use super::deeds::{Copies, copies, copies_of_three};
use crate::domain::document::apply_all;
use crate::domain::{Plan, UnitsFile};

/// A share in every run, the whole figure where it is asked for.
fn cases() -> ProptestConfig {
    let cases = if std::env::var_os("TIENDO_WHOLE").is_some() { 100_000 } else { 1_000 };
    ProptestConfig { cases, ..ProptestConfig::default() }
}

/// A merge and the three documents that it was made of.
struct Judged<'a> {
    base: Outline<'a>,
    ours: Outline<'a>,
    theirs: Outline<'a>,
    merged: Outline<'a>,
    conflicts: HashSet<&'a str>,
}

impl<'a> Judged<'a> {
    fn of(copies: &'a Copies, merged: &'a Merged) -> Self {
        let [base, ours, theirs, value] = [&copies.base, &copies.ours, &copies.theirs, &merged.value]
            .map(|value| Outline::of(value).unwrap());
        let conflicts = merged.conflicts.iter().map(|conflict| conflict.at.as_str()).collect();
        Self { base, ours, theirs, merged: value, conflicts }
    }

    fn is_reported(&self, thing: &Thing) -> bool {
        self.conflicts.contains(thing.to_string().as_str())
    }

    /// Each thing stands where one side put it with what the sides say of it, or is gone because one removed it.
    fn all_things(&self) -> TestCaseResult {
        let sides = [&self.base, &self.ours, &self.theirs];
        let all: HashSet<&Thing> =
            sides.iter().flat_map(|side| side.nodes().iter().map(|node| &node.thing)).collect();
        for node in self.merged.nodes() {
            prop_assert!(all.contains(&node.thing), "{} comes from nowhere", node.thing);
        }
        all.into_iter().try_for_each(|thing| self.thing(thing, sides.map(|side| side.get(thing))))
    }

    fn thing(&self, thing: &Thing, sides: [Option<&Node<'_>>; 3]) -> TestCaseResult {
        let result = self.merged.get(thing);
        match (sides, result) {
            ([_, Some(one), Some(other)], Some(result)) => {
                self.holder(thing, [sides[0], Some(one), Some(other)], result)?;
                self.fields(thing, sides, result)
            }
            // Added by one side.
            ([None, Some(one), None] | [None, None, Some(one)], Some(result)) => {
                prop_assert_eq!(&one.parent, &result.parent);
                same_fields(one, result)
            }
            // Removed by one side, kept for the sake of the other.
            ([Some(_), Some(one), None] | [Some(_), None, Some(one)], Some(result)) => {
                prop_assert!(self.is_reported(thing), "{} was removed and is there, unsaid", thing);
                prop_assert_eq!(&one.parent, &result.parent);
                same_fields(one, result)
            }
            ([Some(base), Some(one), None] | [Some(base), None, Some(one)], None) => {
                prop_assert_eq!(&base.parent, &one.parent, "{} was moved and is gone", thing);
                same_fields(base, one)
            }
            ([Some(_), None, None], None) => Ok(()),
            (_, None) => Err(TestCaseError::fail(format!("{thing} is gone"))),
            ([_, None, None], Some(_)) => {
                prop_assert!(self.is_reported(thing), "{} was removed by both and is there, unsaid", thing);
                Ok(())
            }
        }
    }

    fn holder(&self, thing: &Thing, sides: [Option<&Node<'_>>; 3], result: &Node<'_>) -> TestCaseResult {
        let [base, ours, theirs] = sides.map(|node| node.map(|node| &node.parent));
        let found = Some(&result.parent);
        let expected = if theirs == base || ours == theirs { ours } else { theirs };
        if (ours == theirs || ours == base || theirs == base) && found == expected {
            return Ok(());
        }
        prop_assert!(self.is_reported(thing), "{} stands in {:?}, unsaid", thing, found);
        Ok(())
    }

    fn fields(&self, thing: &Thing, sides: [Option<&Node<'_>>; 3], result: &Node<'_>) -> TestCaseResult {
        let keys = sides.iter().flatten().chain([&result]).flat_map(|node| node.fields());
        let keys: HashSet<&str> = keys.map(|(key, _)| key).collect();
        keys.into_iter().try_for_each(|key| {
            let sides = sides.map(|node| node.and_then(|node| node.object.get(key)));
            self.field(&Place::field(thing, key), sides, result.object.get(key))
        })
    }

    fn field(&self, at: &Place, sides: [Option<&Value>; 3], result: Option<&Value>) -> TestCaseResult {
        let [base, ours, theirs] = sides;
        if ours == theirs || theirs == base {
            prop_assert_eq!(ours, result, "{}", at);
        } else if ours == base {
            prop_assert_eq!(theirs, result, "{}", at);
        } else if let (None | Some(Value::Object(_)), Some(Value::Object(mine)), Some(Value::Object(their))) =
            (base, ours, theirs)
        {
            let keys = base.and_then(Value::as_object).into_iter().chain([mine, their]);
            let keys: HashSet<&String> = keys.flat_map(Map::keys).collect();
            return keys.into_iter().try_for_each(|key| {
                let sides = sides.map(|side| side.and_then(|side| side.get(key)));
                self.field(&at.join(key), sides, result.and_then(|result| result.get(key)))
            });
        } else {
            prop_assert!(self.conflicts.contains(at.to_string().as_str()), "{} is not reported", at);
            let is_held = if base.is_some() { result == base } else { result == ours || result == theirs };
            prop_assert!(is_held, "{} is {:?}", at, result);
        }
        Ok(())
    }

    /// Where the sides agree on the order of what both hold, each finds its own order again.
    fn orders(&self) -> TestCaseResult {
        for holder in self.merged.nodes() {
            for list in holder.thing.lists() {
                let of = |side: &Outline<'_>| -> Vec<Thing> {
                    let things = side.children(&holder.thing).iter().filter(|thing| thing.list() == *list);
                    things.cloned().collect()
                };
                let [ours, theirs, merged] = [&self.ours, &self.theirs, &self.merged].map(of);
                if both(&ours, &theirs) == both(&theirs, &ours) {
                    prop_assert_eq!(both(&ours, &merged), both(&merged, &ours));
                    prop_assert_eq!(both(&theirs, &merged), both(&merged, &theirs));
                } else {
                    let common = both(&both(&merged, &ours), &theirs);
                    let is_of = |side: &[Thing]| common == both(side, &common);
                    prop_assert!(is_of(&ours) || is_of(&theirs), "an order of nobody: {:?}", common);
                }
            }
        }
        Ok(())
    }
}

fn both(one: &[Thing], other: &[Thing]) -> Vec<Thing> {
    one.iter().filter(|thing| other.contains(thing)).cloned().collect()
}

fn same_fields(one: &Node<'_>, other: &Node<'_>) -> TestCaseResult {
    let fields = |node: &Node<'_>| -> Map<String, Value> {
        node.fields().map(|(key, value)| (key.to_owned(), value.clone())).collect()
    };
    prop_assert_eq!(fields(one), fields(other));
    Ok(())
}

/// What stands in a document and where, whatever the order.
fn content(document: &Value) -> BTreeMap<String, (String, Map<String, Value>)> {
    let outline = Outline::of(document).unwrap();
    let said = |node: &Node<'_>| {
        let fields = node.fields().map(|(key, value)| (key.to_owned(), value.clone())).collect();
        (node.thing.to_string(), (node.parent.to_string(), fields))
    };
    outline.nodes().iter().map(said).collect()
}

fn mirrored(conflict: &Conflict) -> Conflict {
    Conflict { ours: conflict.theirs.clone(), theirs: conflict.ours.clone(), ..conflict.clone() }
}

/// Saved, read again and understood as what it is.
fn reopens(value: &Value) -> TestCaseResult {
    let text = serde_json::to_string_pretty(value).unwrap();
    prop_assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), value);
    prop_assert_eq!(check_sound(value), Ok(()));
    let understood = if value.get("units").is_some() {
        serde_json::from_str::<UnitsFile>(&text).map(drop)
    } else {
        serde_json::from_str::<Plan>(&text).map(drop)
    };
    prop_assert!(understood.is_ok(), "{:?}", understood);
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nothing_is_lost_outside_a_reported_conflict(copies in copies()) {
        let Copies { base, ours, theirs } = &copies;
        let merged = merge(base, ours, theirs);
        reopens(&merged.value)?;
        let is_whole = merged.conflicts.iter().any(|conflict| conflict.at.is_empty());
        if is_whole {
            prop_assert_eq!(&merged.conflicts[0].ours, &Some(ours.clone()));
            prop_assert_eq!(&merged.conflicts[0].theirs, &Some(theirs.clone()));
            return Ok(());
        }
        let judged = Judged::of(&copies, &merged);
        judged.all_things()?;
        judged.orders()?;
    }

    #[test]
    fn the_sides_may_change_places(copies in copies()) {
        let Copies { base, ours, theirs } = &copies;
        let (one, other) = (merge(base, ours, theirs), merge(base, theirs, ours));
        prop_assert_eq!(one.value.to_string(), other.value.to_string());
        prop_assert_eq!(one.conflicts, other.conflicts.iter().map(mirrored).collect::<Vec<_>>());
    }

    #[test]
    fn what_one_side_alone_did_or_both_did_alike_is_what_comes_of_it(copies in copies()) {
        let Copies { base, ours, .. } = &copies;
        for merged in [merge(base, ours, base), merge(base, base, ours), merge(base, ours, ours)] {
            prop_assert_eq!(&merged.value.to_string(), &ours.to_string());
            prop_assert_eq!(merged.conflicts, vec![]);
        }
        // Not by the short way: the other side, or both, did something else besides.
        let besides = |value: &Value| {
            let mut value = value.clone();
            value["x-besides"] = json!(1);
            value
        };
        let (ours_too, base_too) = (besides(ours), besides(base));
        for merged in [merge(base, ours, &base_too), merge(base, &ours_too, ours)] {
            prop_assert_eq!(&merged.value, &ours_too);
            prop_assert_eq!(merged.conflicts, vec![]);
        }
    }

    #[test]
    fn what_is_merged_already_adds_nothing(copies in copies()) {
        let Copies { base, ours, theirs } = &copies;
        let merged = merge(base, ours, theirs);
        if merged.conflicts.is_empty() {
            for side in [ours, theirs] {
                let again = merge(base, &merged.value, side);
                prop_assert_eq!(again.conflicts, vec![]);
                prop_assert_eq!(content(&again.value), content(&merged.value));
            }
        }
    }

    #[test]
    fn three_copies_come_to_the_same_whichever_two_are_merged_first((base, [one, two, three]) in copies_of_three()) {
        let left = merge(&base, &one, &two);
        let right = merge(&base, &two, &three);
        let (first, last) = (merge(&base, &left.value, &three), merge(&base, &one, &right.value));
        if [&left, &right, &first, &last].iter().all(|merged| merged.conflicts.is_empty()) {
            prop_assert_eq!(content(&first.value), content(&last.value));
        }
    }

    /// The way of a save: what the typed plan changed is laid over the file as another left it.
    #[test]
    fn a_merge_is_the_edits_of_one_side_on_the_other_where_they_do_not_meet(copies in copies()) {
        let Copies { base, ours, theirs } = &copies;
        let merged = merge(base, ours, theirs);
        let mut applied = theirs.clone();
        if merged.conflicts.is_empty() && apply_all(&mut applied, &diff(base, ours)).is_ok() {
            prop_assert_eq!(content(&applied), content(&merged.value));
        }
    }

    #[test]
    fn what_the_type_does_not_know_survives_a_save(copies in copies()) {
        let Copies { base, ours, .. } = &copies;
        let typed = |value: &Value| serde_json::from_value::<Plan>(value.clone()).and_then(serde_json::to_value);
        if let (Ok(old), Ok(new)) = (typed(base), typed(ours)) {
            let laid = overlay(base, &old, &new);
            prop_assert_eq!(typed(&laid).unwrap(), new);
            prop_assert_eq!(&laid["x-kept"], &base["x-kept"]);
        }
    }
}
