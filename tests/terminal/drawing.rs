//! What is written, and when: once a burst, nothing while nothing happens.

use std::time::Duration;

use super::process::{look_up, sleeps};
use super::screen::{Screen, toy};

fn started(columns: u16, rows: u16) -> Screen {
    let screen = toy().size(columns, rows).spawn();
    screen.wait_for("row 3");
    screen.settle();
    screen
}

fn frames(written: &[u8]) -> usize {
    String::from_utf8_lossy(written).matches("\x1b[?2026h").count()
}

#[test]
fn idle_it_writes_nothing_and_sleeps() {
    let screen = started(80, 24);
    let (mark, slept, cpu) = (screen.mark(), sleeps(screen.pid()), look_up(screen.pid()).cpu);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(screen.bytes_since(mark), b"");
    assert_eq!(sleeps(screen.pid()), slept);
    assert_eq!(look_up(screen.pid()).cpu, cpu);
}

#[test]
fn fifty_downs_at_once_make_two_frames_at_most() {
    let mut screen = started(120, 36);
    let mark = screen.mark();
    screen.send(&"\x1b[B".repeat(50));
    screen.wait_for("> row 50 ");
    screen.settle();
    let written = screen.bytes_since(mark);
    assert!(frames(&written) <= 2, "{} frames", frames(&written));
}

#[test]
fn a_burst_longer_than_any_buffer_arrives_whole() {
    let mut screen = started(80, 24);
    screen.send(&"j".repeat(990));
    screen.send(&"\x1b[A\x1b[B".repeat(600));
    screen.wait_for("> row 990 ");
    assert!(look_up(screen.pid()).cpu < Duration::from_secs(1));
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let mut screen = started(80, 24);
    let mark = screen.mark();
    screen.send("kkö\x1b[?1;2c\x1b]11;rgb:ffff/ffff/ffff\x07");
    screen.settle();
    assert_eq!(screen.bytes_since(mark), b"");
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let screen = started(80, 24);
    for step in 0..200_u16 {
        screen.resize(1 + step * 7 % 190, 1 + step * 5 % 60);
    }
    for (columns, rows) in [(0, 0), (0, 10), (10, 0), (1, 1), (300, 100)] {
        screen.resize(columns, rows);
        std::thread::sleep(Duration::from_millis(30));
    }
    screen.resize(100, 30);
    screen.wait_until("all thirty lines", |screen| {
        let text = screen.text();
        text.lines().count() == 30 && text.contains("row 29 Kế hoạch số 29")
    });
}

#[test]
fn a_terminal_that_does_not_know_its_size_gets_the_usual_one() {
    let screen = toy().size(0, 0).spawn();
    let row = |number: u16| format!("\x1b[{number};");
    let written = |screen: &Screen| String::from_utf8_lossy(&screen.bytes_since(0)).into_owned();
    screen.wait_until("the last of the rows", |screen| written(screen).contains(&row(24)));
    screen.settle();
    assert!(!written(&screen).contains(&row(25)));
}

#[test]
fn text_is_pasted_and_never_typed() {
    let mut screen = started(80, 24);
    screen.send("\x1b[200~q\rjP\x1b[201~");
    screen.wait_for(r#"> row 0 Kế hoạch số 0 pasted "q\rjP""#);
}

#[test]
fn a_tick_comes_after_its_time() {
    let mut screen = started(80, 24);
    screen.send("t");
    screen.wait_for("tick 7");
}

#[test]
fn a_copy_goes_through_the_terminal() {
    let mut screen = started(80, 24);
    let mark = screen.mark();
    screen.send("y");
    screen.wait_until("the bytes", |screen| screen.mark() > mark);
    screen.settle();
    assert_eq!(screen.bytes_since(mark), b"\x1b]52;c;UXXDvSBJ\x1b\\");
    screen.send("Y");
    screen.wait_for("not copied");
}

#[test]
fn an_escape_is_told_from_a_sequence_in_time() {
    let mut screen = started(80, 24);
    screen.send("\x1b");
    std::thread::sleep(Duration::from_millis(5));
    screen.send("[B");
    screen.wait_for("> row 1 ");
    // Later than that it was the key; what follows is still the rest of a sequence.
    screen.send("\x1b");
    screen.settle();
    screen.send("[B");
    screen.wait_for("> row 2 ");
}
