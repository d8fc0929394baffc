//! Bytes to text: UTF-8, with or without a byte order mark, and UTF-16 that has one; anything else is one clear error.

use std::borrow::Cow;

use super::super::ImportError;

/// Reads the document's bytes as text.
///
/// # Errors
/// When the bytes are in another encoding or are no text.
pub(super) fn read(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?.into(),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?.into(),
        _ => Cow::from(utf8(bytes)?),
    };
    if text.contains('\0') { Err(ImportError::NotPlain) } else { Ok(text) }
}

fn utf8(bytes: &[u8]) -> Result<&str, ImportError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        if bytes.contains(&0) {
            return ImportError::NotPlain;
        }
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let column = good.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        ImportError::NotUtf8 { line: good.matches('\n').count() + 1, column }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ImportError> {
    let pairs = bytes.chunks(2).map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or_default()]));
    char::decode_utf16(pairs).collect::<Result<_, _>>().map_err(|_| ImportError::NotPlain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(read("\u{FEFF}Kế hoạch".as_bytes()).unwrap(), "Kế hoạch");
    }

    #[test]
    fn utf_16_with_its_mark_is_read() {
        let units = "\u{FEFF}Kế hoạch".encode_utf16();
        let little: Vec<u8> = units.clone().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units.flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&little).unwrap(), "Kế hoạch");
        assert_eq!(read(&big).unwrap(), "Kế hoạch");
        assert_eq!(read(b"\xFF\xFE\x00\xD8"), Err(ImportError::NotPlain));
    }

    #[test]
    fn other_encodings_are_refused_with_their_place() {
        assert_eq!(read("KH\nnă\u{0}".as_bytes()), Err(ImportError::NotPlain));
        assert_eq!(read(b"KH\nn\xC4\x83\xE3m"), Err(ImportError::NotUtf8 { line: 2, column: 3 }));
        assert_eq!(read(b"K\0H\0\xFF"), Err(ImportError::NotPlain));
    }
}
