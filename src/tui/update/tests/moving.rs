//! The cursor, the panes, and what stands under the cursor when something changes.

use super::{cursor, screen, shown};
use crate::tui::job::News;
use crate::tui::state::Pane;

#[track_caller]
fn check_cursor(keys: &str, expected: &str) {
    assert_eq!(cursor(&screen().press(keys)), expected, "{keys}");
}

#[test]
fn the_cursor_moves() {
    check_cursor("", "t1");
    check_cursor("j", "t2");
    check_cursor("jjk", "t2");
    check_cursor("G", "u1");
    check_cursor("Gjj", "u1");
    check_cursor("g", "a-2022");
    check_cursor("gk", "a-2022");
    check_cursor("jj<pagedown>", "u1");
}

#[test]
fn folding_hides_and_goes_up() {
    check_cursor("jjh", "g");
    check_cursor("jjhj", "b-2022");
    check_cursor("jjhlj", "t3");
    check_cursor("jjjh", "g");
    check_cursor("jjll", "t3");
    check_cursor("hhhj", "s2");
    check_cursor("hhhhj", "b-2022");
}

#[test]
fn a_window_too_small_does_not_scroll_the_list() {
    let before = screen().press("jjj");
    let whole = before.screen();
    assert_eq!(before.at(20, 6).at(120, 36).screen(), whole);
}

#[test]
fn moving_in_a_side_pane_narrows_at_once() {
    let harness = screen().press("<shift-tab><shift-tab><shift-tab>jj");
    assert_eq!(shown(&harness), ["u1"]);
    let harness = harness.press("k<tab>j");
    assert_eq!(shown(&harness), Vec::<String>::new());
    let harness = harness.press("j<tab>j<enter>");
    assert_eq!(shown(&harness), ["t1", "t2"]);
}

#[test]
fn an_outside_change_keeps_the_cursor_on_its_task() {
    let mut harness = screen().press("jjjj");
    let mut snapshot = crate::workspace::Snapshot::clone(&harness.snapshot);
    snapshot.plans.remove(1);
    let more =
        crate::tui::harness::plan("0-2022", "1/KH", "Mới", &serde_json::json!([{"id": "n", "title": "Mới"}]));
    snapshot
        .plans
        .insert(0, std::sync::Arc::new(crate::domain::TrackedPlan::new(more, Vec::new(), &snapshot.as_of())));
    harness.tell(News::Read(std::sync::Arc::new(snapshot)));
    assert_eq!(cursor(&harness), "t4");
}

#[test]
fn what_is_done_leaves_the_late_ones_and_the_cursor_goes_on() {
    let harness = screen().press("!");
    assert_eq!(cursor(&harness), "t1");
    assert_eq!(cursor(&harness.press("d<enter>").commit()), "t3");
}

#[test]
fn an_empty_detail_does_not_get_the_keys() {
    let harness = screen().press("g<enter>");
    assert_eq!(harness.state.focus, Pane::List);
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Con trỏ không ở nhiệm vụ nào");
    assert_eq!(harness.press("<tab>").state.focus, Pane::Plans);
    assert_eq!(screen().press("g<tab><shift-tab>").state.focus, Pane::List);
    let harness = screen().press("<enter>/xyz");
    assert!(harness.screen().contains("▌Con trỏ không ở nhiệm vụ nào"), "{}", harness.screen());
}
