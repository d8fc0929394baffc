//! `tiendo check`: every file of the workspace read strictly, and what is wrong in it.

use clap::Args;
use serde::Serialize;

use crate::cli::commands::proof;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::locale::{Lang, verify as words};
use crate::workspace::Flaw;

/// How it is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
    /// Prove every promise on the files as they are: read and written alike, ids, modes, the lock, the disk
    #[arg(long)]
    verify: bool,
}

/// Prints the findings, or that all is well.
///
/// # Errors
/// When something was found, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    if arguments.verify {
        let proofs = session.open_quietly()?.verify();
        return if arguments.json {
            proof::print_json(session, &proofs)
        } else {
            proof::print(session, &proofs)
        };
    }
    let workspace = session.open_quietly()?;
    let flaws = workspace.check();
    if arguments.json {
        let records: Vec<Record<'_>> = flaws.iter().map(|flaw| Record::of(session.lang, flaw)).collect();
        session.json(&records)?;
    } else if flaws.is_empty() {
        session.out.line(&words::all_sound(session.lang, workspace.file_count()))?;
    } else {
        session.table(&table(session.lang, &flaws))?;
    }
    if flaws.is_empty() { Ok(()) } else { Err(Failure::Found) }
}

/// "plans/03-kh-bcd-2022.json:12:5  what is wrong".
fn table(lang: Lang, flaws: &[Flaw]) -> Table {
    let mut table = Table::new([Column::Whole, Column::Title(24)]);
    for flaw in flaws {
        let numbers = [flaw.line, flaw.column].into_iter().flatten().map(|number| format!(":{number}"));
        let place: String = std::iter::once(flaw.file.clone()).chain(numbers).collect();
        table.row([Cell::new(&place), flaw.sentence(lang).into()]);
    }
    table
}

/// A finding for programs.
#[derive(Serialize)]
struct Record<'s> {
    file: &'s str,
    line: Option<usize>,
    column: Option<usize>,
    reason: String,
}

impl<'s> Record<'s> {
    fn of(lang: Lang, flaw: &'s Flaw) -> Self {
        Self { file: &flaw.file, line: flaw.line, column: flaw.column, reason: flaw.sentence(lang) }
    }
}
