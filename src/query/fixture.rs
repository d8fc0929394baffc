//! Small offices to ask questions about.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{Index, TaskRef};
use crate::domain::{AsOf, Directory, Event, Settings, TrackedPlan, Unit};

/// Some plans of 2022, their journals and a directory.
#[derive(Default)]
pub struct Office {
    plans: Vec<(Value, Vec<Event>)>,
    pub directory: Directory,
    pub settings: Settings,
    day: Option<&'static str>,
}

impl Office {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a plan with one section of tasks.
    pub fn plan(self, id: &str, tasks: &Value) -> Self {
        self.sections(id, &json!([{"id": "s1", "number": "I", "title": "", "kind": "tasks", "tasks": tasks}]))
    }

    /// Adds a plan with these sections.
    pub fn sections(mut self, id: &str, sections: &Value) -> Self {
        let plan = json!({
            "format": "tiendo/plan", "version": 1, "id": id, "number": null, "title": format!("Plan {id}"),
            "year": 2022, "sections": sections,
        });
        self.plans.push((plan, Vec::new()));
        self
    }

    /// Adds a status to the journal of the last plan, written on a day.
    pub fn status(mut self, day: &str, task: &str, status: &str) -> Self {
        let (_, events) = self.plans.last_mut().unwrap();
        let id = crate::domain::EventId::from_parts(events.len() as u64 + 1, 0);
        let line = json!({
            "id": id, "at": format!("{day}T08:00:00+07:00"), "by": "lan", "task": task, "status": status,
        });
        events.push(serde_json::from_value(line).unwrap());
        self
    }

    /// Adds a collective to the directory.
    pub fn collective(mut self, name: &str, members: &[&str]) -> Self {
        let members = members.iter().map(|member| (*member).to_owned()).collect();
        let mut units = self.directory.units().to_vec();
        units.push(Unit { name: name.to_owned(), members, ..Unit::default() });
        self.directory = Directory::new(units);
        self
    }

    /// Looks from another day than 20 November 2022.
    pub fn on(mut self, day: &'static str) -> Self {
        self.day = Some(day);
        self
    }

    pub fn as_of(&self) -> AsOf<'_> {
        let day = self.day.unwrap_or("2022-11-20").parse().unwrap();
        AsOf { day, zone: None, settings: &self.settings, directory: &self.directory }
    }

    pub fn tracked(&self) -> Vec<Arc<TrackedPlan>> {
        let read = |(plan, events): &(Value, Vec<Event>)| {
            let plan = serde_json::from_value(plan.clone()).unwrap();
            Arc::new(TrackedPlan::new(plan, events.clone(), &self.as_of()))
        };
        self.plans.iter().map(read).collect()
    }

    pub fn index(&self) -> Index {
        Index::new(&self.tracked(), &self.directory)
    }
}

/// The ids of tasks.
pub fn names(index: &Index, tasks: &[TaskRef]) -> Vec<String> {
    tasks.iter().map(|task| index.plan(*task).tracked().task(task.place()).id.to_string()).collect()
}
