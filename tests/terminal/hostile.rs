//! Hostile text in every field, on every layer of the screen: the bytes that come to the terminal.

#[allow(dead_code, reason = "shared with the tests of the commands")]
#[path = "../hostile/bytes.rs"]
pub mod bytes;
#[allow(dead_code, reason = "shared with the tests of the commands")]
#[path = "../hostile/damage.rs"]
pub mod damage;
#[allow(dead_code, reason = "shared with the tests of the commands")]
#[path = "../hostile/office.rs"]
pub mod office;
#[allow(dead_code, reason = "shared with the tests of the commands")]
#[path = "../hostile/strings.rs"]
pub mod strings;

use std::fs;

use super::screen::{Screen, tiendo};
use bytes::check_terminal;
use office::Office;
use strings::{canaries, fuzzed, naughty};

const SIZE: (u16, u16) = (200, 60);

/// The screen of a workspace, once something of it is shown.
fn opened(office: &Office) -> Screen {
    let folder = office.path().to_str().unwrap();
    let start =
        tiendo().size(SIZE.0, SIZE.1).env("TIENDO_WORKSPACE", folder).env("TIENDO_TODAY", "2026-06-15");
    let screen = start.env("TIENDO_BY", "\u{1b}[8m\u{202e}").spawn();
    screen.wait_for("10%");
    screen.settle();
    screen
}

/// Goes through every layer: list, detail, side panes, help, picker, search, prompt, question, toast, clipboard.
fn walk(screen: &mut Screen, typed: &str, rows: usize) {
    let pasted = format!("\u{1b}[200~{}\u{1b}[201~", typed.replace('\u{1b}', ""));
    let down = "j".repeat(5);
    let list = std::iter::repeat_n(down.as_str(), rows.div_ceil(5));
    let [search, note, done] = ["/", "n", "d"].map(|key| format!("{key}{pasted}"));
    let layers = [
        "g", "jj", "y", "\r", "jjj", "\u{1b}", "?", "\u{1b}", "u", "j", "\r", "\u{1b}", &search, "\r",
        "\u{1b}", &note, "\r", &done, "\r", "z", "y", "V", "d", "\r", "y", "\u{1b}", "\t", "jj", "\r", "\t",
        "jj", "\r", "\t", "jj", "G", "!", "0", "L", "%9999", "\u{1b}",
    ];
    for keys in list.chain(layers) {
        screen.send(keys);
        screen.settle();
    }
}

fn check(screen: &Screen, what: &str) {
    if let Err(harm) = check_terminal(&screen.bytes_since(0), SIZE) {
        panic!("{what}: {harm}\n{}", screen.text());
    }
}

#[test]
fn no_layer_of_the_screen_commands_the_terminal() {
    let strings = canaries();
    let office = Office::named("w\u{1b}]0;t\u{7}\u{202e}".as_ref());
    office.fill(&strings);
    fs::write(office.path().join("plans/\u{1b}[8mx.json"), "{").unwrap();
    let mut screen = opened(&office);
    screen.wait_for("\\x1b[8mESC");
    walk(&mut screen, &strings.concat(), strings.len());
    check(&screen, "the canaries");
    assert!(screen.text().contains("<U+") || screen.text().contains("\\x"), "{}", screen.text());
}

#[test]
fn a_save_that_fails_is_told_harmlessly() {
    let office = Office::named("w\u{1b}]0;t\u{7}\u{202e}".as_ref());
    office.fill(&canaries());
    fs::create_dir(office.path().join(".lock")).unwrap();
    let mut screen = opened(&office);
    for keys in ["j", "j", "n", "x", "\r"] {
        screen.send(keys);
        screen.settle();
    }
    screen.wait_for("\\x1b]0;t");
    check(&screen, "a failed save");
}

#[test]
fn no_fuzzed_string_comes_to_the_terminal() {
    let whole = std::env::var_os("TIENDO_WHOLE").is_some();
    let strings = if whole { [naughty(), fuzzed(10_000)].concat() } else { fuzzed(20) };
    for strings in strings.chunks(100) {
        let office = Office::of_strings(strings);
        let mut screen = opened(&office);
        walk(&mut screen, &strings[..strings.len().min(20)].concat(), strings.len());
        check(&screen, "fuzzed");
    }
    println!("{} fuzzed strings on the screen: 0 came through", strings.len());
}
