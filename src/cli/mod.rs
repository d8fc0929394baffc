//! The face for scripts and quick work: one command, its lines on standard output, an exit status.
//!
//! [`run`] reads the arguments and carries the command out. A call without a command wants the screen: that is told to
//! the caller, for no command opens it. What is typed wrong is answered with what is near ([`typed`]); every line goes
//! out through [`output`], made harmless and fitted by [`table`].

mod act_name;
mod addresses;
mod arguments;
mod chronicle;
mod commands;
mod csv;
mod event_words;
mod failure;
mod json;
mod log_lines;
mod output;
mod plan_figures;
mod plan_list;
mod plan_sheet;
mod session;
mod sign;
mod table;
mod taken_back;
mod task_row;
mod task_sheet;
mod task_table;
mod task_words;
mod told;
mod typed;
mod width;

use std::ffi::OsString;

use clap::Parser;

use crate::locale::Lang;
use crate::workspace::Options;
use arguments::Arguments;
use session::Session;

pub use output::say;
pub use session::spoken;

/// What a call of the program came to.
#[derive(Debug)]
pub enum Ran {
    /// A command ran, or none could: the process ends with this status.
    Ended(u8),
    /// No command was named: the screen is to be opened on a workspace.
    Screen {
        /// Which workspace, and how.
        options: Options,
        /// Whether it is the demonstration instead.
        demo: bool,
        /// The language that was asked for by name.
        lang: Option<Lang>,
    },
}

/// Reads arguments and carries out their command. The exit status is 0 when done, 1 when something was found or failed
/// as said, 2 when the arguments are wrong.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Ran {
    let Arguments { globals, command } = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Ran::Ended(refuse(&error)),
    };
    let Some(command) = command else {
        return Ran::Screen { options: globals.options(), demo: globals.demo, lang: globals.lang };
    };
    let mut session = Session::new(globals);
    let done = command.run(&mut session).and_then(|()| session.finish());
    Ran::Ended(done.map_or_else(|failure| session.end(&failure), |()| 0))
}

/// Prints what clap has to say: help and the version with success, an error of usage, which quotes what was typed,
/// with 2.
fn refuse(error: &clap::Error) -> u8 {
    if error.use_stderr() {
        let sentence = error.render().to_string();
        say(sentence.strip_prefix("error: ").unwrap_or(&sentence).trim_end());
    } else {
        // With the output closed there is nobody to tell.
        let _ = error.print();
    }
    u8::try_from(error.exit_code()).unwrap_or(2)
}
