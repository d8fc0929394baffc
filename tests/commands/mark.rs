//! `tiendo start | reported | done | pause | cancel | reopen | progress | note | extend`.

use super::office::{Office, column};

#[test]
fn each_command_gives_its_status() {
    for (command, status) in [
        ("start", "doing"),
        ("reported", "reported"),
        ("done", "done"),
        ("pause", "paused"),
        ("cancel", "cancelled"),
    ] {
        let office = Office::new();
        office.out(&[command, "45:II.1"]);
        assert_eq!(office.status("45:II.1"), status, "{command}");
    }
}

#[test]
fn one_line_says_what_changed_and_how_to_take_it_back() {
    let out = Office::new().out(&["done", "45:II.1", "--evidence", "12/BC-VP", "--on", "30/3/2026"]);
    insta::assert_snapshot!(out, @"● 45:II.1 Ban hành nội quy tiếp công dân: Done on 30 Mar 2026 · 12/BC-VP (take it back: tiendo undo)");
}

#[test]
fn the_earliest_open_period_is_meant_where_none_is_named() {
    let office = Office::new();
    assert!(office.out(&["done", "45:II.2.1"]).contains("Q1 2026: Done"));
    assert!(office.out(&["done", "45:II.2.1"]).contains("Q2 2026: Done"));
    assert!(office.out(&["done", "45:II.2.1", "--period", "2026-Q4"]).contains("Q4 2026: Done"));
    assert!(office.out(&["done", "45:cccc"]).contains("Q3 2026: Done"));
    assert_eq!(office.status("45:II.2.1"), "done");
    let said = office.refusal(&["done", "45:II.2.1"]);
    assert!(said.ends_with("has nothing left that is open: Done"), "{said}");
}

#[test]
fn opening_again_takes_the_last_closed_period() {
    let office = Office::new();
    let said = office.refusal(&["reopen", "45:II.2.1"]);
    assert!(said.contains("has nothing closed"), "{said}");
    office.out(&["done", "45:II.2.1"]);
    office.out(&["done", "45:II.2.1"]);
    assert!(office.out(&["reopen", "45:II.2.1"]).contains("Q2 2026: In progress"));
    office.out(&["cancel", "45:II.1"]);
    office.out(&["reopen", "45:II.1"]);
    assert_eq!(office.status("45:II.1"), "todo");
}

#[test]
fn a_unit_speaks_for_its_share_until_all_have() {
    let office = Office::new();
    office.out(&["done", "45:II.3", "--unit", "thanh tra so", "--evidence", "3/BC-TTr"]);
    assert_eq!(office.status("45:II.3"), "doing");
    let said = office.refusal(&["done", "45:II.3", "--unit", "thanh tra so"]);
    assert!(said.contains("the share of Thanh tra Sở"), "{said}");
    office.out(&["done", "45:II.3", "--unit", "Văn phòng Sở"]);
    assert_eq!(office.status("45:II.3"), "done");
}

#[test]
fn a_unit_without_a_part_is_recorded_and_remarked_on() {
    let answer = Office::new().run(&["done", "45:II.1", "--unit", "snv"]);
    assert_eq!(answer.status, 0);
    assert!(answer.err.contains("Sở Nội vụ has no part in 45-kh-syt-2026:II.1"), "{}", answer.err);
}

#[test]
fn the_day_that_it_happened_decides_whether_it_was_late() {
    let office = Office::new();
    office.out(&["done", "45:II.1", "--on", "2026-03-31"]);
    assert_eq!(office.json(&["show", "45:II.1", "--json"])["timeliness"], "done_on_time");
    let office = Office::new();
    office.out(&["done", "45:II.1", "--on", "2026-04-03"]);
    let task = office.json(&["show", "45:II.1", "--json"]);
    assert_eq!((&task["timeliness"], &task["days"]), (&"done_late".into(), &3.into()));
}

#[test]
fn a_group_is_marked_only_when_that_is_confirmed() {
    let office = Office::new();
    let said = office.refusal(&["done", "45:II.2"]);
    assert!(said.contains("45-kh-syt-2026:II.2 is a group of 2 tasks: add --yes"), "{said}");
    assert_eq!(office.read("workspace/journal/45-kh-syt-2026.jsonl"), "");
    assert_eq!(office.out(&["done", "45:II.2", "--yes"]), "2 tasks: Done (take it back: tiendo undo)\n");
    assert_eq!(office.read("workspace/journal/45-kh-syt-2026.jsonl").lines().count(), 2);
    office.out(&["undo"]);
    assert_eq!((office.status("45:II.2.1"), office.status("45:II.2.2")), ("todo".into(), "todo".into()));
}

#[test]
fn a_section_or_a_plan_stands_for_its_open_tasks() {
    let office = Office::new();
    office.out(&["cancel", "45:II.1"]);
    let tasks = office.json(&["done", "45:II", "--yes", "--json"]);
    assert_eq!(column(&tasks["tasks"], "task"), ["cccc", "dddd", "eeee"]);
    assert_eq!(office.status("45:II.1"), "cancelled");
    office.out(&["done", "cai", "-y"]);
    let said = office.refusal(&["done", "cai", "-y"]);
    assert!(said.contains("holds no task to be marked"), "{said}");
}

