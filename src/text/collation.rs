//! Alphabetical order as Vietnamese dictionaries have it.

use unicode_normalization::UnicodeNormalization;

/// The alphabet in its order, with the four foreign letters where they are usually put.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// What texts are sorted by; compare keys, not texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollationKey(Vec<u8>);

/// Makes the key by which a text is sorted: letters (a ă â b c d đ e ê ...), then tones (ngang huyền hỏi ngã sắc nặng),
/// then small before capital. Numbers come before letters and go by value: "2" before "10".
#[must_use]
pub fn collation_key(text: &str) -> CollationKey {
    let mut key = Builder::default();
    let mut digits = String::new();
    for c in text.nfd() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        key.number(&mut digits);
        key.add(c);
    }
    key.number(&mut digits);
    key.build()
}

/// The three levels of a key, compared one after the other.
#[derive(Default)]
struct Builder {
    letters: Vec<u8>,
    tones: Vec<u8>,
    cases: Vec<u8>,
}

// Weights of the first level. 0 ends a level, so that a beginning of a text comes before the whole.
const SPACE: u8 = 1;
const SIGN: u8 = 2;
const NUMBER: u8 = 3;
const LETTER: u8 = 4;
const FOREIGN: u8 = 0xFF;

impl Builder {
    fn add(&mut self, c: char) {
        match c {
            '\u{306}' | '\u{302}' | '\u{31B}' => self.shape(c),
            '\u{300}' => self.tone(1),
            '\u{309}' => self.tone(2),
            '\u{303}' => self.tone(3),
            '\u{301}' => self.tone(4),
            '\u{323}' => self.tone(5),
            _ => self.base(c),
        }
    }

    fn base(&mut self, c: char) {
        let lower = c.to_lowercase().next().unwrap_or(c);
        match letter(lower) {
            Some(weight) => self.letters.push(weight),
            None if c.is_whitespace() => self.letters.push(SPACE),
            None => {
                self.letters.push(if c.is_ascii_punctuation() { SIGN } else { FOREIGN });
                self.letters.extend(c.to_string().bytes());
            }
        }
        self.tones.push(1);
        self.cases.push(if lower == c { 1 } else { 2 });
    }

    /// Turns the last letter into its neighbour in the alphabet: a to ă or â, o to ô or ơ.
    fn shape(&mut self, mark: char) {
        let composed = |weight: u8| {
            let base = ALPHABET.chars().nth(usize::from(weight.checked_sub(LETTER)?))?;
            letter(unicode_normalization::char::compose(base, mark)?)
        };
        if let Some(last) = self.letters.last_mut() {
            *last = composed(*last).unwrap_or(*last);
        }
    }

    fn tone(&mut self, tone: u8) {
        if let Some(last) = self.tones.last_mut() {
            *last = tone + 1;
        }
    }

    /// Adds a run of digits: by length without leading zeros, then digit by digit.
    fn number(&mut self, digits: &mut String) {
        if digits.is_empty() {
            return;
        }
        let value = digits.trim_start_matches('0');
        self.letters.push(NUMBER);
        self.letters.push(u8::try_from(value.len() + 1).unwrap_or(u8::MAX));
        self.letters.extend(value.bytes());
        self.tones.push(1);
        self.cases.push(1);
        digits.clear();
    }

    fn build(self) -> CollationKey {
        let Self { mut letters, tones, cases } = self;
        letters.push(0);
        letters.extend(tones);
        letters.push(0);
        letters.extend(cases);
        CollationKey(letters)
    }
}

fn letter(c: char) -> Option<u8> {
    let place = ALPHABET.chars().position(|known| known == c)?;
    u8::try_from(place).ok().map(|place| place + LETTER)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn in_order(texts: &[&str]) {
        for pair in texts.windows(2) {
            assert!(collation_key(pair[0]) < collation_key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn letters_then_tones_then_case() {
        in_order(&["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n"]);
        in_order(&["n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"]);
        in_order(&["ma", "mà", "mả", "mã", "má", "mạ"]);
        in_order(&["ma", "Ma", "mà", "Mà", "mab"]);
        in_order(&["Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Thanh tra", "Ủy ban"]);
        in_order(&["Ban", "Bàn", "Ban A", "Ban An", "Bang"]);
        in_order(&["hồ", "hổ", "hộ", "hơ", "hớ", "hu"]);
    }

    #[test]
    fn numbers_go_by_value_and_before_letters() {
        in_order(&["", " ", "(a)", "2", "10", "100", "a"]);
        in_order(&["II.2", "II.10", "III.1"]);
        assert_eq!(collation_key("07"), collation_key("7"));
    }

    #[test]
    fn composed_and_decomposed_sort_alike() {
        for text in ["Uỷ ban", "đường", "Nguyễn Ặ"] {
            let decomposed: String = text.nfd().collect();
            assert_eq!(collation_key(text), collation_key(&decomposed));
        }
    }
}
