//! Which tasks a line of a journal speaks of.

use super::event::Act;
use super::task::TaskId;

impl Act {
    /// The tasks that it speaks of by name; an undo speaks of an act.
    #[must_use]
    pub fn tasks(&self) -> &[TaskId] {
        match self {
            Self::Update(update) => std::slice::from_ref(&update.task),
            Self::Extend(extension) => std::slice::from_ref(&extension.task),
            Self::Remind(reminder) => &reminder.tasks,
            Self::Edit(_) | Self::Undo(_) | Self::Unknown => &[],
        }
    }
}
