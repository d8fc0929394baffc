//! Next year's plan, drafted from one that is there.

use super::import::{free_id, unique_ids};
use super::{Proposal, Wishes, Workspace, WorkspaceError};
use crate::import::rollover;

impl Workspace {
    /// Drafts a plan for another year, by default the one behind the old plan's last: the same work, its times moved,
    /// without progress.
    ///
    /// # Errors
    /// When there is no such plan, its statuses cannot be read, or the year is not a later one.
    pub fn roll_over(&self, id: &str, wishes: &Wishes) -> Result<Proposal, WorkspaceError> {
        let snapshot = self.snapshot();
        let tracked = snapshot.plan(id).ok_or_else(|| WorkspaceError::NoPlan(id.to_owned()))?;
        let old = tracked.plan();
        if tracked.is_unread() {
            return Err(WorkspaceError::Unread(old.id.clone()));
        }
        let year = wishes.year.unwrap_or(old.until.unwrap_or(old.year) + 1);
        if year <= old.year {
            return Err(WorkspaceError::NotLater { plan: old.id.clone(), own: old.year, year });
        }
        let mut draft = rollover(tracked, year, &mut unique_ids());
        draft.plan.id = free_id(&snapshot, wishes.id.as_ref().unwrap_or(&draft.plan.id));
        Ok(Proposal::new(draft))
    }
}
