//! All plans of a workspace, on as many threads as there are cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::error::StoreError;
use super::fault::{Fault, TextPosition, Unreadable};
use super::folder::{Folder, Loaded, unreadable};
use super::name::{FileName, PlanId};
use crate::domain::Plan;

impl Folder {
    /// Loads the plans that there are and hands each to `take`, on as many threads as there are cores; the answers come in
    /// the order of the files' names. One that cannot be read is handed on like the others.
    ///
    /// # Errors
    /// When the folder itself cannot be listed; a missing one is empty.
    pub fn each_plan<R: Send>(
        &self,
        take: impl Fn(Result<Loaded<Plan>, Unreadable>) -> R + Sync,
    ) -> Result<Vec<R>, StoreError> {
        let names = self.names("plans", ".json")?;
        let next = AtomicUsize::new(0);
        let work = || {
            let mut taken = Vec::new();
            loop {
                let turn = next.fetch_add(1, Ordering::Relaxed);
                let Some(name) = names.get(turn) else { return taken };
                taken.extend(self.load_named(name).map(|plan| (turn, take(plan))));
            }
        };
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(names.len());
        let mut all = thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mine = work();
            let theirs =
                others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            theirs.chain([mine]).flatten().collect::<Vec<_>>()
        });
        all.sort_unstable_by_key(|(turn, _)| *turn);
        Ok(all.into_iter().map(|(_, taken)| taken).collect())
    }

    /// One plan; `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read, with place and reason.
    pub fn load_plan(&self, id: &PlanId) -> Result<Option<Loaded<Plan>>, Unreadable> {
        let name = FileName::Plan(id.clone());
        let Some(plan) = self.load::<Plan>(&name)? else { return Ok(None) };
        let (field, fault) = if plan.value.id != id.as_str() {
            ("id", Fault::Misnamed(plan.value.id))
        } else if !plan.value.has_sound_term() {
            ("until", Fault::Term)
        } else {
            return Ok(Some(plan));
        };
        let at = self.place_of(&name, field);
        Err(Unreadable { file: name.to_string(), at, fault })
    }

    /// A plan by its file's name, which may be no plan's id; `None` when the file has gone since it was listed.
    fn load_named(&self, name: &str) -> Option<Result<Loaded<Plan>, Unreadable>> {
        match name.parse::<PlanId>() {
            Ok(id) => self.load_plan(&id).transpose(),
            Err(error) => Some(Err(unreadable(&format!("plans/{name}.json"), error.into()))),
        }
    }

    /// Where a plan's file first has a field of this name.
    fn place_of(&self, name: &FileName, field: &str) -> Option<TextPosition> {
        let content = self.content(&name.to_string()).ok().flatten()?;
        let text = String::from_utf8(content.bytes).ok()?;
        let before = &text[..text.find(&format!("\"{field}\":"))?];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before[line_start..].chars().count() + 1;
        Some(TextPosition { line: before.matches('\n').count() + 1, column })
    }
}
