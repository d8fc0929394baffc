//! What holds for every pair and triple of documents.

mod deeds;
mod triples;
mod wild;

use std::collections::HashSet;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{Side, apply, apply_all, check_sound, diff, inverse, inverse_all, merge, merge_taking};

/// One thing of a generated document, before it is put into its holder.
#[derive(Debug, Clone)]
struct Seed {
    id: &'static str,
    holder: usize,
    title: u8,
    entries: Vec<&'static str>,
    extra: Option<u8>,
    bare: bool,
}

const SECTIONS: [&str; 3] = ["s1", "s2", "s3"];
const TASKS: [&str; 8] = ["k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8"];

fn some_of(ids: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(ids, 0..=ids.len()).prop_shuffle()
}

fn seed(id: &'static str) -> impl Strategy<Value = Seed> {
    let extra = proptest::option::of(0..3_u8);
    (0..20_usize, 0..2_u8, some_of(&["a", "b", "c"]), extra, any::<bool>()).prop_map(
        move |(holder, title, entries, extra, bare)| Seed { id, holder, title, entries, extra, bare },
    )
}

/// A plan whose ids come from a small stock, so that any two of them share things in other places.
fn document() -> impl Strategy<Value = Value> {
    let tasks = some_of(&TASKS).prop_flat_map(|ids| ids.into_iter().map(seed).collect::<Vec<_>>());
    (some_of(&SECTIONS), tasks, 0..3_u8, proptest::option::of(0..2_u8)).prop_map(
        |(sections, seeds, title, extra)| {
            let mut plan = Map::new();
            plan.insert("title".into(), json!(title));
            plan.extend(extra.map(|n| ("signatory".to_owned(), json!({ "name": n, "position": title }))));
            let sections: Vec<Value> =
                sections.iter().map(|id| section(id, &seeds, sections.len())).collect();
            plan.insert("sections".into(), Value::Array(sections));
            Value::Object(plan)
        },
    )
}

/// A section with the seeds that fall to it: those whose holder is a section, and below them the rest.
fn section(id: &str, seeds: &[Seed], sections: usize) -> Value {
    let rank = SECTIONS.iter().position(|known| *known == id).unwrap_or(0);
    let roots = seeds.iter().enumerate().filter(|(n, seed)| match seed.holder % (n + 2) {
        0 => sections == 1 || seed.holder % 3 == rank,
        _ => false,
    });
    let tasks: Vec<Value> = roots.map(|(n, _)| task(n, seeds)).collect();
    json!({ "id": id, "title": rank, "tasks": tasks })
}

fn task(n: usize, seeds: &[Seed]) -> Value {
    let Seed { id, title, entries, extra, bare, .. } = &seeds[n];
    let below = seeds.iter().enumerate().filter(|(m, seed)| *m > n && seed.holder % (m + 2) == n + 1);
    let tasks: Vec<Value> = below.map(|(m, _)| task(m, seeds)).collect();
    let timeline: Vec<Value> = entries.iter().map(|id| json!({ "id": id, "when": title })).collect();
    let mut task = json!({ "id": id, "title": title });
    for (list, things) in [("timeline", timeline), ("tasks", tasks)] {
        if !(things.is_empty() && *bare) {
            task[list] = Value::Array(things);
        }
    }
    if let Some(extra) = extra {
        task["x-extra"] = json!({ "deep": extra, "same": true });
    }
    task
}

/// The ids of all tasks and sections.
fn ids(value: &Value) -> Vec<String> {
    let lists = ["sections", "tasks"].iter().filter_map(|list| value.get(list)?.as_array()).flatten();
    lists
        .flat_map(|thing| {
            std::iter::once(thing["id"].as_str().unwrap_or_default().to_owned()).chain(ids(thing))
        })
        .collect()
}

/// What our side makes of a field that theirs may have changed too.
fn merge_of_fields([base, ours, theirs]: [&Value; 3], key: &str) -> Value {
    let said = if ours[key] == base[key] { theirs } else { ours };
    said[key].clone()
}

proptest! {
    #[test]
    fn a_difference_applied_turns_the_one_into_the_other((old, new) in (document(), document())) {
        let mut document = old.clone();
        apply_all(&mut document, &diff(&old, &new)).unwrap();
        prop_assert_eq!(&document, &new);
        apply_all(&mut document, &inverse_all(&diff(&old, &new))).unwrap();
        prop_assert_eq!(&document, &old);
    }

    #[test]
    fn an_edit_and_its_inverse_are_the_identity((old, new) in (document(), document())) {
        let mut document = old.clone();
        for edit in diff(&old, &new) {
            let before = document.clone();
            apply(&mut document, &edit).unwrap();
            let after = document.clone();
            apply(&mut document, &inverse(&edit)).unwrap();
            prop_assert_eq!(&document, &before);
            prop_assert_eq!(inverse(&inverse(&edit)), edit);
            document = after;
        }
    }

    #[test]
    fn a_merge_is_symmetric((base, ours, theirs) in (document(), document(), document())) {
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(one.value.to_string(), other.value.to_string());
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        for (mine, their) in one.conflicts.iter().zip(&other.conflicts) {
            prop_assert_eq!(&mine.at, &their.at);
            prop_assert_eq!((&mine.ours, &mine.theirs), (&their.theirs, &their.ours));
        }
    }

    #[test]
    fn whoever_takes_one_side_gets_a_sound_document((base, ours, theirs) in (document(), document(), document())) {
        let taken = merge_taking(&base, &ours, &theirs, Side::Ours);
        let mirrored = merge_taking(&base, &theirs, &ours, Side::Theirs);
        prop_assert_eq!(&taken, &mirrored);
        if let Ok(value) = taken {
            check_sound(&value).unwrap();
            // Where nothing less than the whole documents can be decided, one side is taken whole.
            let title = merge_of_fields([&base, &ours, &theirs], "title");
            prop_assert!(value == ours || value["title"] == title, "{} is not {title}", value["title"]);
        }
    }

    #[test]
    fn a_merge_has_no_id_twice_and_loses_nothing((base, ours, theirs) in (document(), document(), document())) {
        let merged = merge(&base, &ours, &theirs);
        let all = ids(&merged.value);
        let distinct: HashSet<String> = all.iter().cloned().collect();
        prop_assert_eq!(distinct.len(), all.len());
        let whole = merged.conflicts.iter().any(|conflict| conflict.at.is_empty());
        prop_assume!(!whole, "a conflict of the whole documents carries both");
        for side in [&ours, &theirs] {
            for added in ids(side).iter().filter(|id| !ids(&base).contains(id)) {
                prop_assert!(distinct.contains(added), "{} was added and is gone", added);
            }
        }
    }

    #[test]
    fn a_change_of_one_side_alone_is_taken((base, ours) in (document(), document())) {
        prop_assert_eq!(&merge(&base, &ours, &base).value, &ours);
        // Through the things as well, where the other side adds an unrelated field.
        let mut theirs = base.clone();
        theirs["x-theirs"] = json!(1);
        let mut expected = ours.clone();
        expected["x-theirs"] = json!(1);
        let merged = merge(&base, &ours, &theirs);
        prop_assert_eq!(merged.conflicts, vec![]);
        prop_assert_eq!(merged.value, expected);
    }
}
