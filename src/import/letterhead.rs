//! The letterhead: number, place and date of issue, each possibly blank.

use chrono::NaiveDate;

use super::case::is_capitals;
use super::line::Line;
use super::numbers;
use super::span::is_motto;
use super::trace::{Lines, Traced};
use crate::domain::Stretch;
use crate::text::fold;

/// A field of the letterhead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Field<T> {
    /// There is no such field.
    #[default]
    Missing,
    /// It is there, left blank to be filled by hand; the number is its line's.
    Blank(u32),
    /// It says this.
    Said(T),
}

impl<T> Field<T> {
    /// The line in which it is left blank.
    pub(super) fn blank(&self) -> Option<Lines> {
        match self {
            Self::Blank(line) => Some((*line, *line)),
            Self::Missing | Self::Said(_) => None,
        }
    }

    /// What it says.
    pub(super) fn said(self) -> Option<T> {
        match self {
            Self::Said(value) => Some(value),
            Self::Missing | Self::Blank(_) => None,
        }
    }
}

/// Place and date of issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dateline {
    /// The place.
    pub place: Option<String>,
    /// The day, or the month where the day is blank; `None` where both are.
    pub issued: Option<Stretch>,
    /// Its lines.
    pub lines: Lines,
}

/// The document's own number: the first "Số ..." of the letterhead.
pub(super) fn number(head: &[Line]) -> Field<Traced<String>> {
    for (at, line) in head.iter().enumerate() {
        for column in line.columns() {
            let Some(rest) = after_so(column) else { continue };
            let next = head.get(at + 1).filter(|_| rest.is_empty());
            let said = closed_up(next.map_or(rest, |next| next.text.as_str()));
            let counted = said.starts_with(|c: char| c.is_ascii_digit());
            if let Some(cited) = numbers::number(&said, 0).filter(|_| counted) {
                let lines = (line.number, next.map_or(line.number, |next| next.number));
                return Field::Said(Traced::certain(cited.number, lines));
            }
            if rest.is_empty() || rest.trim_start_matches(['.', '…', ' ', '_']).starts_with(['/', '-']) {
                return Field::Blank(line.number);
            }
        }
    }
    Field::Missing
}

/// A number without the spaces that some offices put on both sides of its marks: "225 - KH/TWĐTN".
fn closed_up(said: &str) -> String {
    said.replace(" - ", "-").replace(" – ", "-").replace(" / ", "/")
}

/// What stands behind the word "Số" at the start of a text.
fn after_so(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Số").or_else(|| text.strip_prefix("SỐ"))?;
    let said = rest.trim_start_matches([':', ' ', '.']);
    let parted = rest.is_empty() || said.len() < rest.len() || rest.starts_with(|c: char| c.is_ascii_digit());
    parted.then_some(said)
}

/// The first line "Place, ngày ... tháng ... năm ..." of a stretch; it may be broken over three lines.
pub(super) fn dateline(lines: &[Line]) -> Option<Dateline> {
    (0..lines.len()).find_map(|at| lines[at].columns().find_map(|column| dateline_at(lines, at, column)))
}

fn dateline_at(lines: &[Line], at: usize, column: &str) -> Option<Dateline> {
    const LINES: usize = 3;
    let mut text = column.to_owned();
    let mut ends = vec![(text.len(), lines[at].number)];
    let next = lines[at + 1..].iter().take(LINES - 1).take_while(|line| line.is_prose() && line.gap <= 1);
    for line in next {
        text.push(' ');
        text.push_str(line.columns().last().unwrap_or_default());
        ends.push((text.len(), line.number));
    }
    let (place, rest) = split_place(&text)?;
    if column.len() < place.len() {
        let torn = column.chars().count() >= 4 && !is_capitals(column) && !is_motto(column);
        torn.then_some(())?;
    }
    let Written(issued) = read_date(rest)?;
    // The last line that the date needs.
    let from = text.len() - rest.len();
    let needed = |(end, _): &&(usize, u32)| {
        text.get(from..*end).and_then(read_date).is_some_and(|Written(read)| read == issued)
    };
    let last = ends.iter().find(needed).map_or(lines[at].number, |(_, line)| *line);
    let place = place.trim().trim_end_matches(',').trim();
    let place = (!place.is_empty()).then(|| place.to_owned());
    Some(Dateline { place, issued, lines: (lines[at].number, last) })
}

