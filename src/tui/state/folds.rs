//! Which headings and groups are folded.

use std::collections::{HashMap, HashSet};

use super::row::RowId;

/// The folded rows, by plan, so that a plan without any costs nothing.
#[derive(Debug, Clone, Default)]
pub struct Folds {
    plans: HashMap<String, HashSet<RowId>>,
}

impl Folds {
    /// Folds a row.
    pub fn fold(&mut self, id: RowId) {
        self.plans.entry(id.plan().to_owned()).or_default().insert(id);
    }

    /// Unfolds a row; answers whether it was folded.
    pub fn unfold(&mut self, id: &RowId) -> bool {
        let Some(held) = self.plans.get_mut(id.plan()) else { return false };
        let was = held.remove(id);
        if held.is_empty() {
            self.plans.remove(id.plan());
        }
        was
    }

    /// Whether a row is folded.
    #[must_use]
    pub fn is_folded(&self, id: &RowId) -> bool {
        self.plans.get(id.plan()).is_some_and(|held| held.contains(id))
    }

    /// Whether any row of a plan is.
    #[must_use]
    pub fn any_in(&self, plan: &str) -> bool {
        self.plans.contains_key(plan)
    }
}