#[test]
fn several_tasks_are_one_act() {
    let office = Office::new();
    office.out(&["done", "45:II.1", "cai:I.1", "45:II.1"]);
    office.out(&["undo"]);
    assert_eq!((office.status("45:II.1"), office.status("cai:I.1")), ("todo".into(), "todo".into()));
}

#[test]
fn one_wrong_address_and_nothing_is_marked() {
    let office = Office::new();
    let said = office.refusal(&["done", "45:II.1", "45:II.9"]);
    assert!(said.contains("has nothing at \"II.9\""), "{said}");
    assert_eq!(office.status("45:II.1"), "todo");
}

#[test]
fn percent_notes_and_extensions_are_kept() {
    let office = Office::new();
    assert!(office.out(&["progress", "45:II.1", "60"]).contains(": In progress · 60% "));
    assert!(office.out(&["note", "45:II.1", "đã", "gọi điện"]).contains("“đã gọi điện”"));
    assert!(
        office.out(&["extend", "45:II.1", "30/6/2026", "--evidence", "45/CV"]).contains("by 30 Jun 2026")
    );
    let task = office.json(&["show", "45:II.1", "--json"]);
    assert_eq!((&task["percent"], &task["deadline"]), (&60.into(), &"2026-06-30".into()));
    assert_eq!(task["standings"][0]["first_last"], "2026-03-31");
    assert_eq!(task["history"].as_array().unwrap().len(), 3);
}

#[test]
fn what_cannot_be_is_refused() {
    let office = Office::new();
    for (arguments, reason) in [
        (&["extend", "45:II.1", "ongoing"][..], "has no last day"),
        (&["extend", "45:II.1", "quaterly"], "did you mean quarterly?"),
        (&["extend", "45:II.1", "by 30/11/2026"], "did you mean by 2026-11-30?"),
        (&["extend", "45:II", "2026-Q4"], "is not one task"),
        (&["progress", "45:II.2", "60"], "is not one task"),
        (&["note", "45:II", "x"], "is not one task"),
        (&["done", "45:II.2.1", "--period", "2026-Q9"], "did you mean"),
        (&["done", "45:II.1", "--unit", "Sở Nội vuj"], "did you mean Sở Nội vụ?"),
        (&["done", "45:"], "is not an address"),
        (&["note", "45:II.1", " "], "the note is empty"),
        (&["extend", "45:II.1", "1/1/2021"], "an extension is to a later day"),
    ] {
        let said = office.refusal(arguments);
        assert!(said.contains(reason), "{arguments:?}: {said}");
    }
}

#[test]
fn what_is_closed_takes_no_percentage_and_no_extension() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    for arguments in [&["progress", "45:II.1", "40"], &["extend", "45:II.1", "2027-Q1"]] {
        assert!(office.refusal(arguments).contains("reopen it first"));
    }
}

#[test]
fn a_percentage_begins_a_task() {
    let office = Office::new();
    office.out(&["progress", "45:II.1", "0"]);
    assert_eq!(office.status("45:II.1"), "todo");
    office.out(&["progress", "45:II.1", "40"]);
    assert_eq!(office.status("45:II.1"), "doing");
}

#[test]
fn reading_alone_is_held() {
    let office = Office::new();
    for option in [&["--readonly"][..], &["--as-of", "2026-03-01"]] {
        let said = office.refusal(&[option, &["done", "45:II.1"]].concat());
        assert!(said.contains("reading alone"), "{said}");
    }
    assert_eq!(office.status("45:II.1"), "todo");
}

#[test]
fn what_is_still_to_come_cannot_have_happened() {
    let office = Office::new();
    let said = office.refusal(&["done", "45:II.1", "--on", "2030-01-01"]);
    assert!(said.contains("1 Jan 2030 is still to come"), "{said}");
    assert!(office.json(&["log", "--json"]).as_array().unwrap().is_empty());
    office.out(&["done", "45:II.1", "--on", "2026-06-15"]);
}

#[test]
fn what_was_closed_as_a_whole_is_not_opened_by_a_unit() {
    let office = Office::new();
    office.out(&["done", "45:II.3"]);
    let said = office.refusal(&["reopen", "45:II.3", "--unit", "Văn phòng Sở"]);
    assert!(said.ends_with("reopen it without --unit"), "{said}");
    office.out(&["reopen", "45:II.3"]);
    office.out(&["cancel", "45:II.3", "--unit", "Văn phòng Sở"]);
    office.out(&["reopen", "45:II.3", "--unit", "Văn phòng Sở"]);
    let task = office.json(&["show", "45:II.3", "--json"]);
    assert_eq!(column(&task["standings"][0]["checklist"], "status"), ["todo", "todo"]);
}

#[test]
fn a_file_that_may_not_grow_is_a_sentence() {
    let office = Office::new();
    let program = office.command(&["done", "45:II.1"]);
    let mut shell = std::process::Command::new("sh");
    shell.arg("-c").arg("ulimit -f 0; exec \"$0\" done 45:II.1").arg(program.get_program()).env_clear();
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = shell.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("writing"), "{output:?}");
}