/// The place before ", ngày", which is short, opens with a capital and says nothing else; and the words from "ngày" on.
fn split_place(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 45;
    let lower = text.to_lowercase();
    let at = if lower.len() == text.len() { lower.find("ngày") } else { text.find("ngày") }?;
    let place = text[..at].trim_end();
    let fits = place.chars().count() <= LONGEST && place.chars().next().is_none_or(char::is_uppercase);
    let parted = place.is_empty() || place.ends_with(',') || place.ends_with('.');
    (fits && parted && !place.contains([':', ';', '(', '/'])).then(|| (place, &text[at..]))
}

/// A date as written, nothing where its month is blank.
struct Written(Option<Stretch>);

/// Reads "ngày 5 tháng 3 năm 2022", "ngày tháng 3 năm 2022", "ngày 05/3/2022"; `None` where a text is no date.
fn read_date(text: &str) -> Option<Written> {
    let folded = fold(text);
    let mut words =
        folded.split(|c: char| !c.is_alphanumeric() && c != '/').filter(|word| !word.is_empty()).peekable();
    if words.next() != Some("ngay") {
        return None;
    }
    if let Some(day) = words.peek().filter(|word| word.contains('/')) {
        return read_slashed(day);
    }
    let day = words.next_if(|word| *word != "thang").and_then(|day| day.parse::<u32>().ok());
    if words.next()? != "thang" {
        return None;
    }
    let month = words.next_if(|word| *word != "nam").and_then(|month| month.parse::<u32>().ok());
    if words.next()? != "nam" {
        return None;
    }
    let year = words.next().and_then(|year| year.parse().ok()).filter(|year| (1945..2200).contains(year))?;
    Some(Written(stretch(year, month, day)))
}

fn read_slashed(text: &str) -> Option<Written> {
    let mut parts = text.split('/');
    let day = parts.next().and_then(|day| day.parse().ok());
    let month = parts.next().and_then(|month| month.parse().ok());
    let year = parts.next().and_then(|year| year.parse().ok()).filter(|year| (1945..2200).contains(year))?;
    Some(Written(stretch(year, month, day)))
}

/// The day, else the month, as far as they are there.
fn stretch(year: i32, month: Option<u32>, day: Option<u32>) -> Option<Stretch> {
    let month = month.filter(|month| (1..=12).contains(month))?;
    let day = day.and_then(|day| NaiveDate::from_ymd_opt(year, month, day)).map(Stretch::Day);
    day.or_else(|| u8::try_from(month).ok().map(|month| Stretch::Month(year, month)))
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[track_caller]
    fn check(
        text: &str,
        expected_number: &Field<String>,
        expected_place: Option<&str>,
        expected_issued: Option<&str>,
    ) {
        let lines = lines(text);
        let dateline = dateline(&lines);
        let issued = dateline.as_ref().and_then(|d| d.issued).map(|issued| issued.to_string());
        let number = match number(&lines) {
            Field::Said(number) => Field::Said(number.said),
            Field::Blank(line) => Field::Blank(line),
            Field::Missing => Field::Missing,
        };
        assert_eq!(&number, expected_number);
        assert_eq!(dateline.and_then(|d| d.place).as_deref(), expected_place);
        assert_eq!(issued.as_deref(), expected_issued);
    }

    #[test]
    fn number_place_and_date() {
        let said = |number: &str| Field::Said(number.to_owned());
        check(
            "Số: 980/KH-UBND\n|\n*Nghệ An, ngày 18\ntháng 11 năm 2025*",
            &said("980/KH-UBND"),
            Some("Nghệ An"),
            Some("2025-11-18"),
        );
        check("Số 03-KH/BCĐ", &said("03-KH/BCĐ"), None, None);
        check("Số: 04 – KH/TĐTN", &said("04-KH/TĐTN"), None, None);
        check(
            "Số:\n7360/KH-UBND      Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2022",
            &said("7360/KH-UBND"),
            Some("Thành phố Hồ Chí Minh"),
            Some("2022-03-05"),
        );
        check(
            "Thành phố Hồ Chí\nMinh, ngày 9 tháng 1 năm 2026",
            &Field::Missing,
            Some("Thành phố Hồ Chí Minh"),
            Some("2026-01-09"),
        );
    }

    #[test]
    fn what_is_left_blank_is_unknown() {
        check(
            "Số:     /KH-SYT\n\nHải Dương, ngày    tháng 3 năm 2022",
            &Field::Blank(1),
            Some("Hải Dương"),
            Some("2022-03"),
        );
        check("Huế, ngày    tháng    năm 2022", &Field::Missing, Some("Huế"), None);
    }

    #[test]
    fn a_cited_date_is_no_dateline() {
        check(
            "Căn cứ Kế hoạch số 5/KH-UBND, ngày 02 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh",
            &Field::Missing,
            None,
            None,
        );
    }
}
