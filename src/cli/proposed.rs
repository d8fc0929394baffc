//! A proposed plan in print: its head, its tasks, and what is doubtful in it.

use anstyle::Style;

use super::failure::Failure;
use super::plan_sheet;
use super::session::Session;
use super::table::{Cell, Column, Table};
use super::task_table::{self, Chosen};
use crate::domain::TrackedPlan;
use crate::locale::{Lang, command, failure, finding as doubt};
use crate::workspace::{Proposal, Recognised, Workspace};

/// Prints a draft: its head, all its tasks, what has changed since the last copy, what is doubtful.
pub fn draft(session: &mut Session, workspace: &Workspace, proposal: &Proposal) -> Result<(), Failure> {
    let snapshot = workspace.snapshot();
    let tracked = TrackedPlan::new(proposal.plan.clone(), Vec::new(), &snapshot.as_of());
    session.table(&plan_sheet::table(session.lang, &tracked, &snapshot))?;
    session.out.line("")?;
    let tasks = (0..tracked.outline().nodes().len()).map(|place| (place, String::new())).collect();
    session.table(&task_table::table(session.lang, &[Chosen { tracked: &tracked, tasks }], &snapshot))?;
    session.table(&remarks(session.lang, proposal))?;
    Ok(session.out.line("")?)
}

/// What stands before a remark that is about no line.
const NO_LINE: &str = "-";

/// What differs from the copy that is there, and what is doubtful.
pub fn remarks(lang: Lang, proposal: &Proposal) -> Table {
    let mut table = Table::new([Column::Whole, Column::Flexible(24)]);
    let bold = Style::new().bold();
    match &proposal.recognised {
        Recognised::Again(differences) if !differences.is_empty() => {
            table.heading(Cell::new(command::differences(lang)).styled(bold));
            for difference in differences {
                table.row([NO_LINE.into(), difference.text(lang).into()]);
            }
        }
        Recognised::Perhaps(ids) => table.heading(Cell::new(&failure::perhaps_there(lang, &ids.join(", ")))),
        Recognised::New | Recognised::Again(_) => {}
    }
    if !proposal.findings.is_empty() {
        table.heading(Cell::new(command::doubtful(lang)).styled(bold));
    }
    let sheet = proposal.sheet();
    for note in &sheet.notes {
        let finding = &note.finding;
        let line = finding.lines.map(|(first, _)| command::line(lang, first as usize));
        let line = line.unwrap_or_else(|| NO_LINE.to_owned());
        let proposed = doubt::proposed(lang, &sheet.remedy(note).text(lang));
        table.row([line.into(), format!("{}. {proposed}", finding.text(lang)).into()]);
    }
    table
}
