//! Text in the fonts of before Unicode: TCVN3 (`.VnTime`) and VNI, whose letters come out as signs of Western Europe,
//! and files in the code page of Windows for Vietnamese.
//!
//! Which one a text is in, its words tell: read rightly, nearly all of them are Vietnamese syllables.

mod syllable;
mod tcvn3;
mod vni;

use std::borrow::Cow;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use syllable::is_syllable;

/// An encoding of before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Legacy {
    /// TCVN 5712, third form, "ABC".
    Tcvn3,
    /// VNI for Windows.
    Vni,
    /// The code page 1258 of Windows.
    Windows1258,
}

impl Legacy {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Windows1258 => "Windows-1258",
        }
    }

    fn decode(self, line: &str) -> String {
        match self {
            Self::Tcvn3 => tcvn3::decode(line),
            Self::Vni => vni::decode(line),
            Self::Windows1258 => line.to_owned(),
        }
    }
}

/// Fewer marked words than these tell nothing.
const TELLING: usize = 5;

/// So many tell enough.
const ENOUGH: usize = 2000;

/// The text with its letters restored, and the encoding it was in; as it is where its letters are right. A document may
/// mix fonts, so each line is restored for itself.
pub(super) fn restored(text: Cow<'_, str>) -> (Cow<'_, str>, Option<Legacy>) {
    let (all, as_it_is) = judged(text.lines(), |_| 0);
    if all < TELLING || as_it_is * 5 > all * 4 {
        return (text, None);
    }
    let read = |legacy: Legacy| {
        let decoded =
            |words: &[String]| words.iter().filter(|word| is_syllable(&legacy.decode(word))).count();
        (judged(text.lines(), decoded).1, legacy)
    };
    match [Legacy::Tcvn3, Legacy::Vni].map(read).into_iter().max_by_key(|(right, _)| *right) {
        Some((right, legacy)) if right * 10 > all * 9 => {
            let lines: String = text.split_inclusive('\n').map(|line| better(line, legacy)).collect();
            (lines.into(), Some(legacy))
        }
        _ => (text, None),
    }
}

/// How many marked words there are, and how many are syllables: in each line those as it is, or as decoded if more.
fn judged<'t>(lines: impl Iterator<Item = &'t str>, decoded: impl Fn(&[String]) -> usize) -> (usize, usize) {
    let (mut all, mut right) = (0, 0);
    for line in lines {
        let words = marked_words(line);
        all += words.len();
        right += syllables(&words).max(decoded(&words));
        if all > ENOUGH {
            break;
        }
    }
    (all, right)
}

fn syllables(words: &[String]) -> usize {
    words.iter().filter(|word| is_syllable(word)).count()
}

/// Bytes that are no UTF-8, where they are Vietnamese in another encoding.
pub(super) fn decoded(bytes: &[u8]) -> Option<(String, Legacy)> {
    if bytes.contains(&0) {
        return None;
    }
    let page = WINDOWS_1258.decode_without_bom_handling(bytes).0;
    let words = marked_words(&page);
    if words.len() >= TELLING && syllables(&words) * 10 > words.len() * 9 {
        return Some((page.nfc().collect(), Legacy::Windows1258));
    }
    let (text, legacy) = restored(WINDOWS_1252.decode_without_bom_handling(bytes).0);
    legacy.map(|legacy| (text.into_owned(), legacy))
}

/// A line read in an encoding, where that makes more of its words Vietnamese.
fn better(line: &str, legacy: Legacy) -> Cow<'_, str> {
    let plain = marked_words(line);
    if plain.is_empty() {
        return line.into();
    }
    let right = syllables(&plain);
    let decoded = plain.iter().filter(|word| is_syllable(&legacy.decode(word))).count();
    if decoded >= right { legacy.decode(line).into() } else { line.into() }
}

/// The words with a letter or sign beyond ASCII, without the marks around them.
fn marked_words(text: &str) -> Vec<String> {
    let is_around = |c: char| c.is_ascii_punctuation() || c.is_ascii_digit() || "“”‘’–…•".contains(c);
    let words = text.split(|c: char| c.is_ascii_whitespace() || "/-,;:.()|".contains(c));
    let words = words.map(|word| word.trim_matches(is_around));
    words.filter(|word| !word.is_ascii()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, legacy: Option<Legacy>) {
        assert_eq!(restored(text.into()), (expected.into(), legacy));
    }

    #[test]
    fn tcvn3_is_restored() {
        check(
            "KÕ ho¹ch thùc hiÖn quy chÕ d©n chñ n¨m 2022: Së Néi vô chñ tr×, tr\u{AD}íc ngµy 15/3; ®¬n vÞ b¸o c¸o",
            "Kế hoạch thực hiện quy chế dân chủ năm 2022: Sở Nội vụ chủ trì, trước ngày 15/3; đơn vị báo cáo",
            Some(Legacy::Tcvn3),
        );
    }

    #[test]
    fn vni_is_restored() {
        check(
            "Keá hoaïch thöïc hieän quy cheá daân chuû naêm 2022: Sôû Noäi vuï chuû trì, tröôùc ngaøy 15/3; ñôn vò baùo caùo",
            "Kế hoạch thực hiện quy chế dân chủ năm 2022: Sở Nội vụ chủ trì, trước ngày 15/3; đơn vị báo cáo",
            Some(Legacy::Vni),
        );
    }

    #[test]
    fn bytes_of_other_encodings_are_recognised() {
        let tcvn3 = b"K\xD5 ho\xB9ch th\xF9c hi\xD6n quy ch\xD5 d\xA9n ch\xF1 tr\xAD\xEDc 15/3";
        let read = ("Kế hoạch thực hiện quy chế dân chủ trước 15/3".to_owned(), Legacy::Tcvn3);
        assert_eq!(decoded(tcvn3), Some(read));
        let page = b"K\xEA\xEC hoa\xF2ch th\xFD\xF2c hi\xEA\xF2n quy ch\xEA\xEC d\xE2n chu\xD2";
        let read = ("Kế hoạch thực hiện quy chế dân chủ".to_owned(), Legacy::Windows1258);
        assert_eq!(decoded(page), Some(read));
        assert_eq!(decoded(b"\xFF\x80 \x81\x8D \xE3\x81"), None);
    }

    #[test]
    fn what_is_right_stays() {
        let right = "Kế hoạch của Sở Nội vụ năm 2022: rà soát, báo cáo – điểm đến “Đà Lạt”, Đắk Lắk, café";
        check(right, right, None);
        check("café à la carte", "café à la carte", None);
        let strange = "ÄÖÜ äöü ßßß ÇÇ ÑÑ øø åå ææ";
        check(strange, strange, None);
    }

    #[test]
    fn lines_in_unicode_stay_among_others() {
        check(
            "ỦY BAN NHÂN DÂN TỈNH\nKÕ ho¹ch thùc hiÖn quy chÕ d©n chñ n¨m nay",
            "ỦY BAN NHÂN DÂN TỈNH\nKế hoạch thực hiện quy chế dân chủ năm nay",
            Some(Legacy::Tcvn3),
        );
    }
}
