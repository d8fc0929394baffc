//! The files of a workspace: plan, journal, units and settings are read, reckoned, drawn, and a save keeps what it must.
#![no_main]

use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use libfuzzer_sys::fuzz_target;
use ratatui::layout::Size;
use serde_json::Value;
use tempfile::TempDir;
use tiendo::domain::document::check_sound;
use tiendo::domain::{Change, Edit, TrackedPlan};
use tiendo::locale::Lang;
use tiendo::workspace::{Options, Snapshot, Workspace};
use tiendo_fuzz::{is_drawn_harmless, is_harmless, parts, reopens, screen_of, today};

const FILES: [&str; 4] = ["plans/a.json", "journal/a.jsonl", "units.json", "workspace.json"];

fuzz_target!(|data: &[u8]| {
    let root = folder();
    for name in FILES {
        let _ = fs::remove_file(root.join(name));
    }
    for (name, bytes) in FILES.into_iter().zip(parts(data)) {
        fs::write(root.join(name), bytes).expect("the folder can be written to");
    }
    let before = contents(root);
    let workspace = open(root);
    let snapshot = workspace.snapshot();
    assert_eq!(contents(root), before, "reading wrote");
    is_told(&workspace, &snapshot, before[0].as_deref());
    snapshot.plans.iter().for_each(|plan| is_reckoned(plan, &snapshot));
    is_drawn(&snapshot);
    if snapshot.plan("a").is_some() {
        is_kept_by_a_save(&workspace, &before[0].clone().unwrap_or_default());
    }
});

/// One folder for the whole run.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let made = || {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for below in ["plans", "journal"] {
            fs::create_dir(folder.path().join(below)).expect("a folder in it");
        }
        folder
    };
    FOLDER.get_or_init(made).path()
}

fn contents(root: &Path) -> [Option<Vec<u8>>; 4] {
    FILES.map(|name| fs::read(root.join(name)).ok())
}

fn open(root: &Path) -> Workspace {
    let options = Options {
        folder: Some(root.to_owned()),
        today: Some(today()),
        by: Some("lan".to_owned()),
        ..Options::default()
    };
    Workspace::open(options).expect("a folder that is there opens")
}

/// A plan opens, or a flaw names its file; every flaw is a harmless sentence.
fn is_told(workspace: &Workspace, snapshot: &Snapshot, plan: Option<&[u8]>) {
    let is_named = |file: &str| snapshot.unreadable.iter().any(|flaw| flaw.file == file);
    assert!(plan.is_none() || snapshot.plan("a").is_some() || is_named("plans/a.json"));
    for flaw in snapshot.unreadable.iter().chain(&snapshot.flaws).chain(&workspace.check()) {
        assert!(flaw.line.is_none_or(|line| line > 0) && flaw.column.is_none_or(|column| column > 0));
        [Lang::Vi, Lang::En].into_iter().for_each(|lang| is_harmless(&flaw.sentence(lang)));
    }
}

/// Every line is written as it was read, and in any order they come to the same.
fn is_reckoned(tracked: &TrackedPlan, snapshot: &Snapshot) {
    // What has a thing without a name opens too, is named by the check, and never saved.
    let value = serde_json::to_value(tracked.plan()).expect("a plan is JSON");
    if tracked.flaws(&snapshot.as_of()).is_empty() && check_sound(&value).is_ok() {
        reopens(tracked.plan());
    }
    for event in tracked.events() {
        let line = serde_json::to_string(event).expect("a line is JSON");
        let read = serde_json::from_str::<tiendo::domain::Event>(&line).expect("a line is read again");
        assert_eq!(read.id, event.id);
    }
    let mut turned = tracked.events().to_vec();
    turned.reverse();
    let turned = match tracked.is_unread() {
        true => TrackedPlan::unread(tracked.plan().clone(), &snapshot.as_of()),
        false => TrackedPlan::new(tracked.plan().clone(), turned, &snapshot.as_of()),
    };
    assert_eq!(turned.tally(), tracked.tally());
    for place in 0..tracked.outline().nodes().len() {
        assert_eq!(turned.standing(place), tracked.standing(place));
        let periods = tracked.periods(place, &snapshot.as_of());
        assert!(
            periods
                .iter()
                .all(|period| period.last.is_none_or(|last| period.first <= last || period.moves > 0))
        );
    }
}

fn is_drawn(snapshot: &Arc<Snapshot>) {
    for (width, height) in [(120, 36), (40, 12), (7, 3)] {
        let size = Size { width, height };
        is_drawn_harmless(&screen_of(snapshot, size), size);
    }
}

/// A new title changes the title alone, also beside what the program does not know.
fn is_kept_by_a_save(workspace: &Workspace, before: &[u8]) {
    let Ok(mut expected) = serde_json::from_slice::<Value>(before) else { return };
    let edit = Edit {
        at: "title".to_owned(),
        old: expected.get("title").cloned(),
        new: Some("Một tên mới".into()),
        ..Edit::default()
    };
    let change = Change::EditPlan { plan: "a".to_owned(), edits: vec![edit] };
    if workspace.commit(vec![change]).is_ok() {
        expected["title"] = "Một tên mới".into();
        let after = fs::read(workspace.path().join(FILES[0])).expect("the plan is there");
        assert_eq!(serde_json::from_slice::<Value>(&after).expect("the plan is JSON"), expected);
        assert!(open(workspace.path()).snapshot().plan("a").is_some());
    } else {
        let after = fs::read(workspace.path().join(FILES[0])).expect("the plan is there");
        assert_eq!(after, before, "a save that was refused wrote");
    }
}
