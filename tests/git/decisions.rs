//! What a person decides: listed, taken, told to the history and to git; merged by plain git, with the driver and without.

use std::fs;

use serde_json::{Value, json};
use tiendo::workspace::git::{Conflict, GitError, IndexLook};
use tiendo::workspace::{Options, Side, Workspace, WorkspaceError};

use super::office::{JOURNAL, Office, PLAN, Town, task};

/// Both sides of a branch change the plan, and plain git merges them.
fn merged_by_git(office: &Office, ours: impl FnOnce(&mut Value), theirs: impl FnOnce(&mut Value)) {
    office.git(&["checkout", "-q", "-b", "theirs"]);
    office.edit(theirs);
    office.git(&["commit", "-q", "-am", "theirs"]);
    office.git(&["checkout", "-q", "main"]);
    office.edit(ours);
    office.git(&["commit", "-q", "-am", "ours"]);
    let _ = office.git_command(&["merge", "-q", "theirs"]).status().unwrap();
}

fn titles(first: &'static str, second: &'static str) -> impl Fn(&mut Value) {
    move |plan| {
        task(plan, 0)["title"] = json!(first);
        task(plan, 1)["title"] = json!(second);
    }
}

fn title(office: &Office, n: usize) -> String {
    task(&mut office.read(PLAN), n)["title"].as_str().unwrap().to_owned()
}

fn settle_one_by_one(office: &Office) {
    let (status, listed) = office.call(&["conflicts"]);
    assert_eq!(status, 1, "{listed}");
    assert!(office.findings().contains("two sides of it unmerged"), "{}", office.findings());
    for word in ["a:tasks/t0/title", "a:tasks/t1/title", "“Việc”", "“Một”", "“Hai”"] {
        assert!(listed.contains(word), "{word}: {listed}");
    }
    office.run(&["conflicts", "--take", "theirs", "a:tasks/t0/title"]);
    assert_eq!(
        office.call(&["conflicts", "--json"]).1.matches("\"place\"").count(),
        2,
        "one, of the kind place"
    );
    assert!(!office.git(&["ls-files", "-u"]).is_empty(), "git still keeps both sides");
    office.run(&["conflicts", "--take", "ours"]);
    assert_eq!((title(office, 0).as_str(), title(office, 1).as_str()), ("Hai", "Một"));
    assert_eq!(office.call(&["conflicts"]).0, 0);
    assert_eq!(office.git(&["ls-files", "-u"]), "");
    assert_eq!(office.read(PLAN)["unknown"], json!({"kept": true}));
    assert_eq!(office.text(JOURNAL).lines().count(), 2, "each decision is a line of the history");
    assert!(
        office.findings().starts_with(".git/MERGE_HEAD")
            && office.findings().contains("`git commit` ends it")
    );
    office.git(&["commit", "-q", "--no-edit"]);
    assert_eq!(office.findings(), "");
}

#[test]
fn places_are_decided_one_by_one() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    merged_by_git(&office, titles("Một", "Một"), titles("Hai", "Hai"));
    assert_eq!(title(&office, 0), "Việc", "what both started from stands there meanwhile");
    settle_one_by_one(&office);
}

#[test]
fn a_merge_without_the_driver_opens_again() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    fs::write(office.workspace.join(".gitattributes"), "").unwrap();
    office.git(&["commit", "-q", "-am", "no driver"]);
    merged_by_git(&office, titles("Một", "Một"), titles("Hai", "Hai"));
    assert!(office.text(PLAN).contains("<<<<<<<"));
    assert!(office.findings().contains("plans/a.json:"), "{}", office.findings());
    settle_one_by_one(&office);
}

#[test]
fn what_was_written_since_the_merge_stays() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    merged_by_git(&office, titles("Một", "Việc"), titles("Hai", "Việc"));
    office.edit(|plan| task(plan, 2)["title"] = json!("viết sau"));
    office.run(&["note", "a:I.3", "ghi sau"]);
    office.run(&["conflicts", "--take", "ours", "a"]);
    assert_eq!((title(&office, 0).as_str(), title(&office, 2).as_str()), ("Một", "viết sau"));
    assert_eq!(office.text(JOURNAL).lines().count(), 2);
}

