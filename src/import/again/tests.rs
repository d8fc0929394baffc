//! A plan and its new copies.

use std::fmt::Write;

use super::Again;
use super::carry::each_list;
use crate::domain::{Assignment, Entry, FormatVersion, Plan, PlanFormat, Role, Section, SectionKind, Task};

/// A plan with these sections.
pub(super) fn plan(sections: Vec<Section>) -> Plan {
    Plan {
        format: PlanFormat::Plan,
        version: FormatVersion::CURRENT,
        id: "p".into(),
        number: None,
        title: "Kế hoạch thử".into(),
        issuer: "Sở A".into(),
        place: None,
        issued: None,
        year: 2022,
        until: None,
        bases: Vec::new(),
        relations: Vec::new(),
        sections,
        recipients: Vec::new(),
        signatory: None,
        source: None,
    }
}

fn section(id: &str, title: &str, tasks: Vec<Task>) -> Section {
    Section { id: id.into(), title: title.into(), kind: SectionKind::Tasks, tasks, ..Section::default() }
}

fn task(id: &str, number: &str, text: &str) -> Task {
    let (text, title) = (text.to_owned(), text.to_owned());
    Task { id: id.into(), number: number.into(), text, title, lines: Some((1, 1)), ..Task::default() }
}

fn due(task: Task, whens: &[(&str, &str)]) -> Task {
    let entry = |(id, when): &(&str, &str)| Entry {
        id: (*id).to_owned(),
        when: when.parse().unwrap(),
        label: None,
        text: (*when).to_owned(),
    };
    Task { timeline: whens.iter().map(entry).collect(), ..task }
}

fn ids(plan: &Plan) -> String {
    fn list(tasks: &[Task], out: &mut String) {
        for task in tasks {
            let entries: Vec<&str> = task.timeline.iter().map(|entry| entry.id.as_str()).collect();
            write!(out, "{}{} ", task.id, entries.concat().to_uppercase()).unwrap();
            list(&task.tasks, out);
        }
    }
    let mut out = String::new();
    for section in &plan.sections {
        write!(out, "[{}] ", section.id).unwrap();
        list(&section.tasks, &mut out);
    }
    out.trim_end().to_owned()
}

/// A new copy of a plan that nobody touched but for what has no lines in the document.
fn reconcile(plan: &Plan, draft: &Plan) -> Again {
    let mut reading = plan.clone();
    each_list(&mut reading, &mut |tasks| {
        let kept = |task: Task| if task.lines.is_some() { vec![task] } else { task.tasks };
        *tasks = std::mem::take(tasks).into_iter().flat_map(kept).collect();
    });
    super::reconcile(plan, Some(&reading), draft).unwrap()
}

fn said(again: &Again) -> Vec<String> {
    again.differences.iter().map(|difference| difference.text(crate::locale::Lang::En)).collect()
}

#[test]
fn the_same_copy_changes_nothing() {
    let old =
        plan(vec![section("s1", "Nội dung", vec![task("k1", "1", "Rà soát"), task("k2", "2", "Rà soát")])]);
    let new =
        plan(vec![section("s1", "NỘI DUNG", vec![task("n1", "1", "Rà soát"), task("n2", "2", "Rà soát.")])]);
    let again = reconcile(&old, &new);
    assert_eq!((ids(&again.plan).as_str(), again.differences.len()), ("[s1] k1 k2", 0));
}

