//! What somebody wants to look through before it becomes a plan.

use std::path::PathBuf;

use super::{Proposal, Wishes, Workspace, WorkspaceError};
use crate::config::at_home;
use crate::store;

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
    /// The text of a document that was pasted.
    Pasted {
        /// What it is called.
        name: String,
        /// The text.
        text: String,
    },
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
    /// The paths that go on from one that is half typed, in the order of their names; a folder ends with a slash.
    #[must_use]
    pub fn paths_from(&self, typed: &str) -> Vec<String> {
        let cut = typed.rfind('/').map_or(0, |at| at + 1);
        let (folder, begun) = typed.split_at(cut);
        let place = if folder.is_empty() { PathBuf::from(".") } else { at_home(folder) };
        let is_hidden = |name: &str| name.starts_with('.') && !begun.starts_with('.');
        let names = store::names_in(&place).into_iter();
        let fitting = names.filter(|name| name.starts_with(begun) && !is_hidden(name));
        fitting.map(|name| format!("{folder}{name}")).collect()
    }

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
            Material::Pasted { name, text } => {
                self.propose(&self.read_document_from(text.as_bytes(), name)?, &wanted.wishes)
            }
            Material::Plan(id) => self.roll_over(id, &wanted.wishes),
        }
    }
}
