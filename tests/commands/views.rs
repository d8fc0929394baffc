//! `tiendo workload`, `tiendo agenda`, `tiendo remind`.

use serde_json::json;

use super::office::{Office, column};

#[test]
fn the_workload_counts_periods_by_quarter() {
    let office = Office::new();
    office.out(&["done", "45:II.1"]);
    let rows = office.json(&["workload", "--json", "--unit", "Văn phòng Sở"]);
    let none = json!({"total": 0, "done": 0, "overdue": 0});
    let one = |done| json!({"total": 1, "done": done, "overdue": 0});
    assert_eq!(rows[0]["quarters"], json!([one(1), none, none, one(0)]));
    assert_eq!((&rows[0]["year"], &rows[0]["sum"]["total"]), (&none, &2.into()));
}

#[test]
fn the_workload_of_members_has_that_of_collectives_when_asked_for() {
    let office = Office::new();
    let sum = |arguments: &[&str]| {
        let command = [&["workload", "--json", "--unit", "thanh tra so"], arguments].concat();
        office.json(&command)[0]["sum"]["total"].clone()
    };
    assert_eq!((sum(&[]), sum(&["--collectives"])), (1.into(), 6.into()));
    assert_eq!(office.json(&["workload", "--json", "--year", "2020"]), json!([]));
    let units = office.json(&["workload", "--json", "--role", "monitor"]);
    assert_eq!(column(&units, "unit"), ["Sở Nội vụ"]);
}

#[test]
fn the_workload_is_a_table() {
    insta::assert_snapshot!(Office::new().out(&["workload"]), @"
    Unit                     I   II  III   IV  2026     Sum
    Các phòng thuộc Sở  ▲1 0/1  0/2  0/1  0/1        ▲1 0/5
    Sở Nội vụ                   0/2             0/1     0/3
    Thanh tra Sở                          0/1           0/1
    Văn phòng Sở        ▲1 0/1            0/1        ▲1 0/2
    ");
}

#[test]
fn the_agenda_goes_from_what_is_late_to_what_has_no_date() {
    let office = Office::new();
    insta::assert_snapshot!(office.out(&["agenda"]), @"
    Overdue (2)
    ▲  25 Mar 2026  45:II.2.1  Lịch tiếp dân hằng quý           Các phòng thuộc Sở       82 days overdue
    ▲  31 Mar 2026  45:II.1    Ban hành nội quy tiếp công dân   Văn phòng Sở             76 days overdue

    This week (1)
    ○  20 Jun 2026  cai:I.1    Rà soát thủ tục hành chính       SNV                      5 days left

    Next week (1)
    ○  25 Jun 2026  45:II.2.1  Lịch tiếp dân hằng quý           Các phòng thuộc Sở       10 days left

    This quarter (1)
    ○  30 Jun 2026  45:II.2.2  Sổ theo dõi đơn thư              Các phòng thuộc Sở       15 days left

    Later (3)
    ○  25 Sep 2026  45:II.2.1  Lịch tiếp dân hằng quý           Các phòng thuộc Sở       102 days left
    ○  14 Dec 2026  45:II.3    Tổng kết công tác tiếp công dân  Thanh tra Sở, Văn phòng  182 days left
                                                                Sở
    ○  25 Dec 2026  45:II.2.1  Lịch tiếp dân hằng quý           Các phòng thuộc Sở       193 days left

    No date yet (1)
    ");
    let items = office.json(&["agenda", "--json", "--unit", "snv"]);
    assert_eq!(column(&items, "horizon"), ["this_week", "this_quarter"]);
    assert!(office.out(&["agenda", "--undated"]).contains("Công khai kết quả"));
}

#[test]
fn a_reminder_is_a_letter_and_is_written_down() {
    let office = Office::new();
    let letter = office.out(&["remind", "--unit", "van phong so", "--dry-run"]);
    assert!(letter.contains("Kính gửi: Văn phòng Sở") && letter.contains("quá hạn"), "{letter}");
    assert_eq!(office.read("workspace/journal/45-kh-syt-2026.jsonl"), "");
    let sent = office.run(&["remind", "--unit", "van phong so"]);
    assert_eq!((sent.status, &sent.out), (0, &letter));
    assert!(office.out(&["log"]).contains("công văn đôn đốc"));
    office.out(&["undo"]);
    let early = ["--as-of", "2026-01-02", "remind", "--unit", "van phong so", "--dry-run"];
    assert_eq!(office.run(&early).status, 1);
}

#[test]
fn an_own_form_takes_the_place_of_the_programs_or_says_what_is_wrong_with_it() {
    let office = Office::new();
    let own = "lan/.config/tiendo/remind.txt";
    office.file(own, "Gửi {{ unit }}: {{ late | length }} việc\n");
    assert_eq!(office.out(&["remind", "--unit", "van phong so", "--dry-run"]), "Gửi Văn phòng Sở: 2 việc\n");
    office.file(own, "một\n{{ unti }}");
    let answer = office.run(&["remind", "--unit", "van phong so", "--dry-run"]);
    assert!(answer.status == 1 && answer.err.contains("remind.txt, line 2"), "{}", answer.err);
}
