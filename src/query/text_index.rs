//! The folded text of a plan, to search in.

use std::ops::Range;

use crate::domain::{Place, Task, TrackedPlan};
use crate::text::fold;

/// The folded number, title and wording of every task of a plan, one after the other.
///
/// Parts end in a line feed, which no fold contains, so no word is found across two of them.
#[derive(Debug)]
pub(super) struct TextIndex {
    text: String,
    parts: Vec<Part>,
}

/// Where a task's text stands: from the end of the one before, with the title first.
#[derive(Debug, Clone, Copy)]
struct Part {
    title_end: u32,
    end: u32,
    /// The place behind the last item under it, so that a search need not fetch the outline.
    under: u32,
}

impl TextIndex {
    pub fn new(tracked: &TrackedPlan) -> Self {
        let count = tracked.outline().nodes().len();
        let mut index = Self { text: String::new(), parts: Vec::with_capacity(count) };
        for (place, node) in tracked.outline().nodes().iter().enumerate() {
            index.push(tracked.task(place), node.end);
        }
        index.text.shrink_to_fit();
        index
    }

    fn push(&mut self, task: &Task, under: u32) {
        self.text.push_str(&fold(&task.title));
        let title_end = self.position();
        self.text.push('\n');
        self.text.push_str(&fold(&task.number));
        self.text.push('\n');
        // Often the wording begins with the title, or is the title.
        let more = task.text.strip_prefix(&task.title).unwrap_or(&task.text);
        if !more.is_empty() {
            self.text.push_str(&fold(more));
            self.text.push('\n');
        }
        self.parts.push(Part { title_end, end: self.position(), under });
    }

    fn position(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    fn start(&self, place: Place) -> usize {
        place.checked_sub(1).map_or(0, |before| self.parts[before].end as usize)
    }

    fn range(&self, place: Place) -> Range<usize> {
        self.start(place)..self.parts[place].end as usize
    }

    /// The text of all tasks.
    pub fn whole(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// The byte behind the text of a task.
    pub fn end(&self, place: Place) -> usize {
        self.parts[place].end as usize
    }

    /// The place behind the last item under a task; the next one where there are none.
    pub fn under(&self, place: Place) -> Place {
        self.parts[place].under as usize
    }

    /// The text of a task.
    pub fn of(&self, place: Place) -> &str {
        &self.text[self.range(place)]
    }

    /// The folded title of a task.
    pub fn title(&self, place: Place) -> &str {
        &self.text[self.start(place)..self.parts[place].title_end as usize]
    }
}
