//! Next year's plan, drafted from this year's: the same work a year on, under new ids and without progress.
//!
//! Years move where the plan speaks of its own time: in times, and in "năm 2022", "quý III/2022", "tháng 5/2022". Numbers
//! and days of documents that it cites stay.

use std::collections::HashMap;

use super::draft::fingerprint;
use super::finding::{Doubt, Finding};
use super::review::last_year;
use super::{Draft, plan_id};
use crate::domain::{Entry, Plan, Relation, RelationKind, Section, Status, Task, TaskId, TrackedPlan, When};

/// Drafts the plan for the term that begins with `year`. What a person must look at is told in the findings: what was not
/// done, what was done once, what has no number yet.
pub fn rollover(tracked: &TrackedPlan, year: i32, next_id: &mut dyn FnMut() -> TaskId) -> Draft {
    let old = tracked.plan();
    let mut mover =
        Mover { tracked, years: year - old.year, next_id, findings: Vec::new(), successors: HashMap::new() };
    let sections = old.sections.iter().map(|section| mover.section(section)).collect();
    let title = mover.words(&old.title);
    let plan = Plan {
        id: plan_id::plan_id(None, &title, year),
        number: None,
        issued: None,
        year,
        until: old.until.map(|until| until + mover.years),
        source: None,
        sections,
        title,
        relations: grounds(&old.relations),
        ..old.clone()
    };
    let missing = [Doubt::NoNumber, Doubt::NoDay].map(|doubt| Finding { lines: None, doubt });
    let findings = missing.into_iter().chain(mover.findings.clone()).collect();
    let digest = fingerprint(format!("{} {year}", old.id).as_bytes());
    let original = last_year::written(tracked, &mover.successors, digest);
    Draft { plan, findings, original }
}

struct Mover<'a> {
    tracked: &'a TrackedPlan,
    years: i32,
    next_id: &'a mut dyn FnMut() -> TaskId,
    findings: Vec<Finding>,
    /// The new ids of the tasks that go on, by the old ones.
    successors: HashMap<TaskId, TaskId>,
}

impl Mover<'_> {
    fn section(&mut self, section: &Section) -> Section {
        let text = section.text.iter().map(|text| self.words(text)).collect();
        let title = self.words(&section.title);
        Section { text, title, tasks: self.tasks(&section.tasks, false), ..section.clone() }
    }

    /// The tasks a year on; whether the item above recurs is theirs where they have no time of their own.
    fn tasks(&mut self, tasks: &[Task], above: bool) -> Vec<Task> {
        tasks.iter().filter_map(|task| self.task(task, above)).collect()
    }

    /// The task a year on; `None` for one that was given up.
    fn task(&mut self, old: &Task, above: bool) -> Option<Task> {
        let title = self.words(&old.title);
        let recurs = if old.timeline.is_empty() { above } else { recurs(old) };
        let status = self.status(old);
        if !old.is_group() && status == Status::Cancelled {
            self.doubt(Doubt::GivenUp(title));
            return None;
        }
        let id = (self.next_id)();
        self.successors.insert(old.id.clone(), id.clone());
        match status {
            _ if old.is_group() => {}
            Status::Done if !recurs => self.doubt(Doubt::DoneOnce { task: id.clone(), title: title.clone() }),
            Status::Done | Status::Unknown => {}
            _ => self.doubt(Doubt::StillOpen { task: id.clone(), title: title.clone() }),
        }
        let timeline = old.timeline.iter().map(|entry| self.entry(entry)).collect();
        let text = self.text(&old.text, &old.timeline);
        let tasks = self.tasks(&old.tasks, recurs);
        Some(Task { id, title, text, timeline, tasks, lines: None, ..old.clone() })
    }

    fn doubt(&mut self, doubt: Doubt) {
        self.findings.push(Finding { lines: None, doubt });
    }

    fn status(&self, task: &Task) -> Status {
        let place = self.tracked.find(&task.id);
        place.map_or(Status::Todo, |place| self.tracked.standing(place).status.clone())
    }

    fn entry(&self, entry: &Entry) -> Entry {
        let when = entry.when.moved(self.years).unwrap_or(When::Pending);
        Entry { when, text: self.all_years(&entry.text), ..entry.clone() }
    }

    /// The full wording; the times of the timeline move in it as they do there.
    fn text(&self, text: &str, times: &[Entry]) -> String {
        let first = times.iter().filter(|entry| !entry.text.is_empty());
        let first =
            first.filter_map(|entry| text.find(&entry.text).map(|at| (at, entry))).min_by_key(|(at, _)| *at);
        let Some((at, Entry { text: time, .. })) = first else { return self.words(text) };
        self.words(&text[..at]) + &self.all_years(time) + &self.text(&text[at + time.len()..], times)
    }

    /// A text with the years moved that stand behind "năm", a quarter or a month.
    fn words(&self, text: &str) -> String {
        self.moved(text, is_of_the_plan)
    }

    /// A text of a time: all its years move.
    fn all_years(&self, text: &str) -> String {
        self.moved(text, |_| true)
    }

    fn moved(&self, text: &str, moves: fn(&str) -> bool) -> String {
        let plan = self.tracked.plan();
        let term = plan.year - 1..=plan.until.unwrap_or(plan.year) + 1;
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let length = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
            let (before, digits) = (&rest[..start], &rest[start..start + length]);
            out.push_str(before);
            let year = digits.parse().ok().filter(|year| length == 4 && term.contains(year));
            match year.filter(|_| moves(&out)) {
                Some(year) => out.push_str(&(year + self.years).to_string()),
                None => out.push_str(digits),
            }
            rest = &rest[start + length..];
        }
        out + rest
    }
}

/// Whether the year behind these words is one of the plan's own time, not of a day on which a document was issued.
fn is_of_the_plan(before: &str) -> bool {
    let before = before.trim_end();
    if let Some(month) = before.strip_suffix('/') {
        let (words, _) = split_number(month);
        return words.ends_with("tháng") || words.ends_with("Tháng") || is_quarter(month);
    }
    let Some(words) = before.strip_suffix("năm").or_else(|| before.strip_suffix("Năm")) else {
        return false;
    };
    // "ngày 14 tháng 02 năm 2022" is the day of a document; what falls due then is a time, which moves by itself.
    let (month, number) = split_number(words.trim_end());
    let Some(day) = month.strip_suffix("tháng").filter(|_| !number.is_empty()) else { return true };
    let (day, number) = split_number(day.trim_end());
    number.is_empty() || !day.ends_with("ngày")
}

/// A text and the number at its end.
fn split_number(text: &str) -> (&str, &str) {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
    (words.trim_end(), &text[words.len()..])
}

fn is_quarter(text: &str) -> bool {
    let words = text.trim_end_matches(['I', 'V', '1', '2', '3', '4']).trim_end();
    words.ends_with("quý") || words.ends_with("Quý")
}

fn recurs(task: &Task) -> bool {
    task.timeline.iter().any(|entry| entry.when.recurs() || entry.when == When::Ongoing)
}

/// What next year's plan is still made for; what this year's put an end to, or went out with, is done.
fn grounds(relations: &[Relation]) -> Vec<Relation> {
    let stays = |tie: &&Relation| matches!(tie.kind, RelationKind::Implements | RelationKind::BasedOn);
    relations.iter().filter(stays).cloned().collect()
}

#[cfg(test)]
mod tests;
