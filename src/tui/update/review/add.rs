//! A task that the document does not have, worded by hand.

use std::collections::HashSet;

use super::{moves, take};
use crate::action::{Action, Chord};
use crate::import::review::{Spot, Step};
use crate::locale::review as words;
use crate::tui::field::Field;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;
use crate::tui::state::review::Desk;

/// Asks for its words; it will stand below the cursor's task, or first in the section.
pub fn ask(state: &mut State) {
    if state.review.as_ref().is_some_and(|desk| !matches!(desk.at, Spot::Head(_))) {
        state.layer = Some(Layer::Add(Field::default()));
        return;
    }
    // What is typed ahead for it is no keys.
    state.deaf = true;
    state.notices.refuse(words::only_sections(state.lang));
}

/// A key while they are typed.
pub fn key(state: &mut State, mut field: Field, (action, chord): (Option<Action>, Chord)) {
    match action {
        Some(Action::Cancel) => return,
        Some(Action::Submit) if submit(state, field.text()) => return,
        Some(Action::Submit) => {}
        _ => drop(field.key(chord)),
    }
    state.layer = Some(Layer::Add(field));
}

/// Adds it, and goes there.
fn submit(state: &mut State, text: &str) -> bool {
    let Some(desk) = &state.review else { return true };
    let (at, before) = (desk.at.clone(), spots(desk));
    if !take(state, &Step::Add(at, text.trim().to_owned()), words::added(state.lang)) {
        return false;
    }
    let row = |desk: &Desk| desk.rows().iter().position(|row| !before.contains(&row.spot));
    if let Some(row) = state.review.as_deref().and_then(row) {
        moves::go_to_row(state, row);
    }
    true
}

fn spots(desk: &Desk) -> HashSet<Spot> {
    desk.rows().into_iter().map(|row| row.spot).collect()
}
