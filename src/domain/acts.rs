//! Acts across journals: which one an undo or a redo means, and whether somebody stands in its way.

use std::collections::HashSet;

use serde_json::Value;

use super::edit::{Edit, Edits};
use super::event::{Act, Event, EventId};
use super::settings::AsOf;
use super::standing;
use super::task::TaskId;

/// The lines of several journals, each with the name of its journal: a plan's id, or `units`.
#[derive(Debug)]
pub struct Acts<'a> {
    lines: Vec<(&'a str, &'a Event)>,
    undone: HashSet<EventId>,
}

/// Why there is nothing to take back, or why it may not be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UndoError {
    /// The person has done nothing that still stands.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// The person's last act was no undo.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// No line has this id.
    #[error("no act has the id {0}")]
    NoAct(EventId),
    /// It was taken back already.
    #[error("the act {0} is taken back already")]
    AlreadyUndone(EventId),
    /// Somebody changed the same thing since.
    #[error("{by} has changed the same since")]
    ChangedSince {
        /// Who.
        by: String,
        /// With which line.
        id: EventId,
    },
}

impl<'a> Acts<'a> {
    /// Gathers journals; their lines may come in any order, and more than once.
    #[must_use]
    pub fn of(journals: impl IntoIterator<Item = (&'a str, &'a [Event])>) -> Self {
        let lines = in_order(journals);
        let undone = undone(&lines, None);
        Self { lines, undone }
    }

    /// The same as it stood on a day: later lines are left out, and what was taken back later still stands.
    #[must_use]
    pub fn as_of(journals: impl IntoIterator<Item = (&'a str, &'a [Event])>, as_of: &AsOf<'_>) -> Self {
        let mut lines = in_order(journals);
        let undone = standing::undone(lines.iter().map(|(_, event)| *event), as_of);
        lines.retain(|(_, event)| as_of.has_come(event));
        Self { lines, undone }
    }

    /// All lines, the oldest first.
    #[must_use]
    pub fn lines(&self) -> &[(&'a str, &'a Event)] {
        &self.lines
    }

    /// Whether an act was taken back.
    #[must_use]
    pub fn is_undone(&self, act: EventId) -> bool {
        self.undone.contains(&act)
    }

    /// The acts that would be taken back if one more were.
    #[must_use]
    pub fn with_undo(&self, act: EventId) -> HashSet<EventId> {
        undone(&self.lines, Some(act))
    }

