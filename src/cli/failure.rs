//! Why a command did not do what it was asked, said in one sentence, and the exit status that goes with it.

use std::io;

use crate::domain::AddressError;
use crate::locale::{Lang, command};
use crate::workspace::sentence::{address, few, with_near};
use crate::workspace::{Flaw, WorkspaceError};

/// How a command ends for its caller, where not with success.
#[derive(Debug)]
pub enum Failure {
    /// The reader of the standard output went away, which is no error, or the output failed, which is one.
    Output(io::Error),
    /// An address names nothing.
    Address(AddressError),
    /// The plan that an address names cannot be read.
    Unreadable {
        /// The plan's id.
        plan: String,
        /// What is wrong with its file.
        flaw: Box<Flaw>,
    },
    /// A name is not that of a thing of a kind.
    Unknown {
        /// The kind.
        kind: Kind,
        /// What was typed.
        typed: String,
        /// The nearest names.
        near: Vec<String>,
    },
    /// A name could be that of several units.
    SeveralUnits {
        /// What was typed.
        typed: String,
        /// Their names.
        names: Vec<String>,
    },
    /// The workspace could not be opened, read or written.
    Workspace(WorkspaceError),
    /// Any other reason, already worded.
    Said(String),
    /// A copy of a file that git handed over is as it was, for this reason.
    Unmerged(WorkspaceError),
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
            Self::Unreadable { plan, flaw } => {
                let reason = format!("{}: {}", flaw.place(), flaw.sentence(lang));
                Some(command::plan_unreadable(lang, plan, &reason))
            }
            Self::Unknown { kind, typed, near } => Some(unknown(lang, *kind, typed, near)),
            Self::SeveralUnits { typed, names } => {
                Some(command::several_units(lang, typed, &few(lang, names)))
            }
            Self::Workspace(error) | Self::Unmerged(error) => Some(error.sentence(lang)),
            Self::Said(reason) => Some(reason.clone()),
        }
    }

    /// The exit status.
    pub fn status(&self) -> u8 {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Unmerged(_) => 2,
            _ => 1,
        }
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
