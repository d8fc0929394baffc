//! Whatever a person does to a draft: the ids stay apart, the sheet can be written down, and all of it can be taken back.

use std::collections::HashSet;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::domain::{Plan, SectionKind, Task, TaskId};
use crate::import::{Doubt, Finding};

fn sheet() -> Sheet {
    let task = |id: &str, text: &str, tasks: serde_json::Value| {
        json!({"id": id, "number": "-", "title": text, "text": text, "lines": [id.len(), 9], "tasks": tasks,
               "assignments": [{"role": "lead", "unit": "Sở Nội vụ"}],
               "timeline": [{"id": "a", "when": "2022-Q1", "text": "quý I/2022"}]})
    };
    let none = || json!([]);
    let plan: Plan = serde_json::from_value(json!({
        "format": "tiendo/plan", "version": 1, "id": "p", "number": "1/KH", "title": "Rà soát", "year": 2022,
        "sections": [
            {"id": "s1", "title": "Mục đích", "kind": "purpose", "text": ["- Một việc; hai việc.", "Ba."]},
            {"id": "s2", "title": "Nhiệm vụ", "kind": "tasks", "tasks": [
                task("a", "Rà soát. Báo cáo; tổng hợp\ngửi đi", json!([task("b", "Một. Hai", none()), task("c", "Ba", none())])),
                task("d", "Bốn; năm trước ngày 1/2/2022. Sáu", none())]}]
    }))
    .unwrap();
    let finding = |line, doubt| Finding { lines: Some((line, line)), doubt };
    Sheet::new(plan, &[finding(1, Doubt::MergedItems), finding(2, Doubt::NoNumber)], &Original::default(), 1)
}

/// A step on whatever spot the numbers choose.
fn step(sheet: &Sheet, (deed, at, text): (u8, usize, String)) -> Step {
    let rows = sheet.rows();
    let spot = rows[at % rows.len()].spot.clone();
    let task = || match &spot {
        Spot::Task(id) => id.clone(),
        _ => TaskId::from("d"),
    };
    let fields = [Field::Title, Field::Time, Field::Units, Field::Number, Field::Deliverable, Field::Year];
    let kinds = [SectionKind::Purpose, SectionKind::Tasks, SectionKind::Organization, SectionKind::Budget];
    match deed {
        0 => Step::Check(spot),
        1 => Step::CheckAll(sheet.certain()),
        2 | 3 => Step::Correct(spot, fields[text.len() % fields.len()], text),
        4 => Step::Merge(task()),
        5 | 6 => {
            let places = sheet.plan.task(&task()).map(|task| places(task.wording())).unwrap_or_default();
            Step::Split(task(), places.get(text.len() % places.len().max(1)).copied().unwrap_or(3))
        }
        7 => Step::Promote(task()),
        8 => Step::Demote(task()),
        9 => Step::Drop(spot),
        _ => {
            let section = if text.len() % 2 == 0 { "s1" } else { "s2" };
            Step::Kind(section.into(), kinds[at % kinds.len()])
        }
    }
}

fn ids(tasks: &[Task], ids: &mut Vec<TaskId>) {
    for task in tasks {
        ids.push(task.id.clone());
        self::ids(&task.tasks, ids);
    }
}

proptest! {
    #[test]
    fn steps_are_taken_back_and_ids_stay_apart(
        deeds in proptest::collection::vec((0_u8..12, 0_usize..24, "[a-zế;:. 0-9/-]{0,12}"), 0..24),
    ) {
        let start = sheet();
        let mut review = Review::new(start.clone());
        for deed in deeds {
            let step = step(review.sheet(), deed);
            let before = review.clone();
            if review.take(&step).is_err() {
                prop_assert_eq!(&review, &before);
            }
            let mut held = Vec::new();
            review.sheet().plan.sections.iter().for_each(|section| ids(&section.tasks, &mut held));
            prop_assert_eq!(held.iter().collect::<HashSet<_>>().len(), held.len(), "{:?}", step);
        }
        let written = serde_json::to_string(review.sheet()).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Sheet>(&written).unwrap(), review.sheet());
        let finished = serde_json::to_string(&review.sheet().finished()).unwrap();
        prop_assert!(serde_json::from_str::<Plan>(&finished).is_ok());
        while review.take_back() {}
        prop_assert_eq!(review.sheet(), &start);
    }
}
