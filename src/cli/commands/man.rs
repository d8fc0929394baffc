//! `tiendo man [COMMAND]`: the manual, one page a command.

use clap::Args;
use clap_mangen::Man;

use crate::cli::failure::Failure;
use crate::cli::help;
use crate::cli::session::Session;
use crate::locale::command;
use crate::text::nearest;

/// Of which command.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The command; without one the page is that of the program
    command: Option<String>,
}

/// Prints the page, for `man -l -`.
///
/// # Errors
/// When there is no such command, or the output is closed.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let mut program = help::command(session.lang);
    program.build();
    let page = match &arguments.command {
        None => Man::new(program),
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            let known: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
            let near =
                || nearest(name, known.iter().copied()).into_iter().map(str::to_owned).collect::<Vec<_>>();
            let unknown = || Failure::Said(command::no_command(session.lang, name, &near().join(", ")));
            let found = found.ok_or_else(unknown)?;
            let title = format!("tiendo-{name}");
            Man::new(found.display_name(title.clone())).title(title)
        }
    };
    let mut text = Vec::new();
    page.render(&mut text)?;
    Ok(session.out.whole(&String::from_utf8_lossy(&text))?)
}
