//! Leaving while something is saved, or is not: nothing is lost by one key, and nobody waits for what has failed.

use super::{keeping, screen};
use crate::tui::effects::Effect;
use crate::tui::harness::{Harness, disk_full};
use crate::tui::job::{Keeping, News};
use crate::tui::state::Phase;
use crate::tui::state::layer::{GiveUp, Layer};

/// A note that could not be saved.
fn failed() -> Harness {
    let mut harness = screen().press("nmột<enter>");
    harness.tell(News::Failed(disk_full()));
    harness
}

fn leaves(harness: Harness) -> bool {
    harness.effects().contains(&Effect::Quit)
}

#[test]
fn enter_gives_nothing_up() {
    let asked = failed().press("q<enter>");
    assert!(matches!(asked.state.layer, Some(Layer::GiveUp(GiveUp::Leave))), "{:?}", asked.state.layer);
    assert!(asked.screen().contains("y đồng ý") && !asked.screen().contains("y Enter"), "{}", asked.screen());
    assert!(!leaves(asked.press("<enter>")));
    assert_eq!(failed().press("<esc><enter>").state.notices.unsaved.len(), 1);
    assert!(leaves(failed().press("qy")));
}

#[test]
fn a_save_that_fails_while_leaving_asks_at_once() {
    let mut harness = screen().press("nmột<enter>q");
    assert!(harness.screen().contains("lưu xong sẽ thoát"), "{}", harness.screen());
    harness.tell(News::Failed(disk_full()));
    let drawn = harness.screen();
    assert!(!drawn.contains("lưu xong sẽ thoát") && drawn.contains("Bỏ và thoát?"), "{drawn}");
    assert_eq!(harness.state.phase, Phase::Ready);
    assert!(leaves(harness.press("y")));
}

#[test]
fn leaving_waits_for_the_last_answer_even_where_an_earlier_one_was_a_failure() {
    let mut harness = screen().press("nmột<enter>jnhai<enter>q");
    harness.tell(News::Failed(disk_full()));
    assert!(harness.state.layer.is_none(), "the other may still be saved");
    harness.tell(News::Failed(disk_full()));
    assert!(harness.screen().contains("Còn 2 thay đổi chưa lưu. Bỏ và thoát?"), "{}", harness.screen());
}

#[test]
fn who_gives_one_thing_up_does_not_give_up_what_is_being_saved() {
    let mut harness = screen().press("nmột<enter>jnhai<enter>");
    harness.tell(News::Failed(disk_full()));
    let mut harness = harness.press("qy");
    assert_eq!(harness.state.phase, Phase::Leaving);
    harness.tell(News::Failed(disk_full()));
    assert!(harness.screen().contains("Còn 1 thay đổi chưa lưu. Bỏ và thoát?"), "{}", harness.screen());
}

#[test]
fn who_goes_on_working_is_not_thrown_out() {
    assert!(!leaves(screen().press(" qjnđang gõ").commit()));
}

#[test]
fn what_no_draft_can_be_kept_of_is_said_to_go_with_the_screen() {
    let mut harness = failed().at(80, 24);
    assert!(matches!(keeping(&harness), Some(Keeping::Try(kept)) if kept.len() == 1));
    assert!(harness.screen().contains("CHƯA LƯU, vẫn giữ: đĩa đã đầy, a-2022.jsonl"), "{}", harness.screen());
    harness.tell(News::Fleeting(true));
    let expected = "CHƯA LƯU, chỉ giữ khi còn mở: đĩa đã đầy, a-2022.jsonl · W ghi ra tệp";
    assert!(harness.screen().contains(expected), "{}", harness.screen());
    harness.tell(News::Fleeting(false));
    assert!(harness.screen().contains("vẫn giữ"), "{}", harness.screen());
}

#[test]
fn the_way_back_from_a_file_is_a_command_to_be_typed() {
    let mut harness = failed().press("W");
    harness.tell(News::WrittenOut("/srv/lan/x.jsonl".into(), Ok(())));
    assert!(harness.screen().contains("tiendo bring /srv/lan/x.jsonl"), "{}", harness.screen());
    let mut harness = failed().press("W");
    harness.tell(News::WrittenOut("/srv/Văn phòng/lan's.jsonl".into(), Ok(())));
    let expected = r"tiendo bring '/srv/Văn phòng/lan'\''s.jsonl'";
    assert!(harness.screen().contains(expected), "{}", harness.screen());
}
