//! What is not saved when the screen ends: written down, and offered by the next one.

use serde_json::Value;

use crate::action::Action;
use crate::locale::screen as words;
use crate::text::one_line;
use crate::tui::effects::Effect;
use crate::tui::job::{Job, Keeping};
use crate::tui::state::deed::Message;
use crate::tui::state::draft::Draft;
use crate::tui::state::layer::{GiveUp, Help, Layer, Prompt};
use crate::tui::state::notice::{Awaited, Back};
use crate::tui::state::{Phase, State};
use crate::workspace::{Kept, LeftBehind, Snapshot, Unsaved};

/// The screen ends: what is typed, what could not be saved, and what nobody has acknowledged yet, is written down.
pub fn write(state: &State, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let typed = typed(state).filter(|prompt| !prompt.field.text().trim().is_empty());
    let mut kept: Vec<Kept> =
        typed.filter_map(|prompt| serde_json::to_value(prompt).ok()).map(Kept::Typed).collect();
    let notices = &state.notices;
    let asked = notices.written_out.iter().chain(&notices.unsaved).chain(&notices.awaited);
    kept.extend(self::kept(state, asked, snapshot));
    let keeping = match &state.draft {
        Draft::TakenUp(rest) => {
            kept.extend(rest.iter().cloned());
            Keeping::Replace(kept)
        }
        _ if kept.is_empty() => return Vec::new(),
        _ => Keeping::Write(kept),
    };
    vec![Effect::Beside(Job::Keep(keeping))]
}

/// The lines that are being typed, and those that wait to be offered again.
fn typed(state: &State) -> impl Iterator<Item = &Prompt> {
    let open = match &state.layer {
        Some(Layer::Prompt(prompt)) => Some(prompt),
        Some(Layer::Confirm(question)) => question.typed.as_ref(),
        _ => None,
    };
    open.into_iter().chain(&state.notices.kept)
}

/// What was asked for, as it is written to a file.
pub fn kept<'a>(state: &State, asked: impl Iterator<Item = &'a Awaited>, snapshot: &Snapshot) -> Vec<Kept> {
    let unsaved = |awaited: &Awaited| Unsaved {
        what: awaited.message.wished(state.lang),
        by: snapshot.by.to_string(),
        after: snapshot.last_line(&awaited.changes),
        changes: awaited.changes.clone(),
    };
    asked.filter(|awaited| !awaited.changes.is_empty()).map(unsaved).map(Kept::Unsaved).collect()
}

/// Earlier screens have left something.
pub fn found(state: &mut State, found: LeftBehind) {
    if !found.kept.is_empty() {
        state.draft = Draft::Found(found);
    }
}

/// Offers a draft as soon as nothing lies over the screen, and has it removed when all of it is saved or given up.
pub fn settle(state: &mut State, snapshot: &Snapshot) -> Option<Effect<Job>> {
    match &mut state.draft {
        Draft::Found(LeftBehind { kept, .. }) if state.layer.is_none() && state.phase == Phase::Ready => {
            // What was being saved when the line dropped may have been saved.
            kept.retain(|kept| !is_saved(kept, snapshot));
            if kept.is_empty() {
                return Some(replace(state, Vec::new()));
            }
            state.layer = Some(Layer::Draft);
            None
        }
        Draft::TakenUp(rest) => {
            let rest = std::mem::take(rest);
            if is_settled(state) {
                return Some(replace(state, rest));
            }
            state.draft = Draft::TakenUp(rest);
            None
        }
        _ => None,
    }
}

fn is_saved(kept: &Kept, snapshot: &Snapshot) -> bool {
    matches!(kept, Kept::Unsaved(unsaved) if snapshot.holds(unsaved))
}

/// Whether nothing on the screen is still to be saved.
fn is_settled(state: &State) -> bool {
    let notices = &state.notices;
    let waits = !notices.unsaved.is_empty() || !notices.awaited.is_empty() || !notices.written_out.is_empty();
    !waits && typed(state).next().is_none()
}

/// The draft is done with, but for a rest.
fn replace(state: &mut State, rest: Vec<Kept>) -> Effect<Job> {
    state.draft = Draft::None;
    Effect::Beside(Job::Keep(Keeping::Replace(rest)))
}

/// A key while a draft is offered.
pub fn answer(state: &mut State, action: Option<Action>, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Submit) => take_up(state, snapshot),
        Some(Action::Cancel) => state.draft = Draft::PutOff,
        Some(Action::Help) => state.layer = Some(Layer::Help(Help::default())),
        Some(Action::ThrowAway) => state.layer = Some(Layer::GiveUp(GiveUp::ThrowDraftAway)),
        _ => state.layer = Some(Layer::Draft),
    }
    Vec::new()
}

/// The draft is thrown away for good.
pub fn throw_away(state: &mut State) -> Vec<Effect<Job>> {
    vec![replace(state, Vec::new())]
}

/// Puts what was typed and what was not saved where it was; what fits nothing any more stays in the draft.
fn take_up(state: &mut State, snapshot: &Snapshot) {
    let Draft::Found(found) = std::mem::take(&mut state.draft) else { return };
    let mut rest = Vec::new();
    for kept in found.kept {
        match kept {
            Kept::Unsaved(Unsaved { what, changes, .. }) => state.notices.unsaved.push(Awaited {
                message: Message::Said(what),
                back: Back::Undo,
                changes,
                typed: None,
            }),
            Kept::Typed(typed) => {
                match Prompt::of_draft(&typed).filter(|prompt| is_there(prompt, snapshot)) {
                    Some(prompt) => state.notices.kept.push_back(prompt),
                    None => rest.push(Kept::Typed(typed)),
                }
            }
        }
    }
    if let Some(Kept::Typed(typed)) = rest.first() {
        let text = text(typed, state);
        state.notices.refuse(words::draft_task_gone(state.lang, &text));
    }
    state.draft = Draft::TakenUp(rest);
}

/// The text of a line that was being typed.
fn text(typed: &Value, state: &State) -> String {
    let unreadable = || words::draft_unreadable(state.lang).to_owned();
    Prompt::of_draft(typed).map_or_else(unreadable, |prompt| one_line(prompt.field.text()).into_owned())
}

fn is_there(prompt: &Prompt, snapshot: &Snapshot) -> bool {
    prompt.subject.rows.iter().all(|row| row.locate(snapshot).is_some())
}
