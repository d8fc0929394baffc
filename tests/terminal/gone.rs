//! The far end goes: the window, the shell, tmux, the settings that would tell of it.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::process::{look_up, only_child};
use super::screen::{PATIENCE, Screen, Start, tiendo, toy};

/// Gone within a second, and not by trying again and again.
fn check_gone(pid: Pid, gone: impl FnOnce()) {
    let before = look_up(pid).cpu;
    let start = Instant::now();
    gone();
    // What was reaped already counts as gone; the time of one that was not is still told.
    let mut spent = before;
    while look_up(pid).state != 'Z' {
        spent = look_up(pid).cpu.max(spent);
        assert!(start.elapsed() < Duration::from_secs(1), "still {:?}", look_up(pid));
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(
        spent.saturating_sub(before) < Duration::from_millis(50),
        "{spent:?} of a processor, {before:?} before"
    );
}

#[test]
fn a_hang_up_that_nobody_may_tell_of_is_seen() {
    let draft = tempfile::NamedTempFile::new().unwrap();
    let command = format!("trap '' HUP; exec {}", toy().line());
    let draft_path = draft.path().display().to_string();
    let mut screen = Start::program("/bin/sh").arg("-c").arg(command).env("TOY_DRAFT", draft_path).spawn();
    screen.wait_for("row 3");
    screen.send("jj");
    screen.wait_for("> row 2 ");
    let pid = screen.pid();
    check_gone(pid, || screen.hang_up_after("j"));
    assert_eq!(fs::read_to_string(draft.path()).unwrap(), "draft 3");
}

#[test]
fn the_program_itself_hangs_up() {
    let mut screen = tiendo().arg("--demo").spawn();
    screen.wait_for("03-KH");
    screen.settle();
    let pid = screen.pid();
    check_gone(pid, || screen.hang_up_after("j"));
}

#[test]
fn it_does_not_outlive_the_shell_that_has_the_terminal() {
    let shell =
        || Start::program("/bin/bash").arg("--norc").arg("--noprofile").arg("-i").env("PS1", "prompt> ");
    let mut screen = shell().spawn();
    screen.wait_for("prompt> ");
    screen.send(&format!("{}\n", toy().line()));
    screen.wait_for("row 3");
    let toy = only_child(screen.pid());
    check_gone(toy, || screen.signal(Signal::KILL));
}

/// A server of tmux of one test, ended with it.
pub struct Tmux(String);

impl Tmux {
    pub fn new(name: &str) -> Self {
        Self(format!("tiendo-{name}-{}", std::process::id()))
    }

    pub fn run(&self, arguments: &[&str]) -> String {
        let output =
            Command::new("tmux").args(["-L", &self.0, "-f", "/dev/null"]).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn the_end_of_tmux_is_its_end() {
    let tmux = Tmux::new("end");
    tmux.run(&["new-session", "-d", "-x", "80", "-y", "24", &format!("exec {}", toy().line())]);
    let start = Instant::now();
    while !tmux.run(&["capture-pane", "-p"]).contains("row 3") {
        assert!(start.elapsed() < PATIENCE, "no screen in tmux");
        std::thread::sleep(Duration::from_millis(10));
    }
    let pid = tmux.run(&["list-panes", "-F", "#{pane_pid}"]);
    let pid = Pid::from_raw(pid.trim().parse().unwrap()).unwrap();
    check_gone(pid, || drop(tmux.run(&["kill-server"])));
}

#[test]
fn signals_end_the_program_itself_at_once() {
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT, Signal::HUP] {
        let mut screen: Screen = tiendo().arg("--demo").spawn();
        screen.wait_for("03-KH");
        screen.settle();
        let pid = screen.pid();
        check_gone(pid, || kill_process(pid, signal).unwrap());
        assert!(screen.exit_status().signal().is_some());
        assert!(!screen.is_full_screen() && screen.cursor().is_some(), "{signal:?}");
    }
}
