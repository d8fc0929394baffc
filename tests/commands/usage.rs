//! Wrong usage, and help.

use super::office::Office;

#[test]
fn wrong_usage_has_the_status_two_and_says_what_was_expected() {
    let office = Office::new();
    for (arguments, said) in [
        (&["lsit"][..], "list"),
        (&["list", "--overdu"], "--overdue"),
        (&["list", "--status", "don"], "done"),
        (&["list", "--due-within", "soon"], "such as 14d"),
        (&["list", "--json", "--csv"], "cannot be used with"),
        (&["list", "--collectives"], "--unit"),
        (&["done"], "ADDRESS"),
        (&["done", "45:II.1", "--on", "31/2/2026"], "such as 2022-03-18"),
        (&["progress", "45:II.1", "101"], "from 0 to 100"),
        (&["completions", "cmd"], "bash"),
        (&["--lang", "fr", "list"], "vi"),
        (&["--as-of", "yesterday", "list"], "such as 2022-03-18"),
        (&["workload", "--year", "22"], "1900"),
    ] {
        let answer = office.run(arguments);
        assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{arguments:?}");
        assert!(answer.err.contains(said), "{arguments:?}: {}", answer.err);
    }
    let wrong_day = Office::new().with("TIENDO_TODAY", "today").run(&["list"]);
    assert_eq!(wrong_day.status, 2);
}

#[test]
fn wrong_usage_is_said_in_the_language_and_in_one_line() {
    let office = Office::new().with("LANG", "vi_VN.UTF-8");
    for (arguments, said) in [
        (&["lsit"][..], "không có lệnh lsit; có phải là list? (xem tiendo --help)"),
        (
            &["list", "--overdu"],
            "không nhận tham số --overdu; có phải là --overdue? (xem tiendo list --help)",
        ),
        (&["done"], "thiếu <ADDRESS>... (xem tiendo done --help)"),
        (
            &["workload", "--year", "22"],
            "\"22\" không dùng được cho --year <YEAR>: cần một năm từ 1900 đến 2999 (xem tiendo workload --help)",
        ),
        (
            &["log", "-n", "x"],
            "\"x\" không dùng được cho --limit <COUNT>: cần một số (xem tiendo log --help)",
        ),
    ] {
        let answer = office.run(arguments);
        assert_eq!((answer.status, answer.err), (2, format!("tiendo: {said}\n")), "{arguments:?}");
    }
    let english = office.run(&["--lang", "en", "lsit"]).err;
    assert_eq!(english, "tiendo: there is no command lsit; did you mean list? (see tiendo --help)\n");
}

#[test]
fn a_wrong_variable_is_named() {
    let said = Office::new().with("TIENDO_TODAY", "garbage").run(&["list"]).err;
    assert_eq!(said, "tiendo: TIENDO_TODAY is \"garbage\": expected a day such as 2022-03-18 or 18/3/2022\n");
}

#[test]
fn the_help_is_in_the_language() {
    let office = Office::empty().with("LANG", "vi");
    for arguments in
        [&["--help"][..], &["list", "--help"], &["units", "alias", "add", "-h"], &["help", "log"]]
    {
        let out = office.out(arguments);
        assert!(out.contains("Cách dùng: tiendo"), "{out}");
        for english in ["Usage", "Options:", "Commands", "Arguments", "Print", "default", "values", "tasks"] {
            assert!(!out.contains(english), "{english}: {out}");
        }
    }
}

#[test]
fn help_and_version_are_data() {
    let office = Office::empty();
    for arguments in [&["--help"][..], &["-h"], &["help", "list"], &["list", "--help"], &["--version"]] {
        assert!(!office.out(arguments).is_empty(), "{arguments:?}");
    }
}

#[test]
fn every_command_has_a_help_of_its_own() {
    let office = Office::empty();
    let help = office.out(&["--help"]);
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(commands.len() >= 20, "{help}");
    for command in commands {
        assert!(office.out(&[command, "--help"]).contains(&format!("Usage: tiendo {command}")), "{command}");
    }
}

#[test]
fn a_workspace_that_is_a_file_is_refused() {
    let office = Office::empty();
    let file = office.file("a-file", "");
    let said = office.refusal(&["--workspace", &file, "list"]);
    assert!(said.contains("a-file"), "{said}");
}

#[test]
fn a_workspace_that_is_named_and_not_there_is_refused() {
    let office = Office::empty();
    let typo = office.file("typo/file", "").replace("/file", "/nowhere");
    for arguments in
        [&["list"][..], &["show"], &["agenda"], &["done", "45:II.1"], &["check"], &["units"], &[]]
    {
        let said = office.refusal(&[&["--workspace", &typo], arguments].concat());
        assert_eq!(said, format!("there is no workspace at {typo}; `tiendo import` would create it"));
    }
    office.out(&["--workspace", &typo, "units", "add", "Sở Tư pháp"]);
    assert!(office.out(&["--workspace", &typo, "units"]).contains("Sở Tư pháp"));
}

#[test]
fn the_users_own_workspace_may_be_empty() {
    let office = Office::empty().with("TIENDO_WORKSPACE", "");
    let answer = office.run(&["list"]);
    let hint = "tiendo: there are no plans yet; bring one in: tiendo import FILE\n";
    assert_eq!((answer.status, answer.out.as_str(), answer.err.as_str()), (0, "", hint));
}

#[test]
fn wrong_arguments_are_quoted_harmlessly() {
    let answer = Office::new().run(&["list", "--x\u{1b}]0;title\u{7}"]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.starts_with("tiendo: unexpected argument"), "{}", answer.err);
    assert!(!answer.err.contains(['\u{1b}', '\u{7}']), "{:?}", answer.err);
}

#[test]
fn time_is_understood_as_offices_write_it() {
    let office = Office::new();
    let expected = office.out(&["list", "--quarter", "2026-Q2"]);
    for typed in ["2", "Q2", "quý II", "quý 2/2026", "2026-q2"] {
        assert_eq!(office.out(&["list", "--quarter", typed]), expected, "{typed}");
    }
    office.out(&["extend", "45:II.1", "quý III/2026"]);
    assert_eq!(office.json(&["show", "45:II.1", "--json"])["deadline"], "2026-09-30");
    let said = office.refusal(&["extend", "45:II.1", "31/2/2026"]);
    assert!(said.contains("30/11/2022") && said.contains("quý IV/2022"), "{said}");
}
