//! What a screen leaves behind, and the next one offers.

use super::{asked, draft, keeping, left_behind, offered, screen};
use crate::tui::harness::disk_full;
use crate::tui::job::{Keeping, News};
use crate::tui::state::layer::Layer;
use crate::workspace::Kept;

#[test]
fn what_is_not_saved_is_a_draft_when_the_line_drops() {
    let text = |kept: &Kept| match kept {
        Kept::Typed(typed) => typed["field"].as_str().unwrap().to_owned(),
        Kept::Unsaved(unsaved) => unsaved.what.clone(),
    };
    let texts = |harness| draft(harness).iter().map(text).collect::<Vec<_>>();
    assert_eq!(texts(screen()), [] as [&str; 0]);
    assert_eq!(texts(screen().press("n  ")), [] as [&str; 0]);
    assert_eq!(texts(screen().press("nđã gọi")), ["đã gọi"]);
    assert_eq!(texts(screen().press("jjnđã gọi<enter>")), ["đã gọi"], "a question about it is open");
    let noted = "Ghi chú \"một\": 1 Rà soát quy chế tiếp công dân";
    assert_eq!(texts(screen().press("nmột<enter>")), [noted], "nobody has acknowledged it");
    let mut failed = screen().press("nmột<enter>");
    failed.tell(News::Failed(disk_full()));
    assert_eq!(texts(failed.press("nhai")), ["hai", noted]);
}

#[test]
fn a_draft_is_offered_taken_up_and_gone_once_it_is_saved() {
    let harness = offered(draft(screen().press("jnđã gọi")));
    let drawn = harness.screen();
    let expected = ["Khi bị ngắt, bạn đang nhập: Ghi chú", "2 Tập huấn cho công chức tiếp dân", "đã gọi"];
    assert!(expected.iter().all(|text| drawn.contains(text)), "{drawn}");
    let harness = harness.press("y");
    let Some(Layer::Prompt(prompt)) = &harness.state.layer else { panic!("{:?}", harness.state.layer) };
    assert_eq!(prompt.field.text(), "đã gọi");
    assert_eq!(keeping(&harness), None, "it is not saved yet");
    let harness = harness.press(" lại<enter>");
    assert_eq!(asked(&harness), ["đã gọi lại"]);
    assert_eq!(keeping(&harness), None, "it is not saved yet");
    assert_eq!(keeping(&harness.commit()), Some(Keeping::Replace(Vec::new())));
}

#[test]
fn a_draft_that_is_taken_up_and_not_saved_is_a_draft_again() {
    let taken = || offered(draft(screen().press("nmột<enter>jnhai"))).press("y");
    let mut harness = taken();
    harness.end();
    let Some(Keeping::Replace(kept)) = keeping(&harness) else { panic!("{:?}", keeping(&harness)) };
    assert_eq!(kept.len(), 2);
    let saved = taken().press("<esc>R").commit();
    assert_eq!(
        (asked(&saved), keeping(&saved)),
        (vec!["một".to_owned()], Some(Keeping::Replace(Vec::new())))
    );
}

#[test]
fn a_draft_is_put_off_or_thrown_away_after_a_question() {
    let found = || offered(draft(screen().press("nđã gọi")));
    let put_off = found().press("<esc>j");
    assert!(put_off.state.layer.is_none());
    assert_eq!(keeping(&put_off), None);
    let asked = found().press("x");
    assert!(asked.screen().contains("Bỏ hẳn bản nháp này?"), "{}", asked.screen());
    assert!(matches!(asked.press("<esc>").state.layer, Some(Layer::Draft)));
    assert_eq!(keeping(&found().press("xy")), Some(Keeping::Replace(Vec::new())));
}

#[test]
fn what_was_saved_after_all_is_not_offered() {
    let pending = screen().press("nmột<enter>");
    let kept = draft(screen().press("nmột<enter>"));
    let mut saved = pending.commit();
    saved.tell(News::Drafts(left_behind(kept.clone())));
    assert!(saved.state.layer.is_none());
    assert_eq!(keeping(&saved), Some(Keeping::Replace(Vec::new())));
    assert!(matches!(offered(kept).state.layer, Some(Layer::Draft)));
}

#[test]
fn a_draft_for_a_task_that_is_gone_says_so_and_is_kept() {
    let kept = draft(screen().press("nđã gọi"));
    let mut harness = screen();
    let mut snapshot = crate::workspace::Snapshot::clone(&harness.snapshot);
    snapshot.plans.remove(0);
    harness.tell(News::Read(std::sync::Arc::new(snapshot)));
    harness.tell(News::Drafts(left_behind(kept.clone())));
    let harness = harness.press("y");
    assert!(harness.screen().contains("Nhiệm vụ của bản nháp không còn; bản nháp vẫn được giữ: đã gọi"));
    assert_eq!(keeping(&harness), Some(Keeping::Replace(kept)));
}
