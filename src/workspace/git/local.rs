//! What this office has written, committed: the workspace's own files as they stand, and nothing else.

use std::collections::BTreeMap;

use super::conflict::gone;
use super::error::GitError;
use super::line::Line;
use super::message;
use super::repository::{Blob, PLAIN, Repository, done};
use crate::locale::Lang;
use crate::store::{FileName, Guard, JournalName, PlanId, PrivateFolder, Unreadable};
use crate::workspace::check::was_taken_out;
use crate::workspace::{Workspace, WorkspaceError};

/// Files of git's own that go along with the plans.
pub(super) const BESIDE: [&str; 2] = [".gitattributes", ".gitignore"];

/// What is to be committed.
#[derive(Debug, Default)]
pub(super) struct Local {
    /// The paths, and what is to be committed of each: what it holds, to the byte, or that it is gone.
    pub files: Vec<(String, Option<Vec<u8>>)>,
    /// Those that cannot be read: they stay as they were last committed.
    pub left_out: Vec<Unreadable>,
}

impl Local {
    /// The paths alone.
    pub fn paths(&self) -> Vec<String> {
        self.files.iter().map(|(file, _)| file.clone()).collect()
    }
}

impl Workspace {
    /// Commits what is not committed yet, under the lock, so that no line is taken before it is whole. A person's own
    /// staged changes stay staged, files that are none of a workspace's stay out.
    pub(super) fn record(
        &self,
        _guard: &Guard,
        repository: &Repository,
        (line, lang): (&Line, Lang),
    ) -> Result<Vec<Unreadable>, WorkspaceError> {
        self.check_decided(repository)?;
        let head = repository.commit(&line.branch)?;
        let local = self.local(repository, head.as_deref())?;
        let tree = repository.tree_with(head.as_deref(), &local.files)?;
        let before = repository.tree_of(head.as_deref())?;
        if tree != before {
            let message = message::of(lang, &repository.changes(&before, &tree)?, repository)?;
            let parents: Vec<&str> = head.as_deref().into_iter().collect();
            let commit = repository.commit_tree(&tree, &parents, &message)?;
            line.move_to(repository, &commit, head.as_deref())?;
        }
        if let Some(head) = repository.commit(&line.branch)? {
            repository.refresh_index(&head, &local.paths())?;
        }
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
                FileName::Journal(_) => self.folder.bytes(&name),
                _ => self.folder.document(&name).map(|document| document.map(|document| document.bytes)),
            };
            match read {
                Ok(Some(bytes)) => local.files.push((name.to_string(), Some(bytes))),
                Ok(None) => {}
                Err(unreadable) => local.left_out.push(unreadable),
            }
        }
        for file in BESIDE {
            let bytes = self.folder.bytes_at(file).ok().flatten();
            local.files.extend(bytes.map(|bytes| (file.to_owned(), Some(bytes))));
        }
        let committed = repository.blobs_of(head)?;
        let taken_out = self.taken_out(committed.keys().map(String::as_str));
        local.files.extend(taken_out.into_iter().map(|file| (file, None)));
        Ok(local)
    }

    /// The plans that were committed and of which the journal says that they were removed. Any other file that is gone
    /// may have been lost, and nobody else loses it for that.
    fn taken_out<'f>(&self, committed: impl Iterator<Item = &'f str>) -> Vec<String> {
        let plan = |file: &str| match file.parse() {
            Ok(FileName::Plan(id)) => Some(id),
            _ => None,
        };
        let is_gone = |id: &PlanId| self.folder.stamp(&FileName::Plan(id.clone())).is_none();
        let says_why = |id: &PlanId| {
            let journal = self.folder.read_journal(&JournalName::Plan(id.clone()));
            journal.is_ok_and(|journal| was_taken_out(&journal.events))
        };
        let gone = committed.filter_map(plan).filter(|id| is_gone(id) && says_why(id));
        gone.map(|id| FileName::Plan(id).to_string()).collect()
    }
}

impl Repository {
    /// The tree of a commit, or another tree, with these files, to the byte: no filter that a repository's attributes name
    /// comes between. Git's own index is not touched.
    pub fn tree_with(
        &self,
        from: Option<&str>,
        files: &[(String, Option<Vec<u8>>)],
    ) -> Result<String, WorkspaceError> {
        let entries = self.entries(from, files)?;
        if entries.is_empty() {
            return Ok(self.tree_of(from)?);
        }
        let private = PrivateFolder::with(&[])?;
        let index = private.path().join("index");
        let with_index = |call: crate::process::Program| call.variable("GIT_INDEX_FILE", &index);
        let read = self.git(["read-tree", from.unwrap_or("--empty")]);
        done(with_index(read), "read-tree")?;
        let update = self.git(["update-index", "-z", "--index-info"]).input(entries);
        done(with_index(update), "update-index")?;
        let tree = done(with_index(self.git(["write-tree"])), "write-tree")?;
        Ok(String::from_utf8_lossy(&tree).trim_end().to_owned())
    }

    /// What an index has to be told of the files that differ from a tree's.
    fn entries(&self, from: Option<&str>, files: &[(String, Option<Vec<u8>>)]) -> Result<String, GitError> {
        let committed = self.blobs_of(from)?;
        let of_both = || files.iter().filter_map(|(file, _)| committed.get(file));
        let ids: Vec<&str> = of_both().map(|blob| blob.id.as_str()).collect();
        let mut contents = self.contents(&ids)?.into_iter();
        let mut entries = Vec::new();
        for (file, bytes) in files {
            let old = committed.get(file);
            let before = old.and_then(|_| contents.next());
            let entry = match bytes {
                _ if before == *bytes => continue,
                Some(bytes) => {
                    let mode = old.filter(|old| old.is_plain()).map_or(PLAIN, |old| old.mode.as_str());
                    format!("{mode} {}", self.keep(bytes.clone())?)
                }
                None => gone(old),
            };
            entries.push(format!("{entry}\t{file}\0"));
        }
        Ok(entries.concat())
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

    /// Lets git's index say what a commit says of these files.
    ///
    /// # Errors
    /// [`GitError::Locked`] where another git is at it and stays there.
    pub fn refresh_index(&self, commit: &str, files: &[String]) -> Result<(), GitError> {
        if files.is_empty() {
            // Git would take none for all, and a person's own among them.
            return Ok(());
        }
        let input: String = files.iter().flat_map(|file| [file.as_str(), "\0"]).collect();
        let call = || {
            self.git(["reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul", commit])
                .input(input.as_str())
        };
        self.unstuck("reset", call).map(drop)
    }

    /// The files of a commit or a tree.
    fn blobs_of(&self, tree: Option<&str>) -> Result<BTreeMap<String, Blob>, GitError> {
        let Some(tree) = tree else { return Ok(BTreeMap::new()) };
        let output = done(self.git(["ls-tree", "-r", "-z", "--full-tree", tree]), "ls-tree")?;
        let entries = output.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        // `100644 blob <id>`, a tab, the path.
        let blob = |entry: std::borrow::Cow<'_, str>| {
            let (head, path) = entry.split_once('\t')?;
            let [mode, "blob", id] = head.split(' ').collect::<Vec<_>>()[..] else { return None };
            Some((path.to_owned(), Blob { mode: mode.to_owned(), id: id.to_owned() }))
        };
        Ok(entries.filter_map(blob).collect())
    }
}