#[test]
fn a_task_removed_here_and_changed_there_may_stay_or_go() {
    for (side, stays) in [("ours", false), ("theirs", true)] {
        let town = Town::new();
        let office = town.office_with_driver("lan");
        let remove = |plan: &mut Value| drop(plan["sections"][0]["tasks"].as_array_mut().unwrap().remove(1));
        merged_by_git(&office, remove, |plan| task(plan, 1)["title"] = json!("Hai"));
        assert!(office.call(&["conflicts"]).1.contains("a:tasks/t1 "), "{}", office.call(&["conflicts"]).1);
        office.run(&["conflicts", "--take", side]);
        assert_eq!(office.read(PLAN).to_string().contains("\"t1\""), stays, "{side}");
        assert_eq!(office.git(&["ls-files", "-u"]), "");
    }
}

#[test]
fn a_plan_removed_here_and_changed_there_may_stay_or_go() {
    for (side, stays) in [("ours", false), ("theirs", true)] {
        let town = Town::new();
        let office = town.office_with_driver("lan");
        office.git(&["checkout", "-q", "-b", "theirs"]);
        office.edit(titles("Hai", "Hai"));
        office.git(&["commit", "-q", "-am", "theirs"]);
        office.git(&["checkout", "-q", "main"]);
        office.git(&["rm", "-q", PLAN]);
        office.git(&["commit", "-q", "-m", "ours"]);
        let _ = office.git_command(&["merge", "-q", "theirs"]).status().unwrap();
        office.run(&["conflicts", "--take", side]);
        assert_eq!(office.workspace.join(PLAN).exists(), stays, "{side}");
        assert_eq!(office.git(&["ls-files", "-u"]), "");
    }
}

#[test]
fn a_journal_with_marks_keeps_every_line() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    fs::write(office.workspace.join(".gitattributes"), "").unwrap();
    office.git(&["commit", "-q", "-am", "no union"]);
    for (branch, note) in [("theirs", "hai"), ("main", "một")] {
        let arguments: &[&str] =
            if branch == "theirs" { &["checkout", "-q", "-b", branch] } else { &["checkout", "-q", branch] };
        office.git(arguments);
        office.run(&["note", "a:I.1", note]);
        office.git(&["add", "journal"]);
        office.git(&["commit", "-q", "-m", note]);
    }
    let _ = office.git_command(&["merge", "-q", "theirs"]).status().unwrap();
    office.run(&["note", "a:I.1", "ba"]);
    assert!(office.findings().contains("journal/a.jsonl"), "{}", office.findings());
    office.run(&["conflicts", "--take", "ours"]);
    office.git(&["commit", "-q", "--no-edit"]);
    assert_eq!((office.text(JOURNAL).lines().count(), office.findings().as_str()), (3, ""));
    let log = office.run(&["log"]);
    assert!(["một", "hai", "ba"].iter().all(|note| log.contains(note)), "{log}");
}

#[test]
fn what_is_no_conflict_is_named() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    assert_eq!(office.call(&["conflicts"]).0, 0);
    assert_eq!(office.call(&["conflicts", "--take", "ours", "b:title"]).0, 1);
    let bare = town.office("minh");
    assert_eq!(bare.call(&["conflicts"]).0, 0, "no repository has no conflicts");
}

#[test]
fn a_decision_taken_back_waits_again() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    merged_by_git(&office, titles("Một", "Một"), titles("Hai", "Hai"));
    let options = Options { folder: Some(office.workspace.clone()), ..Options::default() };
    let workspace = Workspace::open(options).unwrap();
    let (before, kept) = (workspace.conflicts().unwrap(), office.git(&["ls-files", "-s"]));
    let one = workspace.settle(&before[..1], Side::Theirs).unwrap().back;
    let other = workspace.settle(&before[1..], Side::Ours).unwrap().back;
    assert_eq!(workspace.conflicts().unwrap(), []);
    office.run(&["note", "a:I.3", "ghi sau"]);
    workspace.unsettle(&other).unwrap();
    assert_eq!((title(&office, 0).as_str(), title(&office, 1).as_str()), ("Hai", "Việc"));
    workspace.unsettle(&one).unwrap();
    let stands = |conflict: &Conflict| (conflict.at.clone(), conflict.ours.clone(), conflict.theirs.clone());
    let again: Vec<_> = workspace.conflicts().unwrap().iter().map(stands).collect();
    assert_eq!(again, before.iter().map(stands).collect::<Vec<_>>());
    assert_eq!((title(&office, 0).as_str(), title(&office, 1).as_str()), ("Việc", "Việc"));
    assert_eq!(office.git(&["ls-files", "-s"]), kept);
    assert_eq!(office.text(JOURNAL).lines().count(), 5, "each of the four is a line of the history");
}

