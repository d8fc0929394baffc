//! What is proposed about a finding: in words, and as a step where one carries it out.

use super::sheet::{Note, Sheet};
use super::step::Step;
use super::timeline;
use crate::domain::{Entry, Task, TaskId};
use crate::import::{Doubt, Field, Spot};
use crate::locale::{Lang, finding as words};
use crate::text::fold;

/// What is proposed about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// To accept it as it stands.
    Accept(Spot),
    /// To write a field, which only a person can.
    Write(Spot, Field),
    /// To have a field say this.
    Correct(Spot, Field, String),
    /// To join a task to the one above.
    Merge(TaskId),
    /// To take a task for a former one in other words.
    Same(TaskId, TaskId),
    /// To take it out of the draft.
    Drop(Spot),
    /// To make a section one that holds tasks.
    Kind,
}

impl Remedy {
    /// In words, a clause without a capital.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Accept(_) => words::accept(lang).to_owned(),
            Self::Write(_, field) => words::write(lang, &field.name(lang).to_lowercase()),
            Self::Correct(_, field, text) => words::correct(lang, &field.name(lang).to_lowercase(), text),
            Self::Merge(_) => words::merge(lang).to_owned(),
            Self::Same(..) => words::same(lang).to_owned(),
            Self::Drop(_) => words::drop(lang).to_owned(),
            Self::Kind => words::kind(lang).to_owned(),
        }
    }

    /// A short name for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Accept(_) => "accept",
            Self::Write(..) => "write",
            Self::Correct(..) => "correct",
            Self::Merge(_) => "merge",
            Self::Same(..) => "same",
            Self::Drop(_) => "drop",
            Self::Kind => "kind",
        }
    }

    /// The step that carries it out; `None` where a person must say more.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        match self {
            Self::Accept(spot) => Some(Step::Check(spot.clone())),
            Self::Correct(spot, field, text) => Some(Step::Correct(spot.clone(), *field, text.clone())),
            Self::Merge(id) => Some(Step::Merge(id.clone())),
            Self::Same(id, old) => Some(Step::Same(id.clone(), old.clone())),
            Self::Drop(spot) => Some(Step::Drop(spot.clone())),
            Self::Write(..) | Self::Kind => None,
        }
    }
}

impl Sheet {
    /// What is proposed about a finding, as the draft stands now.
    #[must_use]
    pub fn remedy(&self, note: &Note) -> Remedy {
        let spot = &note.spot;
        let own = |field| Remedy::Write(Spot::Head(field), field);
        let accepted = || Remedy::Accept(spot.clone());
        match &note.finding.doubt {
            Doubt::NoNumber => own(Field::Number),
            Doubt::Untimed { whole } => Remedy::Correct(spot.clone(), Field::Time, whole.clone()),
            Doubt::NoDay => own(Field::Issued),
            Doubt::NoTitle => own(Field::Title),
            Doubt::NoIssuer => own(Field::Issuer),
            Doubt::AssumedYear(_) => own(Field::Year),
            Doubt::NoSections | Doubt::NoTasks => Remedy::Kind,
            Doubt::RepeatedNumber(number) => self
                .next_number(number)
                .map_or_else(accepted, |next| Remedy::Correct(spot.clone(), Field::Number, next)),
            Doubt::NumberTwice { instead, .. } | Doubt::NumberSkipped { instead, .. } => instead
                .clone()
                .map_or_else(accepted, |number| Remedy::Correct(spot.clone(), Field::Number, number)),
            Doubt::UnreadTime(_) => Remedy::Write(spot.clone(), Field::Time),
            Doubt::DeadlineBeforeIssue(wording) => match self.a_year_on(spot, wording) {
                Some(text) => Remedy::Correct(spot.clone(), Field::Time, text),
                None => Remedy::Write(spot.clone(), Field::Time),
            },
            Doubt::SameWorkTwice(line) => self.joined(spot, *line).unwrap_or_else(accepted),
            Doubt::Guessed(_, Field::Time) if self.is_pending(spot) => {
                Remedy::Write(spot.clone(), Field::Time)
            }
            Doubt::ChangedByBoth { field, theirs, .. } => {
                Remedy::Correct(spot.clone(), *field, theirs.clone())
            }
            Doubt::PerhapsSame { task, old, .. } => Remedy::Same(task.clone(), old.clone()),
            Doubt::DoneOnce { .. } => Remedy::Drop(spot.clone()),
            Doubt::Guessed(..)
            | Doubt::NobodysTime(_)
            | Doubt::MergedItems
            | Doubt::Legacy(_)
            | Doubt::CarriedDown
            | Doubt::Misread { .. }
            | Doubt::UnreadTable(_)
            | Doubt::UnreadAppendix(_)
            | Doubt::GuessedLabels
            | Doubt::NoReading
            | Doubt::MovedByBoth(_)
            | Doubt::TakenAway(_)
            | Doubt::Dropped { .. }
            | Doubt::Parted { .. }
            | Doubt::PerhapsNew { .. }
            | Doubt::StillOpen { .. }
            | Doubt::GivenUp(_)
            | Doubt::KeptForOwn(_) => accepted(),
        }
    }

