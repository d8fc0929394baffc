//! Stopped and brought back, beside a shell and an editor.

use std::time::Duration;

use rustix::process::{Signal, kill_process};

use super::process::{only_child, wait_for_state};
use super::screen::{PATIENCE, Screen, Start, toy};

/// A shell with job control, and the toy in it.
fn in_a_shell() -> Screen {
    let mut screen =
        Start::program("/bin/bash").arg("--norc").arg("--noprofile").arg("-i").env("PS1", "prompt> ").spawn();
    screen.wait_for("prompt> ");
    screen.send(&format!("{}\n", toy().line()));
    screen.wait_until("the screen", |screen| screen.is_full_screen() && screen.text().contains("row 3"));
    screen
}

fn bring_back(screen: &mut Screen) {
    let toy = only_child(screen.pid());
    wait_for_state(toy, 'T', PATIENCE);
    screen.wait_until("the shell", |screen| !screen.is_full_screen() && screen.cursor().is_some());
    screen.wait_for("prompt> ");
    let mark = screen.mark();
    screen.send("fg\n");
    // Painted whole, not by what is different.
    screen.wait_until("a cleared screen", |screen| {
        String::from_utf8_lossy(&screen.bytes_since(mark)).contains("\x1b[2J")
    });
    screen.wait_for("row 9");
    screen.wait_for("> row 1");
    screen.send("jj");
    screen.wait_for("> row 3");
    screen.send("q");
    screen.wait_until("the shell", |screen| !screen.is_full_screen());
}

#[test]
fn ctrl_z_stops_it_and_fg_brings_it_back() {
    let mut screen = in_a_shell();
    screen.send("j\x1a");
    bring_back(&mut screen);
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_too() {
    let mut screen = in_a_shell();
    screen.send("j");
    screen.wait_for("> row 1");
    kill_process(only_child(screen.pid()), Signal::TSTP).unwrap();
    bring_back(&mut screen);
}

#[test]
fn after_a_hard_stop_the_screen_is_taken_again() {
    let mut screen = in_a_shell();
    screen.send("j");
    screen.wait_for("> row 1");
    let toy = only_child(screen.pid());
    kill_process(toy, Signal::STOP).unwrap();
    wait_for_state(toy, 'T', PATIENCE);
    screen.settle();
    let mark = screen.mark();
    screen.send("fg\n");
    screen.wait_until("a cleared screen", |screen| {
        String::from_utf8_lossy(&screen.bytes_since(mark)).contains("\x1b[2J")
    });
    screen.wait_for("row 9");
    screen.send("jj");
    screen.wait_for("> row 3");
}

#[test]
fn without_a_shell_ctrl_z_does_nothing() {
    let mut screen = toy().spawn();
    screen.wait_for("row 3");
    screen.send("\x1aj");
    screen.wait_for("> row 1");
    screen.send("q");
    assert!(screen.exit_status().success());
}

#[test]
fn an_editor_has_the_terminal_for_itself() {
    let mut screen = toy().spawn();
    screen.wait_for("row 3");
    screen.send("e");
    screen.wait_until("the editor", |screen| !screen.is_full_screen() && screen.text().contains("editing"));
    std::thread::sleep(Duration::from_millis(50));
    screen.send("\x03jjq\n");
    screen.wait_for("> row 0 Kế hoạch số 0 focus");
    screen.send("d");
    screen.wait_for("saved 0");
}
