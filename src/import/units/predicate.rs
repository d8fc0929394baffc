//! The verbs and adverbs that end a name in a sentence: "Sở Y tế chủ trì ...".

use super::super::words::Words;
use super::lexicon::LEXICON;

/// What a body is said to be, which is never part of its name.
const COPULA: &[&str] = &[
    "là cơ quan",
    "là đơn vị",
    "là bộ phận",
    "là đầu mối",
    "là thường trực",
    "là thành viên",
    "làm đầu mối",
];

/// The place after a predicate that opens here. Predicates are written small: "Sở Xây dựng" holds none.
pub(in super::super) fn predicate(words: &Words<'_>, at: usize) -> Option<usize> {
    // "Phòng Quản lý nước và công trình là cơ quan thường trực": no noun before makes a name of it.
    if let Some(end) = words.any(at, COPULA).filter(|_| !words.is_capital(at)) {
        return Some(end);
    }
    let named =
        words.is_capital(at) || LEXICON.nominal.end_at(words, at) || LEXICON.nouns.at(words, at).is_some();
    if named {
        return None;
    }
    let end = LEXICON.predicates.at(words, at)?;
    (end > at + 1 || !is_second_syllable(words, at)).then_some(end)
}

/// Whether a word of one syllable is the rest of the word before: "công lập", "Phòng Đào tạo".
fn is_second_syllable(words: &Words<'_>, at: usize) -> bool {
    let alone = at == 0 || LEXICON.second_syllables.at(words, at).is_none();
    // "Phòng Tổ chức, biên chế | cử công chức": a field is whole.
    if alone || LEXICON.fields.end_at(words, at) {
        return false;
    }
    // Behind "Văn phòng Sở" and "UBND" a new word opens.
    let opens_name = |word| LEXICON.heads.at(words, word) == Some(at);
    LEXICON.compounds.end_at(words, at)
        || (words.is_capital(at - 1) && !words.is_abbreviation(at - 1) && !opens_name(at - 1))
}

/// The place after what a name does that opens here: a predicate, or behind a name that is complete a verb that no
/// list knows, "Công an xã | tuần tra canh gác".
pub(in super::super) fn action(words: &Words<'_>, at: usize) -> Option<usize> {
    predicate(words, at).or_else(|| unknown_verb(words, at))
}

/// Two small syllables behind a name that is complete.
fn unknown_verb(words: &Words<'_>, at: usize) -> Option<usize> {
    (is_complete(words, at) && is_small(words, at) && is_small(words, at + 1)).then_some(at + 2)
}

fn is_small(words: &Words<'_>, at: usize) -> bool {
    words.at(at).starts_with(char::is_alphabetic) && !words.is_capital(at)
}

/// Whether a place or a field ends the name before, and nothing of the name follows: "Công an xã |", "Công an xã Tân Lập |",
/// "Sở Xây dựng |".
pub(in super::super) fn is_complete(words: &Words<'_>, at: usize) -> bool {
    (ends_at_place(words, at) || ends_at_field(words, at)) && !words.is_capital(at) && !goes_on(words, at)
}

fn ends_at_place(words: &Words<'_>, at: usize) -> bool {
    const LONGEST: usize = 4;
    let named = (at.saturating_sub(LONGEST)..at).rev().find(|i| !words.is_capital(*i)).map_or(at, |i| i + 1);
    LEXICON.places.end_at(words, named)
}

/// The field of a ministry or a department says all, and so does a long one; "Phòng Kinh tế đối ngoại" goes on.
fn ends_at_field(words: &Words<'_>, at: usize) -> bool {
    const LONG: usize = 4;
    let ends = |field: usize| {
        let office = matches!(words.at(field - 1), "sở" | "bộ");
        let whole = office || at - field >= LONG && LEXICON.needy.end_at(words, field);
        whole && words.is_capital(field) && LEXICON.fields.at(words, field) == Some(at)
    };
    (at.saturating_sub(Words::LONGEST).max(1)..at).any(ends)
}

/// Whether a name may end before a word that no list knows.
pub(in super::super) fn may_end(words: &Words<'_>, at: usize) -> bool {
    is_small(words, at) && !goes_on(words, at)
}

/// Whether words that names go on with stand here.
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    LEXICON.behind_places.at(words, at).is_some()
        || LEXICON.places.at(words, at).is_some()
        || LEXICON.heads.at(words, at).is_some()
        || LEXICON.tails.at(words, at).is_some()
}

/// Whether so plain a predicate opens here that even a bare "Phòng" is a name before it.
pub(super) fn is_plain(words: &Words<'_>, at: usize) -> bool {
    !words.is_capital(at) && LEXICON.plain_predicates.at(words, at).is_some()
}

/// The place after a verb that opens here, be it the first of a sentence and so written with a capital.
pub(in super::super) fn verb(words: &Words<'_>, at: usize) -> Option<usize> {
    LEXICON.predicates.at(words, at)
}
