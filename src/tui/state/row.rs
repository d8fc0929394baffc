//! A row of the list: where it stands in a snapshot, and who it is.

use serde::{Deserialize, Serialize};

use crate::domain::TaskId;
use crate::workspace::Snapshot;

/// Where a row's plan, section or task stands in one snapshot. Rows are ordered as they are shown: a plan before its
/// sections, a section before its tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The plan, as an index into the snapshot's.
    pub plan: u32,
    /// The section, as an index into the plan's; `None` for the plan's own row.
    pub section: Option<u32>,
    /// The task's place in the plan; `None` for a heading.
    pub place: Option<u32>,
}

/// Who a row is, whatever becomes of the plans around it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowId {
    /// A plan's heading.
    Plan(String),
    /// A section's heading, by the ids of plan and section.
    Section(String, String),
    /// A task, by the id of its plan and its own.
    Task(String, TaskId),
}

impl RowId {
    /// The id of the plan.
    #[must_use]
    pub fn plan(&self) -> &str {
        let (Self::Plan(plan) | Self::Section(plan, _) | Self::Task(plan, _)) = self;
        plan
    }

    /// Finds where it stands in a snapshot.
    #[must_use]
    pub fn locate(&self, snapshot: &Snapshot) -> Option<Row> {
        let index = snapshot.plans.binary_search_by(|held| held.plan().id.as_str().cmp(self.plan())).ok()?;
        let held = &snapshot.plans[index];
        let plan = u32::try_from(index).ok()?;
        match self {
            Self::Plan(_) => Some(Row { plan, section: None, place: None }),
            Self::Section(_, id) => {
                let section = held.plan().sections.iter().position(|section| section.id == *id)?;
                Some(Row { plan, section: u32::try_from(section).ok(), place: None })
            }
            Self::Task(_, id) => {
                let place = held.find(id)?;
                let section = held.outline().nodes()[place].section;
                Some(Row { plan, section: Some(section), place: u32::try_from(place).ok() })
            }
        }
    }
}

impl Row {
    /// Whether it is a task without others under it.
    #[must_use]
    pub fn is_task(self, snapshot: &Snapshot) -> bool {
        let plan = &snapshot.plans[self.plan as usize];
        self.place.is_some_and(|place| !plan.outline().is_group(place as usize))
    }

    /// Who stands there.
    #[must_use]
    pub fn id(self, snapshot: &Snapshot) -> Option<RowId> {
        let held = snapshot.plans.get(self.plan as usize)?;
        let plan = held.plan().id.clone();
        if let Some(place) = self.place {
            let place = place as usize;
            return (place < held.outline().nodes().len())
                .then(|| RowId::Task(plan, held.task(place).id.clone()));
        }
        match self.section {
            None => Some(RowId::Plan(plan)),
            Some(section) => {
                Some(RowId::Section(plan, held.plan().sections.get(section as usize)?.id.clone()))
            }
        }
    }
}
