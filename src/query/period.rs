//! In which quarters a task runs, and in which column of the workload a period stands.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::{PeriodMark, Place, Span, Status, Stretch, Timeliness, TrackedPlan, When};

/// A column of the table of workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// A month, 1 to 12.
    Month(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// What takes longer than a quarter or has no last day.
    Year,
    /// All of it.
    Sum,
}

impl Column {
    /// Whether what stands in another column stands in this one too.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        match (self, other) {
            (Self::Sum, _) => true,
            (Self::Quarter(quarter), Self::Month(month)) => quarter_of_month(month) == quarter,
            _ => self == other,
        }
    }
}

fn quarter_of_month(month: u8) -> u8 {
    month.div_ceil(3)
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

/// The column of a year's workload that a period stands in: the month of its last day when it is no longer than a
/// quarter, else the year. `None` where it falls into another year. Its length is that from before any extension.
fn column(tracked: &TrackedPlan, place: Place, mark: &PeriodMark, year: i32) -> Option<Column> {
    let whole = Stretch::Year(year);
    if let Some(last) = mark.last {
        let planned = mark.first_last.unwrap_or(last);
        let short = planned < mark.first + Months::new(3);
        if short {
            let month = u8::try_from(last.month()).unwrap_or(12);
            return (last.year() == year).then_some(Column::Month(month));
        }
        return (mark.first <= whole.last() && last >= whole.first()).then_some(Column::Year);
    }
    let end = end(tracked, place, mark).unwrap_or(tracked.plan().term().last);
    (mark.first <= whole.last() && end >= whole.first()).then_some(Column::Year)
}

/// The periods of a task that stand in a year's workload, each with its column; cancelled ones do not.
pub(super) fn columns(
    tracked: &TrackedPlan,
    place: Place,
    year: i32,
) -> impl Iterator<Item = (Column, &PeriodMark)> {
    let counted = tracked.marks(place).iter().filter(|mark| mark.status != Status::Cancelled);
    counted.filter_map(move |mark| Some((column(tracked, place, mark, year)?, mark)))
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

    fn check_columns(when: &str, expected: &[Column]) {
        let index = office(when).index();
        let tracked = index.plans()[0].tracked();
        let found: Vec<Column> =
            tracked.marks(0).iter().filter_map(|mark| column(tracked, 0, mark, 2022)).collect();
        assert_eq!(found, expected, "{when}");
    }

    #[test]
    fn a_period_of_a_quarter_at_most_stands_in_the_month_of_its_last_day() {
        use Column::{Month, Year};
        check_columns("2022-Q3", &[Month(9)]);
        check_columns("2022-05", &[Month(5)]);
        check_columns("2022-02-15/2022-05-14", &[Month(5)]);
        check_columns("2022-02-15/2022-05-15", &[Year]);
        check_columns("by 2022-10-15", &[Month(10)]);
        check_columns("quarterly", &[Month(3), Month(6), Month(9), Month(12)]);
        check_columns("2022-H1", &[Year]);
        check_columns("2022", &[Year]);
        check_columns("ongoing", &[Year]);
        check_columns("pending", &[Year]);
        check_columns("", &[Year]);
        check_columns("by 2023-01-31", &[]);
        check_columns("2021/2023", &[Year]);
    }

    #[test]
    fn a_quarter_holds_its_months_and_the_sum_everything() {
        let held = (1..=12).filter(|month| Column::Quarter(2).holds(Column::Month(*month)));
        assert_eq!(held.collect::<Vec<_>>(), [4, 5, 6]);
        assert!(Column::Sum.holds(Column::Year) && Column::Sum.holds(Column::Month(1)));
        assert!(!Column::Quarter(4).holds(Column::Year) && !Column::Year.holds(Column::Month(12)));
    }
}
