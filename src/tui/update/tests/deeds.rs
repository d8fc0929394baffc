//! What is done to tasks by a key, one by one or together.

use super::{changes, cursor, screen};
use crate::domain::{Change, Status};
use crate::tui::effects::Effect;
use crate::tui::harness::Harness;
use crate::tui::job::Job;
use crate::tui::state::layer::Layer;

#[test]
fn space_goes_through_the_statuses() {
    for (presses, expected) in [(0, Status::Doing), (1, Status::Reported), (2, Status::Done)] {
        let harness = (0..presses).fold(screen(), |harness, _| harness.press(" ").commit()).press(" ");
        assert_eq!(changes(&harness), [("t1".into(), None, Some(expected))]);
    }
}

#[test]
fn a_finished_task_is_opened_again_only_after_a_question() {
    let done = || screen().press("%40<enter>").commit().press("d<enter>").commit();
    let harness = done().press(" ");
    assert!(harness.screen().contains("Mở lại: 1 Rà soát quy chế tiếp công dân?"), "{}", harness.screen());
    assert_eq!(changes(&harness), [("t1".into(), None, Some(Status::Done))]);
    let left = harness.press("<esc>j ");
    assert_eq!(changes(&left), [("t2".into(), None, Some(Status::Doing))]);
    let harness = done().press(" y");
    assert_eq!(changes(&harness), [("t1".into(), None, Some(Status::Doing))]);
    assert_eq!(
        harness.commit().state.notices.toast.unwrap().text,
        "Đã mở lại: 1 Rà soát quy chế tiếp công dân"
    );
}

#[test]
fn space_on_a_group_leaves_its_closed_tasks_alone() {
    let close = |mut harness: Harness| {
        for _ in 0..4 {
            harness = harness.press("d<enter>").commit();
        }
        harness
    };
    let harness = close(screen().press("jjj")).press("k ");
    assert_eq!(changes(&harness), [("t4".into(), None, Some(Status::Doing))]);
    let harness = close(screen().press("jjj")).press("jd<enter>").commit().press("kk ");
    assert!(harness.state.layer.is_none());
    let reason = &harness.state.notices.toast.as_ref().unwrap().text;
    assert_eq!(reason, "Cả 2 nhiệm vụ đã khép lại; mở lại từng nhiệm vụ bằng Space");
}

#[test]
fn done_asks_for_the_document() {
    let harness = screen().press("d");
    assert!(matches!(harness.state.layer, Some(Layer::Prompt(_))));
    let harness = harness.press("12/BC-SNV<enter>");
    let [Change::Update { plan, update }] = &harness.changes()[..] else { panic!() };
    assert_eq!((plan.as_str(), update.evidence.as_deref()), ("a-2022", Some("12/BC-SNV")));
    assert_eq!(update.period.as_ref().unwrap().0, "a");
}

#[test]
fn what_was_done_is_said_and_how_to_take_it_back() {
    let harness = screen().press("d<enter>").commit();
    let last_line = |harness: &Harness| harness.screen().lines().last().unwrap().trim().to_owned();
    assert_eq!(last_line(&harness), "Hoàn thành: 1 Rà soát quy chế tiếp công dân · z hoàn tác");
    let harness = harness.at(40, 12);
    assert_eq!(last_line(&harness), "Hoàn thành: 1 Rà soát quy… · z hoàn tác");
    let harness = harness.press("z");
    assert_eq!(harness.effects().last(), Some(&Effect::Work(Job::Undo(None))));
}

#[test]
fn a_recurring_task_is_closed_period_by_period() {
    let mut harness = screen().press("jjj");
    for quarter in 1..=4 {
        harness = harness.press("d<enter>");
        let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
        assert_eq!(update.period.as_ref().unwrap().0, format!("a/2022-Q{quarter}"));
        harness = harness.commit();
    }
    let harness = harness.press("d");
    assert!(harness.state.layer.is_none());
    assert!(harness.state.notices.toast.is_some());
}

