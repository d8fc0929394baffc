//! The picker of units.

use crate::action::{Action, Chord};
use crate::query::{Condition, UnitCondition};
use crate::tui::state::layer::{Choice, Layer, Picker};
use crate::tui::state::{State, choices};
use crate::workspace::Snapshot;

/// A key while a unit is picked: it narrows, moves, or takes the one that is chosen.
pub fn key(
    state: &mut State,
    mut dialog: Picker,
    (action, chord): (Option<Action>, Chord),
    snapshot: &Snapshot,
) {
    let found = choices::fitting(state, dialog.field.text());
    let at = choices::at(&dialog, &found);
    match action {
        Some(Action::Cancel) => return,
        Some(Action::Submit) => return take(state, found.get(at), snapshot),
        Some(moving) if !found.is_empty() => {
            dialog.chosen = Some(found[step_to(at, moving, found.len() - 1)]);
        }
        Some(_) => {}
        None => {
            if dialog.field.key(chord) {
                dialog.chosen = None;
            }
        }
    }
    state.layer = Some(Layer::Units(dialog));
}

/// Narrows the list to the chosen unit; where there is none, nothing happens but that the picker closes.
fn take(state: &mut State, choice: Option<&Choice>, snapshot: &Snapshot) {
    let Some(choice) = choice else { return };
    let unit = state.index.roster().unit(choice.unit).name.clone();
    state.filter.set(Condition::Unit(UnitCondition { unit, reach: choice.reach, role: None }));
    state.refresh(snapshot);
}

fn step_to(at: usize, action: Action, last: usize) -> usize {
    const PAGE: usize = 10;
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
