//! How a draft comes under review: a path is typed or next year is asked for, and what was left of it is offered.

use std::sync::Arc;

use super::{moves, typed_path};
use crate::action::{Action, Chord};
use crate::import::review::Spot;
use crate::locale::{command, review as words};
use crate::text::one_line;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::Job;
use crate::tui::state::State;
use crate::tui::state::conditions;
use crate::tui::state::layer::Layer;
use crate::tui::state::review::{Desk, Namesake, Proposed};
use crate::tui::state::row::RowId;
use crate::workspace::{KeptReview, Material, PlanId, Recognised, Snapshot, Wanted, Wishes, WorkspaceError};

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
            // Text that comes as keys is no document, and no keys either.
            state.deaf = true;
            return want(state, Wanted::of(Material::Document(typed_path::plain(&typed))));
        }
        Some(Action::Submit) => state.notices.refuse(words::no_path(state.lang)),
        Some(Action::Complete) => {
            let going_on = Job::Complete(typed_path::plain(field.text().trim_start()));
            state.layer = Some(Layer::Document(field));
            return vec![Effect::Work(going_on)];
        }
        _ => {
            if !state.entered.paths.key(chord, &mut field) {
                field.key(chord);
            }
        }
    }
    state.layer = Some(Layer::Document(field));
    Vec::new()
}

/// Whether a pasted text is a document itself: of several lines that are no names of files.
#[must_use]
pub fn is_document(text: &str) -> bool {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let is_path = |line: &str| {
        line.trim_start_matches(['\'', '"']).starts_with(['/', '~']) || line.starts_with("file:")
    };
    lines.clone().count() > 1 && !lines.clone().all(is_path)
}

/// Has a plan drafted from a text that was pasted.
pub fn pasted(state: &mut State, text: &str) -> Vec<Effect<Job>> {
    state.layer = None;
    let name = command::pasted(state.lang).to_owned();
    // Many terminals paste the key Enter for the end of a line.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    want(state, Wanted::of(Material::Pasted { name, text }))
}

/// Has next year's plan drafted from the one under the cursor.
pub fn next_year(state: &mut State, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let under_cursor = state.cursor().map(RowId::plan);
    let plan = conditions::plan(&state.filter).or(under_cursor).filter(|id| snapshot.plan(id).is_some());
    let Some(plan) = plan.map(str::to_owned) else {
        state.notices.refuse(words::no_plan_here(state.lang));
        return Vec::new();
    };
    want(state, Wanted::of(Material::Plan(plan)))
}

/// Has a draft made.
pub fn want(state: &mut State, wanted: Wanted) -> Vec<Effect<Job>> {
    state.notices.say(match &wanted.from {
        Material::Document(path) => words::reading(state.lang, &one_line(path)),
        Material::Pasted { name, .. } => words::reading(state.lang, name),
        Material::Plan(id) => words::drafting(state.lang, id),
    });
    vec![Effect::Work(Job::Propose(wanted))]
}

/// What was wanted is there, or could not be drafted; then a document's path is there again to be mended.
pub fn proposed(state: &mut State, wanted: &Wanted, proposed: Result<Box<Proposed>, Arc<WorkspaceError>>) {
    state.notices.toast = None;
    match proposed {
        Ok(proposed) => {
            if let Material::Document(path) = &wanted.from {
                state.entered.paths.keep(path);
            }
            state.proposed = Some(proposed);
        }
        Err(error) => {
            state.notices.refuse(error.sentence(state.lang));
            if let (None, Material::Document(path)) = (&state.layer, &wanted.from) {
                state.layer = Some(Layer::Document(Field::with(path)));
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

/// A key while it is asked whether a review goes on where it was left: it does, or it begins anew, or all stays as it is
/// for another time.
pub fn answer_take_up(state: &mut State, proposed: Box<Proposed>, action: Option<Action>) {
    match (action, proposed.kept.clone()) {
        (Some(Action::Submit), Some(kept)) => go_on(state, *proposed, kept),
        (Some(Action::Anew), _) => open(state, Desk::new(*proposed)),
        (Some(Action::Cancel), _) => state.notices.say(words::stays_kept(state.lang)),
        _ => state.layer = Some(Layer::TakeUp(proposed)),
    }
}

/// Opens a review where it was left. What others followed since, and it leaves out, is asked about first.
fn go_on(state: &mut State, proposed: Proposed, kept: KeptReview) {
    let asked = kept.doubts();
    let desk = Desk::taken_up(proposed, kept);
    let since: Vec<Spot> =
        desk.review.sheet().notes.iter().skip(asked).map(|note| note.spot.clone()).collect();
    open(state, desk);
    if let Some(first) = since.first() {
        moves::go_to(state, first.clone());
        state.notices.say(words::asked_since(state.lang, since.len()));
    }
}
