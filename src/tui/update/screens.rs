//! From one screen to another, and back.

use crate::action::Action;
use crate::locale::screen as words;
use crate::tui::state::screen::{Screen, Stop};
use crate::tui::state::{Pane, State};
use crate::workspace::Snapshot;

/// Goes where an action leads; answers whether it is one of these.
pub fn go(state: &mut State, action: Action, snapshot: &Snapshot) -> bool {
    match action {
        Action::Plans => change(state, Screen::Plans, snapshot),
        Action::Workload => change(state, Screen::Workload, snapshot),
        Action::Agenda => change(state, Screen::Agenda, snapshot),
        Action::Before => back(state, snapshot),
        _ => return false,
    }
    true
}

fn change(state: &mut State, screen: Screen, snapshot: &Snapshot) {
    if state.screen != screen {
        state.trail.leave(Stop { screen: state.screen, filter: None });
        show(state, screen, snapshot);
    }
}

/// Leaves a screen for the tasks behind something on it; its filter comes back with it.
pub fn leave_for(state: &mut State, screen: Screen) {
    let filter = Some(state.filter.clone());
    state.trail.leave(Stop { screen: state.screen, filter });
    state.screen = screen;
}

/// Goes to the screen before.
pub fn back(state: &mut State, snapshot: &Snapshot) {
    let Some(stop) = state.trail.back() else {
        return state.notices.refuse(words::no_screen_before(state.lang));
    };
    if let Some(filter) = stop.filter {
        state.filter = filter;
        state.refresh(snapshot);
    }
    show(state, stop.screen, snapshot);
}

fn show(state: &mut State, screen: Screen, snapshot: &Snapshot) {
    state.screen = screen;
    state.focus = Pane::List;
    state.lay_out(snapshot);
}
