//! Verbs that are part of a name: "Trung tâm Giáo dục thường xuyên", "Phòng Theo dõi thi hành pháp luật".

use super::super::words::Words;
use super::head::head;
use super::lexicon::LEXICON;
use super::name::Setting;
use super::predicate::{is_plain, predicate, verb};

/// No name that goes on behind a verb has more words.
const LONGEST: usize = 9;

/// The place after the predicate at a place, where it is the name's own. A name that is complete without it, "Sở Y tế",
/// "Phòng Nội vụ", "Công an xã", holds none.
pub(super) fn closes(words: &Words<'_>, start: usize, at: usize, setting: Setting) -> Option<usize> {
    let opened = head(words, start)?;
    let complete =
        LEXICON.fields.end_at(words, at) || LEXICON.places.end_at(words, at) || words.is_abbreviation(at - 1);
    if at == opened || LEXICON.needy.at(words, start) != Some(opened) || complete {
        return None;
    }
    let end = predicate(words, at)?;
    let closing = LEXICON.closing.at(words, at) == Some(end);
    let place = LEXICON.places.at(words, end).is_some();
    if closing && (place || setting == Setting::Listed && is_end(words, end)) {
        return Some(end);
    }
    // What the body is for is said by a verb, and so is what that verb acts on.
    let duty = words.is_capital(opened) && verb(words, opened).is_some() && !is_plain(words, at);
    let short = (at..start + LONGEST).any(|i| is_end(words, i));
    (duty && short && !is_end(words, end) && setting == Setting::Listed).then_some(end)
}

/// "Chi cục Kiểm tra, Giám sát hải quan": the second of the verbs that say what the body is for.
pub(super) fn second_duty(words: &Words<'_>, start: usize, next: usize) -> Option<usize> {
    let opened = head(words, start).filter(|opened| words.is_capital(*opened))?;
    verb(words, opened)?;
    let apart = !words.is_capital(next) || head(words, next).is_some();
    verb(words, next).filter(|_| !apart && LEXICON.needy.end_at(words, opened))
}

/// Whether an item of a list is over.
fn is_end(words: &Words<'_>, at: usize) -> bool {
    words.is_stop(at) || matches!(words.at(at), "," | "/" | "+" | "và" | "(" | ")")
}
