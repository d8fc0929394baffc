//! What a filter says of each kind of condition.

use crate::domain::Stretch;
use crate::query::{Condition, Filter, UnitCondition};

/// The id of the plan that the list is limited to, by itself or by one of its sections.
#[must_use]
pub fn plan(filter: &Filter) -> Option<&str> {
    filter.conditions().iter().find_map(|condition| match condition {
        Condition::Plan(plan) | Condition::Section { plan, .. } => Some(plan.as_str()),
        _ => None,
    })
}

/// The id of the section that the list is limited to.
#[must_use]
pub fn section(filter: &Filter) -> Option<&str> {
    filter.conditions().iter().find_map(|condition| match condition {
        Condition::Section { section, .. } => Some(section.as_str()),
        _ => None,
    })
}

/// The unit that the list is limited to.
#[must_use]
pub fn unit(filter: &Filter) -> Option<&UnitCondition> {
    filter.conditions().iter().find_map(|condition| match condition {
        Condition::Unit(unit) => Some(unit),
        _ => None,
    })
}

/// The stretch of time that the list is limited to.
#[must_use]
pub fn time(filter: &Filter) -> Option<Stretch> {
    filter.conditions().iter().find_map(|condition| match condition {
        Condition::Quarter(time) => Some(*time),
        _ => None,
    })
}

/// The year that the list is limited to, or to a part of.
#[must_use]
pub fn year(filter: &Filter) -> Option<i32> {
    filter.conditions().iter().find_map(|condition| match condition {
        Condition::Quarter(time) => Some(time.year()),
        Condition::Due { year, .. } => Some(*year),
        _ => None,
    })
}
