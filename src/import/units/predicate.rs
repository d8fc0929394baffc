//! The verbs and adverbs that end a name in a sentence: "Sở Y tế chủ trì ...".

use super::super::words::Words;
use super::lexicon::LEXICON;

/// The place after a predicate that opens here. Predicates are written small: "Sở Xây dựng" holds none.
pub(in super::super) fn predicate(words: &Words<'_>, at: usize) -> Option<usize> {
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
    if at == 0 || LEXICON.second_syllables.at(words, at).is_none() {
        return false;
    }
    // Behind "Văn phòng Sở" and "UBND" a new word opens.
    let opens_name = |word| LEXICON.heads.at(words, word) == Some(at);
    LEXICON.compounds.end_at(words, at)
        || (words.is_capital(at - 1) && !words.is_abbreviation(at - 1) && !opens_name(at - 1))
}

/// Whether so plain a predicate opens here that even a bare "Phòng" is a name before it.
pub(super) fn is_plain(words: &Words<'_>, at: usize) -> bool {
    !words.is_capital(at) && LEXICON.plain_predicates.at(words, at).is_some()
}

/// The place after a verb that opens here, be it the first of a sentence and so written with a capital.
pub(in super::super) fn verb(words: &Words<'_>, at: usize) -> Option<usize> {
    LEXICON.predicates.at(words, at)
}
