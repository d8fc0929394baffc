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
    /// The greatest id of all lines, also of those that are not understood.
    pub last_id: Option<EventId>,
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
                self.last_id = self.last_id.max(Some(event.id));
                self.events.push(event);
            }
            Err((at, fault)) => {
                let column = at.map_or(1, |at| at.column);
                self.findings.push(LineFinding { line, column, fault });
                self.last_id = self.last_id.max(id_alone(bytes));
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
        Some(last) if last >= fresh => last.increment().unwrap_or_else(|next_millisecond| next_millisecond),
        _ => fresh,
    }
}
