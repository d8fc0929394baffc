//! `tiendo convert-document KIND SECONDS`: this program calls itself to read what strangers made.

use std::io::{self, Read};

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::workspace::convert_confined;

/// What the document on the standard input is, and how long it may take.
#[derive(Debug, Args)]
pub struct Arguments {
    // What the document is.
    kind: String,
    // How many seconds a processor may work on it.
    seconds: u64,
}

/// Prints what the document is converted to.
///
/// # Errors
/// When it cannot be converted.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let input = || {
        let mut bytes = Vec::new();
        // What was not read is missing at the end, where whoever converts it finds that out.
        let _ = io::stdin().lock().read_to_end(&mut bytes);
        bytes
    };
    let converted = convert_confined(&arguments.kind, arguments.seconds, input);
    Ok(session.out.whole(&converted.map_err(|error| Failure::Said(error.to_string()))?)?)
}
