//! What both sides changed, each in its own way, and which of it is looked at.

use crate::workspace::git::Conflict;

/// The conflicts that git keeps, and the cursor among them.
#[derive(Debug, Clone, Default)]
pub struct Conflicts {
    /// In the order of the files.
    pub open: Vec<Conflict>,
    /// Whether there were some: then a sync completes the merge when none is left.
    pub had_any: bool,
    /// The lines of the one under the cursor that are scrolled away.
    pub scroll: usize,
    at: usize,
}

impl Conflicts {
    /// The index of the one under the cursor; 0 where there is none.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The one under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Conflict> {
        self.open.get(self.at)
    }

    /// Puts the cursor on another one, or the last.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.open.len().saturating_sub(1));
        self.scroll = 0;
    }

    /// Takes over what git keeps now. The cursor stays on its place in its file; where that is settled, the next one
    /// takes its place.
    pub fn replace(&mut self, open: Vec<Conflict>) {
        let place = |conflict: &Conflict| (conflict.file.clone(), conflict.at.clone());
        let held = self.current().map(place);
        let at = open.iter().position(|conflict| Some(place(conflict)) == held);
        self.had_any |= !open.is_empty();
        self.open = open;
        match at {
            Some(at) => self.at = at,
            None => self.go_to(self.at),
        }
    }
}
