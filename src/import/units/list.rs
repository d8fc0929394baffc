//! Lists of names: "Sở A, Sở B và các đơn vị liên quan".

use super::super::syllables::respaced;
use super::super::words::Words;
use super::head::head;
use super::lexicon::LEXICON;
use super::name::{self, Setting};
use super::predicate::predicate;
use super::shared::shared;

/// A unit's name in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Named {
    /// As printed, in one line.
    pub unit: String,
    /// What stands in brackets behind it.
    pub note: String,
}

/// Words in front of a name that ask or assign.
const ASKED: &[&str] = &[
    "đề nghị",
    "kính đề nghị",
    "trân trọng đề nghị",
    "mời",
    "giao",
    "giao cho",
    "yêu cầu",
    "phân công",
    "đối với",
    "kính mời",
    "cho",
    "do",
    "với",
    "và",
    "cùng",
    "cùng với",
];

/// Reads a list of names and answers the place after it. Semicolons and line breaks end a list.
pub(in super::super) fn list(words: &Words<'_>, at: usize, setting: Setting) -> (Vec<Named>, usize) {
    let mut found = Vec::new();
    let mut end = at;
    let mut next = asked(words, at);
    let mut noun = None;
    while let Some((mut names, after)) =
        noun.and_then(|noun| headless(words, noun, next)).or_else(|| one(words, next, setting))
    {
        noun = shareable(words, next, after).or(noun.filter(|_| head(words, next).is_none()));
        end = after;
        if let Some(close) = words.bracket(after) {
            if let Some(last) = names.last_mut() {
                words.slice(after + 1, close - 1).clone_into(&mut last.note);
            }
            end = close;
        }
        found.append(&mut names);
        let Some(more) = separator(words, end) else { break };
        next = asked(words, more);
        let known = head(words, next).is_some()
            || shared(words, next).is_some()
            || noun.is_some_and(|noun| headless(words, noun, next).is_some());
        if setting == Setting::Running && !known {
            break;
        }
    }
    (found, end)
}

/// The place after words that ask or assign.
pub(in super::super) fn asked(words: &Words<'_>, at: usize) -> usize {
    words.any(at, ASKED).unwrap_or(at)
}

fn separator(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.at(at) == "sở" {
        return Some(at); // a lost separator
    }
    words.any(at, &[", và", ", cùng", ", cùng với", ", với", ",", "và", "cùng", "cùng với", "hoặc", "/", "+"])
}

/// The noun of a name that names behind it may share: "Sở" of "Sở Tài chính, Tư pháp". The name is the noun and a known field:
/// "Trường Tiểu học, Y tế" and "UBND xã Tân Lập, Y tế" share none.
fn shareable<'t>(words: &Words<'t>, at: usize, after: usize) -> Option<&'t str> {
    let end = words.any(at, &["sở", "bộ", "phòng"])?;
    let whole = words.is_capital(end) && LEXICON.fields.at(words, end) == Some(after);
    whole.then(|| words.slice(at, end))
}

/// "Sở Tài chính, | Tư pháp": a name without its noun.
fn headless(words: &Words<'_>, noun: &str, at: usize) -> Option<(Vec<Named>, usize)> {
    let end = LEXICON.fields.at(words, at).filter(|_| words.is_capital(at) && head(words, at).is_none())?;
    let over = words.is_stop(end) || matches!(words.at(end), "," | "và" | "(" | ")" | "/" | "+");
    if !over && predicate(words, end).is_none() {
        return None;
    }
    let unit = format!("{noun} {}", printed(words.slice(at, end)));
    Some((vec![Named { unit, note: String::new() }], end))
}

/// One name, or several under a shared noun.
fn one(words: &Words<'_>, at: usize, setting: Setting) -> Option<(Vec<Named>, usize)> {
    if let Some(list) = shared(words, at) {
        let named = |(start, end): &(usize, usize)| Named {
            unit: format!("{} {}", list.noun, printed(words.slice(*start, *end))),
            note: String::new(),
        };
        return Some((list.items.iter().map(named).collect(), list.end));
    }
    // "Sở Sở Công Thương"
    let at = if words.at(at) == "sở" && words.at(at + 1) == "sở" { at + 1 } else { at };
    let end = name::end(words, at, setting)?;
    let unit = printed(words.slice(at, end));
    (!unit.is_empty()).then(|| (vec![Named { unit, note: String::new() }], end))
}

/// A name in one line, without decoration, and with the spaces that were lost in it.
pub(super) fn printed(name: &str) -> String {
    let plain: String = respaced(name).chars().filter(|c| !matches!(c, '*' | '_')).collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':' | '-' | '–'))
        .to_owned()
}
