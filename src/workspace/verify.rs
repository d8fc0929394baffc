//! The promises of a workspace, proven one by one on its own files: for who will not take our word for it.

use serde_json::Value;

use super::flaw::{Flaw, Reason};
use super::{Workspace, WorkspaceError};
use crate::domain::document::{apply, diff};
use crate::domain::{Act, Acts, Event};
use crate::store::{FileName, JournalName, Oddity, PlanId, to_bytes};

/// A promise, and what a look at it came to.
#[derive(Debug)]
pub struct Proof {
    /// What is promised.
    pub promise: Promise,
    /// How many files, lines or steps were looked at.
    pub figure: usize,
    /// What was found that does not keep it, or is worth a word.
    pub doubts: Vec<Doubt>,
}

/// What is promised of every workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// Each file is read strictly, and what is written again is what was read.
    Files,
    /// Each line of each journal is read, and what is written again is what was read.
    Journals,
    /// Each line has an id of its own.
    Ids,
    /// What a plan says is what its edits come to.
    Edits,
    /// Each file is a plain one, and may be written.
    Modes,
    /// The lock keeps others out.
    Lock,
    /// What is written reaches the disk.
    Disk,
    /// Git is not in the middle of a merge.
    Git,
}

impl Promise {
    /// The name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Journals => "journals",
            Self::Ids => "ids",
            Self::Edits => "edits",
            Self::Modes => "modes",
            Self::Lock => "lock",
            Self::Disk => "disk",
            Self::Git => "git",
        }
    }
}

/// Something found by a proof.
#[derive(Debug)]
pub enum Doubt {
    /// What a check finds as well.
    Flaw(Flaw),
    /// A file that would be written otherwise than it is read.
    Lossy(String),
    /// A file that has several names, is a link, or may not be written.
    Odd(String, Oddity),
    /// An id that stands on several lines of a journal.
    Twice(String, String),
    /// A plan that differs in so many places from what its edits come to: edited by hand, or a save was interrupted.
    Differs(String, usize),
    /// Lines that are not in the order of their ids, as a merge of two journals leaves them.
    Disorder(String),
    /// The lock let another in.
    NotKeptOut,
    /// Git is in the middle of a merge.
    Merging,
    /// A step was refused.
    Refused(WorkspaceError),
}

impl Doubt {
    /// Whether it is worth a word and breaks nothing.
    #[must_use]
    pub fn is_remark(&self) -> bool {
        match self {
            Self::Flaw(flaw) => !flaw.hides_something(),
            Self::Odd(_, oddity) => *oddity == Oddity::WriteProtected,
            Self::Differs(..) | Self::Disorder(_) | Self::Refused(WorkspaceError::ReadOnly(_)) => true,
            _ => false,
        }
    }
}

impl Proof {
    /// Whether it was tried; without the right to write, locks and disks are not.
    #[must_use]
    pub fn is_tried(&self) -> bool {
        !self.doubts.iter().any(|doubt| matches!(doubt, Doubt::Refused(WorkspaceError::ReadOnly(_))))
    }

    /// Whether there was anything to try it on.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figure == 0 && self.doubts.is_empty()
    }

    /// Whether the promise is kept.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.doubts.iter().all(Doubt::is_remark)
    }
}

impl Workspace {
    /// Proves every promise on the files as they are. But for a file that is written and removed, nothing changes.
    #[must_use]
    pub fn verify(&self) -> Vec<Proof> {
        // A merge has a promise of its own.
        let flaws = self.check().into_iter().filter(|flaw| !matches!(flaw.reason, Reason::Merging(_)));
        let (of_journals, of_files): (Vec<Flaw>, Vec<Flaw>) =
            flaws.partition(|flaw| flaw.file.starts_with("journal/"));
        let journals = self.journals();
        vec![
            self.files(of_files),
            lines(&journals, of_journals),
            ids(&journals),
            self.edits_come_to_the_files(&journals),
            self.modes(),
            self.tried(Promise::Lock),
            self.tried(Promise::Disk),
            self.git(),
        ]
    }

    fn files(&self, flaws: Vec<Flaw>) -> Proof {
        let plans = self.folder.plan_ids().unwrap_or_default();
        let names = plans.into_iter().map(FileName::Plan).chain([FileName::Settings, FileName::Units]);
        let mut doubts: Vec<Doubt> = flaws.into_iter().map(Doubt::Flaw).collect();
        let mut figure = 0;
        for name in names {
            // What cannot be read is among the flaws.
            let Ok(Some(document)) = self.folder.document(&name) else { continue };
            figure += 1;
            let again = to_bytes(&document.value).ok();
            let again = again.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
            if again.as_ref() != Some(&document.value) {
                doubts.push(Doubt::Lossy(name.to_string()));
            }
        }
        Proof { promise: Promise::Files, figure, doubts }
    }

