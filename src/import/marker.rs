//! The mark in front of an item: `II.`, `1.`, `2.3`, `a)`, `(1)`, `-`, `+`.

use super::case::is_capitals;

/// The alphabets of points: the Vietnamese one, where đ follows d and there is no f, j, w, z, and the one of word processors.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";

/// The letters that only one of the two alphabets has.
const IN_ONE: &str = "đfjwz";

/// The mark in front of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// What kind of mark it is.
    pub style: Style,
    /// As printed, without a closing dot or slash: `1`, `a)`, `-`.
    pub label: String,
    /// Its place in a count; 0 for bullets.
    pub ordinal: u32,
}

/// What kind of mark it is. The order is that of usual nesting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// `Phần II`, `Phần thứ hai`
    Part,
    /// `Điều 2.`
    Article,
    /// `A.`
    Capital,
    /// `II.`
    Roman,
    /// `1.`, `1.1.`, by the number of its parts.
    Number(u8),
    /// `1)`
    Closed,
    /// `a)`
    Letter,
    /// `(1)`, `(a)`
    Enclosed,
    /// `-`, `+`, `*`, `•`
    Bullet(char),
}

impl Style {
    /// The bullet that stands above dashes and plus signs.
    pub(super) const STAR: char = '*';

    /// Whether the mark is a bullet.
    pub(super) fn is_bullet(self) -> bool {
        matches!(self, Self::Bullet(_))
    }
}

/// Splits the mark from the words behind it, which may be none.
pub(super) fn split(text: &str) -> Option<(Marker, &str)> {
    let named = || part(text).or_else(|| article(text));
    bullet(text)
        .or_else(|| scanned(text))
        .or_else(|| enclosed(text))
        .or_else(|| number(text))
        .or_else(|| letters(text))
        .or_else(named)
}

/// The words of an item without its mark.
pub(super) fn without(text: &str) -> &str {
    split(text).map_or(text, |(_, rest)| rest)
}

fn marker(style: Style, label: &str, ordinal: u32) -> Marker {
    Marker { style, label: label.to_owned(), ordinal }
}

fn bullet(text: &str) -> Option<(Marker, &str)> {
    let sign = text.chars().next()?;
    let rest = &text[sign.len_utf8()..];
    let sign = match sign {
        '-' | '–' | '—' | '−' | '‐' | '‑' => '-',
        '+' | '*' | '•' | '·' | '●' | '○' | '▪' | '■' | '◦' | '‣' | '►' | '➢' | '✓' | '✔' | '❖'
        | '\u{F0B7}' | '\u{F02D}' => sign,
        _ => return None,
    };
    let parted = rest.is_empty() || rest.starts_with([' ', '\t']);
    let glued = rest.starts_with(char::is_alphabetic) && sign != '*';
    (parted || glued).then(|| (marker(Style::Bullet(sign), &sign.to_string(), 0), rest.trim_start()))
}

/// "Phần II. NỘI DUNG", "PHẦN THỨ HAI: Nội dung"; its words may stand on the next line.
fn part(text: &str) -> Option<(Marker, &str)> {
    const ORDINALS: [&str; 8] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám"];
    let rest = text.strip_prefix("Phần ").or_else(|| text.strip_prefix("PHẦN "))?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != ' ').unwrap_or(rest.len());
    let mut words = rest[..end].split(' ');
    let first = words.next()?;
    let (label, ordinal) = match (first.to_lowercase().as_str(), words.next()) {
        ("thứ", Some(word)) => {
            let place = ORDINALS.iter().position(|ordinal| *ordinal == word.to_lowercase())?;
            (&rest[..first.len() + 1 + word.len()], u32::try_from(place + 1).ok()?)
        }
        _ => (first, roman(first).or_else(|| digits(first))?),
    };
    let words = rest[label.len()..].trim_start_matches([' ', '.', ':', '-', '–']);
    (words.is_empty() || starts_upper(words)).then(|| (marker(Style::Part, label, ordinal), words))
}

/// "Điều 2. Nội dung": the number of an article closes with a dot or a colon.
fn article(text: &str) -> Option<(Marker, &str)> {
    let rest = text.strip_prefix("Điều ").or_else(|| text.strip_prefix("ĐIỀU "))?;
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let ordinal = digits(&rest[..end])?;
    let words = rest[end..].strip_prefix(['.', ':'])?.trim_start();
    starts_upper(words).then(|| (marker(Style::Article, &rest[..end], ordinal), words))
}

