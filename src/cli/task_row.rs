//! A task as programs read it: a row of JSON or CSV.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{AsOf, Assignment, Entry, Place, Role, Timeliness, TrackedPlan};

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
    /// On time or late.
    #[serde(flatten)]
    pub timeliness: Timeliness,
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
        Self {
            plan: &plan.id,
            address: format!("{}:{path}", plan.id),
            task: task.id.as_str(),
            section: &plan.sections[tracked.outline().nodes()[place].section as usize].title,
            number: &task.number,
            title: &task.title,
            status: standing.status.as_str(),
            timeliness: standing.timeliness,
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
