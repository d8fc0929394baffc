//! What became of the tasks of a document in a review: what was read of them goes with them.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::sheet::Sheet;
use crate::domain::TaskId;
use crate::import::Spot;

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Became {
    /// It took another's id, or a new one.
    Renamed(TaskId, TaskId),
    /// It is the end of another.
    Joined { joined: TaskId, into: TaskId },
    /// The end of it is a task of its own.
    Parted { whole: TaskId, part: TaskId },
}

impl Sheet {
    /// What the copy calls what stands on a spot: a task may have taken another's id since, hold what was another's, or
    /// be a part of one. Nothing for what the copy does not have.
    #[must_use]
    pub fn read_as(&self, spot: &Spot) -> Vec<Spot> {
        let Spot::Task(id) = spot else { return vec![spot.clone()] };
        let mut called = vec![id];
        for became in self.became.iter().rev() {
            match became {
                Became::Renamed(from, to) => {
                    called.retain(|held| *held != from);
                    called.iter_mut().filter(|held| **held == to).for_each(|held| *held = from);
                }
                Became::Joined { joined, into } => {
                    if called.contains(&into) {
                        called.push(joined);
                    }
                }
                Became::Parted { whole, part } => {
                    called.iter_mut().filter(|held| **held == part).for_each(|held| *held = whole);
                }
            }
        }
        // What was parted and joined again is the same twice.
        let mut told = HashSet::new();
        called.retain(|held| told.insert(*held));
        called.into_iter().cloned().map(Spot::Task).collect()
    }

    /// The tasks that took another's id, or a new one, each with that; in the order in which a person said so.
    pub(super) fn renamed_tasks(&self) -> impl Iterator<Item = (&TaskId, &TaskId)> {
        self.became.iter().filter_map(|became| match became {
            Became::Renamed(from, to) => Some((from, to)),
            Became::Joined { .. } | Became::Parted { .. } => None,
        })
    }
}
