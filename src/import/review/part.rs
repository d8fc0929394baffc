//! One task parted into two, where a sentence or a line of its wording ends.

use super::became::Became;
use super::sheet::{Note, Sheet};
use super::step::Refusal;
use super::timeline;
use crate::domain::{Entry, Task, TaskId};
use crate::import::outline::Item;
use crate::import::trace::Traced;
use crate::import::{Doubt, Finding, Spot};

/// The bytes of a wording at which a second task may begin: behind a line's end, a semicolon, a sentence.
#[must_use]
pub fn places(wording: &str) -> Vec<usize> {
    let mut places = Vec::new();
    for (at, sign) in wording.char_indices().filter(|(_, sign)| matches!(sign, '\n' | ';' | '.')) {
        let behind = &wording[at + sign.len_utf8()..];
        let words = behind.trim_start();
        let ends = sign != '.' || (behind.len() > words.len() && words.starts_with(char::is_uppercase));
        let place = wording.len() - words.len();
        if ends && words.chars().any(char::is_alphanumeric) && places.last() != Some(&place) {
            places.push(place);
        }
    }
    places.retain(|place| wording[..*place].chars().any(char::is_alphanumeric));
    places
}

impl Sheet {
    /// Parts a task. Each part is owed as its own words say; where these say nothing, as the whole was. A time of the whole
    /// that neither says stays with the first, unless only the second says none; a part without any is asked about.
    pub(super) fn part(&mut self, id: &TaskId, at: usize) -> Result<(), Refusal> {
        let whole = self.plan.task(id).ok_or(Refusal::Gone)?.clone();
        let wording = whole.wording();
        if !places(wording).contains(&at) {
            return Err(Refusal::NoPlace);
        }
        let texts = [&wording[..at], &wording[at..]];
        let items = texts.map(|text| Item {
            paragraphs: text.lines().map(|line| Traced::certain(line.trim().to_owned(), (0, 0))).collect(),
            ..Item::default()
        });
        let mut made = self.make(|maker| maker.tasks(&items)).into_iter().map(|task| part_of(&whole, task));
        let (Some(mut first), Some(mut second)) = (made.next(), made.next()) else {
            return Err(Refusal::NoPlace);
        };
        share_times(&whole, &mut first, &mut second);
        let parts =
            [(id.clone(), first.timeline.is_empty()), (second.id.clone(), second.timeline.is_empty())];
        let place = self.edited().task_mut(id).ok_or(Refusal::Gone)?;
        *place = Task { id: whole.id.clone(), number: whole.number.clone(), ..first };
        let part = second.id.clone();
        self.edited().put_behind(id, Task { tasks: whole.tasks, ..second })?;
        if self.unsure.contains(&Spot::Task(id.clone())) {
            self.unsure.insert(Spot::Task(part.clone()));
        }
        self.became.push(Became::Parted { whole: id.clone(), part });
        self.checked.remove(&Spot::Task(whole.id));
        let due = timeline::written(&whole.timeline);
        for (id, _) in parts.into_iter().filter(|(_, is_untimed)| *is_untimed && !due.is_empty()) {
            let finding = Finding { lines: None, doubt: Doubt::Untimed { whole: due.clone() } };
            self.notes.push(Note { spot: Spot::Task(id), finding });
        }
        Ok(())
    }
}

/// A part with what it has from the whole, but for the times that its words do not say.
fn part_of(whole: &Task, part: Task) -> Task {
    let labelled = whole.assignments.iter().any(|assignment| assignment.label.is_some());
    let assignments =
        if labelled || part.assignments.is_empty() { whole.assignments.clone() } else { part.assignments };
    Task {
        assignments,
        timeline: kept(whole, part.timeline),
        deliverable: whole.deliverable.clone(),
        funding: whole.funding.clone(),
        reports_to: whole.reports_to.clone(),
        lines: whole.lines,
        ..part
    }
}

/// Gives the times that neither part says to the first, or to the second where only that says none.
fn share_times(whole: &Task, first: &mut Task, second: &mut Task) {
    let is_said =
        |entry: &&Entry| first.timeline.iter().chain(&second.timeline).any(|said| said.when == entry.when);
    let left: Vec<Entry> = whole.timeline.iter().filter(|entry| !is_said(entry)).cloned().collect();
    let only_second = second.timeline.is_empty() && !first.timeline.is_empty();
    (if only_second { second } else { first }).timeline.extend(left);
}

/// The times of a part, each with the id that it had in the whole.
fn kept(whole: &Task, timeline: Vec<Entry>) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::with_capacity(timeline.len());
    for entry in timeline {
        let same = whole.timeline.iter().find(|held| held.when == entry.when && held.text == entry.text);
        let taken: Vec<Entry> = whole.timeline.iter().chain(&kept).cloned().collect();
        let id = same.map_or_else(|| Entry::free_id(&taken), |held| held.id.clone());
        kept.push(Entry { id, ..entry });
    }
    kept
}
