//! What the workspace answers.

use std::sync::Arc;
use std::time::Duration;

use super::former::former;
use super::{chase, draft, foreign, review, unsaved, workload};
use crate::action::{Action, Scope};
use crate::domain::{Event, EventId};
use crate::locale::{Lang, screen as words};
use crate::tui::effects::Effect;
use crate::tui::job::{Job, Keeping, News};
use crate::tui::state::deed::{Former, Message};
use crate::tui::state::layer::{GiveUp, Layer, TakeBack};
use crate::tui::state::notice::{Awaited, Back, Failure};
use crate::tui::state::{Phase, State};
use crate::workspace::{Snapshot, WorkspaceError};

/// So long after it wrote the files, a sync has told git's index of conflicts as well.
const INDEX: Duration = Duration::from_secs(2);

/// Takes an answer in: what was asked for is done; or could not be, and is kept to be tried again; or may not be, and then
/// what was typed for it comes back.
pub fn hear(state: &mut State, news: News, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    match news {
        News::Drafts(found) => draft::found(state, found),
        News::DraftFailed(error) => {
            state.notices.refuse(words::draft_failed(state.lang, &error.cause(state.lang)));
        }
        News::Fleeting(fleeting) => state.notices.fleeting = fleeting,
        News::WrittenOut(path, written) => unsaved::written_out(state, &path, written),
        News::Exported(path, written) => workload::exported(state, &path, written),
        News::Read(_) => {
            let foreign = foreign::news(state, snapshot).filter(|_| state.layer.is_none());
            state.follow(snapshot);
            if let Some(told) = foreign {
                state.notices.say(told);
            }
            let index_too = Effect::Tick { after: INDEX, mark: 0 };
            return vec![Effect::Work(Job::Fold(state.index.clone())), index_too];
        }
        News::Changed(what) => return vec![Effect::Work(Job::Look(what))],
        News::Saved(_) => return saved(state, None, snapshot),
        News::TakenBack(taken) => return saved(state, former(&taken.lines, snapshot), snapshot),
        News::Doubted(act, lines) => doubted(state, (act, &lines), snapshot),
        News::Proposed(wanted, proposed) => review::proposed(state, &wanted, proposed),
        News::Completed(typed, found) => review::completed(state, &typed, &found),
        News::ReviewKept(is_kept) => review::kept(state, is_kept),
        News::Conflicts(open) => state.conflicts.replace(open),
        News::Chased(_, chased) => {
            // What is to leave with the screen comes before its end.
            let mut effects = chase::sent(state, chased, snapshot);
            effects.extend(saved(state, None, snapshot));
            return effects;
        }
        News::LetterWritten(chased, written) => chase::written(state, &chased, written),
        News::Unsettled(_) => {
            let effects = saved(state, None, snapshot);
            state.notices.say(words::unsettled(state.lang));
            return effects;
        }
        News::Refused(error) => {
            stay(state);
            keep_typed(state);
            review::not_saved(state);
            state.notices.refuse(error.sentence(state.lang));
            offer_again(state);
        }
        News::Failed(error) => return failed(state, error, snapshot),
    }
    Vec::new()
}

/// Something is done and safe; `former` is what was taken back or brought again.
fn saved(state: &mut State, former: Option<Former>, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    state.follow(snapshot);
    mend_failure(state);
    let mut effects = Vec::new();
    if let Some(awaited) = answered(state) {
        let back = way_back(state, awaited.back);
        let message = awaited.message.in_words(state.lang);
        let text = match former {
            Some(former) => words::said(state.lang, &message, &former.in_words(state.lang)),
            None => message,
        };
        state.notices.say_with_way_back(text, back);
        if matches!(awaited.message, Message::Imported(_)) {
            effects.extend(review::saved(state, snapshot));
        }
    }
    effects.extend(leave(state));
    effects
}

/// Something could not be saved: it is kept, and looked whether it would outlast this screen.
fn failed(state: &mut State, error: Arc<WorkspaceError>, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    if let Some(awaited) = answered(state) {
        review::not_saved(state);
        unsaved::keep(state, awaited, &error);
    }
    let under_way = state.notices.awaited.len();
    state.notices.failure = Some(Failure { error, under_way });
    let mut effects = leave(state);
    if !state.notices.unsaved.is_empty() {
        let kept = draft::kept(state, state.notices.unsaved.iter(), snapshot);
        effects.push(Effect::Beside(Job::Keep(Keeping::Try(kept))));
    }
    effects
}

/// Goes on with leaving, where the user wants to and everything is answered: at once, or after a question about what
/// is not saved; a failure of something else is to be read first.
fn leave(state: &mut State) -> Vec<Effect<Job>> {
    if state.phase != Phase::Leaving || !state.notices.awaited.is_empty() {
        return Vec::new();
    }
    if state.notices.failure.is_none() {
        return vec![Effect::Quit];
    }
    stay(state);
    if !state.notices.unsaved.is_empty() {
        state.layer.get_or_insert(Layer::GiveUp(GiveUp::Leave));
    }
    Vec::new()
}

/// The user does not leave after all; the screen no longer says that it waits for that.
pub fn stay(state: &mut State) {
    if state.phase == Phase::Leaving {
        state.phase = Phase::Ready;
        state.notices.toast = None;
    }
}

/// Asks before an act is taken back. Where something else was opened meanwhile, the key is as good as not pressed.
fn doubted(state: &mut State, (act, lines): (EventId, &[(String, Event)]), snapshot: &Snapshot) {
    stay(state);
    answered(state);
    let Some((_, first)) = lines.first().filter(|_| state.layer.is_none()) else { return };
    let day = first.at.date_naive();
    state.layer = Some(Layer::TakeBack(TakeBack { act, former: former(lines, snapshot), day }));
}

/// Something was saved: a failure is mended by that if it was asked for later, and if nothing is left to be saved.
fn mend_failure(state: &mut State) {
    let notices = &mut state.notices;
    let Some(failure) = &notices.failure else { return };
    if failure.under_way == 0 && notices.unsaved.is_empty() {
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
pub(super) fn way_back(state: &State, back: Back) -> String {
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
