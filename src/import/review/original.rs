//! What a draft was made from, as lines: where each spot of the draft stands in it.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::last_year::LastYear;
use super::row::{Row, of_finding, rows};
use crate::domain::{Outline, Plan, Task, TaskId};
use crate::import::{Called, Doubt, Field, Finding, Lines, Spot, Sureness, Traces};

/// The text of a document, or of last year's plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its lines; the first has the number 1.
    pub lines: Vec<String>,
    /// Where each field of the draft was read, and how sure that is.
    #[serde(default)]
    pub traces: Traces,
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
    /// Gives sections and tasks the ids that they have in another reading of the same document.
    pub fn call(&mut self, called: &Called<'_>) {
        self.traces.call(called);
    }

    /// From the first line to the last that a spot was read from; `None` where nothing tells.
    #[must_use]
    pub fn lines_of(&self, plan: &Plan, spot: &Spot) -> Option<Lines> {
        self.place(spot, |id| plan.task(id))
    }

    /// Where each spot stands that has lines, in the order of the draft.
    pub(super) fn places(&self, plan: &Plan) -> Vec<(Lines, Spot)> {
        let outline = Outline::of(plan);
        let tasks = (0..outline.nodes().len()).map(|place| outline.task(plan, place));
        let tasks: HashMap<&TaskId, &Task> = tasks.map(|task| (&task.id, task)).collect();
        let place = |row: Row| Some((self.place(&row.spot, |id| tasks.get(id).copied())?, row.spot));
        rows(plan).into_iter().filter_map(place).collect()
    }

    fn place<'p>(&self, spot: &Spot, task: impl Fn(&TaskId) -> Option<&'p Task>) -> Option<Lines> {
        match spot {
            Spot::Head(field) => {
                let told = self.traces.lines(spot, *field);
                Some((told.iter().map(|lines| lines.0).min()?, told.iter().map(|lines| lines.1).max()?))
            }
            Spot::Section(_) => self.traces.lines(spot, Field::Title).first().copied(),
            Spot::Task(id) => {
                if let Forerunner::LastYear(last) = &self.forerunner {
                    return last.lines_of(id);
                }
                let task = task(id)?;
                let (first, last) = task.lines?;
                // What hangs under a group has rows of its own.
                let below = task.tasks.iter().filter_map(|task| task.lines).map(|(line, _)| line).min();
                let own = below.filter(|below| *below > first).map_or(last, |below| last.min(below - 1));
                Some((first, own))
            }
        }
    }

    /// A finding for each field that is a guess where no other finding stands at its spot.
    pub(in crate::import) fn guesses(&self, plan: &Plan, findings: &[Finding]) -> Vec<Finding> {
        let places = self.places(plan);
        let doubted: BTreeSet<Spot> = findings.iter().map(|finding| of_finding(finding, &places)).collect();
        let mut guesses: Vec<Finding> = Vec::new();
        for (spot, field, _, trace) in self.traces.all() {
            let doubt = Doubt::Guessed(spot.clone(), field);
            let is_told = doubted.contains(spot) || guesses.last().is_some_and(|last| last.doubt == doubt);
            if trace.sureness == Sureness::Guessed && !is_told {
                guesses.push(Finding { lines: trace.lines, doubt });
            }
        }
        guesses
    }

    /// The spot that stands in a line, or the nearest before it. Of several in one line it is the innermost.
    #[must_use]
    pub fn spot(&self, plan: &Plan, line: u32) -> Spot {
        spot_in(&self.places(plan), line)
    }
}

/// As [`Original::spot`], of places in the order of the draft.
pub(super) fn spot_in(places: &[(Lines, Spot)], line: u32) -> Spot {
    let mut nearest = (0, &Spot::Head(Field::Title));
    for ((first, last), spot) in places {
        if *first <= line && line <= *last {
            nearest = (u32::MAX, spot);
        } else if nearest.0 <= *first && *first <= line {
            nearest = (*first, spot);
        }
    }
    nearest.1.clone()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::import::Trace;

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
        let mut original = Original::default();
        original.traces.tell(Spot::Section("s".into()), Field::Title, [Trace::certain((2, 2))]);
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
