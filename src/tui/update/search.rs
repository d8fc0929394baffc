//! The search: every letter narrows the list at once.

use crate::action::{Action, Chord};
use crate::query::Condition;
use crate::tui::state::layer::{Layer, Search};
use crate::tui::state::{Detail, State};
use crate::workspace::Snapshot;

/// A key while the search is typed: Enter leaves what it found, Esc goes back to what was shown before.
pub fn key(
    state: &mut State,
    mut dialog: Search,
    (action, chord): (Option<Action>, Chord),
    snapshot: &Snapshot,
) {
    match action {
        Some(Action::Submit) => {}
        Some(Action::Cancel) => {
            state.filter = dialog.before;
            state.list.cursor = dialog.cursor;
            state.refresh(snapshot);
        }
        _ => {
            let before = dialog.field.text().to_owned();
            dialog.field.key(chord);
            if dialog.field.text() != before {
                narrow(state, dialog.field.text(), snapshot);
            }
            state.layer = Some(Layer::Search(dialog));
        }
    }
}

/// Narrows the list to what has these words, and goes to the first task that does.
pub fn narrow(state: &mut State, words: &str, snapshot: &Snapshot) {
    state.filter.set(Condition::Words(words.to_owned()));
    state.refresh(snapshot);
    if let Some(first) = state.list.rows.iter().position(|row| row.is_task(snapshot)) {
        let page = state.page();
        state.list.go_to(first, page, snapshot);
        state.detail = Detail::default();
    }
}
