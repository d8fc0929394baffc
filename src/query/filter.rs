//! Conditions that add up, the last of which can be taken off.

use super::index::Index;
use super::period::Column;
use super::share::Reach;
use crate::domain::{Role, Status, Stretch};
use crate::locale::{Lang, filter as words, role, span, status};

/// One thing that a task must be to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// In the plan of an id.
    Plan(String),
    /// In a section of a plan, by their ids.
    Section {
        /// The plan.
        plan: String,
        /// The section.
        section: String,
    },
    /// A unit has a part in it.
    Unit(UnitCondition),
    /// A period of it runs then.
    Quarter(Stretch),
    /// A period of it stands in that column of a year's workload.
    Due {
        /// The year.
        year: i32,
        /// The column.
        column: Column,
    },
    /// People say so of it.
    Status(Status),
    /// Its earliest open period is overdue.
    Overdue,
    /// Its earliest open period falls due within so many days from today, today being 0; what is overdue does not.
    DueWithin(u32),
    /// All these words occur in it.
    Words(String),
}

/// Which unit, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCondition {
    /// Any name of the unit.
    pub unit: String,
    /// Whether what its collectives are to do counts as well.
    pub reach: Reach,
    /// The part that it must have; any, where `None`.
    pub role: Option<Role>,
}

/// Conditions that must all hold, at most one of each kind, in the order in which they were set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    conditions: Vec<Condition>,
}

impl Filter {
    /// The conditions, the last set last.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// Whether everything passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Sets a condition in the place of another of its kind. Another plan takes the section off, no words the words.
    pub fn set(&mut self, condition: Condition) {
        self.remove_like(&condition);
        match &condition {
            Condition::Plan(plan) => {
                self.conditions
                    .retain(|other| !matches!(other, Condition::Section { plan: of, .. } if of != plan));
            }
            Condition::Words(words) if words.trim().is_empty() => return,
            _ => {}
        }
        self.conditions.push(condition);
    }

    /// Sets a condition, or takes it off where it is set just so.
    pub fn toggle(&mut self, condition: Condition) {
        if self.conditions.contains(&condition) {
            self.remove_like(&condition);
        } else {
            self.set(condition);
        }
    }

    /// Takes off the condition of the same kind.
    pub fn remove_like(&mut self, condition: &Condition) {
        let kind = std::mem::discriminant(condition);
        self.conditions.retain(|other| std::mem::discriminant(other) != kind);
    }

    /// Takes the last condition off.
    pub fn pop(&mut self) -> Option<Condition> {
        self.conditions.pop()
    }

    /// The words searched for; empty where none are.
    #[must_use]
    pub fn words(&self) -> &str {
        let words = self.conditions.iter().find_map(|condition| match condition {
            Condition::Words(words) => Some(words.as_str()),
            _ => None,
        });
        words.unwrap_or_default()
    }

    /// The conditions in words: "Sở Nội vụ · quý IV/2022 · quá hạn". Not sanitised.
    #[must_use]
    pub fn describe(&self, lang: Lang, index: &Index) -> String {
        self.conditions
            .iter()
            .map(|condition| condition.describe(lang, index))
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

impl Condition {
    /// The condition in words. Not sanitised.
    #[must_use]
    pub fn describe(&self, lang: Lang, index: &Index) -> String {
        match self {
            Self::Plan(id) => plan_name(id, index),
            Self::Section { plan, section } => section_name(plan, section, index),
            Self::Unit(unit) => unit.describe(lang),
            Self::Quarter(stretch) => span::running(lang, *stretch),
            Self::Due { year, column } => due_in(lang, *year, *column),
            Self::Status(known) => status::name(lang, known).to_lowercase(),
            Self::Overdue => words::overdue(lang).to_owned(),
            Self::DueWithin(days) => words::due_within(lang, *days),
            Self::Words(typed) => format!("“{}”", typed.trim()),
        }
    }
}

impl UnitCondition {
    fn describe(&self, lang: Lang) -> String {
        let mut text = self.unit.clone();
        if self.reach == Reach::WithCollectives {
            text += words::with_collectives(lang);
        }
        match self.role {
            None => text,
            Some(part) => format!("{text} ({})", role::name(lang, part).to_lowercase()),
        }
    }
}

fn due_in(lang: Lang, year: i32, column: Column) -> String {
    match column {
        Column::Month(month) => words::due_in(lang, &span::running(lang, Stretch::Month(year, month))),
        Column::Quarter(quarter) => {
            words::due_in(lang, &span::running(lang, Stretch::Quarter(year, quarter)))
        }
        Column::Year => words::of_the_year(lang, year),
        Column::Sum => words::work_of(lang, year),
    }
}

fn plan_name(id: &str, index: &Index) -> String {
    let number = index.position(id).and_then(|at| index.plans()[at].tracked().plan().number.clone());
    number.unwrap_or_else(|| id.to_owned())
}

fn section_name(plan: &str, section: &str, index: &Index) -> String {
    let plan = index.position(plan).map(|at| index.plans()[at].tracked().plan());
    let found = plan.and_then(|plan| plan.sections.iter().find(|found| found.id == section));
    match found {
        Some(found) => format!("{} {}", found.number, found.title).trim().to_owned(),
        None => section.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::query::fixture::Office;

    fn quarter(quarter: u8) -> Condition {
        Condition::Quarter(Stretch::Quarter(2022, quarter))
    }

    #[test]
    fn one_condition_of_a_kind_and_the_last_comes_off_first() {
        let mut filter = Filter::default();
        filter.set(quarter(1));
        filter.set(Condition::Overdue);
        filter.set(quarter(4));
        assert_eq!(filter.conditions(), [Condition::Overdue, quarter(4)]);
        assert_eq!(filter.pop(), Some(quarter(4)));
        filter.toggle(Condition::Overdue);
        assert!(filter.is_empty());
    }

    #[test]
    fn another_plan_takes_the_section_off_and_no_words_the_words() {
        let mut filter = Filter::default();
        filter.set(Condition::Section { plan: "a".into(), section: "s1".into() });
        filter.set(Condition::Plan("a".into()));
        assert_eq!(filter.conditions().len(), 2);
        filter.set(Condition::Plan("b".into()));
        filter.set(Condition::Words("x".into()));
        assert_eq!(filter.words(), "x");
        filter.set(Condition::Words(" ".into()));
        assert_eq!(filter.conditions(), [Condition::Plan("b".into())]);
    }

    #[test]
    fn a_filter_is_described_in_words() {
        let index = Office::new().plan("a", &json!([])).index();
        let mut filter = Filter::default();
        let unit =
            |reach, role| Condition::Unit(UnitCondition { unit: "Sở Nội vụ".into(), reach, role });
        filter.set(Condition::Plan("a".into()));
        filter.set(unit(Reach::ByName, None));
        filter.set(quarter(4));
        filter.set(Condition::Overdue);
        assert_eq!(filter.describe(Lang::Vi, &index), "a · Sở Nội vụ · quý IV/2022 · quá hạn");
        filter.set(unit(Reach::WithCollectives, Some(Role::Lead)));
        filter.set(Condition::DueWithin(14));
        filter.set(Condition::Words("dân chủ".into()));
        let english =
            "a · Q4 2022 · overdue · Sở Nội vụ and its collectives (leads) · due within 14 days · “dân chủ”";
        assert_eq!(filter.describe(Lang::En, &index), english);
    }
}
