//! The README says what the program does: its keys and its commands.
#![cfg(test)]

use std::process::Command;

use tiendo::action::{KeyMap, key_table};
use tiendo::locale::Lang;

fn readme() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_keys_are_those_of_the_program() {
    let readme = readme();
    let (_, rest) = readme.split_once("<!-- keys -->\n").expect("a mark before the keys");
    let (table, _) = rest.split_once("<!-- end of keys -->").expect("a mark behind the keys");
    let expected = key_table(&KeyMap::standard(), Lang::En);
    assert_eq!(table.trim(), expected.trim(), "\nput this between the marks:\n\n{expected}\n");
}

#[test]
fn every_command_is_named() {
    let readme = readme();
    let help = Command::new(env!("CARGO_BIN_EXE_tiendo"))
        .args(["--lang", "en", "--help"])
        .env_clear()
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 20, "{help}");
    for name in names.into_iter().filter(|name| *name != "help") {
        assert!(readme.contains(name), "the README does not name the command {name}");
    }
}
