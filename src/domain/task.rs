//! A task: one numbered or bulleted item, or one row of a table, with who owes it and by when.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::when::When;

/// An item of a section of kind tasks or organization. One with children is a *group*; counts are of those without.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Task {
    /// Random, unique in the plan, never used again.
    pub id: TaskId,
    /// As printed: `1`, `a)`, `-`; empty for an unmarked paragraph.
    #[serde(default)]
    pub number: String,
    /// Short enough for one line of a list.
    pub title: String,
    /// The full wording.
    #[serde(default)]
    pub text: String,
    /// Who does, leads, directs or watches it, beside those of the items above.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// When; empty means as the nearest item above.
    #[serde(default)]
    pub timeline: Vec<Entry>,
    /// What must come out of it.
    #[serde(default)]
    pub deliverable: Option<String>,
    /// Where its money comes from.
    #[serde(default)]
    pub funding: Option<String>,
    /// The desks that collect its reports.
    #[serde(default)]
    pub reports_to: Vec<String>,
    /// The first and last line in the source document, counted from 1.
    #[serde(default)]
    pub lines: Option<(u32, u32)>,
    /// The items under this one.
    #[serde(default)]
    pub tasks: Vec<Task>,
}

impl Task {
    /// Whether other items hang under this one.
    #[must_use]
    pub fn is_group(&self) -> bool {
        !self.tasks.is_empty()
    }

    /// The units that it names, doers and desks, in the order of the text and as often as they stand there.
    pub fn named_units(&self) -> impl Iterator<Item = &str> {
        let doers = self.assignments.iter().map(|assignment| assignment.unit.as_str());
        doers.chain(self.reports_to.iter().map(String::as_str))
    }

    /// Gives back the room that reading set aside for more of everything: half of what a short list takes.
    pub(super) fn shrink(&mut self) {
        self.assignments.shrink_to_fit();
        self.timeline.shrink_to_fit();
        self.reports_to.shrink_to_fit();
        self.tasks.shrink_to_fit();
        self.tasks.iter_mut().for_each(Self::shrink);
    }
}

/// A task's identity: random letters and digits, stable through every edit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TaskId(pub Arc<str>);

impl TaskId {
    /// The letters and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Six letters and digits drawn from the low bits of `random`; without `i l o u`, which misread.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let letter = |n: usize| char::from(LETTERS[usize::from((random >> (5 * n)).to_le_bytes()[0] % 32)]);
        Self((0..6).map(letter).collect::<String>().into())
    }
}

impl Default for TaskId {
    fn default() -> Self {
        Self("".into())
    }
}

impl From<&str> for TaskId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for TaskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A unit's part in a task.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Assignment {
    /// The part.
    pub role: Role,
    /// The unit's name as printed; the directory says which names are one unit.
    pub unit: String,
    /// The label that it stood behind: "Cơ quan chủ trì".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Through whom the unit acts: "Các Ủy viên Ban Chỉ đạo".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
}

/// What part a unit has in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Chỉ đạo: is told, not chased.
    Direct,
    /// Chủ trì; thực hiện; tham mưu, thực hiện; the sentence's subject: answers for the result.
    #[default]
    Lead,
    /// Phối hợp: helps.
    Coordinate,
    /// Theo dõi, đôn đốc: chases the others.
    Monitor,
}

impl Role {
    /// All of them, in the order in which a detail shows them.
    pub const ALL: [Self; 4] = [Self::Direct, Self::Lead, Self::Coordinate, Self::Monitor];
}

/// One line of a task's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Unique in the task: `a`, `b` ...; periods are named by it, so a changed date keeps its history.
    pub id: String,
    /// As understood.
    pub when: When,
    /// What falls due: "Báo cáo kết quả".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// As worded; the screen shows this first.
    #[serde(default)]
    pub text: String,
}

impl Entry {
    /// The id of the entry at a place of a new timeline: `a`, `b` ... `z`, `a1` ...
    #[must_use]
    pub fn id_at(at: usize) -> String {
        let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
        if at < 26 { letter.to_string() } else { format!("{letter}{}", at / 26) }
    }

    /// The first such id that no entry of a timeline has.
    #[must_use]
    pub fn free_id(timeline: &[Self]) -> String {
        let taken = |id: &String| timeline.iter().any(|entry| entry.id == *id);
        (0..=timeline.len()).map(Self::id_at).find(|id| !taken(id)).unwrap_or_default()
    }
}

/// A period's name: its entry's id (`a`) and, where the entry recurs, the stretch as well (`b/2022-Q1`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PeriodKey(pub String);

impl fmt::Display for PeriodKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
