//! What a sync has begun and not ended, kept in names of git's own, so that the next one ends it.

use std::collections::BTreeMap;

use super::conflict::{Unmerged, gone};
use super::error::GitError;
use super::landing::Landing;
use super::line::Line;
use super::repository::{Blob, PLAIN, Repository};
use crate::locale::{Lang, git as words};
use crate::store::{Guard, remove_handed, write_handed};
use crate::workspace::{Workspace, WorkspaceError};

/// What a sync has begun, by the name that it has beside each branch. A worktree has such names for itself.
#[derive(Clone, Copy)]
enum Begun {
    /// A commit whose files are being written, and that the branch is then moved to.
    Landing,
    /// A merge whose conflicts wait for a person: a commit of what the driver made of it, with both sides for parents.
    Waiting,
}

impl Begun {
    fn name(self, line: &Line) -> String {
        self.beside(line.short())
    }

    fn beside(self, branch: &str) -> String {
        format!("refs/worktree/tiendo/{}/{branch}", self.word())
    }

    fn word(self) -> &'static str {
        match self {
            Self::Landing => "landing",
            Self::Waiting => "waiting",
        }
    }
}

/// What ends a merge once everything in it is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeEnd {
    /// The next sync: it began it.
    Sync,
    /// A commit by the person who began it with git.
    Commit,
}

/// By this mark every git knows of a merge that is not ended.
const MERGING: &str = "MERGE_HEAD";

impl Workspace {
    /// Ends what an earlier sync began: what it was writing when it was killed, or a merge that is decided by now.
    ///
    /// # Errors
    /// [`GitError::Uncommitted`] in the middle of a merge that a person began, [`GitError::Undecided`] while conflicts wait.
    pub(super) fn end_what_was_begun(
        &self,
        guard: &Guard,
        repository: &Repository,
        (line, lang): (&Line, Lang),
    ) -> Result<(), WorkspaceError> {
        let head = repository.commit(&line.branch)?;
        repository.take_over(line, head.as_deref())?;
        self.end_landing(guard, repository, (line, head.as_deref()))?;
        let merging = repository.commit(MERGING)?;
        let Some(waiting) = repository.commit(&Begun::Waiting.name(line))? else {
            return if merging.is_some() { Err(self.persons_merge(repository)?.into()) } else { Ok(()) };
        };
        let [ours, theirs] = repository.parents(&waiting)?;
        let head = repository.commit(&line.branch)?;
        if head.as_deref() != Some(&ours) {
            return repository.ended(line, head.as_deref(), (&theirs, merging.as_deref()));
        }
        match merging {
            None => self.land_again(guard, repository, (line, [&waiting, &ours, &theirs])),
            Some(merging) if merging == theirs => self.conclude(repository, (line, lang), (&ours, &theirs)),
            Some(_) => Err(GitError::Busy.into()),
        }
    }

    /// Why a merge that a person began with git is in the way: it is his to commit.
    fn persons_merge(&self, repository: &Repository) -> Result<GitError, WorkspaceError> {
        let left = self.conflicts()?.len();
        let is_ours = left > 0 || repository.unmerged()?.is_empty();
        Ok(if is_ours { GitError::Uncommitted(left) } else { GitError::Busy })
    }

    fn end_landing(
        &self,
        guard: &Guard,
        repository: &Repository,
        (line, head): (&Line, Option<&str>),
    ) -> Result<(), WorkspaceError> {
        let name = Begun::Landing.name(line);
        let Some(commit) = repository.commit(&name)? else { return Ok(()) };
        let begins_here = match head {
            Some(head) => repository.has_all_of(&commit, head)?,
            None => true,
        };
        if !begins_here {
            // A person went elsewhere with git.
            return Ok(repository.forget(&name)?);
        }
        let (old, new) = (repository.tree_of(head)?, repository.tree_of(Some(&commit))?);
        let landing = self.prepare_landing_around(repository, repository.changes(&old, &new)?)?;
        if !landing.in_the_way.is_empty() {
            // What was written here since is committed like anything else, and the merge finds both sides.
            return Ok(repository.forget(&name)?);
        }
        repository.land(guard, line, (&commit, &landing))
    }

