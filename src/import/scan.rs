//! Digits that a scan took for letters, "1O4/KH-SYT", "ngày O6 tháng 3", "l0/4/2O24", put right where only a digit can stand.

use super::finding::{Doubt, Finding};
use crate::text::fold;

/// A text with its digits put right, and where that was done. Nothing moves: each letter becomes one digit.
pub(super) fn mended(text: &str) -> (String, Vec<Finding>) {
    let mut mended = String::with_capacity(text.len());
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let (mut from, mut before) = (0, "");
        for (at, word) in words(line) {
            let count = counted(word, before);
            if count > 0 {
                let start = mended.len() + at - from;
                mended.push_str(&line[from..at]);
                mended.extend(word[..count].chars().map(digit));
                from = at + count;
                let read = format!("{}{}", &mended[start..], &word[count..]);
                let doubt = Doubt::Misread { printed: word.to_owned(), read };
                findings.push(Finding { lines: Some((number, number)), doubt });
            }
            before = word;
        }
        mended.push_str(&line[from..]);
    }
    (mended, findings)
}

fn looks(letter: u8) -> bool {
    matches!(letter, b'O' | b'o' | b'l' | b'I')
}

/// The words of a line without the marks around them, each with its place.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = line.as_ptr() as usize;
    line.split(char::is_whitespace)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - base, word))
}

/// How many bytes at the start of a word are a count with letters in it, by what the word is and what stands before it.
fn counted(word: &str, before: &str) -> usize {
    let count =
        word.find(|c: char| !c.is_ascii() || !is_count(c.encode_utf8(&mut [0; 4]))).unwrap_or(word.len());
    let named = || matches!(fold(before).as_str(), "ngay" | "thang" | "nam" | "so");
    let signed =
        || word[count..].strip_prefix(['/', '-']).is_some_and(|kind| kind.starts_with(char::is_uppercase));
    if is_mixed(word) && (is_date(word) || is_sum(word)) {
        word.len()
    } else if is_mixed(&word[..count]) && named() && (count == word.len() || signed()) {
        count
    } else {
        0
    }
}

/// "1O/4", "l0/4/2O24", "O6/2024".
fn is_date(word: &str) -> bool {
    let mut parts = word.rsplit('/');
    let last = parts.next().is_some_and(|part| matches!(part.len(), 1 | 2 | 4));
    let short = parts.clone().all(|part| (1..=2).contains(&part.len()));
    last && short
        && matches!(parts.count(), 1 | 2)
        && word.split('/').all(|part| is_count(part) && has_digit(part))
}

/// "685.OOO.OOO".
fn is_sum(word: &str) -> bool {
    let mut parts = word.split('.');
    let first = parts.next().is_some_and(|part| (1..=3).contains(&part.len()) && is_count(part));
    first && word.contains('.') && parts.all(|part| part.len() == 3 && is_count(part))
}

fn is_count(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || looks(b))
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

fn is_mixed(text: &str) -> bool {
    text.bytes().any(looks) && has_digit(text)
}

fn digit(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (read, findings) = mended(text);
        assert_eq!(read, expected);
        assert_eq!(findings.is_empty(), text == expected);
    }

    #[test]
    fn digits_are_put_right_where_only_they_can_stand() {
        check(
            "Số: 1O4/KH-KSBT   Huế, ngày O6 tháng 3 năm 2O24",
            "Số: 104/KH-KSBT   Huế, ngày 06 tháng 3 năm 2024",
        );
        check("trước ngày 1O/4/2024; (l0/4), 2/2O25.", "trước ngày 10/4/2024; (10/4), 2/2025.");
        check("685.OOO.OOO đồng", "685.000.000 đồng");
        check("Quyết định số l2-QĐ/TW", "Quyết định số 12-QĐ/TW");
    }

    #[test]
    fn letters_stay_elsewhere() {
        for text in [
            "Kế hoạch 5l nước",
            "lớp 10I",
            "CO2, H2O",
            "ngày hội",
            "Quý I/2025",
            "1I/KH",
            "số lượng 5",
            "IO/KH-UBND",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn what_was_put_right_is_told() {
        let doubt = Doubt::Misread { printed: "1O/4/2024".to_owned(), read: "10/4/2024".to_owned() };
        assert_eq!(mended("Một\ntrước 1O/4/2024\n").1, [Finding { lines: Some((2, 2)), doubt }]);
    }
}
