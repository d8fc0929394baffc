//! A task parted in two: the sentence is picked with which the second begins.

use super::{take, task};
use crate::action::Action;
use crate::import::review::{Spot, Step, places};
use crate::locale::review as words;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;
use crate::tui::state::review::Split;
use crate::tui::update::step::{self, Rows};

/// Shows the sentences of the task under the cursor.
pub fn ask(state: &mut State) {
    let (Some(id), Some(desk)) = (task(state), &state.review) else {
        return state.notices.refuse(words::only_tasks(state.lang));
    };
    let wording =
        desk.review.sheet().plan.task(&id).map(|task| task.wording().to_owned()).unwrap_or_default();
    let places = places(&wording);
    if places.is_empty() {
        return state.notices.refuse(words::no_place(state.lang));
    }
    state.layer = Some(Layer::Split(Split { spot: Spot::Task(id), wording, places, chosen: 0 }));
}

/// A key while one is picked.
pub fn key(state: &mut State, mut dialog: Split, action: Option<Action>) {
    match action {
        Some(Action::Cancel) => return,
        Some(Action::Submit) => {
            if let (Spot::Task(id), Some(place)) = (dialog.spot, dialog.places.get(dialog.chosen)) {
                take(state, &Step::Split(id, *place), words::split(state.lang));
            }
            return;
        }
        action => {
            if let Some(step) = action.and_then(step::Step::of) {
                let last = dialog.places.len().saturating_sub(1);
                dialog.chosen = step.from(dialog.chosen, Rows { last, page: 4 });
            }
        }
    }
    state.layer = Some(Layer::Split(dialog));
}
