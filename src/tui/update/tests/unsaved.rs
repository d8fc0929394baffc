//! What could not be saved: kept, tried again, written out, given up.

use super::{asked, keeping, screen};
use crate::domain::Change;
use crate::tui::effects::Effect;
use crate::tui::harness::{Harness, disk_full};
use crate::tui::job::{Keeping, News};
use crate::workspace::Kept;

#[test]
fn a_failed_save_stays_and_keeps_the_text() {
    let mut harness = screen().press("n3/BC<enter>");
    harness.tell(News::Failed(disk_full()));
    let harness = harness.press("<esc>j");
    let line = "CHƯA LƯU, vẫn giữ: đĩa đã đầy, a-2022.jsonl · R lưu lại · W ghi ra tệp";
    assert!(harness.screen().contains(line), "{}", harness.screen());
    let asked = harness.changes();
    let harness = harness.press("nR<esc>nháp").press("<esc><esc>R");
    assert_eq!(harness.changes(), asked, "the very same changes");
    let harness = harness.commit();
    assert!(harness.state.notices.failure.is_none() && harness.state.notices.unsaved.is_empty());
    assert_eq!(harness.state.notices.toast.unwrap().text, "Đã ghi chú: 1 Rà soát quy chế tiếp công dân");
}

#[test]
fn several_failures_are_kept_and_tried_again_in_order() {
    let mut harness = screen().press("nmột<enter>jnhai<enter>jjnba<enter>");
    for _ in 0..3 {
        harness.tell(News::Failed(disk_full()));
    }
    assert!(harness.screen().contains("CHƯA LƯU 3 thay đổi"), "{}", harness.screen());
    let mut harness = harness.press("R");
    harness.tell(News::Failed(disk_full()));
    assert_eq!(asked(&harness)[3..], ["một", "hai", "ba"]);
    harness.tell(News::Saved(harness.snapshot.clone()));
    harness.tell(News::Failed(disk_full()));
    assert!(harness.screen().contains("CHƯA LƯU 2 thay đổi"), "{}", harness.screen());
    let harness = harness.press("R");
    assert_eq!(asked(&harness)[6..], ["một", "ba"]);
}

#[test]
fn what_a_batch_has_written_is_not_written_again() {
    let mut harness = screen().press("gVnmột<enter>y");
    let source = Box::new(crate::workspace::WorkspaceError::NoPlan("b-2022".into()));
    let interrupted = crate::workspace::WorkspaceError::Interrupted { done: vec!["a-2022".into()], source };
    assert_eq!(harness.changes().len(), 5);
    harness.tell(News::Failed(std::sync::Arc::new(interrupted)));
    let harness = harness.press("R");
    assert_eq!(harness.changes().iter().map(Change::plan).collect::<Vec<_>>(), [Some("b-2022")]);
}

#[test]
fn what_is_not_saved_is_given_up_only_after_a_question() {
    let failed = || {
        let mut harness = screen().press("nmột<enter>");
        harness.tell(News::Failed(disk_full()));
        harness
    };
    let leaves = |harness: Harness| harness.effects().contains(&Effect::Quit);
    let asked = failed().press("q");
    assert!(asked.screen().contains("Còn 1 thay đổi chưa lưu. Bỏ và thoát?"), "{}", asked.screen());
    assert!(
        !leaves(failed().press("qq")) && !leaves(failed().press("q<esc>")) && leaves(failed().press("qy"))
    );
    let stays = failed().press("<esc><esc>");
    assert_eq!((stays.state.notices.unsaved.len(), stays.state.layer.is_none()), (1, true));
    let given_up = failed().press("<esc>y");
    assert!(given_up.state.notices.unsaved.is_empty() && given_up.state.notices.failure.is_none());
    assert!(!leaves(given_up));
    assert!(screen().press("R").screen().contains("Mọi thay đổi đã được lưu"));
}

#[test]
fn what_is_saved_later_does_not_hide_a_failure() {
    let mut harness = screen().press("n3/BC<enter>j ?");
    harness.tell(News::Failed(disk_full()));
    let harness = harness.commit();
    assert!(harness.state.notices.failure.is_some());
    let harness = harness.press("<esc>k ").commit();
    assert!(harness.state.notices.failure.is_some(), "a note is not saved yet");
    assert!(harness.press("R").commit().state.notices.failure.is_none());
    let mut harness = screen().press("z");
    harness.tell(News::Failed(disk_full()));
    assert!(harness.press("j ").commit().state.notices.failure.is_none(), "nothing is left to be saved");
}

#[test]
fn leaving_waits_for_what_is_being_saved() {
    let leaves = |harness: Harness| harness.effects().contains(&Effect::Quit);
    assert!(leaves(screen().press("q")));
    assert!(!leaves(screen().press(" q")));
    assert!(leaves(screen().press(" q").commit()));
    assert!(leaves(screen().press(" qq")));
    let mut failed = screen().press(" q");
    failed.tell(News::Failed(disk_full()));
    assert!(failed.screen().contains("CHƯA LƯU"));
    assert!(!leaves(failed.press("j")));
}

#[test]
fn what_is_not_saved_is_written_to_a_file_that_is_named() {
    let failed = || {
        let mut harness = screen().press("nmột<enter>");
        harness.state.own_folder = "/srv/lan".into();
        harness.tell(News::Failed(disk_full()));
        harness
    };
    let mut harness = failed().press("W");
    assert!(
        harness.screen().contains("Ghi vào tệp mới: /srv/lan/tiendo-2022-11-20.jsonl"),
        "{}",
        harness.screen()
    );
    harness = harness.press("x<enter>");
    let Some(Keeping::WriteOut(path, kept, _)) = keeping(&harness) else { panic!("{:?}", keeping(&harness)) };
    let [Kept::Unsaved(unsaved)] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!((path.as_str(), &unsaved.changes), ("/srv/lan/tiendo-2022-11-20.jsonlx", &harness.changes()));
    assert_eq!(unsaved.what, "Ghi chú \"một\": 1 Rà soát quy chế tiếp công dân");
    harness.tell(News::WrittenOut(path.clone(), Err(disk_full())));
    assert!(harness.screen().contains("Chưa ghi ra tệp được"), "{}", harness.screen());
    assert_eq!(harness.state.notices.unsaved.len(), 1, "nothing is given up");
    harness = harness.press("<enter>");
    harness.tell(News::WrittenOut(path, Ok(())));
    assert!(harness.state.notices.failure.is_none() && harness.state.notices.unsaved.is_empty());
    assert!(harness.screen().contains("tiendo bring"), "{}", harness.screen());
    let left = failed().press("W<esc>");
    assert!(!left.beside().any(|keeping| matches!(keeping, Keeping::WriteOut(..))));
}
