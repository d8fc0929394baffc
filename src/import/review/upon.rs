//! A review of a new copy that goes on upon what others made of the plan since it was left.

use std::collections::HashSet;
use std::sync::Arc;

use super::former::Former;
use super::sheet::{Note, Sheet};
use super::{Review, row};
use crate::domain::{Plan, TaskId};
use crate::import::again::{Unmerged, kept_followed, merged};

impl Review {
    /// The same review of the plan as it stands now. What the draft leaves out although people have followed it since
    /// comes back, and it is asked about; a step that is taken back loses none of it.
    ///
    /// # Errors
    /// When what others changed and what was corrected here do not go together.
    pub fn upon(self, now: &Plan, followed: &HashSet<TaskId>) -> Result<Self, Unmerged> {
        let past = self.past.into_iter().map(|(sheet, step)| Ok((sheet.upon(now, followed)?, step)));
        Ok(Self { past: past.collect::<Result<_, Unmerged>>()?, sheet: self.sheet.upon(now, followed)? })
    }
}

impl Sheet {
    fn upon(mut self, now: &Plan, followed: &HashSet<TaskId>) -> Result<Self, Unmerged> {
        let Some(former) = self.former.take() else { return Ok(self) };
        let mut findings = Vec::new();
        if former.plan != *now {
            self.plan = Arc::new(merged(&former.plan, now, &self.plan, &mut findings)?);
        }
        findings.extend(kept_followed(Arc::make_mut(&mut self.plan), now, followed));
        for finding in findings {
            let spot = row::of_finding(&finding, &[]);
            self.checked.remove(&spot);
            self.notes.push(Note { spot, finding });
        }
        self.former = Some(Arc::new(Former { plan: now.clone(), ..Former::clone(&former) }));
        Ok(self)
    }
}
