//! What an act was, from its lines in the journals.

use crate::domain::{Act, Event, Extension, Status, Update};
use crate::text::one_line;
use crate::tui::state::deed::{Deed, Former, Object};
use crate::workspace::Snapshot;

/// What an act was; of a change of a plan or the directory nothing else is told. `None` where this program does not know
/// its lines.
pub fn former(lines: &[(String, Event)], snapshot: &Snapshot) -> Option<Former> {
    let edited = lines.iter().filter(|(_, event)| matches!(event.act, Act::Edit(_)));
    if let Some(plan) = edited.clone().find_map(|(_, event)| imported(event)) {
        return Some(Former::Import(plan));
    }
    if let Some((journal, _)) = edited.clone().next() {
        return Some(Former::Edit(journal.clone()));
    }
    let (journal, event) = lines.first()?;
    if let Act::Remind(reminder) = &event.act {
        return Some(Former::Reminder(one_line(&reminder.unit).into_owned()));
    }
    let object = if lines.len() == 1 { one(journal, event, snapshot) } else { None };
    Some(Former::Deed(deed(&event.act)?, object.unwrap_or(Object::Tasks(lines.len()))))
}

/// The number of a plan that came in with a line, or its id.
fn imported(event: &Event) -> Option<String> {
    let Act::Edit(edits) = &event.act else { return None };
    let edits = edits.read().ok()?;
    let plan = edits.into_iter().find(|edit| edit.at.is_empty() && edit.old.is_none())?.new?;
    let field = |name: &str| plan.get(name).and_then(serde_json::Value::as_str);
    field("number").or(field("id")).map(|name| one_line(name).into_owned())
}

fn deed(act: &Act) -> Option<Deed> {
    match act {
        Act::Update(Update { status: Some(status), percent, .. }) => Some(match percent {
            Some(percent) if *status == Status::Doing => Deed::Percent(*percent),
            _ => Deed::Status(status.clone()),
        }),
        Act::Update(Update { percent: Some(percent), .. }) => Some(Deed::Percent(*percent)),
        Act::Update(Update { note, .. }) => Some(Deed::Note(note.clone().unwrap_or_default())),
        Act::Extend(Extension { to, evidence, .. }) => {
            Some(Deed::Extend { to: *to, evidence: evidence.clone() })
        }
        Act::Remind(_) | Act::Edit(_) | Act::Undo(_) | Act::Unknown => None,
    }
}

/// The task that a line is about.
fn one(journal: &str, event: &Event, snapshot: &Snapshot) -> Option<Object> {
    let (task, unit) = match &event.act {
        Act::Update(update) => (&update.task, update.unit.as_deref()),
        Act::Extend(extension) => (&extension.task, None),
        _ => return None,
    };
    let plan = snapshot.plan(journal)?;
    Some(Object::task(plan.task(plan.find(task)?), unit))
}
