//! Next year's plan drafted from the one under the cursor, and looked through like a document.

use std::sync::Arc;

use crate::import::review::{Field, Spot};
use crate::tui::harness::{Harness, next_year, small};
use crate::tui::job::{Job, News};
use crate::tui::state::review::Desk;
use crate::workspace::{Material, Snapshot, Wanted, WorkspaceError};

fn desk(harness: &Harness) -> &Desk {
    harness.state.review.as_deref().expect("a draft is under review")
}

/// The title of what the cursor is on.
fn cursor(harness: &Harness) -> String {
    let desk = desk(harness);
    match &desk.at {
        Spot::Head(field) => format!("{field:?}"),
        spot => desk.review.sheet().written(spot, Field::Title, harness.state.lang).unwrap(),
    }
}

#[test]
fn it_is_drafted_from_the_plan_under_the_cursor() {
    let wanted = |harness: &Harness| match harness.asked().last() {
        Some(Job::Propose(wanted)) => wanted.clone(),
        other => panic!("{other:?}"),
    };
    let of = |id: &str| Wanted::of(Material::Plan(id.into()));
    assert_eq!(wanted(&Harness::new(small()).press("N")), of("a-2022"));
    assert_eq!(wanted(&Harness::new(small()).press("GN")), of("b-2022"));
    let nothing = Harness::new(Snapshot::default()).press("N");
    assert_eq!(nothing.state.notices.toast.unwrap().text, "Con trỏ không ở kế hoạch nào");
}

#[test]
fn a_plan_that_cannot_be_drafted_says_why_and_asks_for_no_path() {
    let mut harness = Harness::new(small()).press("N");
    let error = WorkspaceError::Unread("a-2022".into());
    harness.tell(News::Proposed(Wanted::of(Material::Plan("a-2022".into())), Err(Arc::new(error))));
    assert!(harness.state.layer.is_none());
    assert!(harness.screen().contains("không rõ việc nào đã xong"), "{}", harness.screen());
}

#[test]
fn the_doubtful_are_walked_and_both_plans_move_together() {
    let titles: Vec<String> = (1..7).map(|times| cursor(&next_year().press(&"n".repeat(times)))).collect();
    let open = ["Tập huấn cho công chức tiếp dân", "Kiểm tra các huyện"];
    assert_eq!(titles, ["Title", "Issued", "Rà soát quy chế tiếp công dân", open[0], open[1], "Number"]);
    let harness = next_year().press("nnn");
    let desk = desk(&harness);
    let line = desk.proposal.original.lines[desk.line - 1].clone();
    assert!(line.contains("1. Rà soát quy chế"), "{line}");
    assert_eq!(cursor(&harness.press("<tab>jjj")), open[0]);
}

#[test]
fn one_key_keeps_all_that_is_open_and_one_drops_all_that_was_done_once() {
    let kept = next_year().press("nnnnF");
    let open = desk(&kept).doubtful().len();
    assert_eq!((open, desk(&next_year()).doubtful().len()), (4, 6), "number, title, day and what was done");
    assert_eq!(kept.state.notices.toast.as_ref().unwrap().text, "Đã theo đề nghị ở 2 chỗ");
    assert_eq!(desk(&kept.press("z")).doubtful().len(), 6, "one step");
    let dropped = next_year().press("nnnF");
    let sheet = desk(&dropped).review.sheet();
    assert!(sheet.plan.tasks().all(|task| task.title != "Rà soát quy chế tiếp công dân"));
    let says = |keys: &str| next_year().press(keys).state.notices.toast.unwrap().text;
    assert_eq!(says("F"), "Chỗ này không có đề nghị nào", "only a person knows the number");
}

#[test]
fn what_was_dropped_stays_away_and_another_year_is_drafted_anew() {
    let harness = next_year().press("nnnDsy");
    let plan = harness.asked().find_map(|job| match job {
        Job::Accept(proposal) => Some(proposal.plan.clone()),
        _ => None,
    });
    let plan = plan.unwrap_or_else(|| panic!("{}", harness.screen()));
    let titles: Vec<&str> = plan.sections[1].tasks.iter().map(|task| task.title.as_str()).collect();
    assert_eq!((plan.year, titles), (2023, vec!["Tập huấn cho công chức tiếp dân", "Kiểm tra, đôn đốc"]));
    assert!(plan.sections[1].tasks.iter().all(|task| task.lines.is_none()), "there is no document");
    let harness = next_year().press("jjjje<ctrl-u>2025<enter>");
    let Some(Job::Propose(wanted)) = harness.asked().last() else { panic!() };
    assert_eq!((&wanted.from, wanted.wishes.year), (&Material::Plan("a-2022".into()), Some(2025)));
}
