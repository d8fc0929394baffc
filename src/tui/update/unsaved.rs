//! What could not be saved: kept in order, tried again, or given up after a question.

use super::prompt;
use crate::action::Action;
use crate::locale::screen as words;
use crate::tui::effects::Effect;
use crate::tui::job::Job;
use crate::tui::state::State;
use crate::tui::state::layer::{GiveUp, Layer};
use crate::tui::state::notice::Awaited;
use crate::workspace::WorkspaceError;

/// Keeps what was not written. A batch over several plans that stopped midway has written to some of them.
pub fn keep(state: &mut State, mut awaited: Awaited, error: &WorkspaceError) {
    if let WorkspaceError::Interrupted { done, .. } = error {
        awaited.changes.retain(|change| !done.iter().any(|done| change.plan() == Some(done)));
    }
    if !awaited.changes.is_empty() {
        state.notices.unsaved.push(awaited);
    }
}

/// Asks for the very same changes once more, in their order.
pub fn retry(state: &mut State) -> Vec<Effect<Job>> {
    let unsaved = std::mem::take(&mut state.notices.unsaved);
    if unsaved.is_empty() {
        state.notices.refuse(words::all_saved(state.lang));
        return Vec::new();
    }
    state.notices.failure = None;
    unsaved.into_iter().flat_map(|awaited| prompt::commit(state, awaited)).collect()
}

/// A key while it is asked whether what is not saved is given up.
pub fn answer(state: &mut State, then: GiveUp, action: Option<Action>) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Submit) => {
            state.notices.unsaved.clear();
            state.notices.failure = None;
            if then == GiveUp::Leave { vec![Effect::Quit] } else { Vec::new() }
        }
        Some(Action::Cancel) => Vec::new(),
        _ => {
            state.layer = Some(Layer::GiveUp(then));
            Vec::new()
        }
    }
}
