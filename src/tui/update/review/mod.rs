//! Keys on the review of a draft: looked through, corrected, saved or left.

mod add;
mod changes;
mod closing;
mod correct;
mod kind;
mod moves;
mod opening;
mod remedy;
mod same;
mod seek;
mod split;
mod typed_path;

use crate::action::Action;
use crate::domain::{Stays, TaskId, Walk};
use crate::import::review::{Field, Refusal, Spot, Step};
use crate::locale::{Lang, review as words};
use crate::tui::effects::Effect;
use crate::tui::job::Job;
use crate::tui::state::layer::{Help, Layer};
use crate::tui::state::review::{Desk, Pane, Stage};
use crate::tui::state::{Phase, State};

pub use add::key as add_key;
pub use changes::key as changes_key;
pub use closing::{answer_save, give_up, keep, keep_and_leave, kept, not_saved, saved};
pub use correct::key as correct_key;
pub use moves::resized;
pub use opening::{answer_take_up, ask, is_document, name, next_year, pasted, path, proposed, want};
pub use same::key as same_key;
pub use seek::{key as seek_key, seek};
pub use split::key as split_key;
pub use typed_path::completed;

/// Brings the review forward as soon as nothing lies over the screen.
pub fn settle(state: &mut State) {
    if state.layer.is_some() || state.phase != Phase::Ready {
        return;
    }
    if let Some(proposed) = state.proposed.take() {
        opening::offer(state, *proposed);
    }
    if state.layer.is_none() && state.review.is_some() {
        state.layer = Some(Layer::Review);
    }
}

/// A key on the review.
pub fn key(state: &mut State, action: Option<Action>) -> Vec<Effect<Job>> {
    let (Some(action), Some(desk)) = (action, &state.review) else { return Vec::new() };
    if desk.stage != Stage::Open {
        state.notices.say(words::saving(state.lang));
        return Vec::new();
    }
    match action {
        Action::Back => return closing::back(state),
        Action::Leave => return closing::leave(state),
        Action::Save => return closing::save(state),
        Action::Help => state.layer = Some(Layer::Help(Help::default())),
        Action::Language => state.lang = state.lang.other(),
        Action::NextPane | Action::PreviousPane => moves::change_pane(state),
        Action::NextDoubt => moves::to_doubt(state, moves::Way::On),
        Action::PreviousDoubt => moves::to_doubt(state, moves::Way::Back),
        Action::Check => check(state),
        Action::Remedy => remedy::one(state),
        Action::RemedyAll => remedy::all(state),
        Action::Changes => changes::ask(state),
        Action::Search => seek::ask(state),
        Action::NextField => moves::to_next_field(state),
        Action::Undo => take_back(state),
        Action::CorrectTitle => correct::ask(state, None),
        Action::CorrectWording => correct::ask(state, Some(Field::Wording)),
        Action::CorrectTime => correct::ask(state, Some(Field::Time)),
        Action::CorrectUnits => correct::ask(state, Some(Field::Units)),
        Action::CorrectDeliverable => correct::ask(state, Some(Field::Deliverable)),
        Action::CorrectNumber => correct::ask(state, Some(Field::Number)),
        Action::Add => add::ask(state),
        Action::Split => split::ask(state),
        Action::Same => same::ask(state),
        Action::CheckCertain => check_certain(state),
        Action::Merge => on_task(state, Step::Merge, words::merged(state.lang)),
        Action::Promote => on_task(state, Step::Promote, words::moved(state.lang)),
        Action::Demote => on_task(state, Step::Demote, words::moved(state.lang)),
        Action::Drop => {
            let (step, count) = (Step::Drop(desk.at.clone()), held(desk));
            let said = if count > 0 {
                words::dropped_with(state.lang, count)
            } else {
                words::dropped(state.lang).into()
            };
            take(state, &step, &said);
        }
        Action::Kind => kind::change(state),
        action => moves::step(state, action),
    }
    Vec::new()
}

