//! `tiendo rollover`: next year's plan out of this year's.

use super::import::DOCUMENT;
use super::office::Office;

fn office() -> Office {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    office.out(&["import", &file]);
    office.out(&["done", "45:II.1"]);
    office
}

#[test]
fn the_work_goes_on_a_year_later_without_progress() {
    let office = office();
    let out = office.out(&["rollover", "45"]);
    assert!(out.starts_with("Drafted nang-cao-chat-luong-tiep-cong-2027"), "{out}");
    for said in ["Done last year and not recurring", "Not done last year", "The number is blank"] {
        assert!(out.contains(said), "{said}: {out}");
    }
    let tasks = office.json(&["list", "--plan", "nang-cao", "--json"]);
    let told: Vec<_> = tasks
        .as_array()
        .unwrap()
        .iter()
        .map(|task| (task["status"].as_str(), task["deadline"].as_str()))
        .collect();
    assert_eq!(told, [(Some("todo"), Some("2027-03-31")), (Some("todo"), Some("2027-12-14"))]);
    office.out(&["undo"]);
    assert_eq!(office.json(&["list", "--plan", "45", "--json"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_dry_run_writes_nothing_and_a_year_gone_by_is_refused() {
    let office = office();
    let plan = office.json(&["rollover", "45", "--year", "2028", "--dry-run", "--json"]);
    assert_eq!(
        (&plan["year"], &plan["sections"][1]["tasks"][0]["timeline"][0]["when"]),
        (&2028.into(), &"2028-Q1".into())
    );
    assert_eq!(office.json(&["show", "--json"]).as_array().unwrap().len(), 1);
    let said = office.refusal(&["rollover", "45", "--year", "2026"]);
    assert!(said.contains("is the plan for 2026"), "{said}");
}
