//! The beginnings of plans' ids that are enough to type.

use std::collections::HashMap;

use crate::domain::Plan;
use crate::text::fold;
use crate::workspace::Snapshot;

/// The names of all plans of a snapshot, folded as an address is read.
#[derive(Debug)]
pub struct ShortIds {
    /// The ids, in their order.
    ids: Vec<String>,
    /// How many plans are called so, by id or by number.
    called: HashMap<String, usize>,
}

impl ShortIds {
    /// Reads the names once, for as many ids as will be asked for.
    pub fn of(snapshot: &Snapshot) -> Self {
        Self::new(snapshot.plans.iter().map(|tracked| tracked.plan()))
    }

    fn new<'p>(plans: impl Iterator<Item = &'p Plan>) -> Self {
        let (mut ids, mut called) = (Vec::new(), HashMap::new());
        for plan in plans {
            let id = fold(&plan.id);
            let number = plan.number.as_deref().map(fold).filter(|number| *number != id);
            for name in number.into_iter().chain([id.clone()]) {
                *called.entry(name).or_default() += 1;
            }
            ids.push(id);
        }
        ids.sort_unstable();
        Self { ids, called }
    }

    /// The first parts of a plan's id that an [`Address`](crate::domain::Address) takes for no other plan.
    pub fn shortest<'i>(&self, id: &'i str) -> &'i str {
        let ends = id.match_indices('-').map(|(end, _)| &id[..end]);
        ends.filter(|part| !part.is_empty()).find(|part| self.fits_one(part)).unwrap_or(id)
    }

    fn fits_one(&self, part: &str) -> bool {
        let part = fold(part);
        let first = self.ids.partition_point(|id| *id < part);
        let begin = self.ids[first..].iter().take_while(|id| id.starts_with(&part));
        begin.take(2).count() == 1 && !self.called.contains_key(&part)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::Address;

    #[test]
    fn what_is_shortened_is_found_again() {
        let plan = |(id, number): (&str, &str)| -> Plan {
            let plan = json!({"format": "tiendo/plan", "version": 1, "id": id, "number": number, "title": "", "year": 2022, "sections": []});
            serde_json::from_value(plan).unwrap()
        };
        let named = [
            ("A-1", "7/KH"),
            ("B-1", "8/KH"),
            ("a-2", "b"),
            ("kế-hoạch-x", "9/KH"),
            ("ke-hoach-y", "c-1"),
            ("c-1-z", "d"),
        ];
        let plans: Vec<Plan> = named.into_iter().map(plan).collect();
        let short = ShortIds::new(plans.iter());
        for plan in &plans {
            let typed: Address = short.shortest(&plan.id).parse().unwrap();
            assert_eq!(typed.plan(plans.iter()).map(|plan| &plan.id), Ok(&plan.id), "{typed:?}");
        }
        assert_eq!(short.shortest("c-1-z"), "c");
    }
}
