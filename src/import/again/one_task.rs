//! One task of which two sides made something: merged by itself.

use serde_json::{Value, json};

use crate::domain::Task;
use crate::domain::document::{Side, merge_taking};

/// A task merged from two that come from `base`, all of one id and without others under them; of a field that both
/// changed, one side has the word. `None` where they do not go together.
#[must_use]
pub fn merged_task(base: &Task, ours: &Task, theirs: &Task, taken: Side) -> Option<Task> {
    let merged = merge_taking(&alone(base), &alone(ours), &alone(theirs), taken).ok()?;
    serde_json::from_value(merged.pointer("/sections/0/tasks/0")?.clone()).ok()
}

/// A document of one task.
fn alone(task: &Task) -> Value {
    let task = Task { tasks: Vec::new(), ..task.clone() };
    json!({"sections": [{"id": "s", "tasks": [task]}]})
}
