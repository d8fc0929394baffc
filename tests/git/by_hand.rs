//! What a person, or another office, has done with git alone before a sync.

use std::fs;

use serde_json::{Value, json};

use super::office::{JOURNAL, Office, PLAN, Town, task};

fn title(office: &Office, title: &str) {
    office.edit(|plan| task(plan, 0)["title"] = json!(title));
}

fn committed_title(office: &Office, commit: &str) -> String {
    let text = office.git(&["show", &format!("{commit}:{PLAN}")]);
    let mut plan: Value = serde_json::from_str(&text).unwrap();
    task(&mut plan, 0)["title"].as_str().unwrap().to_owned()
}

/// A clone in which both sides have given a task a title, and git keeps both without a merge that it knows of.
fn between_two_sides(lan: &Office) {
    lan.git(&["checkout", "-q", "-b", "side"]);
    title(lan, "hai");
    lan.git(&["commit", "-q", "-am", "side"]);
    lan.git(&["checkout", "-q", "main"]);
    title(lan, "một");
    lan.git(&["commit", "-q", "-am", "main"]);
    let _ = lan.git_command(&["merge", "-q", "--squash", "side"]).status().unwrap();
    assert!(!lan.workspace.join(".git/MERGE_HEAD").exists());
}

#[test]
fn neither_side_is_sent_before_somebody_decides() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    between_two_sides(&lan);
    let kept = lan.git(&["ls-files", "-u"]);
    lan.run_failing(&["sync"]);
    assert_eq!((committed_title(&lan, "HEAD").as_str(), lan.git(&["ls-files", "-u"])), ("một", kept));
    lan.run(&["conflicts", "--take", "theirs"]);
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    assert_eq!(task(&mut minh.read(PLAN), 0)["title"], "hai");
}

#[test]
fn lines_that_are_gone_there_stay_here_and_come_back() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    lan.run(&["note", "a:I.1", "một"]);
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    fs::write(minh.workspace.join(JOURNAL), "").unwrap();
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    assert!(lan.text(JOURNAL).contains("một"));
    minh.run(&["sync"]);
    assert_eq!(minh.text(JOURNAL), lan.text(JOURNAL));
}

#[test]
fn the_lock_is_nobodys_file() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    lan.run(&["note", "a:I.1", "một"]);
    minh.run(&["note", "a:I.0", "hai"]);
    minh.git(&["add", "-f", ".lock"]);
    minh.git(&["commit", "-q", "-m", "all"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    minh.git(&["rm", "-q", "--cached", ".lock"]);
    minh.git(&["commit", "-q", "-m", "less"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    assert!(lan.workspace.join(".lock").exists());
}

#[test]
fn what_was_committed_as_a_link_is_a_file_when_it_is_one() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    let (plan, elsewhere) = (lan.workspace.join(PLAN), town.path().join("elsewhere.json"));
    fs::rename(&plan, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &plan).unwrap();
    lan.git(&["commit", "-q", "-am", "a link"]);
    assert!(lan.git(&["ls-tree", "HEAD", PLAN]).starts_with("120000 "));
    fs::remove_file(&plan).unwrap();
    fs::rename(&elsewhere, &plan).unwrap();
    title(&lan, "một");
    lan.run(&["sync"]);
    assert!(lan.git(&["ls-tree", "HEAD", PLAN]).starts_with("100644 "));
    minh.run(&["sync"]);
    assert_eq!(task(&mut minh.read(PLAN), 0)["title"], "một");
}

#[test]
fn a_lock_that_was_left_there_is_told_of() {
    let town = Town::new();
    let [lan, _] = town.two_offices(2);
    lan.run(&["note", "a:I.1", "một"]);
    let lock = town.path().join("bare.git/refs/heads/main.lock");
    fs::write(&lock, "").unwrap();
    let told = lan.run_failing(&["sync"]);
    assert!(told.contains("main.lock"), "{told}");
    fs::remove_file(&lock).unwrap();
    lan.run(&["sync"]);
}

#[test]
fn what_is_gone_there_is_sent_again() {
    let town = Town::new();
    let [lan, _] = town.two_offices(2);
    lan.run(&["note", "a:I.1", "một"]);
    lan.run(&["sync"]);
    let bare = town.path().join("bare.git");
    fs::remove_dir_all(&bare).unwrap();
    lan.git(&["init", "-q", "--bare", "-b", "main", bare.to_str().unwrap()]);
    lan.run(&["sync"]);
    let thu = town.clone_as("thu");
    assert!(thu.text(JOURNAL).contains("một"));
}

/// Two offices that gave a task different titles; what came in waits in the second.
fn in_conflict(lan: &Office, minh: &Office) {
    title(lan, "một");
    title(minh, "hai");
    lan.run(&["sync"]);
    minh.run_failing(&["sync"]);
    assert!(minh.call(&["conflicts"]).1.contains("hai"));
}

#[test]
fn a_merge_that_is_ended_is_over_whenever_its_sync_was_killed() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    in_conflict(&lan, &minh);
    minh.run(&["conflicts", "--take", "ours"]);
    let mark = minh.workspace.join(".git/MERGE_HEAD");
    let (merging, waiting) =
        (fs::read(&mark).unwrap(), minh.git(&["rev-parse", "refs/worktree/tiendo/waiting/main"]));
    minh.run(&["sync"]);
    // As it is when it was killed behind its commit.
    fs::write(&mark, merging).unwrap();
    minh.git(&["update-ref", "refs/worktree/tiendo/waiting/main", &waiting]);
    minh.run(&["note", "a:I.1", "ghi"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    assert!(!mark.exists() && lan.text(JOURNAL).contains("ghi"));
    assert_eq!(task(&mut lan.read(PLAN), 0)["title"], "hai");
}

#[test]
fn both_sides_stay_where_names_of_git_are_longer() {
    let town = Town::new();
    let bare = town.path().join("long.git");
    let [lan, minh] = ["lan", "minh"].map(|name| town.office(name));
    lan.git(&["init", "-q", "--bare", "--object-format=sha256", "-b", "main", bare.to_str().unwrap()]);
    for office in [&lan, &minh] {
        office.git(&["init", "-q", "--object-format=sha256", "-b", "main"]);
        office.run(&["sync", "--setup", bare.to_str().unwrap()]);
    }
    lan.write(PLAN, &super::office::plan(2));
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    in_conflict(&lan, &minh);
}

#[test]
fn what_is_staged_stays_staged_where_both_have_done_the_same() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    for office in [&lan, &minh] {
        title(office, "một");
    }
    minh.run(&["sync"]);
    fs::write(lan.workspace.join("notes.txt"), "chưa xong\n").unwrap();
    lan.git(&["add", "notes.txt"]);
    lan.run(&["sync"]);
    assert_eq!(lan.git_status(), "A  notes.txt");
}
