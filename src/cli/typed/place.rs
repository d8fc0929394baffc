//! Addresses, resolved in a snapshot.

use crate::cli::failure::Failure;
use crate::domain::{Address, AddressError, Place, Target, TrackedPlan, paths, section_labels};
use crate::locale::{Lang, command};
use crate::workspace::Snapshot;

/// What an address names.
#[derive(Debug, Clone, Copy)]
pub struct Found<'s> {
    /// The plan.
    pub tracked: &'s TrackedPlan,
    /// The place in it.
    pub target: Target,
}

/// Finds what an address names.
///
/// # Errors
/// When it names nothing or several things, with the nearest ones.
pub fn place<'s>(snapshot: &'s Snapshot, typed: &str) -> Result<Found<'s>, Failure> {
    let address: Address = typed.parse()?;
    let (tracked, target) = snapshot.resolve(&address).map_err(|error| why(snapshot, error))?;
    Ok(Found { tracked, target })
}

/// Why an address names nothing: a plan that cannot be read is there all the same.
fn why(snapshot: &Snapshot, error: AddressError) -> Failure {
    let AddressError::NoPlan { typed, .. } = &error else { return error.into() };
    match snapshot.unreadable_plan(typed) {
        Some((plan, flaw)) => Failure::Unreadable { plan: plan.to_string(), flaw: Box::new(flaw.clone()) },
        None => error.into(),
    }
}

impl Found<'_> {
    /// The whole address: the plan's id and the path.
    pub fn address(&self) -> String {
        let plan = self.tracked.plan();
        match self.target {
            Target::Plan => plan.id.clone(),
            Target::Section(section) => format!("{}:{}", plan.id, section_labels(plan)[section]),
            Target::Task(place) => format!("{}:{}", plan.id, paths(plan, self.tracked.outline())[place]),
        }
    }

    /// Whether a place of the plan lies in what was named.
    pub fn holds(&self, place: Place) -> bool {
        let outline = self.tracked.outline();
        match self.target {
            Target::Plan => true,
            Target::Section(section) => outline.nodes()[place].section as usize == section,
            Target::Task(above) => outline.subtree(above).contains(&place),
        }
    }

    /// The task that was named.
    ///
    /// # Errors
    /// When it is a plan, a section or a group.
    pub fn task(&self, lang: Lang) -> Result<Place, Failure> {
        match self.target {
            Target::Task(place) if !self.tracked.outline().is_group(place) => Ok(place),
            _ => Err(Failure::Said(command::not_one_task(lang, &self.address()))),
        }
    }
}
