//! What a sync does not do: each said in one sentence, with nothing lost, and what comes from elsewhere let in only when it is
//! harmless.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::office::{JOURNAL, Office, PLAN, Town, plan, task};
use serde_json::json;

/// A sync that is refused with these words, and leaves files and commits as they were.
fn refused(office: &Office, words: &str) {
    let before = (office.text(PLAN), office.text(JOURNAL), office.git_status());
    let (status, said) = office.call(&["sync"]);
    assert!(status == 1 && said.contains(words), "expected {words:?}, got {status}: {said}");
    assert_eq!(said.trim_end().lines().count(), 1, "one sentence: {said}");
    assert_eq!((office.text(PLAN), office.text(JOURNAL), office.git_status()), before);
}

#[test]
fn a_clone_that_is_not_ready_says_so() {
    let town = Town::new();
    let office = town.office("lan");
    office.write(PLAN, &plan(1));
    refused(&office, "is no git repository");
    office.git(&["init", "-q"]);
    refused(&office, "not set up");
    office.run(&["sync", "--setup"]);
    refused(&office, "nothing to share with");
    assert!(office.run(&["sync", "--setup"]).contains("set up already"));
}

#[test]
fn a_second_clone_is_told_to_be_set_up() {
    let town = Town::new();
    let [lan, _] = town.two_offices(2);
    let thu = town.clone_as("thu");
    refused(&thu, "not set up");
    thu.run(&["sync", "--setup"]);
    thu.run(&["note", "a:I.1", "xong"]);
    thu.run(&["sync"]);
    lan.run(&["sync"]);
    assert!(lan.text(JOURNAL).contains("xong"));
}

#[test]
fn offline_keeps_everything_and_goes_out_later() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    let (bare, away) = (town.path().join("bare.git"), town.path().join("away.git"));
    fs::rename(&bare, &away).unwrap();
    lan.run(&["note", "a:I.1", "ngoại tuyến"]);
    let (status, said) = lan.call(&["sync"]);
    assert!(
        status == 1 && said.contains("cannot be reached") && said.trim_end().lines().count() == 1,
        "{said}"
    );
    assert_eq!(lan.git_status(), "", "it is committed here");
    fs::rename(&away, &bare).unwrap();
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    assert!(minh.text(JOURNAL).contains("ngoại tuyến"));
}

#[test]
fn what_ssh_said_is_told() {
    let town = Town::new();
    let [lan, _] = town.two_offices(2);
    let ssh = "f() { echo 'lan@huyen: Permission denied (publickey).' >&2; exit 255; }; f";
    lan.git(&["config", "core.sshCommand", ssh]);
    lan.git(&["remote", "set-url", "origin", "ssh://lan@huyen/kho.git"]);
    refused(&lan, "Permission denied (publickey). Could not read from remote repository.");
    let ssh = "f() { echo 'Warning: kho is known now.' >&2; exit 255; }; f";
    lan.git(&["config", "core.sshCommand", ssh]);
    refused(&lan, "(Could not read from remote repository.)");
}

#[test]
fn what_a_person_is_in_the_middle_of_is_left_alone() {
    let town = Town::new();
    let [lan, _] = town.two_offices(2);
    lan.git(&["checkout", "-q", "--detach"]);
    refused(&lan, "on no branch");
    lan.git(&["checkout", "-q", "main"]);
    for side in ["one", "two"] {
        lan.git(&["checkout", "-q", "-b", side, "main"]);
        fs::write(lan.workspace.join("notes.txt"), side).unwrap();
        lan.git(&["add", "notes.txt"]);
        lan.git(&["commit", "-q", "-m", side]);
    }
    let _ = lan.git_command(&["merge", "-q", "one"]).status().unwrap();
    refused(&lan, "that a person began with git");
    assert!(lan.text("notes.txt").contains("<<<<<<<"));
    lan.git(&["merge", "--abort"]);
    let _ = lan.git_command(&["rebase", "-q", "one"]).status().unwrap();
    refused(&lan, "in the middle of");
    lan.git(&["rebase", "--abort"]);
}

