//! Tasks as comma-separated values, for a spreadsheet or a program.

use csv::Writer;

use super::failure::Failure;
use super::task_row::TaskRow;

/// A header and a line a task. What a spreadsheet would take for a formula gets an apostrophe.
///
/// # Errors
/// When the rows cannot be written, which a memory never refuses.
pub fn tasks(rows: &[TaskRow<'_>]) -> Result<String, Failure> {
    let mut writer = Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Failure::Said(error.to_string());
    writer.write_record(COLUMNS).map_err(failed)?;
    for row in rows {
        writer.write_record(fields(row).map(|field| inert(&field))).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Said(error.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
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

/// One harmless line that no spreadsheet computes. Some look behind space, and some take full-width signs for theirs.
fn inert(field: &str) -> String {
    let line = crate::text::one_line(field);
    let is_formula = field.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula || field.starts_with(['\t', '\r']) { format!("'{line}") } else { line.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn a_formula_is_text() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert("- Sở\x1b[31m"), "'- Sở\\x1b[31m");
        assert_eq!(inert("\t=1+1"), "' =1+1");
        assert_eq!(inert("\rSở"), "'\\x0dSở");
        assert_eq!(inert("＝1"), "'＝1");
        assert_eq!(inert("Sở Nội vụ"), "Sở Nội vụ");
    }
}
