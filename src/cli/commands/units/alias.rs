//! `tiendo units alias add | remove UNIT NAME...`: other names of a unit.

use clap::Args;

use super::entry;
use super::list_of_names::{self, NameList};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::domain::Unit;
use crate::locale::{Lang, command};
use crate::text::spelling;
use crate::workspace::Snapshot;

/// Which names come or go.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Let a name be that of another unit, which is the same unit from then on
    #[arg(long, global = true)]
    merge: bool,
    #[command(subcommand)]
    command: list_of_names::Command,
}

/// Adds or removes names.
///
/// # Errors
/// When the unit or a name to be removed is not known, a name is another's, or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let of_others = if arguments.merge { OfOthers::Merged } else { OfOthers::Refused };
    list_of_names::run(&Aliases { of_others, lang: session.lang }, &arguments.command, session)
}

/// What is done with a name that is another unit's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OfOthers {
    Refused,
    Merged,
}

/// The other names of a unit.
struct Aliases {
    of_others: OfOthers,
    lang: Lang,
}

impl NameList for Aliases {
    fn of(unit: &mut Unit) -> &mut Vec<String> {
        &mut unit.aliases
    }

    /// As typed; where another unit is taken in, by that one's name. Only one of which nothing but the name is known
    /// can be taken in: the rest of it would be lost.
    fn entering(&self, snapshot: &Snapshot, unit: &Unit, typed: &str) -> Result<String, Failure> {
        let Some(other) = entry::called(snapshot, typed).filter(|other| *other != unit.name) else {
            return Ok(typed.trim().to_owned());
        };
        let has_more = snapshot.directory.find(&other).is_some_and(|other| !entry::is_bare(other));
        match self.of_others {
            OfOthers::Merged if !has_more => Ok(other),
            _ if has_more => Err(Failure::Said(command::name_taken(self.lang, typed, &other))),
            _ => Err(Failure::Said(command::name_of_unit(self.lang, typed, &other))),
        }
    }

    fn is(&self, _: &Snapshot, listed: &str, typed: &str) -> bool {
        spelling(listed) == spelling(typed)
    }
}
