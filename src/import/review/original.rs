//! The document that a draft was read from, as lines: where each spot of the draft stands in it.

use super::spot::{Field, Spot, rows};
use crate::domain::Plan;

/// The document's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Original {
    /// Its lines; the first has the number 1.
    pub lines: Vec<String>,
    /// The id of each section, and the first and last line of its heading.
    pub headings: Vec<(String, (u32, u32))>,
}

impl Original {
    /// Gives the sections their ids in the plan that the document is a new copy of, in the order of the text.
    pub fn call_sections<'i>(&mut self, ids: impl Iterator<Item = &'i str>) {
        for ((heading, _), id) in self.headings.iter_mut().zip(ids) {
            id.clone_into(heading);
        }
    }

    /// The lines that a spot was read from; `None` where nothing tells.
    #[must_use]
    pub fn lines_of(&self, plan: &Plan, spot: &Spot) -> Option<(u32, u32)> {
        match spot {
            Spot::Head(_) => None,
            Spot::Section(id) => {
                self.headings.iter().find(|(heading, _)| heading == id).map(|(_, lines)| *lines)
            }
            Spot::Task(id) => plan.task(id)?.lines,
        }
    }

    /// The spot that stands in a line, or the nearest before it. Of several in one line it is the innermost.
    #[must_use]
    pub fn spot(&self, plan: &Plan, line: u32) -> Spot {
        let mut nearest = (0, Spot::Head(Field::Title));
        for row in rows(plan) {
            let Some((first, last)) = self.lines_of(plan, &row.spot) else { continue };
            if first <= line && line <= last {
                nearest = (u32::MAX, row.spot);
            } else if nearest.0 <= first && first <= line {
                nearest = (first, row.spot);
            }
        }
        nearest.1
    }
}
