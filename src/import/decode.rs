//! Bytes to text: UTF-8, with or without a byte order mark, and UTF-16 that has one; anything else is one clear error.

use std::borrow::Cow;

use super::ImportError;

/// How files begin that hold no plain text, whatever they are called: zip (docx, odt), PDF, the older Word, RTF.
const BINARY: [&[u8]; 4] = [b"PK\x03\x04", b"%PDF", b"\xD0\xCF\x11\xE0", b"{\\rtf"];

/// Reads the document's bytes as text.
///
/// # Errors
/// When the bytes are in another encoding, are no text, or hold no letter at all.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if BINARY.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(ImportError::NotPlain);
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?.into(),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?.into(),
        _ => Cow::from(utf8(bytes)?),
    };
    if text.contains('\0') {
        return Err(ImportError::NotPlain);
    }
    if text.chars().any(char::is_alphabetic) { Ok(text) } else { Err(ImportError::NoText) }
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
        assert_eq!(decode("\u{FEFF}Kế hoạch".as_bytes()).unwrap(), "Kế hoạch");
    }

    #[test]
    fn utf_16_with_its_mark_is_read() {
        let units = "\u{FEFF}Kế hoạch".encode_utf16();
        let little: Vec<u8> = units.clone().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units.flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).unwrap(), "Kế hoạch");
        assert_eq!(decode(&big).unwrap(), "Kế hoạch");
        assert_eq!(decode(b"\xFF\xFE\x00\xD8"), Err(ImportError::NotPlain));
    }

    #[test]
    fn other_encodings_are_refused_with_their_place() {
        assert_eq!(decode("KH\nnă\u{0}".as_bytes()), Err(ImportError::NotPlain));
        assert_eq!(decode(b"KH\nn\xC4\x83\xE3m"), Err(ImportError::NotUtf8 { line: 2, column: 3 }));
        assert_eq!(decode(b"K\0H\0\xFF"), Err(ImportError::NotPlain));
        assert_eq!(decode(b"PK\x03\x04 word"), Err(ImportError::NotPlain));
        assert_eq!(decode(b" \n--"), Err(ImportError::NoText));
    }
}
