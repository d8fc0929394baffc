//! The tasks that pass a filter, kept between one key and the next.

use std::ops::Range;

use super::facets::Facets;
use super::filter::{Condition, Filter};
use super::index::{Index, TaskRef};
use super::matcher::Matcher;
use super::rank::rank;
use super::search::Search;
use super::share::{Share, part_of, reached};
use crate::domain::AsOf;

/// What a filter lets through: in the order of the plans, or with words to search for the best hits first.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    search: Search,
    tasks: Vec<TaskRef>,
    filter: Filter,
    edition: u64,
}

impl Selection {
    /// Filters once.
    #[must_use]
    pub fn of(index: &Index, filter: &Filter, as_of: &AsOf<'_>) -> Self {
        let mut selection = Self::default();
        selection.update(index, filter, as_of);
        selection
    }

    /// Filters again: where the words grew by a letter, only the plans of the last hits are searched, and where nothing
    /// is searched for and only some plans are others, only those are filtered.
    pub fn update(&mut self, index: &Index, filter: &Filter, as_of: &AsOf<'_>) {
        self.search.update(index, filter.words());
        let matcher = Matcher::new(index, filter, as_of);
        let others = index.others_since(self.edition).filter(|_| self.filter == *filter);
        match (self.search.hits(), others) {
            (Some(hits), _) => {
                self.tasks.clear();
                self.tasks.extend(hits.iter().copied().filter(|task| matcher.hits(*task)));
                rank(index, filter.words(), &mut self.tasks);
            }
            (None, Some(others)) => {
                for position in others {
                    let tasks = index.leaves_of(*position).filter(|task| matcher.hits(*task));
                    let old = range(&self.tasks, *position);
                    self.tasks.splice(old, tasks);
                }
            }
            (None, None) => {
                self.tasks.clear();
                self.tasks.extend(index.leaves().filter(|task| matcher.hits(*task)));
            }
        }
        self.filter.clone_from(filter);
        self.edition = index.edition();
    }

    /// The tasks, none of them a group.
    #[must_use]
    pub fn tasks(&self) -> &[TaskRef] {
        &self.tasks
    }

    /// The tasks of the plan at a position, where nothing is searched for.
    #[must_use]
    pub fn of_plan(&self, position: usize) -> &[TaskRef] {
        &self.tasks[range(&self.tasks, position)]
    }

    /// Brings the counts of the side panes up to the same filter; call it after [`update`](Self::update).
    pub fn count(&self, facets: &mut Facets, index: &Index, filter: &Filter, as_of: &AsOf<'_>) {
        facets.update(index, filter, &Matcher::new(index, filter, as_of), self.search.hits());
    }
}

/// Where the tasks of a plan stand among those of all plans in order.
fn range(tasks: &[TaskRef], plan: usize) -> Range<usize> {
    let start = tasks.partition_point(|task| task.plan() < plan);
    start..start + tasks[start..].partition_point(|task| task.plan() == plan)
}

