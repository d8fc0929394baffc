//! Where a person's files lie, and who she is.

use std::path::PathBuf;

use directories::{BaseDirs, ProjectDirs};

/// The folder of the workspace where no other is named: the user's data directory. `None` without a home.
#[must_use]
pub fn default_workspace() -> Option<PathBuf> {
    ProjectDirs::from("", "", "tiendo").map(|dirs| dirs.data_dir().to_owned())
}

/// The folder of what is hers alone and not worth a backup: cursor, filters, drafts. `None` without a home.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "tiendo")?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned())
}

/// A form of her own in the folder of her settings, with its path; `None` where she has none.
///
/// # Errors
/// When it is there and cannot be read as text, with its path.
pub fn form(name: &str) -> Result<Option<(PathBuf, String)>, (PathBuf, std::io::Error)> {
    let Some(dirs) = ProjectDirs::from("", "", "tiendo") else { return Ok(None) };
    let path = dirs.config_dir().join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some((path, text))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err((path, error)),
    }
}

/// Her home, where she finds what is written for her own eyes.
#[must_use]
pub fn own_folder() -> Option<PathBuf> {
    BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

/// A path as a shell reads it: `~` is the home.
#[must_use]
pub fn at_home(path: &str) -> PathBuf {
    let below =
        path.strip_prefix('~').and_then(|rest| rest.strip_prefix('/').or(rest.is_empty().then_some("")));
    match (below, own_folder()) {
        (Some(below), Some(home)) => home.join(below),
        _ => PathBuf::from(path),
    }
}

/// The name that stands behind `by` in a journal: `TIENDO_BY`, else `USER`, else that of her home's folder.
#[must_use]
pub fn person() -> Option<String> {
    named("TIENDO_BY").or_else(|| named("USER")).or_else(home)
}

fn named(variable: &str) -> Option<String> {
    let name = std::env::var(variable).ok()?;
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn home() -> Option<String> {
    let home = BaseDirs::new()?;
    home.home_dir().file_name()?.to_str().map(str::to_owned)
}
