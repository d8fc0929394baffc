//! Readers: the bytes of any document to its transcript, text whose lines the recognisers read.
//!
//! What a document is, its bytes say, never its name (`kind`). Each reader keeps the labels that a person sees in front
//! of items, and tables as rows between bars, a cell that spans rows marked in the rows below. Footnotes, headers and
//! footers, remarks and what was struck out stay out.

mod archive;
mod boxed;
mod bullet;
mod counting;
mod doc;
mod docx;
mod html;
mod kind;
mod legacy;
mod limit;
mod odt;
mod pages;
mod pdf;
mod plain;
mod rtf;
mod transcript;
mod xlsx;
mod xml;

use std::borrow::Cow;

use memchr::memmem;

use super::ImportError;
use super::finding::Doubt;
use archive::Archive;
use kind::Pack;

pub use kind::{Foreign, foreign};
pub use legacy::Legacy;
pub use limit::Limit;
pub(super) use transcript::DITTO;
use transcript::GUESSED;

/// So many bytes of text are understood, a thousand pages; understanding takes longer than reading.
const TEXT: usize = 4 << 20;

/// A document's text, and what its reader had to guess.
#[derive(Debug)]
pub(super) struct Text<'b> {
    /// Its lines.
    pub lines: Cow<'b, str>,
    /// What is doubtful in all of it.
    pub doubts: Vec<Doubt>,
}

/// Reads a document's bytes to its transcript; of a foreign one, what it was converted to.
///
/// # Errors
/// When the bytes are no document that can be read, hold no letter, or are beyond a limit.
pub(super) fn transcript<'b>(bytes: &'b [u8], converted: Option<&'b [u8]>) -> Result<Text<'b>, ImportError> {
    let kind = kind::of(bytes)?;
    let text = match (kind, converted) {
        (None, _) => match plain::read(bytes) {
            Ok(text) if text.len() <= TEXT => pages::drawn(boxed::drawn(text)),
            Ok(text) => text,
            Err(ImportError::NotUtf8 { .. }) if bytes.len() > TEXT => {
                return Err(ImportError::Beyond(Limit::Text));
            }
            Err(error) => {
                let (lines, legacy) = legacy::decoded(bytes).ok_or(error)?;
                return Ok(Text { lines: lines.into(), doubts: vec![Doubt::Legacy(legacy)] });
            }
        },
        (Some(Foreign::Pdf), Some(converted)) => pages::read(&plain::read(converted)?)?.into(),
        (Some(_), Some(converted)) => plain::read(converted)?,
        (Some(Foreign::Pdf | Foreign::OldWord), None) => return Err(ImportError::NotPlain),
        (Some(kind), None) => convert(kind, bytes)?.into(),
    };
    if text.len() > TEXT {
        return Err(ImportError::Beyond(Limit::Text));
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(ImportError::NoText);
    }
    let guessed = converted.is_some_and(|converted| is_guess(bytes, converted));
    let (lines, legacy) = legacy::restored(text);
    let legacy = legacy.map(Doubt::Legacy);
    Ok(Text { lines, doubts: legacy.into_iter().chain(guessed.then_some(Doubt::GuessedLabels)).collect() })
}

/// Whether something in a document's conversion is a guess, so that another program may do better.
#[must_use]
pub fn is_guess(document: &[u8], converted: &[u8]) -> bool {
    let mark = GUESSED.encode_utf8(&mut [0; 4]).to_owned();
    foreign(document) == Some(Foreign::OldWord) && memmem::find(converted, mark.as_bytes()).is_some()
}

/// Converts a foreign document to its transcript, a pdf to its pages, by other people's readers, which may panic, loop or eat up the memory: to be called in a
/// process of its own, with limits.
///
/// # Errors
/// When it is damaged or has a password.
pub fn convert(kind: Foreign, bytes: &[u8]) -> Result<String, ImportError> {
    match kind {
        Foreign::Page => html::read(bytes),
        Foreign::Packed => unpacked(bytes),
        Foreign::RichText => rtf::read(bytes),
        Foreign::Pdf => pdf::read(bytes),
        Foreign::OldWord => doc::read(bytes),
    }
}

fn unpacked(bytes: &[u8]) -> Result<String, ImportError> {
    let archive = Archive::open(bytes)?;
    match kind::of_archive(&archive)? {
        Pack::Word => docx::read(archive),
        Pack::Sheets => xlsx::read(bytes),
        Pack::OpenText => odt::read(archive),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_text_is_understood_in_an_old_encoding_than_in_a_new_one() {
        let bytes = b"K\xD5 ho\xB9ch th\xF9c hi\xD6n quy ch\xD5 d\xA9n ch\xF1\n".repeat(4000);
        assert!(transcript(&bytes, None).is_ok());
        let beyond = ImportError::Beyond(Limit::Text);
        assert_eq!(transcript(&bytes.repeat(40), None).unwrap_err(), beyond);
    }
}
