//! `tiendo undo [ID]`: takes back the last act of one's own, or any by its id.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{act_name, taken_back};

/// Which act.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The act, by the end of its id that `tiendo log` shows; by default your own last one
    #[arg(value_name = "ID")]
    act: Option<String>,
    /// Print what was taken back as JSON
    #[arg(long)]
    json: bool,
}

/// Takes the act back and says what it was.
///
/// # Errors
/// When there is nothing to take back, or somebody changed the same thing since.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let act =
        arguments.act.as_deref().map(|typed| act_name::typed(&workspace.snapshot(), typed, session.lang));
    let taken = workspace.undo(act.transpose()?)?;
    taken_back::tell(session, taken_back::Way::Undo, &taken, arguments.json)
}
