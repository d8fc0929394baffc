//! `tiendo show PLAN | PLAN:ADDRESS`: a plan, a section, or all that is known of a task.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::task_table::Chosen;
use crate::cli::{plan_sheet, task_sheet, task_table, typed};
use crate::domain::Target;

/// What is shown.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The plan, or a section, group or task of it
    #[arg(value_name = "PLAN[:ADDRESS]")]
    address: String,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

/// Prints the sheet of a plan or task, or the tasks of a section.
///
/// # Errors
/// When the address names nothing, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let snapshot = session.open()?.snapshot();
    let found = typed::place(&snapshot, &arguments.address)?;
    match found.target {
        Target::Plan if arguments.json => session.json(&plan_sheet::Record::of(found.tracked)),
        Target::Plan => session.table(&plan_sheet::table(session.lang, found.tracked)),
        Target::Task(place) if arguments.json => {
            session.json(&task_sheet::Record::of(found.tracked, place, &snapshot.as_of()))
        }
        Target::Task(place) => {
            let (facts, history) = task_sheet::tables(session.lang, found.tracked, place, &snapshot.as_of());
            session.table(&facts)?;
            if !history.is_empty() {
                session.out.line("")?;
            }
            session.table(&history)
        }
        Target::Section(_) => {
            let places = (0..found.tracked.outline().nodes().len()).filter(|place| found.holds(*place));
            let tasks = places.map(|place| (place, String::new())).collect();
            let chosen = [Chosen { tracked: found.tracked, tasks }];
            if arguments.json {
                return session.json(&task_table::rows(&chosen, &snapshot));
            }
            session.table(&task_table::table(session.lang, &chosen, &snapshot))
        }
    }
}
