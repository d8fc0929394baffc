//! Appending: whole lines, torn ones ended, many writers, and no line where none was promised.

use std::os::unix::fs::{FileExt, MetadataExt, PermissionsExt, symlink};
use std::thread;

use super::{Office, event, journal_name};
use crate::store::read::MAX_BYTES;
use crate::store::{Folder, StoreError, next_id};

#[test]
fn what_is_appended_is_read_again() {
    let office = Office::new();
    let name = journal_name("a");
    assert_eq!(office.lock().append(&name, &[event(1, "một"), event(2, "hai")]).unwrap().torn, None);
    office.lock().append(&name, &[event(3, "dòng\nmới")]).unwrap();
    office.lock().append(&name, &[]).unwrap();
    let journal = office.folder.read_journal(&name).unwrap();
    assert_eq!(journal.events, [event(1, "một"), event(2, "hai"), event(3, "dòng\nmới")]);
    assert_eq!(journal.findings, []);
    assert_eq!(office.text("journal/a.jsonl").lines().count(), 3);
}

#[test]
fn a_torn_line_is_ended_and_told() {
    let office = Office::with(&[("journal/a.jsonl", b"{}\n{\"id\": \"01J")]);
    let name = journal_name("a");
    let torn = office.lock().append(&name, &[event(1, "")]).unwrap().torn.unwrap();
    assert_eq!(torn.line, 2);
    assert!(office.text("journal/a.jsonl").starts_with("{}\n{\"id\": \"01J\n{\"id\":\""));
    let journal = office.folder.read_journal(&name).unwrap();
    assert_eq!((journal.events.len(), journal.findings.len()), (1, 2));
    assert_eq!(office.lock().append(&name, &[event(2, "")]).unwrap().torn, None);
}

#[test]
fn eight_writers_lose_no_line_and_their_ids_rise() {
    let office = Office::new();
    let name = journal_name("a");
    thread::scope(|scope| {
        for writer in 0..8_u64 {
            let (office, name) = (&office, &name);
            scope.spawn(move || {
                let folder = Folder::open(office.directory.path());
                for n in 0..10_u64 {
                    let guard = folder.lock().unwrap();
                    let last = folder.last_id(name).unwrap();
                    // Their clocks disagree.
                    let id = next_id(last, 1_000_000 - 1_000 * writer, n.into());
                    guard.append(name, &[crate::domain::Event { id, ..event(0, "") }]).unwrap();
                }
            });
        }
    });
    let journal = office.folder.read_journal(&name).unwrap();
    assert_eq!(journal.events.len(), 80);
    assert!(journal.events.is_sorted_by(|one, next| one.id < next.id));
}

#[test]
fn a_journal_that_must_not_be_written_is_refused_by_name() {
    let office = Office::with(&[("journal/a.jsonl", b"{}\n"), ("journal/b.jsonl", b"{}\n")]);
    std::fs::set_permissions(office.path("journal/a.jsonl"), PermissionsExt::from_mode(0o444)).unwrap();
    symlink("b.jsonl", office.path("journal/c.jsonl")).unwrap();
    let refusal = |id| office.lock().append(&journal_name(id), &[event(1, "")]).unwrap_err();
    assert_eq!(refusal("a").to_string(), "journal/a.jsonl is write-protected");
    assert_eq!(refusal("c").to_string(), "journal/c.jsonl: is a symbolic link");
    assert_eq!(office.text("journal/b.jsonl"), "{}\n");
}

#[test]
fn what_would_be_too_long_to_be_read_again_is_not_appended() {
    let office = Office::with(&[("journal/a.jsonl", b""), ("journal/b.jsonl", b"")]);
    for (id, len, is_suspect) in
        [("a", MAX_BYTES - 1, false), ("b", MAX_BYTES - 1, true), ("a", 4 << 30, false)]
    {
        let path = office.path(&format!("journal/{id}.jsonl"));
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_len(len).unwrap();
        file.write_all_at(b"\n", len - 1).unwrap();
        if is_suspect {
            office.folder.suspect(&path);
        }
        let refused = office.lock().append(&journal_name(id), &[event(1, "")]).unwrap_err();
        assert!(refused.to_string().contains("at most 67108864 are read"), "{refused}");
        assert_eq!(path.metadata().unwrap().len(), len);
    }
}

#[test]
fn after_a_failed_sync_the_journal_is_written_anew() {
    let office = Office::new();
    let name = journal_name("a");
    office.lock().append(&name, &[event(1, "")]).unwrap();
    let path = office.path("journal/a.jsonl");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
    let before = path.metadata().unwrap();
    office.folder.suspect(&path);
    office.lock().append(&name, &[event(2, "")]).unwrap();
    let after = path.metadata().unwrap();
    assert_ne!(after.ino(), before.ino());
    assert_eq!(after.mode(), before.mode());
    assert_eq!(office.folder.read_journal(&name).unwrap().events, [event(1, ""), event(2, "")]);
    office.lock().append(&name, &[event(3, "")]).unwrap();
    assert_eq!(path.metadata().unwrap().ino(), after.ino(), "trusted again");
}

#[test]
fn a_full_disk_is_an_error_and_leaves_the_journal_as_it_was() {
    // The one device that is always full; a journal on it is no regular file, so the step below is called.
    let office = Office::with(&[("journal/a.jsonl", b"{}\n")]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let error = crate::store::durable::append(&full, &office.path("journal/a.jsonl"), b"{}\n").unwrap_err();
    assert_eq!(error.io_kind(), Some(std::io::ErrorKind::StorageFull));
    assert!(matches!(error, StoreError::Io { doing: crate::store::Doing::Write, .. }));
}
