//! How the plans of a workspace relate to one another, in words for every face.

use super::Snapshot;
use crate::domain::{Plan, RelationKind};
use crate::locale::{Lang, relation as words};
use crate::query::{Referrer, Tie, referrers, ties};

impl Snapshot {
    /// The relations of a plan, each with the plans here that it may mean.
    #[must_use]
    pub fn ties<'p>(&'p self, plan: &'p Plan) -> Vec<Tie<'p>> {
        ties(plan, &self.all())
    }

    /// The plans here that may mean this one.
    #[must_use]
    pub fn referrers(&self, plan: &Plan) -> Vec<Referrer<'_>> {
        referrers(plan, &self.all())
    }

    fn all(&self) -> Vec<&Plan> {
        self.plans.iter().map(|tracked| tracked.plan()).collect()
    }

    /// What a plan is to other documents and they to it, kind by kind: its name, and the numbers or ids.
    #[must_use]
    pub fn relations(&self, lang: Lang, plan: &Plan) -> Vec<(&'static str, String)> {
        let (ties, referrers) = (self.ties(plan), self.referrers(plan));
        let named = |kind: RelationKind| {
            let of_kind = ties.iter().filter(|tie| tie.relation.kind == kind);
            (words::name(lang, kind), of_kind.map(tie).collect::<Vec<_>>().join("; "))
        };
        let naming = |kind: RelationKind| {
            let of_kind = referrers.iter().filter(|referrer| referrer.kind == kind);
            let ids: Vec<&str> = of_kind.map(|referrer| referrer.plan.id.as_str()).collect();
            (words::inverse(lang, kind), ids.join("; "))
        };
        let all = RelationKind::ALL.map(named).into_iter().chain(RelationKind::ALL.map(naming));
        all.filter(|(_, what)| !what.is_empty()).collect()
    }
}

/// A number, and the ids of the plans that have it.
fn tie(tie: &Tie<'_>) -> String {
    let number = &tie.relation.number;
    if tie.ours.is_empty() {
        return number.clone();
    }
    let ids: Vec<&str> = tie.ours.iter().map(|plan| plan.id.as_str()).collect();
    format!("{number} ({})", ids.join(", "))
}
