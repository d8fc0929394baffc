//! A filter made ready to be asked about many tasks.

use chrono::NaiveDate;

use super::filter::{Condition, Filter};
use super::index::{Index, TaskRef};
use super::period::{Column, columns};
use super::roster::UnitNo;
use super::share::{part_of, reached};
use crate::domain::{AsOf, Role, Standing, Status, Timeliness};

/// The kinds of conditions that a task does not meet; words apart, which [`super::Search`] answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Misses(u8);

impl Misses {
    const NONE: Self = Self(0);
    pub const PLAN: Self = Self(1);
    pub const SECTION: Self = Self(2);
    pub const UNIT: Self = Self(4);
    const OTHER: Self = Self(8);

    /// Whether nothing is missed but perhaps these.
    pub fn only(self, allowed: &[Self]) -> bool {
        allowed.iter().fold(self.0, |missed, kind| missed & !kind.0) == 0
    }

    fn add(&mut self, kind: Self, hits: bool) {
        if !hits {
            self.0 |= kind.0;
        }
    }
}

/// A filter with every name looked up.
pub(super) struct Matcher<'f> {
    index: &'f Index,
    tests: Vec<Test<'f>>,
}

enum Test<'f> {
    Plan(Option<usize>),
    Section { plan: Option<usize>, section: Option<u32> },
    Unit { units: Vec<UnitNo>, role: Option<Role> },
    Quarter(NaiveDate, NaiveDate),
    Due(i32, Column),
    Status(&'f Status),
    Overdue,
    DueWithin(i64),
}

impl<'f> Matcher<'f> {
    pub fn new(index: &'f Index, filter: &'f Filter, as_of: &AsOf<'_>) -> Self {
        let tests =
            filter.conditions().iter().filter_map(|condition| Test::new(condition, index, as_of)).collect();
        Self { index, tests }
    }

    pub fn misses(&self, task: TaskRef) -> Misses {
        let mut misses = Misses::NONE;
        for test in &self.tests {
            misses.add(test.kind(), test.hits(self.index, task));
        }
        misses
    }

    /// Whether a task meets every condition.
    pub fn hits(&self, task: TaskRef) -> bool {
        self.tests.iter().all(|test| test.hits(self.index, task))
    }
}

impl<'f> Test<'f> {
    /// What a condition asks; nothing for words.
    fn new(condition: &'f Condition, index: &Index, as_of: &AsOf<'_>) -> Option<Self> {
        Some(match condition {
            Condition::Plan(id) => Self::Plan(index.position(id)),
            Condition::Section { plan, section } => {
                let position = index.position(plan);
                let sections = position.map(|at| &index.plans()[at].tracked().plan().sections);
                let place = sections.and_then(|all| all.iter().position(|found| found.id == *section));
                Self::Section { plan: position, section: place.and_then(|place| u32::try_from(place).ok()) }
            }
            Condition::Unit(asked) => {
                let unit = index.roster().find(&as_of.directory.key(&asked.unit));
                let units = unit.map(|unit| reached(index.roster(), unit, asked.reach)).unwrap_or_default();
                Self::Unit { units, role: asked.role }
            }
            Condition::Quarter(stretch) => Self::Quarter(stretch.first(), stretch.last()),
            Condition::Due { year, column } => Self::Due(*year, *column),
            Condition::Status(status) => Self::Status(status),
            Condition::Overdue => Self::Overdue,
            Condition::DueWithin(days) => Self::DueWithin(i64::from(*days)),
            Condition::Words(_) => return None,
        })
    }

    fn kind(&self) -> Misses {
        match self {
            Self::Plan(_) => Misses::PLAN,
            Self::Section { .. } => Misses::SECTION,
            Self::Unit { .. } => Misses::UNIT,
            _ => Misses::OTHER,
        }
    }

    fn hits(&self, index: &Index, task: TaskRef) -> bool {
        let plan = index.plan(task);
        let standing = || plan.tracked().standing(task.place());
        match self {
            Self::Plan(position) => *position == Some(task.plan()),
            Self::Section { plan: position, section } => {
                let node = &plan.tracked().outline().nodes()[task.place()];
                *position == Some(task.plan()) && *section == Some(node.section)
            }
            Self::Unit { units, role } => part_of(units, plan.shares(task.place()), *role).is_some(),
            Self::Quarter(first, last) => plan.runs_in(task.place(), (*first, *last)),
            Self::Due(year, column) => {
                columns(plan.tracked(), task.place(), *year).any(|(held, _)| column.holds(held))
            }
            Self::Status(status) => standing().status == **status,
            Self::Overdue => standing().timeliness.is_overdue(),
            Self::DueWithin(days) => days_left(standing()).is_some_and(|left| left <= *days),
        }
    }
}

/// The days until the earliest open period falls due, 0 being today.
fn days_left(standing: &Standing) -> Option<i64> {
    match standing.timeliness {
        Timeliness::DueSoon(left) | Timeliness::WithinTerm(left) => Some(left),
        _ => None,
    }
}
