//! Two users in one folder of their group, whatever their masks: each can write what the other has made, and killing
//! one in the middle of making something locks nobody out.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::office::{JOURNAL, Office, PLAN, said};
use super::program;
use super::tool;

/// Two made-up users and the group that both belong to.
const USERS: [u32; 2] = [61_001, 61_002];
const GROUP: u32 = 61_000;

/// An office that both may use, and a copy of the program that they may start.
struct Shared {
    office: Office,
    bin: TempDir,
}

impl Shared {
    fn new() -> Self {
        let (office, bin) = (Office::new(), TempDir::new().unwrap());
        let open = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        program::copy(&bin.path().join("tiendo"));
        open(bin.path(), 0o755);
        open(office.home(), 0o755);
        for (path, mode) in [("", 0o2770), ("plans", 0o2770), (PLAN, 0o660), ("units.json", 0o660)] {
            let path = office.workspace.join(path);
            chown(&path, Some(USERS[0]), Some(GROUP)).unwrap();
            open(&path, mode);
        }
        Self { office, bin }
    }

    /// The program as one of the users, under a mask and perhaps under another program.
    fn run(&self, user: u32, mask: u32, words: &str, arguments: &str) -> Output {
        let program = self.bin.path().join("tiendo");
        let line = format!("umask {mask:03o}; exec {words} {} {arguments}", program.display());
        let user_and_group = format!("--reuid={user} --regid={user} --groups={GROUP}");
        let mut command = Command::new("setpriv");
        command.args(user_and_group.split(' ')).args(["sh", "-c", &line]).env_clear();
        command.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("HOME", self.bin.path());
        command.env("USER", user.to_string()).env("LANG", "en_GB.UTF-8").env("TIENDO_TODAY", "2026-06-15");
        command.env("TIENDO_WORKSPACE", &self.office.workspace).current_dir("/").stdin(Stdio::null());
        command.output().unwrap()
    }

    fn saves(&self, user: u32, mask: u32, arguments: &str) {
        let output = self.run(user, mask, "", arguments);
        assert!(output.status.success(), "{user} {mask:03o} {arguments}: {}", said(&output));
    }

    /// What is in the workspace is of the group, and the group may do with it what the owner may.
    fn look(&self, case: &str) {
        for path in all(&self.office.workspace) {
            let metadata = path.metadata().unwrap();
            let mode = metadata.mode() & 0o777;
            let wanted = if metadata.is_dir() { 0o770 } else { 0o660 };
            assert_eq!((metadata.gid(), mode), (GROUP, wanted), "{case}: {} {mode:o}", path.display());
        }
    }
}

fn all(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(all(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn two_users_keep_modes_and_group_under_every_mask() {
    if !tool::superuser() {
        return;
    }
    let masks = [0o002, 0o022, 0o077];
    for (one, other) in masks.iter().flat_map(|one| masks.map(|other| (*one, other))) {
        let shared = Shared::new();
        for turn in 0..3 {
            for (user, mask) in [(USERS[0], one), (USERS[1], other)] {
                shared.saves(user, mask, &format!("note 45:II.1 {user}-{turn}"));
                shared.saves(user, mask, &format!("units short 'so noi vu' N{user}{turn}"));
                shared.look(&format!("masks {one:03o} {other:03o}"));
            }
        }
        assert_eq!(shared.office.notes().len(), 6);
        assert_eq!(shared.office.events("journal/units.jsonl").len(), 6);
        assert_eq!(shared.office.flaws(), []);
    }
}

/// The first save makes folders, the lock and a journal. Wherever it is killed, the other user goes on.
#[test]
fn a_user_killed_while_making_something_locks_nobody_out() {
    if !tool::superuser() || !tool::strace() {
        return;
    }
    for call in ["fchmod", "renameat2", "mkdir", "fsync", "openat", "open"] {
        for turn in 1..60 {
            let shared = Shared::new();
            let kill =
                format!("strace -qq -o /dev/null -e trace={call} -e inject={call}:signal=KILL:when={turn}");
            let output = shared.run(USERS[0], 0o077, &kill, "note 45:II.1 mine");
            if output.status.success() {
                break;
            }
            let theirs = shared.run(USERS[1], 0o022, "", "note 45:II.1 theirs");
            assert!(theirs.status.success(), "{call} {turn}: {}", said(&theirs));
            assert!(shared.office.notes().contains(&"theirs".to_owned()), "{call} {turn}");
        }
    }
}

/// A plan that its owner has closed to others is refused by name, and nothing of it changes; a rename would not ask.
#[test]
fn what_is_write_protected_is_refused_by_name() {
    if !tool::superuser() {
        return;
    }
    let shared = Shared::new();
    shared.saves(USERS[0], 0o077, "note 45:II.1 first");
    for (file, arguments) in [("units.json", "units short 'so noi vu' NV"), (JOURNAL, "done 45:II.1")] {
        let path = shared.office.workspace.join(file);
        for mode in [0o440, 0o640] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let before = fs::read(&path).unwrap();
            let refused = shared.run(USERS[1], 0o022, "", arguments);
            assert_eq!(refused.status.code(), Some(1), "{file} {mode:o}");
            assert!(said(&refused).contains(file), "{file} {mode:o}: {}", said(&refused));
            assert_eq!(fs::read(&path).unwrap(), before);
            let metadata = path.metadata().unwrap();
            assert_eq!((metadata.mode() & 0o777, metadata.gid()), (mode, GROUP));
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
    }
}
