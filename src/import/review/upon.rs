//! A review of a new copy that goes on upon what others made of the plan since it was left.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::correct::written;
use super::former::Former;
use super::sheet::{Note, Sheet};
use super::{Review, row};
use crate::domain::{Plan, Task, TaskId};
use crate::import::again::{Unmerged, kept_followed, merged};
use crate::import::{Doubt, Field, Finding, Spot};
use crate::locale::Lang;

impl Review {
    /// The same review of the plan as it stands now. What the draft leaves out although people have followed it since
    /// comes back, and it is asked about, as is each field that was corrected both here and there; a step that is taken
    /// back loses none of it.
    ///
    /// # Errors
    /// When what others changed and what was corrected here do not go together.
    pub fn upon(self, now: &Plan, followed: &HashSet<TaskId>) -> Result<Self, Unmerged> {
        let since = self.sheet.former.as_ref().map_or_else(Vec::new, |former| since(&former.plan, now));
        let upon = |sheet: Sheet| sheet.upon(now, &since, followed);
        let past = self.past.into_iter().map(|(sheet, step)| Ok((upon(sheet)?, step)));
        Ok(Self { past: past.collect::<Result<_, Unmerged>>()?, sheet: upon(self.sheet)? })
    }
}

/// A field that others changed.
struct Since {
    spot: Spot,
    field: Field,
    was: String,
    now: String,
}

impl Sheet {
    fn upon(mut self, now: &Plan, since: &[Since], followed: &HashSet<TaskId>) -> Result<Self, Unmerged> {
        let Some(former) = self.former.take() else { return Ok(self) };
        let mut notes: Vec<Note> = since.iter().filter_map(|since| self.changed_by_both(since)).collect();
        let mut findings = Vec::new();
        if former.plan != *now {
            self.plan = Arc::new(merged(&former.plan, now, &self.plan, &mut findings)?);
        }
        findings.extend(kept_followed(Arc::make_mut(&mut self.plan), now, followed));
        notes.extend(
            findings.into_iter().map(|finding| Note { spot: row::of_finding(&finding, &[]), finding }),
        );
        for note in notes {
            self.checked.remove(&note.spot);
            self.notes.push(note);
        }
        self.former = Some(Arc::new(Former { plan: now.clone(), ..Former::clone(&former) }));
        Ok(self)
    }

    /// A field that others changed, where something else was made of it here: that has the word, but not unseen.
    fn changed_by_both(&self, since: &Since) -> Option<Note> {
        let Since { spot, field, was, now } = since;
        let own = self.written(spot, *field, Lang::Vi).filter(|own| own != was && own != now)?;
        let doubt = Doubt::ChangedByBoth { field: *field, own, theirs: now.clone() };
        Some(Note { spot: spot.clone(), finding: Finding { lines: None, doubt } })
    }
}

/// The fields that are other in a plan than they were.
fn since(was: &Plan, now: &Plan) -> Vec<Since> {
    let head = [&Field::HEAD[..], &Field::OPENING[..], &Field::CLOSING[..]].concat();
    let head = head.into_iter().map(|field| (Spot::Head(field), vec![field]));
    let named = |section: &crate::domain::Section| {
        (Spot::Section(section.id.clone()), vec![Field::Number, Field::Title])
    };
    let before: HashMap<&TaskId, &Task> = was.tasks().map(|task| (&task.id, task)).collect();
    let is_changed = |task: &&Task| before.get(&task.id).is_some_and(|before| before != task);
    let fields = [&[Field::Number, Field::Wording][..], &Field::TASK[..]].concat();
    let tasks = now.tasks().filter(is_changed).map(|task| (Spot::Task(task.id.clone()), fields.clone()));
    let spots = head.chain(now.sections.iter().map(named)).chain(tasks);
    let changed = |(spot, field): (Spot, Field)| {
        let [was, now] = [was, now].map(|plan| written(plan, &spot, field, Lang::Vi));
        let (was, now) = (was?, now?);
        (was != now).then_some(Since { spot, field, was, now })
    };
    spots
        .flat_map(|(spot, fields)| fields.into_iter().map(move |field| (spot.clone(), field)))
        .filter_map(changed)
        .collect()
}
