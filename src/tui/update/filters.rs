//! Keys that put a filter on or take it off.

use crate::action::Action;
use crate::domain::Stretch;
use crate::query::Condition;
use crate::tui::state::State;
use crate::workspace::Snapshot;

/// Puts the filter of an action on, or off where it is on; answers whether the action is one of these.
pub fn toggle(state: &mut State, action: Action, snapshot: &Snapshot) -> bool {
    let time = |quarter| Condition::Quarter(Stretch::Quarter(state.year(snapshot), quarter));
    match (action, action.quarter()) {
        (Action::Late, _) => state.filter.toggle(Condition::Overdue),
        (Action::Year, _) => state.filter.remove_like(&time(1)),
        (_, Some(quarter)) => state.filter.toggle(time(quarter)),
        _ => return false,
    }
    state.refresh(snapshot);
    true
}
