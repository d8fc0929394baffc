//! The lines of a timeline out of what was read: ids, wording, what falls due.

use crate::domain::{Entry, When};

/// A time and its place in the words that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub when: When,
    /// What falls due, as far as it is said.
    pub label: Option<String>,
    /// As worded.
    pub text: String,
}

/// Names the lines `a`, `b`, ...; a time that stands there twice with the same label is one.
pub(super) fn entries(found: Vec<Found>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for Found { when, label, text } in found {
        let twice =
            entries.iter().any(|entry| entry.when == when && (entry.label == label || label.is_none()));
        if !twice || when == When::Pending {
            entries.push(Entry { id: id(entries.len()), when, label, text });
        }
    }
    entries
}

/// `a` to `z`, then `aa`, `ab`, ...
fn id(n: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { letter.to_string() } else { format!("{}{letter}", id(n / 26 - 1)) }
}

/// What falls due, out of the words in front of a time; `None` where they say nothing or too much.
pub(super) fn label(words: &str) -> Option<String> {
    const LONGEST: usize = 80;
    let mut label = trimmed(words);
    while let Some(shorter) = EDGES.iter().find_map(|edge| without(label, edge)) {
        label = trimmed(shorter);
    }
    label = OPENING.iter().find_map(|word| label.strip_prefix(word)).unwrap_or(label);
    let fits = label.chars().any(char::is_alphabetic) && label.chars().count() <= LONGEST;
    fits.then(|| label.to_owned())
}

/// Words that lead to a time and say nothing of what falls due.
const EDGES: &[&str] =
    &["hoàn thành", "xong", "vào", "trong", "gửi", "và", "là", "dự kiến", "khoảng", "từ", "đến", "thực hiện"];

/// Words that only join what falls due to what was said before.
const OPENING: &[&str] = &["và ", "đồng thời ", "sau đó ", "Đồng thời "];

fn trimmed(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || ",;:.-–+()*".contains(c))
}

/// The words without a last one, in any letter case.
fn without<'t>(words: &'t str, edge: &str) -> Option<&'t str> {
    let start = words.to_lowercase().strip_suffix(edge)?.len();
    // Lower case may change the length of a letter outside Vietnamese.
    words.get(..start).filter(|start| start.is_empty() || start.ends_with(char::is_whitespace))
}
