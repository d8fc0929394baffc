//! What a new copy changed, listed to be walked to.

use super::moves;
use crate::action::Action;
use crate::locale::review as words;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;
use crate::tui::update::step::{Rows, Step};

/// Shows the list, from the change on the cursor's row on.
pub fn ask(state: &mut State) {
    let Some(desk) = &state.review else { return };
    let changes = desk.changes();
    if changes.all().is_empty() {
        let is_copy = desk.review.sheet().is_copy();
        let why = if is_copy { words::nothing_changed(state.lang) } else { words::no_copy(state.lang) };
        return state.notices.refuse(why);
    }
    let here = changes.all().iter().position(|(spot, _)| *spot == desk.at);
    state.layer = Some(Layer::Changes(here.unwrap_or(0)));
}

/// A key on the list: Enter goes to the row on which the change is told.
pub fn key(state: &mut State, chosen: usize, action: Option<Action>) {
    let Some(desk) = &state.review else { return };
    let changes = desk.changes();
    let rows = Rows { last: changes.all().len().saturating_sub(1), page: 10 };
    match action {
        Some(Action::Cancel) => {}
        Some(Action::Submit) => {
            if let Some((spot, _)) = changes.all().get(chosen) {
                let spot = spot.clone();
                moves::go_to(state, spot);
            }
        }
        action => {
            let step = action.and_then(Step::of);
            state.layer = Some(Layer::Changes(step.map_or(chosen, |step| step.from(chosen, rows))));
        }
    }
}
