//! Keys on the list of conflicts: moved along, decided for one side, taken back.

use super::step::{Rows, Step};
use crate::action::Action;
use crate::locale::{git as words, screen};
use crate::tui::effects::Effect;
use crate::tui::job::Job;
use crate::tui::page::conflicts;
use crate::tui::state::deed::Message;
use crate::tui::state::layer::{Layer, Taking};
use crate::tui::state::notice::{Awaited, Back};
use crate::tui::state::{Access, State};
use crate::workspace::git::{Conflict, ConflictKind};
use crate::workspace::{Side, Snapshot};

/// Opens the list, where there is or was something on it.
pub fn open(state: &mut State) {
    if !state.conflicts.had_any {
        return state.notices.refuse(words::no_conflicts(state.lang));
    }
    state.conflicts.go_to(0);
    state.layer = Some(Layer::Conflicts);
}

/// A key on the list.
pub fn key(state: &mut State, action: Option<Action>, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    state.layer = Some(Layer::Conflicts);
    match action {
        Some(Action::Cancel) => state.layer = None,
        Some(Action::TakeOurs) => return take_one(state, Side::Ours),
        Some(Action::TakeTheirs) => return take_one(state, Side::Theirs),
        Some(Action::AllOurs) => ask_all(state, Side::Ours),
        Some(Action::AllTheirs) => ask_all(state, Side::Theirs),
        Some(Action::Undo) => return commit(state, Job::Unsettle, Message::Undone),
        Some(action) => {
            if let Some(step) = Step::of(action) {
                go(state, step, snapshot);
            }
        }
        None => {}
    }
    Vec::new()
}

/// Moves to another conflict, or along the lines of a long one.
fn go(state: &mut State, step: Step, snapshot: &Snapshot) {
    if matches!(step, Step::PageDown | Step::PageUp) {
        let rows = Rows { last: conflicts::last_scroll(state, snapshot), page: conflicts::page(state) };
        state.conflicts.scroll = step.from(state.conflicts.scroll, rows);
        return;
    }
    let rows = Rows { last: state.conflicts.open.len().saturating_sub(1), page: 1 };
    state.conflicts.go_to(step.from(state.conflicts.at(), rows));
}

/// Decides the one under the cursor.
fn take_one(state: &mut State, side: Side) -> Vec<Effect<Job>> {
    match state.conflicts.current().cloned() {
        Some(conflict) if conflict.kind == ConflictKind::Foreign => {
            state.notices.refuse(words::use_git(state.lang));
            Vec::new()
        }
        Some(conflict) => take(state, vec![conflict], side),
        None => {
            state.notices.refuse(words::no_conflicts(state.lang));
            Vec::new()
        }
    }
}

/// Asks before all are decided that can be decided here.
fn ask_all(state: &mut State, side: Side) {
    if state.access == Access::ReadOnly {
        return state.notices.refuse(screen::read_only(state.lang));
    }
    let open = state.conflicts.open.iter();
    let chosen: Vec<Conflict> =
        open.filter(|conflict| conflict.kind != ConflictKind::Foreign).cloned().collect();
    if chosen.is_empty() {
        return state.notices.refuse(words::no_conflicts(state.lang));
    }
    state.layer = Some(Layer::TakeAll(Taking { chosen, side }));
}

/// A key while it is asked whether all are decided so.
pub fn answer(state: &mut State, taking: Taking, action: Option<Action>) -> Vec<Effect<Job>> {
    state.layer = Some(Layer::Conflicts);
    match action {
        Some(Action::Submit) => return take(state, taking.chosen, taking.side),
        Some(Action::Cancel) => {}
        _ => state.layer = Some(Layer::TakeAll(taking)),
    }
    Vec::new()
}

fn take(state: &mut State, chosen: Vec<Conflict>, side: Side) -> Vec<Effect<Job>> {
    let message = Message::Decided(chosen.len());
    commit(state, Job::Settle(chosen, side), message)
}

/// Asks the workspace, and waits for its answer.
fn commit(state: &mut State, job: Job, message: Message) -> Vec<Effect<Job>> {
    if state.access == Access::ReadOnly {
        state.notices.refuse(screen::read_only(state.lang));
        return Vec::new();
    }
    state.notices.awaited.push_back(Awaited { message, back: Back::Undo, changes: Vec::new(), typed: None });
    vec![Effect::Work(job)]
}
