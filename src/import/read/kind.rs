//! What a document is, as its first bytes say.

use super::super::ImportError;
use super::archive::Archive;
use super::html;

/// What can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, plain or Markdown.
    Plain,
    /// A web page.
    Page,
    /// A Word document: docx.
    Word,
    /// Sheets of Excel: xlsx.
    Sheets,
    /// A text document of `LibreOffice`: odt.
    OpenText,
}

/// How files begin that cannot be read, whatever they are called: PDF, the older Word, RTF.
const OTHERS: [&[u8]; 3] = [b"%PDF", b"\xD0\xCF\x11\xE0", b"{\\rtf"];

/// Tells the kind.
///
/// # Errors
/// When it is one that cannot be read.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, ImportError> {
    if OTHERS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(ImportError::NotPlain);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(if html::is_page(bytes) { Kind::Page } else { Kind::Plain });
    }
    let archive = Archive::open(bytes)?;
    if archive.has("content.xml") {
        return Ok(Kind::OpenText);
    }
    if archive.has("xl/workbook.xml") {
        return Ok(Kind::Sheets);
    }
    let is_word = archive.has("word/document.xml") || archive.has("_rels/.rels");
    if is_word { Ok(Kind::Word) } else { Err(ImportError::NotPlain) }
}
