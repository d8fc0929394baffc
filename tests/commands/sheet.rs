//! `tiendo show`: plans, sections and tasks on one sheet.

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
