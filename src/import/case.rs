//! Capitals: telling them, and giving text printed in capitals the case that the document itself uses elsewhere.

use std::collections::HashMap;

use super::trace::Sureness;
use crate::text::fold;

/// Whether a text is printed in capitals.
pub(super) fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    letters >= 2 && capitals * 10 >= letters * 9
}

/// The words of a document as it writes them outside capitals, for [`Wording::restore`].
pub(super) struct Wording<'a> {
    words: Vec<&'a str>,
    places: HashMap<String, Vec<usize>>,
}

impl<'a> Wording<'a> {
    /// Collects the words of the document's lines; those all in capitals teach nothing.
    pub(super) fn of(lines: impl Iterator<Item = &'a str>) -> Self {
        // A line of a letterhead may hold capitals in one column only.
        let columns = lines.flat_map(|line| line.split('\t')).filter(|column| !is_capitals(column));
        let words: Vec<&str> = columns.flat_map(str::split_whitespace).collect();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, word) in words.iter().enumerate() {
            places.entry(key(word)).or_default().push(at);
        }
        Self { words, places }
    }

    /// Rewrites a text in capitals in the document's own case, longest known run of words first; other words become
    /// small, except those with digits or slashes. A text that is not in capitals stays. It is certain where the document
    /// writes the whole of it elsewhere.
    pub(super) fn restore(&self, text: &str) -> (String, Sureness) {
        if !is_capitals(text) {
            return (text.to_owned(), Sureness::Certain);
        }
        let printed: Vec<&str> = text.split_whitespace().collect();
        let keys: Vec<String> = printed.iter().map(|word| key(word)).collect();
        let mut restored = Vec::with_capacity(printed.len());
        let mut sureness = Sureness::Certain;
        while restored.len() < printed.len() {
            let at = restored.len();
            let (place, length) = self.longest(&keys[at..]);
            if length < printed.len() {
                sureness = Sureness::Likely;
            }
            if length < 2 {
                restored.push(alone(printed[at]));
                continue;
            }
            let known = &self.words[place..place + length];
            restored.extend(printed[at..].iter().zip(known).map(|(printed, known)| dressed(printed, known)));
        }
        (capitalised(&restored.join(" ")), sureness)
    }

    /// Where the longest run of the document's words begins that a list of words opens with, and how long it is.
    fn longest(&self, keys: &[String]) -> (usize, usize) {
        const TRIED: usize = 200;
        let Some(places) = keys.first().and_then(|first| self.places.get(first)) else { return (0, 0) };
        let run = |place: usize| {
            self.words[place..].iter().zip(keys).take_while(|(word, wanted)| key(word) == **wanted).count()
        };
        let mut best = (0, 0);
        for place in places.iter().take(TRIED) {
            let length = run(*place);
            if length > best.1 {
                best = (*place, length);
            }
        }
        best
    }
}

/// A word without the marks around it, in small letters.
fn key(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The known word in the marks of the printed one.
fn dressed(printed: &str, known: &str) -> String {
    let bare = |word: &str| -> (usize, usize) {
        let start = word.find(char::is_alphanumeric).unwrap_or(0);
        let end = word
            .rfind(char::is_alphanumeric)
            .map_or(word.len(), |at| at + word[at..].chars().next().map_or(0, char::len_utf8));
        (start, end)
    };
    let (start, end) = bare(printed);
    let (from, to) = bare(known);
    format!("{}{}{}", &printed[..start], &known[from..to], &printed[end..])
}

/// A word that the document never writes otherwise.
fn alone(word: &str) -> String {
    let code = word.chars().any(|c| c.is_ascii_digit() || matches!(c, '/' | '&'));
    if code || is_abbreviation(word) { word.to_owned() } else { word.to_lowercase() }
}

/// Whether the letters of a word are no syllable of the language: "THPT", "UBND", "BHYT".
fn is_abbreviation(word: &str) -> bool {
    const INITIALS: [&str; 27] = [
        "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
        "r", "s", "t", "th", "tr", "v", "x", "f",
    ];
    const FINALS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    let folded = fold(word.trim_matches(|c: char| !c.is_alphabetic()));
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    if folded.chars().count() < 2 || !folded.chars().all(char::is_alphabetic) {
        return false;
    }
    let behind = folded.trim_start_matches(|c| !is_vowel(c));
    let initial = &folded[..folded.len() - behind.len()];
    let end = behind.trim_start_matches(is_vowel);
    behind.is_empty() || !INITIALS.contains(&initial) || (!FINALS.contains(&end) && !end.contains(is_vowel))
}

/// The text with a capital in front.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_take_the_case_of_the_text() {
        let wording =
            Wording::of(["Thực hiện Quyết định số 12/QĐ-TTg của Sở Y tế, tỉnh Nghệ An"].into_iter());
        let check = |printed: &str, expected: &str| assert_eq!(wording.restore(printed).0, expected);
        check("QUYẾT ĐỊNH SỐ 12/QĐ-TTG", "Quyết định số 12/QĐ-TTg");
        check("SỞ Y TẾ", "Sở Y tế");
        check("TRIỂN KHAI “QUYẾT ĐỊNH SỐ 9/QĐ-BYT”", "Triển khai “Quyết định số 9/QĐ-BYT”");
        check("Sở Nội Vụ", "Sở Nội Vụ");
        check("ĐẨY MẠNH CCHC TẠI UBND CÁC XÃ", "Đẩy mạnh CCHC tại UBND các xã");
    }

    #[test]
    fn a_column_in_small_letters_beside_one_in_capitals_teaches_no_capitals() {
        let wording =
            Wording::of(["PHÒNG NỘI VỤ HUYỆN\tĐộc lập - Tự do", "theo Phòng Nội vụ huyện"].into_iter());
        assert_eq!(wording.restore("PHÒNG NỘI VỤ HUYỆN"), ("Phòng Nội vụ huyện".into(), Sureness::Certain));
        assert_eq!(wording.restore("PHÒNG NỘI VỤ XÃ").1, Sureness::Likely);
    }

    #[test]
    fn a_column_of_capitals_teaches_nothing() {
        let wording =
            Wording::of(["SỞ NỘI VỤ\tĐộc lập - Tự do", "Giám đốc Sở Nội vụ quyết định"].into_iter());
        assert_eq!(wording.restore("SỞ NỘI VỤ").0, "Sở Nội vụ");
    }
}
