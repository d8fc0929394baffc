//! `tiendo conflicts [--take ours|theirs] [PLACE...]`: what both sides changed, each in its own way, listed and decided.

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;

use crate::cli::failure::Failure;
use crate::cli::output::say;
use crate::cli::session::Session;
use crate::cli::typed;
use crate::locale::{Lang, git as words};
use crate::text::one_line;
use crate::workspace::Side;
use crate::workspace::git::{Conflict, ConflictKind, MergeEnd, Trace};

/// Which places, and which side.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The places as they are listed, a plan, or an address in one such as `03:II.4`; by default all
    #[arg(value_name = "PLACE")]
    places: Vec<String>,
    /// Decide them for one side: ours is what stands here, theirs is what came in
    #[arg(long, value_name = "SIDE")]
    take: Option<Taken>,
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

/// A side as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Taken {
    Ours,
    Theirs,
}

/// Lists the conflicts, or decides them.
///
/// # Errors
/// When there are some left, when a place is none of theirs, or when git or the workspace refuses.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open_quietly()?;
    let conflicts =
        typed::conflicts(&workspace.snapshot(), workspace.conflicts()?, &arguments.places, session.lang)?;
    let Some(taken) = arguments.take else { return list(&conflicts, arguments.json, session) };
    if conflicts.is_empty() {
        say(words::no_conflicts(session.lang));
        return Ok(());
    }
    let side = match taken {
        Taken::Ours => Side::Ours,
        Taken::Theirs => Side::Theirs,
    };
    let settled = workspace.settle(&conflicts, side)?;
    let lang = session.lang;
    let then = match settled.ends_by {
        _ if settled.left > 0 => words::left(lang, settled.left),
        Some(MergeEnd::Commit) => words::then_commit(lang).to_owned(),
        Some(MergeEnd::Sync) | None => words::then_sync(lang).to_owned(),
    };
    session.out.line(&format!("{}; {then}", words::decided(lang, settled.decided)))?;
    Ok(())
}

fn list(conflicts: &[Conflict], as_json: bool, session: &mut Session) -> Result<(), Failure> {
    if as_json {
        let records: Vec<Record<'_>> = conflicts.iter().map(Record::of).collect();
        session.json(&records)?;
    } else if conflicts.is_empty() {
        say(words::no_conflicts(session.lang));
    }
    for conflict in conflicts.iter().filter(|_| !as_json) {
        for line in told(session.lang, conflict) {
            session.out.line(&one_line(&line))?;
        }
    }
    if conflicts.is_empty() {
        return Ok(());
    }
    if !as_json {
        say(words::how_to_decide(session.lang));
    }
    Err(Failure::Found)
}

/// The place, its task, and what stands on the sides.
fn told(lang: Lang, conflict: &Conflict) -> Vec<String> {
    let task = conflict.task.as_ref().map(|task| format!("   {} {}", task.number, task.title));
    let head = format!("{}{}", conflict.name(), task.unwrap_or_default());
    let sides = conflict.told(lang).into_iter().map(|side| format!("  {side}"));
    std::iter::once(head).chain(sides).collect()
}

/// A conflict for programs.
#[derive(Serialize)]
struct Record<'c> {
    place: String,
    file: &'c str,
    at: &'c str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'c Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<Said<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theirs: Option<Said<'c>>,
}

/// What stands on a side, and who wrote it.
#[derive(Serialize)]
struct Said<'c> {
    value: &'c Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

impl<'c> Record<'c> {
    fn of(conflict: &'c Conflict) -> Self {
        let said = |value: &'c Option<Value>, trace: &'c Option<Trace>| {
            value.as_ref().map(|value| Said {
                value,
                by: trace.as_ref().map(|trace| trace.by.as_str()),
                at: trace.as_ref().map(|trace| trace.at.to_rfc3339()),
            })
        };
        Self {
            place: conflict.name(),
            file: &conflict.file,
            at: &conflict.at,
            kind: match conflict.kind {
                ConflictKind::Place => "place",
                ConflictKind::Journal => "journal",
                ConflictKind::Foreign => "foreign",
            },
            number: conflict.task.as_ref().map(|task| task.number.as_str()),
            title: conflict.task.as_ref().map(|task| task.title.as_str()),
            before: conflict.base.as_ref(),
            ours: said(&conflict.ours, &conflict.ours_by),
            theirs: said(&conflict.theirs, &conflict.theirs_by),
        }
    }
}
