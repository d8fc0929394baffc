//! Two histories merged by git in its own store, with this program as the driver; no file is touched.

use std::collections::BTreeMap;

use super::conflict::Unmerged;
use super::error::GitError;
use super::repository::{Blob, Repository, refused};
use super::setup::driver_of_this_run;

/// What a merge came to.
#[derive(Debug, Clone, Default)]
pub(super) struct MergedTree {
    /// The tree, with what the driver made of files in conflict.
    pub tree: String,
    /// The files that only a person can decide.
    pub unmerged: BTreeMap<String, Unmerged>,
}

impl Repository {
    /// Whether one commit has all that the other has.
    pub fn has_all_of(&self, newer: &str, older: &str) -> Result<bool, GitError> {
        let ran = self.git(["merge-base", "--is-ancestor", older, newer]).run()?;
        match ran.status {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(refused("merge-base", &ran)),
        }
    }

    /// Merges two commits that come from one.
    pub fn merge_trees(&self, ours: &str, theirs: &str) -> Result<MergedTree, GitError> {
        if self.line_if_any(["merge-base", ours, theirs])?.is_none() {
            return Err(GitError::Unrelated);
        }
        let driver = format!("merge.tiendo.driver={}", driver_of_this_run());
        let arguments = ["-c", &driver, "merge-tree", "--write-tree", "-z", "--no-messages", ours, theirs];
        let ran = self.git(arguments).run()?;
        match ran.status {
            Some(0 | 1) => Ok(read(&ran.output)),
            Some(129) => Err(GitError::TooOld),
            _ => Err(refused("merge-tree", &ran)),
        }
    }
}

/// The tree, then a line a copy: `<mode> <id> <stage>`, a tab, the path.
fn read(output: &[u8]) -> MergedTree {
    let mut words = output.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    let tree = words.next().unwrap_or_default().trim().to_owned();
    let mut unmerged: BTreeMap<String, Unmerged> = BTreeMap::new();
    for word in words.take_while(|word| !word.is_empty()) {
        let Some((head, path)) = word.split_once('\t') else { continue };
        let [mode, id, stage] = head.split(' ').collect::<Vec<_>>()[..] else { continue };
        let stage = stage.parse::<usize>().ok().and_then(|stage| stage.checked_sub(1));
        let stages = &mut unmerged.entry(path.to_owned()).or_default().stages;
        if let Some(place) = stage.and_then(|stage| stages.get_mut(stage)) {
            *place = Some(Blob { mode: mode.to_owned(), id: id.to_owned() });
        }
    }
    MergedTree { tree, unmerged }
}
