//! What is done to tasks: from a key and what is typed to the changes that are asked for.

use std::collections::HashSet;

use super::act::status_after;
use super::prompt;
use crate::domain::{Change, Extension, PeriodStanding, Place, Status, TrackedPlan, Update, When};
use crate::locale::{Lang, screen as words, status};
use crate::text::one_line;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::Job;
use crate::tui::state::layer::{Ask, Layer, Prompt, Question, Subject};
use crate::tui::state::notice::{Awaited, Back};
use crate::tui::state::row::RowId;
use crate::tui::state::{Access, Pane, State, checklist};
use crate::workspace::Snapshot;

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// It stands so now.
    Status(Status),
    /// Done, as this document shows.
    Done {
        /// The document's number.
        evidence: Option<String>,
    },
    /// Something is to be remembered.
    Note(String),
    /// So far, in hundredths.
    Percent(u8),
    /// The deadline moves.
    Extend {
        /// To this time.
        to: When,
        /// The document that grants it.
        evidence: Option<String>,
    },
}

/// What the next act is for: the marked tasks, else the unit or the task under the cursor.
///
/// # Errors
/// Why there is nothing to act on.
pub fn subject(state: &State, snapshot: &Snapshot) -> Result<Subject, &'static str> {
    if state.access == Access::ReadOnly {
        return Err(words::read_only(state.lang));
    }
    if !state.marked.is_empty() && state.focus != Pane::Detail {
        return Ok(Subject { rows: state.marked.iter().cloned().collect(), unit: None });
    }
    let Some(row) = state.list.cursor.clone().filter(|_| state.task(snapshot).is_some()) else {
        return Err(words::no_task_here(state.lang));
    };
    let unit = if state.focus == Pane::Detail { checklist::unit(state, snapshot) } else { None };
    Ok(Subject { rows: vec![row], unit })
}

/// Opens the line that asks for what an act needs; refuses where the act means nothing.
pub fn ask(state: &mut State, ask: Ask, snapshot: &Snapshot) {
    let subject = match subject(state, snapshot) {
        Ok(subject) => subject,
        Err(reason) => return state.notices.refuse(reason),
    };
    if ask == Ask::Evidence && changes(&subject, &Deed::Done { evidence: None }, snapshot).is_empty() {
        return state.notices.refuse(words::already_done(state.lang));
    }
    if matches!(ask, Ask::Extension | Ask::Percent) && subject.unit.is_some() {
        return state.notices.refuse(words::not_for_a_unit(state.lang));
    }
    state.layer = Some(Layer::Prompt(Prompt { ask, subject, field: Field::default() }));
}

/// Moves what is under the cursor on to its next status.
pub fn next_status(state: &mut State, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    match subject(state, snapshot) {
        Ok(subject) => {
            let status = status_after(&next_from(state, &subject, snapshot));
            carry_out(state, (&subject, &Deed::Status(status)), None, snapshot)
        }
        Err(reason) => {
            state.notices.refuse(reason);
            Vec::new()
        }
    }
}

/// The status that one key goes on from: that of the task under the cursor where it is meant and open, else of the
/// first that is. Several tasks are set to one status, not each to its own next one.
fn next_from(state: &State, subject: &Subject, snapshot: &Snapshot) -> Status {
    let leaves = leaves(subject, snapshot);
    let status = |(plan, place): &(&TrackedPlan, Place)| {
        let periods = plan.periods(*place, &snapshot.as_of());
        checklist::acted_on(&periods).map_or(Status::Todo, |period| share(subject, period))
    };
    let under_cursor = state.task(snapshot).map(|(plan, place)| (&plan.plan().id, place));
    let is_cursor = |(plan, place): &&(&TrackedPlan, Place)| Some((&plan.plan().id, *place)) == under_cursor;
    let cursor = leaves.iter().find(is_cursor).map(status);
    if let Some(held) = cursor.filter(|held| leaves.len() == 1 || !held.is_closed()) {
        return held;
    }
    let mut open = leaves.iter().map(status).filter(|held| !held.is_closed());
    open.next().or_else(|| leaves.first().map(status)).unwrap_or(Status::Todo)
}

/// How the part of a period stands that is acted on: a unit's share, else the whole.
fn share(subject: &Subject, period: &PeriodStanding) -> Status {
    match &subject.unit {
        None => period.status.clone(),
        Some(unit) => checklist::status(period, unit),
    }
}

/// Asks the workspace for a deed; one for several tasks at once is asked about first. `typed` is kept until it is
/// safe.
pub fn carry_out(
    state: &mut State,
    (subject, deed): (&Subject, &Deed),
    typed: Option<Prompt>,
    snapshot: &Snapshot,
) -> Vec<Effect<Job>> {
    let changes = changes(subject, deed, snapshot);
    if changes.is_empty() {
        state.notices.refuse(words::nothing_to_change(state.lang));
        return Vec::new();
    }
    let said = said(state.lang, subject, deed, (&changes, snapshot));
    if changes.len() > 1 {
        let text = question(state.lang, deed, changes.len());
        state.layer = Some(Layer::Confirm(Question { text, changes, said, typed }));
        return Vec::new();
    }
    state.marked.clear();
    prompt::commit(state, changes, Awaited { said, back: Back::Undo, typed })
}

