//! Every command over hostile text in every field, argument and variable: the bytes that it writes.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};

use serde_json::Value;

use super::bytes::{check_plain, check_terminal};
use super::figure;
use super::office::{Answer, Office, answer, plan_id};
use super::strings::{canaries, fuzzed, naughty};

/// Every command that prints what the files hold.
const PRINTING: [&[&str]; 24] = [
    &["list"],
    &["list", "--json"],
    &["list", "--csv"],
    &["list", "a"],
    &["list", "--overdue"],
    &["show"],
    &["show", "--json"],
    &["agenda", "--undated"],
    &["agenda", "--json"],
    &["workload"],
    &["workload", "--json"],
    &["units"],
    &["units", "--json"],
    &["log", "-n", "100000"],
    &["log", "--json", "-n", "100000"],
    &["check"],
    &["check", "--json"],
    &["check", "--verify"],
    &["--lang", "vi", "check"],
    &["--lang", "vi", "list"],
    &["undo", "--yes"],
    &["man"],
    &["completions", "bash"],
    &["--help"],
];

/// Where a typed text is quoted; `@` stands for it.
const QUOTING: [&[&str]; 22] = [
    &["@"],
    &["--@"],
    &["show", "@"],
    &["show", "p00000:@"],
    &["list", "--unit", "@"],
    &["list", "--plan", "@"],
    &["list", "--status", "@"],
    &["list", "--quarter", "@"],
    &["list", "--due-within", "@"],
    &["list", "@"],
    &["done", "@"],
    &["done", "p00000:aaaa", "--unit", "@", "--period", "@"],
    &["extend", "p00000:aaaa", "@"],
    &["progress", "p00000:aaaa", "@"],
    &["note", "@", "x"],
    &["units", "show", "@"],
    &["units", "alias", "add", "@", "@"],
    &["import", "@"],
    &["import", "x", "--as", "@"],
    &["undo", "@"],
    &["--workspace", "@", "list"],
    &["man", "@"],
];

/// Variables that the program reads and may quote.
const VARIABLES: [&str; 8] =
    ["TIENDO_TODAY", "TIENDO_BY", "USER", "TERM", "LANG", "LC_ALL", "COLUMNS", "TIENDO_WORKSPACE"];

fn check(what: &dyn std::fmt::Debug, answer: &Answer) {
    assert!(answer.is_orderly(), "{what:?}: {:?} {}", answer.status, answer.said());
    for bytes in [&answer.out, &answer.err] {
        // A script for a shell is laid out with tabs.
        let bytes = String::from_utf8_lossy(bytes).replace('\t', " ");
        if let Err(harm) = check_plain(bytes.as_bytes()) {
            panic!("{what:?}: {harm}");
        }
    }
    assert!(std::str::from_utf8(&answer.out).is_ok() && std::str::from_utf8(&answer.err).is_ok(), "{what:?}");
}

/// Runs every command over strings in every field.
fn sweep(strings: &[String]) {
    let office = Office::of_strings(strings);
    for command in PRINTING {
        check(&command, &office.run(command));
    }
    for (number, string) in strings.iter().enumerate() {
        let id = plan_id(number);
        for address in [id.clone(), format!("{id}:aaaa")] {
            let answer = office.run(&["show", &address]);
            check(string, &answer);
            // It is shown, and that its journal has lines that cannot be understood is said.
            let said = answer.said();
            let is_said = said.contains("journal/") && said.contains(": is of an unknown kind");
            // The journal ends in a torn line of this text; what is blank there is none.
            let expected = i32::from(!string.trim_ascii().is_empty());
            assert_eq!((answer.status, is_said), (Some(expected), true), "{string:?}: {said}");
            assert!(!answer.out.is_empty(), "{string:?}: {said}");
        }
    }
}

#[test]
fn no_command_prints_what_commands_a_terminal() {
    sweep(&canaries());
    let naughty = naughty();
    let share = figure(8, naughty.len()).min(naughty.len());
    sweep(&naughty.iter().rev().take(share).cloned().collect::<Vec<_>>());
}

#[test]
fn no_fuzzed_string_gets_through() {
    let strings = fuzzed(figure(12, 10_000));
    for strings in strings.chunks(100) {
        sweep(strings);
    }
    println!("{} fuzzed strings in every field: 0 came through", strings.len());
}

