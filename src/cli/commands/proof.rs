//! `tiendo check --verify`: every promise on a line, with its figure.

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::table::{Cell, Column, Table};
use crate::locale::{Lang, verify as words};
use crate::workspace::{Doubt, Proof};

/// Prints a line a promise, and below it what was found.
///
/// # Errors
/// When a promise is broken.
pub fn print(session: &mut Session, proofs: &[Proof]) -> Result<(), Failure> {
    let lang = session.lang;
    let mut table = Table::new([Column::Whole, Column::Title(24)]);
    for proof in proofs {
        table.row([verdict(lang, proof), proof.sentence(lang).into()]);
        for doubt in &proof.doubts {
            table.row([Cell::default(), told(lang, doubt).into()]);
        }
    }
    session.table(&table)?;
    ended(proofs)
}

/// Prints the same for programs.
///
/// # Errors
/// As [`print`].
pub fn print_json(session: &mut Session, proofs: &[Proof]) -> Result<(), Failure> {
    let lang = session.lang;
    let records: Vec<Record> = proofs.iter().map(|proof| Record::of(lang, proof)).collect();
    session.json(&records)?;
    ended(proofs)
}

fn ended(proofs: &[Proof]) -> Result<(), Failure> {
    if proofs.iter().all(Proof::is_kept) { Ok(()) } else { Err(Failure::Found) }
}

fn verdict(lang: Lang, proof: &Proof) -> Cell {
    match proof.is_kept() {
        true if proof.is_empty() => Cell::new(words::nothing(lang)).styled(Style::new().dimmed()),
        true if proof.is_tried() => Cell::new(words::kept(lang)).styled(AnsiColor::Green.on_default()),
        true => Cell::new(words::untried(lang)).styled(Style::new().dimmed()),
        false => Cell::new(words::broken(lang)).styled(AnsiColor::Red.on_default().bold()),
    }
}

fn told(lang: Lang, doubt: &Doubt) -> String {
    let sentence = doubt.sentence(lang);
    if doubt.is_remark() { words::remark(lang, &sentence) } else { sentence }
}

/// A proof for programs.
#[derive(Serialize)]
struct Record {
    promise: &'static str,
    kept: bool,
    tried: bool,
    figure: usize,
    broken_by: Vec<String>,
    remarks: Vec<String>,
}

impl Record {
    fn of(lang: Lang, proof: &Proof) -> Self {
        let (remarks, broken_by): (Vec<&Doubt>, Vec<&Doubt>) =
            proof.doubts.iter().partition(|doubt| doubt.is_remark());
        let sentences = |doubts: Vec<&Doubt>| doubts.iter().map(|doubt| doubt.sentence(lang)).collect();
        Self {
            promise: proof.promise.name(),
            kept: proof.is_kept(),
            tried: proof.is_tried(),
            figure: proof.figure,
            broken_by: sentences(broken_by),
            remarks: sentences(remarks),
        }
    }
}
