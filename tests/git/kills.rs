//! A sync that is killed, a git that fails at any call, and writers who write meanwhile: nothing is lost, the next sync goes on.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::{Value, json};

use super::figure;
use super::office::{JOURNAL, Office, PLAN, Town, task};

const NOTES: &str = "notes.txt";

/// Both have written: lines of the journal, and fields of which one is a conflict where that is wanted. One has changed a
/// file that is none of a workspace's.
fn diverge(lan: &Office, minh: &Office, mark: &str, in_conflict: bool) {
    for (office, n) in [(lan, 0), (minh, 1)] {
        office.run(&["note", "a:I.1", &format!("{mark}-{}", office.by)]);
        office.edit(|plan| {
            task(plan, n)["title"] = json!(format!("{mark}-{}", office.by));
            if in_conflict {
                task(plan, 2)["title"] = json!(format!("{mark}-{}", office.by));
            }
        });
    }
    fs::write(minh.workspace.join(NOTES), mark).unwrap();
    minh.git(&["add", NOTES]);
    minh.git(&["commit", "-q", "-m", "notes"]);
    minh.run(&["sync"]);
}

/// Syncs until nothing is left to do, deciding for our side; then both have everything.
fn goes_on(lan: &Office, minh: &Office, mark: &str, in_conflict: bool) {
    let (status, said) = lan.call(&["sync"]);
    if status != 0 {
        assert!(in_conflict && said.contains("tiendo conflicts"), "{said}");
        lan.run(&["conflicts", "--take", "ours"]);
        lan.run(&["sync"]);
    }
    minh.run(&["sync"]);
    for office in [lan, minh] {
        let mut plan = office.read(PLAN);
        let mut title = |n: usize| task(&mut plan, n)["title"].clone();
        assert_eq!([title(0), title(1)], [json!(format!("{mark}-lan")), json!(format!("{mark}-minh"))]);
        if in_conflict {
            assert_eq!(title(2), json!(format!("{mark}-lan")));
        }
        let journal = office.text(JOURNAL);
        assert!(["lan", "minh"].iter().all(|by| journal.contains(&format!("{mark}-{by}"))), "{journal}");
        assert_eq!(office.text(NOTES), mark);
        assert_eq!((office.findings().as_str(), office.git_status().as_str()), ("", ""));
    }
    assert_eq!(lan.text(PLAN), minh.text(PLAN));
}

#[test]
fn a_sync_killed_at_any_moment_is_gone_on_with() {
    let kills = figure(12, 300);
    let town = Town::new();
    let [lan, minh] = town.two_offices(4);
    let mut whole = Duration::from_millis(400);
    for n in 0..kills {
        let mark = format!("k{n}");
        diverge(&lan, &minh, &mark, n % 2 == 0);
        let began = Instant::now();
        let mut command = lan.program(&["sync"]);
        let mut child = command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Spread over the time that a whole sync takes, by steps that never meet.
        let moment = whole * u32::try_from(n * 37 % kills).unwrap() / u32::try_from(kills).unwrap();
        while began.elapsed() < moment && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        match child.try_wait().unwrap() {
            Some(_) => whole = began.elapsed(),
            None => drop(kill_process_group(Pid::from_child(&child), Signal::KILL)),
        }
        child.wait().unwrap();
        goes_on(&lan, &minh, &mark, n % 2 == 0);
    }
}

/// A `git` before the real one on the path that fails at one call, or kills who called it.
struct Saboteur {
    folder: PathBuf,
}

impl Saboteur {
    fn new(town: &Town) -> Self {
        let folder = town.path().join("saboteur");
        fs::create_dir(&folder).unwrap();
        let script = "#!/bin/sh\nd=$(dirname \"$0\")\nn=$(($(cat \"$d/count\") + 1))\necho $n > \"$d/count\"\n\
            if [ $n = \"$(cat \"$d/at\")\" ]; then\n  case $(cat \"$d/how\") in\n  fail) exit 128;;\n  kill) kill -9 $PPID; exit 128;;\n\
            after) PATH=${PATH#*:} git \"$@\"; kill -9 $PPID; exit 128;;\n  esac\nfi\nPATH=${PATH#*:} exec git \"$@\"\n";
        fs::write(folder.join("git"), script).unwrap();
        fs::set_permissions(folder.join("git"), fs::Permissions::from_mode(0o755)).unwrap();
        Self { folder }
    }

