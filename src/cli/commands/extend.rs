//! `tiendo extend ADDRESS WHEN`: a deadline moved by a document.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{told, typed};
use crate::domain::{Change, Extension, When};
use crate::locale::command;

/// Which task, and until when.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The task
    address: String,
    /// The new deadline: a day such as 30/11/2022, or a time such as 2022-Q4 or "by 2022-11-30"
    when: String,
    /// The number of the document that grants it
    #[arg(long, value_name = "NUMBER")]
    evidence: Option<String>,
    /// The period; by default the earliest that is not done
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// A remark
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Print the task as JSON
    #[arg(long)]
    json: bool,
}

/// Records the extension; the first deadline stays visible.
///
/// # Errors
/// When the address, period or time is not known, the time has no last day, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let found = typed::place(&snapshot, &arguments.address)?;
    let place = found.task(session.lang)?;
    let to = typed::time(&arguments.when, found.tracked.plan().term())?;
    if !is_deadline(to) {
        return Err(Failure::Said(command::no_deadline(session.lang, &arguments.when)));
    }
    let extension = Extension {
        task: found.tracked.task(place).id.clone(),
        period: typed::period_or_current(&found, place, arguments.period.as_deref(), &snapshot.as_of())?,
        to,
        evidence: arguments.evidence.clone(),
        note: arguments.note.clone(),
    };
    let changes = [Change::Extend { plan: found.tracked.plan().id.clone(), extension }];
    let committed = workspace.commit(changes.to_vec())?;
    told::act(session, &committed.snapshot, &changes, arguments.json)
}

/// Whether a time has one last day.
fn is_deadline(when: When) -> bool {
    match when {
        When::In(span) => span.last().is_some(),
        When::By(_) | When::Before(_) => true,
        When::Every(_) | When::Ongoing | When::Pending => false,
    }
}