#[test]
fn a_decision_stays_when_the_merge_is_over() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    merged_by_git(&office, titles("Một", "Việc"), titles("Hai", "Việc"));
    let options = Options { folder: Some(office.workspace.clone()), ..Options::default() };
    let workspace = Workspace::open(options).unwrap();
    let back = workspace.settle(&workspace.conflicts().unwrap(), Side::Theirs).unwrap().back;
    office.git(&["add", "."]);
    office.git(&["commit", "-q", "-m", "merged"]);
    let refused = workspace.unsettle(&back);
    assert!(matches!(refused, Err(WorkspaceError::Git(GitError::MergeOver))), "{refused:?}");
    assert_eq!(title(&office, 0), "Hai");
}

#[test]
fn git_is_asked_only_where_its_index_has_changed() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    let options = Options { folder: Some(office.workspace.clone()), ..Options::default() };
    let workspace = Workspace::open(options).unwrap();
    let mut look = IndexLook::default();
    assert_eq!(workspace.look_for_conflicts(&mut look).unwrap(), Some(Vec::new()));
    assert_eq!(workspace.look_for_conflicts(&mut look).unwrap(), None);
    merged_by_git(&office, titles("Một", "Việc"), titles("Hai", "Việc"));
    let found = workspace.look_for_conflicts(&mut look).unwrap().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(workspace.look_for_conflicts(&mut look).unwrap(), None);
    workspace.settle(&found, Side::Ours).unwrap();
    assert_eq!(workspace.look_for_conflicts(&mut look).unwrap(), Some(Vec::new()));
}

#[test]
fn the_list_names_whose_the_sides_are_and_how_to_decide() {
    let town = Town::new();
    let office = town.office_with_driver("lan");
    office.edit(|plan| plan["number"] = json!("03/KH"));
    office.git(&["commit", "-q", "-am", "number"]);
    merged_by_git(&office, titles("Một", "Một"), titles("Hai", "Hai"));
    let (_, listed) = office.call(&["conflicts", "03/KH"]);
    for words in ["here: “Một” (lan, ", "there: “Hai” (lan, ", "--take ours PLACE"] {
        assert!(listed.contains(words), "{words}: {listed}");
    }
    let (_, missing) = office.call(&["conflicts", "--take"]);
    assert!(missing.contains("ours, theirs"), "{missing}");
    for shown in [&["list"][..], &["show"], &["show", "a"], &["show", "a:I.1"]] {
        assert!(
            office.call(shown).1.contains("2 places that both sides changed wait for a decision"),
            "{shown:?}"
        );
    }
    assert!(office.run_failing(&["conflicts", "--take", "ours", "a:I.9"]).contains("a:I.9"));
    office.run(&["conflicts", "--take", "ours", "03/kh:I.0"]);
    assert_eq!((title(&office, 0).as_str(), title(&office, 1).as_str()), ("Một", "Việc"));
    let said = office.run(&["conflicts", "--take", "theirs", "a:I"]);
    assert!(said.contains("`git commit` ends it"), "{said}");
    assert_eq!(title(&office, 1), "Hai");
    office.run(&["list"]);
}

#[test]
fn a_merge_that_a_person_began_is_ended_by_a_commit_and_everyone_says_so() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(4);
    merged_by_git(&lan, titles("Một", "Một"), titles("Hai", "Hai"));
    assert!(lan.run_failing(&["sync"]).contains("tiendo conflicts"));
    lan.run(&["conflicts", "--take", "ours"]);
    assert!(lan.run_failing(&["sync"]).contains("end it with `git commit`"));
    assert!(lan.findings().contains("`git commit` ends it"), "{}", lan.findings());
    lan.git(&["commit", "-q", "--no-edit"]);
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    assert_eq!((title(&minh, 0).as_str(), lan.findings().as_str()), ("Một", ""));
}
