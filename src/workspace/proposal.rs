//! What a document, or last year's plan, would come to in the workspace; nothing is written yet.

use std::collections::HashSet;

use crate::domain::{Plan, TaskId};
use crate::import::again::Difference;
use crate::import::review::Original;
use crate::import::{Draft, Finding};

/// What a draft would come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The plan as it would stand in the workspace.
    pub plan: Plan,
    /// What the document says, under the ids of the plan that it is a new copy of.
    pub reading: Plan,
    /// What is doubtful.
    pub findings: Vec<Finding>,
    /// Whether the workspace has it already.
    pub recognised: Recognised,
    /// The plan that it is a new copy of.
    pub base: Option<Box<Base>>,
    /// The document, or last year's plan, as lines.
    pub original: Original,
    /// Whether a person looked it through.
    pub is_reviewed: bool,
}

/// A plan that there is a new copy of, as it stood when that was proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Base {
    /// The plan.
    pub plan: Plan,
    /// What its document was last read as; `None` where nobody knows.
    pub read: Option<Plan>,
    /// The tasks that people had followed by then: it was asked about each that the copy drops.
    pub followed: HashSet<TaskId>,
}

/// Whether a document is a new copy of a plan that the workspace has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// No plan is like it.
    New,
    /// It is a copy of the plan with the same id, whose tasks keep their ids and progress; so it differs.
    Again(Vec<Difference>),
    /// It may be a copy of one of these plans: a person must say, by an id.
    Perhaps(Vec<String>),
}

impl Proposal {
    /// A plan that the workspace does not have.
    #[must_use]
    pub fn new(Draft { plan, findings, original }: Draft) -> Self {
        let (reading, recognised) = (plan.clone(), Recognised::New);
        Self { plan, reading, findings, recognised, base: None, original, is_reviewed: false }
    }
}
