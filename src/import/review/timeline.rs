//! The times of a task on one line: as worded, parted by semicolons.

use crate::domain::Entry;
use crate::domain::when::typed_time;
use crate::import::times::{self, Years};

/// Writes a timeline. What the document worded stays in its words.
pub(super) fn written(timeline: &[Entry]) -> String {
    timeline.iter().map(wording).collect::<Vec<_>>().join("; ")
}

/// What of such a line stood in none of these times.
pub(super) fn new_words(text: &str, old: &[Entry]) -> String {
    let is_new = |words: &&str| old.iter().all(|entry| wording(entry) != *words);
    text.split(';').map(str::trim).filter(is_new).collect::<Vec<_>>().join("; ")
}

/// Reads it again. What stands there as it stood is what it was; the rest is read in the notation, as offices type it,
/// or in the words of plans.
pub(super) fn read(text: &str, old: &[Entry], years: Years) -> Vec<Entry> {
    let mut read: Vec<Entry> = Vec::new();
    for words in text.split(';').map(str::trim).filter(|words| !words.is_empty()) {
        let stood = old.iter().find(|entry| wording(entry) == words && !read.contains(entry));
        match stood {
            Some(entry) => read.push(entry.clone()),
            None => {
                for entry in understood(words, years) {
                    let taken: Vec<Entry> = old.iter().chain(&read).cloned().collect();
                    read.push(Entry { id: id(&entry, old, &read, &taken), ..entry });
                }
            }
        }
    }
    read
}

/// The id of the same time before, for its history; else one that nothing has or had.
fn id(entry: &Entry, old: &[Entry], read: &[Entry], taken: &[Entry]) -> String {
    let is_free = |held: &&Entry| !read.iter().any(|entry| entry.id == held.id);
    let same = old.iter().filter(is_free).find(|held| held.when == entry.when);
    same.map_or_else(|| Entry::free_id(taken), |held| held.id.clone())
}

fn understood(words: &str, years: Years) -> Vec<Entry> {
    match typed_time(words) {
        Some(when) => vec![Entry { id: String::new(), when, label: None, text: words.to_owned() }],
        None => times::of_label(words, years),
    }
}

fn wording(entry: &Entry) -> String {
    let words = if entry.text.trim().is_empty() {
        entry.when.to_string()
    } else {
        entry.text.replace([';', '\n'], ",")
    };
    words.trim().to_owned()
}
