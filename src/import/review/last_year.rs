//! Last year's plan as the lines that its successor is looked through beside.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::original::{Forerunner, Original};
use crate::domain::{Plan, Section, Status, Task, TaskId, TrackedPlan};
use crate::import::{Field, Spot, Trace, Traces};
use crate::text::fold;

/// Where the tasks of next year's plan stood in last year's, and how far they came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastYear {
    /// Of its id and the year that is drafted.
    pub digest: String,
    /// The first and last line of each task that goes on, by its new id.
    pub places: BTreeMap<TaskId, (u32, u32)>,
    /// The line that a task begins in, and how it stood.
    pub statuses: BTreeMap<u32, Status>,
}

impl LastYear {
    /// The lines of a task.
    #[must_use]
    pub fn lines_of(&self, task: &TaskId) -> Option<(u32, u32)> {
        self.places.get(task).copied()
    }

    /// How the task stood that begins in a line.
    #[must_use]
    pub fn status(&self, line: u32) -> Option<&Status> {
        self.statuses.get(&line)
    }
}

/// Writes a plan out in lines; `successors` has the new ids of the tasks that go on.
pub(in crate::import) fn written(
    tracked: &TrackedPlan,
    successors: &HashMap<TaskId, TaskId>,
    digest: String,
) -> Original {
    let plan = tracked.plan();
    let last = LastYear { digest, ..LastYear::default() };
    let mut writer = Writer { tracked, successors, lines: Vec::new(), traces: Traces::default(), last };
    writer.head(plan);
    plan.sections.iter().for_each(|section| writer.section(section));
    let Writer { lines, traces, last, .. } = writer;
    Original { lines, traces, forerunner: Forerunner::LastYear(last) }
}

struct Writer<'a> {
    tracked: &'a TrackedPlan,
    successors: &'a HashMap<TaskId, TaskId>,
    lines: Vec<String>,
    traces: Traces,
    last: LastYear,
}

impl Writer<'_> {
    fn head(&mut self, plan: &Plan) {
        let parts = [
            (Field::Number, plan.number.as_deref().unwrap_or_default()),
            (Field::Issuer, plan.issuer.as_str()),
            (Field::Title, plan.title.as_str()),
        ];
        for (field, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
            let line = self.next();
            self.traces.tell_head(field, [Trace::certain((line, line))]);
            self.lines.push(part.to_owned());
        }
    }

    fn section(&mut self, section: &Section) {
        self.lines.push(String::new());
        let first = self.next();
        self.lines.push(numbered(&section.number, &section.title));
        let spot = Spot::Section(section.id.clone());
        self.traces.tell(spot, Field::Title, [Trace::certain((first, first))]);
        self.lines.extend(section.text.iter().flat_map(|text| text.lines()).map(str::to_owned));
        self.tasks(&section.tasks, 1);
    }

    fn tasks(&mut self, tasks: &[Task], depth: usize) {
        for task in tasks {
            self.task(task, &"  ".repeat(depth));
            self.tasks(&task.tasks, depth + 1);
        }
    }

    /// Its wording, then when and by whom where that is not said in it.
    fn task(&mut self, task: &Task, indent: &str) {
        let (first, wording) = (self.next(), task.wording());
        let said = fold(wording);
        let is_new = |text: &&str| !text.is_empty() && !said.contains(&fold(text));
        let title = Some(task.title.trim_end_matches('…')).filter(is_new).map(|_| task.title.as_str());
        let mut words = title.into_iter().chain(wording.lines());
        let head = numbered(&task.number, words.next().unwrap_or_default());
        let times = task.timeline.iter().map(|entry| entry.text.as_str()).filter(is_new);
        let units = task.assignments.iter().map(|assignment| assignment.unit.as_str()).filter(is_new);
        let beside = [times.collect::<Vec<_>>().join("; "), units.collect::<Vec<_>>().join("; ")];
        let lines = std::iter::once(head).chain(words.map(str::to_owned)).chain(beside);
        self.lines.extend(lines.filter(|line| !line.is_empty()).map(|line| format!("{indent}{line}")));
        let last = self.next() - 1;
        if let Some(successor) = self.successors.get(&task.id) {
            self.last.places.insert(successor.clone(), (first, last));
        }
        if let Some(place) = self.tracked.find(&task.id).filter(|_| !task.is_group()) {
            self.last.statuses.insert(first, self.tracked.standing(place).status.clone());
        }
    }

    /// The number of the line that comes next.
    fn next(&self) -> u32 {
        u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX)
    }
}

/// A number as it is printed before its words.
fn numbered(number: &str, words: &str) -> String {
    match number {
        "" => words.to_owned(),
        number if number.ends_with(char::is_alphanumeric) => format!("{number}. {words}"),
        number => format!("{number} {words}"),
    }
}
