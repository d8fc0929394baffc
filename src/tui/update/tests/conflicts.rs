//! Conflicts, decided one by one or all at once.

use super::screen;
use crate::tui::harness::{Harness, conflicts, disk_full};
use crate::tui::job::{Job, News};
use crate::tui::state::layer::Layer;
use crate::workspace::Side;

/// A screen on which three conflicts wait.
fn in_conflict() -> Harness {
    let mut harness = screen();
    harness.tell(News::Conflicts(conflicts(["Việc", "Một", "Hai"])));
    harness
}

/// How many conflicts were decided by the last job, and for whom.
fn taken(harness: &Harness) -> Option<(usize, Side)> {
    match harness.asked().next_back() {
        Some(Job::Settle(chosen, side)) => Some((chosen.len(), *side)),
        _ => None,
    }
}

#[test]
fn a_conflict_is_decided_by_a_key_and_leaves_the_list() {
    let mut harness = in_conflict().press("Ct");
    assert_eq!(taken(&harness), Some((1, Side::Theirs)));
    let left = conflicts(["Việc", "Một", "Hai"]).split_off(1);
    harness.tell(News::Conflicts(left.clone()));
    harness.tell(News::Saved(harness.snapshot.clone()));
    assert_eq!(harness.state.conflicts.open, left);
    assert!(harness.screen().contains("đã chọn 1 chỗ"), "{}", harness.screen());
    let mut harness = harness.press("o");
    assert_eq!(taken(&harness), Some((1, Side::Ours)));
    harness.tell(News::Conflicts(Vec::new()));
    assert!(harness.screen().contains("`tiendo sync` hoàn tất"), "{}", harness.screen());
    let mut harness = harness.press("z");
    assert_eq!(harness.asked().next_back(), Some(&Job::Unsettle));
    harness.tell(News::Conflicts(left));
    harness.tell(News::Unsettled(harness.snapshot.clone()));
    assert_eq!(harness.state.conflicts.open.len(), 2);
    assert!(harness.press("<esc>").state.layer.is_none());
}

#[test]
fn all_conflicts_are_decided_after_a_question_but_for_gits_own() {
    let harness = in_conflict().press("CO");
    assert_eq!(taken(&harness), None);
    let harness = harness.press("n");
    assert_eq!(taken(&harness), None);
    let harness = harness.press("Ty");
    assert_eq!(taken(&harness), Some((2, Side::Theirs)));
    assert!(matches!(harness.state.layer, Some(Layer::Conflicts)));
}

#[test]
fn what_only_git_can_merge_and_what_may_not_be_written_is_refused() {
    let mut harness = in_conflict().press("CGo");
    assert_eq!(taken(&harness), None);
    assert!(harness.screen().contains("hãy dùng git"), "{}", harness.screen());
    harness.state.access = crate::tui::state::Access::ReadOnly;
    let harness = harness.press("gotOTz");
    assert!(taken(&harness).is_none() && !harness.asked().any(|job| *job == Job::Unsettle));
    assert!(harness.screen().contains("chỉ đọc"), "{}", harness.screen());
}

#[test]
fn a_decision_that_fails_is_told_and_made_again_by_its_key() {
    let mut harness = in_conflict().press("Ct");
    harness.tell(News::Failed(disk_full()));
    assert!(harness.screen().contains("Chưa lưu được"), "{}", harness.screen());
    assert_eq!(harness.state.conflicts.open.len(), 3);
    let mut harness = harness.press("t");
    harness.tell(News::Saved(harness.snapshot.clone()));
    assert!(harness.state.notices.failure.is_none());
}

#[test]
fn without_conflicts_there_is_no_list() {
    let harness = screen().press("C");
    assert!(harness.state.layer.is_none());
    assert!(harness.screen().contains("không có chỗ nào phải chọn"), "{}", harness.screen());
}
