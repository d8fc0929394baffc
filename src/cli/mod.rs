//! The face for scripts and quick work: one command, its lines on standard output, an exit status.
//!
//! [`run`] reads the arguments and carries the command out. A call without a command, and the review of a draft, wants the screen: that is told to
//! the caller, for no command opens it. What is typed wrong is answered with what is near ([`typed`]); every line goes
//! out through [`output`], made harmless and fitted by [`table`].

mod act_name;
mod addresses;
mod arguments;
mod chronicle;
mod commands;
mod csv;
mod drafted;
mod environment;
mod event_words;
mod failure;
mod help;
mod json;
mod log_lines;
mod output;
mod plan_figures;
mod plan_list;
mod plan_sheet;
mod progress;
mod proposed;
mod session;
mod short_id;
mod sign;
mod styled;
mod table;
mod taken_back;
mod task_row;
mod task_sheet;
mod task_table;
mod task_words;
mod told;
mod typed;
mod usage;
mod width;

use std::ffi::OsString;

use clap::FromArgMatches;

use crate::locale::{self, Lang};
use crate::workspace::{Absent, Options, Wanted};
use arguments::Arguments;
use session::Session;

pub use environment::language as spoken;
pub use output::say;

/// What a call of the program came to.
#[derive(Debug)]
pub enum Ran {
    /// A command ran, or none could: the process ends with this status.
    Ended(u8),
    /// No command was named, or one that wants the screen: it is to be opened on a workspace.
    Screen {
        /// Which workspace, and how.
        options: Options,
        /// Whether it is the demonstration instead.
        demo: bool,
        /// The language that was asked for by name.
        lang: Option<Lang>,
        /// The draft that it is to review at once.
        review: Option<Wanted>,
    },
}

/// Reads arguments and carries out their command. The exit status is 0 when done, 1 when something was found or failed
/// as said, 2 when the arguments are wrong.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Ran {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = help::asked(&arguments).unwrap_or_else(environment::language);
    let today = match environment::today() {
        Ok(today) => today,
        Err(typed) => {
            say(&locale::usage::wrong_today(lang, environment::TODAY, &typed));
            return Ran::Ended(WRONG_USAGE);
        }
    };
    let mut program = help::command(lang);
    let read = program.try_get_matches_from_mut(&arguments);
    let Arguments { globals, command } = match read.and_then(|read| Arguments::from_arg_matches(&read)) {
        Ok(arguments) => arguments,
        Err(error) => return Ran::Ended(refuse(lang, &error, &help::called(&program, &arguments))),
    };
    let mut review = None;
    if let Some(command) = command {
        let mut session = Session::new(globals.clone(), today);
        match command.review(&session) {
            Ok(Some(wanted)) => review = Some(wanted),
            Ok(None) => {
                let done = command.run(&mut session).and_then(|()| session.finish());
                return Ran::Ended(done.map_or_else(|failure| session.end(&failure), |()| 0));
            }
            Err(failure) => return Ran::Ended(session.end(&failure)),
        }
    }
    // A review may bring in the first plan of a workspace.
    let absent = if review.is_some() { Absent::Empty } else { Absent::Refused };
    let options = Options { absent, ..globals.options(today) };
    Ran::Screen { options, demo: globals.demo, lang: globals.lang, review }
}

/// The exit status when the arguments are wrong.
const WRONG_USAGE: u8 = 2;

/// Prints what clap has to say of a call: help and the version with success; an error of usage, which quotes what was
/// typed, in our own words.
fn refuse(lang: Lang, error: &clap::Error, called: &str) -> u8 {
    if error.use_stderr() {
        say(&usage::sentence(lang, error, called));
        return WRONG_USAGE;
    }
    // With the output closed there is nobody to tell.
    let _ = error.print();
    0
}
