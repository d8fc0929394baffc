//! Copies of one document as people edit it: what stands in it, and deeds on it, made by hand and not by this module.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A deed by numbers, which are read against what stands in the document: any numbers are a deed there.
#[derive(Debug, Clone, Copy)]
pub struct Deed {
    kind: usize,
    thing: usize,
    place: usize,
    value: u8,
}

/// A document and the copies that two people made of it.
#[derive(Debug, Clone)]
pub struct Copies {
    pub base: Value,
    pub ours: Value,
    pub theirs: Value,
}

/// What a deed may be; each is called with the document, the deed and the ids that are its writer's own.
const DEEDS: [fn(&mut Value, Deed, &str); 14] = [
    add_task,
    add_task,
    remove_task,
    move_task,
    retitle,
    reassign,
    add_entry,
    retime,
    remove_entry,
    note_unknown,
    fill_or_clear,
    change_letterhead,
    change_sections,
    change_units,
];

fn deeds(most: usize) -> impl Strategy<Value = Vec<Deed>> {
    let deed = (0..DEEDS.len(), 0..40_usize, 0..40_usize, 0..3_u8);
    let deed = deed.prop_map(|(kind, thing, place, value)| Deed { kind, thing, place, value });
    proptest::collection::vec(deed, 0..=most)
}

/// A document of a few things, and up to six deeds of each side on it.
pub fn copies() -> impl Strategy<Value = Copies> {
    (any::<bool>(), deeds(20), deeds(6), deeds(6)).prop_map(|(is_plan, first, ours, theirs)| {
        let base = done(if is_plan { plan() } else { directory() }, &first, "b");
        let (ours, theirs) = (done(base.clone(), &ours, "o"), done(base.clone(), &theirs, "t"));
        Copies { base, ours, theirs }
    })
}

/// A document and the copies that three people made of it.
pub fn copies_of_three() -> impl Strategy<Value = (Value, [Value; 3])> {
    (deeds(20), deeds(3), deeds(3), deeds(3)).prop_map(|(first, one, two, three)| {
        let base = done(plan(), &first, "b");
        let sides = [(one, "o"), (two, "t"), (three, "u")].map(|(deeds, by)| done(base.clone(), &deeds, by));
        (base, sides)
    })
}

fn done(mut document: Value, deeds: &[Deed], by: &str) -> Value {
    for (turn, deed) in deeds.iter().enumerate() {
        DEEDS[deed.kind](&mut document, *deed, &format!("{by}{turn}"));
    }
    document
}

fn plan() -> Value {
    json!({
        "format": "tiendo/plan", "version": 1, "id": "12-kh-x-2026", "number": null, "title": "0", "year": 2026,
        "x-kept": {"list": [1, 2.5], "deep": {"a": 0}},
        "sections": [{"id": "s1", "number": "I", "title": "0", "kind": "tasks", "tasks": []},
                     {"id": "s2", "number": "II", "title": "0", "kind": "organization"}],
        "signatory": {"position": "GIÁM ĐỐC", "name": null},
    })
}

fn directory() -> Value {
    let unit = |name: &str| json!({"name": name, "x-phone": 0});
    json!({"format": "tiendo/units", "version": 1, "units": [unit("A"), unit("B"), unit("C/D")]})
}

/// The JSON pointers of all that stands in lists of a name, at any depth.
fn all(document: &Value, list: &str) -> Vec<String> {
    let mut found = Vec::new();
    gather(document, "", list, &mut found);
    found
}

fn gather(value: &Value, at: &str, list: &str, found: &mut Vec<String>) {
    for name in ["sections", "tasks", "timeline", "units"] {
        for (n, item) in value.get(name).and_then(Value::as_array).into_iter().flatten().enumerate() {
            let below = format!("{at}/{name}/{n}");
            gather(item, &below, list, found);
            if name == list {
                found.push(below);
            }
        }
    }
}

