//! Tasks as comma-separated values, for a spreadsheet or a program.

use super::failure::Failure;
use super::task_row::TaskRow;
use crate::report::{Format, Sheet};

/// A header and a line a task. What a spreadsheet would take for a formula gets an apostrophe.
///
/// # Errors
/// When the rows cannot be written, which a memory never refuses.
pub fn tasks(rows: &[TaskRow<'_>]) -> Result<String, Failure> {
    let head = COLUMNS.map(str::to_owned).to_vec();
    let rows = rows.iter().map(|row| fields(row).to_vec()).collect();
    Sheet { head, rows }.written(Format::Csv).map_err(|error| Failure::Said(error.to_string()))
}

const COLUMNS: [&str; 13] = [
    "address",
    "task",
    "plan",
    "section",
    "number",
    "title",
    "status",
    "timeliness",
    "days",
    "deadline",
    "percent",
    "leads",
    "when",
];

fn fields(row: &TaskRow<'_>) -> [String; 13] {
    let text = |value: Option<String>| value.unwrap_or_default();
    let when = row.timeline.iter().map(|entry| entry.when.to_string()).collect::<Vec<_>>();
    [
        row.address.clone(),
        row.task.to_owned(),
        row.plan.to_owned(),
        row.section.to_owned(),
        row.number.to_owned(),
        row.title.to_owned(),
        row.status.to_owned(),
        row.timeliness.as_str().to_owned(),
        text(row.timeliness.days().map(|days| days.to_string())),
        text(row.deadline.map(|day| day.to_string())),
        text(row.percent.map(|percent| percent.to_string())),
        row.leads().collect::<Vec<_>>().join("; "),
        when.join("; "),
    ]
}
