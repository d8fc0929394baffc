//! The notation of times, with what is near when it is mistyped.

use chrono::NaiveDate;

use super::day::day;
use crate::cli::failure::Failure;
use crate::domain::when::{typed_quarter, typed_stretch, typed_time};
use crate::domain::{Rhythm, Span, Stretch, Term, When};
use crate::text::nearest;

/// Reads a time; a day alone, in either form, is the last day on time.
///
/// # Errors
/// When it is none, with the nearest ones of the plan's term.
pub fn time(typed: &str, term: Term) -> Result<When, Failure> {
    let typed = typed.trim();
    let year = chrono::Datelike::year(&term.first);
    let in_term = || typed_stretch(typed, Some(year)).map(|stretch| When::In(Span::One(stretch)));
    typed_time(typed).or_else(in_term).ok_or_else(|| Failure::time(typed, near(typed, term)))
}

/// Reads a quarter, month or year; one without its year, or a quarter's number alone, lies in that of the day.
///
/// # Errors
/// When it is none, with the nearest ones of the day's year.
pub fn stretch(typed: &str, day: NaiveDate) -> Result<Stretch, Failure> {
    let year = chrono::Datelike::year(&day);
    let quarter = || typed_quarter(typed).map(|quarter| Stretch::Quarter(year, quarter));
    typed_stretch(typed, Some(year)).or_else(quarter).ok_or_else(|| no_stretch(typed, year))
}

fn no_stretch(typed: &str, year: i32) -> Failure {
    let known: Vec<String> = stretches(year).map(|stretch| stretch.to_string()).collect();
    let near = nearest(typed, known.iter().map(String::as_str));
    Failure::time(typed, near.into_iter().map(str::to_owned).collect())
}

/// What may have been meant: a day in another form behind its word, else the names of the term's stretches.
fn near(typed: &str, term: Term) -> Vec<String> {
    if let Some((word @ ("by" | "before"), rest)) = typed.split_once(' ')
        && let Ok(day) = day(rest)
    {
        return vec![format!("{word} {day}")];
    }
    let known = known(term);
    let words: Vec<&str> = known.iter().map(String::as_str).collect();
    let near = nearest(typed, words.iter().copied());
    near.into_iter().map(str::to_owned).collect()
}

fn known(term: Term) -> Vec<String> {
    let year = |day: NaiveDate| chrono::Datelike::year(&day);
    let mut known: Vec<String> = Rhythm::ALL.iter().map(|rhythm| rhythm.as_str().to_owned()).collect();
    known.extend(["ongoing".to_owned(), "pending".to_owned()]);
    for year in year(term.first)..=year(term.last) {
        known.extend(stretches(year).flat_map(|stretch| [stretch.to_string(), format!("by {stretch}")]));
    }
    known
}

/// The year, its quarters, halves and months.
fn stretches(year: i32) -> impl Iterator<Item = Stretch> {
    let quarters = (1..=4).map(move |quarter| Stretch::Quarter(year, quarter));
    let halves = (1..=2).map(move |half| Stretch::Half(year, half));
    let months = (1..=12).map(move |month| Stretch::Month(year, month));
    std::iter::once(Stretch::Year(year)).chain(quarters).chain(halves).chain(months)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_alone_is_a_deadline() {
        let read = |typed| time(typed, Term::years(2022, 2022)).unwrap().to_string();
        assert_eq!(read("30/11/2022"), "by 2022-11-30");
        assert_eq!(read("by 2022-Q4"), "by 2022-Q4");
        assert_eq!((read("quý IV").as_str(), read("Q3").as_str()), ("2022-Q4", "2022-Q3"));
    }

    #[test]
    fn a_mistyped_time_has_near_ones() {
        let near = |typed| near(typed, Term::years(2022, 2022));
        assert_eq!(near("by 30/11/2022"), ["by 2022-11-30"]);
        assert_eq!(near("2022-q3")[0], "2022-Q3");
        assert_eq!(near("quaterly")[0], "quarterly");
        assert_eq!(near("Q3")[0], "2022-Q3");
    }
}
