//! The parts of a zipped document, taken out in memory and within limits: a bomb is refused, nothing lands on a disk.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::ImportError;
use super::limit::Limit;

/// The parts of a document, unpacked one by one.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still come out.
    left: u64,
}

/// More parts than any office document has.
const PARTS: usize = 10_000;
/// So much may come out of one document, pictures left alone.
const BYTES: u64 = 64 << 20;

impl<'b> Archive<'b> {
    /// Opens the archive.
    ///
    /// # Errors
    /// When it is damaged or has too many parts.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ImportError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Damaged)?;
        if zip.len() > PARTS {
            return Err(ImportError::Beyond(Limit::Parts));
        }
        Ok(Self { zip, left: BYTES })
    }

    /// Whether a part is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The text of a part; `None` where there is none.
    ///
    /// # Errors
    /// When it is damaged, encrypted, or larger than the limit, whatever the archive says of its size.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let part = match self.zip.by_name(name) {
            Err(ZipError::FileNotFound) => return Ok(None),
            part => part.map_err(|error| failure(&error))?,
        };
        let mut bytes = Vec::new();
        let taken = part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| ImportError::Damaged)?;
        self.left = self.left.checked_sub(taken as u64).ok_or(ImportError::Beyond(Limit::Bytes))?;
        text(bytes).map(Some)
    }

    /// Unpacks every part once, to nowhere: for a library that has no limits.
    ///
    /// # Errors
    /// When a part is damaged or encrypted, or they are too large together.
    pub(super) fn check(mut self) -> Result<(), ImportError> {
        for place in 0..self.zip.len() {
            let part = self.zip.by_index(place).map_err(|error| failure(&error))?;
            let taken =
                io::copy(&mut part.take(self.left + 1), &mut io::sink()).map_err(|_| ImportError::Damaged)?;
            self.left = self.left.checked_sub(taken).ok_or(ImportError::Beyond(Limit::Bytes))?;
        }
        Ok(())
    }
}

fn failure(error: &ZipError) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            ImportError::Encrypted
        }
        _ => ImportError::Damaged,
    }
}

/// A part's bytes as text, without its mark of byte order.
fn text(bytes: Vec<u8>) -> Result<String, ImportError> {
    let text = String::from_utf8(bytes).map_err(|_| ImportError::Damaged)?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}
