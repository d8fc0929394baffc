//! Numbers of documents in running text: `03-KH/BCĐ`, `16/CT-TTg`, `04/2015/NĐ-CP`.
//!
//! A number is a count, then parts behind `/` or `-` of which one at least is letters: the kind and the body. Spaces
//! and line breaks on one side of a separator are an accident of the layout. Swapped separators are kept as printed.

use std::ops::Range;

/// One number of a document and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cited {
    /// Without inner spaces: "114-\nKL/TW" is "114-KL/TW".
    pub number: String,
    /// The bytes that it takes in the text.
    pub range: Range<usize>,
}

/// The numbers of documents that a text cites, in its order, each as often as it stands there.
#[must_use]
pub fn cited(text: &str) -> Vec<String> {
    find(text).into_iter().map(|cited| cited.number).collect()
}

/// The numbers of documents that a text cites, with their places.
pub(super) fn find(text: &str) -> Vec<Cited> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(|c: char| c.is_ascii_digit()).map(|at| rest + at) {
        // A small letter before it is a lost space: "số46-CT/TW".
        let joined = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '-' | '.');
        let joined = text[..start].ends_with(joined);
        match number(text, start).filter(|_| !joined) {
            Some(cited) => {
                rest = cited.range.end;
                found.push(cited);
            }
            None => rest = start + digits(&text[start..]),
        }
    }
    found
}

fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

/// Reads one number that starts at a digit.
pub(super) fn number(text: &str, start: usize) -> Option<Cited> {
    let mut end = start + digits(&text[start..]);
    if end - start > 5 {
        return None;
    }
    // "30c/NQ-CP"
    if text[end..].starts_with(|c: char| c.is_ascii_lowercase()) {
        end += 1;
    }
    let mut number = text[start..end].to_owned();
    let mut lettered = false;
    while let Some((separator, part)) = part(text, end, lettered) {
        number.push(separator);
        number.push_str(&text[part.clone()]);
        lettered |= text[part.clone()].starts_with(char::is_uppercase);
        end = part.end;
    }
    lettered.then_some(Cited { number, range: start..end })
}

/// Reads a separator and the part behind it.
fn part(text: &str, at: usize, lettered: bool) -> Option<(char, Range<usize>)> {
    let after = text[at..].trim_start();
    let separator = after.chars().next().filter(|c| matches!(c, '/' | '-' | '–' | '−' | '‑'))?;
    let start = text.len() - after.len() + separator.len_utf8();
    let behind = text[start..].trim_start();
    let part = text.len() - behind.len();
    let (space_before, space_behind) = (text.len() - after.len() > at, part > start);
    if space_before && space_behind {
        return None;
    }
    let length = behind.find(|c: char| !c.is_alphanumeric() && c != '&').unwrap_or(behind.len());
    let word = &behind[..length];
    let letters = is_symbol(word) || (lettered && word.chars().all(char::is_uppercase) && !word.is_empty());
    // A year stands between the count and the kind, without spaces.
    let year = !lettered && !space_before && !space_behind && word.len() == 4 && digits(word) == 4;
    (letters || year).then_some((if separator == '/' { '/' } else { '-' }, part..part + length))
}

/// Whether a part is the sign of a kind or a body: mostly capitals, two at least; some write "Ctr".
fn is_symbol(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    let shaped = word.starts_with(char::is_uppercase) && capitals >= 2 && lower <= capitals;
    (shaped && !is_roman(word)) || word == "Ctr"
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(cited(text), expected, "{text}");
    }

    #[test]
    fn every_shape_of_number_is_found() {
        check("Kế hoạch số 03-KH/BCĐ của Ban", &["03-KH/BCĐ"]);
        check("theo Chỉ thị số 16/CT-TTg ngày 16/5/2016;", &["16/CT-TTg"]);
        check("Nghị định số 04/2015/NĐ-CP ngày 09/01/2015", &["04/2015/NĐ-CP"]);
        check("Luật số 202/2025/QH15, 30c/NQ-CP", &["202/2025/QH15", "30c/NQ-CP"]);
        check("Công văn 8935/BNV-CTTN&BĐG và 3679/STC-QLGCS", &["8935/BNV-CTTN&BĐG", "3679/STC-QLGCS"]);
        check("02-TT/TU, 27-CTr/TU, 06-Ctr/BDVTU", &["02-TT/TU", "27-CTr/TU", "06-Ctr/BDVTU"]);
        check("436-QĐ-UBND; 01/2016-TT-BNV", &["436-QĐ-UBND", "01/2016-TT-BNV"]);
        check("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", &["102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN"]);
    }

    #[test]
    fn broken_ones_are_joined() {
        check("Kết luận số 114-\nKL/TW của", &["114-KL/TW"]);
        check("số 13/CT- TTg ngày", &["13/CT-TTg"]);
        check("217- QĐ/TW", &["217-QĐ/TW"]);
        check("186/KHUBND", &["186/KHUBND"]);
        check("Chỉ thị số46-CT/TW", &["46-CT/TW"]);
    }

    #[test]
    fn dates_terms_and_ratios_are_no_numbers() {
        check("ngày 18/3/2022, quý III/2022, 2021 - 2025", &[]);
        check("năm 2021 - UBND tỉnh; mục 6/II; 24/7; 4G/5G; 1.000/km", &[]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>()) {
            for cited in find(&text) {
                prop_assert!(text.get(cited.range).is_some());
            }
        }
    }
}
