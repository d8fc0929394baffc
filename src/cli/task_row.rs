//! A task as programs read it: a row of JSON or CSV.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{
    AsOf, Assignment, Entry, PeriodKey, PeriodStanding, Place, Role, Status, Timeliness, TrackedPlan,
    UnitStanding,
};

/// A task and how it stands on a day.
#[derive(Debug, Serialize)]
pub struct TaskRow<'s> {
    /// The plan's id.
    pub plan: &'s str,
    /// The whole address, as commands take it.
    pub address: String,
    /// The task's id.
    pub task: &'s str,
    /// The section's heading.
    pub section: &'s str,
    /// The number as printed.
    pub number: &'s str,
    /// The title.
    pub title: &'s str,
    /// What people say.
    pub status: &'s str,
    /// On time or late, as a word.
    pub timeliness: &'static str,
    /// The days of it: overdue, late or left.
    pub days: Option<i64>,
    /// The last day on time of the period that the timeliness speaks of.
    pub deadline: Option<NaiveDate>,
    /// How far, in hundredths, as a person says.
    pub percent: Option<u8>,
    /// Periods that are done.
    pub periods_done: u32,
    /// Periods, cancelled ones left out.
    pub periods: u32,
    /// The times in force.
    pub timeline: &'s [Entry],
    /// Who owes, leads, directs or watches it.
    pub assignments: Vec<&'s Assignment>,
}

impl<'s> TaskRow<'s> {
    /// The row of the task at a place, under an address.
    pub fn of(tracked: &'s TrackedPlan, place: Place, path: &str, as_of: &AsOf<'_>) -> Self {
        let (plan, task, standing) = (tracked.plan(), tracked.task(place), tracked.standing(place));
        let (timeliness, days) = timeliness(standing.timeliness);
        Self {
            plan: &plan.id,
            address: format!("{}:{path}", plan.id),
            task: task.id.as_str(),
            section: &plan.sections[tracked.outline().nodes()[place].section as usize].title,
            number: &task.number,
            title: &task.title,
            status: standing.status.as_str(),
            timeliness,
            days,
            deadline: standing.deadline,
            percent: standing.percent,
            periods_done: standing.periods_done,
            periods: standing.periods,
            timeline: tracked.outline().timeline(plan, place),
            assignments: tracked.assignments(place, as_of),
        }
    }

    /// The units that lead it, as printed.
    pub fn leads(&self) -> impl Iterator<Item = &'s str> {
        let leads = self.assignments.iter().filter(|assignment| assignment.role == Role::Lead);
        leads.map(|assignment| assignment.unit.as_str())
    }
}

/// A period and how it stands.
#[derive(Debug, Serialize)]
pub struct PeriodRow {
    /// Its name.
    pub period: Option<PeriodKey>,
    /// The first day.
    pub first: NaiveDate,
    /// The last day on time, after all extensions.
    pub last: Option<NaiveDate>,
    /// The last day before the first extension.
    pub first_last: Option<NaiveDate>,
    /// How often it was extended.
    pub moves: u32,
    /// What people say.
    pub status: Status,
    /// The day of it.
    pub on: Option<NaiveDate>,
    /// The document that shows it.
    pub evidence: Option<String>,
    /// How far, in hundredths.
    pub percent: Option<u8>,
    /// On time or late, as a word.
    pub timeliness: &'static str,
    /// The days of it: overdue, late or left.
    pub days: Option<i64>,
    /// Who has reported.
    pub checklist: Vec<UnitRow>,
}

/// A unit's line of a checklist.
#[derive(Debug, Serialize)]
pub struct UnitRow {
    /// The unit.
    pub unit: String,
    /// The collective that it stands in the list for.
    pub via: Option<String>,
    /// What was last said of its share.
    pub status: Status,
    /// The day of it.
    pub on: Option<NaiveDate>,
    /// The document that shows it.
    pub evidence: Option<String>,
    /// The last remark.
    pub note: Option<String>,
}

impl From<PeriodStanding> for PeriodRow {
    fn from(period: PeriodStanding) -> Self {
        let (timeliness, days) = timeliness(period.timeliness);
        Self {
            period: period.key,
            first: period.first,
            last: period.last,
            first_last: period.first_last,
            moves: period.moves,
            status: period.status,
            on: period.on,
            evidence: period.evidence,
            percent: period.percent,
            timeliness,
            days,
            checklist: period.checklist.into_iter().map(UnitRow::from).collect(),
        }
    }
}

impl From<UnitStanding> for UnitRow {
    fn from(unit: UnitStanding) -> Self {
        Self {
            unit: unit.unit,
            via: unit.via,
            status: unit.status,
            on: unit.on,
            evidence: unit.evidence,
            note: unit.note,
        }
    }
}

/// Timeliness as a word and its days.
fn timeliness(timeliness: Timeliness) -> (&'static str, Option<i64>) {
    match timeliness {
        Timeliness::Overdue(days) => ("overdue", Some(days)),
        Timeliness::DueSoon(days) => ("due_soon", Some(days)),
        Timeliness::WithinTerm(days) => ("within_term", Some(days)),
        Timeliness::Ongoing => ("ongoing", None),
        Timeliness::NoDate => ("no_date", None),
        Timeliness::DoneLate(days) => ("done_late", Some(days)),
        Timeliness::DoneOnTime => ("done_on_time", None),
        Timeliness::SetAside => ("set_aside", None),
    }
}