fn question(lang: Lang, deed: &Deed, count: usize) -> String {
    match deed {
        Deed::Status(held) => words::ask_status(lang, count, &status::name(lang, held).to_lowercase()),
        Deed::Done { .. } => {
            words::ask_status(lang, count, &status::name(lang, &Status::Done).to_lowercase())
        }
        _ => words::ask_group(lang, count),
    }
}

/// The changes that a deed comes to: one for each task that it concerns.
#[must_use]
pub fn changes(subject: &Subject, deed: &Deed, snapshot: &Snapshot) -> Vec<Change> {
    let leaves = leaves(subject, snapshot);
    let changes = leaves.iter().map(|(plan, leaf)| change(plan, *leaf, (subject, deed), snapshot));
    changes.flatten().collect()
}

/// The tasks that are meant, each once: of a group, those under it.
fn leaves<'s>(subject: &Subject, snapshot: &'s Snapshot) -> Vec<(&'s TrackedPlan, Place)> {
    let mut seen: HashSet<(&str, Place)> = HashSet::new();
    let mut found = Vec::new();
    for row in &subject.rows {
        let Some((plan, place)) = stands(row, snapshot) else { continue };
        for leaf in plan.outline().subtree(place).filter(|place| !plan.outline().is_group(*place)) {
            if seen.insert((plan.plan().id.as_str(), leaf)) {
                found.push((plan, leaf));
            }
        }
    }
    found
}

fn stands<'s>(row: &RowId, snapshot: &'s Snapshot) -> Option<(&'s TrackedPlan, Place)> {
    let row = row.locate(snapshot)?;
    Some((snapshot.plans.get(row.plan as usize)?, row.place? as usize))
}

/// The change of one task; `None` where there is nothing to change.
fn change(
    plan: &TrackedPlan,
    place: Place,
    (subject, deed): (&Subject, &Deed),
    snapshot: &Snapshot,
) -> Option<Change> {
    let periods = plan.periods(place, &snapshot.as_of());
    let period = checklist::acted_on(&periods)?;
    let key = period.key.clone();
    let task = plan.task(place).id.clone();
    let plan_id = plan.plan().id.clone();
    let was = share(subject, period);
    let several = subject.rows.len() > 1 || plan.outline().subtree(place).len() > 1;
    let update =
        Update { task: task.clone(), period: key.clone(), unit: subject.unit.clone(), ..Update::default() };
    let update = match deed {
        Deed::Status(next) if *next == was || several && was.is_closed() => return None,
        Deed::Status(next) => Update { status: Some(next.clone()), ..update },
        Deed::Done { .. } if was.is_closed() => return None,
        Deed::Done { evidence } => {
            Update { status: Some(Status::Done), evidence: evidence.clone(), ..update }
        }
        Deed::Note(note) => Update { note: Some(note.clone()), ..update },
        Deed::Percent(percent) => Update { percent: Some(*percent), ..update },
        Deed::Extend { to, evidence } => {
            let extension = Extension { task, period: key, to: *to, evidence: evidence.clone(), note: None };
            return Some(Change::Extend { plan: plan_id, extension });
        }
    };
    Some(Change::Update { plan: plan_id, update })
}

/// The task that a change is of.
fn changed<'s>(change: &Change, snapshot: &'s Snapshot) -> Option<(&'s TrackedPlan, Place)> {
    let (plan, task) = match change {
        Change::Update { plan, update } => (plan, &update.task),
        Change::Extend { plan, extension } => (plan, &extension.task),
        _ => return None,
    };
    let plan = snapshot.plan(plan)?;
    Some((plan, plan.find(task)?))
}

/// What is said once a deed is safe.
fn said(lang: Lang, subject: &Subject, deed: &Deed, (changes, snapshot): (&[Change], &Snapshot)) -> String {
    let only = if let [change] = changes { changed(change, snapshot) } else { None };
    let what = match (changes, only) {
        (_, Some((plan, place))) => {
            let task = plan.task(place);
            one_line(&format!("{} {}", task.number, task.title)).trim().to_owned()
        }
        (changes, _) => words::several_tasks(lang, changes.len()),
    };
    let what = subject.unit.as_ref().map_or(what.clone(), |unit| format!("{} · {what}", one_line(unit)));
    let done = match (deed, changes.first()) {
        (Deed::Status(_) | Deed::Done { .. }, Some(Change::Update { update, .. })) => {
            update.status.as_ref().map_or("", |held| status::name(lang, held)).to_owned()
        }
        (Deed::Percent(percent), _) => format!("{percent}%"),
        (Deed::Extend { .. }, _) => words::extended(lang).to_owned(),
        _ => words::noted(lang).to_owned(),
    };
    words::said(lang, &done, &what)
}
