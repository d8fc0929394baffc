//! Addresses that people type: `03-kh-bcd-2022:II.4`, `PLAN:II.1.3`, `PLAN:k7qf`.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::str::FromStr;

use super::outline::{Outline, Place};
use super::plan::Plan;
use super::task::Task;
use crate::text::{fold, nearest};

/// A plan, and perhaps a place in it, as typed.
///
/// The plan is any unambiguous prefix of an id, or the printed number. The place is the id of a section or task, as it stands in the file, or a path of steps
/// parted by dots: a section and the items below it, each by its printed number without marks ("4", "a") or, for a
/// bullet, by its position among its siblings; where a label repeats, the second is `~2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The prefix of a plan's id.
    pub plan: String,
    /// The path or id of a section or task; `None` names the plan.
    pub place: Option<String>,
}

/// What an address names within a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The plan whole.
    Plan,
    /// A section, as an index.
    Section(usize),
    /// A task.
    Task(Place),
}

/// Why an address names nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing stands before or behind the colon.
    #[error("\"{0}\" is not an address: expected PLAN, PLAN:II.4 or PLAN:TASK-ID")]
    Form(String),
    /// No plan's id begins so.
    #[error("no plan is called \"{typed}\"")]
    NoPlan {
        /// What was typed.
        typed: String,
        /// The nearest ids.
        near: Vec<String>,
    },
    /// Several plans' ids begin so.
    #[error("\"{typed}\" could be several plans")]
    Ambiguous {
        /// What was typed.
        typed: String,
        /// The ids that begin so.
        ids: Vec<String>,
    },
    /// The plan has no such place.
    #[error("the plan {plan} has nothing at \"{typed}\"")]
    NoPlace {
        /// The plan's id.
        plan: String,
        /// What was typed.
        typed: String,
        /// The nearest addresses.
        near: Vec<String>,
    },
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let (plan, place) = text.split_once(':').map_or((text, None), |(plan, place)| (plan, Some(place)));
        if plan.is_empty() || place.is_some_and(str::is_empty) {
            return Err(AddressError::Form(text.to_owned()));
        }
        Ok(Self { plan: plan.to_owned(), place: place.map(str::to_owned) })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plan)?;
        self.place.as_ref().map_or(Ok(()), |place| write!(f, ":{place}"))
    }
}

impl Address {
    /// Finds the plan among others: by its whole id, its printed number, or a prefix of an id that fits only one.
    ///
    /// # Errors
    /// When none fits, with the nearest ids, or several do.
    pub fn plan<'p>(&self, plans: impl Iterator<Item = &'p Plan> + Clone) -> Result<&'p Plan, AddressError> {
        if let Some(plan) = plans.clone().find(|plan| plan.id == self.plan) {
            return Ok(plan);
        }
        let typed = fold(&self.plan);
        let exact = |plan: &&Plan| {
            fold(&plan.id) == typed || plan.number.as_deref().is_some_and(|n| fold(n) == typed)
        };
        let mut exactly = plans.clone().filter(exact);
        if let (Some(plan), None) = (exactly.next(), exactly.next()) {
            return Ok(plan);
        }
        let begins = |plan: &&Plan| fold(&plan.id).starts_with(&typed) || exact(plan);
        let found: Vec<&Plan> = plans.clone().filter(begins).collect();
        match found.as_slice() {
            [plan] => Ok(plan),
            [] => {
                let ids = plans.map(|plan| plan.id.as_str());
                Err(AddressError::NoPlan { typed: self.plan.clone(), near: owned(nearest(&self.plan, ids)) })
            }
            several => {
                let ids = several.iter().map(|plan| plan.id.clone()).collect();
                Err(AddressError::Ambiguous { typed: self.plan.clone(), ids })
            }
        }
    }

    /// Finds the place in the plan.
    ///
    /// # Errors
    /// When the plan has no such place, with the nearest ones.
    pub fn target(&self, plan: &Plan, outline: &Outline) -> Result<Target, AddressError> {
        let Some(typed) = &self.place else { return Ok(Target::Plan) };
        let wanted = typed.trim_end_matches('.').to_lowercase();
        let sections = section_labels(plan);
        let section_by_id = || plan.sections.iter().position(|section| section.id == *typed);
        let section = sections.iter().position(|label| label.to_lowercase() == wanted);
        if let Some(section) = section.or_else(section_by_id) {
            return Ok(Target::Section(section));
        }
        let paths = paths(plan, outline);
        let by_path = paths.iter().position(|path| path.to_lowercase() == wanted);
        let by_id = || (0..paths.len()).find(|place| outline.task(plan, *place).id.as_str() == typed);
        by_path.or_else(by_id).map(Target::Task).ok_or_else(|| {
            let names = sections.iter().chain(&paths).map(String::as_str);
            AddressError::NoPlace {
                plan: plan.id.clone(),
                typed: typed.clone(),
                near: owned(nearest(typed, names)),
            }
        })
    }
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// The paths of all tasks of a plan, each at its place: `II.4`, `II.1.3`, `II~2.1`.
#[must_use]
pub fn paths(plan: &Plan, outline: &Outline) -> Vec<String> {
    let sections = section_labels(plan);
    let mut paths: Vec<String> = Vec::with_capacity(outline.nodes().len());
    let mut tops: Vec<Vec<String>> = Vec::new();
    let mut below: Vec<Vec<String>> = vec![Vec::new(); outline.nodes().len()];
    tops.extend(plan.sections.iter().map(|section| task_labels("", &section.tasks)));
    for (place, node) in outline.nodes().iter().enumerate() {
        let task = outline.task(plan, place);
        let (above, label) = match node.parent {
            None => (&sections[node.section as usize], &tops[node.section as usize][node.index as usize]),
            Some(parent) => (&paths[parent as usize], &below[parent as usize][node.index as usize]),
        };
        let path = format!("{above}.{label}");
        below[place] = task_labels(bare(&task.number), &task.tasks);
        paths.push(path);
    }
    paths
}

