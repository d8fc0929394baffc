//! The encoding of a page: by its mark, by what it says of itself, else UTF-8, else the one that Word writes for
//! Vietnamese.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1258};

/// So far from its start a page says its encoding.
const HEAD: usize = 4096;

/// The page as text. What its encoding does not know becomes a replacement character.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((marked, length)) = Encoding::for_bom(bytes) {
        return marked.decode_without_bom_handling(&bytes[length..]).0;
    }
    // A page that was saved again by an editor says one encoding and has another.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    let said = said(&bytes[..bytes.len().min(HEAD)]).filter(|said| *said != UTF_8);
    said.unwrap_or(WINDOWS_1258).decode_without_bom_handling(bytes).0
}

/// The bytes behind a mark of UTF-8.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// What a `<meta>` or an XML declaration names.
fn said(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let named = |key: &str| {
        let (_, rest) = head.split_once(key)?;
        let rest = rest.trim_start_matches([' ', '=', '"', '\'']);
        let label: String = rest.chars().take_while(|c| c.is_alphanumeric() || "-_:".contains(*c)).collect();
        Encoding::for_label(label.as_bytes())
    };
    named("charset").or_else(|| named("encoding"))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_mark_then_the_letters_then_what_is_said() {
        assert_eq!(decode("\u{FEFF}Huế".as_bytes()), "Huế");
        assert_eq!(decode("<meta charset=windows-1252>Huế".as_bytes()), "<meta charset=windows-1252>Huế");
        assert_eq!(
            decode(b"<meta content='text/html; charset=windows-1252'>\xD4 \x96"),
            "<meta content='text/html; charset=windows-1252'>Ô –"
        );
        assert_eq!(decode(b"Hu\xEA\xEC"), "Huê\u{301}");
    }
}
