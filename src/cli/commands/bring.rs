//! `tiendo bring FILE`: what the screen could not save and wrote to a file, brought in.

use std::path::PathBuf;

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::locale::command as words;
use crate::text::{cut, one_line};
use crate::workspace::{Brought, Outcome};

/// Which file.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file that the screen wrote
    file: PathBuf,
}

/// So many columns of what was typed are told again.
const LONGEST: usize = 100;

/// Brings in what is not saved yet and says of each what became of it; twice is as good as once.
///
/// # Errors
/// When the file cannot be read, or something in it could not be saved.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let brought = session.open()?.bring(&arguments.file)?;
    for Brought { what, outcome } in &brought {
        let (lang, what) = (session.lang, cut(&one_line(what), LONGEST).into_owned());
        let line = match outcome {
            Outcome::Saved => words::brought(lang, &what),
            Outcome::StoodThere => words::stood_there(lang, &what),
            Outcome::Refused(error) => words::not_brought(lang, &what, &error.sentence(lang)),
        };
        session.out.line(&line)?;
    }
    let refused = brought.iter().any(|brought| matches!(brought.outcome, Outcome::Refused(_)));
    if refused { Err(Failure::Found) } else { Ok(()) }
}