#[test]
fn staged_and_strange_files_stay_a_persons_own() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    fs::write(lan.workspace.join("draft.txt"), "của tôi").unwrap();
    fs::write(lan.workspace.join("staged.txt"), "của tôi").unwrap();
    lan.git(&["add", "staged.txt"]);
    lan.run(&["note", "a:I.1", "ghi"]);
    minh.run(&["note", "a:I.0", "cùng lúc"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    assert_eq!(lan.git_status(), "A  staged.txt\n?? draft.txt");
    assert_eq!(lan.text(JOURNAL).lines().count(), 2);
    assert!(!lan.git(&["ls-tree", "-r", "--name-only", "HEAD"]).contains(".txt"));
}

#[test]
fn other_files_that_came_in_are_written_where_nothing_is_in_the_way() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    fs::write(minh.workspace.join("README.md"), "đọc tôi\n").unwrap();
    minh.git(&["add", "README.md"]);
    minh.git(&["commit", "-q", "-m", "readme"]);
    minh.run(&["sync"]);
    fs::write(lan.workspace.join("README.md"), "bản của tôi\n").unwrap();
    refused(&lan, "README.md has changes of its own");
    fs::remove_file(lan.workspace.join("README.md")).unwrap();
    lan.run(&["sync"]);
    assert_eq!((lan.text("README.md").as_str(), lan.git_status().as_str()), ("đọc tôi\n", ""));
}

#[test]
fn histories_with_nothing_in_common_are_not_poured_together() {
    let town = Town::new();
    let [_, minh] = town.two_offices(2);
    let other = town.office("thu");
    other.write(PLAN, &plan(1));
    other.run(&["sync", "--setup"]);
    other.git(&["add", "."]);
    other.git(&["commit", "-q", "-m", "own"]);
    other.run(&["sync", "--setup", town.path().join("bare.git").to_str().unwrap()]);
    refused(&other, "no history in common");
    drop(minh);
}

#[test]
fn a_workspace_of_its_own_may_begin_with_what_is_there() {
    let town = Town::new();
    let [lan, _] = town.two_offices(2);
    lan.run(&["note", "a:I.1", "ghi"]);
    lan.run(&["sync"]);
    let thu = town.office("thu");
    thu.write("units.json", &json!({"format": "tiendo/units", "version": 1, "units": [{"name": "Sở Y tế"}]}));
    thu.run(&["sync", "--setup", town.path().join("bare.git").to_str().unwrap()]);
    thu.run(&["sync"]);
    lan.run(&["sync"]);
    assert!(lan.text("units.json").contains("Sở Y tế") && thu.text(JOURNAL).contains("ghi"));
    assert_eq!((lan.git_status(), thu.git_status()), (String::new(), String::new()));
}

#[test]
fn no_address_is_an_option_or_a_program() {
    let town = Town::new();
    let office = town.office("lan");
    let trap = town.path().join("trap");
    for address in ["--upload-pack=touch trap", "-x", &format!("ext::sh -c touch% {}", trap.display())] {
        let (status, said) = office.call(&["sync", &format!("--setup={address}")]);
        assert!(status == 1 && said.contains("not the address"), "{said}");
    }
    office.run(&["sync", "--setup"]);
    office.git(&["config", "remote.origin.url", &format!("ext::sh -c touch% {}", trap.display())]);
    refused(&office, "not the address");
    assert!(!trap.exists());
}

/// Commits a tree made by hand to the bare repository, as a hostile clone would.
fn pushed_by_hand(town: &Town, entry: &str, content: &str) {
    let thief = town.clone_as("thief");
    let blob = town.path().join("blob");
    fs::write(&blob, content).unwrap();
    let id = thief.git(&["hash-object", "-w", blob.to_str().unwrap()]);
    let (mode, path) = entry.split_once(' ').unwrap();
    let cache = format!("{mode},{id},{path}");
    thief.git(&["update-index", "--add", "--cacheinfo", &cache]);
    thief.git(&["commit", "-q", "-m", "hostile\u{1b}[2J"]);
    thief.git(&["push", "-q", "origin", "HEAD:main"]);
}

