//! The canonical spelling, by which two names of one unit are the same.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::abbreviation::expand;
use super::letter::{is_dash, is_invisible, is_quote};

/// Spells a name canonically: composed, in small letters, tones placed as in "hòa" and "ủy", without stars and quotes,
/// single spaces and none beside a dash, comma or ampersand, common abbreviations written out ("UBND"). Two names are
/// one unit's when this is equal. Accents are kept: "tỉnh" is not "tinh". It is a key, never shown.
#[must_use]
pub fn spelling(name: &str) -> String {
    let plain = plain(name);
    let mut spelled = String::with_capacity(plain.len() * 2);
    let mut word = String::new();
    for c in plain.chars() {
        if c.is_alphanumeric() || c == '&' {
            word.push(c);
            continue;
        }
        close(&mut spelled, &mut word);
        spelled.push(c);
    }
    close(&mut spelled, &mut word);
    spelled
}

/// Ends a word: its tone is placed, then it is written out where it is an abbreviation.
fn close(spelled: &mut String, word: &mut String) {
    spelled.push_str(expand(&place_tone(word)));
    word.clear();
}

/// Composed small letters with plain spaces and hyphens, without decoration.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut gap = false;
    for c in composed(name).chars().filter(|c| !is_decoration(*c)).flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        let c = if is_dash(c) { '-' } else { c };
        if gap && !plain.is_empty() && !is_joint(c) && !plain.ends_with(is_joint) {
            plain.push(' ');
        }
        gap = false;
        plain.push(c);
    }
    // A small letter may have a composed form where the capital has none: H̱ and ẖ.
    match is_nfc_quick(plain.chars()) {
        IsNormalized::Yes => plain,
        _ => plain.nfc().collect(),
    }
}

/// The text in NFC, as nearly every text is already.
fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        // Composed last: a mark may have stood behind a star.
        _ => Cow::Owned(text.nfd().filter(|c| !is_decoration(*c)).nfc().collect()),
    }
}

fn is_decoration(c: char) -> bool {
    c == '*' || is_quote(c) || is_invisible(c)
}

/// Whether spaces beside the character mean nothing.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | ',' | ';' | '&' | '/')
}

/// The two ways to write a tone over an open oa, oe, uy: on the second letter, on the first.
const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Moves the tone of an open syllable to its first vowel ("hoà" becomes "hòa"). After q the u is no vowel: "quý" stays.
fn place_tone(word: &str) -> String {
    for (new, old) in TONES {
        if let Some(start) = word.strip_suffix(new).filter(|start| !start.ends_with('q')) {
            return format!("{start}{old}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(names: &[&str]) {
        for name in names {
            assert_eq!(spelling(name), spelling(names[0]), "{name}");
        }
    }

    #[test]
    fn spellings_of_one_unit_are_one() {
        one(&[
            "Ủy ban nhân dân tỉnh",
            "UBND tỉnh",
            "Uỷ ban Nhân dân  Tỉnh",
            "*UBND* tỉnh",
            "u\u{309}y ban nhân dân tỉnh",
        ]);
        one(&[
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Văn hoá, Thể Thao và Du lịch",
            "SỞ VHTT&DL",
            "sở vhttdl",
        ]);
        one(&["Sở Lao động - Thương binh", "Sở Lao động – Thương binh", "Sở Lao động-Thương binh"]);
        one(&["HĐND xã", "Hội đồng nhân dân xã"]);
        one(&["Ủy ban MTTQ Việt Nam", "UBMTTQVN", "Uỷ ban Mặt trận Tổ quốc Việt Nam"]);
        one(&["Ban “Quý”", "Ban Quý", "ban \"quý\""]);
    }

    #[test]
    fn other_names_stay_apart() {
        for (a, b) in [
            ("UBND tỉnh", "UBND tinh"),
            ("Sở Nội vụ", "Sở Ngoại vụ"),
            ("Ban Dân vận", "Ban Dan van"),
            ("UBNDX", "Ủy ban nhân dânX"),
            ("KH", "Kế hoạch"),
        ] {
            assert_ne!(spelling(a), spelling(b));
        }
    }

    #[test]
    fn a_tone_moves_in_open_syllables_alone() {
        for (word, placed) in [
            ("hoà", "hòa"),
            ("uỷ", "ủy"),
            ("thuỷ", "thủy"),
            ("khoẻ", "khỏe"),
            ("quý", "quý"),
            ("hoàn", "hoàn"),
            ("xoáy", "xoáy"),
        ] {
            assert_eq!(place_tone(word), placed);
        }
    }

    #[test]
    fn a_small_letter_is_composed_where_its_capital_cannot_be() {
        assert_eq!(spelling("H\u{331}A"), "\u{1e96}a");
    }

    proptest! {
        #[test]
        fn the_canonical_spelling_is_its_own(name in "[ A-Za-zÀ-ỹ*–,&/\"-]{0,30}") {
            let once = spelling(&name);
            prop_assert_eq!(spelling(&once), once);
        }
    }
}
