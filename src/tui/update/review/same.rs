//! Whether a task is one that was there before: the former one is picked, or it is said to be new.

use super::{take, task};
use crate::action::Action;
use crate::import::Doubt;
use crate::import::review::{Spot, Step};
use crate::locale::review as words;
use crate::text::one_line;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;
use crate::tui::state::review::{Desk, Same};
use crate::tui::update::step::{self, Rows};

/// Shows the former tasks that the one under the cursor may be; one that is a former task already is made a new one.
pub fn ask(state: &mut State) {
    let (Some(id), Some(desk)) = (task(state), &state.review) else {
        return state.notices.refuse(words::only_tasks(state.lang));
    };
    let sheet = desk.review.sheet();
    if sheet.is_dropped(&id) {
        return state.notices.refuse(words::say_on_new(state.lang));
    }
    if sheet.is_former(&id) {
        take(state, &Step::Anew(id), words::made_new(state.lang));
        return;
    }
    let choices: Vec<_> = sheet
        .dropped()
        .into_iter()
        .map(|task| (task.id.clone(), one_line(&format!("{} {}", task.number, task.title)).into_owned()))
        .collect();
    if choices.is_empty() {
        let is_copy = sheet.is_copy();
        let why = if is_copy { words::none_dropped(state.lang) } else { words::no_copy(state.lang) };
        return state.notices.refuse(why);
    }
    let chosen = asked(desk).and_then(|was| choices.iter().position(|(id, _)| *id == was)).unwrap_or(0);
    state.layer = Some(Layer::Same(Same { task: id, choices, chosen }));
}

/// The former task that it is asked about.
fn asked(desk: &Desk) -> Option<crate::domain::TaskId> {
    desk.review.sheet().notes_on(&desk.at).find_map(|note| match &note.finding.doubt {
        Doubt::PerhapsSame { old, .. } => Some(old.clone()),
        _ => None,
    })
}

/// A key while one is picked.
pub fn key(state: &mut State, mut dialog: Same, action: Option<Action>) {
    match action {
        Some(Action::Cancel) => return,
        Some(Action::Submit) => {
            if let Some((old, _)) = dialog.choices.get(dialog.chosen).cloned() {
                let step = Step::Same(dialog.task, old.clone());
                // The cursor goes with the task, which has the former one's id.
                if let Some(desk) = &mut state.review {
                    let at = std::mem::replace(&mut desk.at, Spot::Task(old));
                    if !take(state, &step, words::made_same(state.lang))
                        && let Some(desk) = &mut state.review
                    {
                        desk.at = at;
                    }
                }
            }
            return;
        }
        action => {
            if let Some(step) = action.and_then(step::Step::of) {
                let last = dialog.choices.len().saturating_sub(1);
                dialog.chosen = step.from(dialog.chosen, Rows { last, page: 4 });
            }
        }
    }
    state.layer = Some(Layer::Same(dialog));
}