#[test]
fn links_and_damaged_plans_do_not_come_in() {
    for (entry, content, words) in [
        ("120000 plans/b.json", "/etc/passwd", "plans/b.json, a link"),
        ("120000 notes", "/etc/passwd", "notes, a link"),
        ("100644 plans/b.json", "{\"year\": 1, \"year\": 2}", "plans/b.json:1:"),
        ("100644 plans/a.json", "", "plans/a.json"),
    ] {
        let town = Town::new();
        let [lan, _] = town.two_offices(2);
        pushed_by_hand(&town, entry, content);
        refused(&lan, words);
        assert!(!lan.workspace.join("plans/b.json").exists() && !lan.workspace.join("notes").exists());
    }
}

#[test]
fn hooks_are_not_run_and_words_from_elsewhere_are_harmless() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    for hook in ["pre-commit", "post-merge", "pre-push", "reference-transaction", "post-checkout"] {
        let path = lan.workspace.join(".git/hooks").join(hook);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\ntouch '{}/ran'\n", lan.workspace.display())).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    minh.run(&["note", "a:I.1", "x"]);
    minh.run(&["sync"]);
    lan.run(&["sync"]);
    assert!(!lan.workspace.join("ran").exists());
    let hook = town.path().join("bare.git/hooks/pre-receive");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(&hook, "#!/bin/sh\nprintf '\\033]0;x\\007no' >&2\nexit 1\n").unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    lan.run(&["note", "a:I.1", "y"]);
    let (status, said) = lan.call(&["sync"]);
    assert!(status == 1 && said.contains("does not take it") && !said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn a_larger_repository_is_left_to_git_and_still_merges() {
    let town = Town::new();
    let outer = town.office("lan");
    outer.git(&["init", "-q", "-b", "main"]);
    let inner = town.office("lan/office/tien do");
    inner.write(PLAN, &plan(4));
    inner.run(&["sync", "--setup"]);
    refused(&inner, "larger repository");
    outer.git(&["add", "."]);
    outer.git(&["commit", "-q", "-m", "start"]);
    for (branch, from, title) in [("theirs", "main", "hai"), ("ours", "main", "một")] {
        inner.git(&["checkout", "-q", "-b", branch, from]);
        inner.edit(|plan| {
            task(plan, 0)["title"] = json!(title);
            task(plan, if title == "hai" { 1 } else { 2 })["title"] = json!(title);
        });
        inner.git(&["commit", "-q", "-am", title]);
    }
    let _ = inner.git_command(&["merge", "-q", "theirs"]).status().unwrap();
    inner.run(&["conflicts", "--take", "theirs"]);
    let mut merged = inner.read(PLAN);
    let titles: Vec<String> =
        (0..3).map(|n| task(&mut merged, n)["title"].as_str().unwrap().to_owned()).collect();
    assert_eq!(
        (titles.as_slice(), inner.git(&["ls-files", "-u"]).as_str()),
        (&["hai", "hai", "một"].map(String::from)[..], "")
    );
}

#[test]
fn without_git_a_sentence_says_so() {
    let town = Town::new();
    let office = town.office("lan");
    let empty = town.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let output = office.program(&["sync", "--setup"]).env("PATH", &empty).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("git is not installed"), "{output:?}");
}

#[test]
fn what_cannot_be_read_here_stays_here() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    fs::write(lan.workspace.join("plans/b.json"), "{").unwrap();
    symlink("/etc/passwd", lan.workspace.join("plans/c.json")).unwrap();
    fs::write(lan.workspace.join(PLAN), "cut off").unwrap();
    lan.run_failing(&["sync"]);
    minh.run(&["sync"]);
    assert!(minh.read(PLAN)["id"] == "a" && !minh.workspace.join("plans/b.json").exists());
    assert_eq!(lan.text(PLAN), "cut off");
    assert!(!minh.workspace.join("plans/c.json").exists());
}

#[test]
fn a_lost_journal_is_not_lost_to_others() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(2);
    lan.run(&["note", "a:I.1", "ghi"]);
    lan.run(&["sync"]);
    fs::remove_file(lan.workspace.join(JOURNAL)).unwrap();
    fs::remove_file(lan.workspace.join(PLAN)).unwrap();
    let _ = lan.call(&["sync"]);
    minh.run(&["sync"]);
    assert!(minh.text(JOURNAL).contains("ghi") && minh.workspace.join(PLAN).exists());
}
