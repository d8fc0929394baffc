//! A line of a journal: what happened, when, and by whom.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::edit::Edits;
use super::status::Status;
use super::task::{PeriodKey, TaskId};
use super::when::When;

/// The identity of a line, a ULID: greater than that of every line written before it in the same workspace.
pub type EventId = ulid::Ulid;

/// One line of a journal. Lines are only ever appended; what they come to is a fold over them in the order of `id`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Line", into = "Line")]
pub struct Event {
    /// Orders the lines.
    pub id: EventId,
    /// The moment of writing.
    pub at: DateTime<FixedOffset>,
    /// Who wrote it.
    pub by: String,
    /// The id of the first line of an act of several lines.
    pub batch: Option<EventId>,
    /// What happened.
    pub act: Act,
}

impl Event {
    /// The act that the line belongs to: its batch, or the line alone. This is what an undo names.
    #[must_use]
    pub fn act_id(&self) -> EventId {
        self.batch.unwrap_or(self.id)
    }

    /// The order in which lines count: that of their ids. Lines that share one, as a copy changed by hand does, stand by
    /// what they say, so that merged journals come to the same in each clone.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let said = |event: &Self| serde_json::to_string(event).unwrap_or_default();
        self.id.cmp(&other.id).then_with(|| said(self).cmp(&said(other)))
    }

    /// The day that the line speaks of: its `on`, else the day of writing.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        let on = if let Act::Update(update) = &self.act { update.on } else { None };
        on.unwrap_or_else(|| self.at.date_naive())
    }
}

/// What a line says.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// A task moved, or something was said about it.
    Update(Update),
    /// A deadline was moved by a document.
    Extend(Extension),
    /// A unit was reminded.
    Remind(Reminder),
    /// The plan or the directory was changed.
    Edit(Edits),
    /// An earlier act, named by [`Event::act_id`], is taken back.
    Undo(EventId),
    /// A kind of line that this program does not know; kept in the file and reported.
    Unknown,
}

/// News of one task, or of one unit's share in it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Update {
    /// The task.
    pub task: TaskId,
    /// The period; `None` means the earliest one that was open when the line was written, of the unit where one is named.
    /// The fold finds it anew each time, so that an undo of an earlier line may lead it to another period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<PeriodKey>,
    /// The unit that the line speaks for; `None` means the task whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The new status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The day it happened, where that is not the day of writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// How far, in hundredths, as a person says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The number of the document that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

impl Update {
    /// Whether it only adds a note, so that it changes nothing that was said before.
    #[must_use]
    pub fn is_remark(&self) -> bool {
        let says = self.status.is_some() || self.percent.is_some() || self.evidence.is_some();
        self.note.is_some() && !says && self.on.is_none()
    }
}

/// A deadline moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extension {
    /// The task.
    pub task: TaskId,
    /// The period; `None` means the earliest one that is not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<PeriodKey>,
    /// The new time.
    pub to: When,
    /// The number of the document that grants it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A unit reminded of what it owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The unit.
    pub unit: String,
    /// The tasks that it was reminded of.
    #[serde(default)]
    pub tasks: Vec<TaskId>,
    /// How: "gọi điện".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The flat shape of a line in the file.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Line {
    id: EventId,
    at: DateTime<FixedOffset>,
    by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    batch: Option<EventId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    task: Option<TaskId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<PeriodKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    percent: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    extend: Option<Extended>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reminded: Option<Reminder>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edit: Option<Edits>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reading: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<EventId>,
    /// What else stands in the line: the words of a later version.
    #[serde(flatten, skip_serializing)]
    #[allow(clippy::zero_sized_map_values)] // a set cannot be read from an object
    rest: BTreeMap<String, IgnoredAny>,
}

impl Line {
    /// Whether it says something of a task in words that this program does not know, and nothing that it does.
    fn is_strange(&self) -> bool {
        let says =
            self.status.is_some() || self.percent.is_some() || self.note.is_some() || self.evidence.is_some();
        !says && !self.rest.is_empty()
    }
}

/// The inner object of an extension's line.
#[derive(Clone, Serialize, Deserialize)]
struct Extended {
    to: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl TryFrom<Line> for Event {
    type Error = String;

    fn try_from(line: Line) -> Result<Self, String> {
        let percent = line.percent;
        if percent.is_some_and(|p| p > 100) {
            return Err(format!("percent {} is more than 100", percent.unwrap_or_default()));
        }
        let is_strange = line.is_strange();
        let act = match (line.task, line.extend, line.reminded, line.edit, line.undoes) {
            (Some(task), Some(extended), None, None, None) => Act::Extend(Extension {
                task,
                period: line.period,
                to: extended.to,
                evidence: extended.evidence,
                note: extended.note,
            }),
            (Some(_), None, None, None, None) if is_strange => Act::Unknown,
            (Some(task), None, None, None, None) => Act::Update(Update {
                task,
                period: line.period,
                unit: line.unit,
                status: line.status,
                on: line.on,
                percent,
                note: line.note,
                evidence: line.evidence,
            }),
            (None, None, Some(reminder), None, None) => Act::Remind(reminder),
            (None, None, None, Some(edits), None) => Act::Edit(edits.with_reading(line.reading)),
            (None, None, None, None, Some(act)) => Act::Undo(act),
            _ => Act::Unknown,
        };
        Ok(Self { id: line.id, at: line.at, by: line.by, batch: line.batch, act })
    }
}

impl From<Event> for Line {
    fn from(event: Event) -> Self {
        let head = Self { id: event.id, at: event.at, by: event.by, batch: event.batch, ..Self::default() };
        match event.act {
            Act::Update(update) => Self {
                task: Some(update.task),
                period: update.period,
                unit: update.unit,
                status: update.status,
                on: update.on,
                percent: update.percent,
                note: update.note,
                evidence: update.evidence,
                ..head
            },
            Act::Extend(Extension { task, period, to, evidence, note }) => {
                Self { task: Some(task), period, extend: Some(Extended { to, evidence, note }), ..head }
            }
            Act::Remind(reminder) => Self { reminded: Some(reminder), ..head },
            Act::Edit(edits) => {
                Self { reading: edits.reading().map(ToOwned::to_owned), edit: Some(edits), ..head }
            }
            Act::Undo(act) => Self { undoes: Some(act), ..head },
            Act::Unknown => head,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a line with these fields is of a known kind.
    fn check(fields: &str, is_known: bool) {
        let head = r#""id": "01J9ZZZZZZZZZZZZZZZZZZZZZZ", "at": "2022-03-10T08:15:00+07:00", "by": "lan""#;
        let event: Event = serde_json::from_str(&format!("{{{head}, {fields}}}")).unwrap();
        assert_eq!(event.act != Act::Unknown, is_known, "{fields}");
    }

    #[test]
    fn a_line_is_known_by_what_it_says_of_a_task() {
        check(r#""task": "k", "status": "done", "urgent": true"#, true);
        check(r#""task": "k", "extend": {"to": "by 2022-11-30"}, "urgent": true"#, true);
        check(r#""task": "k", "period": "a", "assign": {"unit": "A"}"#, false);
        check(r#""assign": {"unit": "A"}"#, false);
    }
}
