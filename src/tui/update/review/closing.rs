//! How a review ends: saved as a plan, or left and kept for another time.

use super::moves;
use crate::action::{Action, Chord, Scope};
use crate::locale::{review as words, screen};
use crate::text::one_line;
use crate::tui::effects::Effect;
use crate::tui::job::{Job, Keeping};
use crate::tui::state::deed::Message;
use crate::tui::state::layer::{GiveUp, Layer};
use crate::tui::state::notice::{Awaited, Back};
use crate::tui::state::review::{Pane, Stage};
use crate::tui::state::row::RowId;
use crate::tui::state::{Access, State};
use crate::workspace::{Material, Snapshot};

/// Saves the draft, after a question where something is doubtful still.
pub fn save(state: &mut State) -> Vec<Effect<Job>> {
    let Some(desk) = &state.review else { return Vec::new() };
    if state.access == Access::ReadOnly {
        state.notices.refuse(screen::read_only(state.lang));
        return Vec::new();
    }
    let doubtful = desk.doubtful().len();
    if doubtful > 0 {
        state.layer = Some(Layer::SaveDoubtful(doubtful));
        return Vec::new();
    }
    commit(state)
}

/// A key while it is asked whether what is doubtful is saved as it is.
pub fn answer_save(state: &mut State, count: usize, action: Option<Action>) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Submit) => return commit(state),
        Some(Action::Cancel) => {}
        _ => state.layer = Some(Layer::SaveDoubtful(count)),
    }
    Vec::new()
}

fn commit(state: &mut State) -> Vec<Effect<Job>> {
    let Some(desk) = &mut state.review else { return Vec::new() };
    let proposal = desk.proposal.clone().reviewed(desk.review.sheet());
    if proposal.base.as_deref().is_some_and(|base| base.plan == proposal.plan) {
        state.notices.refuse(words::unchanged(state.lang));
        return Vec::new();
    }
    desk.stage = Stage::Saving;
    let title = if proposal.plan.title.is_empty() { &proposal.plan.id } else { &proposal.plan.title };
    let message = Message::Imported(one_line(title).into_owned());
    state.notices.awaited.push_back(Awaited { message, back: Back::Undo, changes: Vec::new(), typed: None });
    vec![Effect::Work(Job::Accept(Box::new(proposal)))]
}

/// It is a plan now, and under the cursor: the review is over, and what was kept of it forgotten.
pub fn saved(state: &mut State, snapshot: &Snapshot) -> Option<Effect<Job>> {
    let desk = state.review.take()?;
    let row = RowId::Plan(desk.review.sheet().plan.id.clone());
    if row.locate(snapshot).is_some() {
        state.list.cursor = Some(row);
        state.refresh(snapshot);
    }
    state.layer = state.layer.take().filter(|layer| !matches!(layer, Layer::Review));
    let digest = desk.proposal.digest().to_owned();
    Some(Effect::Beside(Job::Keep(Keeping::ForgetReview(digest))))
}

/// It could not be saved: it is as it was.
pub fn not_saved(state: &mut State) {
    let waits = state.notices.awaited.iter().any(|awaited| matches!(awaited.message, Message::Imported(_)));
    if let Some(desk) = state.review.as_mut().filter(|desk| desk.stage == Stage::Saving && !waits) {
        desk.stage = Stage::Open;
    }
}

/// Closes what is open in the review: the lines of one field, the document; where nothing is, leaves it.
pub fn back(state: &mut State) -> Vec<Effect<Job>> {
    let Some(desk) = &mut state.review else { return Vec::new() };
    if desk.field.is_some() {
        moves::to_field(state, None);
    } else if desk.pane == Pane::Document {
        moves::change_pane(state);
    } else {
        return leave(state);
    }
    Vec::new()
}

/// Leaves the review, after a question where an older one would be kept no longer.
pub fn leave(state: &mut State) -> Vec<Effect<Job>> {
    if state.review.as_ref().is_some_and(|desk| desk.is_begun_anew && desk.is_worth_keeping()) {
        state.layer = Some(Layer::GiveUp(GiveUp::OlderReview));
        return Vec::new();
    }
    keep_and_leave(state)
}

/// Leaves the review: at once where nothing was done to it, else as soon as it is kept.
pub fn keep_and_leave(state: &mut State) -> Vec<Effect<Job>> {
    let effects = keep(state);
    if effects.is_empty() {
        state.review = None;
        state.layer = None;
    } else if let Some(desk) = &mut state.review {
        desk.stage = Stage::Leaving;
    }
    effects
}

/// Has the review kept, if anything was done to it.
pub fn keep(state: &State) -> Vec<Effect<Job>> {
    let desk = state.review.as_ref().filter(|desk| desk.is_worth_keeping());
    desk.map(|desk| Effect::Beside(Job::Keep(Keeping::Review(Box::new(desk.left()))))).into_iter().collect()
}

/// It is kept, and left; or it cannot be, and is left only by who gives it up.
pub fn kept(state: &mut State, is_kept: bool) {
    let Some(desk) = state.review.as_mut().filter(|desk| desk.stage == Stage::Leaving) else { return };
    desk.stage = Stage::Open;
    if is_kept {
        let told = kept_where(state);
        give_up(state);
        state.notices.say(told);
    } else if matches!(state.layer, None | Some(Layer::Review)) {
        state.layer = Some(Layer::GiveUp(GiveUp::Review));
    }
}

/// That nothing is saved, and how the review is opened again.
fn kept_where(state: &State) -> String {
    let key = |action| state.keys.chord(Scope::Global.stack(), action).map_or(String::new(), Chord::label);
    match state.review.as_ref().map(|desk| &desk.wanted.from) {
        Some(Material::Document(path)) => {
            words::kept(state.lang, &key(Action::Import), &one_line(path.rsplit('/').next().unwrap_or(path)))
        }
        Some(Material::Plan(id)) => words::kept_next_year(state.lang, &key(Action::NextYear), id),
        Some(Material::Pasted { .. }) | None => words::kept_pasted(state.lang, &key(Action::Import)),
    }
}

/// The review is gone.
pub fn give_up(state: &mut State) {
    state.review = None;
    state.layer = state.layer.take().filter(|layer| !matches!(layer, Layer::Review));
}
