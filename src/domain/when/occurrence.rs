//! Times expanded into days over the term of a plan.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::stretch::month_start;
use super::{Every, Limit, LimitDay, Rhythm, Span, Stretch, When};

/// The most periods that one entry expands into: a few decades of weeks. What lies beyond is left out and reported.
pub const MAX_PERIODS: usize = 1000;

/// The days that a plan runs over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Term {
    /// From the first day of one year to the last day of another.
    #[must_use]
    pub fn years(from: i32, until: i32) -> Self {
        Self { first: Stretch::Year(from).first(), last: Stretch::Year(until.max(from)).last() }
    }
}

/// One stretch of days in which something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The name of the period where the time recurs: `2022-Q1`; a week is a range of two days.
    pub name: Option<Span>,
    /// The first day.
    pub first: NaiveDate,
    /// The last day that is on time; `None` where there is no deadline.
    pub last: Option<NaiveDate>,
}

impl When {
    /// The stretches of days that the time stands for, in order: one for most, one for each period of a rhythm, none
    /// for a condition. A deadline is its day alone. Something daily is one stretch without a deadline, as something
    /// ongoing is: nobody closes 365 periods.
    #[must_use]
    pub fn occurrences(self, term: Term, before_counts: bool) -> Vec<Occurrence> {
        let open = Occurrence { name: None, first: term.first, last: None };
        let on = |day: NaiveDate| Occurrence { name: None, first: day, last: Some(day) };
        match self {
            Self::In(span) => vec![Occurrence { name: None, first: span.first(), last: span.last() }],
            Self::By(stretch) => vec![on(stretch.last())],
            Self::Before(day) => vec![on(last_on_time(day, before_counts))],
            Self::Every(Every { rhythm: Rhythm::Daily, within, .. }) => {
                vec![Occurrence { first: within.map_or(term.first, Span::first), ..open }]
            }
            Self::Every(every) => every.occurrences(term, before_counts),
            Self::Ongoing => vec![open],
            Self::Pending => Vec::new(),
        }
    }

    /// Whether it has more periods over a term than [`MAX_PERIODS`].
    pub(in crate::domain) fn is_endless(self, term: Term) -> bool {
        matches!(self, Self::Every(every) if every.rhythm != Rhythm::Daily && every.spans(term, MAX_PERIODS + 1).len() > MAX_PERIODS)
    }

    /// Whether it recurs, so that its periods carry names of their own.
    #[must_use]
    pub fn recurs(self) -> bool {
        matches!(self, Self::Every(Every { rhythm, .. }) if rhythm != Rhythm::Daily)
    }
}

fn last_on_time(day: NaiveDate, before_counts: bool) -> NaiveDate {
    if before_counts { day } else { day - Days::new(1) }
}

impl Every {
    fn occurrences(self, term: Term, before_counts: bool) -> Vec<Occurrence> {
        let spans = self.spans(term, MAX_PERIODS);
        spans.into_iter().map(|span| self.occurrence(span, before_counts)).collect()
    }

    /// Its periods, at most so many.
    fn spans(self, term: Term, most: usize) -> Vec<Span> {
        let first = self.within.map_or(term.first, Span::first);
        let last = self.within.map_or(Some(term.last), Span::last).unwrap_or(term.last);
        let mut spans = Vec::new();
        let mut span = self.rhythm.around(first);
        while middle(span) <= last && spans.len() < most {
            if middle(span) >= first || self.rhythm != Rhythm::Weekly {
                spans.push(span);
            }
            let Some(end) = span.last() else { break };
            span = self.rhythm.around(end + Days::new(1));
        }
        spans
    }

    fn occurrence(self, span: Span, before_counts: bool) -> Occurrence {
        let (first, end) = (span.first(), span.last().unwrap_or(span.first()));
        let last = match self.limit {
            None => end,
            Some(Limit::By(day)) => day.in_period(end),
            Some(Limit::Before(day)) => last_on_time(day.in_period(end), before_counts),
        };
        Occurrence { name: Some(span), first: first.min(last), last: Some(last) }
    }
}

