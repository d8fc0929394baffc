//! The parts of units in words.

use super::{Lang, words};
use crate::domain::Role;

words! {
    direct = "Chỉ đạo" | "Directs";
    lead = "Chủ trì" | "Leads";
    coordinate = "Phối hợp" | "Coordinates";
    monitor = "Theo dõi" | "Monitors";
}

/// The name of a role.
#[must_use]
pub fn name(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Direct => direct(lang),
        Role::Lead => lead(lang),
        Role::Coordinate => coordinate(lang),
        Role::Monitor => monitor(lang),
    }
}
