//! The languages of the messages, and the demonstration.

use super::office::Office;

#[test]
fn the_language_is_the_environments_or_the_one_named() {
    let vietnamese = Office::new().with("LANG", "vi_VN.UTF-8");
    let english = Office::new();
    assert!(vietnamese.refusal(&["show", "99"]).starts_with("không có kế hoạch"));
    assert!(english.refusal(&["show", "99"]).starts_with("no plan"));
    assert!(english.refusal(&["show", "99", "--lang", "vi"]).starts_with("không có kế hoạch"));
    assert!(vietnamese.refusal(&["--lang", "en", "show", "99"]).starts_with("no plan"));
    assert!(Office::new().with("LANG", "").refusal(&["show", "99"]).starts_with("không có kế hoạch"));
}

#[test]
fn the_demonstration_says_that_it_is_one_and_leaves_the_workspace_alone() {
    let office = Office::empty().with("TIENDO_TODAY", "");
    let answer = office.run(&["--demo", "list", "--unit", "so noi vu", "--json"]);
    assert_eq!(answer.status, 0);
    assert!(answer.err.contains("private copy of the sample plans as of 20 Nov 2022"), "{}", answer.err);
    let rows: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(super::office::column(&rows, "number"), ["6", "9", "10"]);
    assert_eq!(office.run(&["--demo", "done", "03:II.9"]).status, 0);
    assert_eq!(office.json(&["list", "--json"]), serde_json::json!([]));
}
