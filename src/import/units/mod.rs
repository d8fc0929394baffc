//! Names of units in a plan's words: where a name starts and ends, and what separates two.
//!
//! No list of offices is known here, only how they are named (`lexicon`): the nouns that open a name, the names of
//! fields that hold commas or "và", the nouns that collectives string together, the verbs that end a name in a
//! sentence. `name` reads one, `shared` several under one noun, `list` a list of both.

mod closing;
mod head;
mod lexicon;
mod list;
mod name;
mod predicate;
mod shared;

pub(super) use head::{head, opens_name};
pub(super) use list::{Named, list};
pub(super) use name::{Setting, is_continued, is_purposed};
pub(super) use predicate::{action, is_complete, may_end, predicate, verb};

use super::words::Words;

/// Reads one name of running text that opens with a known noun, and answers the place after it.
pub(super) fn name(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    let end = name::end(words, at, Setting::Running)?;
    Some((list::printed(words.slice(at, end)), end))
}
