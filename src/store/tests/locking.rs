//! The lock: threads and processes, holders that die, a folder for reading only.

use std::fs::File;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::Office;
use crate::store::{Folder, StoreError};

#[test]
fn one_thread_at_a_time_holds_the_lock() {
    let office = Office::new();
    let inside = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..20 {
                    let guard = office.lock();
                    assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                    inside.fetch_sub(1, Ordering::SeqCst);
                    drop(guard);
                }
            });
        }
    });
}

#[test]
fn who_waits_too_long_is_told_for_what() {
    let office = Office::new();
    drop(office.lock());
    let held = File::open(office.path(".lock")).unwrap();
    held.lock().unwrap();
    let error = office.folder.lock().unwrap_err();
    let StoreError::Waits { lock, holder } = error else { panic!("{error}") };
    assert_eq!(lock, office.path(".lock"));
    assert!(holder.unwrap().ends_with(&format!("(process {})", std::process::id())));
    drop(held);
    drop(office.lock());
}

#[test]
fn the_lock_is_never_deleted_and_dies_with_its_holder() {
    let office = Office::new();
    drop(office.lock());
    let inode = office.path(".lock").metadata().unwrap().ino();
    let mut holder = std::process::Command::new("flock")
        .args(["--exclusive", &office.path(".lock").display().to_string(), "sleep", "60"])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let probe = File::open(office.path(".lock")).unwrap();
    while probe.try_lock().is_ok() {
        probe.unlock().unwrap();
        thread::yield_now();
    }
    // The child of flock holds the lock as well; ask the system to end both.
    let children = format!("/proc/{0}/task/{0}/children", holder.id());
    let child = std::fs::read_to_string(children).unwrap_or_default();
    holder.kill().unwrap();
    if let Some(child) = child.trim().parse().ok().and_then(rustix::process::Pid::from_raw) {
        rustix::process::kill_process(child, rustix::process::Signal::KILL).unwrap();
    }
    holder.wait().unwrap();
    drop(office.lock());
    assert_eq!(office.path(".lock").metadata().unwrap().ino(), inode);
}

#[test]
fn a_lock_that_somebody_deleted_does_not_let_two_in() {
    let office = Office::new();
    let first = office.lock();
    std::fs::remove_file(office.path(".lock")).unwrap();
    let second = office.lock();
    drop(first);
    let held = File::open(office.path(".lock")).unwrap();
    assert!(held.try_lock().is_err());
    drop(second);
    assert!(held.try_lock().is_ok());
}

#[test]
fn what_is_open_for_reading_is_not_written() {
    let office = Office::new();
    let folder = Folder::open_for_reading(office.path("x"));
    assert!(matches!(folder.lock(), Err(StoreError::ReadOnly(_))));
    assert!(!office.path("x").exists());
}

#[test]
fn new_files_are_open_to_whom_the_folder_is_open() {
    let office = Office::new();
    for (folder, file) in [(0o2770, 0o660), (0o700, 0o600), (0o755, 0o644)] {
        let root = office.path(&format!("w{folder:o}"));
        std::fs::create_dir(&root).unwrap();
        std::fs::set_permissions(&root, std::fs::Permissions::from_mode(folder)).unwrap();
        drop(Folder::open(&root).lock().unwrap());
        assert_eq!(root.join(".lock").metadata().unwrap().mode() & 0o777, file);
        assert_eq!(root.join("plans").metadata().unwrap().mode() & 0o777, folder & 0o777);
    }
}
