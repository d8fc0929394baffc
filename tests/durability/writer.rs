//! A process that saves and tells of each save once it is acknowledged; it is there to be killed.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Write, stdin};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tiendo::domain::{Act, Event, EventId, Update};
use tiendo::store::{FileName, Folder, Hash, JournalName, PlanId, next_id};

pub const PLAN: &str = "plans/a.json";
/// Tells the process in which workspace to write.
const WORKSPACE: &str = "TIENDO_TEST_WORKSPACE";
/// Tells it how many saves to make.
const SAVES: &str = "TIENDO_TEST_SAVES";
/// Tells it to wait for a line before every step.
const WAITS: &str = "TIENDO_TEST_WAITS";

/// A plan that says how often it was saved, and is longer than a block of the disk.
fn plan(n: u64) -> String {
    format!("{{\"id\": \"a\", \"saves\": {n}, \"padding\": \"{}\"}}\n", "đ".repeat(3_000))
}

fn plan_id() -> PlanId {
    "a".parse().unwrap()
}

/// Appends one event and replaces the plan, each told on the standard output once it is acknowledged or refused.
fn save(folder: &Folder, n: u64) {
    let tell = |what: &str| drop(writeln!(std::io::stdout(), "\n{what} {n}"));
    wait();
    let Ok(guard) = folder.lock() else { return tell("refused-lock") };
    let journal = JournalName::Plan(plan_id());
    let Ok(last) = folder.last_id(&journal) else { return tell("refused-journal") };
    let update = Update { task: "k1".into(), note: Some(n.to_string()), ..Update::default() };
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-10T08:15:00+07:00").unwrap();
    let id = next_id(last, 1_700_000_000_000, n.into());
    let event = Event { id, at, by: "lan".to_owned(), batch: None, act: Act::Update(update) };
    match guard.append(&journal, &[event]) {
        Ok(_) => tell("appended"),
        Err(_) => tell("refused-append"),
    }
    wait();
    let stands = fs::read(folder.root().join(PLAN)).unwrap();
    match guard.replace(&FileName::Plan(plan_id()), plan(n).as_bytes(), Some(&Hash::of(&stands))) {
        Ok(_) => tell("replaced"),
        Err(_) => tell("refused-replace"),
    }
}

/// Waits to be told, if that was asked for.
fn wait() {
    if std::env::var_os(WAITS).is_some() {
        stdin().read_line(&mut String::new()).unwrap();
    }
}

/// The process; the other tests start it.
#[test]
#[ignore = "it is started by the other tests"]
fn writer() {
    let folder = Folder::open(std::env::var(WORKSPACE).unwrap());
    let saves: u64 = std::env::var(SAVES).unwrap().parse().unwrap();
    let done = fs::read(folder.root().join(PLAN)).unwrap();
    let done: serde_json::Value = serde_json::from_slice(&done).unwrap();
    let first = done["saves"].as_u64().unwrap() + 1;
    (first..first + saves).for_each(|n| save(&folder, n));
}

/// The process as a command, under another program if one is named.
pub fn writer_in(workspace: &Path, saves: u64, under: &[&str]) -> Command {
    let mut command = this_test("writer::writer", under);
    command.env(WORKSPACE, workspace).env(SAVES, saves.to_string());
    command
}

/// The same, waiting for a line on its standard input before every step.
pub fn waiting_writer_in(workspace: &Path) -> Command {
    let mut command = writer_in(workspace, 1_000_000, &[]);
    command.env(WAITS, "1").stdin(Stdio::piped());
    command
}

/// A test of this program that is started as a process of its own.
pub fn this_test(name: &str, under: &[&str]) -> Command {
    let this = std::env::current_exe().unwrap();
    let mut words = under.iter().map(Into::into).chain([this.into_os_string()]);
    let mut command = Command::new(words.next().unwrap());
    command.args(words).args(["--ignored", "--exact", name, "--nocapture", "--test-threads=1"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// A workspace for it.
pub fn workspace() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    furnish(directory.path());
    directory
}

/// Puts the first plan into a folder.
pub fn furnish(workspace: &Path) {
    fs::create_dir_all(workspace.join("plans")).unwrap();
    fs::write(workspace.join(PLAN), plan(0)).unwrap();
}

/// The numbers of the saves of which the writer said `word`.
pub fn told(output: &Output, word: &str) -> Vec<u64> {
    told_in(&String::from_utf8_lossy(&output.stdout), word)
}

/// The same of what it said so far.
pub fn told_in(text: &str, word: &str) -> Vec<u64> {
    let prefix = format!("{word} ");
    // A line without an end may be the beginning of another number.
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole.lines().filter_map(|line| line.strip_prefix(&prefix)?.parse().ok()).collect()
}

/// What stands on the disk: the notes of the journal's events, and the number of the plan's last save.
pub fn found(workspace: &Path) -> (Vec<u64>, u64) {
    let folder = Folder::open(workspace);
    drop(folder.lock().expect("the lock died with its holder"));
    let journal = folder.read_journal(&JournalName::Plan(plan_id())).unwrap();
    let ids: BTreeSet<EventId> = journal.events.iter().map(|event| event.id).collect();
    assert_eq!(ids.len(), journal.events.len(), "an id stands twice");
    let note = |event: &Event| match &event.act {
        Act::Update(update) => update.note.as_ref().unwrap().parse().unwrap(),
        other => panic!("{other:?}"),
    };
    let document = folder.document(&FileName::Plan(plan_id())).unwrap().unwrap().value;
    let saves = document["saves"].as_u64().unwrap();
    assert_eq!(fs::read_to_string(workspace.join(PLAN)).unwrap(), plan(saves), "neither old nor new");
    (journal.events.iter().map(note).collect(), saves)
}
