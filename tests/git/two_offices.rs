//! Two offices that write without knowing of each other, round after round, and share through a bare repository.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tiendo::domain::{Act, Change, Edit, Update};
use tiendo::store::{Folder, JournalName};
use tiendo::workspace::{Options, Side, Workspace};

use super::figure;
use super::office::{JOURNAL, Office, PLAN, Town};

/// A small source of numbers that are the same in every run of a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

const TASKS: usize = 12;

/// What one office writes in a round: remarks, edits of fields, new tasks.
fn write(
    office: &Office,
    dice: &mut Dice,
    round: usize,
    count: usize,
) -> (BTreeSet<String>, BTreeMap<String, Value>) {
    let folder = Some(office.workspace.clone());
    let workspace =
        Workspace::open(Options { folder, by: Some(office.by.clone()), ..Options::default() }).unwrap();
    let (mut notes, mut fields) = (BTreeSet::new(), BTreeMap::<String, Value>::new());
    for n in 0..count {
        let mark = format!("{}-{round}-{n}", office.by);
        let task = format!("t{}", dice.below(TASKS));
        let change = match dice.below(8) {
            0..4 => {
                notes.insert(mark.clone());
                let update = Update { task: task.as_str().into(), note: Some(mark), ..Update::default() };
                Change::Update { plan: "a".into(), update }
            }
            4 => {
                let at = format!("tasks/{mark}");
                let new = json!({"id": mark, "number": "9", "title": mark});
                fields.insert(format!("{at}/title"), json!(mark));
                let parent = Some("sections/s".to_owned());
                edit(Edit { at, new: Some(new), parent, after: Some(task), ..Edit::default() })
            }
            _ => {
                let at = format!("tasks/{task}/{}", ["title", "x-one", "x-two"][dice.below(3)]);
                let old = value_at(&office.read(PLAN), &at);
                let new = json!(mark);
                fields.insert(at.clone(), new.clone());
                edit(Edit { at, old, new: Some(new), ..Edit::default() })
            }
        };
        workspace.commit(vec![change]).unwrap();
    }
    (notes, fields)
}

fn edit(edit: Edit) -> Change {
    Change::EditPlan { plan: "a".into(), edits: vec![edit] }
}

/// What stands at `tasks/ID/FIELD`.
fn value_at(plan: &Value, at: &str) -> Option<Value> {
    let (id, field) = at.strip_prefix("tasks/").unwrap().split_once('/').unwrap();
    let tasks = plan["sections"][0]["tasks"].as_array().unwrap();
    tasks.iter().find(|task| task["id"] == id)?.get(field).cloned()
}

fn notes(office: &Office) -> BTreeSet<String> {
    let journal = JournalName::Plan("a".parse().unwrap());
    let events = Folder::open_for_reading(&office.workspace).read_journal(&journal).unwrap().events;
    let note = |act| if let Act::Update(update) = act { update.note } else { None };
    events.into_iter().filter_map(|event| note(event.act)).collect()
}

/// Decides every reported conflict, each for a side that the dice choose; which places those were.
fn decide(office: &Office, dice: &mut Dice) -> BTreeMap<String, Value> {
    let folder = Some(office.workspace.clone());
    let workspace =
        Workspace::open(Options { folder, by: Some(office.by.clone()), ..Options::default() }).unwrap();
    let mut decided = BTreeMap::new();
    for conflict in workspace.conflicts().unwrap() {
        let side = if dice.below(2) == 0 { Side::Ours } else { Side::Theirs };
        let taken = side.of(conflict.ours.clone(), conflict.theirs.clone()).unwrap();
        assert!(
            conflict.ours_by.is_some() && conflict.theirs_by.is_some(),
            "the journal tells who: {conflict:?}"
        );
        workspace.settle(std::slice::from_ref(&conflict), side).unwrap();
        decided.insert(conflict.at, taken);
    }
    decided
}

#[test]
fn a_line_that_does_not_end_swallows_none() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    for (office, note) in [(&lan, "của lan"), (&minh, "của minh")] {
        office.run(&["note", "a:I.1", note]);
    }
    let mut journal = lan.text(JOURNAL);
    journal.push_str("{\"id\": \"01");
    std::fs::write(lan.workspace.join(JOURNAL), journal).unwrap();
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    let both = BTreeSet::from(["của lan".to_owned(), "của minh".to_owned()]);
    assert_eq!((notes(&lan), notes(&minh)), (both.clone(), both));
}

#[test]
fn whatever_two_offices_write_is_there_in_the_end() {
    let (count, rounds) = (figure(20, 200), figure(3, 10));
    let town = Town::new();
    let [lan, minh] = town.two_offices(TASKS);
    let mut dice = Dice(20_261_121);
    let mut all_notes = BTreeSet::new();
    let mut expected: BTreeMap<String, Value> = BTreeMap::new();
    let mut conflicts = 0;
    for round in 0..rounds {
        let (of_lan, fields_of_lan) = write(&lan, &mut dice, round, count);
        let (of_minh, fields_of_minh) = write(&minh, &mut dice, round, count);
        all_notes.extend(of_lan.into_iter().chain(of_minh));
        lan.run(&["sync"]);
        let both: BTreeSet<&String> =
            fields_of_lan.keys().filter(|at| fields_of_minh.contains_key(*at)).collect();
        let (status, said) = minh.call(&["sync"]);
        assert_eq!(status, i32::from(!both.is_empty()), "{said}");
        let decided = decide(&minh, &mut dice);
        assert_eq!(
            decided.keys().collect::<BTreeSet<_>>(),
            both,
            "what both changed, and nothing else, is reported"
        );
        conflicts += decided.len();
        minh.run(&["sync"]);
        lan.run(&["sync"]);
        expected.extend(fields_of_lan.clone().into_iter().chain(fields_of_minh.clone()).chain(decided));
        assert_eq!(lan.text(PLAN), minh.text(PLAN));
        for (at, value) in &expected {
            assert_eq!(value_at(&lan.read(PLAN), at).as_ref(), Some(value), "{at} in round {round}");
        }
        assert_eq!((notes(&lan), notes(&minh)), (all_notes.clone(), all_notes.clone()));
    }
    for office in [&lan, &minh] {
        assert_eq!((office.findings().as_str(), office.git(&["status", "--porcelain"]).as_str()), ("", ""));
    }
    eprintln!(
        "{rounds} rounds, {count} changes a side: {} remarks, {} fields, {conflicts} conflicts decided, 0 lost",
        all_notes.len(),
        expected.len()
    );
}
