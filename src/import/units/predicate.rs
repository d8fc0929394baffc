//! The verbs and adverbs that end a name in a sentence: "Sở Y tế chủ trì ...".

use super::super::words::Words;
use super::lexicon::LEXICON;

/// The place after a predicate that opens here. Predicates are written small: "Sở Xây dựng" holds none.
pub(in super::super) fn predicate(words: &Words<'_>, at: usize) -> Option<usize> {
    let named =
        words.is_capital(at) || LEXICON.nominal.end_at(words, at) || LEXICON.nouns.at(words, at).is_some();
    if named { None } else { LEXICON.predicates.at(words, at) }
}

/// Whether so plain a predicate opens here that even a bare "Phòng" is a name before it.
pub(super) fn is_plain(words: &Words<'_>, at: usize) -> bool {
    !words.is_capital(at) && LEXICON.plain_predicates.at(words, at).is_some()
}

/// The place after a verb that opens here, be it the first of a sentence and so written with a capital.
pub(in super::super) fn verb(words: &Words<'_>, at: usize) -> Option<usize> {
    LEXICON.predicates.at(words, at)
}
