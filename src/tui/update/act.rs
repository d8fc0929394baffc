//! What an action does while nothing lies over the screen.

use super::step::Step;
use super::{
    agenda, chase, conflicts, deed, detail, draft, filters, list, review, screens, side, unsaved, workload,
};
use crate::action::Action;
use crate::locale::screen as words;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::Job;
use crate::tui::state::deed::Message;
use crate::tui::state::layer::{Ask, GiveUp, Help, Layer, Palette, Picker, Search, TakeBack};
use crate::tui::state::notice::{Awaited, Back};
use crate::tui::state::screen::Screen;
use crate::tui::state::{Access, Pane, Phase, State};
use crate::workspace::Snapshot;

/// Carries an action out, or says why not.
pub fn act(state: &mut State, action: Action, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let effects = carry_out(state, action, snapshot);
    let moves_the_page = matches!(action, Action::PageDown | Action::PageUp);
    if state.screen == Screen::Plans && state.focus == Pane::Detail && !moves_the_page {
        detail::show_unit(state, snapshot);
    }
    effects
}

fn carry_out(state: &mut State, action: Action, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    if screens::go(state, action, snapshot) {
        return Vec::new();
    }
    if state.screen == Screen::Workload
        && let Some(effects) = workload::act(state, action, snapshot)
    {
        return effects;
    }
    if state.screen == Screen::Agenda && agenda::act(state, action, snapshot) {
        return Vec::new();
    }
    match action {
        Action::Quit => return quit(state, snapshot),
        Action::Retry => return unsaved::retry(state),
        Action::WriteOut => unsaved::ask(state, snapshot),
        Action::Undo | Action::Redo => return take_back(state, action),
        Action::NextStatus => return deed::next_status(state, snapshot),
        Action::Done => deed::ask(state, Ask::Evidence, snapshot),
        Action::Note => deed::ask(state, Ask::Note, snapshot),
        Action::Percent => deed::ask(state, Ask::Percent, snapshot),
        Action::Extend => deed::ask(state, Ask::Extension, snapshot),
        Action::Copy => return copy(state, snapshot),
        Action::Conflicts => conflicts::open(state),
        Action::Chase => return chase::chase(state, snapshot),
        Action::Import => review::ask(state),
        Action::NextYear => return review::next_year(state, snapshot),
        Action::Language => state.lang = state.lang.other(),
        Action::Help => state.layer = Some(Layer::Help(Help::default())),
        Action::Palette => state.layer = Some(Layer::Palette(Palette::default())),
        Action::Unit => state.layer = Some(Layer::Units(Picker::default())),
        Action::Search => {
            let before = state.filter.clone();
            let place = state.list.bookmark();
            state.entered.searches.begin();
            state.layer = Some(Layer::Search(Search { field: Field::default(), before, place }));
        }
        Action::Back => back(state, snapshot),
        Action::NextPane | Action::PreviousPane => change_pane(state, action, snapshot),
        Action::Open => open(state, snapshot),
        Action::Mark => list::mark(state, snapshot),
        Action::MarkAll => list::mark_all(state, snapshot),
        Action::Fold if state.focus == Pane::Detail => state.focus = Pane::List,
        Action::Fold => list::fold(state, snapshot),
        Action::Unfold => list::unfold(state, snapshot),
        action if filters::toggle(state, action, snapshot) => {}
        action => {
            if let Some(step) = Step::of(action) {
                move_by(state, step, snapshot);
            }
        }
    }
    Vec::new()
}

/// Leaves, once what was asked for is safe: a save that fails is to be seen, and what is not saved is asked about.
/// Pressed again, it leaves at once.
pub fn quit(state: &mut State, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    if !state.notices.unsaved.is_empty() {
        state.layer = Some(Layer::GiveUp(GiveUp::Leave));
        return Vec::new();
    }
    if state.notices.awaited.is_empty() {
        return vec![Effect::Quit];
    }
    if state.phase == Phase::Leaving {
        let mut effects = draft::write(state, snapshot);
        effects.push(Effect::Quit);
        return effects;
    }
    state.phase = Phase::Leaving;
    state.notices.say(words::still_saving(state.lang));
    Vec::new()
}

