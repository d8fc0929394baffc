//! A file put aside: its name says which one it was, and which contents nobody misses. Any other content is a foreign
//! program's, written at the last moment, and outlives whoever put it aside.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use tempfile::{NamedTempFile, TempPath};

use super::durable::{TEMPORARY, enter, folder_of};
use super::hash::Hash;
use super::read::read;

/// What the name of a file that was put aside says: `.tiendo-<hash>-<hash>-<file>-<mark>.tmp`.
struct Said<'n> {
    known: [&'n str; 2],
    file: &'n str,
    mark: &'n str,
}

impl<'n> Said<'n> {
    /// Reads a name; `None` where it is another one.
    fn by(name: &'n str) -> Option<Self> {
        let inner = name.strip_prefix(TEMPORARY.0)?.strip_suffix(TEMPORARY.1)?;
        let (one, rest) = inner.split_once('-')?;
        let (other, rest) = rest.split_once('-')?;
        let (file, mark) = rest.rsplit_once('-')?;
        Some(Self { known: [one, other], file, mark })
    }
}

/// Puts a file aside, beside `target`. Nobody misses contents of these two hashes.
pub(super) fn put(file: &Path, target: &Path, known: [&Hash; 2]) -> io::Result<TempPath> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let prefix = format!("{}{}-{}-{name}-", TEMPORARY.0, known[0], known[1]);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(TEMPORARY.1).rand_bytes(12);
    let aside = builder.make_in(folder_of(target), |aside| fs::rename(file, aside))?;
    Ok(NamedTempFile::into_temp_path(aside))
}

/// Whether a file was put aside by one who died over it, and is to be kept: then it has a visible name again.
pub(super) fn give_back(aside: &Path) -> bool {
    let name = aside.file_name().unwrap_or_default().to_string_lossy();
    let Some(said) = Said::by(&name) else { return false };
    let content = read(aside).ok().flatten();
    let is_known = |hash: &str| said.known.contains(&hash);
    if content.is_some_and(|content| is_known(&Hash::of(&content.bytes).to_string())) {
        return false;
    }
    let target = aside.with_file_name(said.file);
    let theirs = theirs(&target, said.mark);
    let is_named = |name: &Path| renameat_with(CWD, aside, CWD, name, RenameFlags::NOREPLACE).is_ok();
    if is_named(&target) || is_named(&theirs) {
        let _ = enter(&target);
    }
    true
}

/// The name that what another program wrote has where its own is taken; no sweep removes it, and a check finds it.
pub(super) fn visible(aside: &Path, target: &Path) -> PathBuf {
    let name = aside.file_name().unwrap_or_default().to_string_lossy();
    theirs(target, Said::by(&name).map_or("", |said| said.mark))
}

fn theirs(target: &Path, mark: &str) -> PathBuf {
    target.with_added_extension(format!("theirs-{mark}"))
}
