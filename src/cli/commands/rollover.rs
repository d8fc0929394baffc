//! `tiendo rollover PLAN`: next year's plan, drafted from this year's.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{proposed, task_table, typed};
use crate::domain::Outline;
use crate::locale::command;
use crate::text::one_line;

/// Which plan, and for which year.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The plan to start from
    plan: String,
    /// The year of the new plan; by default the one behind the old plan's last
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    year: Option<i32>,
    /// The plan's id; by default made from its number or title and its year
    #[arg(long = "as", value_name = "ID", value_parser = typed::plan_id)]
    id: Option<String>,
    /// Print the draft and what is doubtful in it, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the plan as JSON
    #[arg(long)]
    json: bool,
}

/// Drafts the plan and commits it unless it is a dry run.
///
/// # Errors
/// When there is no such plan or its statuses cannot be read, the year is its own, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let snapshot = workspace.snapshot();
    let old = typed::place(&snapshot, &arguments.plan)?.tracked;
    let plan = old.plan();
    if old.is_unread() {
        return Err(Failure::Said(command::rollover_unread(session.lang, &plan.id)));
    }
    let last = plan.until.unwrap_or(plan.year);
    let year = arguments.year.unwrap_or(last + 1);
    if year <= plan.year {
        return Err(Failure::Said(command::rollover_back(session.lang, &plan.id, plan.year, year)));
    }
    let proposal = workspace.roll_over(&plan.id, year, arguments.id.as_deref())?;
    if !arguments.dry_run {
        workspace.accept(proposal.clone())?;
    }
    if arguments.json {
        return session.json(&proposal.plan);
    }
    if arguments.dry_run {
        return proposed::draft(session, &workspace, &proposal);
    }
    let tasks = Outline::of(&proposal.plan).leaves().count();
    let title = task_table::title(&proposal.plan);
    let line = command::rolled_over(session.lang, tasks, &proposal.plan.id, title);
    session.out.line(&one_line(&command::take_back(session.lang, &line)))?;
    session.table(&proposed::remarks(session.lang, &proposal))
}
