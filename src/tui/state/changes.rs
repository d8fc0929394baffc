//! Where a new copy changed the plan, row by row; what is gone stands on the row that it stood behind.

use std::collections::{HashMap, HashSet};

use super::review::Desk;
use crate::domain::{TaskId, Walk};
use crate::import::again::Difference;
use crate::import::review::{Field, Spot};

/// What a new copy changed, each with the row on which it is told, in the order of the rows.
#[derive(Debug, Clone, Default)]
pub struct Changes<'d> {
    told: Vec<(Spot, &'d Difference)>,
}

impl Desk {
    /// What the document changed of the plan that it is a new copy of, row by row.
    #[must_use]
    pub fn changes(&self) -> Changes<'_> {
        if self.differences().is_empty() {
            return Changes::default();
        }
        let rows: HashMap<Spot, usize> =
            self.rows().into_iter().enumerate().map(|(at, row)| (row.spot, at)).collect();
        let stood = Stood::of(self, &rows);
        let place = |difference| Some((stood.place(self, difference)?, difference));
        let mut told: Vec<(Spot, &Difference)> = self.differences().iter().filter_map(place).collect();
        told.sort_by_key(|(spot, _)| rows.get(spot).copied());
        Changes { told }
    }

    /// The spots that are to be looked at: something is doubtful there, or a new copy changed it.
    #[must_use]
    pub fn open(&self) -> Vec<Spot> {
        let (sheet, changes) = (self.review.sheet(), self.changes());
        let told: HashSet<&Spot> = changes
            .told
            .iter()
            .map(|(spot, _)| spot)
            .chain(sheet.notes.iter().map(|note| &note.spot))
            .collect();
        let spots = sheet.rows().into_iter().map(|row| row.spot);
        spots.filter(|spot| !sheet.checked.contains(spot) && told.contains(spot)).collect()
    }
}

impl<'d> Changes<'d> {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[(Spot, &'d Difference)] {
        &self.told
    }

    /// Those on a row.
    pub fn on(&self, spot: &Spot) -> impl Iterator<Item = &'d Difference> {
        self.told.iter().filter(move |(held, _)| held == spot).map(|(_, difference)| *difference)
    }
}

/// The rows of the draft behind which things stood that are gone.
struct Stood<'d> {
    rows: &'d HashMap<Spot, usize>,
    tasks: HashMap<TaskId, Spot>,
    sections: HashMap<String, Spot>,
}

impl<'d> Stood<'d> {
    fn of(desk: &Desk, rows: &'d HashMap<Spot, usize>) -> Self {
        let (mut tasks, mut sections) = (HashMap::new(), HashMap::new());
        let mut above = Spot::Head(Field::Title);
        for section in desk.proposal.base.iter().flat_map(|base| &base.plan.sections) {
            let spot = Spot::Section(section.id.clone());
            if rows.contains_key(&spot) {
                above = spot;
            } else {
                sections.insert(section.title.clone(), above.clone());
            }
            for (_, task) in Walk::over(&section.tasks) {
                let spot = Spot::Task(task.id.clone());
                if rows.contains_key(&spot) {
                    above = spot;
                } else {
                    tasks.insert(task.id.clone(), above.clone());
                }
            }
        }
        Self { rows, tasks, sections }
    }

    /// The row on which a change is told; `None` where it is one no more.
    fn place(&self, desk: &Desk, difference: &Difference) -> Option<Spot> {
        let title = || Spot::Head(Field::Title);
        match difference {
            Difference::Removed { task, .. } => Some(self.tasks.get(task).cloned().unwrap_or_else(title)),
            Difference::SectionRemoved { title: name } => {
                Some(self.sections.get(name).cloned().unwrap_or_else(title))
            }
            Difference::SectionAdded { title } => {
                let mut sections = desk.review.sheet().plan.sections.iter();
                sections
                    .find(|section| section.title == *title)
                    .map(|section| Spot::Section(section.id.clone()))
            }
            _ => {
                let spot = Spot::Task(difference.task()?.clone());
                self.rows.contains_key(&spot).then_some(spot)
            }
        }
    }
}
