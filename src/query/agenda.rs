//! What comes when: every open period under how far off it is.

use chrono::{Datelike, Days, NaiveDate};

use super::index::{Index, TaskRef};
use crate::domain::{PeriodMark, Stretch, Timeliness};
use crate::locale::{Lang, agenda as words};

/// How far off something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Horizon {
    /// Its last day has passed.
    Overdue,
    /// Until Sunday.
    ThisWeek,
    /// The week after.
    NextWeek,
    /// Until the end of the quarter.
    ThisQuarter,
    /// After it.
    Later,
    /// Nobody has fixed a date.
    NoDate,
}

/// An open period of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgendaItem {
    /// How far off.
    pub horizon: Horizon,
    /// Its last day on time.
    pub day: Option<NaiveDate>,
    /// The task.
    pub task: TaskRef,
    /// Which of the task's periods, as a position in its marks.
    pub period: usize,
    /// On time or late.
    pub timeliness: Timeliness,
}

/// All open periods, by horizon and day. What is ongoing, paused or cancelled asks nothing of a day and is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// The periods, in order.
    pub items: Vec<AgendaItem>,
}

impl Horizon {
    /// All of them, the nearest first.
    pub const ALL: [Self; 6] =
        [Self::Overdue, Self::ThisWeek, Self::NextWeek, Self::ThisQuarter, Self::Later, Self::NoDate];

    /// How far off a day is, seen from today. Weeks begin on Monday.
    #[must_use]
    pub fn of(day: NaiveDate, today: NaiveDate) -> Self {
        let sunday = today + Days::new(6 - u64::from(today.weekday().num_days_from_monday()));
        if day < today {
            Self::Overdue
        } else if day <= sunday {
            Self::ThisWeek
        } else if day <= sunday + Days::new(7) {
            Self::NextWeek
        } else if day <= Stretch::quarter_of(today).last() {
            Self::ThisQuarter
        } else {
            Self::Later
        }
    }
}

impl Horizon {
    /// How far off, in words.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Overdue => words::overdue(lang),
            Self::ThisWeek => words::this_week(lang),
            Self::NextWeek => words::next_week(lang),
            Self::ThisQuarter => words::this_quarter(lang),
            Self::Later => words::later(lang),
            Self::NoDate => words::no_date_yet(lang),
        }
    }
}

impl Agenda {
    /// Sorts the open periods of tasks, seen from a day.
    #[must_use]
    pub fn of(index: &Index, tasks: impl IntoIterator<Item = TaskRef>, today: NaiveDate) -> Self {
        let mut items: Vec<AgendaItem> = Vec::new();
        for task in tasks {
            let marks = index.plan(task).tracked().marks(task.place());
            items.extend(marks.iter().enumerate().filter_map(|(period, mark)| {
                let horizon = horizon(mark, today)?;
                Some(AgendaItem { horizon, day: mark.last, task, period, timeliness: mark.timeliness })
            }));
        }
        items.sort_by_key(|item| (item.horizon, item.day, item.task, item.period));
        Self { items }
    }

    /// What stands under a horizon.
    #[must_use]
    pub fn under(&self, horizon: Horizon) -> &[AgendaItem] {
        let start = self.items.partition_point(|item| item.horizon < horizon);
        let end = self.items.partition_point(|item| item.horizon <= horizon);
        &self.items[start..end]
    }
}

/// Where an open period stands; `None` for what asks nothing.
fn horizon(mark: &PeriodMark, today: NaiveDate) -> Option<Horizon> {
    if mark.status.is_closed() {
        return None;
    }
    match (mark.timeliness, mark.last) {
        (Timeliness::SetAside | Timeliness::Ongoing, _) => None,
        // What may be done long ago is not called overdue.
        (Timeliness::Unknown, Some(last)) if last < today => None,
        (_, Some(last)) => Some(Horizon::of(last, today)),
        (_, None) => Some(Horizon::NoDate),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::query::fixture::{Office, names};

    #[test]
    fn days_are_near_or_far() {
        // A Wednesday in the fourth quarter.
        let today = "2022-11-16".parse().unwrap();
        for (day, expected) in [
            ("2022-11-15", Horizon::Overdue),
            ("2022-11-16", Horizon::ThisWeek),
            ("2022-11-20", Horizon::ThisWeek),
            ("2022-11-21", Horizon::NextWeek),
            ("2022-11-27", Horizon::NextWeek),
            ("2022-11-28", Horizon::ThisQuarter),
            ("2022-12-31", Horizon::ThisQuarter),
            ("2023-01-01", Horizon::Later),
        ] {
            assert_eq!(Horizon::of(day.parse().unwrap(), today), expected, "{day}");
        }
    }

    #[test]
    fn open_periods_stand_under_their_horizons_in_the_order_of_their_days() {
        let task =
            |id: &str, when: &str| json!({"id": id, "title": "", "timeline": [{"id": "a", "when": when}]});
        let office = Office::new()
            .plan(
                "a",
                &json!([
                task("soon", "by 2022-11-18"), task("sooner", "by 2022-11-17"), task("each", "quarterly"),
                task("open", "pending"), task("always", "ongoing"), task("halted", "by 2022-11-17"),
                {"id": "bare", "title": ""}]),
            )
            .status("2022-11-01", "halted", "paused")
            .status("2022-04-01", "each", "done")
            .on("2022-11-16");
        let index = office.index();
        let agenda = Agenda::of(&index, index.leaves(), office.as_of().day);
        let under = |horizon| {
            let tasks: Vec<TaskRef> = agenda.under(horizon).iter().map(|item| item.task).collect();
            names(&index, &tasks)
        };
        assert_eq!(under(Horizon::Overdue), ["each", "each"]);
        assert_eq!(under(Horizon::ThisWeek), ["sooner", "soon"]);
        assert_eq!(under(Horizon::NextWeek), Vec::<String>::new());
        assert_eq!(under(Horizon::ThisQuarter), ["each"]);
        assert_eq!(under(Horizon::NoDate), ["open", "bare"]);
    }
}
