//! `tiendo log`, `tiendo undo`, `tiendo redo`, and the past.

use super::office::{Office, column};

#[test]
fn undo_takes_back_and_redo_brings_again() {
    let office = Office::new();
    office.out(&["done", "45:II.1", "--evidence", "12/BC"]);
    let out = office.out(&["undo"]);
    assert_eq!(out, "Taken back: 45:II.1: Done · 12/BC (bring it again: tiendo redo)\n");
    assert_eq!(office.status("45:II.1"), "todo");
    let out = office.out(&["redo"]);
    assert_eq!(out, "Brought again: 45:II.1: Done · 12/BC (take it back: tiendo undo)\n");
    assert_eq!(office.status("45:II.1"), "done");
}

#[test]
fn an_act_is_taken_back_by_its_id() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    office.out(&["done", "cai:I.1"]);
    let lines = office.json(&["log", "--json"]);
    assert_eq!(column(&lines, "journal"), ["cai-cach-hanh-chinh-2026", "45-kh-syt-2026"]);
    office.out(&["undo", &column(&lines, "act")[1]]);
    assert_eq!((office.status("45:II.1"), office.status("cai:I.1")), ("todo".into(), "done".into()));
}

#[test]
fn with_nothing_to_take_back_that_is_said() {
    let office = Office::new();
    office.refusal(&["undo"]);
    office.refusal(&["redo"]);
}

#[test]
fn the_log_is_filtered_and_shows_what_was_taken_back() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    office.out(&["undo"]);
    office.out(&["start", "45:II.3"]);
    office.out(&["start", "cai:I.1"]);
    let count =
        |arguments: &[&str]| office.json(&[&["log", "--json"], arguments].concat()).as_array().unwrap().len();
    assert_eq!((count(&[]), count(&["45"]), count(&["45:II"]), count(&["45:II.3"])), (4, 3, 3, 1));
    assert_eq!(
        (count(&["-n", "2"]), count(&["--since", "2026-06-16"]), count(&["--by", "nobody"])),
        (2, 0, 0)
    );
    assert_eq!(count(&["--by", "lan"]), 4);
    let out = office.out(&["log", "45:II.1"]);
    assert!(out.contains("Done (taken back)"), "{out}");
    let nothing = office.run(&["log", "--by", "nobody"]);
    let said = "tiendo: no line of the journals fits\n";
    assert_eq!((nothing.status, nothing.out.as_str(), nothing.err.as_str()), (0, "", said));
}

#[test]
fn who_took_a_line_back_and_brought_it_again_is_shown_with_it() {
    let office = Office::new().with("TIENDO_BY", "lan");
    office.out(&["done", "45:II.1"]);
    let id = column(&office.json(&["log", "--json"]), "act").remove(0);
    let office = office.with("TIENDO_BY", "minh");
    office.out(&["undo", &id[id.len() - 10..]]);
    office.out(&["redo"]);
    for command in ["log", "show"] {
        let out = office.out(&[command, "45:II.1"]);
        let lines: Vec<&str> = out.lines().filter(|line| line.starts_with("15 Jun 2026 ")).collect();
        let said = |line: usize, by: &str, what: &str| lines[line].contains(by) && lines[line].contains(what);
        assert!(said(0, "minh", "brought again: Done"), "{out}");
        assert!(said(1, "minh", "took back: Done (taken back)"), "{out}");
        assert!(said(2, "lan", "Done") && !lines[2].contains("taken back"), "{out}");
        assert_eq!(lines.len(), 3, "{out}");
    }
    assert_eq!(office.json(&["show", "45:II.1", "--json"])["history"].as_array().unwrap().len(), 3);
}

#[test]
fn the_import_of_a_plan_is_told_as_one() {
    let office = Office::new();
    let text = "KẾ HOẠCH\nTiếp dân năm 2026\nI. Nội dung\n1. Tiếp công dân\nCơ quan thực hiện: Sở Tư pháp\n2. Tổng kết\n";
    office.out(&["import", "--as", "tiep-dan-2026", &office.file("a.txt", text)]);
    let log = office.out(&["log"]);
    assert!(log.contains("the import of tiep-dan-2026 (2 tasks)"), "{log}");
    assert!(log.contains("directory") && log.contains("edited Sở Tư pháp"), "{log}");
    let out = office.out(&["undo"]);
    assert_eq!(out, "Taken back: the import of tiep-dan-2026 (2 tasks) (bring it again: tiendo redo)\n");
    let log = office.out(&["log"]);
    assert!(log.contains("took back: the import of tiep-dan-2026 (2 tasks)"), "{log}");
}

