//! Lost spaces: PDF text layers join words behind letters with marks ("quảthực", "số46"); this finds the joints.
//!
//! A Vietnamese word of one syllable is an onset, vowels and a coda. What can only be read as several syllables, each
//! but the last ending with a marked vowel, is several words.

use crate::text::fold;

const ONSETS: [&str; 27] = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l",
    "m", "n", "p", "r", "s", "t", "v", "x", "",
];

const CODAS: [&str; 9] = ["", "ch", "ng", "nh", "c", "m", "n", "p", "t"];

/// No line of letters without a space that lost its spaces is longer, in letters.
const LONGEST: usize = 200;

/// Whether spaces were lost in a text.
pub(super) fn has_lost_spaces(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.into_iter().any(|word| !joints(word).is_empty())
}

/// The places within a word, in bytes, where a space was lost.
pub(super) fn joints(word: &str) -> Vec<usize> {
    if word.is_ascii() {
        return Vec::new();
    }
    if let Some(joint) = capital_inside(word) {
        let behind = joints(&word[joint..]).into_iter().map(|inner| joint + inner);
        return joints(&word[..joint]).into_iter().chain([joint]).chain(behind).collect();
    }
    let Some(read) = read(word) else { return Vec::new() };
    let marked = |end: &usize| !read.letters[end - 1].1.is_ascii() && is_vowel(read.bare.as_bytes()[end - 1]);
    if read.inner.iter().all(marked) { read.places() } else { Vec::new() }
}

/// "ỦybanMTTQ": where a capital opens a word behind small letters that are words of the language.
fn capital_inside(word: &str) -> Option<usize> {
    let (joint, _) = word.char_indices().skip(1).find(|(at, c)| {
        c.is_uppercase() && word[..*at].chars().next_back().is_some_and(char::is_lowercase)
    })?;
    let before = &word[..joint];
    let small = before.chars().skip(1).all(char::is_lowercase);
    (small && before.chars().count() > 1 && !before.is_ascii() && read(before).is_some()).then_some(joint)
}

/// The text with spaces where some were lost.
pub(super) fn respaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end) in words(text) {
        for joint in joints(&text[start..end]) {
            spaced.push_str(&text[from..start + joint]);
            spaced.push(' ');
            from = start + joint;
        }
    }
    spaced + &text[from..]
}

/// Where each word of a text begins and ends, in bytes.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let base = text.as_ptr() as usize;
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(move |word| {
        let start = word.as_ptr() as usize - base;
        (start, start + word.len())
    })
}

/// The places between the syllables of words that were written letter by letter.
pub(super) fn parts(spelled: &str) -> Vec<usize> {
    read(spelled).map(|read| read.places()).unwrap_or_default()
}

/// A word read as syllables.
struct Read {
    /// Its letters, each with its place in bytes.
    letters: Vec<(usize, char)>,
    /// It without accents, a byte a letter.
    bare: String,
    /// How many letters stand before each syllable but the first.
    inner: Vec<usize>,
}

impl Read {
    fn places(&self) -> Vec<usize> {
        self.inner.iter().map(|end| self.letters[*end].0).collect()
    }
}

fn read(word: &str) -> Option<Read> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    // Without accents every letter is one; what does not fold so is no Vietnamese word.
    let bare: String = letters.iter().map(|(_, c)| single(*c)).collect::<Option<_>>()?;
    let word_end = bare.find(|c: char| c.is_ascii_digit()).unwrap_or(bare.len());
    if word_end > LONGEST {
        return None;
    }
    let mut reader = Reader { bare: &bare[..word_end], ends: Vec::new(), dead: [false; LONGEST + 1] };
    reader.read(0)?;
    let inner = reader.ends.into_iter().filter(|end| *end < letters.len()).collect();
    Some(Read { letters, bare, inner })
}

fn single(c: char) -> Option<char> {
    let folded = fold(c.encode_utf8(&mut [0; 4]));
    let mut letters = folded.chars();
    letters.next().filter(|bare| bare.is_ascii_alphanumeric() && letters.next().is_none())
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Reads a word as syllables.
struct Reader<'w> {
    bare: &'w str,
    /// Where the syllables read so far end.
    ends: Vec<usize>,
    /// From where it is known that nothing can be read to the end; without it a long word takes forever.
    dead: [bool; LONGEST + 1],
}

impl Reader<'_> {
    /// Reads to the end, each syllable with as few letters behind its vowels as the next allows.
    fn read(&mut self, at: usize) -> Option<()> {
        if at == self.bare.len() {
            return (at > 0).then_some(());
        }
        if self.dead[at] {
            return None;
        }
        let bare = self.bare;
        for onset in ONSETS.iter().filter(|onset| bare[at..].starts_with(**onset)) {
            let start = at + onset.len();
            let vowels = bare.as_bytes()[start..].iter().take_while(|letter| is_vowel(**letter)).count();
            if !(1..=3).contains(&vowels) {
                continue;
            }
            for coda in CODAS.iter().filter(|coda| bare[start + vowels..].starts_with(**coda)) {
                let end = start + vowels + coda.len();
                self.ends.push(end);
                if self.read(end).is_some() {
                    return Some(());
                }
                self.ends.pop();
            }
        }
        self.dead[at] = true;
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(word: &str, expected: &str) {
        let mut parts = word.to_owned();
        for joint in joints(word).into_iter().rev() {
            parts.insert(joint, '|');
        }
        assert_eq!(parts, expected);
    }

    #[test]
    fn joined_words_are_taken_apart() {
        for (word, expected) in [
            ("quảthực", "quả|thực"),
            ("uỷchủtrì", "uỷ|chủ|trì"),
            ("sởĐảng", "sở|Đảng"),
            ("đềxuất", "đề|xuất"),
            ("Uỷban", "Uỷ|ban"),
            ("bộChính", "bộ|Chính"),
            ("kỳ2025", "kỳ|2025"),
            ("số46", "số|46"),
            ("ỦybanMTTQ", "Ủyban|MTTQ"),
            ("vụĐảng", "vụ|Đảng"),
            ("ĐắkLắk", "ĐắkLắk"),
        ] {
            check(word, expected);
        }
    }

    #[test]
    fn single_words_stay_whole() {
        for word in [
            "nghiêng", "giờ", "quý", "khuỷu", "được", "thuyền", "UBND", "Internet", "QĐ", "ĐBQH", "HĐND",
            "NĐ", "kế", "Ủy", "2025", "oà", "giữa", "huyện", "xoáy", "",
        ] {
            check(word, word);
        }
    }

    #[test]
    fn a_text_gets_its_spaces_back() {
        assert_eq!(respaced("Ban Thường vụĐảng uỷchủtrì, số46."), "Ban Thường vụ Đảng uỷ chủ trì, số 46.");
        assert_eq!(respaced("Uỷ ban, UBND; iPhone, VNeID, QĐi"), "Uỷ ban, UBND; iPhone, VNeID, QĐi");
    }

    #[test]
    fn no_word_takes_forever_or_all_of_the_stack() {
        check(&format!("á{}z", "nga".repeat(50)), &format!("á{}z", "nga".repeat(50)));
        check(&"việc".repeat(100_000), &"việc".repeat(100_000));
    }

    proptest! {
        #[test]
        fn joints_lie_between_letters(word in "[a-zA-ZÀ-ỹ0-9]{0,16}") {
            for joint in joints(&word) {
                prop_assert!(joint > 0 && joint < word.len() && word.is_char_boundary(joint));
            }
        }
    }
}
