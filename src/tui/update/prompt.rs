//! The line that asks for text, and the question before a change of several tasks.

use super::changes::changes;
use super::deed;
use crate::action::{Action, Chord};
use crate::domain::when::typed_time;
use crate::domain::{Span, When};
use crate::locale::screen as words;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::Job;
use crate::tui::state::State;
use crate::tui::state::deed::{Deed, Message};
use crate::tui::state::layer::{Ask, Layer, Prompt, Question};
use crate::tui::state::notice::{Awaited, Back};
use crate::workspace::Snapshot;
use crate::workspace::sentence::objection;

/// A key while a line of text is typed.
pub fn key(
    state: &mut State,
    mut dialog: Prompt,
    (action, chord): (Option<Action>, Chord),
    snapshot: &Snapshot,
) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Cancel) => {
            leave(state, &dialog);
            Vec::new()
        }
        Some(Action::Submit) => submit(state, dialog, snapshot),
        _ => {
            if !state.entered.of(dialog.ask).key(chord, &mut dialog.field) {
                dialog.field.key(chord);
            }
            state.layer = Some(Layer::Prompt(dialog));
            Vec::new()
        }
    }
}

/// Nothing is written; what was typed is there again with the key up.
fn leave(state: &mut State, dialog: &Prompt) {
    let text = dialog.field.text().trim();
    if !text.is_empty() {
        state.entered.of(dialog.ask).keep(text);
        state.notices.say(words::typed_kept(state.lang));
    }
}

/// Does what was asked for, or says what is wrong with the text and keeps it.
fn submit(state: &mut State, dialog: Prompt, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let text = dialog.field.text().trim().to_owned();
    state.entered.of(dialog.ask).keep(&text);
    if let (Ask::Extension, Some(to)) = (dialog.ask, read_when(&text)) {
        let deed = Deed::Extend { to, evidence: None };
        let (ask, field) = match changes(&dialog.subject, &deed, snapshot) {
            Ok(_) => (Ask::ExtensionEvidence(to), Field::default()),
            Err(reason) => {
                state.notices.refuse(objection(state.lang, reason));
                (dialog.ask, dialog.field)
            }
        };
        state.layer = Some(Layer::Prompt(Prompt { ask, field, subject: dialog.subject }));
        return Vec::new();
    }
    match deed(state, dialog.ask, text) {
        Ok(deed) => {
            let subject = dialog.subject.clone();
            deed::carry_out(state, (&subject, deed), Some(dialog), snapshot)
        }
        Err(reason) => {
            state.notices.refuse(reason);
            state.layer = Some(Layer::Prompt(dialog));
            Vec::new()
        }
    }
}

fn deed(state: &State, ask: Ask, text: String) -> Result<Deed, &'static str> {
    let given = |text: String| (!text.is_empty()).then_some(text);
    match ask {
        Ask::Evidence => Ok(Deed::Done { evidence: given(text) }),
        Ask::Note => given(text).map(Deed::Note).ok_or(words::note_is_empty(state.lang)),
        Ask::Percent => {
            let percent = text.trim_end_matches('%').trim().parse().ok().filter(|percent| *percent <= 100);
            percent.map(Deed::Percent).ok_or(words::not_a_percent(state.lang))
        }
        Ask::Extension => Err(words::not_a_time(state.lang)),
        Ask::ExtensionEvidence(to) => Ok(Deed::Extend { to, evidence: given(text) }),
    }
}

/// Reads a deadline as people type it; a stretch of time alone ends on it.
fn read_when(text: &str) -> Option<When> {
    match typed_time(text)? {
        When::In(Span::One(stretch)) => Some(When::By(stretch)),
        when @ (When::By(_) | When::Before(_)) => Some(when),
        _ => None,
    }
}

/// A key while a question is open.
pub fn answer(state: &mut State, dialog: Question, action: Option<Action>) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Submit) => {
            state.marked.clear();
            let message = Message::Done(dialog.deed, dialog.object);
            let (changes, typed) = (dialog.changes, dialog.typed);
            commit(state, Awaited { message, back: Back::Undo, changes, typed })
        }
        Some(Action::Cancel) => {
            state.layer = dialog.typed.map(Layer::Prompt);
            Vec::new()
        }
        _ => {
            state.layer = Some(Layer::Confirm(dialog));
            Vec::new()
        }
    }
}

/// Asks the workspace for changes and waits for its answer.
pub fn commit(state: &mut State, awaited: Awaited) -> Vec<Effect<Job>> {
    let changes = awaited.changes.clone();
    state.notices.awaited.push_back(awaited);
    vec![Effect::Work(Job::Commit(changes))]
}
