//! The program's entry: arguments in, exit status out.

use std::process::ExitCode;

use tiendo::cli::{self, Ran};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Ran::Ended(status) => ExitCode::from(status),
        Ran::Screen { .. } => ExitCode::FAILURE,
    }
}
