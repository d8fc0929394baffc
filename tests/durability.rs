//! Nothing acknowledged is lost: writers killed at any moment, and at every step of a save; steps that fail.
//!
//! `TIENDO_KILLS` sets how many writers are killed at random moments (40 unless told otherwise).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tiendo::domain::{Act, Event, EventId, Update};
use tiendo::store::{FileName, Folder, Hash, JournalName, PlanId, next_id};

const PLAN: &str = "plans/a.json";
/// Tells the helper below which workspace to write in.
const WORKSPACE: &str = "TIENDO_TEST_WORKSPACE";
/// Tells it how many saves to make.
const SAVES: &str = "TIENDO_TEST_SAVES";

fn plan(n: u64) -> String {
    format!("{{\"id\": \"a\", \"saves\": {n}, \"padding\": \"{}\"}}\n", "đ".repeat(3_000))
}

fn plan_id() -> PlanId {
    "a".parse().unwrap()
}

/// Appends one event and replaces the plan, each told on the standard output once it is acknowledged or refused.
fn save(folder: &Folder, n: u64) {
    let tell = |what: &str| drop(writeln!(std::io::stdout(), "\n{what} {n}"));
    let Ok(guard) = folder.lock() else { return tell("refused-lock") };
    let journal = JournalName::Plan(plan_id());
    let Ok(read) = folder.read_journal(&journal) else { return tell("refused-journal") };
    let update = Update { task: "k1".into(), note: Some(n.to_string()), ..Update::default() };
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-10T08:15:00+07:00").unwrap();
    let id = next_id(read.last_id, 1_700_000_000_000, n.into());
    let event = Event { id, at, by: "lan".to_owned(), batch: None, act: Act::Update(update) };
    match guard.append(&journal, &[event]) {
        Ok(_) => tell("appended"),
        Err(_) => tell("refused-append"),
    }
    let stands = fs::read(folder.root().join(PLAN)).unwrap();
    match guard.replace(&FileName::Plan(plan_id()), plan(n).as_bytes(), Some(&Hash::of(&stands))) {
        Ok(_) => tell("replaced"),
        Err(_) => tell("refused-replace"),
    }
}

/// The process that is killed; the other tests start it.
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

/// The helper above as a command, under another program if one is named.
fn writer_in(workspace: &Path, saves: u64, under: &[&str]) -> Command {
    let this = std::env::current_exe().unwrap();
    let mut words = under.iter().map(Into::into).chain([this.into_os_string()]);
    let mut command = Command::new(words.next().unwrap());
    command.args(words).args(["--ignored", "--exact", "writer", "--nocapture", "--test-threads=1"]);
    command.env(WORKSPACE, workspace).env(SAVES, saves.to_string());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn workspace() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join("plans")).unwrap();
    fs::write(directory.path().join(PLAN), plan(0)).unwrap();
    directory
}

/// The numbers of the saves of which the writer said `word`.
fn told(output: &Output, word: &str) -> Vec<u64> {
    let text = String::from_utf8_lossy(&output.stdout);
    let prefix = format!("{word} ");
    text.lines().filter_map(|line| line.strip_prefix(&prefix)?.parse().ok()).collect()
}

