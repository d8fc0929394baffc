//! Any sequence of copies of a document and of a person's corrections between them.

use proptest::prelude::*;

use super::reconcile;
use super::tests::plan;
use crate::domain::{Entry, Plan, Section, SectionKind, Task};

/// What is said of one task: its deliverable and the month that it is due, as small numbers.
type Said = (u8, u8);

/// A document, or a plan, with a task for each.
fn document(said: &[Said]) -> Plan {
    const WORK: [&str; 3] = ["Rà soát thủ tục", "Tập huấn cán bộ xã", "Kiểm tra phòng bệnh"];
    let task = |(at, said): (usize, &Said)| {
        let mut task = Task {
            id: format!("n{at}").as_str().into(),
            number: (at + 1).to_string(),
            title: WORK[at].into(),
            text: WORK[at].into(),
            lines: Some((1, 1)),
            ..Task::default()
        };
        say(&mut task, *said);
        task
    };
    let tasks = said.iter().enumerate().map(task).collect();
    plan(vec![Section {
        id: "s".into(),
        title: "A".into(),
        kind: SectionKind::Tasks,
        tasks,
        ..Section::default()
    }])
}

fn say(task: &mut Task, (deliverable, month): Said) {
    let when = format!("by 2022-{:02}", month + 1);
    task.deliverable = Some(deliverable.to_string());
    task.timeline = vec![Entry { id: "a".into(), when: when.parse().unwrap(), label: None, text: when }];
}

proptest! {
    #[test]
    fn what_a_person_changed_and_the_document_did_not_stays(
        copies in prop::collection::vec(prop::array::uniform3((0u8..3, 0u8..3)), 1..5),
        corrections in prop::collection::vec((0usize..3, (0u8..3, 0u8..3)), 4),
    ) {
        let mut expected = copies[0];
        let mut reading = document(&copies[0]);
        let mut plan = reading.clone();
        for (turn, (task, said)) in (1..copies.len()).zip(corrections) {
            expected[task] = said;
            say(&mut plan.sections[0].tasks[task], said);
            let again = reconcile(&plan, Some(&reading), &document(&copies[turn])).unwrap();
            for (at, now) in copies[turn].iter().enumerate() {
                let before = copies[turn - 1][at];
                if now.0 != before.0 {
                    expected[at].0 = now.0;
                }
                if now.1 != before.1 {
                    expected[at].1 = now.1;
                }
            }
            prop_assert_eq!(&again.reading, &document(&copies[turn]));
            (plan, reading) = (again.plan, again.reading);
            prop_assert_eq!(&plan, &document(&expected));
        }
    }
}