impl Filter {
    /// The part by which a task passes the condition on a unit: which role, and whether through a collective.
    #[must_use]
    pub fn share(&self, index: &Index, task: TaskRef, as_of: &AsOf<'_>) -> Option<Share> {
        let asked = self.conditions().iter().find_map(|condition| match condition {
            Condition::Unit(asked) => Some(asked),
            _ => None,
        })?;
        let unit = index.roster().find(&as_of.directory.key(&asked.unit))?;
        part_of(
            &reached(index.roster(), unit, asked.reach),
            index.plan(task).shares(task.place()),
            asked.role,
        )
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::domain::{Role, Status, Stretch};
    use crate::query::fixture::{Office, names};
    use crate::query::{Reach, UnitCondition};

    fn office() -> Office {
        let lead = |unit: &str| json!([{"role": "lead", "unit": unit}]);
        let when = |when: &str| json!([{"id": "a", "when": when}]);
        Office::new()
            .sections("a", &json!([
                {"id": "s1", "number": "I", "title": "", "kind": "purpose"},
                {"id": "s2", "number": "II", "title": "", "kind": "tasks", "tasks": [
                    {"id": "late", "title": "Kế hoạch", "assignments": lead("Sở Nội vụ"), "timeline": when("2022-Q1")},
                    {"id": "soon", "title": "Báo cáo", "assignments": lead("Các sở"), "timeline": when("by 2022-11-25")},
                    {"id": "free", "title": "Tập huấn", "assignments": [
                        {"role": "lead", "unit": "Sở Tài chính"}, {"role": "coordinate", "unit": "SỞ NỘI VỤ"}]}]},
                {"id": "s3", "number": "III", "title": "", "kind": "organization", "tasks": [
                    {"id": "group", "title": "Sở Nội vụ", "assignments": lead("Sở Nội vụ"), "tasks": [
                        {"id": "below", "title": "Đôn đốc", "timeline": when("ongoing")}]}]}]))
            .status("2022-02-01", "late", "doing")
            .plan("b", &json!([{"id": "other", "title": "Kế hoạch", "timeline": when("2022")}]))
            .collective("Các sở", &["Sở Nội vụ", "Sở Tài chính"])
    }

    fn check(conditions: &[Condition], expected: &[&str]) {
        let office = office();
        let index = office.index();
        let mut filter = Filter::default();
        for condition in conditions {
            filter.set(condition.clone());
        }
        let selection = Selection::of(&index, &filter, &office.as_of());
        assert_eq!(names(&index, selection.tasks()), expected, "{conditions:?}");
    }

    fn unit(name: &str, reach: Reach, role: Option<Role>) -> Condition {
        Condition::Unit(UnitCondition { unit: name.into(), reach, role })
    }

    #[test]
    fn plans_and_sections_hold_their_tasks() {
        check(&[], &["late", "soon", "free", "below", "other"]);
        check(&[Condition::Plan("b".into())], &["other"]);
        check(&[Condition::Plan("c".into())], &[]);
        check(&[Condition::Section { plan: "a".into(), section: "s3".into() }], &["below"]);
    }

    #[test]
    fn a_unit_is_found_in_any_role_and_spelling_and_under_its_group() {
        check(&[unit("sở nội vụ", Reach::ByName, None)], &["late", "free", "below"]);
        check(&[unit("Sở Nội vụ", Reach::ByName, Some(Role::Lead))], &["late", "below"]);
        check(&[unit("Sở Nội vụ", Reach::WithCollectives, None)], &["late", "soon", "free", "below"]);
        check(&[unit("Sở Y tế", Reach::WithCollectives, None)], &[]);
    }

    #[test]
    fn the_part_is_shown_and_the_collective_named() {
        let office = office();
        let index = office.index();
        let mut filter = Filter::default();
        filter.set(unit("Sở Nội vụ", Reach::WithCollectives, None));
        let shares: Vec<(Role, &str)> = Selection::of(&index, &filter, &office.as_of())
            .tasks()
            .iter()
            .map(|task| filter.share(&index, *task, &office.as_of()).unwrap())
            .map(|share| (share.role, index.roster().unit(share.unit).name.as_str()))
            .collect();
        let own = "Sở Nội vụ";
        assert_eq!(
            shares,
            [(Role::Lead, own), (Role::Lead, "Các sở"), (Role::Coordinate, own), (Role::Lead, own)]
        );
    }

    #[test]
    fn quarters_statuses_and_deadlines() {
        let quarter = |quarter| Condition::Quarter(Stretch::Quarter(2022, quarter));
        check(&[quarter(1)], &["late", "below", "other"]);
        check(&[quarter(4)], &["soon", "below", "other"]);
        check(&[Condition::Status(Status::Doing)], &["late"]);
        check(&[Condition::Overdue], &["late"]);
        check(&[Condition::DueWithin(5)], &["soon"]);
        check(&[Condition::DueWithin(4)], &[]);
        check(&[Condition::DueWithin(60)], &["soon", "other"]);
    }

    #[test]
    fn after_a_change_of_a_plan_it_holds_what_filtering_afresh_does() {
        let (before, after) = (office(), office().status("2022-11-02", "other", "done"));
        let (mut plans, other) = (before.tracked(), Arc::clone(&after.tracked()[1]));
        let mut index = Index::new(&plans, &before.directory);
        let mut filter = Filter::default();
        filter.set(Condition::Status(Status::Done));
        let mut kept = Selection::of(&index, &filter, &before.as_of());
        let mut check = |index: &Index, expected: &[&str]| {
            kept.update(index, &filter, &before.as_of());
            assert_eq!(names(index, kept.tasks()), expected);
        };
        check(&index, &[]);
        let one = std::mem::replace(&mut plans[1], other);
        index.update(&plans, &before.directory);
        check(&index, &["other"]);
        index.update(&plans[1..], &before.directory);
        check(&index, &["other"]);
        index.update(&[one], &before.directory);
        check(&index, &[]);
    }

    #[test]
    fn conditions_add_up() {
        check(&[Condition::Words("ke hoach".into())], &["late", "other"]);
        check(&[Condition::Words("ke hoach".into()), unit("Sở Nội vụ", Reach::ByName, None)], &["late"]);
        check(&[Condition::Overdue, Condition::Plan("b".into())], &[]);
    }
}