#[test]
fn what_is_hostile_is_shown_and_not_hidden() {
    let office = Office::of_strings(&canaries());
    let list = office.run(&["list"]).printed();
    for shown in [
        "\\x1b[8mESC",
        "<U+009B>8m",
        "<U+202E>",
        "<U+2028>",
        "<U+E0041>",
        "<U+FE0F>",
        "<U+200B>",
        "\\x0dCR",
        "<U+0301>",
    ] {
        assert!(list.contains(shown), "{shown}:\n{list}");
    }
}

#[test]
fn in_colour_only_colours_come() {
    let office = Office::of_strings(&canaries());
    for command in
        [&["list"][..], &["show"], &["show", "p00000"], &["agenda"], &["workload"], &["log"], &["units"]]
    {
        let coloured = answer(office.command(command).env("CLICOLOR_FORCE", "1"));
        check_terminal(&coloured.out, (0, 0)).unwrap_or_else(|harm| panic!("{command:?}: {harm}"));
        check_terminal(&coloured.err, (0, 0)).unwrap_or_else(|harm| panic!("{command:?}: {harm}"));
    }
}

#[test]
fn json_says_what_the_files_say_and_csv_computes_nothing() {
    let strings: Vec<String> = canaries().into_iter().chain(naughty()).collect();
    let office = Office::of_strings(&strings);
    let rows: Value = serde_json::from_slice(&office.run(&["list", "--json"]).out).unwrap();
    let said: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect();
    for text in &strings {
        assert!(said.contains(&text.as_str()), "{text:?}");
    }
    let csv = office.run(&["list", "--csv"]);
    let mut reader = csv::Reader::from_reader(csv.out.as_slice());
    let mut rows = 0;
    for record in reader.records() {
        for field in &record.unwrap() {
            assert!(!field.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{field:?}");
        }
        rows += 1;
    }
    assert_eq!(rows, said.len());
}

#[test]
fn no_argument_and_no_variable_comes_back_as_it_was() {
    let office = Office::of_strings(&canaries());
    let hostile: Vec<OsString> = canaries().iter().map(OsString::from).chain([bytes_no_text()]).collect();
    for text in hostile.iter().take(figure(2, hostile.len())).chain([&bytes_no_text()]) {
        for line in QUOTING {
            let put = |word: &&str| -> OsString {
                let parts: Vec<&[u8]> = word.split('@').map(str::as_bytes).collect();
                OsString::from_vec(parts.join(text.as_bytes()))
            };
            let arguments: Vec<OsString> = line.iter().map(put).collect();
            check(&(line, text), &office.run(&arguments));
        }
        for variable in VARIABLES {
            for command in [&["list"][..], &[], &["note", "p00000:aaaa", "x"], &["log"]] {
                check(&(variable, text), &answer(office.command(command).env(variable, text)));
            }
        }
    }
}

fn bytes_no_text() -> OsString {
    OsStr::from_bytes(b"a\x9b8m\xff\x1b[8mb").to_owned()
}

#[test]
fn no_name_of_a_file_commands_the_terminal() {
    let strings = canaries();
    let strange: &OsStr = OsStr::from_bytes(b"w\x1b]52;c;eA==\x07\xff\x9b8m\n\xe2\x80\xae");
    let office = Office::named(strange);
    office.fill(&strings[..3]);
    let plan = super::office::plan("x", "x").to_string();
    for (number, text) in strings.iter().enumerate() {
        let stem: String = text.chars().filter(|c| *c != '/').take(60).collect();
        for folder in ["plans", "journal"] {
            for ending in [".json", ".jsonl", ".txt"] {
                let _ = std::fs::write(office.path().join(folder).join(format!("{stem}{ending}")), &plan);
            }
        }
        let document = office.around().join(format!("{stem}.txt"));
        let _ = std::fs::write(
            &document,
            format!("KẾ HOẠCH\n{text}\nI. {text}\n1. {text}\nCơ quan chủ trì: {text}\n"),
        );
        check(&text, &office.run(&[OsStr::new("import"), OsStr::new("--dry-run"), document.as_os_str()]));
        if number % 4 == 0 {
            check(&text, &office.run(&[OsStr::new("import"), document.as_os_str()]));
        }
    }
    for bytes in [&b"plans/\xff\x9b.json"[..], b"plans/\x1b[8m\xfe", b"journal/\xff.jsonl"] {
        std::fs::write(office.path().join(OsStr::from_bytes(bytes)), "{").unwrap();
    }
    for command in PRINTING {
        check(&command, &office.run(command));
    }
    let found = office.run(&["check"]).printed();
    assert!(found.contains("\\x1b[8mESC hidden") && found.contains("plans/\u{fffd}"), "{found}");
}
