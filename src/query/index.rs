//! All plans of a snapshot, with the units of every task numbered.

use std::iter::Peekable;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::vec::IntoIter;

use chrono::NaiveDate;

use super::period::runs;
use super::roster::Roster;
use super::share::Share;
use super::text_index::TextIndex;
use crate::domain::{Directory, Place, TrackedPlan};

/// A task among all plans of an index; good for one snapshot, never kept: an identity is a task's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskRef {
    plan: u32,
    place: u32,
}

impl TaskRef {
    /// The task at a place of the plan at a position.
    #[must_use]
    pub fn new(plan: usize, place: Place) -> Self {
        Self { plan: small(plan), place: small(place) }
    }

    /// The plan, as a position in [`Index::plans`].
    #[must_use]
    pub fn plan(self) -> usize {
        self.plan as usize
    }

    /// The place in the plan's outline.
    #[must_use]
    pub fn place(self) -> Place {
        self.place as usize
    }
}

/// The edition that the next index or update gets.
static EDITIONS: AtomicU64 = AtomicU64::new(1);

/// So many plans are replaced one by one; of more, everything that was found is found anew.
const FEW: usize = 64;

/// The plans in the order of the snapshot, made ready for questions.
#[derive(Debug, Clone, Default)]
pub struct Index {
    plans: Vec<Arc<IndexedPlan>>,
    roster: Roster,
    edition: u64,
    /// The edition before this one and the positions of the plans that are others since; `None` where plans came or
    /// went, or many are.
    since: Option<(u64, Vec<usize>)>,
}

/// Two are the same when they are of one edition.
impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        self.edition == other.edition
    }
}

/// A plan with the shares of its tasks, and, once somebody searches, its folded text.
#[derive(Debug)]
pub struct IndexedPlan {
    tracked: Arc<TrackedPlan>,
    leaves: Vec<u32>,
    shares: Vec<Share>,
    first_share: Vec<u32>,
    runs: Vec<(NaiveDate, NaiveDate)>,
    first_run: Vec<u32>,
    text: OnceLock<TextIndex>,
}

impl Index {
    /// Indexes the plans. Their order is kept: a [`TaskRef`] names a plan by its position.
    #[must_use]
    pub fn new(plans: &[Arc<TrackedPlan>], directory: &Directory) -> Self {
        let mut index = Self { roster: Roster::new(directory), ..Self::default() };
        index.update(plans, directory);
        index
    }

    /// Takes in the plans of a later snapshot with the same directory; what is the same plan still is kept as it is.
    pub fn update(&mut self, plans: &[Arc<TrackedPlan>], directory: &Directory) {
        let before = self.edition;
        self.edition = EDITIONS.fetch_add(1, Ordering::Relaxed);
        self.since = self.others_in_place(plans).filter(|_| before > 0).map(|others| (before, others));
        if let Some((_, others)) = &self.since {
            for position in others {
                let plan = IndexedPlan::new(&plans[*position], &mut self.roster, directory);
                self.plans[*position] = Arc::new(plan);
            }
            return;
        }
        let mut old = std::mem::take(&mut self.plans).into_iter().peekable();
        for tracked in plans {
            let kept = kept(
                &mut old,
                |old| Arc::ptr_eq(&old.tracked, tracked),
                |old| old.tracked.plan().id < tracked.plan().id,
            );
            let plan =
                kept.unwrap_or_else(|| Arc::new(IndexedPlan::new(tracked, &mut self.roster, directory)));
            self.plans.push(plan);
        }
    }

    /// Where these plans are not the ones that are held, if each stands where it stood and few are others.
    fn others_in_place(&self, plans: &[Arc<TrackedPlan>]) -> Option<Vec<usize>> {
        if plans.len() != self.plans.len() {
            return None;
        }
        let is_other = |position: &usize| !Arc::ptr_eq(&self.plans[*position].tracked, &plans[*position]);
        let others: Vec<usize> = (0..plans.len()).filter(is_other).take(FEW + 1).collect();
        let is_in_place =
            |position: &usize| self.plans[*position].tracked.plan().id == plans[*position].plan().id;
        (others.len() <= FEW && others.iter().all(is_in_place)).then_some(others)
    }