    /// Goes on with a merge that has conflicts. What was written here since and stands in its way is one more.
    fn land_again(
        &self,
        guard: &Guard,
        repository: &Repository,
        (line, [waiting, ours, theirs]): (&Line, [&str; 3]),
    ) -> Result<(), WorkspaceError> {
        let mut unmerged = repository.merge_trees(ours, theirs)?.unmerged;
        let (old, new) = (repository.tree_of(Some(ours))?, repository.tree_of(Some(waiting))?);
        let landing = self.prepare_landing_around(repository, repository.changes(&old, &new)?)?;
        for (change, current) in &landing.in_the_way {
            let id = current.clone().map(|bytes| repository.keep(bytes)).transpose()?;
            let current = id.map(|id| Blob { mode: PLAIN.to_owned(), id });
            let stages = [change.old.clone(), current, change.new.clone()];
            unmerged.entry(change.path.clone()).or_insert(Unmerged { stages });
        }
        repository.land_undecided(guard, line, (waiting, &landing, &unmerged))?;
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
        line.move_to(repository, &commit, Some(ours))?;
        remove_handed(&repository.private.join(MERGING))?;
        repository.forget(&Begun::Waiting.name(line))?;
        Ok(repository.refresh_index(&commit, &local.paths())?)
    }
}

impl Repository {
    /// Who ends the merge that git is in the middle of; `None` where it is in none.
    pub fn merge_ends_by(&self) -> Result<Option<MergeEnd>, GitError> {
        if self.commit(MERGING)?.is_none() {
            return Ok(None);
        }
        let branch = self.line_if_any(["symbolic-ref", "--quiet", "--short", "HEAD"])?.unwrap_or_default();
        let is_of_sync = self.commit(&Begun::Waiting.beside(&branch))?.is_some();
        Ok(Some(if is_of_sync { MergeEnd::Sync } else { MergeEnd::Commit }))
    }

    /// Forgets a merge that waited: a person ended it with git, or a sync that was killed before it could say so.
    fn ended(
        &self,
        line: &Line,
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
        self.forget(&Begun::Waiting.name(line))?;
        if merging.is_some() && !has_theirs { Err(GitError::Busy.into()) } else { Ok(()) }
    }

    /// Takes over what an earlier version of this program began on this branch, under names that all worktrees shared.
    fn take_over(&self, line: &Line, head: Option<&str>) -> Result<(), GitError> {
        for begun in [Begun::Landing, Begun::Waiting] {
            let shared = format!("refs/tiendo/{}", begun.word());
            let Some(commit) = self.commit(&shared)? else { continue };
            // What does not follow from here is another worktree's.
            if head.map_or(Ok(true), |head| self.has_all_of(&commit, head))? {
                self.name(&begun.name(line), &commit)?;
                self.forget(&shared)?;
            }
        }
        Ok(())
    }

    /// Writes what came in without a conflict, and moves the branch to it.
    pub fn land(
        &self,
        guard: &Guard,
        line: &Line,
        (commit, landing): (&str, &Landing),
    ) -> Result<(), WorkspaceError> {
        let name = Begun::Landing.name(line);
        let head = self.commit(&line.branch)?;
        self.name(&name, commit)?;
        landing.write(guard, self, commit)?;
        // Once the branch has moved, nothing tells any more what came in.
        let files: Vec<String> = landing.changes.iter().map(|change| change.path.clone()).collect();
        self.refresh_index(commit, &files)?;
        line.move_to(self, commit, head.as_deref())?;
        Ok(self.forget(&name)?)
    }

    /// Writes what came in but for the conflicts, of which git keeps both sides until they are decided.
    pub fn land_undecided(
        &self,
        guard: &Guard,
        line: &Line,
        (commit, landing, unmerged): (&str, &Landing, &BTreeMap<String, Unmerged>),
    ) -> Result<(), WorkspaceError> {
        self.name(&Begun::Waiting.name(line), commit)?;
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
