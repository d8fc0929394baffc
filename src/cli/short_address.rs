//! Addresses short enough for a column and good enough to be typed: `03:II.4`.

use crate::workspace::Snapshot;

/// The first parts of a plan's id that fit no other plan of the snapshot.
pub fn plan<'i>(snapshot: &Snapshot, id: &'i str) -> &'i str {
    let fits_another = |prefix: &str| {
        snapshot.plans.iter().any(|other| other.plan().id != id && other.plan().id.starts_with(prefix))
    };
    let ends = id.match_indices('-').map(|(end, _)| end);
    ends.map(|end| &id[..end]).find(|prefix| !prefix.is_empty() && !fits_another(prefix)).unwrap_or(id)
}

/// The address of a path in a plan.
pub fn of(snapshot: &Snapshot, id: &str, path: &str) -> String {
    format!("{}:{path}", plan(snapshot, id))
}
