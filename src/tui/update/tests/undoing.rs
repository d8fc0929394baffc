//! What is taken back.

use super::screen;
use crate::tui::effects::Effect;
use crate::tui::harness::Harness;
use crate::tui::job::{Job, News};
use crate::workspace::TakenBack;

/// The lines that the last commit left in the journal of the first plan.
fn written(harness: &Harness) -> Vec<(String, crate::domain::Event)> {
    let plan = &harness.snapshot.plans[0];
    plan.events().iter().map(|event| (plan.plan().id.clone(), event.clone())).collect()
}

#[test]
fn an_undo_says_what_it_took_back() {
    let mut harness = screen().press("d<enter>").commit();
    let (lines, snapshot) = (written(&harness), harness.snapshot.clone());
    harness = harness.press("z");
    harness.tell(News::TakenBack(TakenBack { lines, snapshot }));
    let toast = &harness.state.notices.toast.as_ref().unwrap().text;
    assert_eq!(toast, "Đã hoàn tác: Hoàn thành, 1 Rà soát quy chế tiếp công dân");
}

#[test]
fn what_was_not_done_just_now_is_taken_back_only_after_a_question() {
    let mut harness = screen().press("d<enter>").commit();
    let lines = written(&harness);
    let act = lines[0].1.act_id();
    harness = harness.press("z");
    harness.tell(News::Doubted(act, lines));
    let question = "Hoàn tác: Hoàn thành, 1 Rà soát quy chế tiếp công dân (20/11/2022)?";
    assert!(harness.screen().contains(question), "{}", harness.screen());
    assert_eq!(harness.press("xy").effects().last(), Some(&Effect::Work(Job::Undo(Some(act)))));
}
