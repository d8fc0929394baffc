//! The noun that opens a name.

use super::super::words::Words;
use super::lexicon::{FALSE_HEADS, HEADS, ORGANISATIONS, PLURALS};

/// The place after the noun that opens a name here, with the words that make it plural; `None` where none does.
pub(in super::super) fn head(words: &Words<'_>, at: usize) -> Option<usize> {
    match plural(words, at) {
        None => noun(words, at),
        // A slip may stand between ("Các cơ phòng").
        Some(next) => organisation(words, next).or_else(|| noun(words, next)).or_else(|| slip(words, next)),
    }
}

/// The place after the words that make a name plural.
pub(super) fn plural(words: &Words<'_>, at: usize) -> Option<usize> {
    words.any(at, PLURALS)
}

fn noun(words: &Words<'_>, at: usize) -> Option<usize> {
    if let Some(end) = words.any(at, ORGANISATIONS) {
        return Some(end.min(at + 2));
    }
    // "Phòng, chống" is no room, "phòng, ban" are two.
    let collective = words
        .any(at, &["phòng , ban", "phòng , đơn vị", "phòng , trung tâm", "phòng , ngành", "phòng , chi cục"]);
    let known = words.any(at, &["lãnh đạo , quản lý"]).is_none() && collective.is_some();
    if !known && words.any(at, FALSE_HEADS).is_some() {
        return None;
    }
    words.any(at, HEADS)
}

/// Behind a plural "tổ chức" is a noun.
fn organisation(words: &Words<'_>, at: usize) -> Option<usize> {
    words.phrase(at, "tổ chức")
}

fn slip(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    (words.at(next + 1) == "," && !words.is_capital(at)).then(|| words.any(next, HEADS)).flatten()
}
