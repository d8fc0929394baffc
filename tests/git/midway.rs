//! What a person does while a sync is under way, or between one that was killed and the next.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use super::office::{JOURNAL, Office, PLAN, Town, said, task};
use super::program;

const OTHER: &str = "plans/b.json";

/// The program with a `git` before the real one that first does something where its arguments hold these words.
fn sync_with(town: &Town, office: &Office, words: &str, deed: &str, program: Option<&Path>) -> Output {
    let folder = town.path().join("before");
    fs::create_dir_all(&folder).unwrap();
    let script = format!(
        "#!/bin/sh\nPATH=${{PATH#*:}}\ncase \" $* \" in *\" {words} \"*)\n{deed}\n;; esac\nexec git \"$@\"\n"
    );
    fs::write(folder.join("git"), script).unwrap();
    fs::set_permissions(folder.join("git"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let mut command = office.program(&["sync"]);
    if let Some(program) = program {
        let mut other = Command::new(program);
        other
            .arg("sync")
            .env_clear()
            .envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        other.current_dir(command.get_current_dir().unwrap());
        command = other;
    }
    command.env("PATH", path).output().unwrap()
}

fn title(office: &Office, n: usize, title: &str) {
    office.edit(|plan| task(plan, n)["title"] = json!(title));
}

/// Two offices with a second plan, which minh has taken back and lan has not heard of.
fn with_a_plan_taken_back(town: &Town) -> [Office; 2] {
    let [lan, minh] = town.two_offices(2);
    let document = town.path().join("b.txt");
    fs::write(&document, "KẾ HOẠCH\nTiếp dân năm 2026\nI. Nội dung\n1. Tiếp công dân định kỳ\n").unwrap();
    minh.run(&["import", document.to_str().unwrap(), "--as", "b"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    minh.run(&["undo"]);
    assert!(lan.workspace.join(OTHER).exists() && !minh.workspace.join(OTHER).exists());
    [lan, minh]
}

fn edit_the_other(lan: &Office) {
    let text = lan.text(OTHER).replace("Tiếp công dân", "Đón công dân");
    fs::write(lan.workspace.join(OTHER), text).unwrap();
}

/// Decides for what stands here; then both have it.
fn goes_on(lan: &Office, minh: &Office) {
    let said = lan.run_failing(&["sync"]);
    assert!(said.contains("tiendo conflicts"), "{said}");
    lan.run(&["conflicts", "--take", "ours"]);
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    assert!(minh.text(OTHER).contains("Đón công dân"), "{}", minh.text(OTHER));
    assert_eq!((lan.text(PLAN), lan.git_status()), (minh.text(PLAN), String::new()));
}

#[test]
fn an_edit_of_what_a_killed_landing_was_to_remove_is_for_a_person_to_decide() {
    let town = Town::new();
    let [lan, minh] = with_a_plan_taken_back(&town);
    minh.run(&["sync"]);
    let before = lan.text(OTHER);
    let killed = sync_with(&town, &lan, "tiendo sync", "kill -9 $PPID; exit 1", None);
    assert!(!killed.status.success() && !lan.workspace.join(OTHER).exists(), "{}", said(&killed));
    // As it is when it was killed a step earlier.
    fs::write(lan.workspace.join(OTHER), before).unwrap();
    edit_the_other(&lan);
    goes_on(&lan, &minh);
}

#[test]
fn so_is_an_edit_of_what_a_killed_landing_with_conflicts_was_to_remove() {
    let town = Town::new();
    let [lan, minh] = with_a_plan_taken_back(&town);
    title(&minh, 0, "hai");
    minh.run(&["sync"]);
    title(&lan, 0, "một");
    let before = lan.text(OTHER);
    let killed = sync_with(&town, &lan, "update-index", "[ \"$GIT_INDEX_FILE\" ] || kill -9 $PPID", None);
    assert!(!killed.status.success() && !lan.workspace.join(".git/MERGE_HEAD").exists());
    fs::write(lan.workspace.join(OTHER), before).unwrap();
    edit_the_other(&lan);
    goes_on(&lan, &minh);
    assert_eq!(task(&mut minh.read(PLAN), 0)["title"], "một");
}

#[test]
fn who_goes_to_another_branch_meanwhile_finds_it_as_it_was() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    minh.run(&["note", "a:I.1", "của minh"]);
    minh.run(&["sync"]);
    lan.run(&["note", "a:I.0", "của lan"]);
    let switched = sync_with(&town, &lan, "fetch", "git switch -q -c side", None);
    let words = said(&switched);
    assert!(!switched.status.success() && words.contains("has left the branch main"), "{words}");
    assert_eq!(lan.git(&["rev-parse", "side"]), lan.git(&["rev-parse", "main"]));
    assert!(!lan.text(JOURNAL).contains("của minh"));
    lan.git(&["switch", "-q", "main"]);
    lan.run(&["sync"]);
    assert!(lan.text(JOURNAL).contains("của minh"));
}

#[test]
fn a_program_that_is_replaced_meanwhile_still_merges() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    for (office, n) in [(&lan, 0), (&minh, 1)] {
        title(office, n, &office.by);
    }
    minh.run(&["sync"]);
    let program = town.path().join("old");
    program::copy(&program);
    let deed = "rm -f \"$(dirname \"$0\")/../old\"";
    let synced = sync_with(&town, &lan, "fetch", deed, Some(&program));
    assert!(synced.status.success() && !program.exists(), "{}", said(&synced));
    minh.run(&["sync"]);
    assert_eq!(
        (lan.text(PLAN), task(&mut lan.read(PLAN), 1)["title"].clone()),
        (minh.text(PLAN), json!("minh"))
    );
}

#[test]
fn the_lock_of_a_git_that_waits_for_a_person_is_left_to_it() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    title(&lan, 0, "một");
    title(&minh, 0, "hai");
    minh.run(&["sync"]);
    let lock = lan.workspace.join(".git/index.lock");
    let mut commit =
        lan.git_command(&["commit", "-q", "-a"]).env("GIT_EDITOR", "sleep 60; true").spawn().unwrap();
    while !lock.exists() {
        sleep(Duration::from_millis(20));
    }
    let said = lan.run_failing(&["sync"]);
    assert!(said.contains("another git holds") && said.contains("index.lock"), "{said}");
    assert!(lock.exists());
    commit.kill().unwrap();
    commit.wait().unwrap();
    assert!(lock.exists(), "a git that is killed leaves its lock");
    assert!(lan.run_failing(&["sync"]).contains("tiendo conflicts"));
    lan.run(&["conflicts", "--take", "ours"]);
    lan.run(&["sync"]);
}