    /// Syncs with the call of that number going wrong; whether there were so many.
    fn sync(&self, office: &Office, at: usize, how: &str) -> bool {
        for (file, text) in [("count", "0"), ("at", &at.to_string()), ("how", how)] {
            fs::write(self.folder.join(file), text).unwrap();
        }
        let path = format!("{}:{}", self.folder.display(), std::env::var("PATH").unwrap());
        office.program(&["sync"]).env("PATH", path).output().unwrap();
        fs::read_to_string(self.folder.join("count")).unwrap().trim().parse::<usize>().unwrap() >= at
    }
}

#[test]
fn every_call_of_git_may_fail_or_be_the_last() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(4);
    let saboteur = Saboteur::new(&town);
    let step = figure(11, 1);
    for how in ["fail", "kill", "after"] {
        // A conflict takes every way that a clean merge takes, but for its end.
        for in_conflict in [false, true].into_iter().skip(1 - figure(0, 1)) {
            let mut at = 1;
            loop {
                let mark = format!("{how}{at}{in_conflict}");
                diverge(&lan, &minh, &mark, in_conflict);
                let was_called = saboteur.sync(&lan, at, how);
                goes_on(&lan, &minh, &mark, in_conflict);
                if !was_called {
                    break;
                }
                at += step;
            }
            assert!(at > 20, "git is called more often than {at} times");
        }
    }
}

#[test]
fn who_writes_during_a_sync_loses_nothing() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(4);
    let is_over = AtomicBool::new(false);
    let written = thread::scope(|scope| {
        let writers: Vec<_> = (0..2)
            .map(|w| {
                let (lan, is_over) = (&lan, &is_over);
                scope.spawn(move || {
                    let mut notes = Vec::new();
                    while !is_over.load(Ordering::Relaxed) {
                        let note = format!("w{w}-{}", notes.len());
                        match lan.call(&["note", "a:I.1", &note]) {
                            (0, _) => notes.push(note),
                            // On a machine with much else to do a sync may hold the lock for longer than one waits.
                            (_, said) => assert!(said.contains(".lock"), "{said}"),
                        }
                    }
                    notes
                })
            })
            .collect();
        for n in 0..figure(3, 40) {
            minh.run(&["note", "a:I.2", &format!("minh-{n}")]);
            minh.run(&["sync"]);
            lan.run(&["sync"]);
        }
        is_over.store(true, Ordering::Relaxed);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect::<Vec<String>>()
    });
    lan.run(&["sync"]);
    minh.run(&["sync"]);
    for office in [&lan, &minh] {
        let notes: Vec<Value> = office
            .text(JOURNAL)
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["note"].clone())
            .collect();
        let lost: Vec<&String> = written.iter().filter(|note| !notes.contains(&json!(note))).collect();
        assert!(lost.is_empty(), "{} lost of {}: {lost:?}", lost.len(), written.len());
    }
    assert_eq!(lan.text(PLAN), minh.text(PLAN));
}

#[test]
fn a_lock_that_a_killed_git_left_is_taken_away() {
    let town = Town::new();
    let [lan, minh] = town.two_offices(4);
    for in_conflict in [true, false] {
        let mark = format!("x{in_conflict}");
        diverge(&lan, &minh, &mark, in_conflict);
        for lock in ["refs/heads/main.lock", "refs/remotes/origin/main.lock", "index.lock"] {
            fs::write(lan.workspace.join(".git").join(lock), "").unwrap();
        }
        goes_on(&lan, &minh, &mark, in_conflict);
    }
}
