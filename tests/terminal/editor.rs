//! A program in the foreground that breaks, and the screen that comes back.

use super::screen::{Screen, Start, toy};

/// Opens the toy in a shell, with this for an editor, and the editor in it.
fn edit(editor: &str) -> (Screen, String) {
    let mut screen = Start::program("/bin/sh").env("PS1", "prompt> ").env("TOY_EDITOR", editor).spawn();
    screen.wait_for("prompt> ");
    let found = screen.line_settings();
    screen.send(&format!("{}; echo status $?\n", toy().line()));
    screen.wait_until("the screen", |screen| screen.is_full_screen() && screen.text().contains("row 3"));
    screen.send("j");
    screen.wait_for("> row 1 ");
    screen.send("e");
    (screen, found)
}

/// The screen is back, takes keys as before, and leaves the line as it was found by the shell.
fn check(editor: &str) {
    let (mut screen, found) = edit(editor);
    screen.wait_until("the screen after the editor", |screen| {
        screen.is_full_screen() && screen.text().contains("> row 1 Kế hoạch số 1 focus")
    });
    screen.settle();
    assert!(screen.has_no_mouse(), "{editor}: the mouse stays on");
    assert_eq!(screen.cursor(), None, "{editor}: a cursor in the screen");
    screen.send("jj\x1b[A\x1bOBj");
    screen.wait_for("> row 4 ");
    assert_eq!(screen.text().lines().count(), 24, "{editor}: rows are missing\n{}", screen.text());
    screen.send("q");
    screen.wait_for("status 0");
    assert_eq!(screen.line_settings(), found, "{editor}");
    assert!(!screen.is_full_screen() && screen.cursor().is_some());
}

#[test]
fn an_editor_that_is_killed_leaves_nothing_behind() {
    check("kill -9 $$");
}

#[test]
fn an_editor_that_fails_is_no_harm() {
    check("exit 1");
    check("exec /nonexistent/editor 2>/dev/null");
}

#[test]
fn an_editor_that_leaves_the_terminal_wild_is_cleaned_up_after() {
    let modes = r"\033[?1049h\033[?1000h\033[?1002h\033[?1003h\033[?1006h\033[?2004h\033[?1h\033=\033[3;7r\033[?6h\033[?7l\033[?25h\033[1;31m\033[4h";
    check(&format!("stty raw -echo; printf '{modes}'; kill -9 $$"));
    check(&format!("stty -icanon min 0 time 5; printf '{modes}'; exit 1"));
}