    /// The positions of the plans that are others than in an earlier edition, in order; `None` where positions have
    /// moved, many are others, or the edition is not of this index or too old.
    #[must_use]
    pub fn others_since(&self, edition: u64) -> Option<&[usize]> {
        if edition == self.edition {
            return Some(&[]);
        }
        self.since.as_ref().filter(|(before, _)| *before == edition).map(|(_, others)| others.as_slice())
    }

    /// The plans.
    #[must_use]
    pub fn plans(&self) -> &[Arc<IndexedPlan>] {
        &self.plans
    }

    /// The plan of a task.
    #[must_use]
    pub fn plan(&self, task: TaskRef) -> &IndexedPlan {
        &self.plans[task.plan()]
    }

    /// The position of a plan.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.plans.iter().position(|plan| plan.tracked.plan().id == id)
    }

    /// The units.
    #[must_use]
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// Another one with every update of every index; what was found in one edition is not good for another.
    #[must_use]
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// All tasks that count, those without items under them, in the order of the plans.
    pub fn leaves(&self) -> impl Iterator<Item = TaskRef> + '_ {
        (0..self.plans.len()).flat_map(|position| self.leaves_of(position))
    }

    /// Those of the plan at a position.
    pub(super) fn leaves_of(&self, position: usize) -> impl Iterator<Item = TaskRef> + '_ {
        self.plans[position].leaves().map(move |place| TaskRef::new(position, place))
    }

    /// Folds the text of every plan, so that the first letter of a search need not; for a thread in the background.
    pub fn fold_all(&self) {
        for plan in &self.plans {
            plan.text();
        }
    }
}

impl IndexedPlan {
    fn new(tracked: &Arc<TrackedPlan>, roster: &mut Roster, directory: &Directory) -> Self {
        let mut plan = Self {
            tracked: Arc::clone(tracked),
            leaves: tracked.outline().leaves().map(small).collect(),
            shares: Vec::new(),
            first_share: vec![0],
            runs: Vec::new(),
            first_run: vec![0],
            text: OnceLock::new(),
        };
        plan.add_shares(roster, directory);
        for place in 0..tracked.outline().nodes().len() {
            plan.runs.extend(runs(tracked, place));
            plan.first_run.push(small(plan.runs.len()));
        }
        for list in [&mut plan.leaves, &mut plan.first_share, &mut plan.first_run] {
            list.shrink_to_fit();
        }
        plan.shares.shrink_to_fit();
        plan.runs.shrink_to_fit();
        plan
    }

    /// Adds the parts of all units in each task: the task's own and those of the items above it, where a unit named
    /// again below has the part that it has there.
    fn add_shares(&mut self, roster: &mut Roster, directory: &Directory) {
        let outline = self.tracked.outline();
        let count = outline.nodes().len();
        let own: Vec<Vec<Share>> = (0..count)
            .map(|place| {
                let named = self.tracked.task(place).assignments.iter();
                named.map(|a| Share { unit: roster.number(&a.unit, directory), role: a.role }).collect()
            })
            .collect();
        for place in 0..count {
            let start = self.shares.len();
            for above in outline.lineage(place) {
                let nearer = self.shares.len();
                for share in &own[above] {
                    if self.shares[start..nearer].iter().all(|near| near.unit != share.unit) {
                        self.shares.push(*share);
                    }
                }
            }
            self.first_share.push(small(self.shares.len()));
        }
    }

    /// The plan with its standings.
    #[must_use]
    pub fn tracked(&self) -> &Arc<TrackedPlan> {
        &self.tracked
    }

