//! Lines about one task in so many columns.

use ratatui::text::{Line, Span};

use crate::domain::{Place, TrackedPlan};
use crate::text::{one_line, wrap};
use crate::tui::scene::Scene;

/// The columns of the labels.
pub const LABEL: usize = 11;

/// Writes the parts of a page for one task in so many columns.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    /// What it is written from.
    pub scene: Scene<'a>,
    /// The plan of the task.
    pub plan: &'a TrackedPlan,
    /// The task.
    pub place: Place,
    /// The columns.
    pub width: usize,
}

impl Writer<'_> {
    /// A label and a text beside it, wrapped; nothing where the text is empty.
    pub fn labelled(self, label: &str, text: &str) -> Vec<Line<'static>> {
        let text = one_line(text);
        if text.trim().is_empty() {
            return Vec::new();
        }
        let pieces = wrap(text.trim(), self.width.saturating_sub(LABEL).max(1));
        let label = |index| if index == 0 { label } else { "" };
        let beside = |(index, text): (usize, &str)| {
            let label = Span::styled(pad(label(index)), self.scene.theme.faint);
            Line::from(vec![label, Span::raw(text.to_owned())])
        };
        pieces.into_iter().enumerate().map(beside).collect()
    }
}

/// A label, filled up to its column.
fn pad(label: &str) -> String {
    let columns = crate::text::width(label);
    format!("{label}{}", " ".repeat(LABEL.saturating_sub(columns).max(1)))
}