    /// Every journal that can be read, with its lines.
    fn journals(&self) -> Vec<(JournalName, Vec<Event>)> {
        let names = self.folder.journal_ids().unwrap_or_default().into_iter().map(JournalName::Plan);
        let read = |name: JournalName| Some((name.clone(), self.folder.read_journal(&name).ok()?.events));
        names.chain([JournalName::Units]).filter_map(read).collect()
    }

    /// Of the plans whose journal begins with their import.
    fn edits_come_to_the_files(&self, journals: &[(JournalName, Vec<Event>)]) -> Proof {
        let (mut figure, mut doubts) = (0, Vec::new());
        for (name, events) in journals {
            let JournalName::Plan(id) = name else { continue };
            let Some(folded) = fold(events).filter(|folded| !folded.is_null()) else { continue };
            figure += 1;
            let file = FileName::Plan(PlanId::clone(id));
            let stands = self.folder.document(&file).ok().flatten().map_or(Value::Null, |read| read.value);
            let places = diff(&folded, &stands).len();
            if places > 0 {
                doubts.push(Doubt::Differs(file.to_string(), places));
            }
        }
        Proof { promise: Promise::Edits, figure, doubts }
    }

    fn modes(&self) -> Proof {
        let files = self.folder.plainness();
        let figure = files.len();
        let odd = files.into_iter().filter_map(|file| Some(Doubt::Odd(file.file, file.oddity?)));
        Proof { promise: Promise::Modes, figure, doubts: odd.collect() }
    }

    /// Takes the lock to try it, or to write something under it.
    fn tried(&self, promise: Promise) -> Proof {
        let done = self.lock().and_then(|guard| match promise {
            Promise::Lock => Ok(guard.keeps_others_out()?),
            _ => Ok(guard.try_the_disk().map(|()| true)?),
        });
        let doubts = match done {
            Ok(true) => Vec::new(),
            Ok(false) => vec![Doubt::NotKeptOut],
            Err(error) => vec![Doubt::Refused(error)],
        };
        Proof { promise, figure: usize::from(doubts.is_empty()), doubts }
    }

    fn git(&self) -> Proof {
        let state = self.folder.is_in_a_merge();
        let doubts = if state == Some(true) { vec![Doubt::Merging] } else { Vec::new() };
        Proof { promise: Promise::Git, figure: usize::from(state.is_some()), doubts }
    }
}

/// Lines that are read and written again; those of a kind that is not known are only kept.
fn lines(journals: &[(JournalName, Vec<Event>)], flaws: Vec<Flaw>) -> Proof {
    let mut doubts: Vec<Doubt> = flaws.into_iter().map(Doubt::Flaw).collect();
    let mut figure = 0;
    for (name, events) in journals {
        figure += events.len();
        let is_lossy = |event: &&Event| event.act != Act::Unknown && !reads_as_written(event);
        if events.iter().any(|event| is_lossy(&event)) {
            doubts.push(Doubt::Lossy(FileName::Journal(name.clone()).to_string()));
        }
    }
    Proof { promise: Promise::Journals, figure, doubts }
}

fn reads_as_written(event: &Event) -> bool {
    let again = serde_json::to_string(event).ok().and_then(|line| serde_json::from_str::<Event>(&line).ok());
    again.as_ref() == Some(event)
}

fn ids(journals: &[(JournalName, Vec<Event>)]) -> Proof {
    let (mut figure, mut doubts) = (0, Vec::new());
    for (name, events) in journals {
        let file = || FileName::Journal(name.clone()).to_string();
        let mut ids: Vec<_> = events.iter().map(|event| event.id).collect();
        figure += ids.len();
        if !ids.is_sorted() {
            doubts.push(Doubt::Disorder(file()));
            ids.sort_unstable();
        }
        let twice = ids.array_windows().find(|[one, next]| one == next);
        doubts.extend(twice.map(|[id, _]| Doubt::Twice(file(), id.to_string())));
    }
    Proof { promise: Promise::Ids, figure, doubts }
}

/// What the edits of a journal come to that still stand; `None` where the journal does not begin with an import.
fn fold(events: &[Event]) -> Option<Value> {
    let acts = Acts::of([("", events)]);
    let standing = acts.lines().iter().filter(|(_, event)| !acts.is_undone(event.act_id()));
    let mut folded = Value::Null;
    let mut begins_with_import = false;
    for (_, event) in standing {
        let Act::Edit(edits) = &event.act else { continue };
        let edits = edits.read().ok()?;
        begins_with_import |= edits.iter().any(|edit| edit.at.is_empty());
        for edit in &edits {
            // One that finds something else there, such as a hand's, shows as a difference in the end.
            let _ = apply(&mut folded, edit);
        }
    }
    begins_with_import.then_some(folded)
}