    /// The places of the tasks that count.
    pub fn leaves(&self) -> impl Iterator<Item = Place> + '_ {
        self.leaves.iter().map(|place| *place as usize)
    }

    /// The parts of all units in a task, those of the items above it included, the nearest first.
    #[must_use]
    pub fn shares(&self, place: Place) -> &[Share] {
        &self.shares[self.first_share[place] as usize..self.first_share[place + 1] as usize]
    }

    /// Whether a task has a period that runs on any of the days from the first to the last.
    #[must_use]
    pub fn runs_in(&self, place: Place, (first, last): (NaiveDate, NaiveDate)) -> bool {
        let runs = &self.runs[self.first_run[place] as usize..self.first_run[place + 1] as usize];
        runs.iter().any(|run| run.0 <= last && run.1 >= first)
    }

    /// The folded text.
    pub(super) fn text(&self) -> &TextIndex {
        self.text.get_or_init(|| TextIndex::new(&self.tracked))
    }
}

/// Takes what belongs to the same plan out of an older list, and passes over what stood before it there. Lists are in
/// the order of the plans' ids, so the old one and the new one run side by side.
pub(super) fn kept<T>(
    old: &mut Peekable<IntoIter<T>>,
    is_same: impl Fn(&T) -> bool,
    is_before: impl Fn(&T) -> bool,
) -> Option<T> {
    let same = old.next_if(&is_same);
    if same.is_some() {
        return same;
    }
    while old.next_if(&is_before).is_some() {}
    old.next_if(is_same)
}

/// Positions are kept in four bytes: no office has four thousand million tasks.
fn small(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::Role;
    use crate::query::Search;
    use crate::query::fixture::Office;

    fn office(title: &str) -> Office {
        let lead = |role: &str, unit: &str| json!({"role": role, "unit": unit});
        let under = json!({"id": "t", "title": "", "assignments": [lead("coordinate", "SỞ A"), lead("lead", "Sở B")]});
        Office::new()
            .plan(
                "a",
                &json!([{"id": "g", "title": "", "tasks": [under],
                "assignments": [lead("lead", "Sở A"), lead("direct", "Sở C")]}]),
            )
            .plan("b", &json!([{"id": "u", "title": title}]))
    }

    #[test]
    fn parts_come_from_above_unless_named_again() {
        let office = office("");
        let index = office.index();
        let parts = |place| -> Vec<(&str, Role)> {
            let shares = index.plans()[0].shares(place).iter();
            shares.map(|share| (index.roster().unit(share.unit).name.as_str(), share.role)).collect()
        };
        assert_eq!(parts(0), [("Sở A", Role::Lead), ("Sở C", Role::Direct)]);
        assert_eq!(parts(1), [("Sở A", Role::Coordinate), ("Sở B", Role::Lead), ("Sở C", Role::Direct)]);
        let named = |place| -> Vec<Role> {
            let tracked = index.plans()[0].tracked();
            tracked.assignments(place, &office.as_of()).iter().map(|assignment| assignment.role).collect()
        };
        assert_eq!(parts(1).iter().map(|(_, role)| *role).collect::<Vec<_>>(), named(1));
    }

    #[test]
    fn an_update_keeps_what_is_the_same_and_forgets_what_is_gone() {
        let (before, after) = (office("cũ"), office("mới"));
        let mut plans = before.tracked();
        let mut index = Index::new(&plans, &before.directory);
        let kept = Arc::clone(&index.plans()[0]);
        let mut search = Search::default();
        search.update(&index, "moi");
        assert_eq!(search.hits(), Some(&[][..]));
        plans[1] = Arc::clone(&after.tracked()[1]);
        index.update(&plans, &after.directory);
        assert!(Arc::ptr_eq(&kept, &index.plans()[0]));
        search.update(&index, "moi");
        assert_eq!(search.hits(), Some(&[TaskRef::new(1, 0)][..]));
        index.update(&plans[1..], &after.directory);
        assert_eq!((index.plans().len(), index.position("a"), index.position("b")), (1, None, Some(0)));
    }

    #[test]
    fn hits_of_one_index_are_not_good_for_another() {
        let (one, other) = (office("mới"), office("cũ"));
        let mut search = Search::default();
        search.update(&one.index(), "moi");
        search.update(&other.index(), "moi");
        assert_eq!(search.hits(), Some(&[][..]));
    }
}
