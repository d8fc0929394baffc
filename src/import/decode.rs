//! Bytes to text: UTF-8, with or without a byte order mark; anything else is one clear error.

use super::ImportError;

/// Reads the document's bytes as text.
///
/// # Errors
/// When the bytes are no UTF-8, or hold no letter at all.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, ImportError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    if text.contains('\0') {
        return Err(ImportError::NoText);
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(ImportError::NoText);
    }
    Ok(text)
}

fn not_utf8(bytes: &[u8], at: usize) -> ImportError {
    ImportError::NotUtf8 { line: bytes[..at].split(|byte| *byte == b'\n').count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(decode("\u{FEFF}Kế hoạch".as_bytes()), Ok("Kế hoạch"));
    }

    #[test]
    fn other_encodings_are_refused_with_their_line() {
        assert_eq!(decode(b"KH\nn\xE3m"), Err(ImportError::NotUtf8 { line: 2 }));
        assert_eq!(decode(b"K\0H\0"), Err(ImportError::NoText));
        assert_eq!(decode(b" \n--"), Err(ImportError::NoText));
    }
}