/// The day by which a period belongs to a window: the Thursday of a week, as ISO 8601 has it, the first day of others.
fn middle(span: Span) -> NaiveDate {
    match span {
        Span::Range(Stretch::Day(monday), _) => monday + Days::new(3),
        other => other.first(),
    }
}

impl Rhythm {
    /// The period of the rhythm that a day lies in.
    fn around(self, day: NaiveDate) -> Span {
        match self {
            Self::Daily => Span::One(Stretch::Day(day)),
            Self::Weekly => {
                let monday = day.week(Weekday::Mon).first_day();
                Span::Range(Stretch::Day(monday), Stretch::Day(monday + Days::new(6)))
            }
            Self::Monthly => Span::One(Stretch::month_of(day)),
            Self::Quarterly => Span::One(Stretch::quarter_of(day)),
            Self::HalfYearly => Span::One(Stretch::Half(day.year(), if day.month() <= 6 { 1 } else { 2 })),
            Self::Yearly => Span::One(Stretch::Year(day.year())),
        }
    }
}

impl LimitDay {
    /// The day of a period that ends on `end`; a month too short for it ends earlier.
    fn in_period(self, end: NaiveDate) -> NaiveDate {
        let month = self.month.map_or(end.month(), u32::from);
        let start = month_start(end.year(), month);
        let last = Stretch::month_of(start).last();
        last.min(start + Days::new(u64::from(self.day) - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(when: &str, expected: &[&str]) {
        let when: When = when.parse().unwrap();
        let found: Vec<String> = when
            .occurrences(Term::years(2022, 2022), false)
            .into_iter()
            .map(|o| {
                let name = o.name.map_or(String::new(), |name| format!("{name}: "));
                format!("{name}{}..{}", o.first, o.last.map_or(String::new(), |last| last.to_string()))
            })
            .collect();
        assert_eq!(found, expected, "{when}");
    }

    #[test]
    fn a_time_is_one_stretch_of_days() {
        check("2022-Q3", &["2022-07-01..2022-09-30"]);
        check("2022-H2", &["2022-07-01..2022-12-31"]);
        check("2022-Q1/2022-05", &["2022-01-01..2022-05-31"]);
        check("2025-Q4/..", &["2025-10-01.."]);
        check("by 2022-Q3", &["2022-09-30..2022-09-30"]);
        check("before 2022-03-01", &["2022-02-28..2022-02-28"]);
        check("ongoing", &["2022-01-01.."]);
        check("daily", &["2022-01-01.."]);
        check("pending", &[]);
    }

    #[test]
    fn a_rhythm_has_a_period_for_each_turn() {
        check("half-yearly", &["2022-H1: 2022-01-01..2022-06-30", "2022-H2: 2022-07-01..2022-12-31"]);
        check("yearly before 12-15", &["2022: 2022-01-01..2022-12-14"]);
        check(
            "quarterly by 25 2022-Q2/2022-Q3",
            &["2022-Q2: 2022-04-01..2022-06-25", "2022-Q3: 2022-07-01..2022-09-25"],
        );
        check("monthly by 31 2022-02", &["2022-02: 2022-02-01..2022-02-28"]);
        let weeks = "weekly".parse::<When>().unwrap().occurrences(Term::years(2022, 2022), false);
        assert_eq!(weeks.len(), 52);
        assert_eq!(weeks[0].name.unwrap().to_string(), "2022-01-03/2022-01-09");
    }

    #[test]
    fn no_time_expands_without_end() {
        let term = Term::years(2022, 2072);
        for (when, count) in [("weekly", MAX_PERIODS), ("weekly 1900/2999", MAX_PERIODS), ("monthly", 612)] {
            let when: When = when.parse().unwrap();
            assert_eq!(when.occurrences(term, false).len(), count, "{when}");
            assert_eq!(when.is_endless(term), count == MAX_PERIODS, "{when}");
        }
    }

    #[test]
    fn the_day_itself_counts_where_the_office_says_so() {
        let when: When = "before 2022-10-15".parse().unwrap();
        let last = |counts| when.occurrences(Term::years(2022, 2022), counts)[0].last.unwrap().to_string();
        assert_eq!((last(false), last(true)), ("2022-10-14".into(), "2022-10-15".into()));
    }
}
