//! In which quarters a task runs, and in which column of the workload a period stands.

use chrono::{Months, NaiveDate};

use crate::domain::{PeriodMark, Place, Span, Stretch, Timeliness, TrackedPlan, When};

/// A column of the table of workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// What takes longer than a quarter or has no last day.
    Year,
}

/// The days that the periods of a task run on, from the first to the last of each. What is ongoing runs over the term
/// of its plan, what has no end given for ever; what has no date runs nowhere.
pub(super) fn runs(tracked: &TrackedPlan, place: Place) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    tracked.marks(place).iter().filter_map(move |mark| Some((mark.first, end(tracked, place, mark)?)))
}

/// The last day that a period runs on; `None` for a period without any date.
fn end(tracked: &TrackedPlan, place: Place, mark: &PeriodMark) -> Option<NaiveDate> {
    if mark.last.is_some() || mark.timeliness == Timeliness::NoDate {
        return mark.last;
    }
    let timeline = tracked.outline().timeline(tracked.plan(), place);
    if timeline.iter().any(|entry| matches!(entry.when, When::In(Span::From(_)))) {
        return Some(NaiveDate::MAX);
    }
    let dated = timeline.iter().any(|entry| entry.when != When::Pending);
    dated.then(|| tracked.plan().term().last)
}

/// The column of a year's workload that a period stands in: the quarter of its last day when it is no longer than a
/// quarter, else the year. `None` where it falls into another year. Its length is that from before any extension.
#[must_use]
pub fn column(tracked: &TrackedPlan, place: Place, mark: &PeriodMark, year: i32) -> Option<Column> {
    let whole = Stretch::Year(year);
    if let Some(last) = mark.last {
        let planned = mark.first_last.unwrap_or(last);
        let short = planned < mark.first + Months::new(3);
        return match Stretch::quarter_of(last) {
            Stretch::Quarter(of, quarter) if short => (of == year).then_some(Column::Quarter(quarter)),
            _ => (mark.first <= whole.last() && last >= whole.first()).then_some(Column::Year),
        };
    }
    let end = end(tracked, place, mark).unwrap_or(tracked.plan().term().last);
    (mark.first <= whole.last() && end >= whole.first()).then_some(Column::Year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture::Office;
    use serde_json::json;

    fn office(when: &str) -> Office {
        let timeline = if when.is_empty() { json!([]) } else { json!([{"id": "a", "when": when}]) };
        Office::new().plan("p", &json!([{"id": "t", "title": "", "timeline": timeline}]))
    }

    fn days(stretch: Stretch) -> (NaiveDate, NaiveDate) {
        (stretch.first(), stretch.last())
    }

    fn quarters(when: &str, expected: &[u8]) {
        let index = office(when).index();
        let runs = |quarter: &u8| index.plans()[0].runs_in(0, days(Stretch::Quarter(2022, *quarter)));
        assert_eq!((1..=4).filter(runs).collect::<Vec<_>>(), expected, "{when}");
    }

    #[test]
    fn a_task_is_in_every_quarter_that_it_runs_in() {
        quarters("2022", &[1, 2, 3, 4]);
        quarters("ongoing", &[1, 2, 3, 4]);
        quarters("daily", &[1, 2, 3, 4]);
        quarters("2022-Q1/2022-Q2", &[1, 2]);
        quarters("2022-Q3/..", &[3, 4]);
        quarters("by 2022-10-15", &[4]);
        quarters("quarterly 2022-Q2/2022-Q3", &[2, 3]);
        quarters("2023", &[]);
        quarters("pending", &[]);
        quarters("", &[]);
    }

    #[test]
    fn ongoing_work_ends_with_its_plan() {
        let next_year = days(Stretch::Year(2023));
        let runs = |when: &str| office(when).index().plans()[0].runs_in(0, next_year);
        assert_eq!((runs("ongoing"), runs("2022-Q3/..")), (false, true));
    }

    fn columns(when: &str, expected: &[Column]) {
        let index = office(when).index();
        let tracked = index.plans()[0].tracked();
        let found: Vec<Column> =
            tracked.marks(0).iter().filter_map(|mark| column(tracked, 0, mark, 2022)).collect();
        assert_eq!(found, expected, "{when}");
    }

    #[test]
    fn a_period_of_a_quarter_at_most_stands_in_the_quarter_of_its_last_day() {
        use Column::{Quarter, Year};
        columns("2022-Q3", &[Quarter(3)]);
        columns("2022-05", &[Quarter(2)]);
        columns("2022-02-15/2022-05-14", &[Quarter(2)]);
        columns("2022-02-15/2022-05-15", &[Year]);
        columns("by 2022-10-15", &[Quarter(4)]);
        columns("quarterly", &[Quarter(1), Quarter(2), Quarter(3), Quarter(4)]);
        columns("2022-H1", &[Year]);
        columns("2022", &[Year]);
        columns("ongoing", &[Year]);
        columns("pending", &[Year]);
        columns("", &[Year]);
        columns("by 2023-01-31", &[]);
        columns("2021/2023", &[Year]);
    }
}