/// What stands on the disk: the notes of the journal's events, and the number of the plan's last save.
fn found(workspace: &Path) -> (Vec<u64>, u64) {
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

#[test]
fn a_writer_killed_at_any_moment_loses_nothing_acknowledged() {
    let kills: u64 = std::env::var("TIENDO_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(40);
    let workspace = workspace();
    let (mut appended, mut replaced) = (BTreeSet::new(), 0);
    for kill in 0..kills {
        let mut writer = writer_in(workspace.path(), 1_000_000, &[]).spawn().unwrap();
        // Spread over the start of the process and many saves, without a clock or dice.
        sleep(Duration::from_micros(2_000 + kill * 7_919 % 30_000));
        writer.kill().unwrap();
        let output = writer.wait_with_output().unwrap();
        appended.extend(told(&output, "appended"));
        replaced = told(&output, "replaced").last().copied().unwrap_or(replaced).max(replaced);
        let (notes, saves) = found(workspace.path());
        let notes: BTreeSet<u64> = notes.into_iter().collect();
        assert!(appended.is_subset(&notes), "lost: {:?}", appended.difference(&notes));
        assert!(saves >= replaced, "the plan fell back from {replaced} to {saves}");
    }
    assert!(!appended.is_empty() && replaced > 0, "no writer lived long enough to prove anything");
    let guard = Folder::open(workspace.path()).lock().unwrap();
    let _ = guard.sweep(std::time::SystemTime::now() + Duration::from_mins(2));
    let left = fs::read_dir(workspace.path().join("plans")).unwrap().count();
    assert_eq!(left, 1, "temporary files are swept");
}

/// Whether saves can be made to fail. Without strace these tests fail, unless somebody says that she knows.
fn strace_is_there() -> bool {
    let is_there = Command::new("strace").arg("-V").output().is_ok();
    let is_known = std::env::var_os("TIENDO_NO_STRACE").is_some();
    assert!(
        is_there || is_known,
        "these tests need strace: install it, or skip them with TIENDO_NO_STRACE=1"
    );
    is_there
}

/// Runs one save of a writer in which the `when`th call of `call` suffers `fate`. `None` when it made no such call.
fn one_save(call: &str, fate: &str, when: usize) -> Option<(Output, Vec<u64>, u64)> {
    let workspace = workspace();
    let trace = workspace.path().join("trace");
    let inject = format!("inject={call}:{fate}:when={when}");
    let log = trace.display().to_string();
    let strace = ["strace", "-f", "-qq", "-o", &log, "-e", &format!("trace={call}"), "-e", &inject];
    let output = writer_in(workspace.path(), 1, &strace).output().unwrap();
    let suffered = fs::read_to_string(&trace).unwrap_or_default();
    if !suffered.contains("INJECTED") && !suffered.contains("SIGKILL") {
        return None;
    }
    let (notes, saves) = found(workspace.path());
    Some((output, notes, saves))
}

/// Each call of a save that changes or syncs something, and each way in which it can fail.
#[test]
fn every_step_of_a_save_may_fail_or_be_the_last() {
    if !strace_is_there() {
        return;
    }
    let mut suffered = 0;
    for call in ["fsync", "renameat2", "fchmod", "flock", "mkdir", "unlink"] {
        for fate in ["error=EIO", "error=ENOSPC", "signal=KILL"] {
            for when in 1.. {
                let Some((output, notes, saves)) = one_save(call, fate, when) else { break };
                let case = format!("{call} {fate} {when}");
                suffered += 1;
                let (appended, replaced) = (told(&output, "appended"), told(&output, "replaced"));
                assert!(appended.is_empty() || notes == [1], "{case}: an acknowledged line is lost");
                assert!(replaced.is_empty() || saves == 1, "{case}: an acknowledged plan is lost");
                assert!(notes.len() <= 1, "{case}: {notes:?}");
                let text = String::from_utf8_lossy(&output.stdout);
                let answered = text.contains("refused") || (!appended.is_empty() && !replaced.is_empty());
                assert!(answered || fate == "signal=KILL", "{case}: neither saved nor refused");
            }
        }
    }
    assert!(suffered > 20, "only {suffered} steps were tried");
}

/// Every sync that a first save needs, by what is refused when it fails: the folder of the journals entered; the journal
/// entered and its line; the plan's new file and its new name.
#[test]
fn nothing_is_acknowledged_before_its_sync() {
    if !strace_is_there() {
        return;
    }
    let saves: Vec<Output> =
        (1..).map_while(|when| one_save("fsync", "error=EIO", when)).map(|(output, ..)| output).collect();
    let refused = |what: &str| saves.iter().filter(|output| told(output, what) == [1]).count();
    let counts = ["refused-lock", "refused-append", "refused-replace"].map(refused);
    assert_eq!(counts, [1, 2, 2]);
}