#[test]
fn ids_follow_the_wording_through_moves_and_changes() {
    let mut group = task("k3", "3", "Văn phòng Sở");
    group.tasks = vec![task("k4", "-", "Tổng hợp báo cáo quý")];
    let old = plan(vec![
        section(
            "s1",
            "Nội dung",
            vec![task("k1", "1", "Rà soát thủ tục"), task("k2", "2", "Tập huấn cho cán bộ cấp xã")],
        ),
        section("s2", "Tổ chức", vec![group]),
    ]);
    let mut regroup = task("n3", "1", "Văn phòng Sở");
    regroup.tasks = vec![task("n4", "-", "Tổng hợp báo cáo năm"), task("n5", "-", "Mua sắm")];
    let new = plan(vec![
        section("s1", "Nội dung", vec![task("n2", "1", "Tập huấn cho cán bộ, công chức cấp xã")]),
        section("s2", "Kinh phí chung", vec![]),
        section("s3", "Tổ chức", vec![regroup]),
    ]);
    let again = reconcile(&old, &new);
    assert_eq!(ids(&again.plan), "[s1] k2 [s3] [s2] k3 k4 n5");
    insta::assert_snapshot!(said(&again).join("\n"), @"
    Other words: Tập huấn cho cán bộ, công chức cấp xã
    New section: Kinh phí chung
    Other words: Tổng hợp báo cáo năm
    New: Mua sắm
    Gone: Rà soát thủ tục
    ");
}

#[test]
fn times_keep_their_ids() {
    let old = plan(vec![section(
        "s1",
        "A",
        vec![due(task("k1", "1", "Báo cáo"), &[("a", "2022-Q1"), ("b", "2022-Q3")])],
    )]);
    let new = plan(vec![section(
        "s1",
        "A",
        vec![due(task("n1", "1", "Báo cáo"), &[("a", "2022-Q3"), ("b", "2022-Q2"), ("c", "2022-Q4")])],
    )]);
    let again = reconcile(&old, &new);
    let entries: Vec<_> = again.plan.sections[0].tasks[0]
        .timeline
        .iter()
        .map(|e| (e.id.as_str(), e.when.to_string()))
        .collect();
    assert_eq!(entries, [("b", "2022-Q3".into()), ("c", "2022-Q2".into()), ("d", "2022-Q4".into())]);
    assert_eq!(again.differences.len(), 1);
}

#[test]
fn what_a_person_filled_in_stays() {
    let own = Task { lines: None, ..task("k9", "", "Việc tự thêm") };
    let mut old = plan(vec![section("s1", "A", vec![task("k1", "1", "Rà soát thủ tục"), own])]);
    old.number = Some("5/KH-SA".into());
    old.sections[0].tasks[0].title = "Rà soát".into();
    let new = plan(vec![section("s1", "A", vec![task("n1", "1", "Rà soát thủ tục")])]);
    let again = reconcile(&old, &new);
    assert_eq!(again.plan.number.as_deref(), Some("5/KH-SA"));
    assert_eq!((ids(&again.plan).as_str(), again.differences.len()), ("[s1] k1 k9", 0));
    assert_eq!(again.plan.sections[0].tasks[0].title, "Rà soát");
}

#[test]
fn another_unit_is_told() {
    let unit = |name: &str| Assignment { role: Role::Lead, unit: name.into(), ..Assignment::default() };
    let of = |id: &str, name: &str| Task { assignments: vec![unit(name)], ..task(id, "1", "Rà soát") };
    let old = plan(vec![section("s1", "A", vec![of("k1", "Sở A")])]);
    let same = reconcile(&old, &plan(vec![section("s1", "A", vec![of("n1", "SỞ A")])]));
    let other = reconcile(&old, &plan(vec![section("s1", "A", vec![of("n1", "Sở B")])]));
    assert_eq!(same.differences, []);
    assert_eq!(said(&other), ["Other units: Rà soát (Sở A → Sở B)"]);
}

#[test]
fn other_work_under_the_same_number_is_other_work() {
    let old = plan(vec![section("s1", "A", vec![task("k1", "1", "Rà soát thủ tục hành chính")])]);
    let new = plan(vec![section("s1", "A", vec![task("n1", "1", "Tổ chức hội thi văn nghệ")])]);
    let again = reconcile(&old, &new);
    assert_eq!(ids(&again.plan), "[s1] n1");
    assert_eq!(again.differences.len(), 2);
}

#[test]
fn what_a_person_put_in_a_group_of_her_own_stays_there() {
    let by_hand = |task: Task| Task { lines: None, ..task };
    let group = Task {
        tasks: vec![task("k1", "1", "Rà soát hồ sơ"), by_hand(task("k2", "", "Gọi điện"))],
        ..by_hand(task("g", "", "Nhóm việc"))
    };
    let old = plan(vec![section("s1", "Nội dung", vec![group])]);
    let new = plan(vec![section("s1", "Nội dung", vec![task("n1", "1", "Rà soát hồ sơ")])]);
    assert_eq!(ids(&reconcile(&old, &new).plan), "[s1] g k1 k2");
}

#[test]
fn what_was_followed_comes_back_with_its_section_where_none_holds_tasks() {
    let old = plan(vec![section("s1", "Nội dung", vec![task("k1", "1", "Rà soát thủ tục")])]);
    let again = reconcile(&old, &plan(Vec::new())).asking_about(&old, &["k1".into()].into());
    assert_eq!(ids(&again.plan), "[s1] k1");
}

#[test]
fn of_tasks_in_the_same_words_the_one_with_the_same_units_and_the_same_place_is_it() {
    let by = |task: Task, unit: &str| {
        let unit = unit.to_owned();
        Task { assignments: vec![Assignment { role: Role::Lead, unit, label: None, via: None }], ..task }
    };
    let report = |id: &str, number: &str, unit: &str| by(task(id, number, "Báo cáo kết quả"), unit);
    let before = plan(vec![section("s1", "A", vec![report("a", "1", "Sở A"), report("b", "2", "Sở B")])]);
    let without_first = plan(vec![section("s1", "A", vec![report("x", "1", "SỞ B")])]);
    assert_eq!(ids(&reconcile(&before, &without_first).plan), "[s1] b");
    let under = |id: &str, unit: &str, points: Vec<Task>| Task { tasks: points, ..task(id, "1", unit) };
    let point = |id: &str| task(id, "-", "Báo cáo kết quả");
    let before = plan(vec![section(
        "s1",
        "A",
        vec![under("g", "Sở A", vec![point("a")]), under("h", "Sở B", vec![point("b")])],
    )]);
    let swapped = plan(vec![section(
        "s1",
        "A",
        vec![under("x", "Sở B", vec![point("y")]), under("z", "Sở A", vec![point("w")])],
    )]);
    assert_eq!(ids(&reconcile(&before, &swapped).plan), "[s1] h b g a");
}
