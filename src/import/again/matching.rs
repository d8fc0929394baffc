//! Which task of a plan is which task of its new draft.

use std::collections::HashMap;

use super::likeness::Wording;
use crate::domain::{Plan, Role, Task};
use crate::text::spelling;

/// Wordings that share as many of a hundred words are one task, wherever it stands in its section.
pub(super) const NEAR: u32 = 75;

/// At the same place with the same number, this much is enough.
const NEAR_IN_PLACE: u32 = 40;

/// A task, where it stands, and its wording.
struct Stand<'p> {
    task: &'p Task,
    /// The section's place among the plan's sections.
    section: usize,
    /// The place of its parent in the list of all tasks.
    parent: Option<usize>,
    wording: Wording,
    /// Who owes it, in which role.
    units: Vec<(Role, String)>,
}

/// How much two tasks of the same words have in common besides, most first.
const IN_COMMON: [[bool; 4]; 7] = [
    // section, parent, units, number
    [true, true, true, true],
    [true, true, true, false],
    [true, true, false, true],
    [true, true, false, false],
    [true, false, true, false],
    [true, false, false, false],
    [false, false, false, false],
];

/// For each section of the draft the plan's section, and for each task of the draft, in the order of the text, the plan's task.
pub(super) struct Matches<'p> {
    /// By the draft's sections.
    pub sections: Vec<Option<usize>>,
    /// By the draft's tasks, parents before children.
    pub tasks: Vec<Option<&'p Task>>,
}

/// Matches a draft with the plan that it is a new copy of.
pub(super) fn matches<'p>(plan: &'p Plan, draft: &Plan) -> Matches<'p> {
    let sections = sections(plan, draft);
    let (old, new) = (stands(plan), stands(draft));
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    let mut free: Vec<bool> = vec![true; old.len()];
    same_wording(&old, &new, &mut found, &mut free, &sections);
    near_wording(&old, &new, &mut found, &mut free, &sections);
    same_place(&old, &new, &mut found, &mut free, &sections);
    let tasks = found.into_iter().map(|at| at.map(|at| old[at].task)).collect();
    Matches { sections, tasks }
}

fn stands(plan: &Plan) -> Vec<Stand<'_>> {
    fn collect<'p>(tasks: &'p [Task], section: usize, parent: Option<usize>, all: &mut Vec<Stand<'p>>) {
        for task in tasks {
            let text = if task.text.is_empty() { &task.title } else { &task.text };
            let units = task.assignments.iter().map(|held| (held.role, spelling(&held.unit))).collect();
            all.push(Stand { task, section, parent, wording: Wording::of(text), units });
            let own = all.len() - 1;
            collect(&task.tasks, section, Some(own), all);
        }
    }
    let mut all = Vec::new();
    for (at, section) in plan.sections.iter().enumerate() {
        collect(&section.tasks, at, None, &mut all);
    }
    all
}

/// Sections by the same title, else by a near title, else by number and kind; each used once.
fn sections(plan: &Plan, draft: &Plan) -> Vec<Option<usize>> {
    let old: Vec<Wording> = plan.sections.iter().map(|section| Wording::of(&section.title)).collect();
    let new: Vec<Wording> = draft.sections.iter().map(|section| Wording::of(&section.title)).collect();
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    let rules: [&dyn Fn(usize, usize) -> bool; 3] =
        [&|n, o| new[n].key == old[o].key, &|n, o| new[n].likeness(&old[o]) >= NEAR, &|n, o| {
            let (new, old) = (&draft.sections[n], &plan.sections[o]);
            new.number == old.number && new.kind == old.kind
        }];
    for rule in rules {
        for n in 0..new.len() {
            let taken = |o: usize| found.contains(&Some(o));
            if found[n].is_none() {
                found[n] = (0..old.len()).find(|o| !taken(*o) && rule(n, *o));
            }
        }
    }
    found
}

/// The same words: of several that have them the one that has most in common besides, else in their order.
fn same_wording(
    old: &[Stand<'_>],
    new: &[Stand<'_>],
    found: &mut [Option<usize>],
    free: &mut [bool],
    sections: &[Option<usize>],
) {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, stand) in old.iter().enumerate() {
        places.entry(&stand.wording.key).or_default().push(at);
    }
    for [section, beside, units, number] in IN_COMMON {
        for (at, stand) in new.iter().enumerate() {
            let Some(places) = places.get(stand.wording.key.as_str()).filter(|_| found[at].is_none()) else {
                continue;
            };
            let fits = |place: &usize| {
                let other = &old[*place];
                (!section || sections[stand.section] == Some(other.section))
                    && (!beside || above(stand, new) == above(other, old))
                    && (!units || stand.units == other.units)
                    && (!number || stand.task.number == other.task.number)
            };
            if let Some(place) = places.iter().copied().filter(|place| free[*place]).find(fits) {
                (found[at], free[place]) = (Some(place), false);
            }
        }
    }
}

/// The wording of the task that one stands under.
fn above<'s>(stand: &Stand<'_>, all: &'s [Stand<'_>]) -> Option<&'s str> {
    stand.parent.map(|parent| all[parent].wording.key.as_str())
}

/// The most alike of the tasks that are left in the same section.
fn near_wording(
    old: &[Stand<'_>],
    new: &[Stand<'_>],
    found: &mut [Option<usize>],
    free: &mut [bool],
    sections: &[Option<usize>],
) {
    for (at, stand) in new.iter().enumerate() {
        if found[at].is_some() {
            continue;
        }
        let left = (0..old.len()).filter(|o| free[*o] && sections[stand.section] == Some(old[*o].section));
        let alike = left.map(|o| (stand.wording.likeness(&old[o].wording), std::cmp::Reverse(o))).max();
        if let Some((NEAR.., std::cmp::Reverse(place))) = alike {
            (found[at], free[place]) = (Some(place), false);
        }
    }
}

/// The same number under the same parent, when the words are not altogether other ones.
fn same_place(
    old: &[Stand<'_>],
    new: &[Stand<'_>],
    found: &mut [Option<usize>],
    free: &mut [bool],
    sections: &[Option<usize>],
) {
    for (at, stand) in new.iter().enumerate() {
        if found[at].is_some() || stand.task.number.is_empty() {
            continue;
        }
        let parent = stand.parent.and_then(|parent| found[parent]);
        let place = (0..old.len()).find(|o| {
            let other = &old[*o];
            free[*o]
                && sections[stand.section] == Some(other.section)
                && other.parent == parent
                && other.task.number == stand.task.number
                && stand.wording.likeness(&other.wording) >= NEAR_IN_PLACE
        });
        if let Some(place) = place {
            (found[at], free[place]) = (Some(place), false);
        }
    }
}
