//! What is typed for a task, and what comes back of it.

use super::{cursor, screen};
use crate::domain::{Change, Status};
use crate::tui::effects::Effect;
use crate::tui::harness::Harness;
use crate::tui::job::{Job, News};
use crate::tui::state::layer::Layer;

#[test]
fn a_label_leaves_room_for_what_is_typed() {
    assert!(screen().at(40, 12).press("x30/11/2022").screen().contains(": 30/11/2022"));
}

#[test]
fn notes_and_percent_are_typed() {
    let harness = screen().press("nđã gọi điện<enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!((update.note.as_deref(), &update.status), (Some("đã gọi điện"), &None));
    let harness = screen().press("%160<enter>");
    assert!(matches!(harness.state.layer, Some(Layer::Prompt(_))) && harness.changes().is_empty());
    let harness = harness.press("<backspace><enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!(update.percent, Some(16));
}

#[test]
fn a_deadline_is_extended_with_its_document() {
    let harness = screen().press("x31/12/2022<enter>45/CV<enter>");
    let [Change::Extend { extension, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!(
        (extension.to.to_string(), extension.evidence.as_deref()),
        ("by 2022-12-31".into(), Some("45/CV"))
    );
}

#[test]
fn what_is_closed_takes_no_percentage_and_no_new_deadline() {
    let done = screen().press("d<enter>").commit();
    let toast = |harness: &Harness| harness.state.notices.toast.as_ref().unwrap().text.clone();
    let harness = done.press("%");
    assert_eq!(toast(&harness), "nhiệm vụ đã khép lại, không ghi phần trăm được; hãy mở lại trước (Space)");
    let harness = harness.press("x");
    assert_eq!(toast(&harness), "nhiệm vụ đã khép lại, không gia hạn được; hãy mở lại trước (Space)");
    assert!(harness.state.layer.is_none());
}

#[test]
fn a_percentage_begins_the_task() {
    let harness = screen().press("%40<enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!((update.percent, &update.status), (Some(40), &Some(Status::Doing)));
    let harness = harness.commit().press("%60<enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!((update.percent, &update.status), (Some(60), &None));
}

#[test]
fn an_extension_is_to_a_later_day() {
    let harness = screen().press("x1/3/2022<enter>");
    let Some(Layer::Prompt(prompt)) = &harness.state.layer else { panic!() };
    assert_eq!(prompt.field.text(), "1/3/2022");
    let reason = &harness.state.notices.toast.as_ref().unwrap().text;
    assert_eq!(reason, "hạn hiện nay là 31/3/2022; gia hạn phải là ngày sau đó");
}

#[test]
fn a_question_and_what_is_said_speak_the_language_of_the_moment() {
    let harness = screen().press("jj ").in_english();
    assert!(harness.screen().contains("Set 2 tasks to: in progress?"), "{}", harness.screen());
    let mut harness = screen().press(" ");
    harness.state.lang = crate::locale::Lang::En;
    assert!(harness.commit().screen().contains("In progress: 1 Rà soát"));
}

#[test]
fn a_deadline_in_a_year_without_plans_is_no_deadline() {
    for typed in ["31/12/3022", "31/12/99999", "1/1/1899"] {
        let harness = screen().press(&format!("x{typed}<enter>"));
        assert!(
            matches!(&harness.state.layer, Some(Layer::Prompt(prompt)) if prompt.field.text() == typed),
            "{typed}"
        );
        let again = harness.press("<enter>");
        let saves = again.effects().iter().any(|effect| matches!(effect, Effect::Work(Job::Commit(_))));
        assert!(!saves, "{typed}");
    }
}

#[test]
fn what_was_typed_for_a_group_survives_a_no() {
    let kept = |harness: &Harness| match &harness.state.layer {
        Some(Layer::Prompt(prompt)) => prompt.field.text().to_owned(),
        other => panic!("{other:?}"),
    };
    let noted = screen().press("jjnđã gọi<enter>");
    assert!(noted.screen().contains("Ghi chú cho 2 nhiệm vụ?"), "{}", noted.screen());
    let asked = screen().press("jjd3/BC<enter>");
    assert!(matches!(asked.state.layer, Some(Layer::Confirm(_))));
    let refused = asked.press("<esc>");
    assert_eq!(kept(&refused), "3/BC");
}

#[test]
fn an_objection_gives_the_text_back() {
    let mut harness = screen().press("d3/BC<enter>");
    let objection = crate::domain::Objection::PercentOfClosed;
    harness.tell(News::Refused(std::sync::Arc::new(objection.into())));
    let Some(Layer::Prompt(prompt)) = &harness.state.layer else { panic!() };
    assert_eq!(prompt.field.text(), "3/BC");
    assert!(harness.screen().contains("nhiệm vụ đã khép lại"), "{}", harness.screen());
}

#[test]
fn the_language_is_switched_live() {
    assert!(screen().press("L").screen().contains("5 tasks"));
}

#[test]
fn a_field_brings_back_what_was_entered_before() {
    let typed = |harness: &Harness| match &harness.state.layer {
        Some(Layer::Prompt(prompt)) => prompt.field.text().to_owned(),
        Some(Layer::Search(search)) => search.field.text().to_owned(),
        other => panic!("{other:?}"),
    };
    let harness = screen().press("n3/BC<enter>").commit().press("n4/BC<enter>").commit();
    let harness = harness.press("nnháp<up><up>");
    assert_eq!(typed(&harness), "3/BC");
    let harness = harness.press("<down><down>");
    assert_eq!(typed(&harness), "nháp");
    let harness = harness.press("<up><esc>%<up>");
    assert_eq!(typed(&harness), "");
    let harness = screen().press("/bao cao<enter><esc>/<up>");
    assert_eq!((typed(&harness).as_str(), cursor(&harness)), ("bao cao", "u1"));
}

#[test]
fn a_paste_is_text_or_nothing_wherever_it_falls() {
    let ways = [
        "",
        "<tab>",
        "<tab><tab>",
        "<shift-tab>",
        "jj<enter>",
        "?",
        "u",
        "/",
        "jjn",
        "jjd",
        "jjx",
        "%",
        "jj ",
        "v",
        "Gd",
    ];
    let texts = [
        "q",
        "q\ny\r\nD\t",
        "\u{3}\u{1a}\u{4}",
        "\u{1b}[A\u{1b}[201~zq",
        "",
        "Kế hoa\u{323}ch \u{fffd}",
        &"y\n".repeat(500_000),
    ];
    for keys in ways {
        for text in texts {
            let mut harness = screen().press(keys);
            let before =
                (super::super::scope(&harness.state), harness.state.focus, harness.state.marked.clone());
            let effects = super::super::update(
                &mut harness.state,
                super::super::Event::Paste(text.into()),
                &harness.snapshot,
            );
            let after =
                (super::super::scope(&harness.state), harness.state.focus, harness.state.marked.clone());
            assert!(effects.is_empty(), "{keys:?} {text:.9?}: {effects:?}");
            assert_eq!(after, before, "{keys:?} {text:.9?}");
        }
    }
}
