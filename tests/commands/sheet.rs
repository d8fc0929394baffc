//! `tiendo show`: plans, sections and tasks on one sheet.

use serde_json::json;

use super::import::DOCUMENT;
use super::office::{Office, column};

#[test]
fn a_plan_shows_its_head_and_the_progress_of_each_section() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    insta::assert_snapshot!(office.out(&["show", "45"]), @"
    45-kh-syt-2026: 45/KH-SYT Nâng cao chất lượng tiếp công dân năm 2026
    Issued by: Sở Y tế, Hải Dương, 3 Feb 2026
    Year: 2026
    Bases: 12/KH-UBND

    I    Mục đích
    II   Nội dung thực hiện  1/4  25%  ▲1
    III  Tổ chức thực hiện   0/1   0%
         The whole plan      1/5  20%  ▲1
    ");
    let plan = office.json(&["show", "45", "--json"]);
    assert_eq!((&plan["plan"]["id"], &plan["progress"]["done"]), (&"45-kh-syt-2026".into(), &1.into()));
}

#[test]
fn a_section_shows_its_tasks_and_groups() {
    let office = Office::new();
    let rows = office.json(&["show", "45:II", "--json"]);
    assert_eq!(column(&rows, "task"), ["aaaa", "bbbb", "cccc", "dddd", "eeee"]);
}

#[test]
fn a_task_shows_all_that_is_known() {
    let office = Office::new();
    office.out(&["done", "45:II.3", "--unit", "thanh tra so", "--evidence", "3/BC-TTr"]);
    let out = office.out(&["show", "45:II.3"]);
    let (facts, history) =
        out.split_once("\n\n15 Jun 2026").map(|(facts, rest)| (facts.to_owned(), rest)).unwrap_or_default();
    insta::assert_snapshot!(facts, @"
    45-kh-syt-2026:II.3  Tổng kết công tác tiếp công dân
    ◐ In progress · 182 days left

    Leads            Thanh tra Sở
                     Văn phòng Sở
    Time             trước ngày 15/12/2026
                  ◐  a · due 14 Dec 2026 · In progress since 15 Jun 2026 · 182 days left
    Reported 1/2  ●  Thanh tra Sở · Done on 15 Jun 2026 · 3/BC-TTr
                  ○  Văn phòng Sở · To do
    ");
    assert!(history.contains("Thanh tra Sở · Done · 3/BC-TTr"), "{history}");
}

#[test]
fn times_are_shown_as_worded_and_as_understood() {
    let office = Office::new();
    let out = office.out(&["show", "45:II.2.1", "--lang", "vi"]);
    assert!(out.contains("ngày 25 tháng cuối quý"), "{out}");
    assert!(out.contains("a/2026-Q1 · hạn 25/3/2026"), "{out}");
}

#[test]
fn an_unknown_place_is_answered_with_the_nearest() {
    let office = Office::new();
    let said = office.refusal(&["show", "45:II.11"]);
    assert!(said.contains("did you mean 45-kh-syt-2026:II.1"), "{said}");
    let said = office.refusal(&["show", "99"]);
    assert!(said.ends_with("`tiendo show` lists the plans"), "{said}");
    office.file(
        "workspace/plans/46-kh-syt-2026.json",
        &office.read("workspace/plans/45-kh-syt-2026.json").replace("45-kh", "46-kh"),
    );
    let said = office.refusal(&["show", "4"]);
    assert_eq!(said, "\"4\" could be several plans: 45-kh-syt-2026, 46-kh-syt-2026");
}

#[test]
fn what_is_done_as_a_whole_does_not_wait_for_its_units() {
    let office = Office::new();
    office.out(&["done", "45:II.3"]);
    let out = office.out(&["show", "45:II.3"]);
    assert!(out.contains("Closed as a whole") && !out.contains("0/2"), "{out}");
}

#[test]
fn a_plan_names_the_plans_of_ours_that_it_is_tied_to_and_those_name_it() {
    let office = Office::empty();
    let document = |number: &str, title: &str, ground: &str| {
        let (_, rest) = DOCUMENT.split_once("I. MỤC ĐÍCH").unwrap();
        let head = format!(
            "SỞ Y TẾ\nSố: {number}\nHải Dương, ngày 03 tháng 02 năm 2026\nKẾ HOẠCH\n{title} năm 2026\n"
        );
        office.file("plan.txt", &format!("{head}\n{ground}\nSở Y tế ban hành Kế hoạch:\n\nI. MỤC ĐÍCH{rest}"))
    };
    let of_department = document(
        "7/KH-SYT",
        "Cải cách",
        "Thực hiện Kế hoạch số 045/KH-UBND ngày 5/1/2026; Công văn số 3/SNV-VP;",
    );
    office.out(&["import", "--as", "cai-cach", &of_department]);
    let lone = office.out(&["show", "cai-cach"]);
    assert!(lone.contains("Implements: 045/KH-UBND; 3/SNV-VP"), "{lone}");
    office.out(&["import", "--as", "tinh-2026", &document("45/KH-UBND", "Tiếp công dân", "")]);
    let sheet = office.out(&["show", "cai-cach"]);
    assert!(sheet.contains("Implements: 045/KH-UBND (tinh-2026); 3/SNV-VP"), "{sheet}");
    assert!(office.out(&["show", "tinh-2026"]).contains("Implemented by: cai-cach"));
    let ours = office.json(&["show", "cai-cach", "--json"])["relations"].clone();
    assert_eq!(ours[0], json!({"kind": "implements", "number": "045/KH-UBND", "plans": ["tinh-2026"]}));
    assert_eq!(ours[1]["plans"], json!([]));
    let by = office.json(&["show", "tinh-2026", "--json"])["referred_to_by"].clone();
    assert_eq!(by, json!([{"plan": "cai-cach", "kind": "implements"}]));
}