    /// The journals in which an act stands: all of its own, or those that an undo did not come to because it was
    /// interrupted.
    #[must_use]
    pub fn stands_in(&self, act: EventId) -> Vec<&'a str> {
        let is_undo_of_it = |event: &Event| matches!(event.act, Act::Undo(target) if target == act);
        let undos =
            self.lines.iter().filter(|(_, event)| is_undo_of_it(event) && !self.is_undone(event.act_id()));
        let taken_back: Vec<&str> = undos.map(|(journal, _)| *journal).collect();
        let mut journals: Vec<&str> = Vec::new();
        for (journal, _) in self.of_act(act) {
            if !taken_back.contains(&journal) && !journals.contains(&journal) {
                journals.push(journal);
            }
        }
        journals
    }

    fn stands_somewhere(&self, act: EventId) -> bool {
        !self.is_undone(act) || !self.stands_in(act).is_empty()
    }

    /// The same, of one journal alone.
    #[must_use]
    pub fn in_journal(&self, journal: &str) -> Self {
        let lines: Vec<_> = self.lines.iter().copied().filter(|(name, _)| *name == journal).collect();
        let undone = undone(&lines, None);
        Self { lines, undone }
    }

    /// The lines of an act.
    pub fn of_act(&self, act: EventId) -> impl Iterator<Item = (&'a str, &'a Event)> + '_ {
        self.lines.iter().copied().filter(move |(_, event)| event.act_id() == act)
    }

    /// The last act of a person that still stands, undos apart.
    ///
    /// # Errors
    /// When there is none.
    pub fn last_of(&self, by: &str) -> Result<EventId, UndoError> {
        let mine = self.lines.iter().rev().map(|(_, event)| event).filter(|event| event.by == by);
        let mut standing =
            mine.filter(|event| !matches!(event.act, Act::Undo(_)) && self.stands_somewhere(event.act_id()));
        standing.next().map(|event| event.act_id()).ok_or(UndoError::NothingToUndo)
    }

    /// The undo that a redo takes back: the person's last one that stands, unless she did something else since.
    ///
    /// # Errors
    /// When there is none.
    pub fn last_undo_of(&self, by: &str) -> Result<EventId, UndoError> {
        for (_, event) in self.lines.iter().rev().filter(|(_, event)| event.by == by) {
            let Act::Undo(target) = event.act else { return Err(UndoError::NothingToRedo) };
            if self.stands_somewhere(event.act_id()) && !self.is_undo(target) {
                return Ok(event.act_id());
            }
        }
        Err(UndoError::NothingToRedo)
    }

    fn is_undo(&self, act: EventId) -> bool {
        self.of_act(act).any(|(_, event)| matches!(event.act, Act::Undo(_)))
    }

    /// Whether an act may be taken back.
    ///
    /// # Errors
    /// When there is no such act, when it is taken back already, or when somebody else changed the same thing since.
    pub fn may_undo(&self, act: EventId, by: &str) -> Result<(), UndoError> {
        let lines: Vec<(&str, &Event)> = self.of_act(act).collect();
        let Some((_, last)) = lines.last() else { return Err(UndoError::NoAct(act)) };
        if !self.stands_somewhere(act) {
            return Err(UndoError::AlreadyUndone(act));
        }
        let since = self.lines.iter().filter(|(_, event)| event.id > last.id && event.by != by);
        let mut standing = since.filter(|(_, event)| !self.is_undone(event.act_id()));
        let in_the_way = standing.find(|(journal, later)| {
            lines.iter().any(|(name, line)| name == journal && touches(&line.act, &later.act))
        });
        in_the_way
            .map_or(Ok(()), |(_, later)| Err(UndoError::ChangedSince { by: later.by.clone(), id: later.id }))
    }
}

/// The lines of journals by their ids; a union merge may have left one twice.
fn in_order<'a>(journals: impl IntoIterator<Item = (&'a str, &'a [Event])>) -> Vec<(&'a str, &'a Event)> {
    let named = |(name, events): (&'a str, &'a [Event])| events.iter().map(move |event| (name, event));
    let mut lines: Vec<(&str, &Event)> = journals.into_iter().flat_map(named).collect();
    lines.sort_by(|(_, one), (_, other)| one.order(other));
    lines.dedup_by(|one, other| one == other);
    lines
}

/// The acts that are taken back, where the last undo of all may be one that is not written yet.
fn undone(lines: &[(&str, &Event)], last: Option<EventId>) -> HashSet<EventId> {
    let mut undone: HashSet<EventId> = last.into_iter().collect();
    for (_, event) in lines.iter().rev() {
        if let Act::Undo(target) = event.act
            && !undone.contains(&event.act_id())
        {
            undone.insert(target);
        }
    }
    undone
}

/// Whether a later line changes what an earlier one of the same journal did, or speaks of what would be gone.
fn touches(earlier: &Act, later: &Act) -> bool {
    match (earlier, later) {
        // What is only added takes nothing away, and nothing takes it away.
        (Act::Update(one), Act::Update(other)) if one.is_remark() || other.is_remark() => false,
        (Act::Update(one), Act::Update(other)) => {
            let same_unit = one.unit.is_none() || other.unit.is_none() || one.unit == other.unit;
            one.task == other.task && overlap(one.period.as_ref(), other.period.as_ref()) && same_unit
        }
        (Act::Extend(one), Act::Extend(other)) => {
            one.task == other.task && overlap(one.period.as_ref(), other.period.as_ref())
        }
        (Act::Edit(one), Act::Edit(other)) => {
            let other = other.places();
            one.places().iter().any(|one| other.iter().any(|other| within(one, other)))
        }
        (Act::Edit(edits), Act::Update(update)) => bring(edits, std::slice::from_ref(&update.task)),
        (Act::Edit(edits), Act::Extend(extension)) => bring(edits, std::slice::from_ref(&extension.task)),
        (Act::Edit(edits), Act::Remind(reminder)) => bring(edits, &reminder.tasks),
        _ => false,
    }
}

