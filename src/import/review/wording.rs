//! The full wording of a task on one line, and a task that is worded by hand.

use super::sheet::Sheet;
use super::step::Refusal;
use crate::domain::Task;
use crate::import::Spot;
use crate::import::outline::Item;
use crate::import::short;
use crate::import::trace::Traced;

/// Where a line of the wording ends.
const END: char = '¶';

/// The wording as a person writes it.
pub(super) fn written(task: &Task) -> String {
    task.wording().lines().collect::<Vec<_>>().join(&format!(" {END} "))
}

/// The lines of what she wrote.
fn lines(text: &str) -> Vec<String> {
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

impl Sheet {
    /// Puts a task behind another, or first into a section. When and by whom is read out of its words.
    pub(super) fn add(&mut self, spot: &Spot, text: &str) -> Result<(), Refusal> {
        let paragraphs = lines(text).into_iter().map(|line| Traced::certain(line, (0, 0))).collect();
        let item = Item { paragraphs, ..Item::default() };
        if item.paragraphs.is_empty() {
            return Err(Refusal::NoTitle);
        }
        let made = self.make(|maker| maker.tasks(&[item])).into_iter().next().ok_or(Refusal::NoTitle)?;
        let (task, id) = (Task { lines: None, ..made.clone() }, made.id);
        match spot {
            Spot::Head(_) => return Err(Refusal::IsHead),
            Spot::Task(behind) => self.edited().put_behind(behind, task)?,
            Spot::Section(section) => {
                let mut sections = self.edited().sections.iter_mut();
                let section = sections.find(|held| held.id == *section).ok_or(Refusal::Gone)?;
                if !section.kind.holds_tasks() {
                    return Err(Refusal::NoTasks);
                }
                section.tasks.insert(0, task);
            }
        }
        self.checked.insert(Spot::Task(id));
        Ok(())
    }
}
