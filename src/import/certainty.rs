//! How sure the reading of a time is.

use super::times::Years;
use super::trace::Sureness;
use crate::domain::{Entry, When};

/// Of a time behind a label: certain where all of it is said, its year too. A date that was not understood is a guess.
pub(super) fn of_label(entry: &Entry, years: Years) -> Sureness {
    match entry.when {
        When::Pending if has_date(&entry.text) => Sureness::Guessed,
        When::Pending => Sureness::Likely,
        _ => by_year(entry, years),
    }
}

/// Of a time in running text: only a deadline that stands alone there is certainly the task's.
pub(super) fn of_sentence(entry: &Entry, alone: bool, years: Years) -> Sureness {
    let is_deadline = match entry.when {
        When::By(_) | When::Before(_) => true,
        When::Every(every) => every.limit.is_some(),
        When::In(_) | When::Ongoing | When::Pending => false,
    };
    if alone && is_deadline { by_year(entry, years) } else { by_year(entry, years).min(Sureness::Likely) }
}

/// A year that is not told is the plan's, which for a plan of several years is a guess.
fn by_year(entry: &Entry, years: Years) -> Sureness {
    let has_year = match entry.when {
        When::In(_) | When::By(_) | When::Before(_) => true,
        When::Every(every) => every.within.is_some(),
        When::Ongoing | When::Pending => false,
    };
    match years.until {
        _ if !has_year || tells_year(&entry.text) => Sureness::Certain,
        None => Sureness::Likely,
        Some(_) => Sureness::Guessed,
    }
}

/// Whether a text holds a number of four digits, as years have.
fn tells_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4)
}

/// Whether a text holds what is written like a date: a slash behind a digit.
fn has_date(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == b'/')
}

#[cfg(test)]
mod tests {
    use super::super::times;
    use super::*;

    const YEARS: Years = Years { year: 2026, until: None, issued: None };

    #[track_caller]
    fn label(value: &str, years: Years, expected: &[Sureness]) {
        let entries = times::of_label(value, years);
        assert_eq!(
            entries.iter().map(|entry| of_label(entry, years)).collect::<Vec<_>>(),
            expected,
            "{value}"
        );
    }

    #[track_caller]
    fn sentence(text: &str, expected: &[Sureness]) {
        let entries = times::of_sentence(text, YEARS);
        let alone = entries.len() == 1;
        let told: Vec<Sureness> = entries.iter().map(|entry| of_sentence(entry, alone, YEARS)).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn behind_a_label_the_year_tells() {
        use Sureness::{Certain, Guessed, Likely};
        label("Quý II/2026", YEARS, &[Certain]);
        label("Hằng quý", YEARS, &[Certain]);
        label("Thường xuyên", YEARS, &[Certain]);
        label("Tháng 5", YEARS, &[Likely]);
        label("Sau khi có hướng dẫn", YEARS, &[Likely]);
        label("Ngày 31/02/2026", YEARS, &[Guessed]);
        label("Tháng 5", Years { until: Some(2030), ..YEARS }, &[Guessed]);
    }

    #[test]
    fn in_running_text_a_deadline_alone_is_certain() {
        use Sureness::{Certain, Likely};
        sentence("Báo cáo trước ngày 15/10/2026.", &[Certain]);
        sentence("Báo cáo trước ngày 15/10.", &[Likely]);
        sentence("Gửi kế hoạch trước ngày 18/3/2026, báo cáo trước ngày 15/10/2026.", &[Likely, Likely]);
        sentence("Tổ chức hội nghị trong quý II/2026.", &[Likely]);
    }
}
