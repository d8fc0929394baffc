//! Eight processes at one workspace: every update and every edit of each is there in the end.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tiendo::domain::{Act, Change, Edit, Update};
use tiendo::store::{FileName, Folder, JournalName, StoreError, to_bytes};
use tiendo::workspace::{Options, Workspace, WorkspaceError};

use super::figure;
use super::writer::{this_test, told_in};

const WRITERS: usize = 8;
/// Tells a process where to write, as whom, and how often.
const WORKSPACE: &str = "TIENDO_TEST_WORKSPACE";
const NUMBER: &str = "TIENDO_TEST_NUMBER";
const SAVES: &str = "TIENDO_TEST_SAVES";
/// What a process says when it waited in vain, and in the end of its longest save in milliseconds.
const VAIN: &str = "waited in vain";
const LONGEST: &str = "longest";

/// One of the crowd, by turns marking a task and editing a field of its own: the `w`th of a task's fields.
#[test]
#[ignore = "it is started by the other tests"]
fn member() {
    let variable = |name| std::env::var(name).unwrap();
    let (number, saves): (usize, usize) =
        (variable(NUMBER).parse().unwrap(), variable(SAVES).parse().unwrap());
    let folder = Some(variable(WORKSPACE).into());
    let by = Some(format!("w{number}"));
    let workspace = Workspace::open(Options { folder, by, ..Options::default() }).unwrap();
    let mut longest = Duration::ZERO;
    for turn in 0..saves {
        let task = turn / 2;
        let change = if turn % 2 == 0 { note(number, turn) } else { edit(number, task) };
        let began = Instant::now();
        // Who waited five seconds is told so and tries again.
        while let Err(error) = workspace.commit(vec![change.clone()]) {
            assert!(matches!(error, WorkspaceError::Store(StoreError::Waits { .. })), "{error}");
            println!("{VAIN}");
        }
        longest = longest.max(began.elapsed());
    }
    println!("\n{LONGEST} {}", longest.as_millis());
}

fn note(number: usize, turn: usize) -> Change {
    let note = Some(format!("{number}-{turn}"));
    let update = Update { task: "t0".into(), note, ..Update::default() };
    Change::Update { plan: "a".into(), update }
}

fn edit(number: usize, task: usize) -> Change {
    let at = format!("tasks/t{task}/x-{number}");
    let edit = Edit { at, new: Some(json!(format!("{number}-{task}"))), ..Edit::default() };
    Change::EditPlan { plan: "a".into(), edits: vec![edit] }
}

fn plan(tasks: usize) -> Value {
    let task = |n: usize| json!({"id": format!("t{n}"), "number": n.to_string(), "title": "Việc"});
    let tasks: Vec<Value> = (0..tasks).map(task).collect();
    json!({"format": "tiendo/plan", "version": 1, "id": "a", "title": "Kế hoạch", "year": 2026,
           "sections": [{"id": "s", "number": "I", "title": "Mục", "kind": "tasks", "tasks": tasks}]})
}

fn start(workspace: &Path, number: usize, saves: usize) -> Child {
    let mut command = this_test("crowd::member", &[]);
    command.env(WORKSPACE, workspace).env(NUMBER, number.to_string()).env(SAVES, saves.to_string());
    command.stderr(std::process::Stdio::piped());
    command.spawn().unwrap()
}

#[test]
fn eight_writers_lose_nothing_of_each_other() {
    let saves = figure(24, 500);
    let directory = tempfile::tempdir().unwrap();
    std::fs::create_dir(directory.path().join("plans")).unwrap();
    std::fs::write(directory.path().join("plans/a.json"), to_bytes(&plan(saves / 2)).unwrap()).unwrap();
    let crowd: Vec<Child> = (0..WRITERS).map(|number| start(directory.path(), number, saves)).collect();
    let (mut waited, mut longest) = (0, 0);
    for member in crowd {
        let output = member.wait_with_output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(output.status.success(), "{said}");
        waited += said.matches(VAIN).count();
        longest = told_in(&said, LONGEST).into_iter().fold(longest, u64::max);
    }
    look(directory.path(), saves);
    let all = WRITERS * saves;
    println!("{WRITERS} processes, {saves} saves each: {all} of {all} in history, all fields present");
    println!("the longest save took {longest} ms; who waited five seconds in vain: {waited}");
}

/// Every note and every edit is a line of the journal, in the order of its id, and every field is in the plan.
fn look(workspace: &Path, saves: usize) {
    let folder = Folder::open(workspace);
    let journal = folder.read_journal(&JournalName::Plan("a".parse().unwrap())).unwrap();
    assert_eq!((journal.findings.len(), journal.events.len()), (0, WRITERS * saves));
    assert!(journal.events.is_sorted_by(|one, next| one.id < next.id), "the order is that of writing");
    let told = |act: &Act| match act {
        Act::Update(update) => vec![update.note.clone().unwrap()],
        Act::Edit(edits) => edits.places(),
        other => panic!("{other:?}"),
    };
    let told: BTreeSet<String> = journal.events.iter().flat_map(|event| told(&event.act)).collect();
    assert_eq!(told.len(), WRITERS * saves, "a line stands twice");
    let plan = folder.document(&FileName::Plan("a".parse().unwrap())).unwrap().unwrap().value;
    for number in 0..WRITERS {
        for task in 0..saves / 2 {
            let field = &plan["sections"][0]["tasks"][task][format!("x-{number}")];
            assert_eq!(field, &json!(format!("{number}-{task}")));
        }
    }
}
