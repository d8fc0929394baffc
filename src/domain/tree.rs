//! The tree of a plan's tasks, changed by hand: put out of a group or into one, joined, parted, taken away.

use super::plan::Plan;
use super::task::{Entry, Task, TaskId};
use super::walk::Walk;
use crate::text::spelling;

/// Why a task stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// The plan has no such task.
    Gone,
    /// It hangs under no other.
    Topmost,
    /// No sibling stands before it that it could hang under.
    First,
    /// No task stands above it in its section.
    Alone,
}

impl Plan {
    /// The task with an id, in whatever section.
    #[must_use]
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.sections.iter().find_map(|section| find(&section.tasks, id))
    }

    /// The same, to be corrected.
    pub fn task_mut(&mut self, id: &TaskId) -> Option<&mut Task> {
        self.siblings(id).map(|(siblings, at)| &mut siblings[at])
    }

    /// Takes a task out, with all that hangs under it.
    pub fn take_out(&mut self, id: &TaskId) -> Option<Task> {
        self.siblings(id).map(|(siblings, at)| siblings.remove(at))
    }

    /// Puts a task behind another, as its next sibling.
    ///
    /// # Errors
    /// When the other is not there.
    pub fn put_behind(&mut self, id: &TaskId, task: Task) -> Result<(), Stays> {
        let (siblings, at) = self.siblings(id).ok_or(Stays::Gone)?;
        siblings.insert(at + 1, task);
        Ok(())
    }

    /// Puts a task out of its group, behind it.
    ///
    /// # Errors
    /// When it hangs under no other.
    pub fn promote(&mut self, id: &TaskId) -> Result<(), Stays> {
        let group = self.sections.iter().find_map(|section| group_of(&section.tasks, id));
        let group = group.ok_or(Stays::Topmost)?.id.clone();
        let task = self.take_out(id).ok_or(Stays::Gone)?;
        self.put_behind(&group, task)
    }

    /// Hangs a task under the sibling before it, as the last there.
    ///
    /// # Errors
    /// When it is the first one.
    pub fn demote(&mut self, id: &TaskId) -> Result<(), Stays> {
        let (siblings, at) = self.siblings(id).ok_or(Stays::Gone)?;
        let above = at.checked_sub(1).ok_or(Stays::First)?;
        let task = siblings.remove(at);
        siblings[above].tasks.push(task);
        Ok(())
    }

    /// The task above another in the text of its section.
    ///
    /// # Errors
    /// When the other is not there, or none stands above it.
    pub fn above(&self, id: &TaskId) -> Result<&TaskId, Stays> {
        let mut found = self.sections.iter().map(|section| above(&section.tasks, id));
        found.find(|found| *found != Err(Stays::Gone)).unwrap_or(Err(Stays::Gone))
    }

    /// Joins a task to the one above it in the text, which keeps its id and its title; answers that id.
    ///
    /// # Errors
    /// When none stands above it in its section.
    pub fn join_above(&mut self, id: &TaskId) -> Result<TaskId, Stays> {
        let above = self.above(id)?.clone();
        let mut task = self.take_out(id).ok_or(Stays::Gone)?;
        let own = self.task_mut(&above).ok_or(Stays::Gone)?;
        // What hangs under it follows in the text: before what the group still holds.
        let held = std::mem::take(&mut task.tasks);
        own.tasks.splice(..0, held);
        own.absorb(task);
        Ok(above)
    }

    /// The list that a task stands in, and its place there.
    fn siblings(&mut self, id: &TaskId) -> Option<(&mut Vec<Task>, usize)> {
        self.sections.iter_mut().find_map(|section| siblings(&mut section.tasks, id))
    }
}

impl Task {
    /// The full wording; where it has none beside the title, that.
    #[must_use]
    pub fn wording(&self) -> &str {
        if self.text.trim().is_empty() { &self.title } else { &self.text }
    }

    /// Takes in all that another says: its words behind the own ones unless they are the same, who and when beside them.
    fn absorb(&mut self, other: Self) {
        if spelling(self.wording()) != spelling(other.wording()) {
            self.text = format!("{}\n{}", self.wording(), other.wording());
        }
        for assignment in other.assignments {
            if !self
                .assignments
                .iter()
                .any(|own| (own.role, &own.unit) == (assignment.role, &assignment.unit))
            {
                self.assignments.push(assignment);
            }
        }
        for entry in other.timeline {
            if !self.timeline.iter().any(|own| (own.when, &own.label) == (entry.when, &entry.label)) {
                let id = Entry::free_id(&self.timeline);
                self.timeline.push(Entry { id, ..entry });
            }
        }
        for desk in other.reports_to {
            if !self.reports_to.contains(&desk) {
                self.reports_to.push(desk);
            }
        }
        self.deliverable = both(self.deliverable.take(), other.deliverable);
        self.funding = both(self.funding.take(), other.funding);
        self.lines = match (self.lines, other.lines) {
            (Some(own), Some(others)) => Some((own.0.min(others.0), own.1.max(others.1))),
            (own, others) => own.or(others),
        };
    }
}

fn both(own: Option<String>, other: Option<String>) -> Option<String> {
    match (own, other) {
        (Some(own), Some(other)) if own != other => Some(format!("{own}; {other}")),
        (own, other) => own.or(other),
    }
}

