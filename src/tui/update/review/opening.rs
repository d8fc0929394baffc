//! How a document comes under review: its path is typed, it is read, and what was left of it is offered.

use std::sync::Arc;

use super::moves;
use crate::action::{Action, Chord};
use crate::locale::review as words;
use crate::text::one_line;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::Job;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;
use crate::tui::state::review::{Desk, Namesake, Proposed, Wanted};
use crate::workspace::{PlanId, Recognised, Wishes, WorkspaceError};

/// Asks for the document.
pub fn ask(state: &mut State) {
    state.entered.paths.begin();
    state.layer = Some(Layer::Document(Field::default()));
}

/// A key while its path is typed.
pub fn path(
    state: &mut State,
    mut field: Field,
    (action, chord): (Option<Action>, Chord),
) -> Vec<Effect<Job>> {
    let typed = field.text().trim().to_owned();
    match action {
        Some(Action::Cancel) => {
            state.entered.paths.keep(&typed);
            return Vec::new();
        }
        Some(Action::Submit) if !typed.is_empty() => {
            state.entered.paths.keep(&typed);
            return want(state, Wanted { path: typed, wishes: Wishes::default() });
        }
        Some(Action::Submit) => state.notices.refuse(words::no_path(state.lang)),
        _ => {
            if !state.entered.paths.key(chord, &mut field) {
                field.key(chord);
            }
        }
    }
    state.layer = Some(Layer::Document(field));
    Vec::new()
}

/// Has a document read.
pub fn want(state: &mut State, wanted: Wanted) -> Vec<Effect<Job>> {
    state.notices.say(words::reading(state.lang, &one_line(&wanted.path)));
    vec![Effect::Work(Job::Propose(wanted))]
}

/// A document was read, or could not be; then its path is there again to be mended.
pub fn proposed(state: &mut State, wanted: &Wanted, proposed: Result<Box<Proposed>, Arc<WorkspaceError>>) {
    state.notices.toast = None;
    match proposed {
        Ok(proposed) => state.proposed = Some(proposed),
        Err(error) => {
            state.notices.refuse(error.sentence(state.lang));
            if state.layer.is_none() {
                state.layer = Some(Layer::Document(Field::with(&wanted.path)));
            }
        }
    }
}

/// Opens it, after a question where one has to be answered first.
pub fn offer(state: &mut State, proposed: Proposed) {
    if let Recognised::Perhaps(ids) = &proposed.proposal.recognised {
        let field = Field::with(&proposed.proposal.plan.id);
        let namesake = Namesake { wanted: proposed.wanted, ids: ids.clone(), field };
        state.layer = Some(Layer::Namesake(namesake));
    } else if proposed.kept.is_some() {
        state.layer = Some(Layer::TakeUp(Box::new(proposed)));
    } else {
        open(state, Desk::new(proposed));
    }
}

fn open(state: &mut State, desk: Desk) {
    state.review = Some(Box::new(desk));
    super::resized(state);
}

/// A key while it is asked whether it is a plan that is there.
pub fn name(
    state: &mut State,
    mut dialog: Namesake,
    (action, chord): (Option<Action>, Chord),
) -> Vec<Effect<Job>> {
    let typed = dialog.field.text().trim().to_owned();
    match action {
        Some(Action::Cancel) => return Vec::new(),
        Some(Action::Submit) if typed.parse::<PlanId>().is_err() => {
            state.notices.refuse(words::no_plan_id(state.lang));
        }
        Some(Action::Submit) => {
            let wishes = Wishes { id: Some(typed), ..dialog.wanted.wishes };
            return want(state, Wanted { wishes, ..dialog.wanted });
        }
        _ => drop(dialog.field.key(chord)),
    }
    state.layer = Some(Layer::Namesake(dialog));
    Vec::new()
}

/// A key while it is asked whether a review goes on where it was left. Nobody says no to what was never shown.
pub fn answer_take_up(state: &mut State, proposed: Box<Proposed>, action: Option<Action>) {
    match (action, proposed.kept.clone()) {
        (Some(Action::Submit), Some(kept)) => {
            open(state, Desk::taken_up(*proposed, kept));
            moves::to_first_doubt(state);
        }
        (Some(Action::Cancel), _) if state.question_seen => open(state, Desk::new(*proposed)),
        _ => state.layer = Some(Layer::TakeUp(proposed)),
    }
}
