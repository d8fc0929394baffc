//! Where the rows of the agenda stand.

use ratatui::layout::Rect;

use super::workload::place;
use crate::tui::layout;
use crate::tui::state::State;

/// The rows within the frame; the line below them says what is shown.
#[must_use]
pub fn rows(window: Rect) -> Rect {
    let inner = layout::inner(place(window));
    Rect { height: inner.height.saturating_sub(1), ..inner }
}

/// The lines of the window.
#[must_use]
pub fn height(state: &State) -> usize {
    rows(Rect::new(0, 0, state.size.width, state.size.height)).height.into()
}
