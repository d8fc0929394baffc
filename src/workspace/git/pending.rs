//! What a sync has begun and not ended, kept in names of git's own, so that the next one ends it.

use std::collections::BTreeMap;

use super::conflict::{Unmerged, gone};
use super::error::GitError;
use super::landing::Landing;
use super::line::Line;
use super::repository::Repository;
use crate::locale::{Lang, git as words};
use crate::store::{Guard, remove_handed, write_handed};
use crate::workspace::{Workspace, WorkspaceError};

/// A commit whose files are being written, and that the branch is then moved to.
const LANDING: &str = "refs/tiendo/landing";
/// A merge whose conflicts wait for a person: a commit of what the driver made of it, with both sides for parents.
const WAITING: &str = "refs/tiendo/waiting";

/// By this mark every git knows of a merge that is not ended.
const MERGING: &str = "MERGE_HEAD";

impl Workspace {
    /// Ends what an earlier sync began: what it was writing when it was killed, or a merge that is decided by now.
    ///
    /// # Errors
    /// [`GitError::Busy`] in the middle of a merge that a person began, [`GitError::Undecided`] while conflicts wait.
    pub(super) fn end_what_was_begun(
        &self,
        guard: &Guard,
        repository: &Repository,
        (line, lang): (&Line, Lang),
    ) -> Result<(), WorkspaceError> {
        self.end_landing(guard, repository)?;
        let merging = repository.commit(MERGING)?;
        let Some(waiting) = repository.commit(WAITING)? else {
            return if merging.is_some() { Err(GitError::Busy.into()) } else { Ok(()) };
        };
        let [ours, theirs] = repository.parents(&waiting)?;
        let head = repository.commit("HEAD")?;
        if head.as_deref() != Some(&ours) {
            return repository.ended(head.as_deref(), (&theirs, merging.as_deref()));
        }
        match merging {
            None => self.land_again(guard, repository, (&waiting, &ours, &theirs)),
            Some(merging) if merging == theirs => self.conclude(repository, (line, lang), (&ours, &theirs)),
            Some(_) => Err(GitError::Busy.into()),
        }
    }

    fn end_landing(&self, guard: &Guard, repository: &Repository) -> Result<(), WorkspaceError> {
        let Some(commit) = repository.commit(LANDING)? else { return Ok(()) };
        let head = repository.commit("HEAD")?;
        let begins_here = match &head {
            Some(head) => repository.has_all_of(&commit, head)?,
            None => true,
        };
        if !begins_here {
            // A person went elsewhere with git.
            return Ok(repository.forget(LANDING)?);
        }
        let (old, new) = (repository.tree_of(head.as_deref())?, repository.tree_of(Some(&commit))?);
        let landing = self.prepare_landing(repository, repository.changes(&old, &new)?)?;
        repository.land(guard, &commit, &landing)
    }

    fn land_again(
        &self,
        guard: &Guard,
        repository: &Repository,
        (waiting, ours, theirs): (&str, &str, &str),
    ) -> Result<(), WorkspaceError> {
        let merged = repository.merge_trees(ours, theirs)?;
        let (old, new) = (repository.tree_of(Some(ours))?, repository.tree_of(Some(waiting))?);
        let landing = self.prepare_landing(repository, repository.changes(&old, &new)?)?;
        repository.land_undecided(guard, waiting, (&landing, &merged.unmerged))?;
        Err(GitError::Undecided(self.conflicts()?.len()).into())
    }

    /// Ends a merge of which everything is decided.
    fn conclude(
        &self,
        repository: &Repository,
        (line, lang): (&Line, Lang),
        (ours, theirs): (&str, &str),
    ) -> Result<(), WorkspaceError> {
        let left = self.conflicts()?.len();
        if left > 0 {
            return Err(GitError::Undecided(left).into());
        }
        let decided = repository.line(["write-tree"])?;
        let local = self.local(repository, Some(ours))?;
        let tree = repository.tree_with(Some(&decided), &local.files)?;
        let message = words::merged_with(lang, &line.remote);
        let commit = repository.commit_tree(&tree, &[ours, theirs], &message)?;
        repository.move_branch(&commit, Some(ours))?;
        remove_handed(&repository.private.join(MERGING))?;
        repository.forget(WAITING)?;
        repository.refresh_index(&local.files);
        Ok(())
    }
}

impl Repository {
    /// Forgets a merge that waited: a person ended it with git, or a sync that was killed before it could say so.
    fn ended(
        &self,
        head: Option<&str>,
        (theirs, merging): (&str, Option<&str>),
    ) -> Result<(), WorkspaceError> {
        let has_theirs = match head {
            Some(head) if merging == Some(theirs) => self.has_all_of(head, theirs)?,
            _ => false,
        };
        if has_theirs {
            remove_handed(&self.private.join(MERGING))?;
        }
        self.forget(WAITING)?;
        if merging.is_some() && !has_theirs { Err(GitError::Busy.into()) } else { Ok(()) }
    }

    /// Writes what came in without a conflict, and moves the branch to it.
    pub fn land(&self, guard: &Guard, commit: &str, landing: &Landing) -> Result<(), WorkspaceError> {
        let head = self.commit("HEAD")?;
        self.name(LANDING, commit)?;
        landing.write(guard, self, commit)?;
        self.move_branch(commit, head.as_deref())?;
        self.forget(LANDING)?;
        let files: Vec<String> = landing.changes.iter().map(|change| change.path.clone()).collect();
        self.refresh_index(&files);
        Ok(())
    }

    /// Writes what came in but for the conflicts, of which git keeps both sides until they are decided.
    pub fn land_undecided(
        &self,
        guard: &Guard,
        commit: &str,
        (landing, unmerged): (&Landing, &BTreeMap<String, Unmerged>),
    ) -> Result<(), WorkspaceError> {
        self.name(WAITING, commit)?;
        landing.write(guard, self, commit)?;
        self.keep_sides(landing, unmerged)?;
        let theirs = self.line(["rev-parse", "--verify", &format!("{commit}^2")])?;
        Ok(write_handed(&self.private.join(MERGING), format!("{theirs}\n").as_bytes())?)
    }

    /// Gives a commit a name of git's own.
    fn name(&self, name: &str, commit: &str) -> Result<(), GitError> {
        self.unstuck("update-ref", || self.git(["update-ref", name, commit])).map(drop)
    }

    /// Takes a name away.
    fn forget(&self, name: &str) -> Result<(), GitError> {
        self.unstuck("update-ref", || self.git(["update-ref", "-d", name])).map(drop)
    }

    fn parents(&self, commit: &str) -> Result<[String; 2], GitError> {
        let parent = |n: u8| self.line(["rev-parse", "--verify", &format!("{commit}^{n}")]);
        Ok([parent(1)?, parent(2)?])
    }

    /// Tells git's index what came in, and of files in conflict both sides and what they come from.
    fn keep_sides(&self, landing: &Landing, unmerged: &BTreeMap<String, Unmerged>) -> Result<(), GitError> {
        let mut entries = Vec::new();
        for change in landing.changes.iter().filter(|change| !unmerged.contains_key(&change.path)) {
            let blob = change.new.as_ref();
            let blob =
                blob.map_or_else(|| gone(change.old.as_ref()), |blob| format!("{} {}", blob.mode, blob.id));
            entries.push(format!("{blob}\t{}\0", change.path));
        }
        entries.extend(unmerged.iter().map(|(path, unmerged)| unmerged.entries(path)));
        self.enter(entries.concat().as_bytes())
    }
}
