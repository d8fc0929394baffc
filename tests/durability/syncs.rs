//! Every save waits for the disk, at each step that needs it; and after a failed sync the same file is not trusted again.

use std::fs;
use std::process::Output;

use tiendo::store::Folder;

use super::tool;
use super::writer::{found, told, workspace, writer_in};

/// Every sync that a first save needs, by what is refused when it fails: the folder of the journals entered, and the lock
/// made and entered; the journal made and entered, and its line; the plan's new file and its new name.
#[test]
fn nothing_is_acknowledged_before_its_sync() {
    if !tool::strace() {
        return;
    }
    let saves: Vec<Output> = (1..).map_while(one_save).collect();
    let refused = |what: &str| saves.iter().filter(|output| told(output, what) == [1]).count();
    let counts = ["refused-lock", "refused-append", "refused-replace"].map(refused);
    assert_eq!(counts, [3, 3, 2]);
}

/// Runs one save of a writer in which a sync fails; `None` when it made so many not.
fn one_save(when: usize) -> Option<Output> {
    let workspace = workspace();
    let (output, trace) = traced(workspace.path(), 1, &format!("error=EIO:when={when}"));
    trace.contains("INJECTED").then(|| {
        found(workspace.path());
        output
    })
}

/// An empty journal may be the work of one who died before it was entered in its folder: it is entered again.
#[test]
fn an_empty_journal_is_entered_in_its_folder_before_its_first_line() {
    if !tool::strace() {
        return;
    }
    let workspace = workspace();
    drop(Folder::open(workspace.path()).lock().unwrap());
    fs::write(workspace.path().join("journal/a.jsonl"), "").unwrap();
    let (output, trace) = traced(workspace.path(), 1, "error=EIO:when=1");
    assert_eq!(told(&output, "refused-append"), [1], "{trace}");
    assert!(trace.lines().next().unwrap().contains("/journal>"), "{trace}");
}

/// The journal whose sync failed is written anew under another name and takes the place of the old one: what a second
/// sync of the same file says is worth nothing, for the system has forgotten the failure.
#[test]
fn a_file_whose_sync_failed_is_never_synced_again() {
    if !tool::strace() {
        return;
    }
    let workspace = workspace();
    fs::create_dir(workspace.path().join("journal")).unwrap();
    // The lock is made and entered, so is the journal; then its line is synced, and that fails.
    let (output, trace) = traced(workspace.path(), 3, "error=EIO:when=5");
    assert_eq!((told(&output, "refused-append"), told(&output, "appended")), (vec![1], vec![2, 3]));
    let journal = |line: &&str| line.contains("/journal/a.jsonl");
    let syncs: Vec<&str> = trace.lines().filter(|line| line.contains("fsync(")).collect();
    let failed = syncs.iter().position(|line| line.contains("INJECTED")).unwrap();
    let after = &syncs[failed + 1..];
    let anew = after.iter().position(|line| line.contains("/journal/.tiendo-")).expect(&trace);
    assert!(journal(&syncs[failed]) && !after[..anew].iter().any(journal), "{trace}");
    assert_eq!(found(workspace.path()).0, [2, 3]);
}

/// A writer whose syncs are traced, with the files that they are of.
fn traced(workspace: &std::path::Path, saves: u64, fate: &str) -> (Output, String) {
    let log = workspace.join("trace").display().to_string();
    let inject = format!("inject=fsync:{fate}");
    let strace = ["strace", "-f", "-y", "-qq", "-o", &log, "-e", "trace=fsync", "-e", &inject];
    let output = writer_in(workspace, saves, &strace).output().unwrap();
    (output, fs::read_to_string(&log).unwrap_or_default())
}
