//! `tiendo progress ADDRESS PERCENT`: how far a task has come, as a person says.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{told, typed};
use crate::domain::{Change, Update};

/// Which task, and how far.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The task
    address: String,
    /// How far, from 0 to 100
    #[arg(value_parser = typed::percent)]
    percent: u8,
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

/// Records the percentage; a task that nobody had begun is in progress from then on.
///
/// # Errors
/// When the address or period is not known, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let found = typed::place(&snapshot, &arguments.address)?;
    let place = found.task(session.lang)?;
    let period = typed::standing_or_current(&found, place, arguments.period.as_deref(), &snapshot.as_of())?;
    let update = Update {
        task: found.tracked.task(place).id.clone(),
        status: period.as_ref().and_then(|period| period.status_with(arguments.percent)),
        period: period.and_then(|period| period.key),
        percent: Some(arguments.percent),
        note: arguments.note.clone(),
        ..Update::default()
    };
    let changes = [Change::Update { plan: found.tracked.plan().id.clone(), update }];
    let committed = workspace.commit(changes.to_vec())?;
    told::act(session, &committed.snapshot, &changes, arguments.json)
}
