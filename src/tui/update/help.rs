//! The list of keys.

use crate::action::{Action, Chord};
use crate::tui::state::State;
use crate::tui::state::layer::{Help, Layer};
use crate::tui::view::help;

/// A key while the keys are listed: it moves, closes, or narrows the list.
pub fn key(state: &mut State, mut dialog: Help, action: Option<Action>, chord: Chord) {
    const PAGE: usize = 10;
    let last = help::last_top(state, &dialog);
    dialog.top = match action {
        Some(Action::Cancel) => return,
        Some(Action::Down) => (dialog.top + 1).min(last),
        Some(Action::Up) => dialog.top.min(last).saturating_sub(1),
        Some(Action::PageDown) => (dialog.top + PAGE).min(last),
        Some(Action::PageUp) => dialog.top.min(last).saturating_sub(PAGE),
        Some(Action::First) => 0,
        Some(Action::Last) => last,
        _ if dialog.field.key(chord) => 0,
        _ => dialog.top,
    };
    state.layer = Some(Layer::Help(dialog));
}
