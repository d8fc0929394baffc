//! Why a command did not do what it was asked, said in one sentence, and the exit status that goes with it.

use std::io;

use crate::domain::{AddressError, UndoError};
use crate::locale::{Lang, command};
use crate::workspace::WorkspaceError;

/// How a command ends for its caller, where not with success.
#[derive(Debug)]
pub enum Failure {
    /// The reader of the standard output went away, which is no error, or the output failed, which is one.
    Output(io::Error),
    /// An address names nothing.
    Address(AddressError),
    /// A name is not that of a thing of a kind.
    Unknown {
        /// The kind.
        kind: Kind,
        /// What was typed.
        typed: String,
        /// The nearest names.
        near: Vec<String>,
    },
    /// The workspace could not be opened, read or written.
    Workspace(WorkspaceError),
    /// Any other reason, already worded.
    Said(String),
    /// What was found has been printed, and the exit status says that there was something.
    Found,
}

/// Kinds of things that have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A unit of the directory.
    Unit,
    /// A period of a task.
    Period,
    /// A time in the notation.
    Time,
}

impl Failure {
    /// No unit is called so.
    pub fn unit(typed: &str, near: Vec<String>) -> Self {
        Self::unknown(Kind::Unit, typed, near)
    }

    /// The task has no such period.
    pub fn period(typed: &str, near: Vec<&str>) -> Self {
        Self::unknown(Kind::Period, typed, near.into_iter().map(str::to_owned).collect())
    }

    /// No time is written so.
    pub fn time(typed: &str, near: Vec<String>) -> Self {
        Self::unknown(Kind::Time, typed, near)
    }

    fn unknown(kind: Kind, typed: &str, near: Vec<String>) -> Self {
        Self::Unknown { kind, typed: typed.to_owned(), near }
    }

    /// The sentence for standard error; `None` where nothing is to be said.
    pub fn sentence(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            Self::Found => None,
            Self::Output(error) => Some(command::cannot_print(lang, error)),
            Self::Address(error) => Some(address(lang, error)),
            Self::Unknown { kind, typed, near } => Some(unknown(lang, *kind, typed, near)),
            Self::Workspace(error) => Some(workspace(lang, error)),
            Self::Said(reason) => Some(reason.clone()),
        }
    }

    /// The exit status.
    pub fn status(&self) -> u8 {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            _ => 1,
        }
    }
}

fn address(lang: Lang, error: &AddressError) -> String {
    match error {
        AddressError::Form(typed) => command::no_address(lang, typed),
        AddressError::NoPlan { typed, near } => with_near(lang, command::no_plan(lang, typed), near),
        AddressError::Ambiguous { typed, ids } => command::several_plans(lang, typed, &ids.join(", ")),
        AddressError::NoPlace { plan, typed, near } => {
            let near: Vec<String> = near.iter().map(|path| format!("{plan}:{path}")).collect();
            with_near(lang, command::no_place(lang, plan, typed), &near)
        }
    }
}

/// A failure of the workspace in one sentence; what a person cannot mend is told as it comes.
#[must_use]
pub fn workspace(lang: Lang, error: &WorkspaceError) -> String {
    match error {
        WorkspaceError::ReadOnly(reason) => command::read_only(lang, reason),
        WorkspaceError::PerhapsThere { ids } => command::perhaps_there(lang, &ids.join(", ")),
        WorkspaceError::NothingToDo => command::nothing_to_do(lang).to_owned(),
        WorkspaceError::Address(error) => address(lang, error),
        WorkspaceError::Undo(error) => match error {
            UndoError::NothingToUndo => command::nothing_to_undo(lang).to_owned(),
            UndoError::NothingToRedo => command::nothing_to_redo(lang).to_owned(),
            UndoError::NoAct(id) => command::no_act(lang, &id.to_string()),
            UndoError::AlreadyUndone(id) => command::already_undone(lang, &id.to_string()),
            UndoError::ChangedSince { by, .. } => command::changed_since(lang, by),
        },
        other => other.to_string(),
    }
}

fn unknown(lang: Lang, kind: Kind, typed: &str, near: &[String]) -> String {
    let sentence = match kind {
        Kind::Unit => command::no_unit(lang, typed),
        Kind::Period => command::no_period(lang, typed),
        Kind::Time => command::no_time(lang, typed),
    };
    with_near(lang, sentence, near)
}

fn with_near(lang: Lang, sentence: String, near: &[String]) -> String {
    if near.is_empty() { sentence } else { command::did_you_mean(lang, &sentence, &near.join(", ")) }
}

impl From<AddressError> for Failure {
    fn from(error: AddressError) -> Self {
        Self::Address(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Said(error.to_string())
    }
}

impl From<WorkspaceError> for Failure {
    fn from(error: WorkspaceError) -> Self {
        Self::Workspace(error)
    }
}
