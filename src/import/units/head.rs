//! The noun that opens a name.

use super::super::words::Words;
use super::lexicon::LEXICON;

/// The place after the noun that opens a name here, with the words that make it plural; `None` where none does.
pub(in super::super) fn head(words: &Words<'_>, at: usize) -> Option<usize> {
    match plural(words, at) {
        None => noun(words, at),
        // A slip may stand between ("Các cơ phòng").
        Some(next) => organisation(words, next).or_else(|| noun(words, next)).or_else(|| slip(words, next)),
    }
}

/// Whether a text opens as the name of a unit or of a collective does: with a noun that offices are called by, or a word
/// that makes several of one.
pub(in super::super) fn opens_name(words: &Words<'_>) -> bool {
    head(words, 0).or_else(|| plural(words, 0)).is_some()
}

/// The place after the words that make a name plural.
pub(super) fn plural(words: &Words<'_>, at: usize) -> Option<usize> {
    LEXICON.plurals.at(words, at)
}

fn noun(words: &Words<'_>, at: usize) -> Option<usize> {
    // "Tổ chức hội nghị" is no organisation.
    if LEXICON.organisations.at(words, at).is_some() && LEXICON.false_heads.at(words, at + 2).is_none() {
        return Some(at + 2);
    }
    // "Phòng, chống" is no room, "phòng, ban" are two.
    let collective = words
        .any(at, &["phòng , ban", "phòng , đơn vị", "phòng , trung tâm", "phòng , ngành", "phòng , chi cục"]);
    let known = words.any(at, &["lãnh đạo , quản lý"]).is_none() && collective.is_some();
    if !known && LEXICON.false_heads.at(words, at).is_some() {
        return None;
    }
    LEXICON.heads.at(words, at)
}

/// Behind a plural "tổ chức" is a noun.
fn organisation(words: &Words<'_>, at: usize) -> Option<usize> {
    words.phrase(at, "tổ chức")
}

fn slip(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    (words.at(next + 1) == "," && !words.is_capital(at)).then(|| LEXICON.heads.at(words, next)).flatten()
}
