//! What another reading of the same document calls the spots of this one.

use std::collections::{HashMap, VecDeque};

use super::finding::{Doubt, Finding};
use super::spot::Spot;
use super::trace::Lines;
use crate::domain::{Plan, TaskId};

/// The ids of one reading, each with that of another: of sections in their order, of tasks by their lines.
#[derive(Debug)]
pub struct Called<'p> {
    sections: HashMap<&'p str, &'p str>,
    tasks: HashMap<&'p TaskId, &'p TaskId>,
}

impl<'p> Called<'p> {
    /// How what `from` has is called in `to`.
    #[must_use]
    pub fn of(from: &'p Plan, to: &'p Plan) -> Self {
        let sections = from.sections.iter().map(|section| section.id.as_str());
        let sections = sections.zip(to.sections.iter().map(|section| section.id.as_str())).collect();
        let mut there: HashMap<Option<Lines>, VecDeque<&TaskId>> = HashMap::new();
        to.tasks().for_each(|task| there.entry(task.lines).or_default().push_back(&task.id));
        let mut tasks: HashMap<&TaskId, &TaskId> = HashMap::new();
        for task in from.tasks() {
            if let Some(id) = there.get_mut(&task.lines).and_then(VecDeque::pop_front) {
                tasks.insert(&task.id, id);
            }
        }
        Self { sections, tasks }
    }

    /// A spot as it is called there; `None` where that has none.
    #[must_use]
    pub fn spot(&self, spot: &Spot) -> Option<Spot> {
        match spot {
            Spot::Head(_) => Some(spot.clone()),
            Spot::Section(id) => self.sections.get(id.as_str()).map(|id| Spot::Section((*id).to_owned())),
            Spot::Task(id) => self.tasks.get(id).map(|id| Spot::Task((*id).clone())),
        }
    }

    /// A finding on the spot as it is called there; `None` where that has none.
    #[must_use]
    pub fn finding(&self, finding: Finding) -> Option<Finding> {
        match &finding.doubt {
            Doubt::Guessed(spot, field) => {
                let doubt = Doubt::Guessed(self.spot(spot)?, *field);
                Some(Finding { doubt, ..finding })
            }
            _ => Some(finding),
        }
    }
}
