//! What goes to a terminal, a pipe and a program: widths, colours, closed pipes, hostile text.

use std::io::Read;
use std::process::Stdio;

use tiendo::text::width;

use super::office::Office;

/// Every command that prints something for people.
const PRINTING: [&[&str]; 9] = [
    &["list"],
    &["list", "--unit", "thanh tra", "--collectives"],
    &["show", "45"],
    &["show", "45:II"],
    &["show", "45:II.3"],
    &["units"],
    &["workload"],
    &["agenda", "--undated"],
    &["log"],
];

#[test]
fn lines_fit_the_columns() {
    for columns in [200, 100, 80, 60, 40, 20] {
        let office = Office::new().with("COLUMNS", &columns.to_string());
        office.out(&["note", "45:II.3", "một lời ghi chú dài để dòng phải xuống hàng"]);
        for command in PRINTING {
            let out = office.out(command);
            assert!(!out.is_empty(), "{command:?}");
            for line in out.lines() {
                assert!(width(line) <= columns, "{command:?} in {columns} columns: {line}");
            }
        }
    }
}

#[test]
fn without_a_terminal_there_are_no_colours_unless_they_are_asked_for() {
    for (name, value, coloured) in
        [("NO_COLOR", "1", false), ("CLICOLOR_FORCE", "1", true), ("TERM", "xterm", false)]
    {
        let office = Office::new().with(name, value);
        assert_eq!(office.out(&["list"]).contains('\x1b'), coloured, "{name}={value}");
    }
    let both = Office::new().with("NO_COLOR", "1").with("CLICOLOR_FORCE", "1");
    assert_eq!(
        both.out(&["list"]).contains('\x1b'),
        Office::new().with("CLICOLOR_FORCE", "1").with("NO_COLOR", "1").out(&["list"]).contains('\x1b')
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let office = Office::new();
    for arguments in
        [&["list"][..], &["list", "--json"], &["man"], &["completions", "bash"], &["done", "45:II.1"]]
    {
        let mut child =
            office.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{arguments:?}");
    }
    assert_eq!(office.status("45:II.1"), "done");
}

#[test]
fn text_of_a_document_never_commands_the_terminal() {
    let office = Office::new();
    let plan = office.read("workspace/plans/cai-cach-hanh-chinh-2026.json");
    let hostile = plan.replace("Công khai kết quả", r"Công \u001b[31mkhai\u009b1m \u202Ekết quả\u200b");
    office.file("workspace/plans/cai-cach-hanh-chinh-2026.json", &hostile);
    let harmful = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202E}' | '\u{200B}');
    for command in [
        &["list"][..],
        &["show", "cai:I.2"],
        &["agenda", "--undated"],
        &["list", "--csv"],
        &["list", "--json"],
    ] {
        let out = office.out(command);
        assert!(out.contains("khai"), "{command:?}");
        assert!(!out.contains(harmful), "{command:?}: {out:?}");
    }
    let title = office.json(&["show", "cai:I.2", "--json"])["title"].clone();
    assert_eq!(title, "Công \u{1b}[31mkhai\u{9b}1m \u{202E}kết quả\u{200b}");
    let said = office.refusal(&["show", "\u{1b}[31m:I"]);
    assert!(!said.contains('\x1b'), "{said:?}");
}
