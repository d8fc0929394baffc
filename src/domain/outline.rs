//! The tasks of a plan in one row, in the order of the text, so that every one of them has a place.

use std::ops::Range;

use super::directory::Directory;
use super::plan::{Plan, SectionKind};
use super::task::{Assignment, Entry, Task, TaskId};

/// A task's place in its plan's [`Outline`]; good for one reading of the plan, never kept: an identity is a [`TaskId`].
pub type Place = usize;

/// One task among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The section, as an index into the plan's.
    pub section: u32,
    /// The item above; `None` under the section itself.
    pub parent: Option<u32>,
    /// The position among its siblings, from 0.
    pub index: u32,
    /// How many items stand above it.
    pub depth: u32,
    /// The place behind its last descendant.
    pub end: u32,
}

impl Node {
    /// Whether items hang under it, given its own place.
    #[must_use]
    pub fn is_group(&self, place: Place) -> bool {
        self.end as usize > place + 1
    }
}

/// All tasks of a plan's sections of kind tasks or organization, depth first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    nodes: Vec<Node>,
}

impl Outline {
    /// Walks through a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut outline = Self::default();
        for (section, held) in (0..).zip(&plan.sections) {
            if SectionKind::holds_tasks(held.kind) {
                outline.walk(&held.tasks, section, None, 0);
            }
        }
        outline.nodes.shrink_to_fit();
        outline
    }

    fn walk(&mut self, tasks: &[Task], section: u32, parent: Option<u32>, depth: u32) {
        for (index, task) in (0..).zip(tasks) {
            let place = self.nodes.len();
            self.nodes.push(Node { section, parent, index, depth, end: 0 });
            self.walk(&task.tasks, section, u32::try_from(place).ok(), depth + 1);
            self.nodes[place].end = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        }
    }

    /// The nodes, each at its place.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Whether a task has items under it.
    #[must_use]
    pub fn is_group(&self, place: Place) -> bool {
        self.nodes[place].is_group(place)
    }

    /// The places of those tasks that count: the ones without items under them.
    pub fn leaves(&self) -> impl Iterator<Item = Place> + '_ {
        (0..self.nodes.len()).filter(|place| !self.is_group(*place))
    }

    /// A task and all its descendants.
    #[must_use]
    pub fn subtree(&self, place: Place) -> Range<Place> {
        place..self.nodes[place].end as usize
    }

    /// A task and the items above it, the nearest first.
    pub fn lineage(&self, place: Place) -> impl Iterator<Item = Place> + '_ {
        std::iter::successors(Some(place), |place| self.nodes[*place].parent.map(|parent| parent as usize))
    }

    /// The task at a place of the plan that this is the outline of.
    #[must_use]
    pub fn task<'p>(&self, plan: &'p Plan, place: Place) -> &'p Task {
        let node = &self.nodes[place];
        let siblings = match node.parent {
            None => &plan.sections[node.section as usize].tasks,
            Some(parent) => &self.task(plan, parent as usize).tasks,
        };
        &siblings[node.index as usize]
    }

    /// The place of a task, if the plan has it.
    #[must_use]
    pub fn find(&self, plan: &Plan, id: &TaskId) -> Option<Place> {
        (0..self.nodes.len()).find(|place| self.task(plan, *place).id == *id)
    }

    /// The places in the order of the tasks' ids; of one id, the first place comes first.
    #[must_use]
    pub fn by_id(&self, plan: &Plan) -> Box<[u32]> {
        let mut places: Vec<u32> = (0..).take(self.nodes.len()).collect();
        places.sort_by_key(|place| &self.task(plan, *place as usize).id);
        places.into()
    }

    /// The timeline in force: the task's own, else that of the nearest item above; empty when none has one.
    #[must_use]
    pub fn timeline<'p>(&self, plan: &'p Plan, place: Place) -> &'p [Entry] {
        self.lineage(place)
            .map(|place| self.task(plan, place).timeline.as_slice())
            .find(|timeline| !timeline.is_empty())
            .unwrap_or_default()
    }

    /// The assignments in force: the task's own and those of the items above it, where a unit named again below has
    /// the role that it has there. The nearest come first.
    #[must_use]
    pub fn assignments<'p>(
        &self,
        plan: &'p Plan,
        place: Place,
        directory: &Directory,
    ) -> Vec<&'p Assignment> {
        let mut force: Vec<&Assignment> = Vec::new();
        for place in self.lineage(place) {
            let nearer = force.len();
            for assignment in &self.task(plan, place).assignments {
                let renamed = force[..nearer].iter().any(|near| directory.same(&near.unit, &assignment.unit));
                if !renamed {
                    force.push(assignment);
                }
            }
        }
        force
    }
}
