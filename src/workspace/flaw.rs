//! What is wrong with a file of a workspace, and where.

use super::git::MergeEnd;
use crate::domain::document::Unsound;
use crate::domain::{DirectoryFlaw, PlanFlaw};
use crate::store::{Fault, Folder, LineFinding, PlanId, PlanIdError, StoreError, TextPosition, Unreadable};

/// What is wrong with a file or a line of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The file, relative to the workspace.
    pub file: String,
    /// The line, from 1, where the reason has a place.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// What was found and what was expected.
    pub reason: Reason,
}

/// Why a file, or a place in it, is not as it should be; put in words by [`Flaw::sentence`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The folder of the plans cannot be listed, in the system's words.
    Unlisted(String),
    /// The bytes of a file or a line.
    Fault(Fault),
    /// The things of a document cannot be told apart.
    Unsound(Unsound),
    /// What a plan and its journal say does not fit together.
    Plan(PlanFlaw),
    /// The directory makes no sense.
    Directory(DirectoryFlaw),
    /// A journal of a plan that nobody took back and that is not there.
    NoPlan,
    /// Git keeps two sides of the file that nobody has decided on.
    Unmerged,
    /// Git does not trust the repository, which is another user's; its folder.
    Distrusted(String),
    /// Git is in the middle of a merge, and what ends it.
    Merging(MergeEnd),
    /// A file that is none of a workspace's.
    Stranger,
}

impl Flaw {
    pub(super) fn new(file: &str, at: Option<TextPosition>, reason: Reason) -> Self {
        Self { file: file.to_owned(), line: at.map(|at| at.line), column: at.map(|at| at.column), reason }
    }

    pub(super) fn of(unreadable: &Unreadable) -> Self {
        Self::new(&unreadable.file, unreadable.at, Reason::Fault(unreadable.fault.clone()))
    }

    pub(super) fn of_line(file: &str, finding: &LineFinding) -> Self {
        let at = TextPosition { line: finding.line, column: finding.column };
        Self::new(file, Some(at), Reason::Fault(finding.fault.clone()))
    }

    pub(super) fn misnamed(id: &str, error: PlanIdError) -> Self {
        Self::new(&format!("plans/{id}.json"), None, Reason::Fault(error.into()))
    }

    pub(super) fn of_folder(folder: &Folder, error: &StoreError) -> Self {
        let reason = match error {
            StoreError::Unreadable(refused) => return Self::of(refused),
            StoreError::Io { source, .. } => source.to_string(),
            other => other.to_string(),
        };
        Self::new(&folder.root().display().to_string(), None, Reason::Unlisted(reason))
    }

    /// The file, and the line and column where there is one: "plans/a.json:3:7".
    #[must_use]
    pub fn place(&self) -> String {
        let numbers = [self.line, self.column].into_iter().flatten().map(|number| format!(":{number}"));
        std::iter::once(self.file.clone()).chain(numbers).collect()
    }

    /// The plan whose file it is about.
    #[must_use]
    pub fn plan(&self) -> Option<PlanId> {
        self.file.strip_prefix("plans/")?.strip_suffix(".json")?.parse().ok()
    }

    /// Whether something that was written is missing from what is shown. A torn line was never acknowledged, and a line
    /// of a newer program's kind is no damage.
    #[must_use]
    pub fn hides_something(&self) -> bool {
        !matches!(
            self.reason,
            Reason::Fault(Fault::Torn | Fault::UnknownKind) | Reason::Merging(_) | Reason::Distrusted(_)
        )
    }
}
