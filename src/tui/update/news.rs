//! What the workspace answers.

use crate::action::{Action, Scope};
use crate::locale::{Lang, screen as words};
use crate::tui::effects::Effect;
use crate::tui::job::{Job, News};
use crate::tui::state::layer::Layer;
use crate::tui::state::notice::{Awaited, Back, Failure};
use crate::tui::state::{Phase, State};
use crate::workspace::Snapshot;

/// Takes an answer in: what was asked for is done, or is not, and then what was typed for it comes back.
pub fn hear(state: &mut State, news: News, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    match news {
        News::Read(_) => {
            state.follow(snapshot);
            return vec![Effect::Work(Job::Fold(state.index.clone()))];
        }
        News::Changed(what) => return vec![Effect::Work(Job::Look(what))],
        News::Saved(_) => {
            state.follow(snapshot);
            mend_failure(state);
            if let Some(awaited) = answered(state) {
                let back = way_back(state, awaited.back);
                state.notices.say_with_way_back(awaited.message.in_words(state.lang), back);
            }
            if state.phase == Phase::Leaving && state.notices.awaited.is_empty() {
                return vec![Effect::Quit];
            }
        }
        News::Refused(error) => {
            state.phase = Phase::Ready;
            keep_typed(state);
            state.notices.refuse(error.sentence(state.lang));
            offer_again(state);
        }
        News::Failed(error) => {
            state.phase = Phase::Ready;
            keep_typed(state);
            let under_way = state.notices.awaited.len();
            state.notices.failure = Some(Failure { error, under_way });
            offer_again(state);
        }
    }
    Vec::new()
}

/// Something was saved: a failure is mended by that if it was asked for later, and if no text is left to be saved.
fn mend_failure(state: &mut State) {
    let notices = &mut state.notices;
    let Some(failure) = &notices.failure else { return };
    let is_later = failure.under_way == 0;
    let is_offered = matches!(state.layer, Some(Layer::Prompt(_)));
    if is_later && !is_offered && notices.kept.is_empty() {
        notices.failure = None;
    }
}

/// The earliest job that is not answered yet, which is answered now.
fn answered(state: &mut State) -> Option<Awaited> {
    if let Some(failure) = &mut state.notices.failure {
        failure.under_way = failure.under_way.saturating_sub(1);
    }
    state.notices.awaited.pop_front()
}

/// The earliest job came to nothing: what was typed for it is kept.
fn keep_typed(state: &mut State) {
    let typed = answered(state).and_then(|awaited| awaited.typed);
    state.notices.kept.extend(typed);
}

/// The key that takes back what was done.
fn way_back(state: &State, back: Back) -> String {
    let (action, words): (_, fn(Lang, &str) -> String) = match back {
        Back::Undo => (Action::Undo, words::take_back),
        Back::Redo => (Action::Redo, words::do_again),
    };
    let chord = state.keys.chord(Scope::Global.stack(), action);
    chord.map_or(String::new(), |chord| words(state.lang, &chord.label()))
}

/// Opens the prompt again whose text was not saved, as soon as nothing else lies over the screen.
pub fn offer_again(state: &mut State) {
    if state.layer.is_some() {
        return;
    }
    state.layer = state.notices.kept.pop_front().map(Layer::Prompt);
}
