//! What is done to tasks: from a key and what is typed to the changes that are asked for.

use std::collections::HashSet;

use super::act::status_after;
use super::prompt;
use crate::domain::{Change, Extension, Place, Status, TaskId, TrackedPlan, Update, When};
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
    /// The status after this.
    Next,
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
        Ok(subject) => carry_out(state, (&subject, &Deed::Next), None, snapshot),
        Err(reason) => {
            state.notices.refuse(reason);
            Vec::new()
        }
    }
}

/// Asks the workspace for a deed; one for several tasks at once is asked about first, unless they were marked one by
/// one. `typed` is kept until it is safe.
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
    let is_group = subject.rows.len() == 1 && changes.len() > 1;
    if is_group {
        let text = words::ask_group(state.lang, changes.len());
        state.layer = Some(Layer::Confirm(Question { text, changes, said }));
        return Vec::new();
    }
    state.marked.clear();
    prompt::commit(state, changes, Awaited { said, back: Back::Undo, typed })
}

/// The changes that a deed comes to: one for each task that it concerns.
#[must_use]
pub fn changes(subject: &Subject, deed: &Deed, snapshot: &Snapshot) -> Vec<Change> {
    let mut seen: HashSet<(String, TaskId)> = HashSet::new();
    let mut found = Vec::new();
    for row in &subject.rows {
        let Some((plan, place)) = stands(row, snapshot) else { continue };
        for leaf in plan.outline().subtree(place).filter(|place| !plan.outline().is_group(*place)) {
            let key = (plan.plan().id.clone(), plan.task(leaf).id.clone());
            if seen.insert(key) {
                found.extend(change(plan, leaf, (subject, deed), snapshot));
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
    let was = match &subject.unit {
        None => period.status.clone(),
        Some(unit) => checklist::status(period, unit),
    };
    let several = subject.rows.len() > 1 || plan.outline().subtree(place).len() > 1;
    let update =
        Update { task: task.clone(), period: key.clone(), unit: subject.unit.clone(), ..Update::default() };
    let update = match deed {
        Deed::Next if several && was.is_closed() => return None,
        Deed::Next => Update { status: Some(status_after(&was)), ..update },
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

/// What is said once a deed is safe.
fn said(lang: Lang, subject: &Subject, deed: &Deed, (changes, snapshot): (&[Change], &Snapshot)) -> String {
    let what = match (changes, subject.rows.first().and_then(|row| stands(row, snapshot))) {
        ([_], Some((plan, place))) => {
            let task = plan.task(place);
            one_line(&format!("{} {}", task.number, task.title)).trim().to_owned()
        }
        (changes, _) => words::several_tasks(lang, changes.len()),
    };
    let what = subject.unit.as_ref().map_or(what.clone(), |unit| format!("{} · {what}", one_line(unit)));
    let done = match (deed, changes.first()) {
        (Deed::Next | Deed::Done { .. }, Some(Change::Update { update, .. })) => {
            update.status.as_ref().map_or("", |held| status::name(lang, held)).to_owned()
        }
        (Deed::Percent(percent), _) => format!("{percent}%"),
        (Deed::Extend { .. }, _) => words::extended(lang).to_owned(),
        _ => words::noted(lang).to_owned(),
    };
    words::said(lang, &done, &what)
}
