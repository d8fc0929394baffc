//! `tiendo redo`: brings again what was last taken back.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::taken_back;

/// How it is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Print what was brought again as JSON
    #[arg(long)]
    json: bool,
}

/// Takes one's own last undo back and says what stands again.
///
/// # Errors
/// When there is no undo to take back.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let taken = session.open()?.redo()?;
    taken_back::tell(session, taken_back::Way::Redo, &taken, arguments.json)
}
