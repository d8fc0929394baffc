//! The picker of units.

use super::step::{Rows, Step};
use crate::action::{Action, Chord};
use crate::query::{Condition, UnitCondition};
use crate::tui::state::layer::{Choice, Layer, Picker};
use crate::tui::state::{State, choices};
use crate::workspace::Snapshot;

/// The rows that a page moves over.
const PAGE: usize = 10;

/// A key while a unit is picked: it narrows, moves, or takes the one that is chosen, if there is
/// one.
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
        Some(Action::Submit) if at < found.len() => return take(state, found[at], snapshot),
        Some(action) => {
            let rows = Rows { last: found.len().saturating_sub(1), page: PAGE };
            let to = Step::of(action).map_or(at, |step| step.from(at, rows));
            dialog.chosen = found.get(to).copied();
        }
        None => {
            if dialog.field.key(chord) {
                dialog.chosen = None;
            }
        }
    }
    state.layer = Some(Layer::Units(dialog));
}

/// Narrows the list to the chosen unit.
fn take(state: &mut State, choice: Choice, snapshot: &Snapshot) {
    let unit = state.index.roster().unit(choice.unit).name.clone();
    state.filter.set(Condition::Unit(UnitCondition { unit, reach: choice.reach, role: None }));
    state.refresh(snapshot);
}
