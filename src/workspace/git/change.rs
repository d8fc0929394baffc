//! What differs between two trees of git, file by file.

use super::error::GitError;
use super::repository::{Blob, Repository, done};
use crate::store::FileName;

/// A file that one tree has otherwise than another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileChange {
    /// Its path in the repository.
    pub path: String,
    /// What the one tree has.
    pub old: Option<Blob>,
    /// What the other has.
    pub new: Option<Blob>,
}

impl FileChange {
    /// The file of the workspace that it is; `None` for any other.
    pub fn name(&self) -> Option<FileName> {
        self.path.parse().ok()
    }
}

impl Repository {
    /// What the second tree has otherwise than the first.
    pub fn changes(&self, old: &str, new: &str) -> Result<Vec<FileChange>, GitError> {
        let arguments =
            ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", old, new];
        let output = done(self.git(arguments), "diff-tree")?;
        let words: Vec<&[u8]> = output.split(|byte| *byte == 0).collect();
        let (pairs, _) = words.as_chunks::<2>();
        Ok(pairs.iter().filter_map(|[head, path]| change(head, path)).collect())
    }
}

/// `:100644 100644 <old> <new> M`, and the path.
fn change(head: &[u8], path: &[u8]) -> Option<FileChange> {
    let head = std::str::from_utf8(head).ok()?;
    let [old_mode, new_mode, old, new, _] = head.strip_prefix(':')?.split(' ').collect::<Vec<_>>()[..] else {
        return None;
    };
    let blob =
        |mode: &str, id: &str| (mode != "000000").then(|| Blob { mode: mode.to_owned(), id: id.to_owned() });
    // A path that is no text is none of a workspace's, and no plain one.
    let path = String::from_utf8_lossy(path).into_owned();
    Some(FileChange { path, old: blob(old_mode, old), new: blob(new_mode, new) })
}
