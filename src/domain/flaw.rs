//! What does not fit together in a plan and its journal.

use std::collections::HashSet;

use super::event::{Act, Event, EventId};
use super::settings::AsOf;
use super::standing::{Ledger, Listing};
use super::task::{PeriodKey, TaskId};
use super::tracked::TrackedPlan;
use super::when::When;

/// What makes no sense in a plan, or in a line of its journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanFlaw {
    /// An id that names several sections or tasks.
    DoubledId(String),
    /// A time of more periods than one entry may have; the later ones are left out.
    TooManyPeriods(When),
    /// A line about a task that the plan does not have.
    NoTask {
        /// The line.
        line: EventId,
        /// The task that it names.
        task: TaskId,
    },
    /// A line about a period that its task does not have.
    NoPeriod {
        /// The line.
        line: EventId,
        /// The period that it names.
        period: PeriodKey,
    },
}

impl TrackedPlan {
    /// What does not fit together: ids that name several things, times of too many periods, lines about tasks or periods
    /// that are not there.
    #[must_use]
    pub fn flaws(&self, as_of: &AsOf<'_>) -> Vec<PlanFlaw> {
        let ledger = Ledger::read(self.events(), as_of);
        let lines = self.events().iter().filter_map(|event| self.flaw_of_line(event, &ledger, as_of));
        self.doubled_ids().chain(self.endless_times()).chain(lines).collect()
    }

    fn doubled_ids(&self) -> impl Iterator<Item = PlanFlaw> {
        let mut seen = HashSet::new();
        let sections = self.plan().sections.iter().map(|section| section.id.as_str());
        let tasks = (0..self.outline().nodes().len()).map(|place| self.task(place).id.as_str());
        let doubled = sections.chain(tasks).filter(move |id| !seen.insert(*id));
        doubled.map(|id| PlanFlaw::DoubledId(id.to_owned()))
    }

    fn endless_times(&self) -> impl Iterator<Item = PlanFlaw> {
        let tasks = (0..self.outline().nodes().len()).map(|place| self.task(place));
        let times = tasks.flat_map(|task| &task.timeline).map(|entry| entry.when);
        times.filter(|when| when.is_endless(self.plan().term())).map(PlanFlaw::TooManyPeriods)
    }

    fn flaw_of_line(&self, event: &Event, ledger: &Ledger<'_>, as_of: &AsOf<'_>) -> Option<PlanFlaw> {
        let (task, period) = match &event.act {
            Act::Update(update) => (&update.task, &update.period),
            Act::Extend(extension) => (&extension.task, &extension.period),
            _ => return None,
        };
        let Some(place) = self.find(task) else {
            return Some(PlanFlaw::NoTask { line: event.id, task: task.clone() });
        };
        let period = period.as_ref()?;
        let periods = self.read_periods(place, Listing::Reported, ledger, as_of);
        let is_there = periods.iter().any(|there| there.key.as_ref() == Some(period));
        (!is_there).then(|| PlanFlaw::NoPeriod { line: event.id, period: period.clone() })
    }
}
