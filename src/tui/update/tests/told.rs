//! What the screen tells of what others wrote, of what was typed and left, and of what may not be done.

use super::{cursor, draft, offered, screen};
use crate::domain::Status;
use crate::tui::harness::write;
use crate::tui::job::News;
use crate::tui::state::layer::Layer;

#[test]
fn a_draft_says_when_it_was_left_and_lists_its_keys() {
    let found = || offered(draft(screen().press("nđã gọi")));
    assert!(found().screen().contains("Bản nháp lúc 16:42 19/11/2022"), "{}", found().screen());
    let helped = found().press("?");
    assert!(matches!(helped.state.layer, Some(Layer::Help(_))), "{:?}", helped.state.layer);
    assert!(matches!(helped.press("<esc>").state.layer, Some(Layer::Draft)));
    let done = found().press("d");
    assert!(matches!(done.state.layer, Some(Layer::Draft)), "what means done elsewhere throws nothing away");
}

#[test]
fn what_is_typed_ahead_for_a_refused_line_is_no_keys() {
    let mut harness = screen().press("d<enter>").commit();
    let before = (cursor(&harness).to_owned(), harness.state.filter.clone());
    super::super::seen(&mut harness.state);
    // All in one read: the task is done already.
    for key in "d12/BC".chars() {
        assert_eq!(
            super::super::update(&mut harness.state, super::super::Event::Key(key.into()), &harness.snapshot),
            []
        );
    }
    assert!(
        harness.state.layer.is_none() && harness.screen().contains("Đã hoàn thành rồi"),
        "{}",
        harness.screen()
    );
    assert_eq!((cursor(&harness).to_owned(), harness.state.filter.clone()), before);
    assert_eq!(cursor(&harness.press("j")), "t2", "once it was shown, keys are keys");
}

#[test]
fn a_text_that_was_not_entered_comes_back_with_the_key_up() {
    for leave in ["<esc>", "<ctrl-c>"] {
        let harness = screen().press("nđang gõ dở").press(leave);
        assert!(harness.screen().contains("phím ↑ lấy lại nội dung"), "{}", harness.screen());
        let harness = harness.press("n<up>");
        let Some(Layer::Prompt(prompt)) = &harness.state.layer else { panic!("{:?}", harness.state.layer) };
        assert_eq!(prompt.field.text(), "đang gõ dở");
    }
    assert!(!screen().press("n<esc>").screen().contains("lấy lại nội dung"));
}

#[test]
fn what_somebody_else_writes_is_told_with_her_name() {
    let mut harness = screen();
    assert!(harness.state.notices.toast.is_none(), "at the start there is no news");
    let mut snapshot = crate::workspace::Snapshot::clone(&harness.snapshot);
    let update =
        |status| crate::domain::Update { task: "t1".into(), status: Some(status), ..Default::default() };
    write(&mut snapshot, "a-2022", crate::domain::Act::Update(update(Status::Done)));
    harness.tell(News::Read(std::sync::Arc::new(snapshot.clone())));
    let told = "lan vừa ghi: Hoàn thành, 1 Rà soát quy chế tiếp công dân";
    assert!(harness.screen().contains(told), "{}", harness.screen());
    let mut harness = harness.press("j");
    assert!(!harness.screen().contains("vừa ghi"), "{}", harness.screen());
    write(&mut snapshot, "a-2022", crate::domain::Act::Update(update(Status::Doing)));
    write(&mut snapshot, "a-2022", crate::domain::Act::Update(update(Status::Paused)));
    harness.tell(News::Read(std::sync::Arc::new(snapshot)));
    assert!(
        harness.screen().contains("lan vừa ghi: Tạm dừng, 1 Rà soát quy chế tiếp công dân; và 1 mục nữa")
    );
}

#[test]
fn a_refused_extension_names_the_key_that_opens_again() {
    let harness = screen().press("d<enter>").commit().press("x");
    assert!(harness.screen().contains("hãy mở lại trước (Space)"), "{}", harness.screen());
}
