//! `tiendo start | reported | done | pause | cancel | reopen`: the status of tasks.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::output::{ask, say};
use crate::cli::session::Session;
use crate::cli::told;
use crate::cli::typed::{self, Found};
use crate::domain::{Change, PeriodStanding, Place, Status, Target, TrackedPlan, Update, earliest_open};
use crate::locale::{Lang, command, date, status};
use crate::workspace::Snapshot;

/// Which tasks, and what is known of it.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The tasks; a group, a section or a plan stands for the open tasks under it
    #[arg(required = true, value_name = "ADDRESS")]
    addresses: Vec<String>,
    /// Speak for one of several units that owe the task
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// The period, such as a, b/2022-Q1 or 2022-Q1; by default the earliest that is not done
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// The day it happened, where that is not today
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// The number of the document that shows it
    #[arg(long, value_name = "NUMBER")]
    evidence: Option<String>,
    /// A remark
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Mark groups without asking
    #[arg(long, short)]
    yes: bool,
    /// Print the tasks as JSON
    #[arg(long)]
    json: bool,
}

/// What a task is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// In progress.
    Start,
    /// Said to be done.
    Reported,
    /// Done.
    Done,
    /// Paused.
    Pause,
    /// Cancelled.
    Cancel,
    /// Open again.
    Reopen,
}

/// Marks tasks, all of them in one act.
///
/// # Errors
/// When an address, unit or period is not known, nothing is open, a group is not confirmed, or the workspace refuses.
pub fn run(mark: Mark, arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    if let Some(on) = arguments.on.filter(|on| *on > snapshot.day) {
        return Err(Failure::Said(command::not_yet(session.lang, &date::day(session.lang, on))));
    }
    let marking = Marking {
        mark,
        arguments,
        unit: arguments.unit.as_deref().map(|typed| typed::unit(&snapshot, typed)).transpose()?,
        snapshot: &snapshot,
        lang: session.lang,
    };
    let mut changes = Vec::new();
    for address in &arguments.addresses {
        let found = typed::place(&snapshot, address)?;
        for place in marking.places(&found)? {
            let change = marking.change(found.tracked, place)?;
            if !changes.contains(&change) {
                changes.push(change);
            }
        }
    }
    let committed = workspace.commit(changes.clone())?;
    if let Some(unit) = &marking.unit {
        marking.say_who_owes(unit, &changes);
    }
    told::act(session, &committed.snapshot, &changes, arguments.json)
}

/// One run of the command.
struct Marking<'s> {
    mark: Mark,
    arguments: &'s Arguments,
    unit: Option<String>,
    snapshot: &'s Snapshot,
    lang: Lang,
}

