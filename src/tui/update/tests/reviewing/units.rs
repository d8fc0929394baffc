//! Known units, filled in for what was typed.

use super::*;

#[test]
fn known_units_are_filled_in_one_after_the_other() {
    let typed = |harness: &Harness| match &harness.state.layer {
        Some(Layer::Correct(correction)) => correction.field.text().to_owned(),
        other => panic!("{other:?}"),
    };
    let harness = reviewing().press("jjjjjjjju<ctrl-u>thanh tra; phối hợp: snv");
    assert!(harness.screen().contains("Tab điền: Sở Nội vụ"), "{}", harness.screen());
    let harness = harness.press("<tab>");
    assert_eq!(typed(&harness), "thanh tra; phối hợp: Sở Nội vụ");
    let harness = harness.press("; tai<tab>");
    assert_eq!(typed(&harness), "thanh tra; phối hợp: Sở Nội vụ; Sở Tài chính", "the draft names it");
    let several = reviewing().press("jjjjjjjju<ctrl-u>so<tab>");
    let first = typed(&several);
    let second = typed(&several.press("<tab>"));
    assert!(first != second && second.contains("ở"), "{first} {second}");
}

#[test]
fn what_is_pasted_behind_a_filled_in_unit_stays() {
    let mut harness = reviewing().press("jjjjjjjju<ctrl-u>snv<tab>");
    harness.paste("; Phòng Lưu trữ");
    let harness = harness.press("<tab>");
    let Some(Layer::Correct(correction)) = &harness.state.layer else { panic!("{:?}", harness.state.layer) };
    let text = correction.field.text();
    assert!(text.starts_with("Sở Nội vụ; "), "{text}");
}
