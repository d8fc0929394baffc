//! The plan that a draft is a new copy of, and what its document said before.

use crate::domain::document::Side;
use crate::domain::{Plan, Task};
use crate::import::again::{become_same, merged_task};

/// What a new copy of a plan is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Former {
    /// The plan as it stood.
    pub plan: Plan,
    /// What its document was last read as; `None` where nobody knows.
    pub read: Option<Plan>,
    /// What the new copy says, under the ids that were found for its tasks.
    pub copy: Plan,
}

impl Former {
    /// A task of the copy under the id of a former one, its times too.
    pub(super) fn renamed(&self, task: &Task, was: &Task) -> Task {
        let mut task = task.clone();
        let read = self.read.as_ref().and_then(|read| read.task(&was.id));
        become_same(&mut task, read.unwrap_or(was), was);
        task
    }

    /// A task of the copy as the former one: what a person corrected in that stays where the document did not change it.
    /// Where nobody knows what the document said, all of the former one stays but its wording.
    pub(super) fn joined(&self, task: &Task, was: &Task) -> Task {
        let new = self.renamed(task, was);
        let read = self.read.as_ref().and_then(|read| read.task(&was.id));
        let unread = || Task {
            number: was.number.clone(),
            title: was.title.clone(),
            text: was.text.clone(),
            lines: was.lines,
            ..new.clone()
        };
        let read = read.cloned().unwrap_or_else(unread);
        merged_task(&read, was, &new, Side::Theirs).unwrap_or(new)
    }
}

/// A task without what a person had corrected in the former one that it was taken for: as the copy says it, but for what
/// is corrected in this very review.
pub(super) fn parted(task: &Task, was: &Task, said: &Task) -> Task {
    merged_task(was, task, said, Side::Ours).unwrap_or_else(|| task.clone())
}