#[test]
fn an_id_that_no_act_has_is_answered() {
    let office = Office::new();
    assert_eq!(office.refusal(&["undo", "nosuchid"]), "no act has an id that ends in \"nosuchid\"");
}

#[test]
fn the_past_shows_what_had_happened_by_then() {
    let office = Office::new();
    office.out(&["done", "45:II.1", "--on", "2026-04-10"]);
    let overdue = |day| column(&office.json(&["list", "--overdue", "--json", "--as-of", day]), "task");
    assert_eq!(overdue("2026-03-31"), ["cccc"]);
    assert_eq!(overdue("1/4/2026"), ["aaaa", "cccc"]);
    assert_eq!(overdue("2026-04-10"), ["cccc"]);
}

#[test]
fn the_log_of_a_day_ends_on_it() {
    let office = Office::new();
    office.out(&["note", "45:II.1", "gọi điện"]);
    let office = office.with("TIENDO_TODAY", "2026-06-20");
    office.out(&["undo"]);
    office.out(&["done", "45:II.1"]);
    let log = |day: &str| {
        let lines = office.json(&["log", "--json", "--as-of", day]);
        column(&lines, "undone")
    };
    assert_eq!(log("2026-06-14").len(), 0);
    assert_eq!(log("2026-06-15"), ["false"]);
    assert_eq!(log("2026-06-20"), ["false", "false", "true"]);
    let history = |day| office.json(&["show", "45:II.1", "--json", "--as-of", day])["history"].clone();
    assert_eq!(column(&history("2026-06-15"), "undone"), ["false"]);
    assert_eq!(column(&history("2026-06-20"), "undone"), ["false", "false", "true"]);
}

#[test]
fn the_environment_says_who_writes() {
    let office = Office::new();
    let by = |office: &Office| {
        office.out(&["note", "45:II.1", "gọi điện"]);
        column(&office.json(&["log", "--json", "-n", "1"]), "by").remove(0)
    };
    assert_eq!(by(&office), "lan");
    let office = office.with("USER", "mai");
    assert_eq!(by(&office), "mai");
    let office = office.with("TIENDO_BY", " Trần Minh ");
    assert_eq!(by(&office), "Trần Minh");
}

#[test]
fn a_long_note_is_told_in_a_line() {
    let office = Office::new();
    let long = "gọi điện nhắc đơn vị ".repeat(100);
    for told in [office.out(&["note", "45:II.1", &long]), office.out(&["undo"])] {
        assert!(told.chars().count() < 200 && told.contains("gọi điện") && told.contains("tiendo"), "{told}");
    }
    assert!(office.out(&["log", "--json"]).contains(long.trim()), "all of it is kept");
}

#[test]
fn where_somebody_changed_the_same_since_the_way_out_is_named() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    let minh = office.with("TIENDO_BY", "minh");
    minh.out(&["note", "45:II.1", "đã xem"]);
    let lan = minh.with("TIENDO_BY", "lan");
    lan.out(&["undo"]);
    lan.out(&["redo"]);
    let minh = lan.with("TIENDO_BY", "minh");
    minh.out(&["reopen", "45:II.1"]);
    let refused = minh.with("TIENDO_BY", "lan").refusal(&["undo"]);
    assert!(refused.contains("minh") && refused.contains("tiendo undo ID"), "{refused}");
}

#[test]
fn a_title_that_was_edited_is_shown_as_it_was_and_is() {
    let office = Office::new();
    let line = r#"{"id":"01J9ZZZZZZZZZZZZZZZZZZZZZZ","at":"2026-06-15T08:15:00+07:00","by":"minh","edit":[{"at":"tasks/aaaa/title","old":"Ban hành quy chế","new":"Ban hành nội quy tiếp công dân"}]}"#;
    office.file("workspace/journal/45-kh-syt-2026.jsonl", &format!("{line}\n"));
    let told = "“Ban hành quy chế” → “Ban hành nội quy tiếp công dân”";
    let log = office.with("COLUMNS", "200").out(&["log"]);
    assert!(log.contains(told), "{log}");
}
