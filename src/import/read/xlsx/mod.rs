//! Sheets of Excel: lists of tasks, a row each, under the lines of a letterhead perhaps.

mod sheet;
#[cfg(test)]
mod tests;
mod value;

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::super::ImportError;
use super::archive::Archive;
use super::transcript::Transcript;
use sheet::Rows;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads the sheets that a person sees, one after the other.
///
/// # Errors
/// When the file is damaged, encrypted or beyond a limit.
pub(super) fn read(bytes: &[u8]) -> Result<String, ImportError> {
    // The library unpacks without a limit of its own.
    Archive::open(bytes)?.check()?;
    let mut book = Book::new(Cursor::new(bytes)).map_err(|error| failure(&error))?;
    let seen = book.sheets_metadata().iter();
    let seen =
        seen.filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    let mut transcript = Transcript::default();
    for name in names {
        rows(&mut book, &name, &mut transcript)?.write(&mut transcript)?;
        transcript.gap();
    }
    Ok(transcript.finish())
}

fn rows(book: &mut Book<'_>, name: &str, transcript: &mut Transcript) -> Result<Rows, ImportError> {
    let merged = book.merge_cells_by_sheet_name(name).map_err(|error| failure(&error))?;
    let mut rows = Rows::default();
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| failure(&error))?;
    while let Some(cell) = cells.next_cell().map_err(|error| failure(&error))? {
        let words = value::shown(cell.get_value());
        // Cells share a text that the book has once.
        transcript.weigh(&words)?;
        rows.put(cell.get_position(), words)?;
    }
    for area in &merged {
        rows.merge(area)?;
    }
    Ok(rows)
}

fn failure(error: &XlsxError) -> ImportError {
    match error {
        XlsxError::Password => ImportError::Encrypted,
        _ => ImportError::Damaged,
    }
}