#[test]
fn a_group_is_asked_about_first() {
    let harness = screen().press("jj ");
    assert!(matches!(harness.state.layer, Some(Layer::Confirm(_))) && harness.changes().is_empty());
    let refused = harness.press("<esc>");
    assert!(refused.state.layer.is_none() && refused.changes().is_empty());
    let harness = refused.press("d<enter>y");
    let done = |id: &str| (id.to_owned(), None, Some(Status::Done));
    assert_eq!(changes(&harness), [done("t3"), done("t4")]);
}

#[test]
fn marked_tasks_are_changed_at_once() {
    let harness = screen().press("vvd");
    assert!(harness.screen().contains("đã đánh dấu 2 · Số văn bản"));
    let harness = harness.press("<enter>");
    assert!(harness.screen().contains("Chuyển 2 nhiệm vụ sang: hoàn thành?"));
    let harness = harness.press("y");
    let done = |id: &str| (id.to_owned(), None, Some(Status::Done));
    assert_eq!(changes(&harness), [done("t1"), done("t2")]);
    assert!(harness.state.marked.is_empty());
}

#[test]
fn one_key_sets_marked_tasks_to_one_status() {
    let harness = screen().press("j ").commit().press("kV ");
    assert!(harness.screen().contains("Chuyển 4 nhiệm vụ sang: đang thực hiện?"), "{}", harness.screen());
    let harness = harness.press("y");
    let statuses: Vec<_> = changes(&harness).into_iter().map(|(task, _, status)| (task, status)).collect();
    assert_eq!(statuses, ["t1", "t3", "t4", "u1"].map(|task| (task.to_owned(), Some(Status::Doing))));
}

#[test]
fn what_is_said_names_the_task_that_changed() {
    let harness = screen().press("d<enter>").commit().press("gjj").press("vv").press("dY-2<enter>").commit();
    let toast = harness.state.notices.toast.as_ref().unwrap();
    assert_eq!(toast.text, "Hoàn thành: 2 Tập huấn cho công chức tiếp dân");
}

#[test]
fn a_unit_of_a_collective_reports_for_itself() {
    let harness = screen().press("G<enter>jd3/BC<enter>");
    assert_eq!(changes(&harness), [("u1".into(), Some("Sở Tư pháp".into()), Some(Status::Done))]);
    let harness = harness.commit().press(" y");
    assert_eq!(changes(&harness), [("u1".into(), Some("Sở Tư pháp".into()), Some(Status::Doing))]);
}

#[test]
fn a_marked_group_is_asked_about() {
    let harness = screen().press("vjv ");
    assert!(matches!(harness.state.layer, Some(Layer::Confirm(_))), "{:?}", harness.state.marked);
}

#[test]
fn a_section_is_not_marked_and_says_so() {
    let harness = screen().press("gv");
    assert_eq!(cursor(&harness), "a-2022");
    assert!(harness.state.notices.toast.unwrap().text.contains("V đánh dấu tất cả"));
}

#[test]
fn a_refused_key_says_why() {
    let harness = screen().press("g ");
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Con trỏ không ở nhiệm vụ nào");
    let mut harness = screen();
    harness.state.access = crate::tui::state::Access::ReadOnly;
    let harness = harness.press("d");
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Đang mở ở chế độ chỉ đọc");
}

#[test]
fn nobody_agrees_to_a_question_before_it_was_shown() {
    let mut harness = screen().press("jj");
    // All in one read, as a paste without marks or a hand that typed ahead.
    for chord in [" ", "y", "enter"] {
        let chord = if chord == " " { ' '.into() } else { chord.parse().unwrap() };
        assert_eq!(
            super::super::update(&mut harness.state, super::super::Event::Key(chord), &harness.snapshot),
            []
        );
    }
    assert!(matches!(harness.state.layer, Some(Layer::Confirm(_))));
    assert!(!harness.press("y").changes().is_empty());
}