/// The labels of a plan's sections: the printed number, or the position where none is printed.
#[must_use]
pub fn section_labels(plan: &Plan) -> Vec<String> {
    told_apart(plan.sections.iter().map(|section| bare(&section.number).to_owned()))
}

/// The labels of siblings. "1.1" under "1" is the step "1".
fn task_labels(parent: &str, tasks: &[Task]) -> Vec<String> {
    told_apart(tasks.iter().map(|task| {
        let number = bare(&task.number);
        let below = number.strip_prefix(parent).and_then(|rest| rest.strip_prefix('.'));
        below.filter(|rest| !parent.is_empty() && !rest.is_empty()).unwrap_or(number).to_owned()
    }))
}

/// A printed number without its marks; empty for a bullet.
fn bare(number: &str) -> &str {
    number.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Gives an empty label its position, and a repeated one its turn behind `~`.
fn told_apart(labels: impl Iterator<Item = String>) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut turns: HashMap<String, usize> = HashMap::new();
    let tell = |(index, label): (usize, String)| {
        let label = if label.is_empty() { (index + 1).to_string() } else { label };
        let turn = turns.entry(label.to_lowercase()).or_insert(1);
        let mut name = label.clone();
        while !taken.insert(name.to_lowercase()) {
            *turn += 1;
            name = format!("{label}~{turn}");
        }
        name
    };
    labels.enumerate().map(tell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Section, SectionKind};

    fn task(number: &str, tasks: Vec<Task>) -> Task {
        Task { number: number.into(), tasks, ..Task::default() }
    }

    fn plan() -> Plan {
        let section = |number: &str, tasks| Section {
            number: number.into(),
            kind: SectionKind::Tasks,
            tasks,
            ..Section::default()
        };
        let mut plan: Plan = serde_json::from_str(
            r#"{"format": "tiendo/plan", "version": 1, "id": "45-kh-syt-2026", "number": "45/KH-SYT", "title": "", "year": 2026}"#,
        )
        .unwrap();
        plan.sections = vec![
            section("II", vec![task("1", vec![task("-", vec![]), task("-", vec![])]), task("a)", vec![])]),
            section(
                "II",
                vec![task("1.", vec![task("1.1.", vec![]), task("1.1.", vec![])]), task("2.3", vec![])],
            ),
            section("", vec![task("1", vec![])]),
        ];
        plan
    }

    #[test]
    fn every_task_has_one_path_and_every_path_one_task() {
        let plan = plan();
        let outline = Outline::of(&plan);
        let paths = paths(&plan, &outline);
        assert_eq!(
            paths,
            ["II.1", "II.1.1", "II.1.2", "II.a", "II~2.1", "II~2.1.1", "II~2.1.1~2", "II~2.2.3", "3.1"]
        );
        for (place, path) in paths.iter().enumerate() {
            let address: Address = format!("45:{path}").parse().unwrap();
            assert_eq!(address.target(&plan, &outline), Ok(Target::Task(place)), "{path}");
            assert_eq!(address.to_string().parse(), Ok(address));
        }
    }

    #[test]
    fn a_plan_is_found_by_a_prefix_or_its_printed_number() {
        let (one, mut two) = (plan(), plan());
        two.id = "46-kh-syt-2026".into();
        two.number = None;
        let find = |typed: &str| {
            let address: Address = typed.parse().unwrap();
            address.plan([&one, &two].into_iter()).map(|plan| plan.id.clone())
        };
        assert_eq!(find("45").unwrap(), "45-kh-syt-2026");
        assert_eq!(find("45/KH-SYT").unwrap(), "45-kh-syt-2026");
        assert!(matches!(find("4"), Err(AddressError::Ambiguous { ids, .. }) if ids.len() == 2));
        assert!(matches!(find("47-kh-syt-2026"), Err(AddressError::NoPlan { near, .. }) if !near.is_empty()));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["", ":II", "45:"] {
            assert!(matches!(text.parse::<Address>(), Err(AddressError::Form(_))), "{text}");
        }
    }
}
