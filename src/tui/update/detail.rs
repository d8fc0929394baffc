//! Moving in the detail: along the checklist where there is one, else through the text.

use crate::action::Action;
use crate::tui::state::{State, checklist};
use crate::tui::view::detail;
use crate::workspace::Snapshot;

/// Moves the cursor of the checklist, or scrolls.
pub fn step(state: &mut State, action: Action, snapshot: &Snapshot) {
    let list = checklist::under_cursor(state, snapshot);
    if list.is_empty() || matches!(action, Action::PageDown | Action::PageUp) {
        state.detail.scroll = step_to(state.detail.scroll, action, detail::last_scroll(state, snapshot));
        return;
    }
    let chosen = checklist::unit(state, snapshot);
    let at = list.iter().position(|listed| Some(&listed.unit) == chosen.as_ref()).unwrap_or(0);
    let at = step_to(at, action, list.len() - 1);
    state.detail.unit = Some(list[at].unit.clone());
    state.detail.scroll = detail::scroll_to_unit(state, snapshot, at);
}

/// Scrolls to the unit that the keys speak for, for nobody is to change what is not on the screen.
pub fn show_unit(state: &mut State, snapshot: &Snapshot) {
    let chosen = checklist::unit(state, snapshot);
    let list = checklist::under_cursor(state, snapshot);
    if let Some(at) = list.iter().position(|listed| Some(&listed.unit) == chosen.as_ref()) {
        state.detail.scroll = detail::scroll_to_unit(state, snapshot, at);
    }
}

fn step_to(at: usize, action: Action, last: usize) -> usize {
    const PAGE: usize = 5;
    match action {
        Action::Down => (at + 1).min(last),
        Action::Up => at.saturating_sub(1),
        Action::PageDown => (at + PAGE).min(last),
        Action::PageUp => at.saturating_sub(PAGE),
        Action::First => 0,
        Action::Last => last,
        _ => at,
    }
}
