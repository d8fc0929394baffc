//! A power cut: the image of a disk copied while saves stream in; the copy is what the disk would hold afterwards.
//!
//! The program's own memory and the system's cache are not in the copy, only what has been written to the device. Half
//! of the cuts come at any moment, half right behind an acknowledgement, where nothing that follows covers up for a
//! sync that is missing.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::writer::{found, furnish, told_in, waiting_writer_in};
use super::{figure, tool};

/// A mounted image; unmounted with the value.
struct Disk(PathBuf);

impl Disk {
    fn mount(image: &Path, at: &Path) -> Self {
        fs::create_dir_all(at).unwrap();
        run("mount", &["-o", "loop", text(image), text(at)]);
        Self(at.to_owned())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn run(program: &str, arguments: &[&str]) {
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A writer that takes a step for each line that it is given, and what it has said.
struct Stream {
    writer: Child,
    said: Arc<Mutex<String>>,
}

impl Stream {
    fn start(workspace: &Path) -> Self {
        let mut writer = waiting_writer_in(workspace).spawn().unwrap();
        let mut from = writer.stdout.take().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let hears = Arc::clone(&said);
        thread::spawn(move || {
            let mut bytes = [0; 4_096];
            while let Ok(length @ 1..) = from.read(&mut bytes) {
                hears.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..length]));
            }
        });
        Self { writer, said }
    }

    fn allow(&mut self, steps: usize) {
        self.writer.stdin.as_mut().unwrap().write_all(&b"\n".repeat(steps)).unwrap();
    }

    fn steps(&self) -> usize {
        let said = self.said();
        told_in(&said, "appended").len() + told_in(&said, "replaced").len()
    }

    fn said(&self) -> String {
        let said = self.said.lock().unwrap().clone();
        assert!(!said.contains("refused"), "{said}");
        said
    }

    /// Waits until so many steps are acknowledged.
    fn wait_for(&self, steps: usize) {
        let start = Instant::now();
        while self.steps() < steps {
            assert!(start.elapsed() < Duration::from_secs(20), "the writer stands still: {}", self.said());
            thread::yield_now();
        }
    }

    fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(self.writer.id().try_into().unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        let _ = self.writer.kill();
        let _ = self.writer.wait();
    }
}

#[test]
fn a_power_cut_loses_nothing_acknowledged() {
    if !tool::loop_device() {
        return;
    }
    let cuts = figure(8, 50);
    let folder = tempfile::tempdir().unwrap();
    let (image, copy) = (folder.path().join("image"), folder.path().join("copy"));
    fs::File::create(&image).unwrap().set_len(24 << 20).unwrap();
    run("mkfs.ext4", &["-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", text(&image)]);
    let disk = Disk::mount(&image, &folder.path().join("disk"));
    furnish(&disk.0);
    run("sync", &["-f", text(&disk.0)]);
    let mut stream = Stream::start(&disk.0);
    let mut steps = 0;
    for cut in 0..cuts {
        let before = 3 + cut * 5 % 12;
        stream.allow(before);
        steps += before;
        stream.wait_for(steps);
        let is_at_any_moment = cut % 2 == 0;
        if is_at_any_moment {
            // The next steps are under way, and stopped wherever they are.
            stream.allow(40);
            thread::sleep(Duration::from_micros(cut as u64 * 7_919 % 20_000));
            stream.signal(Signal::STOP);
        }
        // What is heard only after the copy may have been said after it.
        let said = stream.said();
        fs::copy(&image, &copy).unwrap();
        if is_at_any_moment {
            stream.signal(Signal::CONT);
            steps += 40;
            stream.wait_for(steps);
        }
        check(&said, &Disk::mount(&copy, &folder.path().join("after")).0);
    }
    println!("{cuts} power cuts, {steps} acknowledged saves: none lost");
    drop(stream);
}

/// Whether all that was said to be safe is there.
fn check(said: &str, disk: &Path) {
    let (notes, saves) = found(disk);
    let notes: BTreeSet<u64> = notes.into_iter().collect();
    let lost: Vec<u64> = told_in(said, "appended").into_iter().filter(|n| !notes.contains(n)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let replaced = told_in(said, "replaced").last().copied().unwrap_or_default();
    assert!(saves >= replaced, "the plan fell back from {replaced} to {saves}");
}
