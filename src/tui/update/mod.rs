//! What an event makes of the state. Nothing here touches the world: what is to be done goes out as effects.

mod act;
mod agenda;
mod changes;
mod chase;
mod conflicts;
mod deed;
mod detail;
mod draft;
mod filters;
mod foreign;
mod former;
mod help;
mod list;
mod news;
mod palette;
mod picker;
mod prompt;
mod review;
mod screens;
mod search;
mod side;
mod step;
mod subject;
mod unsaved;
mod workload;

use std::collections::BTreeSet;

use super::effects::Effect;
use super::events::Event;
use super::job::{Job, Keeping, News};
use super::state::State;
use super::state::layer::Layer;
use super::state::screen::Screen;
use crate::action::{Action, Chord, Scope};
use crate::workspace::{Changed, Snapshot};

/// Takes an event in. The snapshot is the newest one: that of the event, where it brings one.
pub fn update(state: &mut State, event: Event<News>, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let mut effects = take(state, event, snapshot);
    effects.extend(draft::settle(state, snapshot));
    review::settle(state);
    effects
}

fn take(state: &mut State, event: Event<News>, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    match event {
        Event::Start => {
            let mut effects =
                vec![Effect::Work(Job::Look(Changed::Anything)), Effect::Beside(Job::Keep(Keeping::Look))];
            if let Some(wanted) = state.wanted.take() {
                effects.extend(review::want(state, wanted));
            }
            effects
        }
        Event::FocusGained => vec![Effect::Work(Job::Look(Changed::Anything))],
        Event::End(_) => {
            let mut effects = draft::write(state, snapshot);
            effects.extend(review::keep(state));
            effects
        }
        Event::Resize(size) => {
            resize(state, size, snapshot);
            Vec::new()
        }
        Event::Key(chord) => key(state, chord, snapshot),
        Event::Paste(text) => paste(state, &text, snapshot),
        Event::News(told) => news::hear(state, told, snapshot),
        // A sync of others has written the files, and may have told its index since.
        Event::Tick(_) => vec![Effect::Work(Job::Look(Changed::Files(BTreeSet::new())))],
        Event::NotCopied => {
            state.notices.refuse(crate::locale::screen::too_long_to_copy(state.lang));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The window has another size.
fn resize(state: &mut State, size: ratatui::layout::Size, snapshot: &Snapshot) {
    state.size = size;
    // A window too small for a list has no say in where it stands.
    if let Some(at) = state.list.at(snapshot).filter(|_| state.layout().is_some()) {
        let page = state.page();
        state.list.go_to(at, page, snapshot);
    }
    if state.screen == Screen::Agenda {
        agenda::resized(state, snapshot);
    }
    review::resized(state);
}

fn key(state: &mut State, chord: Chord, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    if state.deaf {
        return Vec::new();
    }
    state.notices.toast = None;
    let scope = scope(state);
    let action = state.keys.resolve(scope.stack(), chord);
    // Who does something else does not want to be thrown out in the middle of it.
    if action != Some(Action::Quit) {
        news::stay(state);
    }
    match action {
        // Typed ahead, or pasted as keys: nobody agrees to what was never shown.
        Some(Action::Submit | Action::ThrowAway) if is_question(scope) && !state.question_seen => {
            return Vec::new();
        }
        // A draft comes by itself, under a hand that types something else.
        Some(Action::Cancel | Action::Anew)
            if matches!(scope, Scope::Draft | Scope::TakeUp) && !state.question_seen =>
        {
            return Vec::new();
        }
        Some(Action::Suspend) => return vec![Effect::Suspend],
        Some(Action::Redraw) => return vec![Effect::Repaint],
        _ => {}
    }
    let effects = match (state.layer.take(), action) {
        (Some(layer), action) => in_layer(state, layer, (action, chord), snapshot),
        (None, Some(action)) => act::act(state, action, snapshot),
        (None, None) => Vec::new(),
    };
    news::offer_again(state);
    state.question_seen &= is_question(scope) && self::scope(state) == scope;
    effects
}

/// What stands on the screen was drawn.
pub fn seen(state: &mut State) {
    state.question_seen = is_question(scope(state));
    state.deaf = false;
}

/// Whether it is asked whether something is to be done.
fn is_question(scope: Scope) -> bool {
    matches!(scope, Scope::Confirm | Scope::GiveUp | Scope::Draft | Scope::TakeUp)
}

/// The scope of the keys: what lies over the screen, else the pane.
#[must_use]
pub fn scope(state: &State) -> Scope {
    match &state.layer {
        Some(Layer::Help(_)) => Scope::Help,
        Some(Layer::Units(_) | Layer::Palette(_) | Layer::Seek(_)) => Scope::Picker,
        Some(Layer::Split(_) | Layer::Same(_) | Layer::Changes(_)) => Scope::Choice,
        Some(Layer::TakeUp(_)) => Scope::TakeUp,
        Some(
            Layer::Search(_)
            | Layer::Prompt(_)
            | Layer::WriteOut(_)
            | Layer::Document(_)
            | Layer::Namesake(_)
            | Layer::Correct(_)
            | Layer::Add(_)
            | Layer::Export(_),
        ) => Scope::Prompt,
        Some(Layer::Confirm(_) | Layer::TakeBack(_) | Layer::TakeAll(_) | Layer::SaveDoubtful(_)) => {
            Scope::Confirm
        }
        Some(Layer::Review) => Scope::Review,
        Some(Layer::GiveUp(_)) => Scope::GiveUp,
        Some(Layer::Draft) => Scope::Draft,
        Some(Layer::Conflicts) => Scope::Conflicts,
        None => state.screen_scope(),
    }
}

/// A key while something lies over the screen. It stays there unless it is put back, so each part says so itself.
fn in_layer(
    state: &mut State,
    layer: Layer,
    (action, chord): (Option<Action>, Chord),
    snapshot: &Snapshot,
) -> Vec<Effect<Job>> {
    match layer {
        Layer::Help(dialog) => help::key(state, dialog, action, chord),
        Layer::Palette(dialog) => return palette::key(state, dialog, (action, chord), snapshot),
        Layer::Units(dialog) => picker::key(state, dialog, (action, chord), snapshot),
        Layer::Search(dialog) => search::key(state, dialog, (action, chord), snapshot),
        Layer::Prompt(dialog) => return prompt::key(state, dialog, (action, chord), snapshot),
        Layer::Confirm(dialog) => return prompt::answer(state, dialog, action),
        Layer::TakeBack(dialog) => return act::answer(state, dialog, action),
        Layer::GiveUp(then) => return unsaved::answer(state, then, action, snapshot),
        Layer::WriteOut(field) => return unsaved::name(state, field, (action, chord), snapshot),
        Layer::Conflicts => return conflicts::key(state, action, snapshot),
        Layer::TakeAll(taking) => return conflicts::answer(state, taking, action),
        Layer::Document(field) => return review::path(state, field, (action, chord)),
        Layer::Namesake(dialog) => return review::name(state, dialog, (action, chord)),
        Layer::TakeUp(proposed) => review::answer_take_up(state, proposed, action),
        Layer::Review => return review::key(state, action),
        Layer::Correct(dialog) => return review::correct_key(state, dialog, (action, chord)),
        Layer::Add(field) => review::add_key(state, field, (action, chord)),
        Layer::Export(field) => return workload::export_key(state, field, (action, chord)),
        Layer::Split(dialog) => review::split_key(state, dialog, action),
        Layer::Same(dialog) => review::same_key(state, dialog, action),
        Layer::Changes(chosen) => review::changes_key(state, chosen, action),
        Layer::Seek(dialog) => review::seek_key(state, dialog, (action, chord)),
        Layer::SaveDoubtful(count) => return review::answer_save(state, count, action),
        Layer::Draft => return draft::answer(state, action, snapshot),
    }
    Vec::new()
}

/// A pasted text goes into the field that is open, and nowhere else; where a document is asked for, it may be one.
fn paste(state: &mut State, text: &str, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    if matches!(state.layer, Some(Layer::Document(_))) && review::is_document(text) {
        return review::pasted(state, text);
    }
    if let Some(field) = state.layer.as_mut().and_then(Layer::field_mut) {
        field.paste(text);
    }
    match &mut state.layer {
        // These narrow with each letter.
        Some(Layer::Search(dialog)) => {
            let dialog = dialog.clone();
            search::narrow(state, &dialog, snapshot);
        }
        Some(Layer::Seek(dialog)) => {
            let dialog = dialog.clone();
            review::seek(state, &dialog);
        }
        // What was filled in is no longer the end of it.
        Some(Layer::Correct(dialog)) => dialog.filled = None,
        _ => {}
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
