//! A text as words and marks: how each is spelled and where it stands.

use crate::text::spelling;

use super::syllables::joints;

/// One word, number or mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters, tones placed one way; a dash of any kind is `-`.
    pub spelled: String,
    /// The byte at which it starts.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Whether it opens with a capital.
    pub capital: bool,
}

/// A text cut into words; stars and underscores, which only decorate, are left out.
#[derive(Debug, Clone)]
pub(super) struct Words<'t> {
    text: &'t str,
    words: Vec<Word>,
}

impl<'t> Words<'t> {
    /// No phrase that is looked for has more words and marks.
    pub const LONGEST: usize = 12;

    /// A bracket that holds more words is one that was never closed.
    const BRACKET: usize = 200;

    /// Cuts a text.
    pub fn of(text: &'t str) -> Self {
        let mut words = Vec::new();
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let mut end = start + c.len_utf8();
            if is_letter(c) {
                while let Some((at, next)) = chars.next_if(|(_, next)| is_letter(*next)) {
                    end = at + next.len_utf8();
                }
            } else if c == '\n' || (!c.is_whitespace() && !matches!(c, '*' | '_' | '\u{feff}')) {
                // A mark stands for itself.
            } else {
                continue;
            }
            push(&mut words, text, start, end);
        }
        Self { text, words }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place.
    pub fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The spelling of the word at a place, empty behind the end.
    pub fn at(&self, at: usize) -> &str {
        self.get(at).map_or("", |word| &word.spelled)
    }

    /// The word as a number.
    pub fn number(&self, at: usize) -> Option<u32> {
        let word = self.at(at);
        (word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
    }

    /// Whether the word opens with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.capital)
    }

    /// Whether the word is written in capitals throughout: "UBND".
    pub fn is_abbreviation(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| !self.text[word.start..word.end].contains(char::is_lowercase))
    }

    /// Whether the text is over or a mark ends a clause here.
    pub fn is_stop(&self, at: usize) -> bool {
        matches!(self.at(at), "" | "." | ";" | ":" | "\n" | "?" | "!")
    }

    /// Whether no space stands before the word.
    pub fn is_joined(&self, at: usize) -> bool {
        at > 0 && self.get(at).is_some_and(|word| self.words[at - 1].end == word.start)
    }

    /// Reads a phrase and answers the place after it. Lost or added spaces do not matter: "chủtrì" is "chủ trì".
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        // Nearly all that are asked for differ in the first letter.
        if self.get(at)?.spelled.as_bytes().first() != phrase.as_bytes().first() {
            return None;
        }
        let mut letters = phrase.split(' ').flat_map(str::chars);
        let mut next = at;
        loop {
            for letter in self.get(next)?.spelled.chars() {
                if letters.next() != Some(letter) {
                    return None;
                }
            }
            next += 1;
            if letters.clone().next().is_none() {
                return Some(next);
            }
        }
    }

    /// Reads the longest of several phrases.
    pub fn any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.phrase(at, phrase)).max()
    }

    /// Whether one of several phrases ends just before a place.
    pub fn ends_with_any(&self, end: usize, phrases: &[&str]) -> bool {
        (end.saturating_sub(Self::LONGEST)..end)
            .any(|start| phrases.iter().any(|phrase| self.phrase(start, phrase) == Some(end)))
    }

    /// The text from one word up to another, which is left out.
    pub fn slice(&self, start: usize, end: usize) -> &'t str {
        match (self.get(start), end.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) if first.start < last.end => &self.text[first.start..last.end],
            _ => "",
        }
    }

    /// The place after the bracket that opens here, if one does and closes.
    pub fn bracket(&self, at: usize) -> Option<usize> {
        if self.at(at) != "(" {
            return None;
        }
        (at..self.len().min(at + Self::BRACKET)).find(|i| self.at(*i) == ")").map(|i| i + 1)
    }

    /// Whether a bracket that opened before the place is still open there.
    pub fn in_brackets(&self, at: usize) -> bool {
        let at = at.min(self.len());
        let near = &self.words[at.saturating_sub(Self::BRACKET)..at];
        let count = |mark| near.iter().filter(|word| word.spelled == mark).count();
        count("(") > count(")")
    }

    /// The text that was cut.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The place of the first word that stands at or behind a byte.
    pub fn place(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.start < byte)
    }
}

/// Adds a word, or several where the spaces between them were lost.
fn push(words: &mut Vec<Word>, text: &str, start: usize, end: usize) {
    let mut from = start;
    for to in joints(&text[start..end]).into_iter().map(|joint| start + joint).chain([end]) {
        let word = &text[from..to];
        let capital = word.starts_with(char::is_uppercase);
        words.push(Word { spelled: spelled(word), start: from, end: to, capital });
        from = to;
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Spells one word; an abbreviation that the canonical spelling writes out stays one word.
fn spelled(word: &str) -> String {
    let spelled = spelling(word);
    if spelled.contains(' ') || spelled.is_empty() { word.to_lowercase() } else { spelled }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled_words(text: &str) -> Vec<String> {
        Words::of(text).words.into_iter().map(|word| word.spelled).collect()
    }

    #[test]
    fn words_numbers_and_marks_are_cut() {
        assert_eq!(
            spelled_words("*Uỷ ban*, ngày 15/10–2022"),
            ["ủy", "ban", ",", "ngày", "15", "/", "10", "-", "2022"]
        );
        assert_eq!(spelled_words("Đảng uỷchủtrì"), ["đảng", "ủy", "chủ", "trì"]);
        assert_eq!(spelled_words("UBND tỉnh"), ["ubnd", "tỉnh"]);
        assert!(spelled_words(" \t ").is_empty());
    }

    #[test]
    fn a_phrase_is_read_with_its_spaces_or_without() {
        for text in ["chủ trì", "Chủtrì", "CHỦ  TRÌ"] {
            assert!(Words::of(text).phrase(0, "chủ trì").is_some(), "{text}");
        }
        assert_eq!(Words::of("chủ trìnhx").phrase(0, "chủ trì"), None);
        assert_eq!(Words::of("chủ").phrase(0, "chủ trì"), None);
    }
}
