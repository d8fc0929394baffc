//! What came in, written: by the protocol of every save, so that each file is old or new whoever is killed.
//!
//! First everything is looked at and made ready in memory. Then a name of git's own is given to what is to be landed, the
//! files are written, git is told, and the name is taken away. A sync that finds the name finishes the landing: what
//! was written meanwhile is merged in.

use std::path::Path;

use serde_json::Value;

use super::change::FileChange;
use super::copies::Copies;
use super::error::GitError;
use super::local::BESIDE;
use super::repository::{Blob, Repository, done};
use super::union::{has_lines_of, union};
use crate::domain::document::{Side, merge_taking};
use crate::store::{Document, FileName, Guard, Hash, LOCK_FILE, MAX_BYTES, to_bytes};
use crate::workspace::{Workspace, WorkspaceError};

/// What is to be written, and what git is told then.
#[derive(Debug, Default)]
pub(super) struct Landing {
    /// Files of the workspace: what they hold, and what they shall hold.
    writes: Vec<Write>,
    /// Any other file, to be written by git.
    others: Vec<String>,
    /// All of them.
    pub changes: Vec<FileChange>,
    /// Those of the workspace's own that were written here so that only a person can tell what shall stand there, with
    /// what stands there now.
    pub in_the_way: Vec<(FileChange, Option<Vec<u8>>)>,
}

#[derive(Debug)]
struct Write {
    name: FileName,
    before: Option<Hash>,
    after: Option<Vec<u8>>,
}

/// What becomes of a file of the workspace.
enum Prepared {
    /// It holds already what it shall hold.
    Nothing,
    Write(Write),
    /// Only a person can tell; what stands there.
    InTheWay(Option<Vec<u8>>),
}

impl Workspace {
    /// Looks at all that comes in and makes it ready.
    ///
    /// # Errors
    /// When something in it is no plain file or cannot be read, or a person's own change stands in the way; nothing is
    /// written then.
    pub(super) fn prepare_landing(
        &self,
        repository: &Repository,
        changes: Vec<FileChange>,
    ) -> Result<Landing, WorkspaceError> {
        let landing = self.prepare_landing_around(repository, changes)?;
        match landing.in_the_way.first() {
            Some((change, _)) => Err(GitError::InTheWay(change.path.clone()).into()),
            None => Ok(landing),
        }
    }

    /// The same, but passes over what stands in the way among the workspace's own files, and names it.
    pub(super) fn prepare_landing_around(
        &self,
        repository: &Repository,
        changes: Vec<FileChange>,
    ) -> Result<Landing, WorkspaceError> {
        let mut landing = Landing::default();
        changes.iter().try_for_each(check_plain)?;
        repository.check_sizes(&changes)?;
        for (change, sides) in changes.iter().zip(Sides::of(repository, &changes)?) {
            match change.name() {
                Some(name) => match self.prepare_write(name, &sides)? {
                    Prepared::Nothing => {}
                    Prepared::Write(write) => landing.writes.push(write),
                    Prepared::InTheWay(current) => landing.in_the_way.push((change.clone(), current)),
                },
                // It is held just now.
                None if change.path == LOCK_FILE => {}
                None if self.is_free(change, &sides)? => landing.others.push(change.path.clone()),
                None => {}
            }
        }
        Ok(Landing { changes, ..landing })
    }

    /// What a file of the workspace shall hold.
    fn prepare_write(&self, name: FileName, sides: &Sides) -> Result<Prepared, WorkspaceError> {
        let current = self.folder.bytes(&name).map_err(|_| GitError::InTheWay(name.to_string()))?;
        if current == sides.new {
            return Ok(Prepared::Nothing);
        }
        let is_journal = matches!(name, FileName::Journal(_));
        if let Some(new) = sides.new.as_ref().filter(|_| !is_journal) {
            Document::of(&name.to_string(), new.clone()).map_err(GitError::TheirsUnreadable)?;
        }
        let after = match (&current, &sides.new) {
            (_, None) if is_journal => return Ok(Prepared::Nothing),
            (Some(current), Some(new)) if is_journal && !has_lines_of(new, current) => {
                Some(union([current.as_slice(), new]))
            }
            (_, Some(_)) if is_journal => sides.new.clone(),
            _ if current == sides.old => sides.new.clone(),
            _ => match sides.merged(&name, current.as_deref()) {
                Some(merged) => Some(merged),
                None => return Ok(Prepared::InTheWay(current)),
            },
        };
        Ok(Prepared::Write(Write { before: current.as_deref().map(Hash::of), name, after }))
    }