    /// Does what is proposed about each doubt of a kind that nobody has looked at; what a person must write herself, and
    /// what is out of date by then, stays.
    pub(super) fn remedy_all(&mut self, code: &str) {
        let asked = |note: &&Note| note.finding.doubt.code() == code && !self.checked.contains(&note.spot);
        let notes: Vec<Note> = self.notes.iter().filter(asked).cloned().collect();
        for note in notes {
            if !self.is_there(&note.spot) {
                continue;
            }
            let mut next = self.clone();
            let step = self.remedy(&note).step();
            if step.is_some_and(|step| next.apply(&step).is_ok()) {
                next.leave_others(&note);
                *self = next;
            }
        }
    }

    /// Who remedies many has seen this doubt alone: where something else is doubtful, too, that is to be looked at still.
    fn leave_others(&mut self, remedied: &Note) {
        if self.notes_on(&remedied.spot).any(|note| note != remedied) {
            self.notes.retain(|note| note != remedied);
            self.checked.remove(&remedied.spot);
        }
    }

    fn is_there(&self, spot: &Spot) -> bool {
        self.task(spot).is_some() || !matches!(spot, Spot::Task(_))
    }

    /// The number behind one that stands twice; `None` where a section has it already.
    fn next_number(&self, number: &str) -> Option<String> {
        let next = following(number)?;
        let is_free = self.plan.sections.iter().all(|section| section.number != next);
        is_free.then_some(next)
    }

    /// The times of a task with one of them a year later, where that lies in the plan's term and not before its issue.
    fn a_year_on(&self, spot: &Spot, wording: &str) -> Option<String> {
        let task = self.task(spot)?;
        let mut timeline = task.timeline.clone();
        let entry = timeline.iter_mut().find(|entry| entry.text == wording)?;
        let later = entry.when.moved(1)?;
        let day = |entry: &Entry| entry.when.occurrences(self.plan.term(), false).first()?.last;
        let year = chrono::Datelike::year(&day(entry)?);
        entry.text = wording.replace(&year.to_string(), &(year + 1).to_string());
        let text = timeline::written(&timeline);
        let read = timeline::read(&text, &task.timeline, self.years());
        let moved = read.iter().find(|entry| entry.when == later)?;
        let fits = |last| self.plan.issued.is_none_or(|issued| last >= issued.first());
        let in_term = year < self.plan.until.unwrap_or(self.plan.year);
        day(moved).filter(|last| in_term && fits(*last)).map(|_| text)
    }

    /// What becomes of a task that stood in an earlier line: it is joined to that where this is the one above; else
    /// dropped, if it says nothing that the other does not. What the plan had before may be followed: it stays.
    fn joined(&self, spot: &Spot, line: u32) -> Option<Remedy> {
        let own = self.task(spot).filter(|own| !self.is_former(&own.id))?;
        let is_twin = |task: &&Task| {
            task.lines.is_some_and(|lines| lines.0 == line) && fold(&task.text) == fold(&own.text)
        };
        let twin = self.plan.tasks().filter(|task| task.id != own.id).find(is_twin)?;
        if self.plan.above(&own.id) == Ok(&twin.id) {
            return Some(Remedy::Merge(own.id.clone()));
        }
        let units = own.assignments.iter().all(|held| twin.assignments.contains(held));
        let times = own.timeline.iter().all(|held| twin.timeline.iter().any(|time| time.when == held.when));
        (units && times && own.tasks.is_empty()).then(|| Remedy::Drop(spot.clone()))
    }

    fn is_pending(&self, spot: &Spot) -> bool {
        let pending =
            |task: &Task| task.timeline.iter().any(|entry| entry.when == crate::domain::When::Pending);
        self.task(spot).is_some_and(pending)
    }

    fn task(&self, spot: &Spot) -> Option<&Task> {
        let Spot::Task(id) = spot else { return None };
        self.plan.task(id)
    }
}

/// The number behind a section's: II behind I, 3 behind 2, C behind B.
fn following(number: &str) -> Option<String> {
    const ROMAN: [&str; 20] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII", "XVIII", "XIX", "XX",
    ];
    if let Some(at) = ROMAN.iter().position(|roman| *roman == number) {
        return ROMAN.get(at + 1).map(|next| (*next).to_owned());
    }
    if let Ok(count) = number.parse::<u32>() {
        return Some(count.checked_add(1)?.to_string());
    }
    match number.as_bytes() {
        [letter @ b'A'..=b'Y'] => Some(char::from(letter + 1).to_string()),
        _ => None,
    }
}
