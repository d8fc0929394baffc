//! Which plans and journals there are, by the names of the files alone.

use super::error::{Doing, StoreError};
use super::folder::Folder;
use super::name::PlanId;

impl Folder {
    /// The ids of the plans that there are, readable or not, in order.
    ///
    /// # Errors
    /// When the folder cannot be listed; a missing one is empty.
    pub fn plan_ids(&self) -> Result<Vec<PlanId>, StoreError> {
        Ok(self.names("plans", ".json")?.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// The ids of the plans that have a journal, in order.
    ///
    /// # Errors
    /// When the folder cannot be listed; a missing one is empty.
    pub fn journal_ids(&self) -> Result<Vec<PlanId>, StoreError> {
        Ok(self.names("journal", ".jsonl")?.iter().filter_map(|name| name.parse().ok()).collect())
    }
}

impl Folder {
    /// The visible files among the plans and journals that are neither, by their paths within the workspace.
    #[must_use]
    pub fn strangers(&self) -> Vec<String> {
        let strange = |folder: &str, ending: &str| {
            let entries = std::fs::read_dir(self.path(folder)).ok().into_iter().flatten().flatten();
            let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
            let is_strange = |name: &String| !name.starts_with('.') && !name.ends_with(ending);
            names.filter(is_strange).map(|name| format!("{folder}/{name}")).collect::<Vec<_>>()
        };
        [strange("plans", ".json"), strange("journal", ".jsonl")].concat()
    }
}

impl Folder {
    /// The names of the files of an inner folder, without their ending, in order. Hidden files and other kinds are left out.
    pub(super) fn names(&self, folder: &str, ending: &str) -> Result<Vec<String>, StoreError> {
        self.check_inner(folder)?;
        let path = self.path(folder);
        let entries = match std::fs::read_dir(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(Doing::List.at(&path))?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry.map_err(Doing::List.at(&path))?.file_name();
            let name = name.to_string_lossy();
            let stem = name.strip_suffix(ending).filter(|name| !name.starts_with('.'));
            names.extend(stem.map(str::to_owned));
        }
        names.sort_unstable();
        Ok(names)
    }
}
