//! All that a screen is drawn from.

use ratatui::style::Style;

use super::glyphs::Glyphs;
use super::state::State;
use super::theme::Theme;
use crate::domain::{Standing, Status, TrackedPlan};
use crate::locale::{Lang, screen as words};
use crate::workspace::Snapshot;

/// All that a view looks at.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The state.
    pub state: &'a State,
    /// The plans.
    pub snapshot: &'a Snapshot,
    /// The colours.
    pub theme: &'a Theme,
    /// The signs.
    pub glyphs: &'a Glyphs,
}

impl<'a> Scene<'a> {
    /// A scene for measuring, where colours and signs do not matter.
    #[must_use]
    pub fn plain(state: &'a State, snapshot: &'a Snapshot) -> Self {
        Self { state, snapshot, theme: &super::theme::PLAIN, glyphs: &super::glyphs::UTF8 }
    }

    /// The language.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.state.lang
    }

    /// What is wrong with the journal of a plan, in a word; `None` where all of it can be read.
    #[must_use]
    pub fn journal_mark(self, plan: &TrackedPlan) -> Option<&'static str> {
        self.snapshot.journal_flaw(&plan.plan().id)?;
        let words = if plan.is_unread() { words::journal_unread } else { words::journal_damaged };
        Some(words(self.lang()))
    }

    /// The sign of a task and its colour: what is late is late, whatever else it is.
    #[must_use]
    pub fn sign(self, standing: &Standing) -> (&'a str, Style) {
        if standing.timeliness.is_overdue() {
            return (self.glyphs.overdue, self.theme.overdue);
        }
        let (sign, style) = self.status_sign(&standing.status);
        let soon = standing.timeliness.is_due_soon();
        (sign, if soon { self.theme.soon } else { style })
    }

    /// The sign of a status and its colour.
    #[must_use]
    pub fn status_sign(self, status: &Status) -> (&'a str, Style) {
        let (glyphs, theme) = (self.glyphs, self.theme);
        match status {
            Status::Todo | Status::Other(_) => (glyphs.todo, theme.text),
            Status::Unknown => (glyphs.unknown, theme.soon),
            Status::Doing => (glyphs.doing, theme.doing),
            Status::Reported => (glyphs.reported, theme.doing),
            Status::Done => (glyphs.done, theme.done),
            Status::Paused => (glyphs.paused, theme.faint),
            Status::Cancelled => (glyphs.cancelled, theme.faint),
        }
    }
}
