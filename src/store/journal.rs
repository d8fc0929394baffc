//! A journal read: its events, and what is odd about its lines.

use serde::Deserialize;

use super::fault::{Fault, Unreadable};
use super::folder::Folder;
use super::json;
use super::name::{FileName, JournalName};
use super::read::Stamp;
use crate::domain::{Act, Event, EventId};

/// What a journal holds, to its last complete line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    /// The events, in the order of the lines; what they come to is in the order of their ids.
    pub events: Vec<Event>,
    /// Lines that are torn, unreadable or of an unknown kind; they stay in the file.
    pub findings: Vec<LineFinding>,
    /// The bytes up to the end of the last complete line.
    pub complete_len: u64,
    /// What a look at the file tells; `None` when there is no file.
    pub stamp: Option<Stamp>,
}

/// What is wrong with a line of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFinding {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: Fault,
}

impl Folder {
    /// Reads a journal; one that is not there is empty.
    ///
    /// # Errors
    /// When the file as a whole cannot be read; a line that cannot is a finding.
    pub fn read_journal(&self, name: &JournalName) -> Result<Journal, Unreadable> {
        let file = FileName::Journal(name.clone()).to_string();
        let Some(content) = self.content(&file)? else { return Ok(Journal::default()) };
        Ok(Journal { stamp: Some(content.stamp()), ..Journal::parse(&content.bytes) })
    }

    /// The greatest id of a journal's complete lines, also of those that are not understood; of the rest nothing is read.
    ///
    /// # Errors
    /// As [`read_journal`](Self::read_journal).
    pub fn last_id(&self, name: &JournalName) -> Result<Option<EventId>, Unreadable> {
        let file = FileName::Journal(name.clone()).to_string();
        let Some(content) = self.content(&file)? else { return Ok(None) };
        let lines = content.bytes.split_inclusive(|byte| *byte == b'\n');
        Ok(lines.filter_map(|line| id_alone(line.strip_suffix(b"\n")?)).max())
    }
}

impl Journal {
    /// Reads the lines of a journal.
    #[must_use]
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut journal = Self::default();
        for (n, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            match line.strip_suffix(b"\n") {
                Some(line) => {
                    journal.complete_len += line.len() as u64 + 1;
                    journal.read_line(n + 1, line);
                }
                None => journal.findings.push(LineFinding { line: n + 1, column: 1, fault: Fault::Torn }),
            }
        }
        journal
    }

    fn read_line(&mut self, line: usize, bytes: &[u8]) {
        if bytes.trim_ascii().is_empty() {
            return;
        }
        match json::typed::<Event>(bytes) {
            Ok(event) => {
                if event.act == Act::Unknown {
                    self.findings.push(LineFinding { line, column: 1, fault: Fault::UnknownKind });
                }
                self.events.push(event);
            }
            Err((at, fault)) => {
                let column = at.map_or(1, |at| at.column);
                self.findings.push(LineFinding { line, column, fault });
            }
        }
    }
}

/// The id of a line that is not an event: it is taken all the same.
fn id_alone(line: &[u8]) -> Option<EventId> {
    #[derive(Deserialize)]
    struct Identified {
        id: EventId,
    }
    serde_json::from_slice::<Identified>(line).ok().map(|line| line.id)
}

/// An id for the next line: that of the moment, or, when the clock went back, just greater than the last one.
///
/// `now_ms` counts milliseconds since 1970; of `random` the low eighty bits count.
#[must_use]
pub fn next_id(last: Option<EventId>, now_ms: u64, random: u128) -> EventId {
    let fresh = EventId::from_parts(now_ms, random);
    match last {
        Some(last) if last >= fresh => match last.increment() {
            Ok(next) => next,
            Err(next_millisecond) if next_millisecond > last => next_millisecond,
            // Nothing is greater than the last of all ids, which a hand has written; what is new is still one of its own.
            Err(_) => fresh,
        },
        _ => fresh,
    }
}
