//! The full wording of a task on one line.

use super::step::Refusal;
use crate::domain::Task;
use crate::import::short;

/// Where a line of the wording ends.
const END: char = '¶';

/// The wording as a person writes it.
pub(super) fn written(task: &Task) -> String {
    task.wording().lines().collect::<Vec<_>>().join(&format!(" {END} "))
}

/// The lines of what she wrote.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.split(END).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Words a task anew; a title that was made from the old wording is made from the new one.
pub(super) fn correct(task: &mut Task, text: &str) -> Result<(), Refusal> {
    let lines = lines(text);
    if lines.is_empty() {
        return Err(Refusal::NoTitle);
    }
    if lines.join("\n") == task.wording() {
        return Err(Refusal::Unchanged);
    }
    if task.title == short::title(task.wording()) {
        task.title = short::title(&lines.join(" "));
    }
    task.text = lines.join("\n");
    Ok(())
}
