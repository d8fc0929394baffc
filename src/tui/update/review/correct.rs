//! A field of the draft corrected on the last line.

use super::take;
use crate::action::{Action, Chord};
use crate::domain::When;
use crate::import::review::{self, Spot, Step};
use crate::locale::review as words;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::Job;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;
use crate::tui::state::review::{Correction, Filled};
use crate::tui::state::units;
use crate::workspace::{Wanted, Wishes};

/// Asks for a field of the row under the cursor, whose lines are shown; `None` is its title. A row of the plan itself is one field.
pub fn ask(state: &mut State, what: Option<review::Field>) {
    let Some(desk) = &state.review else { return };
    let what = match (&desk.at, what) {
        (Spot::Head(field), _) => *field,
        (_, what) => what.unwrap_or(review::Field::Title),
    };
    let Some(text) = desk.review.sheet().written(&desk.at, what, state.lang) else {
        // What is typed ahead for it is no keys.
        state.deaf = true;
        return state.notices.refuse(words::no_field(state.lang));
    };
    if !matches!(desk.at, Spot::Head(_)) {
        super::moves::to_field(state, Some(what));
    }
    let Some(desk) = &state.review else { return };
    let correction = Correction { spot: desk.at.clone(), what, field: Field::with(&text), filled: None };
    state.layer = Some(Layer::Correct(correction));
}

/// A key while it is typed.
pub fn key(
    state: &mut State,
    mut dialog: Correction,
    (action, chord): (Option<Action>, Chord),
) -> Vec<Effect<Job>> {
    match action {
        Some(Action::Cancel) => return Vec::new(),
        Some(Action::Submit) => return submit(state, dialog),
        Some(Action::Complete) => fill_in(state, &mut dialog),
        _ => {
            if dialog.field.key(chord) {
                dialog.filled = None;
            }
        }
    }
    state.layer = Some(Layer::Correct(dialog));
    Vec::new()
}

/// Puts the unit that fits best in place of what was typed of it; then, one by one, those that fit less.
fn fill_in(state: &State, dialog: &mut Correction) {
    let (before, typed) = units::parted(dialog);
    let names = units::fitting(state, dialog);
    let at = dialog.filled.as_ref().map_or(0, |filled| filled.at + 1);
    let Some(name) = names.get(at % names.len().max(1)) else { return };
    dialog.field = Field::with(&format!("{before}{name}"));
    dialog.filled = Some(Filled { before, typed, at });
}

fn submit(state: &mut State, dialog: Correction) -> Vec<Effect<Job>> {
    if let Some(wanted) = another_year(state, &dialog) {
        return super::want(state, wanted);
    }
    let text = dialog.field.text().to_owned();
    let step = Step::Correct(dialog.spot.clone(), dialog.what, text);
    let said = words::corrected(state.lang);
    if !take(state, &step, said) {
        // What was typed stays, with the reason above it; a text that was left as it stood is left.
        let is_same =
            state.notices.toast.as_ref().is_some_and(|toast| toast.text == words::unchanged(state.lang));
        state.layer = if is_same { None } else { Some(Layer::Correct(dialog)) };
        return Vec::new();
    }
    if dialog.what == review::Field::Time && is_pending(state, &dialog.spot) {
        state.notices.say(words::pending(state.lang));
    }
    Vec::new()
}

/// Another year of an untouched draft: it is made again, for its times lie in the year.
fn another_year(state: &State, dialog: &Correction) -> Option<Wanted> {
    let desk = state.review.as_ref()?;
    if dialog.what != review::Field::Year || desk.is_worth_keeping() {
        return None;
    }
    let year = dialog.field.text().trim().parse().ok()?;
    let fits = crate::domain::when::YEARS.contains(&year) && year != desk.review.sheet().plan.year;
    let wishes = Wishes { year: Some(year), ..desk.wanted.wishes.clone() };
    fits.then(|| Wanted { wishes, ..desk.wanted.clone() })
}

fn is_pending(state: &State, spot: &Spot) -> bool {
    let (Some(desk), Spot::Task(id)) = (&state.review, spot) else { return false };
    let task = desk.review.sheet().plan.task(id);
    task.is_some_and(|task| task.timeline.iter().any(|entry| entry.when == When::Pending))
}
