//! A plan together with what happened to it, reckoned for a day.

use std::collections::HashSet;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::event::{Act, Event};
use super::outline::{Outline, Place};
use super::plan::Plan;
use super::settings::AsOf;
use super::standing::{
    Ledger, Listing, PeriodStanding, Standing, Subject, Tally, Timeliness, periods, undone,
};
use super::status::Status;
use super::task::{Assignment, Task, TaskId};

/// A plan, its journal, and how every task stands on one day.
///
/// Invariant: `standings` has one element for each node of the outline, and the marks of a task stand together.
#[derive(Debug, Clone)]
pub struct TrackedPlan {
    plan: Plan,
    events: Vec<Event>,
    outline: Outline,
    standings: Vec<Standing>,
    marks: Vec<PeriodMark>,
    first_mark: Vec<u32>,
    tally: Tally,
    /// The places in the order of the ids, from when one is first looked for.
    by_id: OnceLock<Box<[u32]>>,
    /// Whether its journal cannot be read.
    is_unread: bool,
}

/// A period of a task, as little of it as a timeline or a table of workload needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodMark {
    /// The first day.
    pub first: NaiveDate,
    /// The last day on time, `None` without a deadline.
    pub last: Option<NaiveDate>,
    /// The last day before it was extended.
    pub first_last: Option<NaiveDate>,
    /// What people say.
    pub status: Status,
    /// On time or late.
    pub timeliness: Timeliness,
}

/// A line of a task's history.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The line.
    pub event: &'a Event,
    /// Whether it was taken back by the day.
    pub undone: bool,
}

impl TrackedPlan {
    /// Reckons a plan for a day. The events may come in any order; those of one id count once.
    #[must_use]
    pub fn new(plan: Plan, events: Vec<Event>, as_of: &AsOf<'_>) -> Self {
        let mut tracked = Self::unreckoned(plan, events);
        tracked.reckon(as_of);
        tracked
    }

    /// A plan whose journal cannot be read: nobody can tell how its tasks stand.
    #[must_use]
    pub fn unread(plan: Plan, as_of: &AsOf<'_>) -> Self {
        let mut tracked = Self { is_unread: true, ..Self::unreckoned(plan, Vec::new()) };
        tracked.reckon(as_of);
        tracked
    }

    fn unreckoned(mut plan: Plan, mut events: Vec<Event>) -> Self {
        plan.shrink();
        events.sort_by(Event::order);
        events.dedup_by(|one, other| one == other);
        events.shrink_to_fit();
        let outline = Outline::of(&plan);
        Self {
            plan,
            events,
            outline,
            standings: Vec::new(),
            marks: Vec::new(),
            first_mark: Vec::new(),
            tally: Tally::default(),
            by_id: OnceLock::new(),
            is_unread: false,
        }
    }

    /// Reckons the same plan and journal for another day, other settings or another directory.
    pub fn reckon(&mut self, as_of: &AsOf<'_>) {
        let ledger = Ledger::read(&self.events, as_of);
        let count = self.outline.nodes().len();
        let mut standings = Vec::with_capacity(count);
        let mut marks = Vec::with_capacity(count);
        let mut first_mark = Vec::with_capacity(count + 1);
        for place in 0..count {
            first_mark.push(u32::try_from(marks.len()).unwrap_or(u32::MAX));
            if self.outline.is_group(place) {
                standings.push(Standing::of_group(&Tally::default()));
                continue;
            }
            let periods = self.read_periods(place, Listing::Reported, &ledger, as_of);
            standings.push(Standing::of(&periods));
            marks.extend(periods.into_iter().map(PeriodMark::of));
        }
        first_mark.push(u32::try_from(marks.len()).unwrap_or(u32::MAX));
        for place in (0..count).filter(|place| self.outline.is_group(*place)) {
            let leaves = self.outline.subtree(place).filter(|place| !self.outline.is_group(*place));
            standings[place] = Standing::of_group(&leaves.map(|place| &standings[place]).collect());
        }
        marks.shrink_to_fit();
        self.tally = self.outline.leaves().map(|place| &standings[place]).collect();
        (self.standings, self.marks, self.first_mark) = (standings, marks, first_mark);
    }

