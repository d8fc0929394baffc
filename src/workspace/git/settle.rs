//! Conflicts decided: what was chosen is an edit like any other, with its line in the journal, and git is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::conflict::{Conflict, ConflictKind, Unmerged, gone};
use super::copies::Copies;
use super::error::GitError;
use super::pending::MergeEnd;
use super::repository::{PLAIN, Repository};
use super::union::union;
use crate::domain::Change;
use crate::domain::document::{Merged, Side, decide, diff, merge_taking};
use crate::store::{FileName, Guard, Hash, to_bytes};
use crate::workspace::writing::sort;
use crate::workspace::{Snapshot, Workspace, WorkspaceError};

/// What a decision came to.
#[derive(Debug, Clone)]
pub struct Settled {
    /// How many conflicts were decided.
    pub decided: usize,
    /// How many are left in all files.
    pub left: usize,
    /// What ends the merge when none is left; `None` where git knows of no merge.
    pub ends_by: Option<MergeEnd>,
    /// The workspace after it.
    pub snapshot: Arc<Snapshot>,
    /// What takes it back.
    pub back: WayBack,
}

/// What takes a decision back: the copies that git kept of each file, and what the decision made of their merge.
#[derive(Debug, Clone)]
pub struct WayBack {
    merge: [Option<String>; 2],
    files: Vec<(FileName, Unmerged, Option<[Merged; 2]>)>,
}

impl Workspace {
    /// Decides conflicts, as [`conflicts`](Self::conflicts) listed them, for one side: the files say it, the journals tell
    /// it, and git knows of every file that has no conflict left. Those that somebody decided meanwhile are passed over.
    ///
    /// # Errors
    /// When a conflict is none that can be decided here, when the workspace is read only, or when a write fails; what
    /// was decided before stays decided.
    pub fn settle(&self, chosen: &[Conflict], taken: Side) -> Result<Settled, WorkspaceError> {
        let repository = Repository::of(self.path())?;
        if let Some(foreign) = chosen.iter().find(|conflict| conflict.kind == ConflictKind::Foreign) {
            return Err(GitError::Entangled(foreign.file.clone()).into());
        }
        let guard = self.lock()?;
        let unmerged = repository.unmerged()?;
        let mut by_file: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for conflict in chosen {
            by_file.entry(&conflict.file).or_default().push(&conflict.at);
        }
        let mut decided = 0;
        let mut back = WayBack { merge: repository.merge()?, files: Vec::new() };
        for (file, places) in by_file {
            let (Some(unmerged), Ok(name)) = (unmerged.get(file), file.parse::<FileName>()) else { continue };
            let settling = Settling { workspace: self, repository: &repository, guard: &guard, name };
            let (count, merges) = settling.settle(unmerged, &places, taken)?;
            decided += count;
            back.files.push((settling.name, unmerged.clone(), merges));
        }
        drop(guard);
        let snapshot = self.refresh();
        let (left, ends_by) = (self.conflicts()?.len(), repository.merge_ends_by()?);
        Ok(Settled { decided, left, ends_by, snapshot, back })
    }

    /// Takes a decision back: the files say what they said before, by an edit like any other, and git keeps both sides
    /// again. What was written elsewhere since stays, and so do the lines of a journal.
    ///
    /// # Errors
    /// When the merge is complete or given up, or when a write fails.
    pub fn unsettle(&self, back: &WayBack) -> Result<Arc<Snapshot>, WorkspaceError> {
        let repository = Repository::of(self.path())?;
        let guard = self.lock()?;
        if repository.merge()? != back.merge {
            return Err(GitError::MergeOver.into());
        }
        for (name, unmerged, merges) in &back.files {
            let name = name.clone();
            let settling = Settling { workspace: self, repository: &repository, guard: &guard, name };
            if let Some([stood, settled]) = merges {
                settling.write(settled, stood)?;
            }
            settling.tell_unmerged(unmerged)?;
        }
        drop(guard);
        Ok(self.refresh())
    }
}

/// One file on its way to be settled.
struct Settling<'w> {
    workspace: &'w Workspace,
    repository: &'w Repository,
    guard: &'w Guard,
    name: FileName,
}

