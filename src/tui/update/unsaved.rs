//! What could not be saved: kept in order, tried again, written to a file, or given up after a question.

use std::sync::Arc;

use super::{act, draft, prompt, review};
use crate::action::{Action, Chord};
use crate::locale::screen as words;
use crate::text::one_line;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::{Job, Keeping};
use crate::tui::state::State;
use crate::tui::state::layer::{GiveUp, Layer};
use crate::tui::state::notice::Awaited;
use crate::workspace::{Snapshot, WorkspaceError};

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

/// Asks for a file to write what is not saved to.
pub fn ask(state: &mut State, snapshot: &Snapshot) {
    if state.notices.unsaved.is_empty() {
        return state.notices.refuse(words::all_saved(state.lang));
    }
    let path = format!("{}/tiendo-{}.jsonl", state.own_folder, snapshot.day);
    state.layer = Some(Layer::WriteOut(Field::with(&path)));
}

/// A key while the file is named.
pub fn name(
    state: &mut State,
    mut field: Field,
    (action, chord): (Option<Action>, Chord),
    snapshot: &Snapshot,
) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Cancel) => return Vec::new(),
        Some(Action::Submit) if field.text().trim().is_empty() => {
            state.notices.refuse(words::file_unnamed(state.lang));
        }
        Some(Action::Submit) => return write_out(state, field.text().trim().to_owned(), snapshot),
        _ => drop(field.key(chord)),
    }
    state.layer = Some(Layer::WriteOut(field));
    Vec::new()
}

fn write_out(state: &mut State, path: String, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let unsaved = std::mem::take(&mut state.notices.unsaved);
    let kept = draft::kept(state, unsaved.iter(), snapshot);
    state.notices.written_out = unsaved;
    vec![Effect::Beside(Job::Keep(Keeping::WriteOut(path, kept, state.lang)))]
}

/// What was not saved stands in a file, or is kept on.
pub fn written_out(state: &mut State, path: &str, written: Result<(), Arc<WorkspaceError>>) {
    let mut unsaved = std::mem::take(&mut state.notices.written_out);
    match written {
        Ok(()) => {
            if state.notices.unsaved.is_empty() {
                state.notices.failure = None;
            }
            state.notices.say(words::written_out(state.lang, &as_typed(path)));
        }
        Err(error) => {
            unsaved.append(&mut state.notices.unsaved);
            state.notices.unsaved = unsaved;
            state.notices.refuse(words::not_written_out(state.lang, &error.sentence(state.lang)));
            state.layer.get_or_insert(Layer::WriteOut(Field::with(path)));
        }
    }
}

/// A path as a shell takes it: in quotes where it would be several words.
fn as_typed(path: &str) -> String {
    let path = one_line(path);
    let is_word = path.chars().all(|letter| letter.is_alphanumeric() || "/._-+@:,".contains(letter));
    if is_word { path.into_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// A key while it is asked whether what is not saved is given up.
pub fn answer(
    state: &mut State,
    then: GiveUp,
    action: Option<Action>,
    snapshot: &Snapshot,
) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Submit) if then == GiveUp::ThrowDraftAway => draft::throw_away(state),
        Some(Action::Submit) if then == GiveUp::OlderReview => review::keep_and_leave(state),
        Some(Action::Submit) if then == GiveUp::Review => {
            review::give_up(state);
            Vec::new()
        }
        Some(Action::Submit) => {
            state.notices.unsaved.clear();
            state.notices.failure = None;
            // What is still being saved may fail as well.
            if then == GiveUp::Leave { act::quit(state, snapshot) } else { Vec::new() }
        }
        // A draft that is not thrown away is offered again.
        Some(Action::Cancel) => Vec::new(),
        _ => {
            state.layer = Some(Layer::GiveUp(then));
            Vec::new()
        }
    }
}
