//! Keys on the review of a draft: looked through, corrected, saved or left.

mod add;
mod closing;
mod correct;
mod moves;
mod opening;
mod same;
mod split;

use crate::action::Action;
use crate::domain::Stays;
use crate::domain::{SectionKind, TaskId};
use crate::import::review::{Field, Refusal, Remedy, Spot, Step};
use crate::locale::{Lang, review as words, section};
use crate::tui::effects::Effect;
use crate::tui::job::Job;
use crate::tui::state::layer::{Help, Layer};
use crate::tui::state::review::{Desk, Pane, Stage};
use crate::tui::state::{Phase, State};

pub use add::key as add_key;
pub use closing::{answer_save, give_up, keep, kept, not_saved, saved};
pub use correct::key as correct_key;
pub use moves::resized;
pub use opening::{answer_take_up, ask, name, next_year, path, proposed, want};
pub use same::key as same_key;
pub use split::key as split_key;

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
        Action::Cancel => return closing::leave(state),
        Action::Save => return closing::save(state),
        Action::Help => state.layer = Some(Layer::Help(Help::default())),
        Action::Language => state.lang = state.lang.other(),
        Action::NextPane | Action::PreviousPane => moves::change_pane(state),
        Action::NextDoubt => moves::to_doubt(state, moves::Way::On),
        Action::PreviousDoubt => moves::to_doubt(state, moves::Way::Back),
        Action::Check => check(state),
        Action::Remedy => remedy(state),
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
            let step = Step::Drop(desk.at.clone());
            take(state, &step, words::dropped(state.lang));
        }
        Action::Kind => change_kind(state),
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
    let was_doubtful = desk.review.sheet().is_doubtful(&desk.at);
    // A row that was right already is passed by.
    let _ = desk.review.take(&Step::Check(desk.at.clone()));
    if was_doubtful {
        moves::to_doubt(state, moves::Way::On);
    } else {
        moves::step(state, Action::Down);
    }
}

/// Does what is proposed about the first doubt under the cursor; what a person must write is asked for.
fn remedy(state: &mut State) {
    let Some(desk) = &state.review else { return };
    let sheet = desk.review.sheet();
    let Some(note) = sheet.notes_on(&desk.at).next().filter(|_| sheet.is_doubtful(&desk.at)) else {
        return state.notices.refuse(words::nothing_proposed(state.lang));
    };
    match sheet.remedy(note) {
        Remedy::Accept(_) => check(state),
        Remedy::Write(_, field) => correct::ask(state, Some(field)),
        Remedy::Kind => change_kind(state),
        remedy => {
            let said = remedy.step().map_or("", |step| said(state.lang, &step));
            remedy.step().map(|step| take(state, &step, said));
        }
    }
}

/// What is said when a step is taken.
fn said(lang: Lang, step: &Step) -> &'static str {
    match step {
        Step::Merge(_) => words::merged(lang),
        Step::Drop(_) => words::dropped(lang),
        Step::Same(..) => words::made_same(lang),
        _ => words::corrected(lang),
    }
}

fn check_certain(state: &mut State) {
    let count = |desk: &Desk| desk.review.sheet().checked.len();
    let before = state.review.as_deref().map_or(0, count);
    if take(state, &Step::CheckCertain, "") {
        let now = state.review.as_deref().map_or(0, count);
        state.notices.say(words::checked_certain(state.lang, now - before));
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

/// Makes the section of the cursor one of the next kind.
fn change_kind(state: &mut State) {
    const KINDS: [SectionKind; 5] = [
        SectionKind::Tasks,
        SectionKind::Organization,
        SectionKind::Budget,
        SectionKind::Purpose,
        SectionKind::Other,
    ];
    let section = state.review.as_ref().and_then(|desk| section_of(desk));
    let Some((id, held)) = section else { return state.notices.refuse(words::only_sections(state.lang)) };
    let at = KINDS.iter().position(|kind| *kind == held).unwrap_or(0);
    let kind = KINDS[(at + 1) % KINDS.len()];
    if let Some(desk) = &mut state.review {
        desk.at = Spot::Section(id.clone());
    }
    let said = words::kind_is(state.lang, section::name(state.lang, kind));
    take(state, &Step::Kind(id, kind), &said);
}

/// The section that the cursor is in.
fn section_of(desk: &Desk) -> Option<(String, SectionKind)> {
    let rows = desk.rows();
    let above = rows[..=desk.row().min(rows.len().checked_sub(1)?)].iter().rev();
    let id = above.into_iter().find_map(|row| match &row.spot {
        Spot::Section(id) => Some(id.clone()),
        _ => None,
    })?;
    let section = desk.review.sheet().plan.sections.iter().find(|section| section.id == id)?;
    Some((id, section.kind))
}

/// Whether the keys go to the document.
pub(super) fn is_in_document(state: &State) -> bool {
    state.review.as_ref().is_some_and(|desk| desk.pane == Pane::Document)
}
