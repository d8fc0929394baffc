//! `tiendo merge-driver BASE OURS THEIRS [PATH]`: git calls it where both sides changed a file.

use std::path::PathBuf;

use clap::Args;

use crate::cli::failure::Failure;
use crate::workspace::git::{DriverEnd, merge_driver};

/// The copies, as git names them: `%O %A %B %P`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What both sides started from
    base: PathBuf,
    /// Our copy, which takes the result
    ours: PathBuf,
    /// Their copy
    theirs: PathBuf,
    /// Where the file lies in the repository
    path: Option<String>,
}

/// Merges the copies.
///
/// # Errors
/// When places are left that only a person can decide, with status 1; when a copy cannot be read, with status 2.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { base, ours, theirs, path } = arguments;
    match merge_driver(base, ours, theirs, path.as_deref()).map_err(Failure::Unmerged)? {
        DriverEnd::Merged => Ok(()),
        DriverEnd::Conflicts(_) => Err(Failure::Found),
    }
}
