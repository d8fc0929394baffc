//! What commands say where a file cannot be read: its place, why, and nothing that nobody can know.

use super::office::Office;

const JOURNAL: &str = "workspace/journal/45-kh-syt-2026.jsonl";

#[test]
fn where_a_journal_cannot_be_read_nobody_is_called_late() {
    let office = Office::new();
    office.out(&["done", "45:II.1", "--on", "2026-03-30"]);
    office.file(JOURNAL, "garbage\nmore of it\n");
    let answer = office.run(&["list", "--plan", "45", "--csv"]);
    assert!(!answer.out.contains("overdue") && answer.out.contains("unknown"), "{}", answer.out);
    assert!(!office.run(&["list", "--overdue"]).out.contains("Ban hành nội quy"));
    for arguments in [&["list"][..], &["show"], &["show", "45"], &["show", "45:II.1"]] {
        let answer = office.run(arguments);
        assert_eq!(answer.status, 1, "{arguments:?}");
        assert!(answer.err.contains("journal/45-kh-syt-2026.jsonl:1:1: expected value"), "{}", answer.err);
        assert!(!answer.out.contains('▲') && !answer.out.contains("/5  0%"), "{}", answer.out);
    }
    assert_eq!(office.run(&["show", "cai"]).status, 0, "another plan is whole");
    let plan = office.run(&["show", "45", "--json"]);
    let plan: serde_json::Value = serde_json::from_str(&plan.out).unwrap();
    assert_eq!(
        (&plan["progress"]["percent"], &plan["progress"]["unknown"]),
        (&serde_json::Value::Null, &5.into())
    );
}

#[test]
fn a_plan_that_cannot_be_read_is_there_and_says_where() {
    let office = Office::new();
    office.file("workspace/plans/60-kh-snv-2026.json", "{\"format\": \"tiendo/plan\",\n \"id\": x}");
    let expected =
        "the plan 60-kh-snv-2026 is there but cannot be read: plans/60-kh-snv-2026.json:2:8: expected value";
    for arguments in [
        &["done", "60-kh-snv-2026:3"][..],
        &["note", "60:I.1", "x"],
        &["list", "--plan", "60"],
        &["show", "60"],
    ] {
        let answer = office.run(arguments);
        assert_eq!(answer.status, 1, "{arguments:?}");
        assert!(answer.err.contains(expected), "{arguments:?}: {}", answer.err);
    }
    assert!(
        office.run(&["list"]).err.contains("plans/60-kh-snv-2026.json:2:8 cannot be read: expected value")
    );
    assert!(office.run(&["show", "61"]).err.contains("no plan is called \"61\""));
}

#[test]
fn a_damaged_line_counts_behind_one_of_a_newer_program() {
    let office = Office::new();
    let newer = r#"{"id":"01J9ZZZZZZZZZZZZZZZZZZZZZZ","at":"2026-06-10T08:15:00+07:00","by":"lan","assign":{"unit":"A"}}"#;
    office.file(JOURNAL, &format!("{newer}\n"));
    assert_eq!(office.run(&["list"]).status, 0, "what is newer is no damage");
    office.file(JOURNAL, &format!("{newer}\ngarbage\n"));
    assert_eq!(office.run(&["list"]).status, 1);
}
