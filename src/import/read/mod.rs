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
mod limit;
mod odt;
mod plain;
mod transcript;
mod xml;

use std::borrow::Cow;

use super::ImportError;
use archive::Archive;
use kind::Kind;

pub use limit::Limit;
pub(super) use transcript::DITTO;

/// Reads a document's bytes to its transcript.
///
/// # Errors
/// When the bytes are no document that can be read, hold no letter, or are beyond a limit.
pub(super) fn transcript(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    let text = match kind::of(bytes)? {
        Kind::Plain => plain::read(bytes)?,
        Kind::Word => docx::read(Archive::open(bytes)?)?.into(),
        Kind::Page => html::read(bytes)?.into(),
        Kind::OpenText => odt::read(Archive::open(bytes)?)?.into(),
    };
    if text.chars().any(char::is_alphabetic) { Ok(text) } else { Err(ImportError::NoText) }
}
