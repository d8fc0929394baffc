//! A workspace brought together with the other clones: committed, fetched, merged, pushed.

use super::error::GitError;
use super::line::Line;
use super::merge::MergedTree;
use super::remote::Pushed;
use super::repository::Repository;
use crate::locale::{Lang, git as words};
use crate::store::{Guard, Unreadable};
use crate::workspace::{Workspace, WorkspaceError};

/// What a sync came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synced {
    /// The other repository.
    pub remote: String,
    /// How many files came in.
    pub brought: usize,
    /// How many commits went out.
    pub sent: usize,
    /// How many places only a person can decide; nothing was sent then.
    pub conflicts: usize,
    /// The files that cannot be read and were left out.
    pub left_out: Vec<Unreadable>,
}

/// A step that may take long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncStep {
    /// Asks what is new there.
    Fetch,
    /// Sends what is new here.
    Push,
}

/// So often others may be faster before a person is told.
const TRIES: usize = 8;

impl Workspace {
    /// Commits what was written here, brings what was written elsewhere, and sends. The lock is held while files are read
    /// for a commit and while they are written, never while another machine is waited for.
    ///
    /// # Errors
    /// When the clone is not to be shared as it stands, when the other machine does not answer, or when something in the
    /// way is a person's to decide. What was committed stays committed, and no file is half written.
    pub fn sync(&self, lang: Lang, mut step: impl FnMut(SyncStep, &str)) -> Result<Synced, WorkspaceError> {
        let repository = Repository::of(self.path())?;
        let line = Line::of(&repository)?;
        let mut sync = Sync { workspace: self, repository, line, lang, synced: Synced::default() };
        sync.synced.remote.clone_from(&sync.line.remote);
        sync.begin()?;
        let mut overtaken = String::new();
        for _ in 0..TRIES {
            step(SyncStep::Fetch, &sync.line.remote);
            sync.repository.fetch(&sync.line)?;
            sync.bring()?;
            let pushed = if sync.synced.conflicts > 0 { Pushed::Done } else { sync.send(&mut step)? };
            match pushed {
                Pushed::Done => {
                    self.refresh();
                    return Ok(sync.synced);
                }
                Pushed::Overtaken(said) => overtaken = said,
            }
        }
        Err(GitError::Overtaken(overtaken).into())
    }
}

/// So often what comes in is merged without the lock, for which others would wait; who writes here all the time is then
/// kept out while it is merged.
const UNLOCKED: usize = 3;

/// What is to be brought in.
struct Incoming {
    /// What was committed here when it was merged.
    head: Option<String>,
    /// The commit to be landed: theirs where nothing is to be merged, else one of both.
    commit: String,
    merge: MergedTree,
}

/// A sync on its way.
struct Sync<'w> {
    workspace: &'w Workspace,
    repository: Repository,
    line: Line,
    lang: Lang,
    synced: Synced,
}

