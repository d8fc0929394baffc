//! What lies in a folder that a person names, to help her name it.

use std::fs;
use std::path::Path;

/// So many names are more than anybody chooses from.
const MOST: usize = 10_000;

/// The names in a folder, sorted; those of folders end with a slash. None of one that cannot be listed.
#[must_use]
pub fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let name = |entry: fs::DirEntry| {
        let mut name = entry.file_name().into_string().ok()?;
        // Through a link to a folder one can go on as well.
        if entry.path().is_dir() {
            name.push('/');
        }
        Some(name)
    };
    let mut names: Vec<String> = entries.flatten().take(MOST).filter_map(name).collect();
    names.sort();
    names
}