/// "lV. TỔ CHỨC", "1II NỘI DUNG", "(III) KINH PHÍ": a Roman number as scans have it, before a title in capitals.
fn scanned(text: &str) -> Option<(Marker, &str)> {
    let bare = text.strip_prefix('(').unwrap_or(text);
    let end = bare.find(|c| !matches!(c, 'I' | 'l' | 'i' | '1' | 'Ι' | 'V' | 'X'))?;
    let (word, rest) = bare.split_at(end);
    let words = rest.trim_start_matches(['.', ',', '/', ')', '-', '–', ':', ' ']);
    // A digit counts by itself, and a small letter before a bracket is a point's.
    let other = word.bytes().all(|b| b.is_ascii_digit()) || (letter(word).is_some() && rest.starts_with(')'));
    let titled = words.len() < rest.len() && words.contains(' ') && is_capitals(words);
    // "VI PHẠM", "XI MĂNG", "X QUANG" are words.
    let is_word = rest.starts_with(' ')
        && !rest.trim_start().starts_with(['-', '–'])
        && matches!(word, "V" | "VI" | "X" | "XI");
    let label: String = word.chars().map(|c| if matches!(c, 'V' | 'X') { c } else { 'I' }).collect();
    let ordinal = roman(&label).filter(|_| titled && !other && !is_word)?;
    Some((marker(Style::Roman, &label, ordinal), words))
}

fn enclosed(text: &str) -> Option<(Marker, &str)> {
    let (inner, rest) = text.strip_prefix('(')?.split_once(')')?;
    let ordinal = digits(inner).or_else(|| letter(inner))?;
    Some((marker(Style::Enclosed, &text[..inner.len() + 2], ordinal), rest.trim_start()))
}

fn number(text: &str) -> Option<(Marker, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    let label = run.trim_end_matches('.');
    let parts: Vec<u32> = label.split('.').map(digits).collect::<Option<_>>()?;
    let ordinal = *parts.last()?;
    let dotted = run.len() > label.len();
    if let Some(rest) = rest.strip_prefix(')').filter(|_| parts.len() == 1 && !dotted) {
        return Some((marker(Style::Closed, &format!("{label})"), ordinal), opened(rest)?));
    }
    let slash = rest.strip_prefix(['/', '-', '–']).filter(|_| !dotted);
    let rest = match (dotted, slash) {
        (true, _) => opened(rest)?,
        (false, Some(rest)) => opened(rest).filter(|words| opens_word(words))?,
        (false, None) if parts.len() > 1 => opened(rest).filter(|rest| starts_upper(rest))?,
        (false, None) => return None,
    };
    let depth = u8::try_from(parts.len()).ok().filter(|depth| *depth <= 5)?;
    Some((marker(Style::Number(depth), label, ordinal), rest))
}

/// The words behind a mark: after a space, or glued to it and opened by a capital or a quote.
fn opened(rest: &str) -> Option<&str> {
    let words = rest.trim_start();
    (words.is_empty() || words.len() < rest.len() || starts_upper(words)).then_some(words)
}

fn starts_upper(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '('))
}

/// Whether a text opens with a word, rather than with the letters of a document's number.
fn opens_word(text: &str) -> bool {
    starts_upper(text) && text.chars().take_while(|c| c.is_alphanumeric()).skip(1).all(char::is_lowercase)
}

/// One or two digits as a number.
fn digits(text: &str) -> Option<u32> {
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

fn letters(text: &str) -> Option<(Marker, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).filter(|end| *end > 0)?;
    let (word, rest) = text.split_at(end);
    let sign = rest.chars().next()?;
    let after = &rest[sign.len_utf8()..];
    if let Some(ordinal) = letter(word) {
        let words = opened(after)?;
        return match sign {
            ')' => Some((marker(Style::Letter, &format!("{word})"), ordinal), words)),
            '.' if starts_upper(words) => Some((marker(Style::Letter, word, ordinal), words)),
            _ => None,
        };
    }
    if !matches!(sign, '.' | '/' | ')' | ':' | '-' | ' ') {
        return None;
    }
    let after = if sign == ' ' { after.strip_prefix(['-', '–', '.', ':'])? } else { after };
    let words = opened(after)?;
    match (roman(word), word) {
        (Some(ordinal), _) => Some((marker(Style::Roman, word, ordinal), words)),
        (None, "A" | "B" | "C" | "D" | "Đ" | "E" | "G" | "H") if sign == '.' || sign == '/' => {
            Some((marker(Style::Capital, word, letter(&word.to_lowercase())?), words))
        }
        _ => None,
    }
}

/// The place of a small letter in the alphabet of points.
fn letter(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let (c, end) = (chars.next()?, chars.next());
    let place = LETTERS.chars().position(|letter| letter == c).filter(|_| end.is_none())?;
    u32::try_from(place + 1).ok()
}

/// The value of a Roman number up to 39, in capitals.
pub(super) fn roman(text: &str) -> Option<u32> {
    let tens = text.len() - text.trim_start_matches('X').len();
    let ones = match &text[tens..] {
        "" => 0,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        _ => return None,
    };
    let value = u32::try_from(tens).ok()? * 10 + ones;
    (1..40).contains(&value).then_some(value)
}

/// Whether a letter follows another in either alphabet, by their places.
pub(super) fn follows(letter: u32, next: u32) -> bool {
    let between = LETTERS.chars().take(next.saturating_sub(1) as usize).skip(letter as usize);
    letter < next && between.into_iter().all(|skipped| IN_ONE.contains(skipped))
}

