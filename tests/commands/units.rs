//! `tiendo units`: the directory.

use super::office::{Office, column};

#[test]
fn every_unit_is_listed_with_its_tasks() {
    let office = Office::new();
    let rows = office.json(&["units", "list", "--json"]);
    assert_eq!(column(&rows, "name"), ["Các phòng thuộc Sở", "Sở Nội vụ", "Thanh tra Sở", "Văn phòng Sở"]);
    assert_eq!(
        (column(&rows, "leads"), column(&rows, "tasks")),
        (["2", "1", "1", "2"].map(str::to_owned).to_vec(), ["2", "3", "1", "2"].map(str::to_owned).to_vec(),)
    );
    assert_eq!(office.out(&["units"]), office.out(&["units", "list"]));
}

#[test]
fn names_are_given_and_taken() {
    let office = Office::new();
    office.out(&["units", "short", "van phong so", "VPS"]);
    office.out(&["units", "alias", "add", "VPS", "Văn phòng", "Phòng Hành chính"]);
    office.out(&["units", "part-of", "VPS", "SNV"]);
    let unit = office.json(&["units", "show", "phong hanh chinh", "--json"]);
    assert_eq!(
        (&unit["name"], &unit["short"], &unit["part_of"]),
        (&"Văn phòng Sở".into(), &"VPS".into(), &"Sở Nội vụ".into())
    );
    office.out(&["units", "alias", "remove", "VPS", "phòng hành chính"]);
    office.out(&["units", "short", "VPS"]);
    let unit = office.json(&["units", "show", "Văn phòng Sở", "--json"]);
    assert_eq!(
        (&unit["short"], &unit["aliases"]),
        (&serde_json::Value::Null, &serde_json::json!(["Văn phòng"]))
    );
    office.out(&["undo"]);
    office.out(&["units", "show", "VPS"]);
}

#[test]
fn members_come_and_go() {
    let office = Office::new();
    office.out(&["units", "add", "Các sở"]);
    office.out(&["units", "member", "add", "Các sở", "snv", "thanh tra so"]);
    let unit = office.json(&["units", "show", "snv", "--json"]);
    assert_eq!(unit["collectives"], serde_json::json!(["Các sở"]));
    office.out(&["units", "member", "remove", "Các sở", "Thanh tra Sở"]);
    assert_eq!(
        office.json(&["units", "show", "cac so", "--json"])["members"],
        serde_json::json!(["Sở Nội vụ"])
    );
}

#[test]
fn an_entry_without_more_than_its_name_becomes_an_alias() {
    let office = Office::new();
    office.out(&["units", "add", "Sở Nội vụ tỉnh"]);
    let said = office.refusal(&["units", "alias", "add", "snv", "so noi vu tinh"]);
    assert!(said.ends_with("another unit, Sở Nội vụ tỉnh: add --merge if the two are one"), "{said}");
    office.out(&["units", "alias", "add", "--merge", "snv", "so noi vu tinh"]);
    assert_eq!(office.json(&["units", "show", "sở nội vụ tỉnh", "--json"])["name"], "Sở Nội vụ");
}

#[test]
fn a_unit_that_only_plans_name_keeps_its_name() {
    let office = Office::new();
    let said = office.refusal(&["units", "alias", "add", "van phong so", "thanh tra so"]);
    assert!(said.contains("another unit, Thanh tra Sở"), "{said}");
    let rows = office.json(&["list", "--unit", "thanh tra so", "--json"]);
    assert_eq!(column(&rows, "task"), ["eeee"]);
    office.out(&["units", "alias", "add", "van phong so", "thanh tra so", "--merge"]);
    let rows = office.json(&["list", "--unit", "thanh tra so", "--json"]);
    assert_eq!(column(&rows, "task"), ["aaaa", "eeee"]);
}

#[test]
fn of_many_units_that_fit_a_few_are_named() {
    let office = Office::new();
    for number in 1..=9 {
        office.out(&["units", "add", &format!("Trường số {number}{}", "0".repeat(number))]);
    }
    let said = office.refusal(&["units", "show", "truong"]);
    let few = "Trường số 10, Trường số 200, Trường số 3000, Trường số 40000, Trường số 500000, and 4 others";
    assert_eq!(said, format!("\"truong\" could be several units: {few}"));
    assert_eq!(office.refusal(&["show", "xx"]), "no plan is called \"xx\"; `tiendo show` lists the plans");
}

#[test]
fn names_stay_unique() {
    let office = Office::new();
    for arguments in [
        &["units", "add", "SNV"][..],
        &["units", "add", "so noi vu"],
        &["units", "alias", "add", "Thanh tra Sở", "snv"],
        &["units", "short", "Thanh tra Sở", "Sở Nội Vụ"],
    ] {
        let said = office.refusal(arguments);
        assert!(said.contains("is a name of Sở Nội vụ already"), "{said}");
    }
}

#[test]
fn what_changes_nothing_is_said() {
    let office = Office::new();
    let said = office.refusal(&["units", "short", "snv", "SNV"]);
    assert_eq!(said, "nothing in the directory would change");
    let said = office.refusal(&["units", "show", "Sở Nội vuj"]);
    assert!(said.ends_with("did you mean Sở Nội vụ?"), "{said}");
}
