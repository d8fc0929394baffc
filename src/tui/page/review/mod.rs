//! Where the parts of a review stand in a window, and what of the document fits.

pub mod detail;

use ratatui::layout::{Rect, Size};

use crate::text::{one_line, wrap};
use crate::tui::layout::inner;
use crate::tui::state::review::Pane;

/// The panes of a review, frames included; one that gives way to the other is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// The document.
    pub document: Option<Rect>,
    /// The draft.
    pub draft: Option<Rect>,
    /// What the row under the cursor says, and what is doubtful in it.
    pub detail: Rect,
}

/// From so many columns on both panes are shown.
const BESIDE: u16 = 100;

impl Areas {
    /// Lays a window out, all but the line of the keys.
    #[must_use]
    pub fn of(size: Size, pane: Pane) -> Self {
        let whole = Rect::new(0, 0, size.width, size.height.saturating_sub(1));
        let low = (whole.height / 3).clamp(4, 12).min(whole.height);
        let upper = Rect { height: whole.height - low, ..whole };
        let detail = Rect { y: upper.height, height: low, ..whole };
        if size.width >= BESIDE {
            let left = Rect { width: upper.width / 2, ..upper };
            let right = Rect { x: left.width, width: upper.width - left.width, ..upper };
            return Self { document: Some(left), draft: Some(right), detail };
        }
        match pane {
            Pane::Document => Self { document: Some(upper), draft: None, detail },
            Pane::Draft => Self { document: None, draft: Some(upper), detail },
        }
    }

    /// The space for the draft's rows, wherever it is shown.
    #[must_use]
    pub fn rows(size: Size) -> Rect {
        inner(Self::of(size, Pane::Draft).draft.unwrap_or_default())
    }

    /// The space for the document's lines.
    #[must_use]
    pub fn lines(size: Size) -> Rect {
        inner(Self::of(size, Pane::Document).document.unwrap_or_default())
    }
}

/// The columns in front of a document's text: a sign, a mark, the number and a space.
#[must_use]
pub fn margin(lines: usize) -> u16 {
    u16::try_from(lines.max(1).ilog10()).unwrap_or(0) + 4
}

/// What blank lines say in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blanks {
    /// They part paragraphs.
    Part,
    /// Nothing: copies of web pages have one behind every line. They are not shown.
    Fill,
}

impl Blanks {
    /// What they say in these lines.
    #[must_use]
    pub fn of(lines: &[String]) -> Self {
        let blank = lines.iter().filter(|line| line.trim().is_empty()).count();
        if blank * 5 >= lines.len() * 2 { Self::Fill } else { Self::Part }
    }

    /// A line of the document on the rows that it takes.
    #[must_use]
    pub fn rows(self, line: &str, columns: usize) -> Vec<String> {
        if self.hides(line) {
            return Vec::new();
        }
        let line = one_line(line.trim_end());
        wrap(&line, columns.max(1)).into_iter().map(str::to_owned).collect()
    }

    /// Whether a line takes no row.
    #[must_use]
    pub fn hides(self, line: &str) -> bool {
        self == Self::Fill && line.trim().is_empty()
    }
}

/// The first line to be shown so that another is in sight: where it is already, nothing moves; else a third of the
/// window stands above it.
#[must_use]
pub fn top_for(lines: &[String], at: usize, top: usize, window: Rect) -> usize {
    let columns = usize::from(window.width.saturating_sub(margin(lines.len())));
    let height = usize::from(window.height);
    let blanks = Blanks::of(lines);
    let rows = |line: usize| lines.get(line).map_or(0, |line| blanks.rows(line, columns).len());
    // So far back lines are counted until they fill more than the room.
    let first_within = |room: usize| {
        let mut taken = rows(at);
        (0..at)
            .rev()
            .take_while(|line| {
                taken += rows(*line);
                taken <= room
            })
            .last()
            .unwrap_or(at)
    };
    if top <= at && first_within(height) <= top { top } else { first_within(height / 3) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn what_is_in_sight_stays_and_what_is_not_comes_to_the_upper_third() {
        let lines = lines(&"một dòng\n".repeat(100));
        let top = |at: usize, top: usize| top_for(&lines, at, top, Rect::new(0, 0, 40, 9));
        assert_eq!([top(0, 0), top(8, 0), top(9, 0), top(50, 10), top(3, 50)], [0, 0, 7, 48, 1]);
        assert_eq!(top_for(&lines, 50, 10, Rect::new(0, 0, 0, 0)), 50);
        assert_eq!(top_for(&[], 0, 7, Rect::new(0, 0, 40, 9)), 0);
    }

    #[test]
    fn blank_lines_behind_every_line_take_no_room() {
        let spaced = lines(&"một dòng\n\n".repeat(50));
        assert_eq!(Blanks::of(&spaced), Blanks::Fill);
        assert_eq!(top_for(&spaced, 16, 0, Rect::new(0, 0, 40, 9)), 0, "nine lines with words are in sight");
        assert_eq!(Blanks::of(&lines("một\nhai\n\nba\n")), Blanks::Part);
    }
}
