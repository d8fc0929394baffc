//! What may not be said of a task, whoever says it: the rules that hold for every face.

use chrono::NaiveDate;

use super::event::{Act, Extension, Update};
use super::settings::AsOf;
use super::standing::{PeriodStanding, earliest_open};
use super::status::Status;
use super::task::{PeriodKey, TaskId};
use super::tracked::TrackedPlan;

/// Why a line would make no sense as a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Objection {
    /// A remark without words.
    #[error("the note is empty")]
    EmptyNote,
    /// Who is done is not so and so far.
    #[error("a closed task has no percentage; reopen it first")]
    PercentOfClosed,
    /// A deadline that was met or missed is not moved afterwards.
    #[error("a closed task has no deadline to move; reopen it first")]
    ExtensionOfClosed,
    /// An extension gives more time.
    #[error("the deadline is {0} already")]
    NotLater(NaiveDate),
    /// What had no deadline cannot be given one that is over. (An extension may be entered late, after both its days.)
    #[error("{0} has passed")]
    Passed(NaiveDate),
}

impl TrackedPlan {
    /// Whether a line that is to be written today makes sense.
    ///
    /// # Errors
    /// When it does not.
    pub fn check(&self, act: &Act, as_of: &AsOf<'_>) -> Result<(), Objection> {
        match act {
            Act::Update(update) => self.check_update(update, as_of),
            Act::Extend(extension) => self.check_extension(extension, as_of),
            Act::Remind(_) | Act::Edit(_) | Act::Undo(_) | Act::Unknown => Ok(()),
        }
    }

    fn check_update(&self, update: &Update, as_of: &AsOf<'_>) -> Result<(), Objection> {
        if update.note.as_ref().is_some_and(|note| note.trim().is_empty()) {
            return Err(Objection::EmptyNote);
        }
        let says_how_far = update.percent.is_some() && update.status.as_ref().is_none_or(Status::is_closed);
        if !says_how_far {
            return Ok(());
        }
        let unit = update.unit.as_ref().map(|unit| as_of.directory.key(unit));
        let period = self.period_of(&update.task, update.period.as_ref(), as_of);
        let is_closed = period.is_some_and(|period| period.is_closed_for(unit.as_ref()));
        if is_closed { Err(Objection::PercentOfClosed) } else { Ok(()) }
    }

    fn check_extension(&self, extension: &Extension, as_of: &AsOf<'_>) -> Result<(), Objection> {
        let Some(period) = self.period_of(&extension.task, extension.period.as_ref(), as_of) else {
            return Ok(());
        };
        let to = extension.to.occurrences(self.plan().term(), as_of.settings.before_counts).pop();
        period.check_extension(to.and_then(|to| to.last), as_of.day)
    }

    /// The period that a line speaks of: the named one, else the earliest that is open, else the last.
    fn period_of(
        &self,
        task: &TaskId,
        named: Option<&PeriodKey>,
        as_of: &AsOf<'_>,
    ) -> Option<PeriodStanding> {
        let periods = self.periods(self.find(task)?, as_of);
        let found = match named {
            Some(key) => periods.iter().find(|period| period.key.as_ref() == Some(key)),
            None => earliest_open(&periods, None).or(periods.last()),
        };
        found.cloned()
    }
}

impl PeriodStanding {
    /// Whether its deadline may move to a last day, or to any where that is not known yet.
    ///
    /// # Errors
    /// When it may not.
    pub fn check_extension(&self, to: Option<NaiveDate>, today: NaiveDate) -> Result<(), Objection> {
        match (to, self.last) {
            _ if self.is_closed_for(None) => Err(Objection::ExtensionOfClosed),
            (Some(to), Some(last)) if to <= last => Err(Objection::NotLater(last)),
            (Some(to), None) if to < today => Err(Objection::Passed(to)),
            _ => Ok(()),
        }
    }

