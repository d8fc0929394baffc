//! What stands where a file belongs and is none: links, pipes, devices, sockets, folders, files of four gigabytes.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::{CWD, FileType, Mode, makedev, mknodat};

use super::bytes::check_plain;
use super::office::{Answer, Office, answer, plan};
use super::program;

/// How long a command may take that has nothing to read.
const PATIENCE: Duration = Duration::from_secs(10);

/// The commands that read everything.
const READING: [&[&str]; 4] = [&["check"], &["list"], &["show"], &["log"]];

/// An office with one sound plan.
fn office() -> Office {
    Office::of_strings(&["Tiếp công dân".to_owned()])
}

fn check(what: &Path, answer: &Answer) {
    assert!(answer.is_orderly(), "{}: {:?} {}", what.display(), answer.status, answer.said());
    assert!(answer.took < PATIENCE, "{}: {:?}", what.display(), answer.took);
    for bytes in [&answer.out, &answer.err] {
        check_plain(bytes).unwrap_or_else(|harm| panic!("{}: {harm}", what.display()));
    }
}

/// Whether a file is named by every command, and the sound plan shown by each beside it.
fn is_named(office: &Office, file: &str, reason: &str) {
    for command in READING {
        let answer = office.run(command);
        check(Path::new(file), &answer);
        let told = answer.printed() + &answer.said();
        assert!(told.contains(file) && told.contains(reason), "{command:?} on {file}: {told}");
        assert_eq!(answer.status, Some(1), "{command:?} on {file}");
    }
    assert!(office.run(&["list"]).printed().contains("Tiếp công dân"), "beside {file}");
}

/// Puts something in the place of each file in turn.
fn in_place_of_each(reason: &str, put: impl Fn(&Path)) {
    for file in
        ["plans/x-2026.json", "units.json", "workspace.json", "journal/p00000.jsonl", "journal/units.jsonl"]
    {
        let office = office();
        let path = office.path().join(file);
        let _ = fs::remove_file(&path);
        put(&path);
        is_named(&office, file, reason);
    }
}

#[test]
fn a_link_is_not_followed() {
    let outside = tempfile::NamedTempFile::new().unwrap();
    fs::write(outside.path(), plan("x-2026", "bí mật").to_string()).unwrap();
    let secret = outside.path().to_owned();
    in_place_of_each("is a symbolic link", |path| symlink(&secret, path).unwrap());
    in_place_of_each("is a symbolic link", |path| symlink("nowhere", path).unwrap());
    in_place_of_each("is a symbolic link", |path| symlink(path, path).unwrap());
    in_place_of_each("is a symbolic link", |path| symlink("../plans/p00000.json", path).unwrap());
}

#[test]
fn a_pipe_a_socket_a_device_and_a_folder_are_no_files() {
    in_place_of_each("is not a regular file", |path| {
        mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap();
    });
    in_place_of_each("is not a regular file", |path| drop(UnixListener::bind(path).unwrap()));
    in_place_of_each("is not a regular file", |path| fs::create_dir(path).unwrap());
    if rustix::process::geteuid().is_root() {
        // Device 1:5 gives zeros without end.
        let zeros = |path: &Path| mknodat(CWD, path, FileType::CharacterDevice, Mode::RWXU, makedev(1, 5));
        let probe = tempfile::tempdir().unwrap();
        if zeros(&probe.path().join("probe")).is_ok() {
            in_place_of_each("is not a regular file", |path| zeros(path).unwrap());
        } else {
            eprintln!("NOT TESTED: no device can be made here");
        }
    }
}

#[test]
fn four_gigabytes_are_refused_unread() {
    let sparse = |path: &Path| fs::File::create(path).unwrap().set_len(4 << 30).unwrap();
    in_place_of_each("4294967296", sparse);
}

#[test]
fn a_hard_link_is_read_and_not_replaced() {
    let office = office();
    let twin = office.around().join("twin.json");
    fs::hard_link(office.path().join("plans/p00000.json"), &twin).unwrap();
    assert!(office.run(&["show"]).printed().contains("Tiếp công dân"));
    assert_eq!(fs::read(&twin).unwrap(), fs::read(office.path().join("plans/p00000.json")).unwrap());
}

