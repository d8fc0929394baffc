//! How much a document may ask of the program that reads it.

use std::fmt;

/// What a document has too much of: a plan has not, a bomb has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Parts in its archive.
    Parts,
    /// Bytes that come out of its archive.
    Bytes,
    /// Elements in one of its parts.
    Elements,
    /// Tables, frames and elements one inside another.
    Depth,
    /// Cells of tables.
    Cells,
    /// Letters of text.
    Text,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Parts => "parts",
            Self::Bytes => "bytes when unpacked",
            Self::Elements => "elements",
            Self::Depth => "parts one inside another",
            Self::Cells => "cells",
            Self::Text => "letters",
        })
    }
}
