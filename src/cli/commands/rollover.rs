//! `tiendo rollover PLAN`: next year's plan, drafted from this year's.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{proposed, task_table, typed};
use crate::domain::Outline;
use crate::locale::command;
use crate::text::one_line;
use crate::workspace::{Material, Wanted, Wishes, Workspace};

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
    /// Look the draft through on the screen, beside the old plan; nothing is written before it is saved there
    #[arg(long, conflicts_with_all = ["dry_run", "json"])]
    review: bool,
    /// Print the draft and what is doubtful in it, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the plan as JSON
    #[arg(long)]
    json: bool,
}

impl Arguments {
    /// The draft that is to be reviewed on the screen.
    ///
    /// # Errors
    /// When there is no such plan, or its next year cannot be drafted.
    pub fn review(&self, session: &Session) -> Result<Option<Wanted>, Failure> {
        if !self.review {
            return Ok(None);
        }
        let workspace = session.open_quietly()?;
        let plan = self.plan(&workspace)?;
        workspace.roll_over(&plan, &self.wishes())?;
        Ok(Some(Wanted { from: Material::Plan(plan), wishes: self.wishes() }))
    }

    /// The id of the plan to start from.
    fn plan(&self, workspace: &Workspace) -> Result<String, Failure> {
        Ok(typed::place(&workspace.snapshot(), &self.plan)?.tracked.plan().id.clone())
    }

    /// What is said of the new plan beside.
    fn wishes(&self) -> Wishes {
        Wishes { year: self.year, id: self.id.clone() }
    }
}

/// Drafts the plan and commits it unless it is a dry run.
///
/// # Errors
/// When there is no such plan or its statuses cannot be read, the year is its own, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let plan = arguments.plan(&workspace)?;
    let proposal = workspace.roll_over(&plan, &arguments.wishes())?;
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
