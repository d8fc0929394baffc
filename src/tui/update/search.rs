//! The search: every letter narrows the list at once.

use crate::action::{Action, Chord};
use crate::query::Condition;
use crate::tui::state::layer::{Layer, Search};
use crate::tui::state::{Detail, Pane, State};
use crate::workspace::Snapshot;

/// A key while the search is typed: Enter goes to what it found, Esc goes back to what was shown before.
pub fn key(
    state: &mut State,
    mut dialog: Search,
    (action, chord): (Option<Action>, Chord),
    snapshot: &Snapshot,
) {
    match action {
        Some(Action::Submit) => {
            state.entered.searches.keep(dialog.field.text());
            state.focus = Pane::List;
        }
        Some(Action::Cancel) => {
            state.filter = dialog.before;
            state.list.go_back(dialog.place);
            state.refresh(snapshot);
        }
        _ => {
            let before = dialog.field.text().to_owned();
            if !state.entered.searches.key(chord, &mut dialog.field) {
                dialog.field.key(chord);
            }
            if dialog.field.text() != before {
                narrow(state, &dialog, snapshot);
            }
            state.layer = Some(Layer::Search(dialog));
        }
    }
}

/// Narrows the list to what has these words, and goes to the best hit; without words, to where it stood before.
pub fn narrow(state: &mut State, dialog: &Search, snapshot: &Snapshot) {
    state.filter.set(Condition::Words(dialog.field.text().to_owned()));
    if state.filter.words().is_empty() {
        state.list.go_back(dialog.place.clone());
    }
    state.refresh(snapshot);
    if !state.filter.words().is_empty() {
        state.list.go_to(0, state.page(), snapshot);
    }
    state.detail = Detail::default();
}
