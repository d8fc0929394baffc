//! What a unit is to be reminded of.

use super::agenda::{Agenda, AgendaItem};
use super::index::{Index, TaskRef};
use super::roster::UnitNo;
use super::share::{Reach, part_of, reached};
use crate::domain::{AsOf, PeriodStanding, Role, Status};

/// An open period that a unit, or a collective that it belongs to, is late with or soon to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// The period.
    pub item: AgendaItem,
    /// The unit's part in it.
    pub role: Role,
}

/// What a unit owes: what is overdue or due soon, that it leads or takes part in, and that it has not said to be done
/// itself. The latest first.
#[must_use]
pub fn owed(index: &Index, unit: UnitNo, as_of: &AsOf<'_>) -> Vec<Owed> {
    let units = reached(index.roster(), unit, Reach::WithCollectives);
    let name = &index.roster().unit(unit).name;
    let role = |task: TaskRef| {
        let shares = index.plan(task).shares(task.place());
        let part = |role| part_of(&units, shares, Some(role)).map(|share| share.role);
        part(Role::Lead).or_else(|| part(Role::Coordinate))
    };
    let tasks = index.leaves().filter(|task| role(*task).is_some());
    let items = Agenda::of(index, tasks, as_of.day).items.into_iter();
    let presses = |item: &AgendaItem| item.timeliness.is_overdue() || item.timeliness.is_due_soon();
    let has_said = |item: &AgendaItem| {
        let periods = index.plan(item.task).tracked().periods(item.task.place(), as_of);
        periods.get(item.period).is_some_and(|period| said_done(period, name, as_of))
    };
    items
        .filter(|item| presses(item) && !has_said(item))
        .filter_map(|item| Some(Owed { item, role: role(item.task)? }))
        .collect()
}

/// Whether a unit has said of its own share that it is done.
fn said_done(period: &PeriodStanding, unit: &str, as_of: &AsOf<'_>) -> bool {
    let key = as_of.directory.key(unit);
    let own = period.checklist.iter().find(|listed| as_of.directory.key(&listed.unit) == key);
    own.is_some_and(|listed| listed.status == Status::Reported || listed.status.is_closed())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::query::fixture::{Office, names};

    fn office() -> Office {
        let task = |id: &str, role: &str, unit: &str, when: &str| {
            json!({"id": id, "title": "", "assignments": [{"role": role, "unit": unit}],
                "timeline": [{"id": "a", "when": when}]})
        };
        Office::new()
            .plan(
                "a",
                &json!([
                    task("late", "lead", "Sở Nội vụ", "by 2022-11-01"),
                    task("soon", "coordinate", "Sở Nội vụ", "by 2022-11-20"),
                    task("far", "lead", "Sở Nội vụ", "by 2022-12-20"),
                    task("told", "direct", "Sở Nội vụ", "by 2022-11-01"),
                    task("other", "lead", "Sở Y tế", "by 2022-11-01"),
                    // Its own part in what its collective leads is another one.
                    json!({"id": "all", "title": "", "timeline": [{"id": "a", "when": "by 2022-11-02"}],
                        "assignments": [{"role": "lead", "unit": "Các sở"}, {"role": "monitor", "unit": "Sở Nội vụ"}]})
                ]),
            )
            .collective("Các sở", &["Sở Nội vụ", "Sở Y tế"])
            .on("2022-11-16")
    }

    fn check(office: &Office, expected: &[&str]) {
        let index = office.index();
        let unit = index.roster().resolve("so noi vu", &office.directory).unwrap();
        let owed: Vec<TaskRef> =
            owed(&index, unit, &office.as_of()).iter().map(|owed| owed.item.task).collect();
        assert_eq!(names(&index, &owed), expected);
    }

    #[test]
    fn what_is_late_or_soon_is_owed_by_who_does_it() {
        check(&office(), &["late", "all", "soon"]);
        check(&office().status("2022-11-10", "late", "done"), &["all", "soon"]);
    }
}
