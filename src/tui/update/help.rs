//! The list of keys.

use super::step::{Rows, Step};
use crate::action::{Action, Chord};
use crate::tui::page::help;
use crate::tui::state::State;
use crate::tui::state::layer::{Help, Layer};

/// A key while the keys are listed: it moves, closes, or narrows the list.
pub fn key(state: &mut State, mut dialog: Help, action: Option<Action>, chord: Chord) {
    if action == Some(Action::Cancel) {
        return;
    }
    if let Some(step) = action.and_then(Step::of) {
        let rows = Rows { last: help::last_top(state, &dialog), page: help::page(state) };
        dialog.top = step.from(dialog.top, rows);
    } else if dialog.field.key(chord) {
        dialog.top = 0;
    }
    state.layer = Some(Layer::Help(dialog));
}
