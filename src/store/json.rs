//! JSON in and out: strict, and with line and column in characters where it is refused.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::fault::{Fault, TextPosition, Unreadable};

/// A refusal and its place.
pub(super) type Refusal = (Option<TextPosition>, Fault);

/// Reads a value of a known shape. Known fields must not be doubled; unknown ones are passed over.
pub(super) fn typed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    parse(bytes)
}

/// Reads any JSON that this program can write again without loss: no doubled key, no number out of range.
pub(super) fn strict(bytes: &[u8]) -> Result<Value, Refusal> {
    parse(bytes).map(|Strict(value)| value)
}

/// Reads a value that stands alone on a line of a file.
///
/// # Errors
/// When it is none of that shape, with the place in the file.
pub fn from_line<T: DeserializeOwned>(file: &str, number: usize, line: &str) -> Result<T, Unreadable> {
    typed(line.as_bytes()).map_err(|(at, fault)| {
        let column = at.map_or(1, |at| at.column);
        Unreadable { file: file.to_owned(), at: Some(TextPosition { line: number, column }), fault }
    })
}

/// Looks once whether all of it is text, many bytes a step; the parser would look again at each string.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let Ok(text) = simdutf8::basic::from_utf8(bytes) else { return Err(damage(bytes).unwrap_or(NOT_TEXT)) };
    serde_json::from_str(text).map_err(|error| damage(bytes).unwrap_or_else(|| misread(bytes, &error)))
}

const NOT_TEXT: Refusal = (None, Fault::NotUtf8);

/// Writes JSON as the files have it: two spaces, a final newline.
///
/// # Errors
/// When the value has a key that is no text.
pub fn to_bytes(value: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Names the damages that files really suffer, so that they are told before the parser's words.
fn damage(bytes: &[u8]) -> Option<Refusal> {
    if bytes.is_empty() {
        return Some((None, Fault::Empty));
    }
    let start = Some(TextPosition { line: 1, column: 1 });
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Some((start, Fault::ByteOrderMark));
    }
    if is_utf16(bytes) {
        return Some((start, Fault::Utf16));
    }
    let at = |n, fault| Some((Some(position_of(bytes, n)), fault));
    if let Some(n) = bytes.iter().position(|byte| *byte == 0) {
        return at(n, Fault::Nul);
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        return at(error.valid_up_to(), Fault::NotUtf8);
    }
    conflict_marker(bytes).and_then(|n| at(n, Fault::ConflictMarkers))
}

/// The parser's refusal, with its place in characters.
fn misread(bytes: &[u8], error: &serde_json::Error) -> Refusal {
    let at = stumbled_at(bytes, error);
    (Some(position_of(bytes, at)), Fault::Json(message(bytes, at, error)))
}

/// Whether the bytes bear UTF-16's mark, or every other of the first ones is NUL.
fn is_utf16(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    marked || matches!(bytes, [0, a, 0, b, ..] | [a, 0, b, 0, ..] if *a != 0 && *b != 0)
}

/// Where a line begins that git has put in; no line within a JSON text can begin so.
fn conflict_marker(bytes: &[u8]) -> Option<usize> {
    const MARKERS: [&[u8]; 3] = [b"<<<<<<< ", b">>>>>>> ", b"======="];
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if MARKERS.iter().any(|marker| line.starts_with(marker)) {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// The line and column of a byte.
fn position_of(bytes: &[u8], at: usize) -> TextPosition {
    let before = &bytes[..at.min(bytes.len())];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |n| n + 1);
    let line = before.split(|byte| *byte == b'\n').count();
    TextPosition { line, column: String::from_utf8_lossy(&before[line_start..]).chars().count() + 1 }
}

/// The first byte of the letter that the parser stumbled over; its own column counts bytes up to and with it.
fn stumbled_at(bytes: &[u8], error: &serde_json::Error) -> usize {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let line_start: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let mut at = (line_start + error.column().saturating_sub(1)).min(bytes.len());
    while bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
        at -= 1;
    }
    at
}

/// The parser's words without its place; where they say only what was expected, with what was found.
fn message(bytes: &[u8], at: usize, error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let text = shortened(text.strip_suffix(&place).unwrap_or(&text));
    let rest = std::str::from_utf8(&bytes[at..]).unwrap_or_default();
    match rest.chars().next().filter(|_| text.starts_with("expected")) {
        Some(found) => format!("{text}, found {found:?}"),
        None => text.into_owned(),
    }
}

/// The words, without the middle of what they quote where that is long: a value may be megabytes.
fn shortened(words: &str) -> Cow<'_, str> {
    /// So many bytes of the beginning and of the end are told.
    const ENDS: usize = 150;
    if words.len() <= 2 * ENDS + '…'.len_utf8() {
        return Cow::Borrowed(words);
    }
    let head = &words[..words.floor_char_boundary(ENDS)];
    let tail = &words[words.ceil_char_boundary(words.len() - ENDS)..];
    Cow::Owned([head, "…", tail].concat())
}

/// A value in which no key was doubled, at any depth.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        // From here on a number is no longer written as it was read.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.abs() < EXACT {
            Ok(value.into())
        } else {
            Err(E::custom("a number too large to be kept exactly"))
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
            let Strict(value) = entries.next_value()?;
            object.insert(key, value);
        }
        Ok(object.into())
    }
}