impl Sync<'_> {
    /// Ends what an earlier sync began, and commits what was written here. The first commit waits for what is there: a
    /// workspace that begins with it has its history.
    fn begin(&mut self) -> Result<(), WorkspaceError> {
        let guard = self.lock()?;
        self.workspace.end_what_was_begun(&guard, &self.repository, (&self.line, self.lang))?;
        if self.head()?.is_some() {
            self.record(&guard)?;
        }
        Ok(())
    }

    /// The right to write, where the branch is still the one that this began on.
    fn lock(&self) -> Result<Guard, WorkspaceError> {
        let guard = self.workspace.lock()?;
        self.line.check_still(&self.repository)?;
        Ok(guard)
    }

    /// What was last committed here.
    fn head(&self) -> Result<Option<String>, GitError> {
        self.repository.commit(&self.line.branch)
    }

    /// Commits what was written here.
    fn record(&mut self, guard: &Guard) -> Result<(), WorkspaceError> {
        self.synced.left_out = self.workspace.record(guard, &self.repository, (&self.line, self.lang))?;
        Ok(())
    }

    /// Brings in what was heard of there.
    fn bring(&mut self) -> Result<(), WorkspaceError> {
        self.begin_where_they_began()?;
        let Some(theirs) = self.repository.commit(&self.line.heard())? else { return self.begin_here() };
        for _ in 0..UNLOCKED {
            let head = self.head()?;
            let Some(incoming) = self.incoming(head, &theirs)? else { return Ok(()) };
            let guard = self.lock()?;
            if self.is_still(&guard, incoming.head.as_deref())? {
                return self.land(&guard, &incoming);
            }
        }
        let guard = self.lock()?;
        self.record(&guard)?;
        let head = self.head()?;
        let incoming = self.incoming(head, &theirs)?;
        incoming.map_or(Ok(()), |incoming| self.land(&guard, &incoming))
    }

    /// What there is to be brought in; `None` where all of it is here.
    fn incoming(&self, head: Option<String>, theirs: &str) -> Result<Option<Incoming>, GitError> {
        let follows = match &head {
            Some(head) if self.repository.has_all_of(head, theirs)? => return Ok(None),
            Some(head) => self.repository.has_all_of(theirs, head)?,
            None => true,
        };
        let (Some(ours), false) = (&head, follows) else {
            let merge = MergedTree { tree: self.repository.tree_of(Some(theirs))?, ..MergedTree::default() };
            return Ok(Some(Incoming { head, commit: theirs.to_owned(), merge }));
        };
        let merge = self.repository.merge_trees(ours, theirs)?;
        let message = words::merged_with(self.lang, &self.line.remote);
        let commit = self.repository.commit_tree(&merge.tree, &[ours, theirs], &message)?;
        Ok(Some(Incoming { head, commit, merge }))
    }

    /// Commits what was written here meanwhile; whether there was nothing.
    fn is_still(&mut self, guard: &Guard, head: Option<&str>) -> Result<bool, WorkspaceError> {
        if head.is_none() {
            return Ok(true);
        }
        self.record(guard)?;
        Ok(self.head()?.as_deref() == head)
    }

    /// Begins with their only branch where there is none here.
    fn begin_where_they_began(&mut self) -> Result<(), WorkspaceError> {
        let is_begun = self.head()?.is_some();
        if is_begun || self.repository.commit(&self.line.heard())?.is_some() {
            return Ok(());
        }
        if let Some(branch) = self.repository.only_branch(&self.line)? {
            self.repository.line(["symbolic-ref", "HEAD", &branch])?;
            self.line.branch.clone_from(&branch);
            self.line.there = branch;
        }
        Ok(())
    }

    /// Makes the first commit where there is none there either.
    fn begin_here(&mut self) -> Result<(), WorkspaceError> {
        if self.head()?.is_none() {
            let guard = self.lock()?;
            self.record(&guard)?;
        }
        Ok(())
    }

    /// Writes what came in.
    fn land(&mut self, guard: &Guard, incoming: &Incoming) -> Result<(), WorkspaceError> {
        let Self { workspace, repository, line, .. } = self;
        let Incoming { head, commit, merge } = incoming;
        let old = repository.tree_of(head.as_deref())?;
        let landing = workspace.prepare_landing(repository, repository.changes(&old, &merge.tree)?)?;
        self.synced.brought += landing.changes.len();
        if merge.unmerged.is_empty() {
            repository.land(guard, line, (commit, &landing))?;
            // What stood here and they have not goes out with this sync.
            self.record(guard)?;
        } else {
            repository.land_undecided(guard, line, (commit, &landing, &merge.unmerged))?;
            self.synced.conflicts = workspace.conflicts()?.len();
        }
        Ok(())
    }

    /// Sends what is not there yet.
    fn send(&mut self, step: &mut impl FnMut(SyncStep, &str)) -> Result<Pushed, WorkspaceError> {
        let Some(head) = self.head()? else { return Ok(Pushed::Done) };
        let there = self.repository.commit(&self.line.heard())?;
        if there.as_deref() == Some(&head) {
            return Ok(Pushed::Done);
        }
        let new = self.repository.count_new(&head, there.as_deref())?;
        step(SyncStep::Push, &self.line.remote);
        let pushed = self.repository.push(&self.line, &head)?;
        if pushed == Pushed::Done {
            self.synced.sent = new;
        }
        Ok(pushed)
    }
}

impl Repository {
    /// How many commits one has that the other lacks.
    fn count_new(&self, head: &str, there: Option<&str>) -> Result<usize, GitError> {
        let count = match there {
            Some(there) => self.line(["rev-list", "--count", head, &format!("^{there}")])?,
            None => self.line(["rev-list", "--count", head])?,
        };
        Ok(count.parse().unwrap_or(0))
    }
}