    pub(super) fn read_periods(
        &self,
        place: Place,
        listing: Listing,
        ledger: &Ledger<'_>,
        as_of: &AsOf<'_>,
    ) -> Vec<PeriodStanding> {
        let subject = Subject {
            timeline: self.outline.timeline(&self.plan, place),
            term: self.plan.term(),
            assignments: &|| self.outline.assignments(&self.plan, place, as_of.directory),
            listing,
        };
        let periods = periods(&subject, ledger.of(&self.task(place).id), as_of);
        if self.is_unread { periods.into_iter().map(PeriodStanding::unread).collect() } else { periods }
    }

    /// Whether its journal cannot be read, so that nobody can tell how its tasks stand.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.is_unread
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Its journal, in the order of the ids.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The plan and its journal again, for reckoning anew.
    #[must_use]
    pub fn into_parts(self) -> (Plan, Vec<Event>) {
        (self.plan, self.events)
    }

    /// Its tasks in one row.
    #[must_use]
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The task at a place.
    #[must_use]
    pub fn task(&self, place: Place) -> &Task {
        self.outline.task(&self.plan, place)
    }

    /// The place of a task.
    #[must_use]
    pub fn find(&self, id: &TaskId) -> Option<Place> {
        let by_id = self.by_id.get_or_init(|| self.outline.by_id(&self.plan));
        let id_at = |place: &u32| &self.task(*place as usize).id;
        let first = *by_id.get(by_id.partition_point(|place| id_at(place) < id))?;
        (id_at(&first) == id).then_some(first as usize)
    }

    /// How the task or group at a place stands.
    #[must_use]
    pub fn standing(&self, place: Place) -> &Standing {
        &self.standings[place]
    }

    /// The periods of the task at a place, in short; none of a group.
    #[must_use]
    pub fn marks(&self, place: Place) -> &[PeriodMark] {
        &self.marks[self.first_mark[place] as usize..self.first_mark[place + 1] as usize]
    }

    /// The periods of a task with all that is known of them, the checklist with the units that have not reported too;
    /// of a group, as if it were a task.
    #[must_use]
    pub fn periods(&self, place: Place, as_of: &AsOf<'_>) -> Vec<PeriodStanding> {
        let listing = if self.outline.is_group(place) { Listing::Reported } else { Listing::Always };
        self.read_periods(place, listing, &Ledger::read(&self.events, as_of), as_of)
    }

    /// The assignments in force on a task, the nearest first.
    #[must_use]
    pub fn assignments(&self, place: Place, as_of: &AsOf<'_>) -> Vec<&Assignment> {
        self.outline.assignments(&self.plan, place, as_of.directory)
    }

    /// The figures of the whole plan.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The figures of the tasks under an item, or of the task alone.
    #[must_use]
    pub fn tally_of(&self, place: Place) -> Tally {
        self.tally_where(|at| self.outline.subtree(place).contains(&at))
    }

    /// The figures of a section.
    #[must_use]
    pub fn tally_of_section(&self, section: usize) -> Tally {
        self.tally_where(|at| self.outline.nodes()[at].section as usize == section)
    }

    fn tally_where(&self, counts: impl Fn(Place) -> bool) -> Tally {
        self.outline.leaves().filter(|place| counts(*place)).map(|place| &self.standings[place]).collect()
    }

    /// What was written of a task up to the day, newest first, taken back by then or not; the lines that took something
    /// of it back are among them.
    #[must_use]
    pub fn history(&self, id: &TaskId, as_of: &AsOf<'_>) -> Vec<Told<'_>> {
        let undone = undone(&self.events, as_of);
        let mut spoken = HashSet::new();
        let mut speaks = |event: &&Event| {
            let speaks = match &event.act {
                Act::Undo(act) => spoken.contains(act),
                act => act.tasks().contains(id),
            };
            if speaks {
                spoken.insert(event.act_id());
            }
            speaks
        };
        let told = |event| Told { event, undone: undone.contains(&Event::act_id(event)) };
        let mut history: Vec<Told<'_>> = self
            .events
            .iter()
            .filter(|event| as_of.has_come(event))
            .filter(|event| speaks(event))
            .map(told)
            .collect();
        history.reverse();
        history
    }
}

impl PeriodMark {
    fn of(period: PeriodStanding) -> Self {
        Self {
            first: period.first,
            last: period.last,
            first_last: period.first_last,
            status: period.status,
            timeliness: period.timeliness,
        }
    }
}
