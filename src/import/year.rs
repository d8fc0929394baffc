//! The years that a plan is for.

use crate::domain::Stretch;

/// A year, or a term of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct YearSpan {
    /// The first year.
    pub year: i32,
    /// The last, for a term of several.
    pub until: Option<i32>,
}

/// By what the years are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The title says them.
    Title,
    /// It is the year of issue.
    Issue,
    /// The text at this place says a year first.
    Text(usize),
}

/// The years by the title, else by the date of issue, else by the first text that says one; `None` where nothing tells.
pub(super) fn years<'a>(
    title: &str,
    issued: Option<Stretch>,
    texts: impl Iterator<Item = &'a str>,
) -> Option<(YearSpan, By)> {
    let own = |year| YearSpan { year, until: None };
    if let Some(span) = said(title) {
        return Some((span, By::Title));
    }
    if let Some(issued) = issued {
        let until = aimed(title).filter(|until| *until > issued.year());
        return Some((YearSpan { until, ..own(issued.year()) }, By::Issue));
    }
    let mut single = texts.enumerate().filter_map(|(at, text)| {
        said(text).filter(|span| span.until.is_none()).map(|span| (own(span.year), By::Text(at)))
    });
    single.next()
}

/// The year of "năm 2022", or the term of "giai đoạn 2026 - 2030", in a text. The year of a full date and one that is
/// only aimed at ("đến năm 2030") are not meant, nor the years of a mandate ("nhiệm kỳ 2026 - 2031").
fn said(text: &str) -> Option<YearSpan> {
    let lower = text.to_lowercase();
    let single = after(&lower, "năm ").filter(|(before, _, _)| !is_date(before) && !is_aim(before));
    let single = single.map(|(_, year, rest)| YearSpan { year, until: range_end(rest) }).last();
    let term = || {
        let mut terms = after(&lower, "giai đoạn ").chain(after(&lower, "năm học "));
        terms.find_map(|(_, year, rest)| Some(YearSpan { year, until: Some(range_end(rest)?) }))
    };
    single.or_else(term)
}

/// The year that a title aims at: "đến năm 2030".
fn aimed(text: &str) -> Option<i32> {
    let lower = text.to_lowercase();
    after(&lower, "đến năm ").map(|(_, year, _)| year).next()
}

/// Each place where a year follows a word: what stands before the word, the year, what stands behind.
fn after<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = (&'a str, i32, &'a str)> {
    text.match_indices(word).filter_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        year_at(rest).map(|year| (&text[..at], year, &rest[4..]))
    })
}

fn year_at(text: &str) -> Option<i32> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let ends = !text[4..].starts_with(|c: char| c.is_ascii_digit());
    digits.parse().ok().filter(|year| ends && (1990..2100).contains(year))
}

fn range_end(rest: &str) -> Option<i32> {
    let rest = rest.trim_start().strip_prefix(['-', '–'])?.trim_start();
    year_at(rest)
}

/// Whether "năm" closes a date: "ngày 5 tháng 3 năm 2022".
fn is_date(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let number = words.next().is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    number && words.next() == Some("tháng")
}

fn is_aim(before: &str) -> bool {
    before.trim_end().ends_with("đến")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, issued: Option<&str>, texts: &[&str], expected: Option<(i32, Option<i32>)>) {
        let issued = issued.map(|issued| issued.parse().unwrap());
        let found = years(title, issued, texts.iter().copied()).map(|(span, _)| (span.year, span.until));
        assert_eq!(found, expected, "{title}");
    }

    #[test]
    fn the_title_comes_first() {
        check("Công tác lưu trữ năm 2026", Some("2025-12-20"), &[], Some((2026, None)));
        check("Cải cách hành chính giai đoạn 2026 - 2030", Some("2025-12-20"), &[], Some((2026, Some(2030))));
        check("Nhiệm vụ năm 2022 của Chương trình giai đoạn 2021-2025", None, &[], Some((2022, None)));
    }

    #[test]
    fn then_the_date_of_issue() {
        check("Triển khai Luật", Some("2025-11"), &["năm 2019"], Some((2025, None)));
        check("Bầu cử nhiệm kỳ 2026 - 2031", Some("2025-11"), &[], Some((2025, None)));
        check("Thực hiện Nghị quyết ngày 4 tháng 3 năm 2020", Some("2025-11-18"), &[], Some((2025, None)));
        check("Phát triển dịch vụ đến năm 2030", Some("2025-11-18"), &[], Some((2025, Some(2030))));
    }

    #[test]
    fn then_the_text() {
        check("", None, &["Căn cứ chương trình công tác năm 2022"], Some((2022, None)));
        check("", None, &["ngày 3 tháng 2 năm 2019"], None);
    }
}
