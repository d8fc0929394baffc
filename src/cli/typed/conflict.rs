//! Conflicts as they are typed: by the name that the list gives them, by their file, or by an address.

use super::place::Found;
use crate::cli::failure::Failure;
use crate::domain::document::{Place, Thing};
use crate::domain::{Address, AddressError, Plan, Target};
use crate::locale::{Lang, git as words};
use crate::workspace::Snapshot;
use crate::workspace::git::Conflict;

/// The conflicts that were typed; all where nothing was.
///
/// # Errors
/// When one is none of them, or could be in several plans.
pub fn conflicts(
    snapshot: &Snapshot,
    all: Vec<Conflict>,
    typed: &[String],
    lang: Lang,
) -> Result<Vec<Conflict>, Failure> {
    if typed.is_empty() {
        return Ok(all);
    }
    let mut chosen = Vec::new();
    for typed in typed {
        let found = found(snapshot, &all, typed)?;
        let fits = |conflict: &&Conflict| {
            is_named(conflict, typed) || found.as_ref().is_some_and(|found| is_in(conflict, found))
        };
        let before = chosen.len();
        chosen.extend(all.iter().filter(fits).map(Conflict::name));
        if chosen.len() == before {
            return Err(Failure::Said(words::no_such_conflict(lang, typed)));
        }
    }
    Ok(all.into_iter().filter(|conflict| chosen.contains(&conflict.name())).collect())
}

/// Whether the name in the list is what was typed, or begins so.
fn is_named(conflict: &Conflict, typed: &str) -> bool {
    let name = conflict.name();
    let rest = name.strip_prefix(typed);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])) || conflict.file == typed
}

/// What was typed as an address, among the plans in conflict: the plan by the way that every command takes it, and a
/// place of the list, or of the plan.
struct Typed<'s> {
    plan: &'s str,
    /// The beginning of a place of the list.
    begins: Option<String>,
    /// The section or task, where it is one.
    within: Option<Found<'s>>,
}

fn found<'s>(snapshot: &'s Snapshot, all: &[Conflict], typed: &str) -> Result<Option<Typed<'s>>, Failure> {
    let Ok(address) = typed.parse::<Address>() else { return Ok(None) };
    let is_in_conflict =
        |plan: &&Plan| all.iter().any(|conflict| conflict.plan().is_some_and(|id| id.as_str() == plan.id));
    let plans: Vec<&Plan> =
        snapshot.plans.iter().map(|tracked| tracked.plan()).filter(is_in_conflict).collect();
    let plan = match address.plan(plans.into_iter()) {
        Err(ambiguous @ AddressError::Ambiguous { .. }) => return Err(ambiguous.into()),
        Err(_) => return Ok(None),
        Ok(plan) => &plan.id,
    };
    let Some(tracked) = snapshot.plan(plan) else { return Ok(None) };
    let target = address.target(tracked.plan(), tracked.outline()).ok();
    let within = target.map(|target| Found { tracked, target });
    Ok(Some(Typed { plan, begins: address.place, within }))
}

fn is_in(conflict: &Conflict, typed: &Typed<'_>) -> bool {
    if conflict.plan().is_none_or(|plan| plan.as_str() != typed.plan) {
        return false;
    }
    let begins = typed.begins.as_ref().is_some_and(|begins| {
        let rest = conflict.at.strip_prefix(begins.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    begins || typed.within.as_ref().is_some_and(|found| is_within(conflict, found))
}

fn is_within(conflict: &Conflict, found: &Found<'_>) -> bool {
    match (Place::from(conflict.at.as_str()).thing, found.target) {
        (_, Target::Plan) => true,
        (Thing::Task(id) | Thing::Entry { task: id, .. }, _) => {
            found.tracked.find(&id.as_str().into()).is_some_and(|place| found.holds(place))
        }
        (Thing::Section(id), Target::Section(section)) => found.tracked.plan().sections[section].id == id,
        _ => false,
    }
}
