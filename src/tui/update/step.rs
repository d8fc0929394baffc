//! A move along rows.

use crate::action::Action;

/// Where an action leads among rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next row.
    Down,
    /// To the row before.
    Up,
    /// A window further.
    PageDown,
    /// A window back.
    PageUp,
    /// To the first row.
    First,
    /// To the last one.
    Last,
}

/// Rows from the first, 0, to the last, in a window of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rows {
    /// The last row.
    pub last: usize,
    /// The rows of the window.
    pub page: usize,
}

impl Step {
    /// The step that an action is.
    #[must_use]
    pub fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::Down => Self::Down,
            Action::Up => Self::Up,
            Action::PageDown => Self::PageDown,
            Action::PageUp => Self::PageUp,
            Action::First => Self::First,
            Action::Last => Self::Last,
            _ => return None,
        })
    }

    /// The row that it leads to; a page leaves one row of the window before in sight.
    #[must_use]
    pub fn from(self, at: usize, rows: Rows) -> usize {
        let page = rows.page.saturating_sub(1).max(1);
        let to = match self {
            Self::Down => at.saturating_add(1),
            Self::Up => at.saturating_sub(1),
            Self::PageDown => at.saturating_add(page),
            Self::PageUp => at.saturating_sub(page),
            Self::First => 0,
            Self::Last => rows.last,
        };
        to.min(rows.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_leaves_the_rows() {
        let rows = Rows { last: 9, page: 5 };
        let steps = [Step::Down, Step::Up, Step::PageDown, Step::PageUp, Step::First, Step::Last];
        assert_eq!(steps.map(|step| step.from(0, rows)), [1, 0, 4, 0, 0, 9]);
        assert_eq!(steps.map(|step| step.from(9, rows)), [9, 8, 9, 5, 0, 9]);
        assert_eq!(steps.map(|step| step.from(0, Rows { last: 0, page: 0 })), [0; 6]);
    }
}