/// Takes a step and says so, or says why not. The cursor stays where it is, or on what has come in its place.
pub(super) fn take(state: &mut State, step: &Step, said: &str) -> bool {
    let lang = state.lang;
    let Some(desk) = &mut state.review else { return false };
    let row = desk.row();
    if let Err(refusal) = desk.review.take(step) {
        state.notices.refuse(reason(lang, refusal));
        return false;
    }
    // What was joined stands in the row above.
    let row = if matches!(step, Step::Merge(_)) { row.saturating_sub(1) } else { row };
    moves::stay(state, row);
    let key = state.keys.chord(crate::action::Scope::Review.stack(), Action::Undo);
    let back = key.map_or(String::new(), |chord| crate::locale::screen::take_back(lang, &chord.label()));
    state.notices.say_with_way_back(said, back);
    true
}

/// Why a step is not taken, in words.
pub(super) fn reason(lang: Lang, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Unchanged => words::unchanged(lang),
        Refusal::Gone | Refusal::Stays(Stays::Gone) => words::gone(lang),
        Refusal::Stays(Stays::Topmost) => words::topmost(lang),
        Refusal::Stays(Stays::First) => words::first(lang),
        Refusal::Stays(Stays::Alone) => words::alone(lang),
        Refusal::NoField => words::no_field(lang),
        Refusal::NoTitle => words::no_title(lang),
        Refusal::NoDay => words::no_day(lang),
        Refusal::NoYear => words::no_year(lang),
        Refusal::NoSuchDay => words::no_such_day(lang),
        Refusal::IsHead => words::is_head(lang),
        Refusal::NoTasks => words::holds_no_tasks(lang),
        Refusal::NoPlace => words::no_place(lang),
        Refusal::IsGroup => words::is_group(lang),
        Refusal::NotRead => words::not_read(lang),
    }
}

/// The task under the cursor.
pub(super) fn task(state: &State) -> Option<TaskId> {
    match &state.review.as_ref()?.at {
        Spot::Task(id) => Some(id.clone()),
        _ => None,
    }
}

fn on_task(state: &mut State, step: fn(TaskId) -> Step, said: &str) {
    match task(state) {
        Some(id) => drop(take(state, &step(id), said)),
        None => state.notices.refuse(words::only_tasks(state.lang)),
    }
}

/// The row is right; then on to the next doubt where this was one, else to the next row.
fn check(state: &mut State) {
    let Some(desk) = &mut state.review else { return };
    let was_open = desk.open().contains(&desk.at);
    // A row that was right already is passed by.
    let _ = desk.review.take(&Step::Check(desk.at.clone()));
    if was_open {
        moves::to_doubt(state, moves::Way::On);
    } else {
        moves::step(state, Action::Down);
    }
}

/// All single tasks under what the cursor is on.
fn held(desk: &Desk) -> usize {
    let plan = &desk.review.sheet().plan;
    let tasks = match &desk.at {
        Spot::Head(_) => None,
        Spot::Section(id) => {
            plan.sections.iter().find(|section| section.id == *id).map(|section| &section.tasks)
        }
        Spot::Task(id) => plan.task(id).map(|task| &task.tasks),
    };
    tasks.map_or(0, |tasks| Walk::over(tasks).filter(|(_, task)| !task.is_group()).count())
}

/// All that is certain is right; on to what is not.
fn check_certain(state: &mut State) {
    let Some(desk) = &state.review else { return };
    let (sheet, changes) = (desk.review.sheet(), desk.changes());
    // What a new copy changed is to be seen.
    let is_new = |spot: &Spot| !sheet.checked.contains(spot) && changes.on(spot).next().is_none();
    let certain: Vec<Spot> = sheet.certain().into_iter().filter(is_new).collect();
    let count = certain.len();
    if take(state, &Step::CheckAll(certain), "") {
        state.notices.say(words::checked_certain(state.lang, count));
        moves::to_first_doubt(state);
    }
}

fn take_back(state: &mut State) {
    let Some(desk) = &mut state.review else { return };
    let row = desk.row();
    if !desk.review.take_back() {
        return state.notices.refuse(words::nothing_to_take_back(state.lang));
    }
    moves::stay(state, row);
    state.notices.say(words::taken_back(state.lang));
}

/// Whether the keys go to the document.
pub(super) fn is_in_document(state: &State) -> bool {
    state.review.as_ref().is_some_and(|desk| desk.pane == Pane::Document)
}