impl Marking<'_> {
    /// The tasks that an address stands for: itself, or once that is confirmed the ones under it that can be marked.
    fn places(&self, found: &Found<'_>) -> Result<Vec<Place>, Failure> {
        let outline = found.tracked.outline();
        if let Target::Task(place) = found.target
            && !outline.is_group(place)
        {
            return Ok(vec![place]);
        }
        let places: Vec<Place> = outline
            .leaves()
            .filter(|place| found.holds(*place) && self.takes(&found.tracked.standing(*place).status))
            .collect();
        if places.is_empty() {
            return Err(Failure::Said(command::nothing_to_mark(self.lang, &found.address())));
        }
        self.confirm(&found.address(), places.len())?;
        Ok(places)
    }

    /// Whether a task of a group is marked along with it.
    fn takes(&self, status: &Status) -> bool {
        status.is_closed() == (self.mark == Mark::Reopen)
    }

    fn confirm(&self, address: &str, count: usize) -> Result<(), Failure> {
        if self.arguments.yes {
            return Ok(());
        }
        let status = status::name(self.lang, &self.mark.usual_status()).to_owned();
        match ask(&command::mark_group(self.lang, count, address, &status)) {
            Some(answer) if command::agrees(self.lang, &answer) => Ok(()),
            Some(_) => Err(Failure::Said(command::not_marked(self.lang).to_owned())),
            None => Err(Failure::Said(command::group_needs_yes(self.lang, count, address))),
        }
    }

    /// The line for one task.
    fn change(&self, tracked: &TrackedPlan, place: Place) -> Result<Change, Failure> {
        let periods = tracked.periods(place, &self.snapshot.as_of());
        let period = self.period(tracked, place, &periods)?;
        let update = Update {
            task: tracked.task(place).id.clone(),
            period: period.key.clone(),
            unit: self.unit.clone(),
            status: Some(self.mark.status(period, &self.was(tracked, place, period)?)),
            on: self.arguments.on,
            percent: None,
            note: self.arguments.note.clone(),
            evidence: self.arguments.evidence.clone(),
        };
        Ok(Change::Update { plan: tracked.plan().id.clone(), update })
    }

    /// The status that is left: the unit's own where one is named. What was closed as a whole is not opened again by
    /// a unit of it.
    fn was(&self, tracked: &TrackedPlan, place: Place, period: &PeriodStanding) -> Result<Status, Failure> {
        let Some(unit) = &self.unit else { return Ok(period.status.clone()) };
        let directory = &self.snapshot.directory;
        let own = period.checklist.iter().find(|line| directory.same(&line.unit, unit));
        let own = own.map_or(Status::Todo, |line| line.status.clone());
        if self.mark == Mark::Reopen && period.status.is_closed() && !own.is_closed() {
            let address = Found { tracked, target: Target::Task(place) }.address();
            return Err(Failure::Said(command::closed_as_a_whole(self.lang, &address, unit)));
        }
        Ok(own)
    }

    fn period<'p>(
        &self,
        tracked: &TrackedPlan,
        place: Place,
        periods: &'p [PeriodStanding],
    ) -> Result<&'p PeriodStanding, Failure> {
        if let Some(typed) = &self.arguments.period {
            return typed::period(periods, typed);
        }
        let unit = self.unit.as_ref().map(|unit| self.snapshot.directory.key(unit));
        let found = match self.mark {
            Mark::Reopen => typed::closed_last(periods, unit.as_ref()),
            _ => earliest_open(periods, unit.as_ref()),
        };
        found.ok_or_else(|| Failure::Said(self.nothing_there(tracked, place)))
    }

    /// Says of a unit that has no part in a task that this is so: a slip, or news that the plan does not know of.
    fn say_who_owes(&self, unit: &str, changes: &[Change]) {
        let directory = &self.snapshot.directory;
        let collectives = directory.collectives(unit);
        for change in changes {
            let Change::Update { plan, update } = change else { continue };
            let Some(tracked) = self.snapshot.plan(plan) else { continue };
            let Some(place) = tracked.find(&update.task) else { continue };
            let takes_part = tracked.assignments(place, &self.snapshot.as_of()).iter().any(|assignment| {
                directory.same(&assignment.unit, unit)
                    || collectives.iter().any(|collective| directory.same(&assignment.unit, collective))
            });
            if !takes_part {
                let address = Found { tracked, target: Target::Task(place) }.address();
                say(&command::takes_no_part(self.lang, unit, &address));
            }
        }
    }

    fn nothing_there(&self, tracked: &TrackedPlan, place: Place) -> String {
        let address = Found { tracked, target: Target::Task(place) }.address();
        let status = status::name(self.lang, &tracked.standing(place).status);
        match (self.mark, &self.unit) {
            (Mark::Reopen, None) => command::nothing_closed(self.lang, &address, status),
            (Mark::Reopen, Some(unit)) => command::share_not_closed(self.lang, &address, unit),
            (_, None) => command::nothing_open(self.lang, &address, status),
            (_, Some(unit)) => command::share_closed(self.lang, &address, unit),
        }
    }
}

impl Mark {
    /// The status that follows on another in a period.
    fn status(self, period: &PeriodStanding, now: &Status) -> Status {
        match self {
            Self::Reopen => period.reopened(now),
            _ => self.usual_status(),
        }
    }

    /// The status that it commonly leads to.
    fn usual_status(self) -> Status {
        match self {
            Self::Start | Self::Reopen => Status::Doing,
            Self::Reported => Status::Reported,
            Self::Done => Status::Done,
            Self::Pause => Status::Paused,
            Self::Cancel => Status::Cancelled,
        }
    }
}
