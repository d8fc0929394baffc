//! Who made a place say what it says on one side of a conflict, as far as the journal knows.

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use super::error::GitError;
use super::repository::{Repository, done};
use crate::domain::{Act, Edit, Event};

/// Who, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The person.
    pub by: String,
    /// The moment.
    pub at: DateTime<FixedOffset>,
}

/// Who last made a place say this. A union merge has brought the lines of both sides into one journal.
pub(super) fn trace(events: &[Event], place: &str, value: Option<&Value>) -> Option<Trace> {
    let said = |edit: &Edit| edit.at == place && edit.new.as_ref() == value;
    let made = |event: &&Event| match &event.act {
        Act::Edit(edits) if edits.places().iter().any(|at| at == place) => {
            edits.read().is_ok_and(|edits| edits.iter().any(said))
        }
        _ => false,
    };
    let last = events.iter().filter(made).max_by_key(|event| event.id)?;
    Some(Trace { by: last.by.clone(), at: last.at })
}

impl Repository {
    /// Who alone committed changes of a file that one side has and the other lacks; `None` where several did, or nobody.
    pub(super) fn only_writer(&self, side: &str, other: &str, file: &str) -> Result<Option<Trace>, GitError> {
        let other = format!("^{other}");
        let call = self.git(["log", "--no-merges", "--format=%aI%x00%an", side, &other, "--", file]);
        let output = done(call, "log")?;
        let output = String::from_utf8_lossy(&output);
        let mut commits = output.lines().filter_map(|line| line.split_once('\0'));
        let Some((at, by)) = commits.next() else { return Ok(None) };
        let is_alone = commits.all(|(_, other)| other == by);
        let at = DateTime::parse_from_rfc3339(at).ok().filter(|_| is_alone);
        Ok(at.map(|at| Trace { by: by.to_owned(), at }))
    }
}