impl Settling<'_> {
    /// Decides the places of the file: how many there were, and what the merge came to before and after.
    fn settle(
        &self,
        unmerged: &Unmerged,
        places: &[&str],
        taken: Side,
    ) -> Result<(usize, Option<[Merged; 2]>), WorkspaceError> {
        let file = self.name.to_string();
        if matches!(self.name, FileName::Journal(_)) {
            self.unite(unmerged)?;
            self.tell_settled(unmerged)?;
            return Ok((1, None));
        }
        let copies = self.repository.copies(&file, unmerged)?.ok_or(GitError::Entangled(file))?;
        let stood = copies.merged(&self.name);
        let (decided, count) = self.decided(&copies, places, taken)?;
        let settled = decided.merged(&self.name);
        self.write(&stood, &settled)?;
        if settled.conflicts.is_empty() {
            self.tell_settled(unmerged)?;
        } else {
            self.tell_base(unmerged, &decided.base)?;
        }
        Ok((count, Some([stood, settled])))
    }

    /// The copies with a common one over which the chosen side alone has changed the places.
    fn decided(&self, copies: &Copies, places: &[&str], taken: Side) -> Result<(Copies, usize), GitError> {
        let mut copies = copies.clone();
        let mut count = 0;
        for place in places {
            let conflicts = copies.merged(&self.name).conflicts;
            let Some(conflict) = conflicts.iter().find(|conflict| conflict.at == *place) else { continue };
            let entangled = |_| GitError::Entangled((*place).to_owned());
            copies.base =
                decide(&copies.base, &copies.ours, &copies.theirs, conflict, taken).map_err(entangled)?;
            count += 1;
        }
        Ok((copies, count))
    }

    /// Brings what the decision changed into the file as it stands, so that what was written since the merge stays.
    fn write(&self, stood: &Merged, settled: &Merged) -> Result<(), WorkspaceError> {
        let current = self.current(stood)?;
        let taken = merge_taking(&stood.value, &current, &settled.value, Side::Theirs);
        let target = taken.map_err(|_| GitError::Entangled(self.name.to_string()))?;
        let edits = diff(&current, &target);
        if edits.is_empty() {
            return Ok(());
        }
        let change = match &self.name {
            FileName::Plan(id) => Change::EditPlan { plan: id.to_string(), edits },
            FileName::Units => Change::EditUnits(edits),
            _ => return self.write_settings(&current, &target),
        };
        let writings = sort(vec![change])?;
        self.workspace.look_again(&writings);
        let written = self.workspace.write_all(self.guard, writings)?;
        self.workspace.committed(&written);
        Ok(())
    }

    /// What the file says now. One in which git left its marks is first given what the merge comes to without them.
    fn current(&self, stood: &Merged) -> Result<Value, WorkspaceError> {
        let folder = &self.workspace.folder;
        match folder.document(&self.name) {
            Ok(document) => Ok(document.map_or(Value::Null, |document| document.value)),
            Err(unreadable) if unreadable.has_conflict_markers() => {
                let before = folder.bytes(&self.name)?.map(|bytes| Hash::of(&bytes));
                let bytes = to_bytes(&stood.value).map_err(WorkspaceError::json)?;
                self.guard.replace(&self.name, &bytes, before.as_ref())?;
                Ok(stood.value.clone())
            }
            Err(unreadable) => Err(unreadable.into()),
        }
    }

    /// The office's settings have no journal.
    fn write_settings(&self, current: &Value, target: &Value) -> Result<(), WorkspaceError> {
        crate::workspace::sound::validate(&self.name, current, target)?;
        let before = self.workspace.folder.document(&self.name)?.map(|document| document.hash);
        let bytes = to_bytes(target).map_err(WorkspaceError::json)?;
        Ok(self.guard.replace(&self.name, &bytes, before.as_ref()).map(drop)?)
    }

    /// Gives the journal every line of both sides, behind those that it has.
    fn unite(&self, unmerged: &Unmerged) -> Result<(), WorkspaceError> {
        let ids: Vec<&str> = unmerged.stages.iter().flatten().map(|blob| blob.id.as_str()).collect();
        let sides = self.repository.contents(&ids)?;
        let current = self.workspace.folder.bytes(&self.name)?;
        let before = current.as_deref().map(Hash::of);
        let all = current.iter().chain(&sides).map(Vec::as_slice);
        Ok(self.guard.replace(&self.name, &union(all), before.as_ref()).map(drop)?)
    }

    /// Tells git that the file is merged as it stands, to the byte.
    fn tell_settled(&self, unmerged: &Unmerged) -> Result<(), WorkspaceError> {
        let entry = match self.workspace.folder.bytes(&self.name)? {
            Some(bytes) => format!("{} {}", mode_of(unmerged), self.repository.keep(bytes)?),
            None => gone(unmerged.stages.iter().flatten().next()),
        };
        let prefix = &self.repository.prefix;
        Ok(self.repository.enter(format!("{entry}\t{prefix}{}\0", self.name).as_bytes())?)
    }

    /// Tells git to keep both sides of the file again, and what they come from.
    fn tell_unmerged(&self, unmerged: &Unmerged) -> Result<(), GitError> {
        let path = format!("{}{}", self.repository.prefix, self.name);
        self.repository.enter(unmerged.entries(&path).as_bytes())
    }

    /// Keeps the decisions in the common copy; both sides stay as they are.
    fn tell_base(&self, unmerged: &Unmerged, base: &Value) -> Result<(), WorkspaceError> {
        let prefix = &self.repository.prefix;
        let mode = mode_of(unmerged);
        let id = self.repository.keep(to_bytes(base).map_err(WorkspaceError::json)?)?;
        let entry = format!("{mode} {id} 1\t{prefix}{}\0", self.name);
        Ok(self.repository.enter(entry.as_bytes())?)
    }
}

fn mode_of(unmerged: &Unmerged) -> &str {
    unmerged.stages.iter().flatten().next().map_or(PLAIN, |blob| blob.mode.as_str())
}
