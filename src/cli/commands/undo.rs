//! `tiendo undo [ID]`: takes back the last act of one's own, or any by its id.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::taken_back;
use crate::domain::EventId;

/// Which act.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The act's id, as `tiendo log` shows it; by default your own last one
    #[arg(value_name = "ID")]
    act: Option<EventId>,
    /// Print what was taken back as JSON
    #[arg(long)]
    json: bool,
}

/// Takes the act back and says what it was.
///
/// # Errors
/// When there is nothing to take back, or somebody changed the same thing since.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let taken = session.open()?.undo(arguments.act)?;
    taken_back::tell(session, taken_back::Way::Undo, &taken, arguments.json)
}
