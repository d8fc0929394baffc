//! The search, the picker, the filters, the help: fewer rows with each letter.

use super::{cursor, screen, shown};
use crate::tui::harness::Harness;
use crate::tui::job::News;
use crate::tui::state::Pane;
use crate::tui::state::layer::Layer;

#[test]
fn the_unit_that_the_keys_speak_for_is_on_the_screen() {
    let list = crate::tui::state::checklist::under_cursor;
    for (width, height) in [(120, 36), (120, 28), (80, 24), (40, 12)] {
        let mut harness = Harness::new(crate::tui::harness::samples()).at(width, height).press("jjj");
        while list(&harness.state, &harness.snapshot).len() < 5 {
            harness = harness.press("j");
        }
        for keys in ["<enter>", "j", "jj", "G", "<pagedown>n<esc>"] {
            harness = harness.press(keys);
            let lines: Vec<String> = harness.screen().lines().map(str::to_owned).collect();
            let unit = crate::tui::state::checklist::unit(&harness.state, &harness.snapshot).unwrap();
            let start: String = unit.chars().take(10).collect();
            let is_seen = |line: &String| line.contains('▌') && line.contains(&start);
            assert!(lines.iter().any(is_seen), "{keys} {unit}\n{}", lines.join("\n"));
        }
    }
}

#[test]
fn the_search_begins_anew_at_the_first_task() {
    let harness = screen().press("g/bao cao<enter>");
    assert_eq!(cursor(&harness), "u1");
    let harness = harness.press("/tap huan");
    assert_eq!((cursor(&harness), shown(&harness)), ("t2", vec!["t2".to_owned()]));
    assert_eq!(cursor(&screen().press("jjj/tap huan<esc>")), "t3");
}

#[test]
fn the_best_hit_comes_first_and_esc_goes_back() {
    let before = screen().press("jjj");
    let whole = before.screen();
    let harness = before.press("/bao cao");
    assert_eq!((cursor(&harness), shown(&harness)), ("u1", ["u1", "t4"].map(str::to_owned).to_vec()));
    assert_eq!(cursor(&harness.press("<down>")), "u1");
    assert_eq!(cursor(&screen().press("/bao cao<enter>j")), "t4");
    assert_eq!(cursor(&screen().press("/bao cao<enter>j<esc>")), "t4");
    assert_eq!(screen().press("jjj/bao cao<esc>").screen(), whole);
}

#[test]
fn where_the_best_hit_goes_the_next_one_takes_its_place() {
    let mut harness = screen().press("/bao cao<enter>");
    let mut snapshot = crate::workspace::Snapshot::clone(&harness.snapshot);
    snapshot.plans.retain(|plan| plan.plan().id != "b-2022");
    harness.tell(News::Read(std::sync::Arc::new(snapshot)));
    assert_eq!((cursor(&harness), shown(&harness)), ("t4", vec!["t4".to_owned()]));
}

#[test]
fn filters_add_up_and_esc_takes_the_last_off() {
    let harness = screen().press("!");
    assert_eq!(shown(&harness), ["t1", "t3"]);
    let harness = harness.press("4");
    assert_eq!(shown(&harness), ["t3"]);
    let harness = harness.press("<esc>");
    assert_eq!(shown(&harness), ["t1", "t3"]);
    let harness = harness.press("<esc>");
    assert_eq!(shown(&harness).len(), 5);
}

#[test]
fn the_picker_finds_a_unit_by_its_initials() {
    let harness = screen().press("usnv<enter>");
    assert_eq!(shown(&harness), ["t1", "t2"]);
    let harness = screen().press("usnv<down><enter>");
    assert_eq!(shown(&harness), ["t1", "t2", "u1"]);
}

#[test]
fn the_search_narrows_letter_by_letter() {
    let harness = screen().press("/kiem");
    assert_eq!(shown(&harness), ["t3", "t4"]);
    let harness = harness.press(" tra huyen");
    assert_eq!(shown(&harness), ["t3"]);
    assert_eq!(shown(&screen().press("/kiem<esc>")).len(), 5);
    assert_eq!(shown(&screen().press("/kiem<enter>")).len(), 2);
}

#[test]
fn after_a_search_the_list_has_the_keys() {
    for way in ["<shift-tab>", "<enter>"] {
        let harness = screen().press(way).press("/kiem<enter>j");
        assert_eq!((harness.state.focus, cursor(&harness)), (Pane::List, "t4"));
    }
}

#[test]
fn a_unit_that_there_is_not_leaves_the_picker_open() {
    let harness = screen().press("uxyz<enter>");
    let Some(Layer::Units(picker)) = &harness.state.layer else { panic!("{:?}", harness.state.layer) };
    assert_eq!(picker.field.text(), "xyz");
}

#[test]
fn the_help_is_narrowed_as_typed() {
    let harness = screen().press("?hoan tac");
    let screen = harness.screen();
    assert!(screen.contains("Hoàn tác") && !screen.contains("Ghi chú\n"), "{screen}");
}