fn find<'t>(tasks: &'t [Task], id: &TaskId) -> Option<&'t Task> {
    tasks.iter().find_map(|task| if task.id == *id { Some(task) } else { find(&task.tasks, id) })
}

fn siblings<'t>(tasks: &'t mut Vec<Task>, id: &TaskId) -> Option<(&'t mut Vec<Task>, usize)> {
    match tasks.iter().position(|task| task.id == *id) {
        Some(at) => Some((tasks, at)),
        None => tasks.iter_mut().find_map(|task| siblings(&mut task.tasks, id)),
    }
}

fn group_of<'t>(tasks: &'t [Task], id: &TaskId) -> Option<&'t Task> {
    tasks.iter().find_map(|task| {
        if task.tasks.iter().any(|held| held.id == *id) { Some(task) } else { group_of(&task.tasks, id) }
    })
}

/// The task before one in the text.
fn above<'t>(tasks: &'t [Task], id: &TaskId) -> Result<&'t TaskId, Stays> {
    let ids: Vec<&TaskId> = Walk::over(tasks).map(|(_, task)| &task.id).collect();
    let at = ids.iter().position(|held| *held == id).ok_or(Stays::Gone)?;
    at.checked_sub(1).map(|above| ids[above]).ok_or(Stays::Alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plan of one section: `a(b c) d`.
    fn plan() -> Plan {
        let task =
            |id: &str, tasks: serde_json::Value| serde_json::json!({"id": id, "title": id, "tasks": tasks});
        let none = || serde_json::json!([]);
        serde_json::from_value(serde_json::json!({
            "format": "tiendo/plan", "version": 1, "id": "p", "number": null, "title": "", "year": 2022,
            "sections": [{"id": "s", "title": "", "kind": "tasks",
                "tasks": [task("a", serde_json::json!([task("b", none()), task("c", none())])), task("d", none())]}],
        }))
        .unwrap()
    }

    fn shape(tasks: &[Task]) -> String {
        let of = |task: &Task| {
            let held = if task.is_group() { format!("({})", shape(&task.tasks)) } else { String::new() };
            format!("{}{held}", task.id)
        };
        tasks.iter().map(of).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Plan) -> Result<(), Stays>, expected: Result<&str, Stays>) {
        let mut plan = plan();
        let done = change(&mut plan).map(|()| shape(&plan.sections[0].tasks));
        assert_eq!(done, expected.map(str::to_owned));
    }

    #[test]
    fn a_task_goes_out_of_its_group_and_under_its_neighbour() {
        check(|plan| plan.promote(&"b".into()), Ok("a(c) b d"));
        check(|plan| plan.promote(&"c".into()), Ok("a(b) c d"));
        check(|plan| plan.promote(&"d".into()), Err(Stays::Topmost));
        check(|plan| plan.demote(&"d".into()), Ok("a(b c d)"));
        check(|plan| plan.demote(&"c".into()), Ok("a(b(c)) d"));
        check(|plan| plan.demote(&"b".into()), Err(Stays::First));
        check(|plan| plan.demote(&"x".into()), Err(Stays::Gone));
    }

    #[test]
    fn a_task_is_joined_to_what_stands_above_it_in_the_text() {
        check(|plan| plan.join_above(&"d".into()).map(drop), Ok("a(b c)"));
        check(|plan| plan.join_above(&"b".into()).map(drop), Ok("a(c) d"));
        check(|plan| plan.join_above(&"a".into()).map(drop), Err(Stays::Alone));
        let under_b =
            |plan: &mut Plan| plan.demote(&"c".into()).and_then(|()| plan.join_above(&"b".into()).map(drop));
        check(under_b, Ok("a(c) d"));
        let mut plan = plan();
        assert_eq!(plan.join_above(&"d".into()), Ok("c".into()));
        assert_eq!(plan.task(&"c".into()).unwrap().text, "c\nd");
    }

    #[test]
    fn what_is_joined_says_all_that_the_two_said_and_nothing_twice() {
        let task = |value: serde_json::Value| serde_json::from_value::<Task>(value).unwrap();
        let mut one = task(
            serde_json::json!({"id": "a", "title": "Rà soát", "lines": [3, 4], "deliverable": "Báo cáo",
            "assignments": [{"role": "lead", "unit": "Sở A"}],
            "timeline": [{"id": "a", "when": "2022-Q1", "text": "quý I"}]}),
        );
        one.absorb(task(serde_json::json!({"id": "b", "title": "x", "text": "và tổng hợp", "lines": [5, 7],
            "deliverable": "Tờ trình", "reports_to": ["Văn phòng"],
            "assignments": [{"role": "lead", "unit": "Sở A"}, {"role": "coordinate", "unit": "Sở A"}],
            "timeline": [{"id": "a", "when": "2022-Q1", "text": "quý I"}, {"id": "b", "when": "2022-Q2", "text": "quý II"}]})));
        assert_eq!((one.title.as_str(), one.text.as_str()), ("Rà soát", "Rà soát\nvà tổng hợp"));
        assert_eq!((one.lines, one.deliverable.as_deref()), (Some((3, 7)), Some("Báo cáo; Tờ trình")));
        assert_eq!((one.assignments.len(), one.timeline.len()), (2, 2));
        assert_eq!((one.timeline[1].id.as_str(), one.timeline[1].text.as_str()), ("b", "quý II"));
        assert_eq!(one.reports_to, ["Văn phòng"]);
    }
}
