//! Lists of names: "Sở A, Sở B và các đơn vị liên quan".

use super::super::words::Words;
use super::head::head;
use super::name::{self, Setting};
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
    while let Some((mut names, after)) = one(words, next, setting) {
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
        if setting == Setting::Running && head(words, next).is_none() && shared(words, next).is_none() {
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

/// A name in one line, without decoration.
pub(super) fn printed(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !matches!(c, '*' | '_')).collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':' | '-' | '–'))
        .to_owned()
}
