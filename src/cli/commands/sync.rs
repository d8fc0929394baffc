//! `tiendo sync`: brings the workspace together with the other clones, through git; `--setup` makes it ready once.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::output::{say, say_to_a_person};
use crate::cli::session::Session;
use crate::locale::{Lang, git as words};
use crate::workspace::Workspace;
use crate::workspace::git::{Step, SyncStep, Synced};

/// What is to be done.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Make this clone ready once: the repository, how git merges, and where to share, such as `/srv/office.git`
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1)]
    #[allow(clippy::option_option, reason = "as clap tells an option from its value")]
    setup: Option<Option<String>>,
    /// With --setup: take the address as it is, without trying whether a repository answers there
    #[arg(long, requires = "setup")]
    offline: bool,
}

/// Shares the workspace, or makes it ready to be shared.
///
/// # Errors
/// When git is missing or refuses, when the other machine does not answer, or when something is left to decide.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    match &arguments.setup {
        Some(address) => {
            let workspace = session.open_or_create()?;
            if let Some(address) = address.as_deref().filter(|_| !arguments.offline) {
                workspace.try_remote(address)?;
            }
            set_up(&workspace, address.as_deref(), session)
        }
        None => share(&session.open_quietly()?, session),
    }
}

fn set_up(workspace: &Workspace, address: Option<&str>, session: &mut Session) -> Result<(), Failure> {
    let steps = workspace.set_up(address)?;
    let lang = session.lang;
    if steps.is_empty() {
        session.out.line(words::all_set_up(lang))?;
    }
    for step in &steps {
        session.out.line(&crate::text::one_line(&told(lang, step)))?;
    }
    Ok(())
}

fn told(lang: Lang, step: &Step) -> String {
    match step {
        Step::Repository => words::made_repository(lang).to_owned(),
        Step::File(file) => words::wrote_file(lang, file),
        Step::Driver => words::told_driver(lang).to_owned(),
        Step::Person(name) => words::told_person(lang, name),
        Step::Remote(address) => words::told_remote(lang, address),
        Step::OtherRemote { old, new } => words::told_other_remote(lang, old, new),
    }
}

fn share(workspace: &Workspace, session: &mut Session) -> Result<(), Failure> {
    let lang = session.lang;
    let synced = workspace.sync(lang, |step, remote| {
        say_to_a_person(&match step {
            SyncStep::Fetch => words::fetching(lang, remote),
            SyncStep::Push => words::pushing(lang, remote),
        });
    })?;
    for unreadable in &synced.left_out {
        say(&words::left_out(lang, &unreadable.file));
    }
    session.out.line(&outcome(lang, &synced))?;
    if synced.conflicts > 0 || !synced.left_out.is_empty() { Err(Failure::Found) } else { Ok(()) }
}

/// What came and what went, in a line.
fn outcome(lang: Lang, synced: &Synced) -> String {
    if synced.conflicts > 0 {
        return words::undecided(lang, synced.conflicts);
    }
    let brought = (synced.brought > 0).then(|| words::brought(lang, synced.brought));
    let sent = (synced.sent > 0).then(|| words::sent(lang, synced.sent));
    let parts: Vec<String> = brought.into_iter().chain(sent).collect();
    if parts.is_empty() { words::nothing_new(lang).to_owned() } else { parts.join("; ") }
}
