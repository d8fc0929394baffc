//! The plans of a workspace, one a row: how far each has come.

use anstyle::Style;
use serde::Serialize;

use super::plan_figures::{self, Figures};
use super::short_id::ShortIds;
use super::table::{Cell, Column, Table};
use super::task_table;
use crate::domain::{Tally, TrackedPlan};
use crate::locale::{Lang, command};
use crate::workspace::Snapshot;

/// The plans for people: the address to type, number, title, done of all, progress, overdue ones; below them the sums.
pub fn table(lang: Lang, snapshot: &Snapshot) -> Table {
    let mut table = Table::new([
        Column::Whole,
        Column::Flexible(10),
        Column::Title(16),
        Column::Number,
        Column::Number,
        Column::Whole,
    ]);
    let ids = ShortIds::of(snapshot);
    for tracked in &snapshot.plans {
        let plan = tracked.plan();
        let address = ids.shortest(&plan.id);
        let number = plan.number.as_deref().unwrap_or_default();
        let [done, percent, overdue] = plan_figures::cells(tracked.tally());
        table.row([address.into(), number.into(), task_table::title(plan).into(), done, percent, overdue]);
    }
    if snapshot.plans.len() > 1 {
        let mut sum = Tally::default();
        snapshot.plans.iter().for_each(|tracked| sum.merge(tracked.tally()));
        let [done, percent, overdue] = plan_figures::cells(&sum);
        let (done, percent) = (done.styled(Style::new().bold()), percent.styled(Style::new().bold()));
        let all = Cell::new(command::all_plans(lang)).styled(Style::new().bold());
        table.row([Cell::default(), Cell::default(), all, done, percent, overdue]);
    }
    table
}

/// A plan for programs.
#[derive(Serialize)]
pub struct Record<'s> {
    id: &'s str,
    number: Option<&'s str>,
    title: &'s str,
    issuer: &'s str,
    year: i32,
    until: Option<i32>,
    progress: Figures,
}

impl<'s> Record<'s> {
    fn of(tracked: &'s TrackedPlan) -> Self {
        let plan = tracked.plan();
        Self {
            id: &plan.id,
            number: plan.number.as_deref(),
            title: &plan.title,
            issuer: &plan.issuer,
            year: plan.year,
            until: plan.until,
            progress: Figures::of(tracked.tally()),
        }
    }
}

/// The plans for programs.
pub fn records(snapshot: &Snapshot) -> Vec<Record<'_>> {
    snapshot.plans.iter().map(|tracked| Record::of(tracked)).collect()
}
