//! Which screen is seen, and the way back to those before.

use super::{Pane, State};
use crate::action::Scope;
use crate::query::Filter;

/// A screen; all of them look at what the same filter lets through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    /// The plans and their tasks.
    #[default]
    Plans,
    /// Who has how much to do when.
    Workload,
    /// What is open, by when it falls due.
    Agenda,
}

/// The screens before this one, the last one behind.
#[derive(Debug, Clone, Default)]
pub struct Trail(Vec<Stop>);

/// A screen to come back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The screen.
    pub screen: Screen,
    /// The filter that it had, where it was left for a narrower one.
    pub filter: Option<Filter>,
}

/// So many are remembered.
const LONGEST: usize = 50;

impl Trail {
    /// Remembers a screen that is left.
    pub fn leave(&mut self, stop: Stop) {
        if self.0.len() == LONGEST {
            self.0.remove(0);
        }
        self.0.push(stop);
    }

    /// The screen before, which is forgotten.
    pub fn back(&mut self) -> Option<Stop> {
        self.0.pop()
    }
}

impl State {
    /// The scope of the keys while nothing lies over the screen.
    #[must_use]
    pub fn screen_scope(&self) -> Scope {
        match (self.screen, self.focus) {
            (Screen::Workload, _) => Scope::Workload,
            (Screen::Agenda, _) => Scope::Agenda,
            (Screen::Plans, Pane::List | Pane::Detail) => Scope::List,
            (Screen::Plans, _) => Scope::Side,
        }
    }
}