/// The thing that a number names among those of a list.
fn chosen<'d>(document: &'d mut Value, list: &str, number: usize) -> Option<&'d mut Map<String, Value>> {
    let found = all(document, list);
    let at = found.get(number % found.len().max(1))?;
    document.pointer_mut(at)?.as_object_mut()
}

/// Whatever may hold tasks: a section or a task.
fn holder(document: &mut Value, number: usize) -> Option<&mut Map<String, Value>> {
    let found: Vec<String> = ["sections", "tasks"].iter().flat_map(|list| all(document, list)).collect();
    let at = found.get(number % found.len().max(1))?;
    document.pointer_mut(at)?.as_object_mut()
}

fn put_into(holder: &mut Map<String, Value>, list: &str, place: usize, thing: Value) {
    let there = holder.entry(list).or_insert_with(|| json!([]));
    if let Some(there) = there.as_array_mut() {
        there.insert(place % (there.len() + 1), thing);
    }
}

fn take(document: &mut Value, list: &str, number: usize) -> Option<Value> {
    let found = all(document, list);
    let at = found.get(number % found.len().max(1))?;
    let (list, index) = at.rsplit_once('/')?;
    let items = document.pointer_mut(list)?.as_array_mut()?;
    Some(items.remove(index.parse().ok()?))
}

fn add_task(document: &mut Value, deed: Deed, id: &str) {
    let mut task =
        json!({"id": id, "title": deed.value.to_string(), "timeline": [{"id": "a", "when": "2026"}]});
    if deed.value > 0 {
        task["tasks"] = json!([]);
    }
    if let Some(holder) = holder(document, deed.thing) {
        put_into(holder, "tasks", deed.place, task);
    }
}

fn remove_task(document: &mut Value, deed: Deed, _: &str) {
    take(document, "tasks", deed.thing);
}

fn move_task(document: &mut Value, deed: Deed, _: &str) {
    let Some(task) = take(document, "tasks", deed.thing) else { return };
    if let Some(holder) = holder(document, deed.place) {
        put_into(holder, "tasks", deed.thing, task);
    }
}

fn retitle(document: &mut Value, deed: Deed, _: &str) {
    if let Some(task) = chosen(document, "tasks", deed.thing) {
        task.insert("title".into(), deed.value.to_string().into());
    }
}

fn reassign(document: &mut Value, deed: Deed, _: &str) {
    let role = ["lead", "coordinate", "monitor"][usize::from(deed.value)];
    let unit = ["Sở Nội vụ", "Thanh tra tỉnh"][deed.place % 2];
    if let Some(task) = chosen(document, "tasks", deed.thing) {
        task.insert("assignments".into(), json!([{"role": role, "unit": unit}]));
    }
}

/// Adds an entry by the next letter, which the other side may take as well.
fn add_entry(document: &mut Value, deed: Deed, _: &str) {
    let Some(task) = chosen(document, "tasks", deed.thing) else { return };
    let there = task.get("timeline").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_free = |id: &&str| there.iter().all(|entry| entry["id"] != *id);
    if let Some(id) = ["a", "b", "c", "d"].iter().copied().find(is_free) {
        let entry = json!({"id": id, "when": when(deed), "text": "x"});
        put_into(task, "timeline", deed.place, entry);
    }
}

fn when(deed: Deed) -> &'static str {
    ["2026-Q1", "by 2026-10-15", "quarterly"][usize::from(deed.value)]
}

fn retime(document: &mut Value, deed: Deed, _: &str) {
    if let Some(entry) = chosen(document, "timeline", deed.thing) {
        entry.insert("when".into(), when(deed).into());
    }
}

fn remove_entry(document: &mut Value, deed: Deed, _: &str) {
    take(document, "timeline", deed.thing);
}

/// Writes something that this program does not know, deep in an object of its own.
fn note_unknown(document: &mut Value, deed: Deed, _: &str) {
    let list = ["tasks", "timeline", "sections", "units"][deed.place % 4];
    let key = ["a", "b/~", ""][deed.place % 3];
    if let Some(thing) = chosen(document, list, deed.thing) {
        let note = thing.entry("x-note").or_insert_with(|| json!({"deep": {}}));
        note["deep"][key] = json!(deed.value);
    }
}

