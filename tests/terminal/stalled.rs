//! A terminal at the end of a slow line, or of one that takes no byte at all.

use std::fs;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::process::{look_up, reads, wait_for_state};
use super::screen::{Pace, Screen, Start, toy};

/// What a modem of old, or a bad line to a far province, lets through.
const SLOW: Pace = Pace::BytesASecond(16_000);

/// The toy before a terminal that takes nothing any more: what it has written since is stuck.
fn stuck(start: Start) -> Screen {
    let mut screen = start.size(300, 100).spawn();
    screen.wait_for("row 3");
    screen.settle();
    screen.pace(Pace::Held);
    // Whole frames, until the line is full: then the program is seen to write no more.
    for _ in 0..40 {
        screen.send("r");
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut before = Duration::ZERO;
    while look_up(screen.pid()).cpu != before {
        before = look_up(screen.pid()).cpu;
        std::thread::sleep(Duration::from_millis(100));
    }
    screen
}

#[test]
fn a_terminal_that_takes_nothing_keeps_no_ending_waiting() {
    for ending in [Signal::TERM, Signal::INT, Signal::QUIT, Signal::HUP] {
        let draft = tempfile::NamedTempFile::new().unwrap();
        let mut screen = stuck(toy().env("TOY_DRAFT", draft.path().display().to_string()));
        let found = screen.line_settings();
        screen.send("jjj");
        // The keys are taken in though nobody can see it.
        std::thread::sleep(Duration::from_millis(200));
        let (before, read_before) = (look_up(screen.pid()).cpu, reads(screen.pid()));
        screen.signal(ending);
        // On a busy machine one that spins gets little of the processor; what it does is counted as well.
        let (start, mut read) = (Instant::now(), read_before);
        while look_up(screen.pid()).state != 'Z' {
            read = read.max(reads(screen.pid()));
            assert!(
                start.elapsed() < Duration::from_secs(1),
                "{ending:?}: still {:?}",
                look_up(screen.pid())
            );
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(read - read_before < 100, "{ending:?}: {} reads", read - read_before);
        let spent = look_up(screen.pid()).cpu.saturating_sub(before);
        assert!(spent < Duration::from_millis(50), "{ending:?}: {spent:?} of a processor");
        assert_ne!(screen.line_settings(), found, "{ending:?}: the line stays raw");
        assert_eq!(fs::read_to_string(draft.path()).unwrap(), "draft 3", "{ending:?}");
        screen.pace(Pace::Free);
        assert!(screen.exit_status().signal().is_some());
    }
}

#[test]
fn a_panic_does_not_wait_for_a_terminal_that_takes_nothing() {
    for key in ["P", "W", "T"] {
        let mut screen = stuck(toy());
        let found = screen.line_settings();
        screen.send(key);
        wait_for_state(screen.pid(), 'Z', Duration::from_secs(2));
        assert_ne!(screen.line_settings(), found, "{key}: the line stays raw");
        screen.pace(Pace::Free);
        screen.exit_status();
    }
}

#[test]
fn a_hang_up_of_a_terminal_that_takes_nothing_is_seen() {
    let mut screen = stuck(toy());
    screen.pace(Pace::Free);
    screen.hang_up_after("j");
    wait_for_state(screen.pid(), 'Z', Duration::from_secs(1));
}

#[test]
fn who_leaves_a_terminal_that_takes_nothing_is_let_go() {
    let mut screen = stuck(toy());
    screen.send("q");
    wait_for_state(screen.pid(), 'Z', Duration::from_secs(5));
    screen.pace(Pace::Free);
    assert!(screen.exit_status().success());
}

#[test]
fn a_stall_loses_no_key() {
    let mut screen = stuck(toy());
    let before = look_up(screen.pid()).cpu;
    for _ in 0..200 {
        screen.send("j");
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(look_up(screen.pid()).cpu.saturating_sub(before) < Duration::from_secs(1), "busy while it waits");
    let mark = screen.mark();
    screen.pace(Pace::Free);
    screen.wait_for("> row 200 ");
    screen.settle();
    check_frames(&screen.bytes_since(0));
    let drawn = frames(&screen.bytes_since(mark));
    assert!(drawn < 20, "{drawn} frames for what nobody saw");
}

#[test]
fn a_slow_line_is_not_filled_with_what_is_old() {
    let mut screen = toy().size(200, 60).spawn();
    screen.wait_for("row 3");
    screen.settle();
    screen.pace(SLOW);
    let mark = screen.mark();
    // Each is a whole new painting, of which the line takes a few in a second.
    for _ in 0..100 {
        screen.send("jr");
        std::thread::sleep(Duration::from_millis(10));
    }
    let typed = Instant::now();
    screen.wait_for("> row 100 ");
    let behind = typed.elapsed();
    screen.settle();
    let written = screen.bytes_since(mark);
    check_frames(&written);
    assert!(frames(&written) < 50, "{} frames", frames(&written));
    assert!(behind < Duration::from_secs(5), "{behind:?} behind, {} bytes", written.len());
    screen.send("q");
    assert!(screen.exit_status().success());
    assert!(!screen.is_full_screen());
}

fn frames(written: &[u8]) -> usize {
    String::from_utf8_lossy(written).matches("\x1b[?2026h").count()
}

/// Each frame is whole: what was begun ends before the next begins.
fn check_frames(written: &[u8]) {
    let text = String::from_utf8_lossy(written);
    let mut marks = text.match_indices("\x1b[?2026").map(|(at, mark)| text.as_bytes()[at + mark.len()]);
    while let Some(begin) = marks.next() {
        assert_eq!(begin, b'h', "an end without a beginning");
        assert_eq!(marks.next(), Some(b'l'), "a frame without an end");
    }
}
