//! Pastes and bursts into the running program: text in a field, or nothing.

use super::screen::{Screen, tiendo};

/// What would be commands if it were keys.
const COMMANDS: &str = "q\rD y\n\x03\x1a\x1b[A\x1b]52;c;aGk=\x07dd\tz\x04";

fn started() -> Screen {
    let screen = tiendo().arg("--demo").size(120, 36).spawn();
    screen.wait_for("03-KH");
    screen.settle();
    screen
}

fn paste(screen: &mut Screen, text: &str) {
    screen.send(&format!("\x1b[200~{text}\x1b[201~"));
    screen.settle();
}

#[test]
fn a_paste_into_the_list_does_nothing() {
    let mut screen = started();
    let before = screen.text();
    for text in [COMMANDS, "\x1b[201~q", "", &"q\n".repeat(500_000)] {
        paste(&mut screen, text);
        assert_eq!(screen.text(), before);
    }
    screen.send("q");
    assert!(screen.exit_status().success());
}

#[test]
fn a_paste_into_a_field_is_its_text() {
    let mut screen = started();
    screen.send("/");
    screen.settle();
    paste(&mut screen, "q\r\ndân\x1b[201~ chu\u{309}");
    screen.wait_for("q dân chủ");
    screen.send("\x1b");
    screen.settle();
    screen.send("jjn");
    screen.settle();
    for piece in ["\x1b[2", "00~gọi\x0d", "q\x03", "\x1b[20", "1~"] {
        screen.send(piece);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    screen.wait_for("gọi q");
    paste(&mut screen, &"dài ".repeat(250_000));
    assert!(screen.leave().success());
}

#[test]
fn bursts_of_input_methods_are_composed() {
    let mut screen = started();
    screen.send("/");
    screen.settle();
    // As Unikey sends "tiếng", all in one read; then a letter and its mark apart, and a letter cut in two.
    screen.send("tie\x7fê\x7fếng");
    screen.send(" Viê\u{323}t ");
    let letter = "ữ".as_bytes();
    screen.send_bytes(&letter[..1]);
    screen.settle();
    screen.send_bytes(&letter[1..]);
    screen.wait_for("tiếng Việt");
}

#[test]
fn keys_that_came_without_marks_into_a_prompt_are_text() {
    let mut screen = started();
    screen.send("jjn");
    screen.settle();
    screen.send("qDz? dán không dấu");
    screen.wait_for("qDz? dán không dấu");
}
