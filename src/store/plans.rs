//! All plans of a workspace, on as many threads as there are cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::error::StoreError;
use super::fault::{Fault, TextPosition, Unreadable};
use super::folder::{Folder, Loaded, unreadable};
use super::listing::names;
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
        let names = names(&self.path("plans"), ".json")?;
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
            let theirs = others.into_iter().filter_map(|other| other.join().ok());
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
        if plan.value.id == id.as_str() {
            return Ok(Some(plan));
        }
        let at = self.place_of_id(&name);
        Err(Unreadable { file: name.to_string(), at, fault: Fault::Misnamed(plan.value.id) })
    }

    /// A plan by its file's name, which may be no plan's id; `None` when the file has gone since it was listed.
    fn load_named(&self, name: &str) -> Option<Result<Loaded<Plan>, Unreadable>> {
        match name.parse::<PlanId>() {
            Ok(id) => self.load_plan(&id).transpose(),
            Err(error) => Some(Err(unreadable(&format!("plans/{name}.json"), error.into()))),
        }
    }

    /// The line on which a plan says its id.
    fn place_of_id(&self, name: &FileName) -> Option<TextPosition> {
        let content = self.content(&name.to_string()).ok().flatten()?;
        let text = String::from_utf8(content.bytes).ok()?;
        let line = text.lines().position(|line| line.trim_start().starts_with("\"id\""))?;
        Some(TextPosition { line: line + 1, column: 1 })
    }
}
