//! What this office has written, committed: the workspace's own files as they stand, and nothing else.

use std::collections::BTreeSet;

use super::error::GitError;
use super::message;
use super::repository::{Repository, done};
use crate::locale::Lang;
use crate::store::{FileName, Guard, JournalName, PlanId, PrivateFolder, Unreadable};
use crate::workspace::check::was_taken_out;
use crate::workspace::{Workspace, WorkspaceError};

/// Files of git's own that go along with the plans.
pub(super) const BESIDE: [&str; 2] = [".gitattributes", ".gitignore"];

/// What is to be committed.
#[derive(Debug, Default)]
pub(super) struct Local {
    /// The paths whose content, or absence, is to be committed.
    pub files: Vec<String>,
    /// Those that cannot be read: they stay as they were last committed.
    pub left_out: Vec<Unreadable>,
}

impl Workspace {
    /// Commits what is not committed yet, under the lock, so that no line is taken before it is whole. A person's own
    /// staged changes stay staged, files that are none of a workspace's stay out.
    pub(super) fn record(
        &self,
        _guard: &Guard,
        repository: &Repository,
        lang: Lang,
    ) -> Result<Vec<Unreadable>, WorkspaceError> {
        self.check_decided(repository)?;
        let head = repository.commit("HEAD")?;
        let local = self.local(repository, head.as_deref())?;
        let tree = repository.tree_with(head.as_deref(), &local.files)?;
        let before = repository.tree_of(head.as_deref())?;
        if tree != before {
            let message = message::of(lang, &repository.changes(&before, &tree)?, repository)?;
            let parents: Vec<&str> = head.as_deref().into_iter().collect();
            let commit = repository.commit_tree(&tree, &parents, &message)?;
            repository.move_branch(&commit, head.as_deref())?;
        }
        repository.refresh_index(&local.files);
        Ok(local.left_out)
    }

    /// Refuses while git keeps both sides of a file: what stands there meanwhile is neither. A person may have come so far
    /// without a merge that git knows of, by `git stash pop` or `git merge --squash`.
    fn check_decided(&self, repository: &Repository) -> Result<(), WorkspaceError> {
        if repository.unmerged()?.is_empty() {
            return Ok(());
        }
        Err(match self.conflicts()?.len() {
            0 => GitError::Busy.into(),
            left => GitError::Undecided(left).into(),
        })
    }

    /// The files that there are, and those that were committed and are gone for a reason.
    pub(super) fn local(&self, repository: &Repository, head: Option<&str>) -> Result<Local, WorkspaceError> {
        let mut local = Local::default();
        let plans = self.folder.plan_ids()?.into_iter().map(FileName::Plan);
        let journals =
            self.folder.journal_ids()?.into_iter().map(JournalName::Plan).chain([JournalName::Units]);
        let all = plans.chain([FileName::Units, FileName::Settings]).chain(journals.map(FileName::Journal));
        for name in all {
            let read = match &name {
                FileName::Journal(_) => self.folder.bytes(&name).map(|bytes| bytes.is_some()),
                _ => self.folder.document(&name).map(|document| document.is_some()),
            };
            match read {
                Ok(true) => local.files.push(name.to_string()),
                Ok(false) => {}
                Err(unreadable) => local.left_out.push(unreadable),
            }
        }
        let is_plain =
            |file: &&str| self.path().join(file).symlink_metadata().is_ok_and(|there| there.is_file());
        local.files.extend(BESIDE.into_iter().filter(is_plain).map(str::to_owned));
        local.files.extend(self.taken_out(&repository.files_of(head)?));
        Ok(local)
    }

    /// The plans that were committed and of which the journal says that they were removed. Any other file that is gone
    /// may have been lost, and nobody else loses it for that.
    fn taken_out(&self, committed: &BTreeSet<String>) -> Vec<String> {
        let plan = |file: &String| match file.parse() {
            Ok(FileName::Plan(id)) => Some(id),
            _ => None,
        };
        let is_gone = |id: &PlanId| self.folder.stamp(&FileName::Plan(id.clone())).is_none();
        let says_why = |id: &PlanId| {
            let journal = self.folder.read_journal(&JournalName::Plan(id.clone()));
            journal.is_ok_and(|journal| was_taken_out(&journal.events))
        };
        let gone = committed.iter().filter_map(plan).filter(|id| is_gone(id) && says_why(id));
        gone.map(|id| FileName::Plan(id).to_string()).collect()
    }
}

impl Repository {
    /// The tree of a commit with the named files as they stand now. Git's own index is not touched.
    pub fn tree_with(&self, from: Option<&str>, files: &[String]) -> Result<String, WorkspaceError> {
        let private = PrivateFolder::with(&[])?;
        let index = private.path().join("index");
        let with_index = |call: crate::process::Program| call.variable("GIT_INDEX_FILE", &index);
        let read = self.git(["read-tree", from.unwrap_or("--empty")]);
        done(with_index(read), "read-tree")?;
        let input: String = files.iter().flat_map(|file| [file.as_str(), "\0"]).collect();
        let update = self.git(["update-index", "--add", "--remove", "-z", "--stdin"]).input(input);
        done(with_index(update), "update-index")?;
        let tree = done(with_index(self.git(["write-tree"])), "write-tree")?;
        Ok(String::from_utf8_lossy(&tree).trim_end().to_owned())
    }

    /// The tree of a commit; the empty one before the first.
    pub fn tree_of(&self, commit: Option<&str>) -> Result<String, GitError> {
        match commit {
            Some(commit) => {
                self.line(["rev-parse", "--verify", "--end-of-options", &format!("{commit}^{{tree}}")])
            }
            None => self.line(["mktree"]),
        }
    }

    /// Makes a commit that no branch has yet.
    pub fn commit_tree(&self, tree: &str, parents: &[&str], message: &str) -> Result<String, GitError> {
        let parents = parents.iter().flat_map(|parent| ["-p", parent]);
        let call = self.git(["commit-tree", tree]).arguments(parents).arguments(["-F", "-"]).input(message);
        Ok(String::from_utf8_lossy(&done(call, "commit-tree")?).trim_end().to_owned())
    }

    /// Moves the branch that is checked out, if it still stands where it stood.
    pub fn move_branch(&self, to: &str, from: Option<&str>) -> Result<(), GitError> {
        let arguments = ["update-ref", "-m", "tiendo sync", "HEAD", to, from.unwrap_or_default()];
        self.unstuck("update-ref", || self.git(arguments)).map(drop)
    }

    /// Lets git's index say what the branch says of these files. Where another git is at it just now, the index lags behind
    /// until the next sync, and nothing is read from it meanwhile.
    pub fn refresh_index(&self, files: &[String]) {
        let input: String = files.iter().flat_map(|file| [file.as_str(), "\0"]).collect();
        let arguments = ["reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul"];
        let _ = self.git(arguments).input(input).run();
    }

    /// The files of a commit.
    fn files_of(&self, commit: Option<&str>) -> Result<BTreeSet<String>, GitError> {
        let Some(commit) = commit else { return Ok(BTreeSet::new()) };
        let output =
            done(self.git(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]), "ls-tree")?;
        let names = output.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
    }
}
