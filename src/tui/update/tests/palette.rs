//! What is done by name.

use crate::tui::harness::{Harness, small};
use crate::tui::state::layer::Layer;
use crate::tui::state::screen::Screen;

#[test]
fn what_is_typed_without_accents_is_done() {
    let harness = Harness::new(small()).press(":khoi luong<enter>");
    assert_eq!((harness.state.screen, harness.state.layer.is_none()), (Screen::Workload, true));
    let harness = harness.press(":lich<enter>");
    assert_eq!(harness.state.screen, Screen::Agenda);
}

#[test]
fn what_the_screen_cannot_do_is_not_offered() {
    let harness = Harness::new(small()).press(":xuat ra tep<enter>");
    assert!(matches!(harness.state.layer, Some(Layer::Palette(_))), "{}", harness.screen());
    let harness = Harness::new(small()).press("w:xuat ra tep<enter>");
    assert!(matches!(harness.state.layer, Some(Layer::Export(_))), "{}", harness.screen());
}

#[test]
fn an_act_by_name_asks_as_its_key_does() {
    let by_key = Harness::new(small()).press("jjd");
    let by_name = Harness::new(small()).press("jj:hoan thanh<enter>");
    assert_eq!(by_key.screen(), by_name.screen());
    assert!(Harness::new(small()).press(":<esc>").state.layer.is_none());
}
