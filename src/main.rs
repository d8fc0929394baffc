//! The program's entry: arguments in, exit status out; decides between the two faces.

use std::process::ExitCode;

use tiendo::cli::{self, Ran};
use tiendo::locale::Lang;
use tiendo::tui::show::show;
use tiendo::tui::{crash, signals, terminal};
use tiendo::workspace::{Options, Wanted, Workspace};

fn main() -> ExitCode {
    crash::restore_terminal_first();
    signals::outlive_full_files();
    match cli::run(std::env::args_os()) {
        Ran::Ended(status) => ExitCode::from(status),
        Ran::Screen { options, demo, lang, review } => {
            screen(options, demo, lang.unwrap_or_else(cli::spoken), review)
        }
    }
}

/// Opens the screen, and says why where it cannot.
fn screen(options: Options, demo: bool, lang: Lang, wanted: Option<Wanted>) -> ExitCode {
    let opened = if demo { Workspace::demo(options) } else { Workspace::open_unread(options) };
    let shown = opened.map_err(|error| error.sentence(lang)).and_then(|workspace| {
        show(workspace, lang, |name| std::env::var(name).ok(), wanted).map_err(|error| error.sentence(lang))
    });
    let Err(sentence) = shown else { return ExitCode::SUCCESS };
    if terminal::takes_a_last_word() {
        cli::say(&sentence);
    }
    ExitCode::FAILURE
}
