//! What a document is, as its first bytes say.

use memchr::memmem;

use super::super::ImportError;
use super::archive::Archive;
use super::html;

/// A document in a format of its own. It is read by other people's programs or crates, so in a process with limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A web page.
    Page,
    /// An archive of parts: docx, odt, xlsx.
    Packed,
    /// Rich text: rtf.
    RichText,
    /// Pages as they are printed: pdf.
    Pdf,
    /// A document of the older Word: doc.
    OldWord,
}

/// What an archive of parts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pack {
    /// A Word document: docx.
    Word,
    /// Sheets of Excel: xlsx.
    Sheets,
    /// A text document of `LibreOffice`: odt.
    OpenText,
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
    let starts: [(&[u8], Foreign); 3] =
        [(b"%PDF", Foreign::Pdf), (b"PK\x03\x04", Foreign::Packed), (b"{\\rtf", Foreign::RichText)];
    if let Some((_, kind)) = starts.into_iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(kind);
    }
    if is_compound(bytes) {
        return holds(bytes, "WordDocument").then_some(Foreign::OldWord);
    }
    html::is_page(bytes).then_some(Foreign::Page)
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

/// Tells the kind; `None`: text, plain or Markdown.
///
/// # Errors
/// When it is one that cannot be read.
pub(super) fn of(bytes: &[u8]) -> Result<Option<Foreign>, ImportError> {
    match foreign(bytes) {
        None if is_compound(bytes) => Err(if holds(bytes, "EncryptedPackage") {
            ImportError::Encrypted
        } else if has_directory(bytes) {
            ImportError::NotPlain
        } else {
            ImportError::Damaged
        }),
        kind => Ok(kind),
    }
}

/// Tells what an archive holds.
///
/// # Errors
/// When it is none of an office program.
pub(super) fn of_archive(archive: &Archive<'_>) -> Result<Pack, ImportError> {
    if archive.has("content.xml") {
        return Ok(Pack::OpenText);
    }
    if archive.has("xl/workbook.xml") {
        return Ok(Pack::Sheets);
    }
    let is_word = archive.has("word/document.xml") || archive.has("_rels/.rels");
    if is_word { Ok(Pack::Word) } else { Err(ImportError::NotPlain) }
}
