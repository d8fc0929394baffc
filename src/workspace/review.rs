//! Reviews of documents: begun, kept when they are left, taken up again.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::ids::random;
use super::{Drafts, Proposal, Recognised, Workspace, WorkspaceError};
use crate::domain::{Plan, TaskId};
use crate::import::Called;
use crate::import::review::{Forerunner, Former, Original, Sheet};
use crate::store::{Fault, Unreadable};

/// A review that was left before it was saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptReview {
    format: String,
    version: u32,
    /// When it was left.
    pub at: DateTime<FixedOffset>,
    reading: Plan,
    base: Option<Box<Plan>>,
    #[serde(default)]
    read_before: Option<Box<Plan>>,
    /// None in a review that was kept before these were: whatever is followed may then not be asked about.
    #[serde(default)]
    followed: HashSet<TaskId>,
    sheet: Sheet,
    /// Last year's plan as it stood; a document is read again.
    #[serde(default)]
    original: Option<Original>,
}

const FORMAT: (&str, u32) = ("tiendo/review", 1);

impl Proposal {
    /// What a person begins to look through.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        Sheet::new(self.plan.clone(), &self.findings, &self.original, random()).after(self.former())
    }

    fn former(&self) -> Option<Former> {
        let read = self.read_before.as_deref().cloned();
        Some(Former { plan: self.base.as_deref()?.clone(), read, copy: self.reading.clone() })
    }

    /// The proposal as a person left it, with the sheet that she came to.
    #[must_use]
    pub fn taken_up(mut self, kept: KeptReview) -> (Self, Sheet) {
        let recognised = match (&kept.base, self.recognised) {
            (Some(_), Recognised::Again(differences)) => Recognised::Again(differences),
            (Some(_), _) => Recognised::Again(Vec::new()),
            (None, _) => Recognised::New,
        };
        self.original.call(&Called::of(&self.reading, &kept.reading));
        let original = kept.original.unwrap_or(self.original);
        let KeptReview { reading, base, read_before, followed, sheet, .. } = kept;
        let proposal = Self { reading, recognised, base, read_before, followed, original, ..self };
        let sheet = sheet.after(proposal.former());
        (proposal, sheet)
    }

    /// The proposal as it was corrected.
    #[must_use]
    pub fn reviewed(self, sheet: &Sheet) -> Self {
        Self { plan: sheet.finished(), reading: sheet.renamed(self.reading), ..self }
    }

    /// By what a review of the very same document, or of the same year after the same plan, is found again.
    #[must_use]
    pub fn digest(&self) -> &str {
        match &self.original.forerunner {
            Forerunner::Document => self.reading.source.as_ref().map_or("", |source| &source.sha256),
            Forerunner::LastYear(last) => &last.digest,
        }
    }
}

impl Workspace {
    /// A review of the same document that this person left here; `None` where there is none that can be read.
    #[must_use]
    pub fn kept_review(&self, proposal: &Proposal) -> Option<KeptReview> {
        self.drafts()?.kept_review(proposal.digest()).ok().flatten()
    }
}

impl Drafts {
    /// Keeps a review until the document is opened again.
    ///
    /// # Errors
    /// When the folder of the person's state cannot be written to.
    pub fn keep_review(&self, proposal: Proposal, sheet: Sheet) -> Result<(), WorkspaceError> {
        let name = name(proposal.digest());
        let (format, version) = (FORMAT.0.to_owned(), FORMAT.1);
        let Proposal { reading, base, read_before, followed, original, .. } = proposal;
        let original = (original.forerunner != Forerunner::Document).then_some(original);
        let at = self.clock.now();
        let kept = KeptReview { format, version, at, reading, base, read_before, followed, sheet, original };
        let bytes = serde_json::to_vec(&kept).map_err(WorkspaceError::json)?;
        Ok(self.store.keep(&name, &bytes)?)
    }

    /// The review of a document; `None` where there is none.
    ///
    /// # Errors
    /// When it cannot be read, or is of another version.
    pub fn kept_review(&self, digest: &str) -> Result<Option<KeptReview>, WorkspaceError> {
        let name = name(digest);
        let Some(bytes) = self.store.kept(&name)? else { return Ok(None) };
        let refuse = |fault| Unreadable { file: name.clone(), at: None, fault };
        let kept: KeptReview =
            serde_json::from_slice(&bytes).map_err(|error| refuse(Fault::Json(error.to_string())))?;
        if (kept.format.as_str(), kept.version) != FORMAT {
            return Err(refuse(Fault::NotOfUnsaved).into());
        }
        Ok(Some(kept))
    }

    /// Forgets the review of a document: it is saved, or given up.
    ///
    /// # Errors
    /// When the folder of the person's state cannot be written to.
    pub fn forget_review(&self, digest: &str) -> Result<(), WorkspaceError> {
        Ok(self.store.forget(&name(digest))?)
    }
}

/// The digest is of our own making, letters and digits; what another program wrote for one names no other folder.
fn name(digest: &str) -> String {
    let letters: String = digest.chars().filter(char::is_ascii_alphanumeric).take(64).collect();
    format!("{letters}.review")
}
