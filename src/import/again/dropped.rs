//! What a new copy leaves in doubt of the work that people have followed: whether it is given up, and what is the same
//! work in other words. It stays in the plan until a person says.

use std::collections::HashSet;

use super::carry::{tasks, tasks_of};
use super::difference::Difference;
use super::likeness::Wording;
use super::matching::NEAR;
use super::reconcile::Again;
use super::three_way::{Held, list_in, places};
use crate::domain::document::Thing;
use crate::domain::{Plan, Section, Task, TaskId};
use crate::import::finding::{Doubt, Finding};
use crate::import::short;

/// Wordings in one section that share as many of a hundred words may be one work.
const MAYBE: u32 = 30;

/// What the same printed number counts, in hundredths of a wording.
const SAME_NUMBER: u32 = 50;

impl Again {
    /// Keeps the tasks of `plan` that the copy dropped although something was written of them in the journal, and asks
    /// about them; asks as well which task may be another one in other words.
    #[must_use]
    pub fn asking_about(mut self, plan: &Plan, worked: &HashSet<TaskId>) -> Self {
        let (before, after) = (ids(plan), ids(&self.plan));
        let new = stands(&self.plan, |task| !before.contains(&task.id));
        let dropped = stands(plan, |task| worked.contains(&task.id) && !after.contains(&task.id));
        let followed = self
            .differences
            .iter()
            .filter(|difference| difference.task().is_some_and(|task| worked.contains(task)));
        let mut doubts: Vec<Doubt> =
            followed.filter_map(|difference| far_reworded(difference, &self.plan)).collect();
        for (new, old) in pairs(&new, &dropped) {
            let (task, title) = (new.id.clone(), new.title.clone());
            let (old, was) = (old.id.clone(), old.title.clone());
            doubts.push(Doubt::PerhapsSame { task, title, old, was });
        }
        let parted = stands(plan, |task| worked.contains(&task.id));
        let parted = parted.into_iter().map(|stand| stand.task);
        let is_group = |task: &Task| self.plan.task(&task.id).is_some_and(Task::is_group);
        let told = |task: Task| Doubt::Parted { task: task.id, title: task.title };
        doubts.extend(parted.filter(is_group).map(told));
        let gone: HashSet<&TaskId> = dropped.iter().map(|stand| &stand.task.id).collect();
        self.differences.retain(|difference| !is_removal(difference, &gone));
        self.findings.extend(doubts.into_iter().map(|doubt| Finding { lines: None, doubt }));
        self.findings.extend(kept_followed(&mut self.plan, plan, worked));
        self
    }
}

/// Puts the tasks of a plan that people have followed back into a draft that does not have them, and asks about each.
pub(in crate::import) fn kept_followed(
    draft: &mut Plan,
    plan: &Plan,
    worked: &HashSet<TaskId>,
) -> Vec<Finding> {
    let there = ids(draft);
    let dropped = |task: &&Task| worked.contains(&task.id) && !there.contains(&task.id);
    let stood = places(plan);
    let put = |task: &Task| {
        put_back(draft, (plan, &stood), task);
        let doubt = Doubt::Dropped { task: task.id.clone(), title: task.title.clone() };
        Finding { lines: None, doubt }
    };
    plan.leaves().filter(dropped).map(put).collect()
}

fn ids(plan: &Plan) -> HashSet<TaskId> {
    tasks(plan).into_iter().map(|task| task.id.clone()).collect()
}

/// A task without others under it, and the section that it stands in.
struct Stand {
    section: String,
    task: Task,
    wording: Wording,
}

fn stands(plan: &Plan, fits: impl Fn(&Task) -> bool) -> Vec<Stand> {
    let of_section = |section: &Section| {
        let leaves = tasks_of(&section.tasks).into_iter().filter(|task| !task.is_group());
        let stand = |task: &Task| Stand {
            section: section.id.clone(),
            task: task.clone(),
            wording: Wording::of(task.wording()),
        };
        leaves.filter(|task| fits(task)).map(stand).collect::<Vec<_>>()
    };
    plan.sections.iter().flat_map(of_section).collect()
}

/// Which new task may be which dropped one, each once, the most alike first.
fn pairs<'s>(new: &'s [Stand], dropped: &'s [Stand]) -> Vec<(&'s Task, &'s Task)> {
    let mut alike: Vec<(u32, usize, usize)> = Vec::new();
    for (n, one) in new.iter().enumerate() {
        for (o, other) in dropped.iter().enumerate().filter(|(_, other)| other.section == one.section) {
            let same_number = !one.task.number.is_empty() && one.task.number == other.task.number;
            let score = one.wording.likeness(&other.wording) + if same_number { SAME_NUMBER } else { 0 };
            if score >= MAYBE {
                alike.push((score, n, o));
            }
        }
    }
    alike.sort_by_key(|(score, n, o)| (std::cmp::Reverse(*score), *n, *o));
    let (mut news, mut olds) = (HashSet::new(), HashSet::new());
    alike.retain(|(_, n, o)| !news.contains(n) && !olds.contains(o) && news.insert(*n) && olds.insert(*o));
    alike.sort_by_key(|(_, n, _)| *n);
    alike.into_iter().map(|(_, n, o)| (&new[n].task, &dropped[o].task)).collect()
}

/// A task that was taken for the same by its place, though its words are others.
fn far_reworded(difference: &Difference, plan: &Plan) -> Option<Doubt> {
    let Difference::Reworded { task, title, before } = difference else { return None };
    let now = Wording::of(plan.task(task)?.wording());
    let (task, title, was) = (task.clone(), title.clone(), short::title(before));
    (Wording::of(before).likeness(&now) < NEAR).then_some(Doubt::PerhapsNew { task, title, was })
}

fn is_removal(difference: &Difference, gone: &HashSet<&TaskId>) -> bool {
    matches!(difference, Difference::Removed { task, .. } if gone.contains(task))
}

/// Puts a task back behind the sibling that it stood behind; where its holder is gone, at the end of its section, else
/// of the last section with tasks; where none holds tasks, its own comes back, too.
fn put_back(plan: &mut Plan, (stood_in, all): (&Plan, &[Held<'_>]), task: &Task) {
    // The lines were those of the copy before.
    let back = Task { lines: None, ..task.clone() };
    let Some((holder, ..)) = all.iter().find(|(.., held)| held.id == task.id) else { return };
    let siblings = all.iter().filter(|(other, ..)| other == holder).map(|(.., held)| &held.id);
    let before: Vec<&TaskId> = siblings.take_while(|id| **id != task.id).collect();
    if let Some(list) = list_in(plan, holder) {
        let behind = before.iter().rev().find_map(|id| list.iter().position(|held| held.id == **id));
        list.insert(behind.map_or(0, |at| at + 1), back);
        return;
    }
    let section = stood_in
        .sections
        .iter()
        .find(|section| tasks_of(&section.tasks).iter().any(|held| held.id == task.id));
    let there = section.map(|section| Thing::Section(section.id.clone()));
    if let Some(list) = there.and_then(|section| list_in(plan, &section)) {
        list.push(back);
    } else if let Some(last) = plan.sections.iter_mut().rev().find(|section| section.kind.holds_tasks()) {
        last.tasks.push(back);
    } else if let Some(section) = section {
        plan.sections.push(Section { tasks: vec![back], ..section.clone() });
    }
}
