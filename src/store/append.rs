//! Lines appended to a journal: written in one go and synced before anyone says "saved".

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

use rustix::fs::OFlags;

use super::durable::{self, Dress, Outcome, Staged};
use super::error::{Doing, StoreError};
use super::fault::Fault;
use super::folder::unreadable;
use super::hash::Hash;
use super::journal::LineFinding;
use super::lock::Guard;
use super::name::{FileName, JournalName};
use super::read::{open_regular, read};
use super::replace::{check_length, check_mode};
use crate::domain::Event;

/// What an append came upon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Appended {
    /// The torn line that was ended; it was never acknowledged.
    pub torn: Option<LineFinding>,
}

impl Guard {
    /// Appends events to a journal; when it returns they are on the disk.
    ///
    /// # Errors
    /// When they are not saved; the journal then ends where it ended before, if the system lets that be done.
    pub fn append(&self, name: &JournalName, events: &[Event]) -> Result<Appended, StoreError> {
        let lines = lines_of(events)?;
        if lines.is_empty() {
            return Ok(Appended::default());
        }
        let file = FileName::Journal(name.clone()).to_string();
        let path = self.folder.path(&file);
        if self.folder.is_suspect(&path) {
            return self.rewrite(&file, &path, &lines);
        }
        let journal = open_for_appending(&file, &path)?;
        let len = journal.metadata().map_err(Doing::Write.at(&path))?.len();
        let torn = torn_line(&journal, &path, len)?;
        let bytes = if torn.is_some() { [b"\n", lines.as_slice()].concat() } else { lines };
        check_length(&file, len + bytes.len() as u64)?;
        if let Err(error) = durable::append(&journal, &path, &bytes) {
            self.take_back(&journal, &path, len, &error);
            return Err(error);
        }
        Ok(Appended { torn })
    }

    /// Cuts off what was not acknowledged. After a failed sync the file is never synced again: the next append writes a new one.
    fn take_back(&self, journal: &File, path: &Path, len: u64, error: &StoreError) {
        if matches!(error, StoreError::Io { doing: Doing::Sync, .. }) {
            self.folder.suspect(path);
        }
        // Should this fail too, what is left is a line that nobody was told of.
        let _ = journal.set_len(len);
    }

    /// Writes a journal anew with the lines at its end, in place of one of which a sync failed.
    fn rewrite(&self, file: &str, path: &Path, lines: &[u8]) -> Result<Appended, StoreError> {
        let Some(content) = read(path).map_err(|fault| unreadable(file, fault))? else {
            return Err(StoreError::Changed(file.to_owned()));
        };
        check_mode(file, path, &content.metadata)?;
        let torn =
            (!content.bytes.is_empty() && !content.bytes.ends_with(b"\n")).then(|| torn_at(&content.bytes));
        let end: &[u8] = if torn.is_some() { b"\n" } else { b"" };
        let whole = [content.bytes.as_slice(), end, lines].concat();
        check_length(file, whole.len() as u64)?;
        let staged = Staged::write(path, &whole, &Dress::of(&content.metadata))?;
        match staged.put_over(path, &Hash::of(&content.bytes))? {
            Outcome::Placed => self.folder.trust(path),
            Outcome::Overtaken => return Err(StoreError::Changed(file.to_owned())),
        }
        Ok(Appended { torn })
    }
}

fn lines_of(events: &[Event]) -> Result<Vec<u8>, StoreError> {
    let mut lines = Vec::new();
    for event in events {
        serde_json::to_writer(&mut lines, event)?;
        lines.push(b'\n');
    }
    Ok(lines)
}

/// Opens a journal, created if it is not there. An empty one may be the work of a process that died before the folder was
/// synced, so that is done again: a journal that has a line is entered in its folder.
fn open_for_appending(file: &str, path: &Path) -> Result<File, StoreError> {
    let open = || open_regular(path, OFlags::RDWR | OFlags::APPEND).map_err(|fault| unreadable(file, fault));
    let Some(journal) = open()? else {
        durable::create_empty(path)?;
        return open()?.ok_or_else(|| StoreError::Changed(file.to_owned()));
    };
    let metadata = journal.metadata().map_err(Doing::Write.at(path))?;
    check_mode(file, path, &metadata)?;
    if metadata.len() == 0 {
        durable::enter(path)?;
    }
    Ok(journal)
}

/// The last line, if it does not end.
fn torn_line(journal: &File, path: &Path, len: u64) -> Result<Option<LineFinding>, StoreError> {
    let mut last = [b'\n'];
    if len > 0 {
        journal.read_exact_at(&mut last, len - 1).map_err(Doing::Write.at(path))?;
    }
    if last == *b"\n" {
        return Ok(None);
    }
    let bytes = read(path).ok().flatten().map(|content| content.bytes).unwrap_or_default();
    Ok(Some(torn_at(&bytes)))
}

fn torn_at(bytes: &[u8]) -> LineFinding {
    let line = bytes.split(|byte| *byte == b'\n').count();
    LineFinding { line, column: 1, fault: Fault::Torn }
}
