//! Reviews of documents: begun, kept when they are left, taken up again.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::ids::random;
use super::{Base, Drafts, Proposal, Recognised, Workspace, WorkspaceError};
use crate::domain::{Plan, TaskId};
use crate::import::review::{Forerunner, Former, Original, Review, Sheet, Step};
use crate::import::{Called, Spot};
use crate::store::{Fault, Unreadable};

/// A review as it is left, or taken up again.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftReview {
    /// What was proposed.
    pub proposal: Proposal,
    /// How far it came.
    pub review: Review,
    /// Where the cursor stood; `None` where an earlier version of the program did not say.
    pub cursor: Option<Spot>,
}

/// A review that was left before it was saved, as it lies in a file.
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
    /// What it began with, and the steps since; none in a review that was kept before these were.
    #[serde(default)]
    began: Option<Sheet>,
    #[serde(default)]
    steps: Vec<Step>,
    #[serde(default)]
    cursor: Option<Spot>,
    /// Last year's plan as it stood; a document is read again.
    #[serde(default)]
    original: Option<Original>,
}

const FORMAT: (&str, u32) = ("tiendo/review", 1);

impl KeptReview {
    /// How much was doubtful in it, looked at or not.
    #[must_use]
    pub fn doubts(&self) -> usize {
        self.sheet.notes.len()
    }

    /// A review that is left now.
    #[must_use]
    pub fn new(LeftReview { proposal, review, cursor }: LeftReview, at: DateTime<FixedOffset>) -> Self {
        let Proposal { reading, base, original, .. } = proposal;
        let (base, read_before, followed) = match base {
            None => (None, None, HashSet::new()),
            Some(base) => (Some(Box::new(base.plan)), base.read.map(Box::new), base.followed),
        };
        Self {
            format: FORMAT.0.to_owned(),
            version: FORMAT.1,
            at,
            reading,
            base,
            read_before,
            followed,
            sheet: review.sheet().clone(),
            began: Some(review.began().clone()),
            steps: review.steps().cloned().collect(),
            cursor,
            original: (original.forerunner != Forerunner::Document).then_some(original),
        }
    }
}

impl Proposal {
    /// What a person begins to look through.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        Sheet::new(self.plan.clone(), &self.findings, &self.original, random()).after(self.former())
    }

    fn former(&self) -> Option<Former> {
        let base = self.base.as_deref()?;
        Some(Former { plan: base.plan.clone(), read: base.read.clone(), copy: self.reading.clone() })
    }

    /// The review of this proposal as a person left it, upon the plan as it stands now: what others followed since, and
    /// the draft leaves out, is asked about.
    #[must_use]
    pub fn taken_up(mut self, kept: KeptReview) -> LeftReview {
        let recognised = match (&kept.base, self.recognised) {
            (Some(_), Recognised::Again(differences)) => Recognised::Again(differences),
            (Some(_), _) => Recognised::Again(Vec::new()),
            (None, _) => Recognised::New,
        };
        self.original.call(&Called::of(&self.reading, &kept.reading));
        let KeptReview { reading, base, read_before, followed, sheet, began, steps, cursor, .. } = kept;
        let original = kept.original.unwrap_or(self.original);
        let now = self.base.filter(|now| base.as_ref().is_some_and(|was| was.id == now.plan.id));
        let base =
            base.map(|plan| Box::new(Base { plan: *plan, read: read_before.map(|read| *read), followed }));
        let proposal = Self { reading, recognised, base, original, ..self };
        let former = proposal.former();
        let began = began.unwrap_or_else(|| sheet.clone()).after(former.clone());
        let review = Review::again(began, &steps, sheet.after(former));
        LeftReview { proposal, review, cursor }.upon(now)
    }
    /// The proposal as it was corrected.
    #[must_use]
    pub fn reviewed(self, sheet: &Sheet) -> Self {
        Self { plan: sheet.finished(), reading: sheet.renamed(self.reading), is_reviewed: true, ..self }
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

impl LeftReview {
    /// The same upon the plan as it stands now; as it was, where that does not go together.
    fn upon(self, now: Option<Box<Base>>) -> Self {
        let (Some(was), Some(now)) = (&self.proposal.base, now) else { return self };
        let since = now.followed.difference(&was.followed).cloned().collect();
        let Ok(review) = self.review.clone().upon(&now.plan, &since) else { return self };
        let followed = now.followed.union(&was.followed).cloned().collect();
        let base = Some(Box::new(Base { plan: now.plan, read: was.read.clone(), followed }));
        Self { proposal: Proposal { base, ..self.proposal }, review, ..self }
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
    pub fn keep_review(&self, left: LeftReview) -> Result<(), WorkspaceError> {
        let name = name(left.proposal.digest());
        let bytes =
            serde_json::to_vec(&KeptReview::new(left, self.clock.now())).map_err(WorkspaceError::json)?;
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
