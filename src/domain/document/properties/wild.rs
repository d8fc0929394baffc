//! Whatever a file may hold: nothing here may panic, and what does come of it is as it must be.

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::super::{Place, apply_all, check_sound, diff, merge, overlay};

/// Any JSON, with the words of a plan among its keys and ids.
fn wild() -> impl Strategy<Value = Value> {
    let id = proptest::sample::select(vec!["", "a", "b", "s1", "a/b", "~"]).prop_map(Value::from);
    let leaf =
        prop_oneof![id, Just(Value::Null), any::<bool>().prop_map(Value::from), (0..3).prop_map(Value::from)];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let key = proptest::sample::select(vec![
            "id", "name", "sections", "tasks", "timeline", "units", "title", "", "a/b",
        ]);
        let fields = proptest::collection::vec((key, inner.clone()), 0..5);
        let object = |fields: Vec<(&str, Value)>| {
            fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>().into()
        };
        prop_oneof![fields.prop_map(object), proptest::collection::vec(inner, 0..4).prop_map(Value::from)]
    })
}

proptest! {
    #[test]
    fn any_json_is_merged_the_same_from_both_sides((base, ours, theirs) in (wild(), wild(), wild())) {
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(one.value.to_string(), other.value.to_string());
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        if ours == theirs {
            prop_assert_eq!(&one.value, &ours);
        } else if one.conflicts.is_empty() && [&base, &ours, &theirs].iter().all(|side| check_sound(side).is_ok()) {
            prop_assert_eq!(check_sound(&one.value), Ok(()));
        }
    }

    #[test]
    fn any_json_is_turned_into_any_other_by_their_difference((old, new) in (wild(), wild())) {
        let mut document = old.clone();
        prop_assert_eq!(apply_all(&mut document, &diff(&old, &new)), Ok(()));
        prop_assert_eq!(document, new);
    }

    #[test]
    fn any_json_bears_an_overlay((document, old, new) in (wild(), wild(), wild())) {
        prop_assert_eq!(overlay(&document, &old, &old), document.clone());
        prop_assert_eq!(overlay(&old, &old, &new), new.clone());
        let _ = overlay(&document, &old, &new);
    }

    #[test]
    fn any_place_is_printed_as_it_is_read(at in "(sections|tasks|units|timeline|a|~|~0|~1|/){0,6}") {
        let place = Place::from(at.as_str());
        prop_assert_eq!(Place::from(place.to_string().as_str()), place);
    }
}
