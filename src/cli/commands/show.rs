//! `tiendo show [PLAN | PLAN:ADDRESS]`: all plans, one plan, a section, or all that is known of a task.

use clap::Args;

use crate::cli::chronicle::Chronicle;
use crate::cli::failure::Failure;
use crate::cli::output::say;
use crate::cli::session::Session;
use crate::cli::task_table::Chosen;
use crate::cli::{plan_list, plan_sheet, task_sheet, task_table, typed};
use crate::domain::Target;
use crate::locale::command;

/// What is shown.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The plan, or a section, group or task of it; without one all plans are listed
    #[arg(value_name = "PLAN[:ADDRESS]")]
    address: Option<String>,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

/// Prints the sheet of a plan or task, the tasks of a section, or the list of plans.
///
/// # Errors
/// When the address names nothing, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let Some(address) = &arguments.address else { return plans(arguments, session) };
    let workspace = session.open()?;
    session.say_what_waits(&workspace);
    let snapshot = workspace.snapshot();
    let found = typed::place(&snapshot, address)?;
    session.answers_from(&snapshot, &found.tracked.plan().id);
    match found.target {
        Target::Plan if arguments.json => session.json(&plan_sheet::Record::of(found.tracked, &snapshot)),
        Target::Plan => session.table(&plan_sheet::table(session.lang, found.tracked, &snapshot)),
        Target::Task(place) if arguments.json => {
            session.json(&task_sheet::Record::of(found.tracked, place, &snapshot.as_of()))
        }
        Target::Task(place) => {
            let chronicle = Chronicle { lang: session.lang, snapshot: &snapshot };
            let (facts, history) = task_sheet::tables(chronicle, found.tracked, place);
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

/// Prints the plans, one a row.
fn plans(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let snapshot = session.open_whole()?.snapshot();
    if arguments.json {
        return session.json(&plan_list::records(&snapshot));
    }
    if snapshot.plans.is_empty() && snapshot.unreadable.is_empty() {
        say(command::no_plans(session.lang));
    }
    session.table(&plan_list::table(session.lang, &snapshot))
}
