//! Whether a word can be a Vietnamese syllable: an onset, vowels that go together, a coda, and one tone at most.

use unicode_normalization::UnicodeNormalization;

use crate::text::fold;

const ONSETS: [&str; 27] = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l",
    "m", "n", "p", "r", "s", "t", "v", "x", "",
];
/// Vowels behind which a consonant may stand.
const CLOSED: [&str; 18] =
    ["a", "e", "i", "ie", "o", "oa", "oe", "oo", "u", "ua", "ue", "uo", "uy", "uye", "y", "ye", "uu", "ia"];
/// Vowels that end a syllable.
const OPEN: [&str; 24] = [
    "ai", "ao", "au", "ay", "eo", "eu", "ia", "ieu", "iu", "oai", "oao", "oay", "oeo", "oi", "ui", "uay",
    "uoi", "uou", "uya", "uyu", "yeu", "uai", "uau", "ua",
];
/// With the k of names of the highlands.
const CODAS: [&str; 9] = ["ch", "ng", "nh", "c", "m", "n", "p", "t", "k"];
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
/// The marks that make other letters: ă, â ê ô, ơ ư.
const SHAPES: [char; 3] = ['\u{306}', '\u{302}', '\u{31B}'];

/// Whether a word can be one.
pub(super) fn is_syllable(word: &str) -> bool {
    if !is_spelled(word) {
        return false;
    }
    let bare = fold(word);
    ONSETS.iter().filter_map(|onset| bare.strip_prefix(onset)).any(|rhyme| {
        OPEN.contains(&rhyme)
            || CLOSED.contains(&rhyme)
            || CODAS.iter().filter_map(|coda| rhyme.strip_suffix(coda)).any(|vowels| CLOSED.contains(&vowels))
    })
}

/// Whether all letters are of the alphabet, with one tone at most.
fn is_spelled(word: &str) -> bool {
    let mut tones = 0;
    word.nfd().all(|c| match c {
        'đ' | 'Đ' => true,
        _ if SHAPES.contains(&c) => true,
        _ if TONES.contains(&c) => {
            tones += 1;
            tones == 1
        }
        _ => c.is_ascii_alphabetic(),
    })
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn syllables_and_others() {
        for word in
            ["Kế", "hoạch", "nghiệp", "khuyến", "giữ", "quý", "ỦY", "được", "thuở", "của", "Đắk", "yêu"]
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["Keá", "ho¹ch", "thöïc", "KÕh", "áá", "übr", "ngày15", "café"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
