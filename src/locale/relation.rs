//! How plans relate to one another, in words.

use super::{Lang, words};
use crate::domain::RelationKind;

words! {
    implements = "Thực hiện" | "Implements";
    based_on = "Căn cứ" | "Based on";
    replaces = "Thay thế" | "Replaces";
    attached_to = "Kèm theo" | "Attached to";
    implemented_by = "Được thực hiện bởi" | "Implemented by";
    ground_of = "Là căn cứ của" | "Ground of";
    replaced_by = "Được thay thế bởi" | "Replaced by";
    comes_with = "Kèm theo đây là" | "Comes with";
}

/// What another document is to a plan.
#[must_use]
pub fn name(lang: Lang, kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Implements => implements(lang),
        RelationKind::BasedOn => based_on(lang),
        RelationKind::Replaces => replaces(lang),
        RelationKind::AttachedTo => attached_to(lang),
    }
}

/// The same from the other side: what the plan is to another.
#[must_use]
pub fn inverse(lang: Lang, kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Implements => implemented_by(lang),
        RelationKind::BasedOn => ground_of(lang),
        RelationKind::Replaces => replaced_by(lang),
        RelationKind::AttachedTo => comes_with(lang),
    }
}
