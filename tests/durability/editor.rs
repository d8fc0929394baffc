//! An outside editor that knows of no lock writes the plan as fast as it can while somebody saves: what it wrote stays.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::{Value, json};
use tiendo::domain::{Change, Edit};
use tiendo::store::StoreError;
use tiendo::workspace::{Options, Workspace, WorkspaceError};

use super::figure;
use super::office::{Office, PLAN};

/// How an editor puts a text into a file.
type Writes = fn(&Path, &str);

fn by_rename(path: &Path, text: &str) {
    let beside = path.with_extension("editor");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}

fn in_place(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

/// Reads the plan, adds a number to a list in it, and writes it again, so many times; what is half written it reads anew.
fn edit_outside(path: &Path, edits: usize, writes: Writes) {
    for number in 0..edits {
        let mut plan = read(path);
        plan["x-outside"].as_array_mut().unwrap().push(json!(number));
        writes(path, &plan.to_string());
    }
}

fn read(path: &Path) -> Value {
    loop {
        if let Ok(plan) = serde_json::from_str(&fs::read_to_string(path).unwrap()) {
            return plan;
        }
    }
}

/// Saves edits of a task until it is told to end: how many were acknowledged, how many refused.
fn save(workspace: &Workspace, ends: &AtomicBool) -> [usize; 2] {
    let mut counts = [0, 0];
    for number in 0.. {
        if ends.load(Ordering::Relaxed) {
            break;
        }
        let edit =
            Edit { at: format!("tasks/aaaa/x-{}", number % 40), new: Some(json!(number)), ..Edit::default() };
        let change = Change::EditPlan { plan: "45-kh-syt-2026".into(), edits: vec![edit] };
        match workspace.commit(vec![change]) {
            Ok(_) => counts[0] += 1,
            Err(WorkspaceError::Store(StoreError::Changed(_)) | WorkspaceError::Unreadable(_)) => {
                counts[1] += 1;
            }
            Err(WorkspaceError::Store(StoreError::Unreadable(_)) | WorkspaceError::Edit(_)) => counts[1] += 1,
            Err(error) => panic!("{error}"),
        }
    }
    counts
}

/// How many of an editor's edits are there in the end.
fn kept(writes: Writes, name: &str) -> [usize; 2] {
    let edits = figure(300, 3_000);
    let office = Office::new();
    let path = office.workspace.join(PLAN);
    let mut plan = read(&path);
    plan["x-outside"] = json!([]);
    by_rename(&path, &plan.to_string());
    let folder = Some(office.workspace.clone());
    let workspace = Workspace::open(Options { folder, ..Options::default() }).unwrap();
    let ends = AtomicBool::new(false);
    let [saved, refused] = thread::scope(|scope| {
        let saver = scope.spawn(|| save(&workspace, &ends));
        let editor = scope.spawn(|| edit_outside(&path, edits, writes));
        let edited = editor.join();
        ends.store(true, Ordering::Relaxed);
        edited.unwrap();
        saver.join().unwrap()
    });
    let plan = read(&path);
    let there = plan["x-outside"].as_array().unwrap().len();
    println!("{name}: {there} of {edits} outside edits kept; {saved} saves made, {refused} refused");
    assert_eq!(office.flaws(), []);
    [there, edits]
}

#[test]
fn what_an_editor_put_in_place_of_the_plan_stays() {
    let [there, edits] = kept(by_rename, "by rename");
    assert!(there * 100 >= edits * 80, "{there} of {edits}");
}

#[test]
fn what_an_editor_wrote_into_the_plan_stays() {
    let [there, edits] = kept(in_place, "in place");
    assert!(there * 100 >= edits * 50, "{there} of {edits}");
}
