//! Keys on the agenda: moved along, grouped otherwise, opened to the plan.

use super::screens;
use super::step::{Rows, Step};
use crate::action::Action;
use crate::locale::screen as words;
use crate::tui::page::agenda;
use crate::tui::state::diary::{DiaryRow, Grouping, is_earliest};
use crate::tui::state::row::{Row, RowId};
use crate::tui::state::screen::Screen;
use crate::tui::state::{Pane, State};
use crate::workspace::Snapshot;

/// Carries an action out that means something else here than in the list; answers whether it did.
pub fn act(state: &mut State, action: Action, snapshot: &Snapshot) -> bool {
    match action {
        Action::Open => open(state, snapshot),
        Action::Group => {
            state.diary.grouping = match state.diary.grouping {
                Grouping::ByDay => Grouping::ByUnit,
                Grouping::ByUnit => Grouping::ByDay,
            };
            state.lay_out_agenda(snapshot);
        }
        Action::Mark => mark(state, snapshot),
        // There are no panes here, and nothing is folded.
        Action::NextPane | Action::PreviousPane | Action::Fold | Action::Unfold => {}
        action => match Step::of(action) {
            Some(step) => go(state, step, snapshot),
            None => return false,
        },
    }
    true
}

fn go(state: &mut State, step: Step, snapshot: &Snapshot) {
    let height = agenda::height(state);
    let rows = Rows { last: state.diary.rows.len().saturating_sub(1), page: height };
    state.diary.go_to(step.from(state.diary.at(), rows), height, snapshot);
}

/// Keeps the cursor in a window of another size.
pub fn resized(state: &mut State, snapshot: &Snapshot) {
    let (at, height) = (state.diary.at(), agenda::height(state));
    state.diary.go_to(at, height, snapshot);
}

/// Shows the task of the cursor among those of its plan, with its detail.
fn open(state: &mut State, snapshot: &Snapshot) {
    let Some(task) = state.diary.task().cloned() else {
        return state.notices.refuse(words::no_task_here(state.lang));
    };
    screens::leave_for(state, Screen::Plans);
    unfold(state, &task, snapshot);
    state.list.cursor = Some(task);
    state.refresh(snapshot);
    state.focus = Pane::Detail;
}

/// Shows what a task stands under.
fn unfold(state: &mut State, task: &RowId, snapshot: &Snapshot) {
    let Some(row) = task.locate(snapshot) else { return };
    let plan = &snapshot.plans[row.plan as usize];
    let above = row.place.into_iter().flat_map(|place| plan.outline().lineage(place as usize));
    let above = above.filter_map(|place| Row { place: u32::try_from(place).ok(), ..row }.id(snapshot));
    let headings = [Row { section: None, place: None, ..row }, Row { place: None, ..row }];
    for id in headings.iter().filter_map(|row| row.id(snapshot)).chain(above) {
        state.list.folds.unfold(&id);
    }
}

/// Marks the task, or takes its mark off, and goes on to the next period.
fn mark(state: &mut State, snapshot: &Snapshot) {
    let Some(task) = state.diary.task().cloned() else {
        return state.notices.refuse(words::no_mark_here(state.lang));
    };
    let at = state.diary.rows.get(state.diary.at());
    if !matches!(at, Some(DiaryRow::Period(item)) if is_earliest(item, snapshot)) {
        // Marked tasks are done in their earliest period.
        return state.notices.refuse(words::mark_the_earliest(state.lang));
    }
    if !state.marked.remove(&task) {
        state.marked.insert(task);
    }
    go(state, Step::Down, snapshot);
}
