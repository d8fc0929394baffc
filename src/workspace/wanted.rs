//! What somebody wants to look through before it becomes a plan.

use super::{Proposal, Wishes, Workspace, WorkspaceError};
use crate::config::at_home;

/// A draft that somebody wants to review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What it is made from.
    pub from: Material,
    /// What is said of it beside.
    pub wishes: Wishes,
}

/// What a draft is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Material {
    /// A document, by its path; `~` is the home.
    Document(String),
    /// A plan that is there, by its id: the draft is that of next year.
    Plan(String),
}

impl Wanted {
    /// A draft of which nothing is said beside.
    #[must_use]
    pub fn of(from: Material) -> Self {
        Self { from, wishes: Wishes::default() }
    }
}

impl Workspace {
    /// Drafts what is wanted.
    ///
    /// # Errors
    /// When the document cannot be read or is no plan; when there is no such plan, or its next year cannot be drafted.
    pub fn draft(&self, wanted: &Wanted) -> Result<Proposal, WorkspaceError> {
        match &wanted.from {
            Material::Document(path) => {
                let path = at_home(path);
                self.propose(&self.read_document(&path)?, &wanted.wishes)
            }
            Material::Plan(id) => self.roll_over(id, &wanted.wishes),
        }
    }
}
