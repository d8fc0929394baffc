//! The arguments of the program: what holds for every command, and which commands there are.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use super::commands::{
    agenda, bring, check, completions, conflicts, convert, extend, import, list, log, man, mark,
    merge_driver, note, progress, redo, remind, rollover, show, sync, undo, units, workload,
};
use super::environment;
use super::failure::Failure;
use super::session::Session;
use super::typed;
use crate::locale::Lang;
use crate::workspace::{Absent, CONVERT, Options, Wanted};

/// Track the tasks of Vietnamese administrative plans.
///
/// Without a command the screen opens.
#[derive(Debug, Parser)]
#[command(name = "tiendo", version, max_term_width = 100)]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub globals: Globals,
    /// The command; without one the screen is wanted.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
pub struct Globals {
    /// The workspace's folder; by default that of `TIENDO_WORKSPACE`, else the user's own
    #[arg(long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// The language of the messages; by default that of the environment
    #[arg(long, global = true, value_parser = languages())]
    pub lang: Option<Lang>,
    /// Show everything as it stood on a day, such as 2022-03-18 or 18/3/2022
    #[arg(long, global = true, value_name = "DATE", value_parser = typed::day)]
    pub as_of: Option<NaiveDate>,
    /// Open for reading alone
    #[arg(long, global = true)]
    pub readonly: bool,
    /// Work on a private copy of the sample plans
    #[arg(long, global = true)]
    pub demo: bool,
}

impl Globals {
    /// How the workspace is to be opened, `today` being the day that the environment fixes.
    pub fn options(&self, today: Option<NaiveDate>) -> Options {
        Options {
            folder: self.workspace.clone().or_else(environment::workspace),
            readonly: self.readonly,
            today,
            as_of: self.as_of,
            absent: Absent::Refused,
            by: None,
        }
    }
}

fn languages() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new([Lang::Vi.code(), Lang::En.code()])
        .map(|code| Lang::from_code(&code).unwrap_or_default())
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Bring in plans from documents
    Import(import::Arguments),
    /// List tasks, those that fit all filters
    List(list::Arguments),
    /// Show the plans, a plan, a section or all that is known of a task
    Show(show::Arguments),
    /// Mark tasks as in progress
    Start(mark::Arguments),
    /// Mark tasks as reported done, not yet confirmed
    Reported(mark::Arguments),
    /// Mark tasks as done
    Done(mark::Arguments),
    /// Mark tasks as paused
    Pause(mark::Arguments),
    /// Mark tasks as cancelled; they leave the figures
    Cancel(mark::Arguments),
    /// Open tasks again that were done or cancelled
    Reopen(mark::Arguments),
    /// Say how far a task has come, in percent
    Progress(progress::Arguments),
    /// Write a remark on a task
    Note(note::Arguments),
    /// Move the deadline of a task
    Extend(extend::Arguments),
    /// Write the letter that reminds a unit of what is late or due soon
    Remind(remind::Arguments),
    /// Draft next year's plan from this year's
    Rollover(rollover::Arguments),
    /// The directory of units: names, short names, members
    Units(units::Arguments),
    /// Count what each unit owes, quarter by quarter
    Workload(workload::Arguments),
    /// List open tasks by when they fall due
    Agenda(agenda::Arguments),
    /// List what was done and by whom, newest first
    Log(log::Arguments),
    /// Take back your last act, or any by its id
    Undo(undo::Arguments),
    /// Take back your last undo
    Redo(redo::Arguments),
    /// Bring in what the screen could not save and wrote to a file
    Bring(bring::Arguments),
    /// Read every file of the workspace and report what is wrong in it
    Check(check::Arguments),
    /// Bring the workspace together with the other clones, through git
    Sync(sync::Arguments),
    /// List what git could not merge, or decide it
    Conflicts(conflicts::Arguments),
    /// Merge three copies of a file; git calls this
    #[command(hide = true)]
    MergeDriver(merge_driver::Arguments),
    /// Convert a document by other people's readers; tiendo calls itself for that
    #[command(hide = true, name = CONVERT)]
    Convert(convert::Arguments),
    /// Print the completions for a shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man(man::Arguments),
}

impl Command {
    /// The draft that the command wants to have reviewed on the screen; `None` where it wants no screen.
    ///
    /// # Errors
    /// When what it names is not there.
    pub fn review(&self, session: &Session) -> Result<Option<Wanted>, Failure> {
        match self {
            Self::Import(arguments) => arguments.review(session),
            Self::Rollover(arguments) => arguments.review(session),
            _ => Ok(None),
        }
    }

    /// Carries the command out.
    ///
    /// # Errors
    /// When it cannot do what it was asked.
    pub fn run(self, session: &mut Session) -> Result<(), Failure> {
        match self {
            Self::Import(arguments) => import::run(&arguments, session),
            Self::List(arguments) => list::run(&arguments, session),
            Self::Show(arguments) => show::run(&arguments, session),
            Self::Start(arguments) => mark::run(mark::Mark::Start, &arguments, session),
            Self::Reported(arguments) => mark::run(mark::Mark::Reported, &arguments, session),
            Self::Done(arguments) => mark::run(mark::Mark::Done, &arguments, session),
            Self::Pause(arguments) => mark::run(mark::Mark::Pause, &arguments, session),
            Self::Cancel(arguments) => mark::run(mark::Mark::Cancel, &arguments, session),
            Self::Reopen(arguments) => mark::run(mark::Mark::Reopen, &arguments, session),
            Self::Progress(arguments) => progress::run(&arguments, session),
            Self::Note(arguments) => note::run(&arguments, session),
            Self::Extend(arguments) => extend::run(&arguments, session),
            Self::Remind(arguments) => remind::run(&arguments, session),
            Self::Rollover(arguments) => rollover::run(&arguments, session),
            Self::Units(arguments) => units::run(&arguments, session),
            Self::Workload(arguments) => workload::run(&arguments, session),
            Self::Agenda(arguments) => agenda::run(&arguments, session),
            Self::Log(arguments) => log::run(&arguments, session),
            Self::Undo(arguments) => undo::run(&arguments, session),
            Self::Redo(arguments) => redo::run(&arguments, session),
            Self::Bring(arguments) => bring::run(&arguments, session),
            Self::Check(arguments) => check::run(&arguments, session),
            Self::Sync(arguments) => sync::run(&arguments, session),
            Self::Conflicts(arguments) => conflicts::run(&arguments, session),
            Self::MergeDriver(arguments) => merge_driver::run(&arguments),
            Self::Convert(arguments) => convert::run(&arguments, session),
            Self::Completions(arguments) => completions::run(&arguments, session),
            Self::Man(arguments) => man::run(&arguments, session),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }
}
