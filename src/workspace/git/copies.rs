//! The three copies of a file that a merge starts from, and what comes of them.

use serde_json::Value;

use crate::domain::document::{Conflict, Merged, merge};
use crate::store::FileName;
use crate::workspace::sound::validate;

/// What both sides started from, and what each made of it; `Null` is no file.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Copies {
    pub base: Value,
    pub ours: Value,
    pub theirs: Value,
}

impl Copies {
    /// Merges as a save merges, and checks as a save checks: what could not be read again is a conflict of the whole file.
    ///
    /// So are two plans of one id that do not come from one another: their tasks have ids of their own, and each would
    /// stand there twice. Of a whole file our side goes on.
    pub fn merged(&self, name: &FileName) -> Merged {
        let Self { base, ours, theirs } = self;
        let came_twice = matches!(name, FileName::Plan(_)) && base.is_null() && ours != theirs;
        if came_twice && !ours.is_null() && !theirs.is_null() {
            return self.undecided();
        }
        let merged = merge(base, ours, theirs);
        let is_whole = |conflict: &Conflict| conflict.at.is_empty();
        let is_sound = merged.value.is_null() || validate(name, ours, &merged.value).is_ok();
        if is_sound && !merged.conflicts.iter().any(is_whole) { merged } else { self.undecided() }
    }

    fn undecided(&self) -> Merged {
        let there = |value: &Value| Some(value.clone()).filter(|value| !value.is_null());
        let conflict = Conflict {
            at: String::new(),
            base: there(&self.base),
            ours: there(&self.ours),
            theirs: there(&self.theirs),
        };
        let value = if self.ours.is_null() { self.theirs.clone() } else { self.ours.clone() };
        Merged { value, conflicts: vec![conflict] }
    }
}

/// Which file of a workspace a path leads to, wherever in a repository the workspace lies.
pub(super) fn file_at(path: &str) -> Option<FileName> {
    let steps: Vec<&str> = path.rsplitn(3, '/').collect();
    let inner = match steps.as_slice() {
        [file, folder, ..] if matches!(*folder, "plans" | "journal") => format!("{folder}/{file}"),
        [file, ..] => (*file).to_owned(),
        [] => return None,
    };
    inner.parse().ok()
}
