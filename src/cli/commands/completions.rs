//! `tiendo completions SHELL`: a script that completes the arguments.

use clap::Args;
use clap_complete::Shell;

use crate::cli::failure::Failure;
use crate::cli::help;
use crate::cli::session::Session;

/// For which shell.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the script.
///
/// # Errors
/// When the output is closed.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut help::command(session.lang), "tiendo", &mut script);
    Ok(session.out.whole(&String::from_utf8_lossy(&script))?)
}
