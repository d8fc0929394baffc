//! Documents of `LibreOffice` (.odt): paragraphs with the labels of their lists, and tables.
//!
//! `lists` counts, `looks` says what a style does to letters and which list it brings, `run` takes the words of a
//! paragraph, `table` lays cells out; `body` walks through all of it. The names are those of OASIS `OpenDocument` 1.3.

mod body;
mod lists;
mod looks;
mod run;
mod table;
#[cfg(test)]
mod tests;

use super::super::ImportError;
use super::archive::Archive;
use super::transcript::Transcript;
use super::xml;
use body::Body;
use lists::Lists;
use looks::Looks;

/// Reads a text document.
///
/// # Errors
/// When it is damaged, encrypted, or beyond a limit.
pub(super) fn read(mut archive: Archive<'_>) -> Result<String, ImportError> {
    if archive.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ImportError::Encrypted);
    }
    let content = archive.part("content.xml")?.ok_or(ImportError::Damaged)?;
    let styles = archive.part("styles.xml")?.unwrap_or_default();
    let content = xml::parse(&content)?;
    let styles = if styles.is_empty() { None } else { Some(xml::parse(&styles)?) };
    let roots = || styles.iter().chain([&content]).map(roxmltree::Document::root_element);
    let text = xml::at(content.root_element(), &["body", "text"]).ok_or(ImportError::Damaged)?;
    let mut walk =
        Body { looks: Looks::read(roots()), lists: Lists::read(roots()), transcript: Transcript::default() };
    walk.blocks(text, 0)?;
    Ok(walk.transcript.finish())
}
