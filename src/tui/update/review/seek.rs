//! Words searched for in a review: every letter moves the cursor to the next place that has them, accents or not.

use super::moves::Way;
use super::{is_in_document, moves};
use crate::action::{Action, Chord};
use crate::import::review::{Field as DraftField, Spot};
use crate::locale::{Lang, review as words};
use crate::text::fold;
use crate::tui::field::Field;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;
use crate::tui::state::review::{Desk, Seek};

/// Asks for the words.
pub fn ask(state: &mut State) {
    let Some(desk) = &state.review else { return };
    let (from, line) = (desk.at.clone(), desk.line);
    state.layer = Some(Layer::Seek(Seek { field: Field::default(), from, line }));
}

/// A key while they are typed: Enter stays where they were found, Esc goes back to where the search began.
pub fn key(state: &mut State, mut dialog: Seek, (action, chord): (Option<Action>, Chord)) {
    match action {
        Some(Action::Submit) => return keep(state, &dialog),
        Some(Action::Cancel) => {
            keep(state, &dialog);
            return home(state, &dialog);
        }
        Some(Action::Down) => step(state, &mut dialog, Way::On),
        Some(Action::Up) => step(state, &mut dialog, Way::Back),
        Some(_) => {}
        None => {
            if dialog.field.key(chord) {
                seek(state, &dialog);
            }
        }
    }
    state.layer = Some(Layer::Seek(dialog));
}

/// Goes to the first place from where the search began that has what is typed.
pub fn seek(state: &mut State, dialog: &Seek) {
    home(state, dialog);
    find(state, dialog.field.text(), Way::On, 0);
}

fn home(state: &mut State, dialog: &Seek) {
    if is_in_document(state) {
        moves::go_to_line(state, dialog.line);
    } else {
        moves::go_to(state, dialog.from.clone());
    }
}

fn keep(state: &mut State, dialog: &Seek) {
    if let Some(desk) = state.review.as_mut().filter(|_| !dialog.field.text().trim().is_empty()) {
        dialog.field.text().clone_into(&mut desk.sought);
    }
}

/// On to the next place; with nothing typed, of what was searched for before.
fn step(state: &mut State, dialog: &mut Seek, way: Way) {
    if let Some(desk) = state.review.as_ref().filter(|_| dialog.field.text().trim().is_empty()) {
        dialog.field = Field::with(&desk.sought);
    }
    find(state, dialog.field.text(), way, 1);
}

/// Looks for words from so many places beside the cursor on, round the end.
fn find(state: &mut State, typed: &str, way: Way, beside: usize) {
    let typed = fold(typed);
    let Some(desk) = state.review.as_ref().filter(|_| !typed.trim().is_empty()) else { return };
    let texts = if is_in_document(state) { lines(desk) } else { rows(desk) };
    let at = if is_in_document(state) { desk.line.saturating_sub(1) } else { desk.row() };
    let count = texts.len();
    let mut places = (beside..count + beside).map(|by| match way {
        Way::On => (at + by) % count,
        Way::Back => (at + count * 2 - by) % count,
    });
    match places.find(|place| texts[*place].contains(typed.trim())) {
        None => state.notices.refuse(words::not_found(state.lang)),
        Some(line) if is_in_document(state) => moves::go_to_line(state, line + 1),
        Some(row) => moves::go_to_row(state, row),
    }
}

fn lines(desk: &Desk) -> Vec<String> {
    desk.proposal.original.lines.iter().map(|line| fold(line)).collect()
}

/// What each row says: number, title and wording, who and when.
fn rows(desk: &Desk) -> Vec<String> {
    const TOLD: [DraftField; 5] =
        [DraftField::Number, DraftField::Title, DraftField::Wording, DraftField::Units, DraftField::Time];
    let sheet = desk.review.sheet();
    let says = |spot: &Spot| {
        let own = if let Spot::Head(field) = spot { vec![*field] } else { TOLD.to_vec() };
        let told = own.into_iter().filter_map(|field| sheet.written(spot, field, Lang::Vi));
        told.collect::<Vec<_>>().join(" ")
    };
    desk.rows().iter().map(|row| fold(&says(&row.spot))).collect()
}
