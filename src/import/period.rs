//! Lines that only name a time, over what is to be done in it: "Tháng 9/2025", "Quý I:", "Hằng tháng:".

use crate::text::fold;

/// Whether a paragraph only names a month or a quarter; before a colon also a week, a half year, or what recurs.
pub(super) fn names_period(text: &str) -> bool {
    let folded = fold(text);
    let opens = folded.ends_with(':');
    let words: Vec<&str> = words(&folded).collect();
    is_month(&words) || (opens && (rhythm_of(&words).is_some() || is_stretch(&words)))
}

/// What the bare day "ngày 25" means below a heading that recurs: the words behind it that the heading spares.
pub(super) fn spared(heading: &str) -> Option<&'static str> {
    rhythm_of(&words(&fold(heading)).collect::<Vec<_>>()).filter(|spared| !spared.is_empty())
}

/// A sentence with words put behind each day that names no month.
pub(super) fn completed(sentence: &str, spared: &str) -> String {
    const DAY: &str = "ngày ";
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(at) = rest.find(DAY).map(|at| at + DAY.len()) {
        let day = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let behind = &rest[at + day..];
        let bare = (1..=2).contains(&day)
            && (behind.is_empty() || behind.starts_with([',', ';', '.', ')']) || ends_there(behind));
        out.push_str(&rest[..at + day]);
        if bare {
            out.push_str(spared);
        }
        rest = behind;
    }
    out + rest
}

/// Whether the words behind a day say nothing more of the time.
fn ends_there(behind: &str) -> bool {
    let next = behind.strip_prefix(' ').map(fold).unwrap_or_default();
    let more = ["thang", "hang", "cuoi", "dau", "cua", "den", "lam viec", "ke tu", "sau", "truoc", "va"];
    !next.is_empty()
        && next.starts_with(char::is_alphabetic)
        && !more.iter().any(|word| next.starts_with(word))
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    let parts = folded.trim_end_matches([':', '.', ' ']).split([' ', '/', ',', '-', '–', '+', '&', '(', ')']);
    parts.filter(|word| !word.is_empty())
}

/// "tháng 9/2025", "quý I".
fn is_month(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let counted = |word: &&str| matches!(*word, "nam" | "va") || is_count(word);
    matches!(*first, "thang" | "quy") && (1..=4).contains(&rest.len()) && rest.iter().all(counted)
}

/// "tháng 9 và tháng 10", "tuần 2 tháng 9", "6 tháng đầu năm".
fn is_stretch(words: &[&str]) -> bool {
    const MOST: usize = 8;
    let named = |word: &&str| matches!(*word, "thang" | "quy" | "tuan");
    let known = |word: &&str| named(word) || matches!(*word, "nam" | "va" | "dau" | "cuoi" | "tu" | "den");
    (2..=MOST).contains(&words.len())
        && words.iter().any(named)
        && words.iter().all(|word| known(word) || is_count(word))
}

fn is_count(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit()) || matches!(word, "i" | "ii" | "iii" | "iv")
}

/// What a heading that recurs spares behind a bare day; nothing where no day of a period is meant.
fn rhythm_of(words: &[&str]) -> Option<&'static str> {
    match words {
        ["dinh", "ky", rest @ ..] if !rest.is_empty() => rhythm_of(rest),
        ["hang", "thang"] => Some(" hằng tháng"),
        ["hang", "quy"] => Some(" tháng cuối quý"),
        ["hang", "tuan" | "nam" | "ngay"] | ["thuong", "xuyen"] => Some(""),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_only_names_a_time() {
        for period in [
            "Tháng 9/2025",
            "Quý IV năm 2025:",
            "Hằng tháng:",
            "Định kỳ hàng quý:",
            "Thường xuyên:",
            "Tháng 9 và tháng 10:",
            "Tuần 2 tháng 9:",
            "6 tháng đầu năm:",
        ] {
            assert!(names_period(period), "{period}");
        }
        for other in [
            "Thường xuyên",
            "Hằng tháng, các tổ báo cáo:",
            "Tháng hành động:",
            "Quý vị:",
            "Năm 2025 và tháng hành động:",
            "12:",
            "",
        ] {
            assert!(!names_period(other), "{other}");
        }
    }

    #[test]
    fn a_bare_day_takes_the_rhythm_of_its_heading() {
        assert_eq!(spared("Hằng tháng:"), Some(" hằng tháng"));
        assert_eq!((spared("Thường xuyên:"), spared("Tháng 10:")), (None, None));
        let check = |sentence: &str, expected: &str| {
            assert_eq!(completed(sentence, " hằng tháng"), expected);
        };
        check("Báo cáo trước ngày 25.", "Báo cáo trước ngày 25 hằng tháng.");
        check("Trước ngày 5 gửi Văn phòng", "Trước ngày 5 hằng tháng gửi Văn phòng");
        check("Trước ngày 25", "Trước ngày 25 hằng tháng");
        for full in
            ["trước ngày 5/3/2025", "ngày 5 tháng 3", "ngày 25 hàng tháng", "02 ngày 31/01", "ngày 2025"]
        {
            check(full, full);
        }
    }
}