/// Whether edits brought one of the tasks in; those that cannot be read may have.
fn bring(edits: &Edits, tasks: &[TaskId]) -> bool {
    let bring = |edits: Vec<Edit>| edits.iter().any(|edit| tasks.iter().any(|task| brings(edit, task)));
    edits.read().map_or(true, bring)
}

/// Whether an edit brought a task in, alone or in what holds it, so that it would be gone without the edit.
fn brings(edit: &Edit, task: &TaskId) -> bool {
    edit.old.is_none() && edit.new.as_ref().is_some_and(|new| holds(new, task))
}

fn holds(value: &Value, task: &TaskId) -> bool {
    match value {
        Value::Object(fields) => {
            fields.get("id").and_then(Value::as_str) == Some(task.as_str())
                || fields.values().any(|v| holds(v, task))
        }
        Value::Array(items) => items.iter().any(|item| holds(item, task)),
        _ => false,
    }
}

fn overlap<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// Whether one place is the other or lies in it.
fn within(one: &str, other: &str) -> bool {
    let inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    inside(one, other) || inside(other, one)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A journal from words: "lan done a", "minh undo 0" (the line of that number), one line each.
    fn journal(lines: &[&str]) -> Vec<Event> {
        let mut events: Vec<Event> = Vec::new();
        for (number, line) in (1u64..).zip(lines) {
            let words: Vec<&str> = line.split(' ').collect();
            let id = EventId::from_parts(number, 0);
            let mut json = json!({"id": id, "at": "2022-03-10T08:15:00+07:00", "by": words[0]});
            match words[1] {
                "undo" => json["undoes"] = json!(events[words[2].parse::<usize>().unwrap()].act_id()),
                "note" => {
                    json["task"] = json!(words[2]);
                    json["note"] = json!("gọi điện");
                }
                status => {
                    json["task"] = json!(words[2]);
                    json["status"] = json!(status);
                }
            }
            events.push(serde_json::from_value(json).unwrap());
        }
        events
    }

    fn check<T: PartialEq + std::fmt::Debug>(lines: &[&str], ask: impl Fn(&Acts<'_>) -> T, expected: &T) {
        let events = journal(lines);
        assert_eq!(ask(&Acts::of([("p", events.as_slice())])), *expected, "{lines:?}");
    }

    fn line(number: u64) -> EventId {
        EventId::from_parts(number + 1, 0)
    }

    #[test]
    fn undo_walks_back_through_my_own_acts() {
        let last = |acts: &Acts<'_>| acts.last_of("lan");
        check(&["lan done a", "minh done b"], last, &Ok(line(0)));
        check(&["lan done a", "lan done b", "lan undo 1"], last, &Ok(line(0)));
        check(&["lan done a", "lan undo 0"], last, &Err(UndoError::NothingToUndo));
        check(&["lan done a", "lan undo 0", "lan undo 1"], last, &Ok(line(0)));
    }

    #[test]
    fn redo_undoes_the_undos_in_turn() {
        let redo = |acts: &Acts<'_>| acts.last_undo_of("lan");
        check(&["lan done a"], redo, &Err(UndoError::NothingToRedo));
        check(&["lan done a", "lan done b", "lan undo 1", "lan undo 0"], redo, &Ok(line(3)));
        check(&["lan done a", "lan done b", "lan undo 1", "lan undo 0", "lan undo 3"], redo, &Ok(line(2)));
        check(&["lan done a", "lan undo 0", "lan done b"], redo, &Err(UndoError::NothingToRedo));
    }

    #[test]
    fn what_somebody_changed_since_is_not_taken_back() {
        let may = |acts: &Acts<'_>| acts.may_undo(line(0), "lan");
        let minh = UndoError::ChangedSince { by: "minh".into(), id: line(1) };
        check(&["lan done a", "minh doing a"], may, &Err(minh));
        check(&["lan done a", "minh doing b"], may, &Ok(()));
        check(&["lan done a", "minh note a"], may, &Ok(()));
        check(&["lan note a", "minh done a"], may, &Ok(()));
        check(&["lan done a", "minh doing a", "minh undo 1"], may, &Ok(()));
        check(&["lan done a", "lan undo 0"], may, &Err(UndoError::AlreadyUndone(line(0))));
        check(&[], may, &Err(UndoError::NoAct(line(0))));
    }
}
