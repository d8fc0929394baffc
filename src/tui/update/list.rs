//! Moving in the list, folding it, marking in it.

use super::step::{Rows, Step};
use crate::locale::screen as words;
use crate::tui::state::State;
use crate::tui::state::row::{Row, RowId};
use crate::workspace::Snapshot;

/// Moves the cursor.
pub fn step(state: &mut State, step: Step, snapshot: &Snapshot) {
    let Some(at) = state.list.at(snapshot) else { return };
    let rows = Rows { last: state.list.rows.len().saturating_sub(1), page: state.page() };
    go_to(state, step.from(at, rows), snapshot);
}

/// Puts the cursor on a row; the detail starts at its top.
fn go_to(state: &mut State, index: usize, snapshot: &Snapshot) {
    let page = state.page();
    state.list.go_to(index, page, snapshot);
    state.detail = crate::tui::state::Detail::default();
}

/// Hides what hangs under the row; where nothing does, goes to the heading or group above.
pub fn fold(state: &mut State, snapshot: &Snapshot) {
    let Some((at, row, id)) = under_cursor(state, snapshot) else { return };
    if !row.is_task(snapshot) && !state.list.folds.is_folded(&id) {
        state.list.folds.fold(id);
        state.refresh(snapshot);
        return;
    }
    let above = state.list.rows[..at].iter().rposition(|other| stands_above(*other, row, snapshot));
    if let Some(above) = above {
        go_to(state, above, snapshot);
    }
}

/// Shows what hangs under the row; where it is shown, goes to its first line.
pub fn unfold(state: &mut State, snapshot: &Snapshot) {
    let Some((at, row, id)) = under_cursor(state, snapshot) else { return };
    if state.list.folds.unfold(&id) {
        state.refresh(snapshot);
    } else if !row.is_task(snapshot) {
        go_to(state, at + 1, snapshot);
    }
}

/// Marks the task, or takes its mark off, and goes on to the next.
pub fn mark(state: &mut State, snapshot: &Snapshot) {
    let Some((at, row, id)) = under_cursor(state, snapshot) else { return };
    if row.place.is_none() {
        return state.notices.refuse(words::no_mark_here(state.lang));
    }
    if !state.marked.remove(&id) {
        state.marked.insert(id);
    }
    go_to(state, at + 1, snapshot);
}

/// Marks all tasks of the list; when they are, takes all marks off.
pub fn mark_all(state: &mut State, snapshot: &Snapshot) {
    let leaves = state.list.rows.iter().filter(|row| row.is_task(snapshot));
    let shown: std::collections::BTreeSet<RowId> = leaves.filter_map(|row| row.id(snapshot)).collect();
    state.marked = if shown.is_subset(&state.marked) { std::collections::BTreeSet::new() } else { shown };
}

fn under_cursor(state: &State, snapshot: &Snapshot) -> Option<(usize, Row, RowId)> {
    let at = state.list.at(snapshot)?;
    Some((at, state.list.rows[at], state.list.cursor.clone()?))
}

fn stands_above(above: Row, row: Row, snapshot: &Snapshot) -> bool {
    if above.plan != row.plan {
        return false;
    }
    let nodes = snapshot.plans[row.plan as usize].outline().nodes();
    match (above.place, row.place) {
        (Some(above), Some(place)) => nodes[above as usize].end > place,
        (None, Some(_)) => true,
        (None, None) => above.section.is_none(),
        (Some(_), None) => false,
    }
}
