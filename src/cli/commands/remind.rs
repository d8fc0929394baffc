//! `tiendo remind --unit UNIT`: the letter that reminds a unit of what it owes, written down as sent.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::output::say;
use crate::cli::session::Session;
use crate::cli::typed;
use crate::locale::chase;
use crate::query::Index;

/// Whom, and how.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The unit
    #[arg(long, value_name = "UNIT")]
    unit: String,
    /// How it is reminded, such as by telephone; by default by this letter
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Print the letter without writing down that it was sent
    #[arg(long)]
    dry_run: bool,
}

/// Prints the letter over all plans: what is overdue, then what is due soon.
///
/// # Errors
/// When the unit is not known or owes nothing that presses, when the form of the letter cannot be filled in, or the
/// workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = if arguments.dry_run { session.open_whole()? } else { session.open()? };
    let snapshot = workspace.snapshot();
    let index = Index::new(&snapshot.plans, &snapshot.directory);
    let unit = typed::unit_of(index.roster(), &snapshot, &arguments.unit)?;
    let chased = workspace.chase(&unit, arguments.note.as_deref())?;
    if !arguments.dry_run {
        workspace.commit(chased.changes)?;
        say(&chase::written_down(session.lang, &unit, chased.count));
    }
    Ok(session.out.whole(&chased.letter)?)
}
