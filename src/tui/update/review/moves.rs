//! Moves through a review: along the draft or the document, and the other goes along.

use super::is_in_document;
use crate::action::Action;
use crate::import::review::{Field, Spot};
use crate::locale::review as words;
use crate::tui::page::review::{Areas, Blanks, top_for};
use crate::tui::state::State;
use crate::tui::state::review::{Desk, Pane};
use crate::tui::update::step::{Rows, Step};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// On in the text.
    On,
    /// Back.
    Back,
}

/// Moves the cursor of the pane that has the keys.
pub fn step(state: &mut State, action: Action) {
    let Some(step) = Step::of(action) else { return };
    let (rows, lines) = (Areas::rows(state.size).height, Areas::lines(state.size).height);
    let in_document = is_in_document(state);
    let Some(desk) = &mut state.review else { return };
    if in_document {
        let held = &desk.proposal.original.lines;
        let (last, before) = (held.len().saturating_sub(1), desk.line.saturating_sub(1));
        let line = step.from(before, Rows { last, page: lines.into() });
        let is_shown = |line: &usize| !Blanks::of(held).hides(&held[*line]);
        let line =
            if line < before { (0..=line).rev().find(is_shown) } else { (line..held.len()).find(is_shown) };
        go_to_line(state, line.unwrap_or(before) + 1);
    } else {
        let last = desk.rows().len().saturating_sub(1);
        let row = step.from(desk.row(), Rows { last, page: rows.into() });
        go_to_row(state, row);
    }
}

/// Gives the keys to the other pane.
pub fn change_pane(state: &mut State) {
    let Some(desk) = &mut state.review else { return };
    desk.pane = match desk.pane {
        Pane::Draft => Pane::Document,
        Pane::Document => Pane::Draft,
    };
    fit(state);
}

/// Goes to the next spot that is to be looked at, round the end: something is doubtful there, or a new copy changed it.
pub fn to_doubt(state: &mut State, way: Way) {
    let Some(desk) = &state.review else { return };
    let (rows, at, open) = (desk.rows(), desk.row(), desk.open());
    let on = (at + 1..rows.len()).chain(0..=at);
    let is_open = |row: &usize| open.contains(&rows[*row].spot);
    let found = match way {
        Way::On => on.into_iter().find(is_open),
        Way::Back => on.rev().skip(1).chain([at]).find(is_open),
    };
    let nothing = if desk.review.sheet().is_copy() { words::nothing_open } else { words::nothing_doubtful };
    match found {
        Some(row) => go_to_row(state, row),
        None => state.notices.say(nothing(state.lang)),
    }
}

/// Shows the lines of a field of the task under the cursor; of all of it without one.
pub fn to_field(state: &mut State, field: Option<Field>) {
    let Some(desk) = &mut state.review else { return };
    desk.field = field;
    follow(desk);
    fit(state);
}

/// Shows those of the next field that the document tells; behind the last, of all of the task.
pub fn to_next_field(state: &mut State) {
    let Some(desk) = &state.review else { return };
    let fields = desk.fields();
    if fields.is_empty() {
        let is_task = matches!(desk.at, Spot::Task(_));
        let why = if is_task { words::no_lines(state.lang) } else { words::only_tasks(state.lang) };
        return state.notices.refuse(why);
    }
    let at = desk.field.and_then(|field| fields.iter().position(|held| *held == field));
    let next = fields.get(at.map_or(0, |at| at + 1)).copied();
    to_field(state, next);
}

/// Goes to the first such spot, if there is one.
pub fn to_first_doubt(state: &mut State) {
    let first = state.review.as_ref().and_then(|desk| desk.open().into_iter().next());
    if let Some(spot) = first {
        go_to(state, spot);
    }
}

/// Puts the cursor on a row of the draft; the document goes along.
pub fn go_to_row(state: &mut State, row: usize) {
    let Some(desk) = &state.review else { return };
    let rows = desk.rows();
    if let Some(row) = rows.get(row.min(rows.len().saturating_sub(1))) {
        go_to(state, row.spot.clone());
    }
}

/// Puts the cursor on a spot of the draft.
pub fn go_to(state: &mut State, spot: Spot) {
    let Some(desk) = &mut state.review else { return };
    if desk.at != spot {
        desk.field = None;
    }
    desk.at = spot;
    follow(desk);
    fit(state);
}

/// Leaves the cursor on its spot; where that is gone, on what stands in its row now.
pub fn stay(state: &mut State, row: usize) {
    let Some(desk) = &state.review else { return };
    if desk.rows().iter().any(|held| held.spot == desk.at) {
        let spot = desk.at.clone();
        return go_to(state, spot);
    }
    go_to_row(state, row);
}

/// Puts it on a line of the document; the draft goes along.
pub fn go_to_line(state: &mut State, line: usize) {
    let Some(desk) = &mut state.review else { return };
    desk.line = line;
    desk.field = None;
    desk.at = desk.proposal.original.spot(&desk.review.sheet().plan, u32::try_from(line).unwrap_or(u32::MAX));
    fit(state);
}

/// The document's line goes to where the spot begins.
fn follow(desk: &mut Desk) {
    let lines = desk.lines();
    if let Some((first, _)) = lines.first() {
        let is_there = |(first, last): &(u32, u32)| (*first as usize..=*last as usize).contains(&desk.line);
        if desk.pane == Pane::Draft || !lines.iter().any(is_there) {
            desk.line = *first as usize;
        }
    } else if matches!(desk.at, Spot::Head(_)) {
        desk.line = 1;
    }
}

/// The window has another size.
pub fn resized(state: &mut State) {
    fit(state);
}

/// Brings both cursors in sight. The rows move in jumps of half a window, for every line that scrolls is a screenful of
/// bytes on a slow line.
fn fit(state: &mut State) {
    let (rows, lines) = (Areas::rows(state.size), Areas::lines(state.size));
    let Some(desk) = &mut state.review else { return };
    let (row, height) = (desk.row(), usize::from(rows.height).max(1));
    let top = desk.top.row;
    desk.top.row = match row {
        _ if row < top => row.saturating_sub(height / 2),
        _ if row >= top + height => row.saturating_sub(height - 1 - height / 2),
        _ => top,
    };
    let original = &desk.proposal.original.lines;
    desk.top.line = top_for(original, desk.line.saturating_sub(1), desk.top.line, lines);
}
