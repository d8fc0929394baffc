//! Whatever ends the program, the terminal is as it was and nothing stays behind.

use std::fs;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::process::{look_up, only_child, wait_for_state};
use super::screen::{Screen, Start, tiendo, toy};

fn started() -> Screen {
    let screen = toy().spawn();
    screen.wait_for("row 3");
    screen
}

/// Every mode that was switched on must be off, and every one that was switched off on, when the program has ended.
fn check_modes(written: &[u8]) {
    let written = String::from_utf8_lossy(written);
    for mode in ["1049", "2004", "1004", "2026"] {
        let (on, off) = (written.rfind(&format!("\x1b[?{mode}h")), written.rfind(&format!("\x1b[?{mode}l")));
        assert!(on.is_some() && off > on, "mode {mode} stays on");
    }
    assert!(written.rfind("\x1b[?25h") > written.rfind("\x1b[?25l"), "the cursor stays hidden");
    assert_eq!(
        written.matches("\x1b[>1u").count(),
        written.matches("\x1b[<1u").count(),
        "keyboard flags stay"
    );
    for query in ["\x1b[6n", "\x1b[5n", "\x1b[c", "\x1b[?u", "\x1b]11;?"] {
        assert!(!written.contains(query), "the terminal was asked {query:?}");
    }
}

#[test]
fn quitting_gives_the_terminal_back() {
    let mut screen = toy().spawn();
    screen.wait_for("row 3");
    screen.send("jjd");
    screen.wait_for("saved 2");
    screen.send("q");
    assert!(screen.exit_status().success());
    check_modes(&screen.bytes_since(0));
    assert!(!screen.is_full_screen());
}

#[test]
fn the_line_is_set_as_before() {
    let mut screen = Start::program("/bin/sh").env("PS1", "$ ").spawn();
    screen.wait_for("$ ");
    let before = screen.line_settings();
    for (ending, says) in [("q", "status 0"), ("P", "status 101")] {
        let mark = screen.mark();
        screen.send(&format!("{}; echo status $?\n", toy_line()));
        screen.wait_until("the screen", |screen| screen.is_full_screen() && screen.text().contains("row 3"));
        assert_ne!(screen.line_settings(), before);
        screen.send(ending);
        screen.wait_until("the shell", |screen| {
            String::from_utf8_lossy(&screen.bytes_since(mark)).contains(says)
        });
        assert_eq!(screen.line_settings(), before);
        check_modes(&screen.bytes_since(mark));
    }
}

fn toy_line() -> String {
    toy().line()
}

#[test]
fn a_hang_up_ends_it_in_a_second_and_saves_the_draft() {
    let draft = tempfile::NamedTempFile::new().unwrap();
    let mut screen = toy().env("TOY_DRAFT", draft.path().display().to_string()).spawn();
    screen.wait_for("row 3");
    screen.send("jj");
    screen.wait_for("> row 2");
    let before = look_up(screen.pid()).cpu;
    screen.hang_up_after("j");
    let start = Instant::now();
    wait_for_state(screen.pid(), 'Z', Duration::from_secs(1));
    let spent = look_up(screen.pid()).cpu.saturating_sub(before);
    assert!(spent < Duration::from_millis(50), "{spent:?} of a processor in {:?}", start.elapsed());
    assert_eq!(fs::read_to_string(draft.path()).unwrap(), "draft 3");
    screen.exit_status();
}

#[test]
fn a_hang_up_without_a_signal_ends_it_too() {
    // In a session of its own the program is not told; it sees for itself that the terminal is gone.
    let mut screen = Start::program("/bin/sh").arg("-c").arg(format!("setsid -w {}; :", toy_line())).spawn();
    screen.wait_for("row 3");
    let toy = only_child(screen.pid());
    screen.hang_up_after("j");
    wait_for_state(toy, 'Z', Duration::from_secs(1));
}

#[test]
fn a_hang_up_does_not_wait_for_a_disk_that_hangs() {
    let mut screen = started();
    screen.send("hj");
    screen.wait_for("> row 1");
    screen.hang_up_after("j");
    wait_for_state(screen.pid(), 'Z', Duration::from_secs(1));
}

#[test]
fn a_signal_ends_it_by_that_signal_with_the_draft_saved() {
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT, Signal::HUP] {
        let draft = tempfile::NamedTempFile::new().unwrap();
        let mut screen = toy().env("TOY_DRAFT", draft.path().display().to_string()).spawn();
        screen.wait_for("row 3");
        screen.signal(signal);
        let status = screen.exit_status();
        assert!(status.signal().is_some(), "{signal:?}: {status:?}");
        check_modes(&screen.bytes_since(0));
        assert_eq!(fs::read_to_string(draft.path()).unwrap(), "draft 0");
    }
}

#[test]
fn a_panic_restores_the_terminal_and_then_says_why() {
    for (key, status, says) in [("P", 101, "broken"), ("W", 1, "worker broken"), ("T", 1, "thread broken")] {
        let mut screen = started();
        screen.send(key);
        assert_eq!(screen.exit_status().exit_code(), status);
        check_modes(&screen.bytes_since(0));
        screen.wait_for(says);
        assert!(
            !String::from_utf8_lossy(&screen.bytes_since(0)).contains("\x1b]0;"),
            "the message reached the terminal raw"
        );
    }
}

#[test]
fn without_a_terminal_it_says_so() {
    for (term, redirection) in [("dumb", ""), ("", ""), ("xterm", "< /dev/null"), ("xterm", "| cat")] {
        let command = format!("{{ {} {redirection}; }} 2>&1; echo status $?", toy_line());
        let mut screen = Start::program("/bin/sh").arg("-c").arg(command).env("TERM", term).spawn();
        assert!(screen.exit_status().success());
        screen.wait_for("terminal");
        assert!(!screen.bytes_since(0).contains(&0x1b));
    }
}

#[test]
fn the_program_itself_quits() {
    let mut screen = tiendo().arg("--demo").spawn();
    screen.wait_until("the screen", Screen::is_full_screen);
    screen.send("q");
    assert!(screen.exit_status().success());
    check_modes(&screen.bytes_since(0));
}
