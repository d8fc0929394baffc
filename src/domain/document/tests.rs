//! Edits, differences and merges on small documents.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{Place, apply, diff, inverse, inverse_all, merge};
use crate::domain::edit::Edit;

fn plan() -> Value {
    json!({
        "format": "tiendo/plan", "version": 1, "id": "12-kh-x-2026", "number": null, "title": "Kế hoạch thử",
        "sections": [
            {"id": "s1", "number": "I", "title": "Mục đích", "kind": "purpose", "text": [], "tasks": []},
            {"id": "s2", "number": "II", "title": "Nội dung", "kind": "tasks", "x-color": "đỏ", "tasks": [
                {"id": "k1", "number": "1", "title": "Một", "timeline": [{"id": "a", "when": "2026-Q1", "text": ""}],
                 "tasks": [{"id": "k2", "title": "Một a", "tasks": []}]},
                {"id": "k3", "title": "Hai", "tasks": []},
                {"id": "k4", "title": "Ba", "tasks": []}
            ]}
        ],
        "signatory": {"position": "GIÁM ĐỐC", "name": null},
        "x-unknown": {"kept": [1, 2.5]}
    })
}

/// The plan with one change made by hand.
fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut plan = plan();
    change(&mut plan);
    plan
}

fn tasks(plan: &mut Value) -> &mut Vec<Value> {
    plan.pointer_mut("/sections/1/tasks").unwrap().as_array_mut().unwrap()
}

