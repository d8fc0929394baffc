//! What is done to tasks: from a key, and what is typed for it, to the workspace.

use super::changes::{changes, object};
use super::prompt;
use super::subject::{leaves, status_now, subject};
use crate::action::{Action, Scope};
use crate::domain::{Objection, Status, When};
use crate::locale::screen as words;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::Job;
use crate::tui::state::State;
use crate::tui::state::deed::{Deed, Message};
use crate::tui::state::layer::{Ask, Layer, Prompt, Question, Subject};
use crate::tui::state::notice::{Awaited, Back};
use crate::workspace::Snapshot;
use crate::workspace::sentence::objection;

/// Opens the line that asks for what an act needs; refuses where the act means nothing.
pub fn ask(state: &mut State, ask: Ask, snapshot: &Snapshot) {
    let subject = match subject(state, snapshot) {
        Ok(subject) => subject,
        Err(reason) => return refuse(state, reason),
    };
    if let Err(reason) = makes_sense(state, ask, &subject, snapshot) {
        return refuse(state, reason);
    }
    state.entered.of(ask).begin();
    state.layer = Some(Layer::Prompt(Prompt { ask, subject, field: Field::default() }));
}

/// Says why nothing is asked; what was typed ahead for it goes nowhere.
fn refuse(state: &mut State, reason: impl Into<String>) {
    state.notices.refuse(reason);
    state.deaf = true;
}

/// Whether it makes sense to ask, whatever will be typed.
fn makes_sense(state: &State, ask: Ask, subject: &Subject, snapshot: &Snapshot) -> Result<(), String> {
    let lang = state.lang;
    if matches!(ask, Ask::Extension | Ask::Percent) && subject.unit.is_some() {
        return Err(words::not_for_a_unit(lang).to_owned());
    }
    let deed = match ask {
        Ask::Evidence => Deed::Done { evidence: None },
        Ask::Percent => Deed::Percent(0),
        Ask::Extension => Deed::Extend { to: When::Ongoing, evidence: None },
        Ask::Note | Ask::ExtensionEvidence(_) => return Ok(()),
    };
    match changes(subject, &deed, snapshot) {
        Ok(changes) if changes.is_empty() && ask == Ask::Evidence => {
            Err(words::already_done(lang).to_owned())
        }
        Ok(_) => Ok(()),
        Err(reason) => Err(objected(state, reason)),
    }
}

/// What is objected, with the key that opens again what is closed.
fn objected(state: &State, reason: Objection) -> String {
    let sentence = objection(state.lang, reason);
    let is_closed = matches!(reason, Objection::PercentOfClosed | Objection::ExtensionOfClosed);
    let key = state.keys.chord(Scope::List.stack(), Action::NextStatus).filter(|_| is_closed);
    key.map_or(sentence.clone(), |key| format!("{sentence} ({})", key.label()))
}

/// Moves what is under the cursor on to its next status.
pub fn next_status(state: &mut State, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    match subject(state, snapshot) {
        Ok(subject) => {
            let count = leaves(&subject, snapshot).len();
            let now = status_now(state, &subject, snapshot);
            if now.is_closed() && count > 1 {
                state.notices.refuse(words::all_closed(state.lang, count));
                return Vec::new();
            }
            carry_out(state, (&subject, deed_after(&now)), None, snapshot)
        }
        Err(reason) => {
            state.notices.refuse(reason);
            Vec::new()
        }
    }
}

/// What one key does to a task that stands so.
fn deed_after(status: &Status) -> Deed {
    match status {
        Status::Todo | Status::Paused | Status::Unknown | Status::Other(_) => Deed::Status(Status::Doing),
        Status::Doing => Deed::Status(Status::Reported),
        Status::Reported => Deed::Status(Status::Done),
        Status::Done | Status::Cancelled => Deed::Reopen,
    }
}

/// Asks the workspace for a deed; one for several tasks at once, and one that takes
/// back what was finished, is asked about first. `typed` is kept until it is
/// safe, and comes back where the deed makes no sense.
pub fn carry_out(
    state: &mut State,
    (subject, deed): (&Subject, Deed),
    typed: Option<Prompt>,
    snapshot: &Snapshot,
) -> Vec<Effect<Job>> {
    let changes = match changes(subject, &deed, snapshot) {
        Ok(changes) => changes,
        Err(reason) => {
            let reason = objected(state, reason);
            state.notices.refuse(reason);
            state.layer = typed.map(Layer::Prompt);
            return Vec::new();
        }
    };
    if changes.is_empty() {
        state.notices.refuse(words::nothing_to_change(state.lang));
        return Vec::new();
    }
    let object = object(subject, &changes, snapshot);
    if changes.len() > 1 || deed == Deed::Reopen {
        state.layer = Some(Layer::Confirm(Question { deed, object, changes, typed }));
        return Vec::new();
    }
    state.marked.clear();
    let message = Message::Done(deed, object);
    prompt::commit(state, Awaited { message, back: Back::Undo, changes, typed })
}