#[test]
fn what_may_not_be_read_is_named() {
    if !rustix::process::geteuid().is_root() {
        eprintln!("NOT TESTED: this is not the superuser, who can become another user");
        return;
    }
    let office = office();
    office.write("plans/x-2026.json", b"{}");
    for path in [
        office.around().to_owned(),
        office.path().to_owned(),
        office.path().join("plans"),
        office.path().join("journal"),
    ] {
        fs::set_permissions(path, PermissionsExt::from_mode(0o755)).unwrap();
    }
    fs::set_permissions(office.path().join("plans/x-2026.json"), PermissionsExt::from_mode(0o600)).unwrap();
    let program = office.around().join("tiendo");
    program::copy(&program);
    let mut command = std::process::Command::new(program);
    command
        .env_clear()
        .env("LANG", "en_GB.UTF-8")
        .env("TIENDO_WORKSPACE", office.path())
        .arg("list")
        .uid(54_321)
        .gid(54_321);
    let told = answer(&mut command);
    check(Path::new("x"), &told);
    let told = told.printed() + &told.said();
    assert!(told.contains("plans/x-2026.json") && told.contains("Tiếp công dân"), "{told}");
}

#[test]
fn an_inner_folder_is_no_link_and_no_file() {
    for folder in ["plans", "journal"] {
        for (reason, put) in [
            ("is a symbolic link", (|path: &Path| symlink("../elsewhere", path).unwrap()) as fn(&Path)),
            ("is not a folder", |path| fs::write(path, "x").unwrap()),
            ("is a symbolic link", |path| symlink(path, path).unwrap()),
        ] {
            let office = office();
            let elsewhere = office.around().join("elsewhere");
            fs::rename(office.path().join(folder), &elsewhere).unwrap();
            put(&office.path().join(folder));
            let listed = entries(&elsewhere);
            for command in
                READING.into_iter().chain([&["done", "p00000:aaaa"][..], &["note", "p00000:aaaa", "x"]])
            {
                let answer = office.run(command);
                check(Path::new(folder), &answer);
                let told = answer.printed() + &answer.said();
                assert!(told.contains(folder) && told.contains(reason), "{command:?}: {told}");
                assert_eq!(answer.status, Some(1), "{command:?}");
            }
            let document = office.around().join("a.txt");
            fs::write(&document, "KẾ HOẠCH\nTiếp dân năm 2026\nI. Nội dung\n1. Việc\n").unwrap();
            let imported = office.run(&["import".as_ref(), document.as_os_str()]);
            assert_eq!(imported.status, Some(1), "{}", imported.said());
            assert_eq!(entries(&elsewhere), listed, "nothing was written behind the link");
        }
    }
}

fn entries(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap_or_default()))
        .collect();
    entries.sort();
    entries
}

#[test]
fn a_cycle_of_folders_ends() {
    let office = office();
    symlink(office.path(), office.path().join("plans/again.json")).unwrap();
    symlink("..", office.path().join("journal/up")).unwrap();
    is_named(&office, "plans/again.json", "is a symbolic link");
}

#[test]
fn a_workspace_may_have_any_name() {
    for name in [&b"new\nline"[..], b"\x1b[8m", b"\xff\xfe", "\u{202e}".as_bytes(), b"-rf", b"$(id)"] {
        let office = Office::named(std::ffi::OsStr::from_bytes(name));
        office.fill(&["Tiếp công dân".to_owned()]);
        for command in READING {
            check(Path::new(std::ffi::OsStr::from_bytes(name)), &office.run(command));
        }
        assert_eq!(office.run(&["note", "p00000:aaaa", "x"]).status, Some(0));
        fs::rename(office.path(), office.around().join("gone")).unwrap();
        check(Path::new("gone"), &office.run(&["list"]));
    }
}
