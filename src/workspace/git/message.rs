//! What a commit says: how much was written about which plan, and by whom.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::change::FileChange;
use super::error::GitError;
use super::repository::Repository;
use crate::domain::{Act, Event};
use crate::locale::{Lang, git as words};
use crate::store::{FileName, JournalName};
use crate::text::one_line;

/// Lines of one journal by their kind.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    updates: usize,
    edits: usize,
    imports: usize,
    undone: usize,
}

impl Count {
    fn add(&mut self, event: &Event) {
        match &event.act {
            Act::Edit(edits) if edits.places().iter().any(String::is_empty) => self.imports += 1,
            Act::Edit(_) => self.edits += 1,
            Act::Undo(_) => self.undone += 1,
            _ => self.updates += 1,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            updates: self.updates + other.updates,
            edits: self.edits + other.edits,
            imports: self.imports + other.imports,
            undone: self.undone + other.undone,
        }
    }

    /// "3 updates, 1 edit"; empty when there is nothing.
    fn in_words(self, lang: Lang) -> String {
        let parts = [
            (self.updates, words::updates(lang, self.updates)),
            (self.edits, words::edits(lang, self.edits)),
            (self.imports, words::imports(lang, self.imports)),
            (self.undone, words::undone(lang, self.undone)),
        ];
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect::<Vec<_>>().join(", ")
    }
}

/// The message for these changes: a line of all, then a line a journal.
pub(super) fn of(lang: Lang, changes: &[FileChange], repository: &Repository) -> Result<String, GitError> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut persons: BTreeSet<String> = BTreeSet::new();
    for change in changes {
        let Some(FileName::Journal(name)) = change.name() else { continue };
        for event in new_events(change, repository)? {
            counts.entry(journal(lang, &name)).or_default().add(&event);
            persons.insert(one_line(&event.by).into_owned());
        }
    }
    let all = counts.values().fold(Count::default(), |sum, count| sum.plus(*count)).in_words(lang);
    let all = if all.is_empty() { words::files(lang, changes.len()) } else { all };
    let by = persons.into_iter().collect::<Vec<_>>().join(", ");
    let first = if by.is_empty() { all } else { format!("{all} ({by})") };
    let lines = counts.iter().map(|(journal, count)| format!("\n{journal}: {}", count.in_words(lang)));
    let lines: String = lines.collect();
    Ok(if lines.is_empty() { format!("{first}\n") } else { format!("{first}\n{lines}\n") })
}

fn journal(lang: Lang, name: &JournalName) -> String {
    match name {
        JournalName::Plan(id) => id.to_string(),
        JournalName::Units => words::directory(lang).to_owned(),
    }
}

/// The lines that came to a journal.
fn new_events(change: &FileChange, repository: &Repository) -> Result<Vec<Event>, GitError> {
    let content = |blob: &Option<super::repository::Blob>| match blob {
        Some(blob) => Ok(repository.contents(&[&blob.id])?.pop().unwrap_or_default()),
        None => Ok::<_, GitError>(Vec::new()),
    };
    let (old, new) = (content(&change.old)?, content(&change.new)?);
    let known: HashSet<&[u8]> = old.split(|byte| *byte == b'\n').collect();
    let fresh = new.split(|byte| *byte == b'\n').filter(|line| !known.contains(line));
    Ok(fresh.filter_map(|line| serde_json::from_slice(line).ok()).collect())
}
