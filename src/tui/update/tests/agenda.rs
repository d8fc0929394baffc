//! The agenda under keys: what stands in it, which period a key is for, and the way to the plan and back.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::domain::{Change, PeriodKey};
use crate::query::Horizon;
use crate::tui::harness::{Harness, samples, small};
use crate::tui::state::diary::DiaryRow;
use crate::tui::state::layer::Layer;
use crate::tui::state::row::RowId;
use crate::tui::state::screen::Screen;
use crate::tui::state::{Pane, State};

/// The tasks under a horizon, each once.
fn under(state: &State, wanted: Horizon) -> BTreeSet<(usize, usize)> {
    let periods = state.diary.rows.iter().filter_map(|row| match row {
        DiaryRow::Period(item) if item.horizon == wanted => Some((item.task.plan(), item.task.place())),
        _ => None,
    });
    periods.collect()
}

fn period(harness: &Harness) -> Option<String> {
    let [Change::Update { update, .. }] = &harness.changes()[..] else { return None };
    update.period.as_ref().map(ToString::to_string)
}

#[test]
fn a_key_is_for_the_period_under_the_cursor() {
    let of_quarter = |moves: &str| {
        let harness = Harness::new(small()).press("a").press(moves);
        let id = harness.state.diary.task().cloned();
        assert_eq!(id, Some(RowId::Task("a-2022".into(), "t3".into())), "{}", harness.screen());
        period(&harness.press("d<enter>"))
    };
    assert_eq!(of_quarter("jj").as_deref(), Some("a/2022-Q2"));
    assert_eq!(of_quarter("jjj").as_deref(), Some("a/2022-Q3"));
}

#[test]
fn what_is_done_goes_and_the_cursor_is_on_the_next() {
    let harness = Harness::new(small()).press("a");
    let before = harness.state.diary.rows.len();
    let next = harness.press("j").state.diary.task().cloned();
    let harness = Harness::new(small()).press("ad<enter>").commit();
    assert!(harness.state.diary.rows.len() < before);
    assert_eq!(harness.state.diary.task().cloned(), next);
}

#[test]
fn a_task_opens_in_its_plan_and_the_way_leads_back() {
    let harness = Harness::new(samples()).press("!aj");
    let (task, rows) = (harness.state.diary.task().cloned(), harness.state.diary.rows.len());
    let harness = harness.press("<enter>");
    assert_eq!((harness.state.screen, harness.state.focus), (Screen::Plans, Pane::Detail));
    assert_eq!(harness.state.list.cursor, task);
    let harness = harness.press("<backspace>");
    assert_eq!(harness.state.screen, Screen::Agenda);
    assert_eq!((harness.state.diary.task().cloned(), harness.state.diary.rows.len()), (task, rows));
}

#[test]
fn an_agenda_that_empties_has_no_cursor() {
    let harness = Harness::new(samples()).press("aG/không có việc nào như vậy<enter>");
    assert_eq!((harness.state.diary.rows.len(), harness.state.diary.task()), (0, None));
    assert_eq!(harness.press("jGd b<enter>v").state.diary.task(), None);
}

#[test]
fn a_task_that_is_folded_away_opens_all_the_same() {
    let task = Harness::new(small()).press("aG").state.diary.task().cloned();
    let harness = Harness::new(small()).press("ghGkh").press("aG<enter>");
    assert_eq!(harness.state.list.cursor, task, "{}", harness.screen());
}

#[test]
fn only_the_period_that_would_be_done_is_marked() {
    let harness = Harness::new(small()).press("ajjv");
    assert!(harness.state.marked.is_empty() && harness.state.notices.toast.is_some(), "{}", harness.screen());
}

#[test]
fn a_period_that_is_gone_is_not_another() {
    let harness = Harness::new(small()).press("ajjd");
    let Some(Layer::Prompt(mut prompt)) = harness.state.layer.clone() else { panic!() };
    prompt.subject.period = Some(PeriodKey("b/2022-Q3".into()));
    let mut harness = harness;
    harness.state.layer = Some(Layer::Prompt(prompt));
    assert!(harness.press("<enter>").changes().is_empty());
}

#[test]
fn a_smaller_window_keeps_the_cursor_in_sight() {
    let harness = Harness::new(samples()).at(80, 60).press("a").press(&"j".repeat(40)).at(80, 24);
    let (diary, height) = (&harness.state.diary, crate::tui::page::agenda::height(&harness.state));
    assert!((diary.top..diary.top + height).contains(&diary.at()));
}

#[test]
fn marked_tasks_are_done_at_once() {
    let harness = Harness::new(small()).press("avvd<enter><enter>");
    assert_eq!(harness.changes().len(), 2);
}

#[test]
fn a_task_of_two_leads_stands_under_both() {
    let harness = Harness::new(samples()).press("ab");
    let names: Vec<_> =
        harness.state.diary.rows.iter().filter(|row| matches!(row, DiaryRow::Unit(..))).collect();
    assert!(names.len() > 10, "{}", harness.screen());
    let counted: usize = harness
        .state
        .diary
        .rows
        .iter()
        .map(|row| if let DiaryRow::Unit(_, count) = row { *count } else { 0 })
        .sum();
    assert_eq!(counted + names.len(), harness.state.diary.rows.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// The agenda calls late what the list does, whatever is filtered.
    #[test]
    fn the_agenda_and_the_list_agree_on_what_is_late(
        filters in prop::sample::subsequence(vec!["1", "4", "uso noi vu<enter>", "/bao cao<enter>"], 0..3),
    ) {
        let filters = filters.concat();
        let agenda = Harness::new(samples()).press(&filters).press("a");
        let list = Harness::new(samples()).press(&filters).press("!");
        let late: BTreeSet<_> =
            list.state.selection.tasks().iter().map(|task| (task.plan(), task.place())).collect();
        prop_assert_eq!(under(&agenda.state, Horizon::Overdue), late);
    }

    /// Wherever one moves, the cursor is on a period that is seen.
    #[test]
    fn the_cursor_is_always_seen(moves in "[jkGgb]{0,20}", down in 0u16..40) {
        let harness = Harness::new(samples()).at(80, 12 + down).press("a").press(&moves);
        let diary = &harness.state.diary;
        prop_assert!(matches!(diary.rows[diary.at()], DiaryRow::Period(_)));
        let height = crate::tui::page::agenda::height(&harness.state);
        prop_assert!((diary.top..diary.top + height).contains(&diary.at()));
    }
}