/// How a count is printed where it is in Roman numbers or letters.
pub(super) fn counted(style: Style, count: u32) -> Option<String> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let place = usize::try_from(count).ok()?;
    match style {
        Style::Roman => Some(format!("{}{}", "X".repeat(place / 10), ONES[place % 10])),
        Style::Letter | Style::Enclosed => Some(LETTERS.chars().nth(place.checked_sub(1)?)?.to_string()),
        Style::Capital => Some(LETTERS.chars().nth(place.checked_sub(1)?)?.to_uppercase().to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(Style, &str, u32, &str)>) {
        let found = split(text);
        let said = found.as_ref().map(|(m, rest)| (m.style, m.label.as_str(), m.ordinal, *rest));
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn the_marks_of_plans() {
        check("II. Nội dung", Some((Style::Roman, "II", 2, "Nội dung")));
        check("IV/ Kinh phí", Some((Style::Roman, "IV", 4, "Kinh phí")));
        check("III - NỘI DUNG", Some((Style::Roman, "III", 3, "NỘI DUNG")));
        check("A. Phần chung", Some((Style::Capital, "A", 1, "Phần chung")));
        check("1. Văn phòng", Some((Style::Number(1), "1", 1, "Văn phòng")));
        check("2- Việc", Some((Style::Number(1), "2", 2, "Việc")));
        check("2.1- Việc", Some((Style::Number(2), "2.1", 1, "Việc")));
        check("1.Mục đích", Some((Style::Number(1), "1", 1, "Mục đích")));
        check("2.3 Rà soát", Some((Style::Number(2), "2.3", 3, "Rà soát")));
        check("1.1. Mục tiêu 1", Some((Style::Number(2), "1.1", 1, "Mục tiêu 1")));
        check("3) Việc", Some((Style::Closed, "3)", 3, "Việc")));
        check("đ) Việc", Some((Style::Letter, "đ)", 5, "Việc")));
        check("f) Việc", Some((Style::Letter, "f)", 7, "Việc")));
        check("a. Việc", Some((Style::Letter, "a", 1, "Việc")));
        check("(2) Việc", Some((Style::Enclosed, "(2)", 2, "Việc")));
        check("– Việc", Some((Style::Bullet('-'), "-", 0, "Việc")));
        check("+Việc", Some((Style::Bullet('+'), "+", 0, "Việc")));
    }

    #[test]
    fn roman_numbers_as_scans_have_them() {
        for text in ["l. MỤC TIÊU", "I, MỤC TIÊU", "(I) MỤC TIÊU", "I MỤC TIÊU", "Ι. MỤC TIÊU", "i. MỤC TIÊU"]
        {
            check(text, Some((Style::Roman, "I", 1, "MỤC TIÊU")));
        }
        check("lV. TỔ CHỨC", Some((Style::Roman, "IV", 4, "TỔ CHỨC")));
        check("1II- KINH PHÍ", Some((Style::Roman, "III", 3, "KINH PHÍ")));
        check("l. Việc nhỏ", Some((Style::Letter, "l", 13, "Việc nhỏ")));
        check("l) TỔNG HỢP CHUNG", Some((Style::Letter, "l)", 13, "TỔNG HỢP CHUNG")));
        check("1. MỤC TIÊU", Some((Style::Number(1), "1", 1, "MỤC TIÊU")));
        check("VI PHẠM HÀNH CHÍNH", None);
    }

    #[test]
    fn parts_and_articles() {
        check("Phần II", Some((Style::Part, "II", 2, "")));
        check("PHẦN THỨ BA: NỘI DUNG", Some((Style::Part, "THỨ BA", 3, "NỘI DUNG")));
        check("Phần I. Mục tiêu", Some((Style::Part, "I", 1, "Mục tiêu")));
        check("Điều 4. Phân công", Some((Style::Article, "4", 4, "Phân công")));
        for text in ["Phần lễ", "Phần I của Đề án", "Điều 4 Luật Đất đai", "Phần mềm quản lý", "Điều hành"]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_mark_may_stand_alone() {
        check("1.", Some((Style::Number(1), "1", 1, "")));
        check("-", Some((Style::Bullet('-'), "-", 0, "")));
    }

    #[test]
    fn dates_sums_and_words_are_no_marks() {
        for text in [
            "12/12/2013 của Bộ",
            "2022. Việc",
            "1.000 đồng",
            "1.5 triệu",
            "5 năm",
            "-5 độ",
            "Vì. Sao",
            "VIC. Tên",
            "2021 - 2025 theo",
            "12-CTr-BCĐ ngày",
            "24- 48 giờ",
            "10-15 ngày",
            "10/QĐ-UBND",
            "năm 2022",
            "a. việc",
            "TP. Hà Nội",
            "I",
            "*nghiêng*",
        ] {
            check(text, None);
        }
    }
}
