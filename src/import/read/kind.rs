//! What a document is, as its first bytes say.

use memchr::memmem;

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
    /// One that must be converted first.
    Foreign(Foreign),
}

/// A document that is read by other people's programs or crates, never in this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Pages as they are printed: pdf.
    Pdf,
    /// A document of the older Word: doc.
    OldWord,
}

impl Foreign {
    /// Whether the end of such a document is there; programs that mend one that was cut off would leave out what is missing.
    #[must_use]
    pub fn is_whole(self, bytes: &[u8]) -> bool {
        const END: &[u8] = b"%%EOF";
        const TAIL: usize = 2048;
        let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
        self != Self::Pdf || tail.windows(END.len()).any(|window| window == END)
    }
}

/// Whether bytes are those of a foreign document, whatever it is called.
#[must_use]
pub fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"%PDF") {
        return Some(Foreign::Pdf);
    }
    (is_compound(bytes) && holds(bytes, "WordDocument")).then_some(Foreign::OldWord)
}

/// Whether bytes are those of a compound file, in which the older office programs keep everything and the newer ones what
/// has a password.
fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Whether the place where a compound file says that it lists its streams is there.
fn has_directory(bytes: &[u8]) -> bool {
    let number = |from: usize, length: usize| {
        let own = bytes.get(from..from + length)?;
        Some(own.iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte)))
    };
    let (Some(shift), Some(sector)) = (number(30, 2), number(48, 4)) else { return false };
    shift < 16 && (sector + 1) << shift < bytes.len() as u64
}

/// Whether a compound file has a stream of this name.
fn holds(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}

/// Tells the kind.
///
/// # Errors
/// When it is one that cannot be read.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, ImportError> {
    if let Some(foreign) = foreign(bytes) {
        return Ok(Kind::Foreign(foreign));
    }
    if is_compound(bytes) && holds(bytes, "EncryptedPackage") {
        return Err(ImportError::Encrypted);
    }
    if is_compound(bytes) && !has_directory(bytes) {
        return Err(ImportError::Damaged);
    }
    if is_compound(bytes) || bytes.starts_with(b"{\\rtf") {
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
