//! What a draft was made from, as lines: where each spot of the draft stands in it.

use serde::{Deserialize, Serialize};

use super::last_year::LastYear;
use super::spot::{Field, Spot, rows};
use crate::domain::Plan;

/// The text of a document, or of last year's plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its lines; the first has the number 1.
    pub lines: Vec<String>,
    /// The id of each section, and the first and last line of its heading.
    pub headings: Vec<(String, (u32, u32))>,
    /// What it is the text of.
    pub forerunner: Forerunner,
}

/// What a draft was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Forerunner {
    /// A document: each task of the draft knows its lines.
    #[default]
    Document,
    /// The plan of the year before.
    LastYear(LastYear),
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
            Spot::Task(id) => {
                if let Forerunner::LastYear(last) = &self.forerunner {
                    return last.lines_of(id);
                }
                let task = plan.task(id)?;
                let (first, last) = task.lines?;
                // What hangs under a group has rows of its own.
                let below = task.tasks.iter().filter_map(|task| task.lines).map(|(line, _)| line).min();
                let own = below.filter(|below| *below > first).map_or(last, |below| last.min(below - 1));
                Some((first, own))
            }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_innermost_has_a_line_and_a_group_only_what_stands_above_its_items() {
        let plan: Plan = serde_json::from_value(json!({
            "format": "tiendo/plan", "version": 1, "id": "p", "number": null, "title": "", "year": 2022,
            "sections": [{"id": "s", "title": "", "kind": "tasks", "tasks": [
                {"id": "g", "title": "nhóm", "lines": [3, 9], "tasks": [
                    {"id": "a", "title": "một", "lines": [5, 6]}, {"id": "b", "title": "hai", "lines": [8, 9]}]},
                {"id": "c", "title": "thêm tay"}]}],
        }))
        .unwrap();
        let original =
            Original { lines: Vec::new(), headings: vec![("s".into(), (2, 2))], ..Original::default() };
        let task = |id: &str| Spot::Task(id.into());
        assert_eq!(original.lines_of(&plan, &task("g")), Some((3, 4)));
        assert_eq!(original.lines_of(&plan, &task("c")), None);
        let spots: Vec<Spot> = [1, 2, 4, 6, 7, 9, 20].map(|line| original.spot(&plan, line)).into();
        let section = || Spot::Section("s".into());
        let expected =
            [Spot::Head(Field::Title), section(), task("g"), task("a"), task("a"), task("b"), task("b")];
        assert_eq!(spots, expected);
    }
}
