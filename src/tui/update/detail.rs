//! Moving in the detail: along the checklist where there is one, else through the text.

use super::step::{Rows, Step};
use crate::tui::page::detail;
use crate::tui::state::{State, checklist};
use crate::workspace::Snapshot;

/// Moves the cursor of the checklist, or scrolls.
pub fn step(state: &mut State, step: Step, snapshot: &Snapshot) {
    let list = checklist::under_cursor(state, snapshot);
    let page = detail::page(state);
    if list.is_empty() || matches!(step, Step::PageDown | Step::PageUp) {
        let rows = Rows { last: detail::last_scroll(state, snapshot), page };
        state.detail.scroll = step.from(state.detail.scroll, rows);
        return;
    }
    let chosen = checklist::unit(state, snapshot);
    let at = list.iter().position(|listed| Some(&listed.unit) == chosen.as_ref()).unwrap_or(0);
    let at = step.from(at, Rows { last: list.len() - 1, page });
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