fn move_by(state: &mut State, step: Step, snapshot: &Snapshot) {
    match state.focus {
        Pane::List => list::step(state, step, snapshot),
        Pane::Detail => detail::step(state, step, snapshot),
        Pane::Plans | Pane::Sections | Pane::Units => side::step(state, step, snapshot),
    }
}

/// Takes the topmost thing off: a failure that was read, the detail, a side pane, the marks, the last filter.
fn back(state: &mut State, snapshot: &Snapshot) {
    if !state.notices.unsaved.is_empty() {
        state.layer = Some(Layer::GiveUp(GiveUp::Stay));
        return;
    }
    if state.notices.failure.take().is_some() {
        return;
    }
    if state.screen == Screen::Plans && state.focus != Pane::List {
        state.focus = Pane::List;
    } else if !state.marked.is_empty() {
        state.marked.clear();
    } else if state.filter.pop().is_some() {
        state.refresh(snapshot);
    } else if state.screen != Screen::Plans {
        screens::back(state, snapshot);
    }
}

/// Goes to a pane beside; past the detail where it has nothing to show.
fn change_pane(state: &mut State, action: Action, snapshot: &Snapshot) {
    state.focus = pane_after(state.focus, action);
    if state.focus == Pane::Detail && state.task(snapshot).is_none() {
        state.focus = pane_after(state.focus, action);
    }
}

/// Goes to the detail, where there is one, and from everywhere else to the list.
fn open(state: &mut State, snapshot: &Snapshot) {
    if state.focus != Pane::List {
        state.focus = Pane::List;
    } else if state.task(snapshot).is_some() {
        state.focus = Pane::Detail;
    } else {
        state.notices.refuse(words::no_task_here(state.lang));
    }
}

fn pane_after(pane: Pane, action: Action) -> Pane {
    const ORDER: [Pane; 5] = [Pane::Plans, Pane::Sections, Pane::Units, Pane::List, Pane::Detail];
    let at = ORDER.iter().position(|held| *held == pane).unwrap_or(0);
    let step = if action == Action::NextPane { 1 } else { ORDER.len() - 1 };
    ORDER[(at + step) % ORDER.len()]
}

fn take_back(state: &mut State, action: Action) -> Vec<Effect<Job>> {
    if state.access == Access::ReadOnly {
        state.notices.refuse(words::read_only(state.lang));
        return Vec::new();
    }
    let (job, message, back) = match action {
        Action::Undo => (Job::Undo(None), Message::Undone, Back::Redo),
        _ => (Job::Redo, Message::Redone, Back::Undo),
    };
    state.notices.awaited.push_back(Awaited { message, back, changes: Vec::new(), typed: None });
    vec![Effect::Work(job)]
}

/// A key while it is asked whether an act is to be taken back.
pub fn answer(state: &mut State, dialog: TakeBack, action: Option<Action>) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Submit) => {
            let (message, back) = (Message::Undone, Back::Redo);
            state.notices.awaited.push_back(Awaited { message, back, changes: Vec::new(), typed: None });
            vec![Effect::Work(Job::Undo(Some(dialog.act)))]
        }
        Some(Action::Cancel) => Vec::new(),
        _ => {
            state.layer = Some(Layer::TakeBack(dialog));
            Vec::new()
        }
    }
}

/// Puts the task under the cursor on the clipboard: its address and its title.
fn copy(state: &mut State, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let Some((plan, place)) = state.task(snapshot) else {
        state.notices.refuse(words::no_task_here(state.lang));
        return Vec::new();
    };
    let task = plan.task(place);
    state.notices.say(words::copied(state.lang));
    vec![Effect::Copy(format!("{}:{} {}", plan.plan().id, task.id, crate::text::one_line(&task.title)))]
}
