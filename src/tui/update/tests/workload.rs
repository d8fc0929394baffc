//! The table of workload under keys: what it counts, what stands behind a cell, and the way back.

use proptest::prelude::*;

use crate::domain::Role;
use crate::query::{Column, Reach, tasks_behind};
use crate::tui::effects::Effect;
use crate::tui::harness::{Harness, samples, small};
use crate::tui::job::{Job, Keeping};
use crate::tui::state::screen::Screen;
use crate::tui::state::workload::Line;

#[test]
fn a_cell_opens_to_its_tasks_and_the_way_leads_back() {
    let harness = Harness::new(samples()).press("wlG");
    let board = &harness.state.board;
    let (line, column) = (board.line(board.at(harness.state.index.roster())), board.column());
    assert_eq!(column, Column::Quarter(2));
    let total = line.load().cell(column).total;
    assert!(total > 0, "{}", harness.screen());
    let harness = harness.press("<enter>");
    assert_eq!(harness.state.screen, Screen::Plans);
    assert_eq!(harness.state.filter.conditions().len(), 1);
    assert!(!harness.state.selection.tasks().is_empty());
    let harness = harness.press("<backspace>");
    assert_eq!(harness.state.screen, Screen::Workload);
    assert!(harness.state.filter.is_empty());
    assert_eq!(harness.state.board.column(), column);
    assert_eq!(harness.press("p").state.screen, Screen::Plans);
}

#[test]
fn no_window_is_too_small_for_the_keys() {
    for (width, height) in [(0, 0), (1, 1), (40, 3), (39, 12), (3, 40)] {
        let harness =
            Harness::new(samples()).at(width, height).press("wjG<pageup>+ll<backspace>ajG<pageup>bk");
        assert_eq!(harness.state.screen, Screen::Agenda);
    }
}

#[test]
fn an_empty_cell_says_so() {
    let harness = Harness::new(small()).press("w>G<enter>");
    assert_eq!((harness.state.screen, harness.state.notices.toast.is_some()), (Screen::Workload, true));
}

#[test]
fn another_year_counts_all_of_it() {
    let harness = Harness::new(samples()).press("wlG<enter>w>");
    assert!(harness.state.filter.is_empty());
    let fresh = Harness::new(samples()).press("w>");
    assert_eq!(harness.state.board.workload, fresh.state.board.workload);
}

#[test]
fn the_table_goes_to_a_file_by_the_name_of_its_kind() {
    let exported = |typed: &str| {
        let harness = Harness::new(small()).press("wx<ctrl-u>").press(typed).press("<enter>");
        harness.beside().find_map(|kept| match kept {
            Keeping::Export(path, text) => Some((path.clone(), text.clone())),
            _ => None,
        })
    };
    let (path, text) = exported("a.csv").unwrap();
    assert_eq!(path, "a.csv");
    insta::assert_snapshot!(text);
    assert!(exported("a.md").unwrap().1.starts_with("| Đơn vị | I |"));
    assert_eq!(exported("a.xlsx"), None);
    let copied = Harness::new(small()).press("wy").effects();
    assert!(
        copied.iter().any(|effect| matches!(effect, Effect::<Job>::Copy(text) if text.contains("Sở Nội vụ")))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is asked and filtered, the list behind a cell is that of the tasks which the cell counts.
    #[test]
    fn behind_a_cell_stand_the_tasks_that_it_counts(
        filters in prop::sample::subsequence(vec!["!", "1", "4", "uso noi vu<enter>", "/bao cao<enter>"], 0..3),
        asked in prop::sample::subsequence(vec!["m", "mm", "mmmm", "M", "+", "s", "lls"], 0..4),
        moves in "[jklG]{0,12}",
    ) {
        let keys = format!("{}w{}{moves}", filters.concat(), asked.concat());
        let harness = Harness::new(samples()).press(&keys);
        let (state, snapshot) = (&harness.state, &harness.snapshot);
        let question = state.workload_question(snapshot);
        let line = state.board.line(state.board.at(state.index.roster()));
        let (cell, column) = (line.load().cell(state.board.column()), state.board.column());
        let tasks = state.selection.tasks().iter().copied();
        let unit = match line {
            Line::Unit(unit, _) => Some(unit),
            Line::Whole(_) => None,
        };
        if cell.total > 0 {
            let mut expected = tasks_behind(&state.index, tasks, question, (unit, column));
            let mut found = harness.press("<enter>").state.selection.tasks().to_vec();
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected, "{}", keys);
        }
    }
}

#[test]
fn the_part_and_the_collectives_are_switched() {
    let question = |keys: &str| {
        let harness = Harness::new(small()).press(keys);
        let question = harness.state.workload_question(&harness.snapshot);
        (question.role, question.reach)
    };
    assert_eq!(question("w"), (Some(Role::Lead), Reach::ByName));
    assert_eq!(question("wm"), (Some(Role::Coordinate), Reach::ByName));
    assert_eq!(question("wmmmmM"), (None, Reach::WithCollectives));
    assert_eq!(question("uso noi<enter>wM"), (Some(Role::Lead), Reach::WithCollectives));
}
