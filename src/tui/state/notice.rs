//! What the screen has to say, and the jobs whose answer it waits for.

use std::collections::VecDeque;
use std::sync::Arc;

use super::deed::Message;
use super::layer::Prompt;
use crate::domain::Change;
use crate::workspace::WorkspaceError;

/// The messages of the screen.
#[derive(Debug, Default)]
pub struct Notices {
    /// The last message; gone with the next key.
    pub toast: Option<Toast>,
    /// What failed; stays while something is not saved, else until it is taken away or something asked for later is
    /// saved.
    pub failure: Option<Failure>,
    /// What was asked for and could not be saved, the earliest first: kept until it is, or until the user gives it up.
    pub unsaved: Vec<Awaited>,
    /// Whether that would be lost with this screen, for no draft of it can be written.
    pub fleeting: bool,
    /// Those of them that are just being written to a file.
    pub written_out: Vec<Awaited>,
    /// The texts that were typed for what may not be done, to be offered again, the earliest first.
    pub kept: VecDeque<Prompt>,
    /// The jobs that are not answered yet, the earliest first.
    pub awaited: VecDeque<Awaited>,
}

/// A message of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// What takes it back; never shortened. Empty where nothing does.
    pub back: String,
    /// In what tone.
    pub tone: Tone,
}

/// The tone of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something was not done, and why.
    Refused,
}

/// A save that failed.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Why; worded as it is shown, for the language may be switched meanwhile.
    pub error: Arc<WorkspaceError>,
    /// So many jobs were under way when it was told: that they are done does not mend it.
    pub under_way: usize,
}

/// A job on its way.
#[derive(Debug, Clone)]
pub struct Awaited {
    /// What to say when it is done.
    pub message: Message,
    /// What takes it back.
    pub back: Back,
    /// What it writes; nothing where it takes something back or brings it again.
    pub changes: Vec<Change>,
    /// The text that was typed for it.
    pub typed: Option<Prompt>,
}

/// What takes an act back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// An undo.
    Undo,
    /// The act was an undo: a redo.
    Redo,
}

impl Notices {
    /// Says that something was done.
    pub fn say(&mut self, text: impl Into<String>) {
        self.say_with_way_back(text, "");
    }

    /// Says that something was done, and what takes it back.
    pub fn say_with_way_back(&mut self, text: impl Into<String>, back: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), back: back.into(), tone: Tone::Done });
    }

    /// Says why something is not done.
    pub fn refuse(&mut self, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), back: String::new(), tone: Tone::Refused });
    }
}