fn fill_or_clear(document: &mut Value, deed: Deed, _: &str) {
    let Some(task) = chosen(document, "tasks", deed.thing) else { return };
    match deed.value {
        0 => drop(task.shift_remove("deliverable")),
        1 => drop(task.insert("deliverable".into(), Value::Null)),
        _ => drop(task.insert("deliverable".into(), "Báo cáo".into())),
    }
    // An empty list may be left out as well.
    if deed.place.is_multiple_of(4) && task.get("tasks").is_some_and(|tasks| *tasks == json!([])) {
        task.shift_remove("tasks");
    }
}

fn change_letterhead(document: &mut Value, deed: Deed, _: &str) {
    let value = deed.value;
    match deed.place % 4 {
        0 => document["title"] = json!(value.to_string()),
        1 => document["x-kept"]["deep"]["a"] = json!(value),
        2 => {
            document["signatory"] =
                if value == 0 { Value::Null } else { json!({"position": "P", "name": "A"}) }
        }
        _ if document["signatory"].is_object() => document["signatory"]["name"] = json!(value.to_string()),
        _ => document["place"] = Value::Null,
    }
}

/// Adds, removes, moves or turns round sections, whose ids are counted and not drawn.
fn change_sections(document: &mut Value, deed: Deed, _: &str) {
    let Some(sections) = document.get("sections").and_then(Value::as_array) else { return };
    let next = format!("s{}", sections.len() + 1);
    let is_free = sections.iter().all(|section| section["id"] != next);
    let Some(document) = document.as_object_mut() else { return };
    match deed.place % 5 {
        0 if is_free => {
            let section = json!({"id": next, "title": deed.value.to_string(), "kind": "tasks", "tasks": []});
            put_into(document, "sections", deed.thing, section);
        }
        1 if deed.value == 0 => take_and(document, "sections", deed, |_, _| {}),
        2 => take_and(document, "sections", deed, |document, section| {
            put_into(document, "sections", deed.thing, section);
        }),
        3 => turn_round(document, "sections"),
        _ => {
            let section = document["sections"].as_array_mut().and_then(|sections| sections.first_mut());
            if let Some(section) = section {
                section["title"] = json!(deed.value.to_string());
            }
        }
    }
}

/// Adds, removes, moves, turns round or changes units, whose names anybody may choose.
fn change_units(document: &mut Value, deed: Deed, _: &str) {
    if !document["units"].is_array() {
        return;
    }
    let name = ["A", "B", "C/D", "E", "~"][deed.thing % 5];
    let is_free =
        document["units"].as_array().is_some_and(|units| units.iter().all(|unit| unit["name"] != name));
    let Some(document) = document.as_object_mut() else { return };
    match deed.place % 5 {
        0 if is_free => {
            put_into(document, "units", deed.thing, json!({"name": name, "short": deed.value.to_string()}));
        }
        1 => take_and(document, "units", deed, |_, _| {}),
        2 => take_and(document, "units", deed, |document, unit| {
            put_into(document, "units", deed.place + deed.thing, unit);
        }),
        3 => turn_round(document, "units"),
        _ => {
            let units = document["units"].as_array_mut().into_iter().flatten();
            units
                .filter(|unit| unit["name"] == name)
                .for_each(|unit| unit["members"] = json!([deed.value.to_string()]));
        }
    }
}

fn take_and(
    document: &mut Map<String, Value>,
    list: &str,
    deed: Deed,
    then: impl FnOnce(&mut Map<String, Value>, Value),
) {
    let Some(items) = document.get_mut(list).and_then(Value::as_array_mut) else { return };
    if !items.is_empty() {
        let item = items.remove(deed.thing % items.len());
        then(document, item);
    }
}

fn turn_round(document: &mut Map<String, Value>, list: &str) {
    document.get_mut(list).and_then(Value::as_array_mut).into_iter().for_each(|items| items.reverse());
}
