//! `tiendo list`: every filter, alone and with others.

use super::office::{Office, column};

/// The addresses that a list answers, each without its plan's id.
fn listed(office: &Office, arguments: &[&str]) -> Vec<String> {
    let rows = office.json(&[&["list", "--json"], arguments].concat());
    column(&rows, "address").iter().map(|address| address.split_once(':').unwrap().1.to_owned()).collect()
}

fn check(arguments: &[&str], expected: &[&str]) {
    assert_eq!(listed(&Office::new(), arguments), expected, "{arguments:?}");
}

#[test]
fn without_a_filter_every_task_is_listed_and_no_group() {
    check(&[], &["II.1", "II.2.1", "II.2.2", "II.3", "III.1", "I.1", "I.2"]);
}

#[test]
fn a_plan_or_a_section_narrows_it() {
    check(&["--plan", "cai"], &["I.1", "I.2"]);
    check(&["--plan", "45/KH-SYT"], &["II.1", "II.2.1", "II.2.2", "II.3", "III.1"]);
    check(&["--plan", "45:III"], &["III.1"]);
}

#[test]
fn a_unit_is_found_by_name_short_name_and_without_accents() {
    for name in ["Sở Nội vụ", "SNV", "so noi vu", "SỞ NỘI VỤ"] {
        check(&["--unit", name], &["II.2.2", "III.1", "I.1"]);
    }
}

#[test]
fn collectives_of_a_unit_count_when_asked_for() {
    check(&["--unit", "thanh tra"], &["II.3"]);
    check(&["--unit", "thanh tra", "--collectives"], &["II.2.1", "II.2.2", "II.3"]);
    let out = Office::new().out(&["list", "--unit", "thanh tra", "--collectives"]);
    assert!(out.contains("Leads: Các"), "{out}");
}

#[test]
fn times_narrow_it() {
    check(&["--quarter", "2026-Q1"], &["II.1", "II.2.1", "III.1"]);
    check(&["--quarter", "2026-q4"], &["II.2.1", "II.3", "III.1"]);
    check(&["--overdue"], &["II.1", "II.2.1"]);
    check(&["--due-within", "14d"], &["I.1"]);
    check(&["--due-within", "3w"], &["II.2.2", "I.1"]);
}

#[test]
fn a_status_narrows_it() {
    let office = Office::new();
    office.out(&["start", "cai:I.2"]);
    assert_eq!(listed(&office, &["--status", "doing"]), ["I.2"]);
}

#[test]
fn words_must_all_occur_accents_or_not() {
    check(&["tiep", "cong", "dan"], &["II.1", "II.3", "II.2.1", "II.2.2"]);
    check(&["tiếp dân hằng quý"], &["II.2.1"]);
    check(&["khong co gi"], &[]);
}

#[test]
fn filters_add_up() {
    check(&["--unit", "snv", "--quarter", "2026-Q2", "--plan", "45"], &["II.2.2", "III.1"]);
}

#[test]
fn tasks_stand_under_their_plan_and_section() {
    let out = Office::new().out(&["list", "--unit", "snv"]);
    insta::assert_snapshot!(out, @"
    45-kh-syt-2026: 45/KH-SYT Nâng cao chất lượng tiếp công dân năm 2026
    II Nội dung thực hiện
    ○  45:II.2.2  Sổ theo dõi đơn thư         Các phòng thuộc  Coordinates  Quý II/2026     15 days left
                                              Sở
    III Tổ chức thực hiện
    ○  45:III.1   Theo dõi, đôn đốc                            Monitors     Thường xuyên    ongoing

    cai-cach-hanh-chinh-2026: Cải cách hành chính năm 2026
    I Nhiệm vụ
    ○  cai:I.1    Rà soát thủ tục hành chính  SNV              Leads        chậm nhất       5 days left
                                                                            20/6/2026
    ");
}

#[test]
fn nothing_found_is_said_beside_the_data() {
    let answer = Office::new().run(&["list", "khong", "co", "gi"]);
    assert_eq!((answer.status, answer.out.as_str(), answer.err.as_str()), (0, "", "tiendo: no task fits\n"));
}

#[test]
fn values_parted_by_commas_have_a_header_and_a_line_a_task() {
    let out = Office::new().out(&["list", "--csv", "--plan", "cai"]);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(&header[..3], ["address", "task", "plan"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0][0], &rows[0][7]), ("cai-cach-hanh-chinh-2026:I.1", "due_soon"));
}

#[test]
fn what_is_mistyped_is_answered_with_what_is_near() {
    let office = Office::new();
    for (arguments, near) in [
        (["--plan", "46-kh-syt-2026"], "did you mean 45-kh-syt-2026?"),
        (["--plan", "45:IV"], "did you mean 45-kh-syt-2026:"),
        (["--unit", "Sở Nội vuj"], "did you mean Sở Nội vụ?"),
        (["--unit", "sở"], "could be several units: "),
        (["--quarter", "2026-Q5"], "did you mean 2026-Q"),
    ] {
        let said = office.refusal(&[&["list"], &arguments[..]].concat());
        assert!(said.contains(near), "{arguments:?}: {said}");
    }
}

#[test]
fn a_task_is_no_plan_to_list() {
    let said = Office::new().refusal(&["list", "--plan", "45:II.2"]);
    assert!(said.contains("45-kh-syt-2026:II.2 is a task"), "{said}");
}

#[test]
fn a_unit_that_could_be_several_is_said_to_be() {
    let said = Office::new().refusal(&["list", "--unit", "so"]);
    assert!(said.contains("could be several units: "), "{said}");
}
