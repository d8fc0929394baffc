//! Keys on the agenda: moved along, grouped otherwise, opened to the plan.

use super::screens;
use super::step::{Rows, Step};
use crate::action::Action;
use crate::locale::screen as words;
use crate::tui::page::agenda;
use crate::tui::state::diary::Grouping;
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

/// Shows the task of the cursor among those of its plan, with its detail.
fn open(state: &mut State, snapshot: &Snapshot) {
    let Some(task) = state.diary.task().cloned() else {
        return state.notices.refuse(words::no_task_here(state.lang));
    };
    screens::leave_for(state, Screen::Plans);
    state.list.cursor = Some(task);
    state.refresh(snapshot);
    state.focus = Pane::Detail;
}

/// Marks the task, or takes its mark off, and goes on to the next period.
fn mark(state: &mut State, snapshot: &Snapshot) {
    let Some(task) = state.diary.task().cloned() else {
        return state.notices.refuse(words::no_mark_here(state.lang));
    };
    if !state.marked.remove(&task) {
        state.marked.insert(task);
    }
    go(state, Step::Down, snapshot);
}
