//! Readers: the bytes of any document to its transcript, text whose lines the recognisers read.
//!
//! What a document is, its bytes say, never its name (`kind`). Each reader keeps the labels that a person sees in front
//! of items, and tables as rows between bars, a cell that spans rows marked in the rows below. Footnotes, headers and
//! footers, remarks and what was struck out stay out.

mod archive;
mod bullet;
mod counting;
mod docx;
mod html;
mod kind;
mod legacy;
mod limit;
mod odt;
mod plain;
mod transcript;
mod xlsx;
mod xml;

use std::borrow::Cow;

use super::ImportError;
use super::finding::Doubt;
use archive::Archive;
use kind::Kind;

pub use legacy::Legacy;
pub use limit::Limit;
pub(super) use transcript::DITTO;

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

/// Reads a document's bytes to its transcript.
///
/// # Errors
/// When the bytes are no document that can be read, hold no letter, or are beyond a limit.
pub(super) fn transcript(bytes: &[u8]) -> Result<Text<'_>, ImportError> {
    let text = match kind::of(bytes)? {
        Kind::Plain => match plain::read(bytes) {
            Ok(text) => text,
            Err(error) => {
                let (lines, legacy) = legacy::decoded(bytes).ok_or(error)?;
                return Ok(Text { lines: lines.into(), doubts: vec![Doubt::Legacy(legacy)] });
            }
        },
        Kind::Word => docx::read(Archive::open(bytes)?)?.into(),
        Kind::Page => html::read(bytes)?.into(),
        Kind::Sheets => xlsx::read(bytes)?.into(),
        Kind::OpenText => odt::read(Archive::open(bytes)?)?.into(),
    };
    if text.len() > TEXT {
        return Err(ImportError::Beyond(Limit::Text));
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(ImportError::NoText);
    }
    let (lines, legacy) = legacy::restored(text);
    Ok(Text { lines, doubts: legacy.map(Doubt::Legacy).into_iter().collect() })
}
