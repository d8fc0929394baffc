//! What the workspace answers.

use crate::action::{Action, Scope};
use crate::locale::{Lang, screen as words};
use crate::tui::effects::Effect;
use crate::tui::job::{Job, News};
use crate::tui::state::layer::Layer;
use crate::tui::state::notice::{Back, Failure};
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
            state.notices.failure = None;
            if let Some(awaited) = state.notices.awaited.pop_front() {
                let back = way_back(state, awaited.back);
                state.notices.say_with_way_back(awaited.message.in_words(state.lang), back);
            }
            if state.phase == Phase::Leaving && state.notices.awaited.is_empty() {
                return vec![Effect::Quit];
            }
        }
        News::Refused(error) => {
            state.phase = Phase::Ready;
            state.notices.awaited.pop_front();
            state.notices.refuse(error.sentence(state.lang));
        }
        News::Failed(error) => {
            state.phase = Phase::Ready;
            let kept = state.notices.awaited.pop_front().and_then(|awaited| awaited.typed);
            state.notices.failure = Some(Failure { error, kept });
            offer_again(state);
        }
    }
    Vec::new()
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

/// Opens the prompt again whose text could not be saved, as soon as nothing else lies over the screen.
pub fn offer_again(state: &mut State) {
    if state.layer.is_some() {
        return;
    }
    let kept = state.notices.failure.as_mut().and_then(|failure| failure.kept.take());
    state.layer = kept.map(Layer::Prompt);
}
