//! Watching: changes of others are told, by the system or within the two seconds of a look, and nothing after the end.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use super::{Office, event, journal_name, plan};
use crate::store::watch::Way;
use crate::store::{Changed, Folder, Watch};

/// The system tells of everything, of what this machine does, of nothing.
const WAYS: [Way; 3] = [Way::Told(|_| true), Way::Told(|_| false), Way::Looking];

fn watched(office: &Office, way: Way) -> (Watch, Receiver<Changed>) {
    let (sender, receiver) = channel();
    let watch = office.folder.watch_by(way, move |changed| drop(sender.send(changed)));
    (watch, receiver)
}

/// All names told until the awaited one is among them, or anything may be.
fn told(receiver: &Receiver<Changed>, awaited: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    while !all.contains(awaited) {
        match receiver.recv_timeout(Duration::from_secs(10)).expect(awaited) {
            Changed::Files(names) => all.extend(names),
            Changed::Anything => break,
        }
    }
    all
}

#[test]
fn what_others_change_is_told_by_name() {
    for way in WAYS {
        let office = Office::with(&[("plans/a.json", plan("a").as_bytes()), ("plans/b.json", b"")]);
        let (_watch, receiver) = watched(&office, way);
        office.put("plans/a.json", "{}");
        office.put("plans/.swap.json", "no file of ours");
        assert_eq!(told(&receiver, "plans/a.json"), ["plans/a.json".to_owned()].into());
        std::fs::remove_file(office.path("plans/b.json")).unwrap();
        told(&receiver, "plans/b.json");
        // The folder of the journals comes only now.
        office.lock().append(&journal_name("a"), &[event(1, "")]).unwrap();
        told(&receiver, "journal/a.jsonl");
        office.lock().append(&journal_name("a"), &[event(2, "")]).unwrap();
        assert!(told(&receiver, "journal/a.jsonl").contains("journal/a.jsonl"));
    }
}

#[test]
fn a_folder_named_from_where_one_stands_is_watched() {
    let mut office = Office::new();
    office.directory = tempfile::tempdir_in(".").unwrap();
    office.folder = Folder::open(office.directory.path().file_name().unwrap());
    // With all folders there, nothing is looked at: the system tells, by whole paths.
    office.put("plans/a.json", "{}");
    office.put("journal/a.jsonl", "");
    let (_watch, receiver) = watched(&office, WAYS[0]);
    office.put("plans/b.json", "{}");
    assert_eq!(told(&receiver, "plans/b.json"), ["plans/b.json".to_owned()].into());
}

#[test]
fn a_folder_that_comes_later_or_comes_back_is_watched() {
    for way in WAYS {
        let office = Office::new();
        let (_watch, receiver) = watched(&office, way);
        office.put("journal/a.jsonl", "");
        office.put("plans/a.json", "{}");
        told(&receiver, "plans/a.json");
        std::fs::remove_dir_all(office.path("plans")).unwrap();
        told(&receiver, "plans/a.json");
        office.put("plans/a.json", "{}");
        told(&receiver, "plans/a.json");
        while receiver.recv_timeout(Duration::from_millis(2_500)).is_ok() {}
        office.put("plans/a.json", "{ }");
        assert_eq!(told(&receiver, "plans/a.json"), ["plans/a.json".to_owned()].into());
    }
}

#[test]
fn nothing_is_told_while_nothing_happens_nor_after_the_end() {
    for way in WAYS {
        let office = Office::with(&[("units.json", b"{}"), ("plans/a.json", b""), ("journal/a.jsonl", b"")]);
        let (watch, receiver) = watched(&office, way);
        let silence = receiver.recv_timeout(Duration::from_millis(2_500));
        assert_eq!(silence, Err(RecvTimeoutError::Timeout));
        drop(watch);
        office.put("units.json", "{ }");
        // The thread ends and lets go of the sender.
        let told = receiver.recv_timeout(Duration::from_secs(10));
        assert_eq!(told, Err(RecvTimeoutError::Disconnected));
    }
}

#[test]
fn where_the_system_is_silent_a_look_tells_within_two_seconds() {
    let office = Office::with(&[("plans/a.json", plan("a").as_bytes())]);
    let (_watch, receiver) = watched(&office, Way::Looking);
    office.put("plans/a.json", "{}");
    let start = Instant::now();
    assert_eq!(told(&receiver, "plans/a.json"), ["plans/a.json".to_owned()].into());
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(4), "{taken:?}: two seconds, and as much for a busy machine");
}