/// The edits between two documents, a line each, after checking that they work both ways.
fn edits(old: &Value, new: &Value) -> String {
    let edits = diff(old, new);
    let mut document = old.clone();
    for edit in &edits {
        apply(&mut document, edit).unwrap();
    }
    assert_eq!(&document, new);
    for edit in inverse_all(&edits) {
        apply(&mut document, &edit).unwrap();
    }
    assert_eq!(&document, old);
    edits.iter().map(|edit| serde_json::to_string(edit).unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn places_are_read_as_they_are_printed() {
    for at in [
        "",
        "title",
        "signatory/name",
        "sections/s2",
        "sections/s2/title",
        "tasks/k7qf/timeline/a/when",
        "tasks/k7qf",
        "units/Sở Nội vụ/short",
        "units/A~1B",
        "x/~/~0",
        "tasks",
        "~",
    ] {
        assert_eq!(Place::from(at).to_string(), at);
    }
}

#[test]
fn a_difference_names_fields_and_things() {
    let new = with(|plan| {
        plan["number"] = json!("12/KH-X");
        plan["signatory"]["name"] = json!("Nguyễn Văn A");
        plan["sections"][1]["tasks"][0]["timeline"][0]["when"] = json!("by 2026-05-01");
        tasks(plan)[1].as_object_mut().unwrap().insert("deliverable".into(), Value::Null);
    });
    assert_snapshot!(edits(&plan(), &new), @r#"
    {"at":"number","old":null,"new":"12/KH-X"}
    {"at":"signatory/name","old":null,"new":"Nguyễn Văn A"}
    {"at":"tasks/k1/timeline/a/when","old":"2026-Q1","new":"by 2026-05-01"}
    {"at":"tasks/k3/deliverable","new":null}
    "#);
}

#[test]
fn a_difference_of_structure_moves_what_stays() {
    let new = with(|plan| {
        let group = tasks(plan).remove(0);
        let child = group["tasks"][0].clone();
        tasks(plan)
            .push(json!({"id": "k9", "title": "Nhóm mới", "tasks": [child, {"id": "k8", "title": "Mới"}]}));
        tasks(plan).swap(0, 1);
    });
    assert_snapshot!(edits(&plan(), &new), @r#"
    {"at":"tasks/k4","parent":"sections/s2","from":{"parent":"sections/s2","after":"k3"}}
    {"at":"tasks/k9","new":{"id":"k9","title":"Nhóm mới","tasks":[{"id":"k8","title":"Mới"}]},"parent":"sections/s2","after":"k3"}
    {"at":"tasks/k2","parent":"tasks/k9","from":{"parent":"tasks/k1"}}
    {"at":"tasks/k1","old":{"id":"k1","number":"1","title":"Một","timeline":[{"id":"a","when":"2026-Q1","text":""}],"tasks":[]},"parent":"sections/s2","after":"k4"}
    "#);
}

#[test]
fn a_whole_plan_is_added_and_removed() {
    assert_eq!(diff(&Value::Null, &plan()).len(), 1);
    edits(&Value::Null, &plan());
    edits(&plan(), &Value::Null);
}

#[test]
fn null_and_absent_differ_also_in_the_journal() {
    let new = with(|plan| plan["number"] = json!("12/KH-X"));
    let edits = diff(&plan(), &new);
    let read: Vec<Edit> = serde_json::from_str(&serde_json::to_string(&edits).unwrap()).unwrap();
    assert_eq!(read, edits);
    assert_eq!(read[0].old, Some(Value::Null));
}

#[test]
fn an_edit_that_does_not_fit_is_refused_and_changes_nothing() {
    let refusal = |edit: Value| {
        let mut document = plan();
        let edit: Edit = serde_json::from_value(edit).unwrap();
        let error = apply(&mut document, &edit).unwrap_err();
        assert_eq!(document, plan());
        error.to_string()
    };
    let refusals = [
        json!({"at": "title", "old": "Khác", "new": "Mới"}),
        json!({"at": "tasks/k0/title", "old": "Khác", "new": "Mới"}),
        json!({"at": "tasks/k1/tiitle", "old": "Một", "new": "Mới"}),
        json!({"at": "tasks/k2", "new": {"id": "k2", "title": ""}, "parent": "sections/s2"}),
        json!({"at": "tasks/k9", "new": {"id": "k8", "title": ""}, "parent": "sections/s2"}),
        json!({"at": "tasks/k9", "new": {"id": "k9", "tasks": [{"id": "k1"}]}, "parent": "sections/s2"}),
        json!({"at": "tasks/k9", "new": {"id": "k9"}, "parent": "sections/s7"}),
        json!({"at": "tasks/k9", "new": {"id": "k9"}}),
        json!({"at": "tasks/k3", "old": {"id": "k3", "title": "Khác"}}),
        json!({"at": "tasks/k1", "parent": "tasks/k2", "from": {"parent": "sections/s2"}}),
        json!({"at": "tasks/k1", "parent": "sections/s1", "from": {"parent": "tasks/k4"}}),
        json!({"at": "tasks/k1", "parent": "sections/s1"}),
    ]
    .map(refusal);
    assert_snapshot!(refusals.join("\n"), @r#"
    "title" holds "Kế hoạch thử", not "Khác"
    "tasks/k0" is not there
    "tasks/k1/tiitle" holds nothing, not "Một"
    "tasks/k2" is there already
    what is to be added as "tasks/k9" bears another id
    "tasks/k1" is there already
    "sections/s7" is not there
    "tasks/k9" cannot stand in ""
    "tasks/k3" holds {"id":"k3","title":"Hai","tasks":[]}, not {"id":"k3","title":"Khác"}
    "tasks/k1" cannot stand in "tasks/k2"
    "tasks/k1" holds sections/s2, not tasks/k4
    the edit of "tasks/k1" does not say what was there and what shall be
    "#);
}

#[test]
fn documents_with_a_doubled_id_are_not_edited() {
    let mut document = with(|plan| {
        let task = tasks(plan)[1].clone();
        tasks(plan).push(task);
    });
    let edit = Edit { at: "title".into(), old: Some("Kế hoạch thử".into()), ..Edit::default() };
    assert_eq!(apply(&mut document, &edit).unwrap_err().to_string(), r#""tasks/k3" stands there twice"#);
    edits(&plan(), &document);
}

#[test]
fn a_renamed_unit_is_renamed_back() {
    let mut units = json!({"units": [{"name": "Sở A", "short": "A"}]});
    let edit = Edit {
        at: "units/Sở A/name".into(),
        old: Some("Sở A".into()),
        new: Some("Sở B".into()),
        ..Edit::default()
    };
    apply(&mut units, &edit).unwrap();
    assert_eq!(units["units"][0]["name"], "Sở B");
    apply(&mut units, &inverse(&edit)).unwrap();
    assert_eq!(units["units"][0]["name"], "Sở A");
}

#[test]
fn a_new_field_stands_where_the_format_has_it() {
    let mut document = plan();
    let edit = |at: &str| Edit { at: at.into(), new: Some("x".into()), ..Edit::default() };
    apply(&mut document, &edit("tasks/k3/text")).unwrap();
    apply(&mut document, &edit("tasks/k3/x-mine")).unwrap();
    let keys: Vec<&String> = document["sections"][1]["tasks"][1].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["id", "title", "text", "tasks", "x-mine"]);
}

/// Merges two changes of the plan, whichever side makes which, and shows the conflicts.
fn merged(ours: impl FnOnce(&mut Value), theirs: impl FnOnce(&mut Value)) -> (Value, String) {
    let (ours, theirs) = (with(ours), with(theirs));
    let merged = merge(&plan(), &ours, &theirs);
    let swapped = merge(&plan(), &theirs, &ours);
    assert_eq!(merged.value.to_string(), swapped.value.to_string());
    let shown = merged.conflicts.iter().map(|c| {
        let side = |value: &Option<Value>| value.as_ref().map_or("-".to_owned(), Value::to_string);
        format!("{}: {} | {} | {}", c.at, side(&c.base), side(&c.ours), side(&c.theirs))
    });
    (merged.value, shown.collect::<Vec<_>>().join("\n"))
}

#[test]
fn changes_of_different_fields_merge() {
    let (value, conflicts) = merged(
        |plan| {
            plan["sections"][1]["tasks"][0]["title"] = json!("Một mới");
            plan["signatory"]["name"] = json!("A");
        },
        |plan| {
            plan["sections"][1]["tasks"][0]["timeline"][0]["when"] = json!("2026-Q2");
            plan["signatory"]["position"] = json!("PHÓ");
            plan["x-unknown"]["more"] = json!(true);
        },
    );
    assert_eq!(conflicts, "");
    let task = &value["sections"][1]["tasks"][0];
    assert_eq!((&task["title"], &task["timeline"][0]["when"]), (&json!("Một mới"), &json!("2026-Q2")));
    assert_eq!(value["signatory"], json!({"position": "PHÓ", "name": "A"}));
    assert_eq!(value["x-unknown"], json!({"kept": [1, 2.5], "more": true}));
}

#[test]
fn tasks_added_on_both_sides_stay() {
    let (value, conflicts) = merged(
        |plan| tasks(plan).insert(1, json!({"id": "n1", "title": "Của tôi"})),
        |plan| {
            tasks(plan).insert(1, json!({"id": "n2", "title": "Của bạn"}));
            tasks(plan).push(json!({"id": "n3", "title": "Của bạn"}));
        },
    );
    assert_eq!(conflicts, "");
    let order: Vec<_> = value["sections"][1]["tasks"].as_array().unwrap().iter().map(|t| &t["id"]).collect();
    assert_eq!(order, ["k1", "n1", "n2", "k3", "k4", "n3"]);
}

#[test]
fn a_move_and_an_edit_of_the_same_task_merge() {
    let (value, conflicts) = merged(
        |plan| {
            let task = tasks(plan).remove(1);
            plan["sections"][0]["tasks"] = json!([task]);
        },
        |plan| {
            tasks(plan)[1]["title"] = json!("Hai mới");
            tasks(plan).swap(0, 2);
        },
    );
    assert_eq!(conflicts, "");
    assert_eq!(value["sections"][0]["tasks"][0]["title"], "Hai mới");
    let order: Vec<_> = value["sections"][1]["tasks"].as_array().unwrap().iter().map(|t| &t["id"]).collect();
    assert_eq!(order, ["k4", "k1"]);
}

#[test]
fn what_contradicts_is_a_conflict_that_shows_both() {
    let (value, same_field) = merged(|plan| plan["title"] = json!("A"), |plan| plan["title"] = json!("B"));
    assert_eq!(value["title"], "Kế hoạch thử");
    let (_, removed) =
        merged(|plan| drop(tasks(plan).remove(1)), |plan| tasks(plan)[1]["title"] = json!("Hai mới"));
    let (value, filled) = merged(
        |plan| drop(tasks(plan).remove(1)),
        |plan| tasks(plan)[1]["tasks"] = json!([{"id": "n1", "title": "Mới"}]),
    );
    assert_eq!(value["sections"][1]["tasks"][1]["tasks"][0]["id"], "n1");
    let (_, circle) = merged(
        |plan| {
            let task = tasks(plan).remove(1);
            tasks(plan)[1]["tasks"] = json!([task]);
        },
        |plan| {
            let task = tasks(plan).remove(2);
            tasks(plan)[1]["tasks"] = json!([task]);
        },
    );
    assert_snapshot!([same_field, removed, filled, circle].join("\n\n"), @r#"
    title: "Kế hoạch thử" | "A" | "B"

    tasks/k3: {"id":"k3","title":"Hai","tasks":[]} | - | {"id":"k3","title":"Hai mới","tasks":[]}

    tasks/k3: {"id":"k3","title":"Hai","tasks":[]} | - | {"id":"k3","title":"Hai","tasks":[{"id":"n1","title":"Mới"}]}

    tasks/k3: {"parent":"sections/s2"} | {"parent":"tasks/k4"} | {"parent":"sections/s2"}
    tasks/k4: {"parent":"sections/s2"} | {"parent":"sections/s2"} | {"parent":"tasks/k3"}
    "#);
}

#[test]
fn a_move_beside_a_circle_is_not_taken_back() {
    let task = |id: &str, inner: Vec<Value>| json!({"id": id, "title": id, "tasks": inner});
    let of = |all: &[Value]| with(|plan| *tasks(plan) = all.to_vec());
    let (a, b, c) = (task("a", vec![]), task("b", vec![]), task("c", vec![]));
    let base = of(&[task("a", vec![c.clone()]), b.clone()]);
    let ours = of(&[c.clone(), task("b", vec![a])]);
    let theirs = of(&[task("a", vec![b, c])]);
    let mut merged = merge(&base, &ours, &theirs);
    let places: Vec<&str> = merged.conflicts.iter().map(|conflict| conflict.at.as_str()).collect();
    assert_eq!(places, ["tasks/a", "tasks/b"]);
    let mut standing: Vec<_> = tasks(&mut merged.value).iter().map(|task| task["id"].clone()).collect();
    standing.sort_by_key(Value::to_string);
    assert_eq!(standing, ["a", "b", "c"]);
}

#[test]
fn what_both_added_in_their_own_way_can_be_read_until_it_is_decided() {
    let added = |when: &str| {
        with(|plan| {
            let entry = json!({"id": "b", "when": when, "text": ""});
            tasks(plan)[0]["timeline"].as_array_mut().unwrap().push(entry);
        })
    };
    let (ours, theirs) = (added("by 2026-05-01"), added("2026-Q2"));
    let merged = merge(&plan(), &ours, &theirs);
    assert_eq!(merged.conflicts[0].at, "tasks/k1/timeline/b/when");
    assert_eq!(merged.conflicts[0].base, None);
    assert_eq!(merged.value.pointer("/sections/1/tasks/0/timeline/1/when"), Some(&json!("2026-Q2")));
    let (ours, theirs) = (json!({"title": "A", "year": 2026}), json!({"title": "B", "year": 2026}));
    assert_eq!(merge(&Value::Null, &ours, &theirs).value, ours);
}

#[test]
fn a_merge_is_written_alike_on_both_sides() {
    let noted = |key: &str| with(|plan| plan["x-unknown"][key] = json!(1));
    let (ours, theirs) = (noted("b"), noted("a"));
    let [one, other] = [merge(&plan(), &ours, &theirs), merge(&plan(), &theirs, &ours)];
    assert_eq!(one.value.to_string(), other.value.to_string());
    assert!(one.value.to_string().ends_with(r#"{"kept":[1,2.5],"a":1,"b":1}}"#));
}
