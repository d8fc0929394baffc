//! Another kind for a section: one that holds tasks after all has its paragraphs read as such.

use super::sheet::Sheet;
use super::step::Refusal;
use crate::domain::{Section, SectionKind, Task};
use crate::import::marker;
use crate::import::outline::{Builder, Item};
use crate::import::paragraph::Paragraph;
use crate::import::trace::{Sureness, Traced};

impl Sheet {
    pub(super) fn change_kind(&mut self, id: &str, kind: SectionKind) -> Result<(), Refusal> {
        let at = self.plan.sections.iter().position(|section| section.id == id).ok_or(Refusal::Gone)?;
        let section = &self.plan.sections[at];
        let reads = kind.holds_tasks() && section.tasks.is_empty();
        let (items, loose) = if reads { items(&section.text) } else { (Vec::new(), section.text.clone()) };
        let tasks = self.make(|maker| maker.tasks(&items));
        let section = &mut self.edited().sections[at];
        section.kind = kind;
        section.text = loose;
        if reads {
            section.tasks = tasks.into_iter().map(without_lines).collect();
        }
        Ok(())
    }
}

/// Paragraphs as items by their marks; where none has a mark, each is an item.
fn items(text: &[String]) -> (Vec<Item>, Vec<String>) {
    let mut builder = Builder::default();
    for paragraph in text {
        let split = marker::split(paragraph);
        let (marker, words) = split.map_or((None, paragraph.as_str()), |(marker, rest)| (Some(marker), rest));
        builder.paragraph(&Paragraph {
            marker,
            text: words.to_owned(),
            lines: (0, 0),
            sureness: Sureness::Certain,
        });
    }
    let outline = builder.finish();
    if !outline.items.is_empty() {
        return (outline.items, outline.loose.into_iter().map(|clause| clause.said).collect());
    }
    let item = |paragraph: &String| Item {
        paragraphs: vec![Traced::certain(paragraph.clone(), (0, 0))],
        ..Item::default()
    };
    (text.iter().map(item).collect(), Vec::new())
}

/// A paragraph does not tell the lines that it stood in.
fn without_lines(task: Task) -> Task {
    Task { lines: None, tasks: task.tasks.into_iter().map(without_lines).collect(), ..task }
}

/// Turns the tasks of a section that holds none into its paragraphs.
pub(super) fn settle(section: &mut Section) {
    if !section.kind.holds_tasks() {
        let tasks = std::mem::take(&mut section.tasks);
        print(&tasks, &mut section.text);
    }
}

fn print(tasks: &[Task], text: &mut Vec<String>) {
    for task in tasks {
        text.push(format!("{} {}", task.number, task.wording()).trim().to_owned());
        print(&task.tasks, text);
    }
}
