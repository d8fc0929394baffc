//! A repository that is shared in other ways: by worktrees, by users, with filters; and a remote that is not there.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

use super::office::{JOURNAL, Office, PLAN, Town, plan, said, task};
use super::program;
use super::tool;

fn in_conflict(town: &Town) -> [Office; 2] {
    let [lan, minh] = town.two_offices(2);
    lan.edit(|plan| task(plan, 0)["title"] = json!("một"));
    minh.edit(|plan| task(plan, 0)["title"] = json!("hai"));
    lan.run(&["sync"]);
    assert!(minh.run_failing(&["sync"]).contains("tiendo conflicts"));
    [lan, minh]
}

fn is_ended(lan: &Office, minh: &Office) {
    minh.run(&["conflicts", "--take", "ours"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    assert_eq!(task(&mut lan.read(PLAN), 0)["title"], "hai");
}

#[test]
fn a_merge_that_waits_in_one_worktree_is_none_of_another_ones() {
    let town = Town::new();
    let [lan, minh] = in_conflict(&town);
    let side = town.office("side");
    fs::remove_dir_all(&side.workspace).unwrap();
    minh.git(&["worktree", "add", "-q", "-b", "side", side.workspace.to_str().unwrap()]);
    side.run(&["note", "a:I.1", "bên cạnh"]);
    side.run(&["sync"]);
    assert!(!side.text(JOURNAL).is_empty() && side.git(&["ls-files", "-u"]).is_empty());
    is_ended(&lan, &minh);
}

#[test]
fn what_an_earlier_version_began_is_ended() {
    let town = Town::new();
    let [lan, minh] = in_conflict(&town);
    let now = "refs/worktree/tiendo/waiting/main";
    minh.git(&["update-ref", "refs/tiendo/waiting", now]);
    minh.git(&["update-ref", "-d", now]);
    is_ended(&lan, &minh);
    assert_eq!(minh.git(&["for-each-ref", "refs/tiendo", "refs/worktree"]), "");
}

#[test]
fn what_stands_here_is_committed_to_the_byte_whatever_the_attributes_say() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    let attributes = "* ident filter=loud\n";
    fs::write(lan.workspace.join(".gitattributes"), attributes.to_owned() + &lan.text(".gitattributes"))
        .unwrap();
    lan.git(&["config", "filter.loud.clean", "tr a-z A-Z"]);
    lan.edit(|plan| task(plan, 0)["title"] = json!("$Id: của lan $"));
    lan.run(&["note", "a:I.1", "$Id: ghi $"]);
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    for file in [PLAN, JOURNAL, ".gitattributes"] {
        assert_eq!(minh.text(file), lan.text(file), "{file}");
    }
    // So it is where a decision is told to git.
    lan.edit(|plan| task(plan, 1)["title"] = json!("$Id: một $"));
    minh.edit(|plan| task(plan, 1)["title"] = json!("$Id: hai $"));
    minh.run(&["sync"]);
    lan.run_failing(&["sync"]);
    lan.run(&["conflicts", "--take", "ours"]);
    assert_eq!(lan.git(&["show", &format!(":{PLAN}")]), lan.text(PLAN).trim_end());
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    assert_eq!(minh.text(PLAN), lan.text(PLAN));
}

#[test]
fn an_address_where_nothing_answers_is_not_taken_unheard() {
    let town = Town::new();
    let office = town.office("lan");
    office.write(PLAN, &plan(1));
    let [wrong, bare] = ["wrong.git", "bare.git"].map(|name| town.path().join(name).display().to_string());
    let refused = office.run_failing(&["sync", "--setup", &wrong]);
    assert!(refused.contains("cannot be reached") && refused.contains("--offline"), "{refused}");
    assert!(!office.workspace.join(".git").exists());
    office.run(&["sync", "--setup", &wrong, "--offline"]);
    office.git(&["init", "-q", "--bare", "-b", "main", &bare]);
    let corrected = office.run(&["sync", "--setup", &bare]);
    assert!(corrected.contains(&format!("origin was {wrong} and is {bare} now")), "{corrected}");
    office.run(&["sync"]);
}

/// A made-up user, and the group that may use the clone.
const USER: u32 = 61_001;
const GROUP: u32 = 61_000;

/// Opens everything below a folder to the group.
fn open_to_the_group(path: &Path) {
    chown(path, None, Some(GROUP)).unwrap();
    let is_folder = path.is_dir();
    fs::set_permissions(path, fs::Permissions::from_mode(if is_folder { 0o2775 } else { 0o664 })).unwrap();
    for entry in fs::read_dir(path).into_iter().flatten() {
        open_to_the_group(&entry.unwrap().path());
    }
}

/// Runs a line of a shell as the user, with a home of his own.
fn as_user(town: &Town, office: &Office, line: &str) -> Output {
    let mut command = Command::new("setpriv");
    command.args([&format!("--reuid={USER}"), &format!("--regid={USER}"), &format!("--groups={GROUP}")]);
    command.args(["sh", "-c", line]).env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    command.env("HOME", town.path().join("his")).env("LANG", "en_GB.UTF-8").env("TIENDO_BY", "thu");
    command.env("TIENDO_WORKSPACE", &office.workspace).current_dir("/").output().unwrap()
}

#[test]
fn a_folder_of_another_user_is_used_once_he_has_done_what_the_sentence_says() {
    if !tool::superuser() {
        return;
    }
    let town = Town::new();
    let [lan, _] = town.two_offices(2);
    fs::create_dir(town.path().join("his")).unwrap();
    chown(town.path().join("his"), Some(USER), Some(GROUP)).unwrap();
    program::copy(&town.path().join("tiendo"));
    for folder in [lan.workspace.clone(), town.path().join("bare.git")] {
        open_to_the_group(&folder);
    }
    fs::set_permissions(town.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let [check, sync] = ["check", "sync"].map(|command| format!("\"$HOME/../tiendo\" {command}"));
    let found = said(&as_user(&town, &lan, &check));
    assert!(found.starts_with(".git ") && found.contains("is another user's"), "{found}");
    for folder in [&lan.workspace, &town.path().join("bare.git")] {
        let refused = said(&as_user(&town, &lan, &sync));
        assert!(
            refused.contains("is another user's") && refused.contains(folder.to_str().unwrap()),
            "{refused}"
        );
        let done = as_user(&town, &lan, refused.split('`').nth(1).unwrap());
        assert!(done.status.success(), "{}", said(&done));
    }
    let synced = as_user(&town, &lan, &sync);
    assert!(synced.status.success(), "{}", said(&synced));
}
