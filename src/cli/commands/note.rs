//! `tiendo note ADDRESS TEXT`: a remark on a task.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{told, typed};
use crate::domain::{Change, Target, Update};
use crate::locale::command;

/// Which task, and what is said of it.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The task or group
    address: String,
    /// The remark; several words need no quotes
    #[arg(required = true)]
    text: Vec<String>,
    /// The unit that it is about
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// The period; by default the earliest that is not done
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// The number of a document that shows it
    #[arg(long, value_name = "NUMBER")]
    evidence: Option<String>,
    /// Print the task as JSON
    #[arg(long)]
    json: bool,
}

/// Records the remark.
///
/// # Errors
/// When the address, unit or period is not known, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let found = typed::place(&snapshot, &arguments.address)?;
    let Target::Task(place) = found.target else {
        return Err(Failure::Said(command::not_one_task(session.lang, &found.address())));
    };
    let update = Update {
        task: found.tracked.task(place).id.clone(),
        period: typed::period_or_current(&found, place, arguments.period.as_deref(), &snapshot.as_of())?,
        unit: arguments.unit.as_deref().map(|typed| typed::unit(&snapshot, typed)).transpose()?,
        note: Some(arguments.text.join(" ")),
        evidence: arguments.evidence.clone(),
        ..Update::default()
    };
    let changes = [Change::Update { plan: found.tracked.plan().id.clone(), update }];
    let committed = workspace.commit(changes.to_vec())?;
    told::act(session, &committed.snapshot, &changes, arguments.json)
}
