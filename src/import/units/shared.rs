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
    let many = plural(words, at);
    let start = many.unwrap_or(at);
    let noun_end = LEXICON.shared.at(words, start)?;
    let colon = words.at(noun_end) == ":";
    if !colon && (many.is_none() || head(words, at) != Some(noun_end)) {
        return None;
    }
    let mut items = Vec::new();
    let mut next = noun_end + usize::from(colon);
    while let Some(end) = item(words, next) {
        items.push((next, end));
        match words.any(end, &[", và", ",", "và"]) {
            Some(more) if item(words, more).is_some() => next = more,
            _ => break,
        }
    }
    // One item under a plural noun without a colon is a name of its own.
    let enough = items.len() > usize::from(!colon);
    let end = items.last()?.1;
    enough.then(|| Shared { noun: singular(words.slice(start, noun_end)), items, end })
}

/// The place after one item: a known field, or words with capitals.
fn item(words: &Words<'_>, at: usize) -> Option<usize> {
    let closes = |end: &usize| {
        words.is_stop(*end)
            || matches!(words.at(*end), "," | "và" | "(" | ")")
            || predicate(words, *end).is_some()
    };
    if let Some(end) = field(words, at).filter(closes) {
        return Some(end);
    }
    if !words.is_capital(at) || head(words, at).is_some() {
        return None;
    }
    let mut end = at + 1;
    while !closes(&end) {
        end += 1;
    }
    Some(end)
}

/// The noun for one: without "các", with a capital.
fn singular(noun: &str) -> String {
    let words: Vec<&str> =
        noun.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("các") && *word != "Các").collect();
    let joined = words.join(" ");
    let mut letters = joined.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
