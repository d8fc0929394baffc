//! Days, months and quarters that a person types and no calendar has: "31/2", "tháng 13", "quý V".

use chrono::NaiveDate;

use crate::domain::when::typed_quarter;
use crate::text::fold;

/// A year with a 29 February, for days without a year.
const LEAP: i32 = 2024;

/// Whether some words name such a day, month or quarter.
pub(super) fn no_such_day(words: &str) -> bool {
    let mut before = String::new();
    words.split([' ', ',', ';', '(', ')']).filter(|word| !word.is_empty()).any(|word| {
        let impossible = is_impossible(&before, word.trim_matches(['.', ':']));
        before = format!("{} {}", last(&before), fold(word));
        impossible
    })
}

fn last(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or_default()
}

/// Whether a word that counts the calendar, behind two others, is beyond it.
fn is_impossible(before: &str, word: &str) -> bool {
    /// What is called by a number and the year: "Nghị định 15/2022".
    const PAPERS: [&str; 7] =
        ["nghi dinh", "nghi quyet", "thong tu", "luat", "phap lenh", "quyet dinh", "chi thi"];
    let is_paper = PAPERS.iter().any(|paper| before.ends_with(paper));
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let year = |part: &str| part.parse::<i32>().ok().filter(|_| part.len() == 4);
    let no_day = |year: i32, month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day).is_none();
    let no_month = |month: u32| !(1..=12).contains(&month);
    match (last(before), &parts[..]) {
        // A number of a document.
        ("so", _) => false,
        ("quy", [quarter, ..]) => is_count(quarter) && typed_quarter(quarter).is_none(),
        ("thang", [month]) => number(month).is_some_and(no_month),
        (_, [first, second]) if word.contains('/') => match (number(first), number(second), year(second)) {
            (Some(day), Some(month), _) => no_day(LEAP, month, day),
            (Some(month), _, Some(_)) => no_month(month) && !is_paper,
            _ => false,
        },
        (_, [first, second, third]) => {
            match (number(second), number(first), year(third), number(third), year(first)) {
                (Some(month), Some(day), Some(year), ..) | (Some(month), _, _, Some(day), Some(year)) => {
                    no_day(year, month, day)
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether a word counts: in digits, or in the letters of Roman numbers.
fn is_count(word: &str) -> bool {
    let digits = word.chars().all(|c| c.is_ascii_digit());
    let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    !word.is_empty() && (digits || roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_calendar_has_is_told_from_what_only_looks_like_it() {
        for words in [
            "31/2",
            "trước ngày 31/02/2022",
            "30.2.2022",
            "31-4-2022",
            "by 2022-02-30",
            "tháng 13",
            "13/2022",
            "tháng 13/2022",
            "trình Quyết định ngày 31/2",
            "quý V/2022",
            "quý 5",
            "từ 1/3 đến 32/3",
        ] {
            assert!(no_such_day(words), "{words}");
        }
        for words in [
            "29/2",
            "trước ngày 28/02/2022",
            "30.4.2022",
            "2022-02-28",
            "tháng 12",
            "12/2022",
            "quý IV/2022",
            "quý 4",
            "sau khi có Quyết định số 31/2022/QĐ-UBND",
            "theo Kế hoạch số 45/13",
            "sau khi ban hành Nghị định 15/2022",
            "theo Luật 45/2019 và Thông tư 22/2021",
            "theo 45/KH-UBND",
            "quý khách",
            "2022-Q3",
            "quý IV",
            "",
            "30 ngày",
            "6 tháng đầu năm 2022",
            "tháng 11 - 12/2022",
        ] {
            assert!(!no_such_day(words), "{words}");
        }
    }
}
