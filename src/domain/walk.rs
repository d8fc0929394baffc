//! All tasks of a plan in the order of the text, in sections of whatever kind.

use std::slice::Iter;

use super::plan::Plan;
use super::task::Task;

/// Tasks and all that stands under them: each before those that it holds, with how many items stand above it.
#[derive(Debug, Clone)]
pub struct Walk<'t> {
    /// What is still to come, on each level that was entered.
    open: Vec<Iter<'t, Task>>,
}

impl<'t> Walk<'t> {
    /// Begins before the first of these.
    #[must_use]
    pub fn over(tasks: &'t [Task]) -> Self {
        Self { open: vec![tasks.iter()] }
    }
}

impl<'t> Iterator for Walk<'t> {
    type Item = (usize, &'t Task);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(level) = self.open.last_mut() {
            if let Some(task) = level.next() {
                let depth = self.open.len() - 1;
                self.open.push(task.tasks.iter());
                return Some((depth, task));
            }
            self.open.pop();
        }
        None
    }
}

impl Plan {
    /// All tasks, groups too: those of a section that holds none by its kind as well.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.sections.iter().flat_map(|section| Walk::over(&section.tasks)).map(|(_, task)| task)
    }

    /// Those of them without others under them.
    pub fn leaves(&self) -> impl Iterator<Item = &Task> {
        self.tasks().filter(|task| !task.is_group())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn groups_come_before_what_they_hold_and_sections_in_their_order() {
        let task = |id: &str| json!({"id": id, "title": id});
        let group = |id: &str, tasks: &[serde_json::Value]| json!({"id": id, "title": id, "tasks": tasks});
        let plan: Plan = serde_json::from_value(json!({
            "format": "tiendo/plan", "version": 1, "id": "p", "number": null, "title": "", "year": 2022,
            "sections": [
                {"id": "s", "title": "", "kind": "purpose", "tasks": [task("a")]},
                {"id": "t", "title": "", "kind": "tasks",
                 "tasks": [group("b", &[group("c", &[task("d")]), task("e")]), task("f")]}],
        }))
        .unwrap();
        let ids = |tasks: Vec<&Task>| tasks.iter().map(|task| task.id.to_string()).collect::<String>();
        assert_eq!(
            (ids(plan.tasks().collect()), ids(plan.leaves().collect())),
            ("abcdef".into(), "adef".into())
        );
        let depths: Vec<usize> = Walk::over(&plan.sections[1].tasks).map(|(depth, _)| depth).collect();
        assert_eq!(depths, [0, 1, 2, 1, 0]);
    }
}