    /// Whether a file that is none of the workspace's is as git knows it, so that git may write it. What git is told of the
    /// files may differ here and is kept.
    fn is_free(&self, change: &FileChange, sides: &Sides) -> Result<bool, WorkspaceError> {
        let in_the_way = || GitError::InTheWay(change.path.clone());
        let current = self.folder.bytes_at(&change.path).map_err(|_| in_the_way())?;
        match () {
            () if current == sides.new => Ok(false),
            () if current == sides.old => Ok(true),
            () if BESIDE.contains(&change.path.as_str()) => Ok(false),
            () => Err(in_the_way().into()),
        }
    }
}

impl Landing {
    /// Writes the files. When this returns they are on the disk.
    pub fn write(&self, guard: &Guard, repository: &Repository, tree: &str) -> Result<(), WorkspaceError> {
        repository.write_others(&self.others, tree)?;
        for write in &self.writes {
            match (&write.after, &write.before) {
                (Some(bytes), before) => drop(guard.replace(&write.name, bytes, before.as_ref())?),
                (None, Some(before)) => guard.remove(&write.name, before)?,
                (None, None) => {}
            }
        }
        Ok(())
    }
}

/// A file as it was committed here and as it comes in.
struct Sides {
    old: Option<Vec<u8>>,
    new: Option<Vec<u8>>,
}

impl Sides {
    /// Of all changes, in one call of git.
    fn of(repository: &Repository, changes: &[FileChange]) -> Result<Vec<Self>, GitError> {
        let blobs = changes.iter().flat_map(|change| [&change.old, &change.new]);
        let ids: Vec<&str> = blobs.clone().flatten().map(|blob| blob.id.as_str()).collect();
        let mut contents = repository.contents(&ids)?.into_iter();
        let sides: Vec<Option<Vec<u8>>> =
            blobs.map(|blob| blob.as_ref().and_then(|_| contents.next())).collect();
        let (pairs, _) = sides.as_chunks::<2>();
        Ok(pairs.iter().map(|[old, new]| Self { old: old.clone(), new: new.clone() }).collect())
    }

    /// What was written here since, merged with what comes in; where both speak of one place, the person here has the
    /// last word, and the history has both.
    fn merged(&self, name: &FileName, current: Option<&[u8]>) -> Option<Vec<u8>> {
        let value = |bytes: Option<&[u8]>| match bytes {
            Some(bytes) => Document::of("", bytes.to_vec()).ok().map(|document| document.value),
            None => Some(Value::Null),
        };
        let copies = Copies {
            base: value(self.old.as_deref())?,
            ours: value(current)?,
            theirs: value(self.new.as_deref())?,
        };
        let is_whole = |at: &str| at.is_empty();
        if copies.merged(name).conflicts.iter().any(|conflict| is_whole(&conflict.at)) {
            return None;
        }
        let merged = merge_taking(&copies.base, &copies.ours, &copies.theirs, Side::Ours).ok()?;
        to_bytes(&merged).ok()
    }
}

/// Refuses what is no plain file of a plain name; git itself would have refused most of it.
fn check_plain(change: &FileChange) -> Result<(), GitError> {
    let is_plain = change.new.as_ref().is_none_or(Blob::is_plain);
    let is_named = |step: &str| !matches!(step, "" | "." | "..") && !step.eq_ignore_ascii_case(".git");
    let takes_a_folder = Path::new(&change.path).components().count() == 1
        && ["plans", "journal"].contains(&change.path.as_str());
    if is_plain && !takes_a_folder && change.path.split('/').all(is_named) {
        Ok(())
    } else {
        Err(GitError::Odd(change.path.clone()))
    }
}

impl Repository {
    /// Refuses what is too large to be read.
    fn check_sizes(&self, changes: &[FileChange]) -> Result<(), GitError> {
        let come_in: Vec<(&str, &Blob)> =
            changes.iter().filter_map(|change| Some((change.path.as_str(), change.new.as_ref()?))).collect();
        let input: String = come_in.iter().flat_map(|(_, blob)| [blob.id.as_str(), "\n"]).collect();
        let call = self.git(["cat-file", "--batch-check=%(objectsize)"]).input(input);
        let output = done(call, "cat-file")?;
        let sizes = String::from_utf8_lossy(&output).lines().map(str::parse::<u64>).collect::<Vec<_>>();
        let odd =
            come_in.iter().zip(sizes).find(|(_, size)| !size.as_ref().is_ok_and(|size| *size <= MAX_BYTES));
        odd.map_or(Ok(()), |((path, _), _)| Err(GitError::Odd((*path).to_owned())))
    }

    /// Lets git write files that are none of a workspace's.
    fn write_others(&self, others: &[String], tree: &str) -> Result<(), GitError> {
        if others.is_empty() {
            return Ok(());
        }
        let source = format!("--source={tree}");
        let input: String = others.iter().flat_map(|file| [file.as_str(), "\0"]).collect();
        let arguments = ["restore", &source, "--worktree", "--pathspec-from-file=-", "--pathspec-file-nul"];
        self.unstuck("restore", || self.git(arguments).input(input.as_str())).map(drop)
    }
}
