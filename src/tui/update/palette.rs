//! What can be done, by name.

use super::act;
use super::step::{Rows, Step};
use crate::action::{Action, Chord};
use crate::tui::effects::Effect;
use crate::tui::job::Job;
use crate::tui::page::palette;
use crate::tui::state::State;
use crate::tui::state::layer::{Layer, Palette};
use crate::workspace::Snapshot;

/// The rows that a page moves over.
const PAGE: usize = 10;

/// A key while an action is looked for: it narrows, moves, or does what is chosen.
pub fn key(
    state: &mut State,
    mut dialog: Palette,
    (action, chord): (Option<Action>, Chord),
    snapshot: &Snapshot,
) -> Vec<Effect<Job>> {
    let found = palette::fitting(state, dialog.field.text());
    match action {
        Some(Action::Cancel) => return Vec::new(),
        Some(Action::Submit) => {
            if let Some(wanted) = found.get(dialog.chosen).map(|binding| binding.action) {
                return act::act(state, wanted, snapshot);
            }
        }
        Some(action) => {
            let rows = Rows { last: found.len().saturating_sub(1), page: PAGE };
            dialog.chosen = Step::of(action).map_or(dialog.chosen, |step| step.from(dialog.chosen, rows));
        }
        None => {
            if dialog.field.key(chord) {
                dialog.chosen = 0;
            }
        }
    }
    state.layer = Some(Layer::Palette(dialog));
    Vec::new()
}
