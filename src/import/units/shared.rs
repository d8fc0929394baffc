//! Lists under one noun: "các Sở: Y tế, Tài chính" are Sở Y tế and Sở Tài chính.

use super::super::words::Words;
use super::head::{head, plural};
use super::lexicon::LEXICON;
use super::name::field;
use super::predicate::predicate;

/// The items of a list under one noun: the noun's words without plural, then the places of each item.
pub(super) struct Shared {
    pub noun: String,
    pub items: Vec<(usize, usize)>,
    pub end: usize,
}

/// Reads such a list.
pub(super) fn shared(words: &Words<'_>, at: usize) -> Option<Shared> {
    under_noun(words, at).or_else(|| of_places(words, at))
}

/// "Trưởng các thôn Khe Đá, Bản Lầu": places by their names alone, under a noun that is plural inside of the name.
fn of_places(words: &Words<'_>, at: usize) -> Option<Shared> {
    const NEAR: usize = 6;
    let opened = head(words, at)?;
    let many = (at..opened + NEAR).find(|i| words.at(*i) == "các")?;
    let noun_end = LEXICON.settled.at(words, many + 1)?;
    let plain = (at..many).all(|i| words.at(i).starts_with(char::is_alphanumeric));
    let (items, end) = items(words, noun_end, place);
    let noun = singular(words.slice(at, noun_end));
    (plain && items.len() > 1).then_some(Shared { noun, items, end })
}

/// The place after the name of one: words with capitals, or a number.
fn place(words: &Words<'_>, at: usize) -> Option<usize> {
    let named = |i: &usize| words.is_capital(*i) || words.number(*i).is_some();
    let end = (at..words.len()).find(|i| !named(i)).unwrap_or(words.len());
    (end > at && head(words, at).is_none() && closes(words, end)).then_some(end)
}

fn under_noun(words: &Words<'_>, at: usize) -> Option<Shared> {
    let many = plural(words, at);
    let start = many.unwrap_or(at);
    let noun_end = LEXICON.shared.at(words, start)?;
    let colon = words.at(noun_end) == ":";
    if !colon && (many.is_none() || head(words, at) != Some(noun_end)) {
        return None;
    }
    let (items, end) = items(words, noun_end + usize::from(colon), item);
    // One item under a plural noun without a colon is a name of its own.
    let enough = items.len() > usize::from(!colon);
    enough.then(|| Shared { noun: singular(words.slice(start, noun_end)), items, end })
}

/// The items from a place on, and the place after the last.
fn items(
    words: &Words<'_>,
    at: usize,
    item: impl Fn(&Words<'_>, usize) -> Option<usize>,
) -> (Vec<(usize, usize)>, usize) {
    let mut items = Vec::new();
    let (mut next, mut end) = (at, at);
    while let Some(after) = item(words, next) {
        items.push((next, after));
        end = after;
        let Some(more) = words.any(end, &[", và", ",", "và"]) else { break };
        next = more;
    }
    (items, end)
}

/// The place after one item: a known field, or words with capitals.
fn item(words: &Words<'_>, at: usize) -> Option<usize> {
    if let Some(end) = field(words, at).filter(|end| closes(words, *end)) {
        return Some(end);
    }
    if !words.is_capital(at) || head(words, at).is_some() {
        return None;
    }
    let mut end = at + 1;
    while !closes(words, end) {
        end += 1;
    }
    Some(end)
}

/// Whether an item ends here.
fn closes(words: &Words<'_>, at: usize) -> bool {
    words.is_stop(at) || matches!(words.at(at), "," | "và" | "(" | ")") || predicate(words, at).is_some()
}

/// The noun for one: without "các", with a capital.
fn singular(noun: &str) -> String {
    let words: Vec<&str> =
        noun.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("các") && *word != "Các").collect();
    let joined = words.join(" ");
    let mut letters = joined.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
