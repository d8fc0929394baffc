//! A year on.

use serde_json::{Value, json};

use super::*;
use crate::domain::{AsOf, Directory, Event, Settings};
use crate::import::review::{Forerunner, Spot};

fn tracked(tasks: &Value, events: Vec<Event>) -> TrackedPlan {
    let (settings, directory) = (Settings::default(), Directory::default());
    let day = "2022-12-31".parse().unwrap();
    let plan = json!({
        "format": "tiendo/plan", "version": 1, "id": "03-kh-2022", "number": "03-KH/BCĐ", "year": 2022,
        "title": "Thực hiện quy chế dân chủ năm 2022", "issuer": "Sở A", "issued": "2022-02-14",
        "relations": [{"kind": "replaces", "number": "371/KH"}, {"kind": "implements", "number": "5/QĐ"}],
        "sections": [{"id": "s1", "number": "I", "title": "Nhiệm vụ năm 2022", "kind": "tasks", "tasks": tasks}],
    });
    let as_of = AsOf { day, zone: None, settings: &settings, directory: &directory };
    TrackedPlan::new(serde_json::from_value(plan).unwrap(), events, &as_of)
}

fn event(task: &str, status: &str) -> Event {
    let id = format!("01G0000000000000000000000{}", task.chars().next().unwrap());
    serde_json::from_value(json!({
        "id": id, "at": "2022-06-01T08:00:00+07:00", "by": "lan", "kind": "update", "task": task, "status": status,
    }))
    .unwrap()
}

fn ids() -> impl FnMut() -> TaskId {
    let mut next = 0;
    move || {
        next += 1;
        TaskId::from_random(next)
    }
}

fn codes(draft: &Draft) -> Vec<&'static str> {
    draft.findings.iter().map(|finding| finding.doubt.code()).collect()
}

#[test]
fn times_move_and_citations_stay() {
    let tasks = json!([{
        "id": "a", "title": "Tổng kết năm 2022",
        "text": "Tổng kết năm 2022 theo Quyết định ngày 14 tháng 02 năm 2022 và Kế hoạch số 5/KH ngày 01/3/2022, gửi \
                 trước ngày 15/12/2022; sơ kết quý III/2022, tháng 6/2022, giai đoạn 2021 - 2025",
        "timeline": [{"id": "a", "when": "before 2022-12-15", "text": "trước ngày 15/12/2022"},
                     {"id": "b", "when": "2022-Q3", "text": "quý III/2022"}],
    }]);
    let draft = rollover(&tracked(&tasks, Vec::new()), 2023, &mut ids());
    let plan = &draft.plan;
    assert_eq!(
        (plan.id.as_str(), plan.year, plan.number.as_ref(), plan.issued),
        ("thuc-hien-quy-che-dan-chu-2023", 2023, None, None)
    );
    assert_eq!(
        (plan.title.as_str(), plan.sections[0].title.as_str()),
        ("Thực hiện quy chế dân chủ năm 2023", "Nhiệm vụ năm 2023")
    );
    assert_eq!(plan.relations.len(), 1, "it replaces nothing a second time");
    assert_eq!(plan.relations[0].number, "5/QĐ");
    let task = &plan.sections[0].tasks[0];
    assert_ne!(task.id.as_str(), "a");
    assert_eq!(task.title, "Tổng kết năm 2023");
    assert_eq!(
        task.text,
        "Tổng kết năm 2023 theo Quyết định ngày 14 tháng 02 năm 2022 và Kế hoạch số 5/KH ngày 01/3/2022, gửi \
         trước ngày 15/12/2023; sơ kết quý III/2023, tháng 6/2023, giai đoạn 2021 - 2025"
    );
    let times: Vec<_> =
        task.timeline.iter().map(|entry| (entry.when.to_string(), entry.text.as_str())).collect();
    assert_eq!(
        times,
        [("before 2023-12-15".to_owned(), "trước ngày 15/12/2023"), ("2023-Q3".to_owned(), "quý III/2023")]
    );
}

#[test]
fn the_old_plan_stands_beside_in_lines_with_its_statuses() {
    let tasks = json!([
        {"id": "a", "number": "1", "title": "Rà soát quy chế", "text": "Rà soát quy chế;\nbáo cáo kết quả",
         "assignments": [{"role": "lead", "unit": "Sở A"}],
         "timeline": [{"id": "a", "when": "2022-Q1", "text": "Quý I/2022"}]},
        {"id": "g", "number": "2", "title": "Kiểm tra", "tasks": [
            {"id": "b", "number": "a)", "title": "Kiểm tra các huyện"}, {"id": "c", "title": "Đôn đốc"}]}]);
    let events = vec![event("a", "done"), event("b", "cancelled")];
    let draft = rollover(&tracked(&tasks, events), 2023, &mut ids());
    insta::assert_snapshot!(draft.original.lines.join("\n"), @"
    03-KH/BCĐ
    Sở A
    Thực hiện quy chế dân chủ năm 2022

    I. Nhiệm vụ năm 2022
      1. Rà soát quy chế;
      báo cáo kết quả
      Quý I/2022
      Sở A
      2. Kiểm tra
        a) Kiểm tra các huyện
        Đôn đốc
    ");
    let Forerunner::LastYear(last) = &draft.original.forerunner else { panic!() };
    let statuses: Vec<_> = last.statuses.iter().map(|(line, status)| (*line, status.as_str())).collect();
    assert_eq!(statuses, [(6, "done"), (11, "cancelled"), (12, "todo")]);
    let spots = |line: u32| draft.original.spot(&draft.plan, line);
    let tasks = &draft.plan.sections[0].tasks;
    assert_eq!(draft.original.lines_of(&draft.plan, &Spot::Task(tasks[0].id.clone())), Some((6, 9)));
    assert_eq!(
        [5, 9, 10, 12].map(spots),
        [
            Spot::Section("s1".into()),
            Spot::Task(tasks[0].id.clone()),
            Spot::Task(tasks[1].id.clone()),
            Spot::Task(tasks[1].tasks[0].id.clone())
        ]
    );
}

#[test]
fn what_was_open_or_done_once_is_asked_and_what_was_given_up_is_left_out() {
    let task = |id: &str, when: &str| json!({"id": id, "title": id, "timeline": [{"id": "a", "when": when}]});
    let tasks =
        json!([task("a", "2022-Q1"), task("b", "2022-Q2"), task("c", "ongoing"), task("d", "2022-Q4")]);
    let events = vec![event("b", "done"), event("c", "done"), event("d", "cancelled")];
    let draft = rollover(&tracked(&tasks, events), 2023, &mut ids());
    assert_eq!(codes(&draft), ["no-number", "no-day", "still-open", "done-once", "given-up"]);
    let titles: Vec<_> = draft.plan.sections[0].tasks.iter().map(|task| task.title.as_str()).collect();
    assert_eq!(titles, ["a", "b", "c"]);
}
