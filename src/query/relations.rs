//! How plans relate to one another, by the numbers that they name.

use crate::domain::{Plan, Relation, RelationKind};

/// A relation of a plan, and the plans of ours that it may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie<'p> {
    /// As the plan has it.
    pub relation: &'p Relation,
    /// Those with the number, of the nearest year first; numbers begin anew each year and with each issuer.
    pub ours: Vec<&'p Plan>,
}

/// A plan that names another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Referrer<'p> {
    /// The plan that says so.
    pub plan: &'p Plan,
    /// What the other is to it.
    pub kind: RelationKind,
}

/// The relations of a plan, each with the plans among `all` that it may mean.
#[must_use]
pub fn ties<'p>(plan: &'p Plan, all: &[&'p Plan]) -> Vec<Tie<'p>> {
    let tie = |relation: &'p Relation| {
        let named = |other: &&Plan| other.id != plan.id && relation.names(other);
        let mut ours: Vec<&Plan> = all.iter().copied().filter(named).collect();
        ours.sort_by_key(|other| (plan.year.abs_diff(other.year), &other.id));
        Tie { relation, ours }
    };
    plan.relations.iter().map(tie).collect()
}

/// The plans among `all` that may mean this one, in their order.
#[must_use]
pub fn referrers<'p>(plan: &Plan, all: &[&'p Plan]) -> Vec<Referrer<'p>> {
    let others = all.iter().filter(|other| other.id != plan.id);
    others
        .flat_map(|other| {
            let naming = other.relations.iter().filter(|relation| relation.names(plan));
            naming.map(|relation| Referrer { plan: other, kind: relation.kind })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn plan(id: &str, number: &str, year: i32, relations: &[(&str, &str)]) -> Plan {
        let relations: Vec<_> =
            relations.iter().map(|(kind, number)| json!({"kind": kind, "number": number})).collect();
        serde_json::from_value(json!({
            "format": "tiendo/plan", "version": 1, "id": id, "number": number, "title": id, "year": year,
            "relations": relations,
        }))
        .unwrap()
    }

    fn office() -> Vec<Plan> {
        vec![
            plan("a-2021", "03-KH/BCĐ", 2021, &[]),
            plan("a-2022", "3-KH/ BCĐ", 2022, &[("replaces", "03-KH/BCĐ"), ("attached_to", "3–KH/BCĐ")]),
            plan("b-2022", "03/KH-BCĐ", 2022, &[]),
            plan("c-2023", "9/KH-UBND", 2023, &[("implements", "03-kh/bcđ"), ("based_on", "16/CT-TTg")]),
        ]
    }

    #[test]
    fn a_number_names_each_plan_that_has_it_however_it_is_written_the_nearest_year_first() {
        let plans = office();
        let ours = |at: usize| -> Vec<Vec<&str>> {
            let ties = ties(&plans[at], &plans.iter().collect::<Vec<_>>());
            ties.iter().map(|tie| tie.ours.iter().map(|plan| plan.id.as_str()).collect()).collect()
        };
        assert_eq!(ours(3), [vec!["a-2022", "a-2021"], vec![]], "another sign is another series");
        assert_eq!(ours(1), [vec!["a-2021"], vec!["a-2021"]], "no plan is tied to itself");
    }

    #[test]
    fn a_plan_knows_who_names_it() {
        let plans = office();
        let naming = |at: usize| -> Vec<(&str, RelationKind)> {
            let found = referrers(&plans[at], &plans.iter().collect::<Vec<_>>());
            found.iter().map(|referrer| (referrer.plan.id.as_str(), referrer.kind)).collect()
        };
        assert_eq!(
            naming(0),
            [
                ("a-2022", RelationKind::Replaces),
                ("a-2022", RelationKind::AttachedTo),
                ("c-2023", RelationKind::Implements)
            ]
        );
        assert_eq!(naming(1), [("c-2023", RelationKind::Implements)]);
        assert_eq!(naming(3), []);
    }
}
