//! `tiendo check`, and what the other commands say of damaged files.

use serde_json::{Value, json};

use super::office::Office;

fn told(office: &Office) -> String {
    let answer = office.run(&["check"]);
    assert_eq!((answer.status, answer.err.as_str()), (1, ""));
    answer.out
}

#[test]
fn a_sound_workspace_has_no_findings() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    assert_eq!(office.out(&["check"]), "4 files, all of them sound\n");
    assert_eq!(office.out(&["--lang", "vi", "check"]), "4 tệp, tất cả đều lành lặn\n");
    assert_eq!(office.json(&["check", "--json"]), json!([]));
}

#[test]
fn file_line_and_column_of_what_is_wrong_are_named() {
    let office = Office::new();
    office.file("workspace/plans/broken-2026.json", "{\n  \"format\": \"tiendo/plan\",\n  oops\n}\n");
    assert!(told(&office).starts_with("plans/broken-2026.json:3:3"), "{}", told(&office));
    let rows: Value = serde_json::from_str(&office.run(&["check", "--json"]).out).unwrap();
    assert_eq!((&rows[0]["file"], &rows[0]["line"]), (&"plans/broken-2026.json".into(), &3.into()));
}

#[test]
fn what_does_not_fit_together_is_found_with_its_place() {
    let office = Office::new();
    let plan = office.read("workspace/plans/45-kh-syt-2026.json");
    let second = plan.lines().position(|line| line.contains("\"id\": \"bbbb\"")).unwrap() + 1;
    office.file("workspace/plans/45-kh-syt-2026.json", &plan.replacen("bbbb", "aaaa", 1));
    office.out(&["note", "cai:I.1", "gọi điện"]);
    let journal = office.read("workspace/journal/cai-cach-hanh-chinh-2026.jsonl");
    let task = journal.split("\"task\":\"").nth(1).unwrap().split('"').next().unwrap();
    let journal = journal.replace(task, "zzzz");
    office.file("workspace/journal/cai-cach-hanh-chinh-2026.jsonl", &journal);
    office.file("workspace/journal/gone-2026.jsonl", &journal);
    office.file("workspace/plans/notes.txt", "");
    let out = told(&office);
    for expected in [
        "journal/cai-cach-hanh-chinh-2026.jsonl:1:2  speaks of the task \"zzzz\"".to_owned(),
        format!("plans/45-kh-syt-2026.json:{second}:"),
        "the id \"aaaa\" names several things".to_owned(),
        "journal/gone-2026.jsonl".to_owned(),
        "is the journal of a plan whose file is missing".to_owned(),
        "plans/notes.txt".to_owned(),
    ] {
        assert!(out.contains(&expected), "{expected}:\n{out}");
    }
    let vietnamese = office.run(&["--lang", "vi", "check"]).out;
    assert!(vietnamese.contains("nói về nhiệm vụ \"zzzz\" không có trong kế hoạch"), "{vietnamese}");
    assert!(!vietnamese.contains("names several"), "{vietnamese}");
}

#[test]
fn the_journal_of_an_import_that_was_taken_back_is_sound() {
    let office = Office::new();
    let document =
        office.file("a.txt", "KẾ HOẠCH\nTiếp dân năm 2026\nI. Nội dung\n1. Tiếp công dân định kỳ\n");
    office.out(&["import", &document]);
    office.out(&["undo"]);
    assert_eq!(office.json(&["check", "--json"]), json!([]));
}

#[test]
fn a_damaged_line_of_a_journal_is_told_by_every_command() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    let name = "workspace/journal/45-kh-syt-2026.jsonl";
    let journal = office.read(name) + "garbage\n";
    office.file(name, &journal);
    let said =
        "tiendo: journal/45-kh-syt-2026.jsonl:2:1: expected value, found 'g' (`tiendo check` tells more)\n";
    let listed = office.run(&["list", "--json"]);
    assert_eq!((listed.status, listed.err.as_str()), (1, said));
    assert!(serde_json::from_str::<Value>(&listed.out).is_ok());
    let marked = office.run(&["start", "45:II.3"]);
    assert_eq!((marked.status, marked.err.as_str()), (0, said));
    assert!(office.read(name).starts_with(&journal));
}

#[test]
fn an_answer_without_a_plan_that_cannot_be_read_has_the_status_one() {
    let office = Office::new();
    office.file("workspace/plans/broken-2026.json", "{}");
    for arguments in [&["list"][..], &["agenda"], &["workload"], &["log"], &["units"], &["show"]] {
        let answer = office.run(arguments);
        assert_eq!(answer.status, 1, "{arguments:?}");
        assert!(answer.err.contains("plans/broken-2026.json:1:2 cannot be read"), "{}", answer.err);
    }
    assert_eq!(office.run(&["show", "45"]).status, 0);
}
