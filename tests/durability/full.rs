//! Where nothing more can be written: a full disk, a limit on the size of files, a disk that became read only.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::office::{JOURNAL, Office, said};
use super::tool;

/// A small file system in memory; unmounted with the value.
struct Memory(tempfile::TempDir);

impl Memory {
    fn of(kilobytes: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        mount(&["-t", "tmpfs", "-o", &format!("size={kilobytes}k,mode=755"), "tmpfs"], folder.path());
        Self(folder)
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

fn mount(arguments: &[&str], at: &Path) {
    let status = Command::new("mount").args(arguments).arg(at).status().unwrap();
    assert!(status.success(), "mount {arguments:?}");
}

/// The saves that are tried again and again.
const SAVES: [&[&str]; 3] =
    [&["note", "45:II.1", "một lời ghi chú"], &["units", "short", "so noi vu"], &["import", "document.txt"]];

/// Refused in one sentence that says why, and all files are as they were.
fn refuses(office: &Office, output: &Output, reason: &str, before: &[(String, Vec<u8>)]) {
    assert_eq!(output.status.code(), Some(1), "{}", said(output));
    let said = said(output);
    assert!(said.starts_with("tiendo: ") && said.contains(reason), "{said}");
    assert_eq!(files(office), before, "{said}");
    assert_eq!(office.flaws(), []);
}

/// Every file of the workspace but the lock, by name.
fn files(office: &Office) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for folder in ["", "plans", "journal"] {
        for entry in fs::read_dir(office.workspace.join(folder)).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_file() && !path.ends_with(".lock") {
                files.push((path.display().to_string(), fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// Each save in turn, until the disk is full; then room is made and they go on.
#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    if !tool::superuser() {
        return;
    }
    let memory = Memory::of(64);
    let office = Office::on(&memory.0.path().join("workspace"));
    office.run(&["note", "45:II.1", "acknowledged"]);
    // What is left is filled but for a part of a block: the next write succeeds in part.
    let filler = memory.0.path().join("filler");
    let mut refused = 0;
    for turn in 0..400 {
        if turn == 20 {
            let _ = fs::write(&filler, vec![b'x'; 64 << 10]);
        }
        let short = format!("S{turn}");
        let mut arguments = SAVES[turn % 3].to_vec();
        if turn % 3 == 1 {
            arguments.push(&short);
        }
        let before = files(&office);
        let output = office.program(&arguments).output().unwrap();
        if output.status.success() {
            continue;
        }
        refuses(&office, &output, "disk is full", &before);
        refused += 1;
        if refused > 8 {
            break;
        }
    }
    assert!(refused > 8, "the disk never became full");
    fs::remove_file(filler).unwrap();
    office.goes_on();
    assert_eq!(office.notes().first().map(String::as_str), Some("acknowledged"));
}

/// A journal that may not grow beyond a limit: the write succeeds in part, then not at all; the part is cut off.
#[test]
fn a_file_that_may_not_grow_is_said_and_cut_off_where_it_was() {
    let office = Office::new();
    for turn in 0..10 {
        office.run(&["note", "45:II.1", &format!("acknowledged {turn}")]);
    }
    let before = files(&office);
    let length = office.text(JOURNAL).len();
    // The shell counts blocks of 512 bytes.
    let line = format!("ulimit -f {}; exec \"$0\" \"$@\"", length.div_ceil(512));
    let long = "một lời ghi chú dài ".repeat(60);
    let output = office.under(&["sh", "-c", &line], &["note", "45:II.1", &long]).output().unwrap();
    refuses(&office, &output, "exceed the size", &before);
    let output = office.under(&["sh", "-c", "ulimit -f 0; exec \"$0\" \"$@\""], SAVES[2]).output().unwrap();
    refuses(&office, &output, "exceed the size", &before);
    office.goes_on();
}

#[test]
fn a_disk_that_became_read_only_is_said() {
    if !tool::superuser() {
        return;
    }
    let memory = Memory::of(512);
    let office = Office::on(&memory.0.path().join("workspace"));
    office.run(&["note", "45:II.1", "acknowledged"]);
    let before = files(&office);
    mount(&["-o", "remount,ro"], memory.0.path());
    for arguments in [&["note", "45:II.1", "x"][..], &["units", "short", "so noi vu", "NV"], SAVES[2]] {
        let output = office.program(arguments).output().unwrap();
        refuses(&office, &output, "ead-only", &before);
    }
    assert!(office.program(&["list"]).output().unwrap().status.success(), "reading goes on");
    mount(&["-o", "remount,rw"], memory.0.path());
    office.goes_on();
}
