//! Watching: changes of others are told, within the two seconds of a look, and nothing after the end.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::{Office, event, journal_name, plan};
use crate::store::Watch;

fn watched(office: &Office) -> (Watch, Receiver<BTreeSet<String>>) {
    let (sender, receiver) = channel();
    let watch = office.folder.watch(move |changed| drop(sender.send(changed)));
    (watch, receiver)
}

/// All names told until one of them is the awaited one.
fn told(receiver: &Receiver<BTreeSet<String>>, awaited: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    while !all.contains(awaited) {
        all.extend(receiver.recv_timeout(Duration::from_secs(10)).expect(awaited));
    }
    all
}

#[test]
fn what_others_change_is_told_by_name() {
    let office = Office::with(&[("plans/a.json", plan("a").as_bytes()), ("plans/b.json", b"")]);
    let (_watch, receiver) = watched(&office);
    office.put("plans/a.json", "{}");
    office.put("plans/.swap.json", "no file of ours");
    assert_eq!(told(&receiver, "plans/a.json"), ["plans/a.json".to_owned()].into());
    std::fs::remove_file(office.path("plans/b.json")).unwrap();
    told(&receiver, "plans/b.json");
    // The folder of the journals comes only now.
    office.lock().append(&journal_name("a"), &[event(1, "")]).unwrap();
    told(&receiver, "journal/a.jsonl");
    office.lock().append(&journal_name("a"), &[event(2, "")]).unwrap();
    told(&receiver, "journal/a.jsonl");
}

#[test]
fn a_folder_that_comes_later_is_found() {
    let office = Office::new();
    let (_watch, receiver) = watched(&office);
    office.put("plans/a.json", "{}");
    told(&receiver, "plans/a.json");
}

#[test]
fn nothing_is_told_after_the_end() {
    let office = Office::with(&[("units.json", b"{}")]);
    let (watch, receiver) = watched(&office);
    drop(watch);
    office.put("units.json", "{ }");
    // The thread ends and lets go of the sender.
    let told = receiver.recv_timeout(Duration::from_secs(10));
    assert_eq!(told, Err(std::sync::mpsc::RecvTimeoutError::Disconnected));
}