    /// The status of what is opened again, from the one that it was closed with, of the whole or of a unit's share:
    /// it was worked on, unless it was cancelled before anybody said how far it was.
    #[must_use]
    pub fn reopened(&self, closed: &Status) -> Status {
        let is_untouched = self.percent.is_none_or(|percent| percent == 0);
        if *closed == Status::Cancelled && is_untouched { Status::Todo } else { Status::Doing }
    }

    /// The status that comes with a percentage: what nobody had begun is begun then.
    #[must_use]
    pub fn status_with(&self, percent: u8) -> Option<Status> {
        (percent > 0 && self.status == Status::Todo).then_some(Status::Doing)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::{Directory, Event, Settings};

    /// What is objected to a line about a task due on 30 November 2022, as of the 20th, after these lines.
    fn check(before: &[Value], line: &Value) -> Result<(), Objection> {
        check_due("by 2022-11-30", before, line)
    }

    fn check_due(when: &str, before: &[Value], line: &Value) -> Result<(), Objection> {
        let plan = json!({
            "format": "tiendo/plan", "version": 1, "id": "p", "number": null, "title": "", "year": 2022,
            "sections": [{"id": "s", "number": "I", "title": "", "kind": "tasks", "tasks": [
                {"id": "t", "title": "", "timeline": [{"id": "a", "when": when}]}]}],
        });
        let event = |(number, line): (u64, &Value)| -> Event {
            let mut whole = line.clone();
            whole["id"] = json!(crate::domain::EventId::from_parts(number, 0));
            whole["at"] = json!("2022-11-10T08:00:00+07:00");
            whole["by"] = json!("lan");
            whole["task"] = json!("t");
            serde_json::from_value(whole).unwrap()
        };
        let (settings, directory) = (Settings::default(), Directory::default());
        let as_of = AsOf {
            day: "2022-11-20".parse().unwrap(),
            zone: None,
            settings: &settings,
            directory: &directory,
        };
        let events = (1..).zip(before).map(event).collect();
        let tracked = TrackedPlan::new(serde_json::from_value(plan).unwrap(), events, &as_of);
        tracked.check(&event((9, line)).act, &as_of)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_note_has_words() {
        assert_eq!(check(&[], &json!({"note": " "})), Err(Objection::EmptyNote));
        assert_eq!(check(&[], &json!({"note": "đã gọi"})), Ok(()));
    }

    #[test]
    fn what_is_closed_has_no_percentage_and_no_deadline_to_move() {
        let done = json!({"status": "done"});
        let later = json!({"extend": {"to": "by 2022-12-31"}});
        for (line, objection) in [
            (json!({"percent": 40}), Objection::PercentOfClosed),
            (later.clone(), Objection::ExtensionOfClosed),
        ] {
            assert_eq!(check(std::slice::from_ref(&done), &line), Err(objection));
            assert_eq!(check(&[done.clone(), json!({"status": "doing"})], &line), Ok(()));
        }
        assert_eq!(check(&[done], &json!({"percent": 40, "status": "doing"})), Ok(()));
    }

    #[test]
    fn an_extension_gives_more_time() {
        let to = |to: &str| json!({"extend": {"to": to}});
        let held = Err(Objection::NotLater(day("2022-11-30")));
        assert_eq!(check(&[], &to("by 2022-11-30")), held);
        assert_eq!(check(&[], &to("by 2021-01-01")), held);
        assert_eq!(check(&[], &to("by 2022-12-01")), Ok(()));
        let early = to("by 2022-12-15");
        assert_eq!(check(std::slice::from_ref(&early), &early), Err(Objection::NotLater(day("2022-12-15"))));
    }

    #[test]
    fn an_extension_may_be_entered_late_but_no_new_deadline_is_over() {
        let to = json!({"extend": {"to": "by 2022-11-15"}});
        assert_eq!(check_due("by 2022-11-10", &[], &to), Ok(()));
        assert_eq!(check_due("ongoing", &[], &to), Err(Objection::Passed(day("2022-11-15"))));
    }
}
