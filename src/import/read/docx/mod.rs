//! Word documents (.docx): the body's paragraphs with the labels that their lists give them, and its tables.
//!
//! `package` finds the parts, `styles` and `numbering` say what a paragraph's label is, `run` takes the words of a
//! paragraph, `table` the cells of a table; `body` walks through all of it. The names are those of ECMA-376 part 1.

mod body;
mod numbering;
mod package;
mod run;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use super::super::ImportError;
use super::archive::Archive;
use super::transcript::Transcript;
use super::xml;
use body::Body;
use numbering::Numbering;
use package::Package;
use styles::Styles;

/// Reads a Word document.
///
/// # Errors
/// When it is damaged, encrypted, or beyond a limit.
pub(super) fn read(archive: Archive<'_>) -> Result<String, ImportError> {
    let mut package = Package::open(archive)?;
    let main = package.main()?;
    let styles = package.related("styles")?.unwrap_or_default();
    let numbering = package.related("numbering")?.unwrap_or_default();
    let document = xml::parse(&main)?;
    let styles = Styles::read(&styles)?;
    let numbering = Numbering::read(&numbering)?;
    let body = xml::child(document.root_element(), "body").ok_or(ImportError::Damaged)?;
    let mut walk = Body { styles: &styles, numbering, transcript: Transcript::default() };
    walk.blocks(body, 0)?;
    Ok(walk.transcript.finish())
}
