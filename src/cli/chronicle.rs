//! The lines of all journals in words, each with what it is about: what the log, a task's sheet and an undo tell.

use std::collections::HashSet;

use anstyle::Style;
use serde_json::Value;

use super::addresses::Addresses;
use super::event_words;
use super::table::Cell;
use crate::domain::{Act, Edit, Event, EventId, Outline, Plan, TrackedPlan};
use crate::locale::{Lang, command, field, when};
use crate::text::{cut, one_line};
use crate::workspace::{Snapshot, UNITS};

/// So many units are named by a line; of more there is a count.
const NAMED: usize = 3;

/// The journals as a language tells them.
#[derive(Debug, Clone, Copy)]
pub struct Chronicle<'s> {
    /// The language.
    pub lang: Lang,
    /// The workspace.
    pub snapshot: &'s Snapshot,
}

impl<'s> Chronicle<'s> {
    /// What a line is about: the address of its task, else the plan or the directory.
    pub fn about(&self, addresses: &mut Addresses<'s>, (journal, event): (&str, &Event)) -> String {
        let event = self.meant(journal, event);
        let task = || {
            let tracked = self.snapshot.plan(journal)?;
            Some((tracked, tracked.find(event.act.tasks().first()?)?))
        };
        match (task(), journal) {
            (Some((tracked, place)), _) => addresses.short(tracked, place),
            (None, UNITS) => command::directory(self.lang).to_owned(),
            (None, plan) => addresses.plan(plan).to_owned(),
        }
    }

    /// What a line says, without who wrote it and when.
    pub fn says(&self, journal: &str, event: &Event) -> String {
        match &event.act {
            Act::Edit(_) => self.edited(journal, event),
            Act::Undo(act) => self.took_back(journal, *act),
            _ => event_words::of(self.lang, event),
        }
    }

    /// What a line says, struck out where it was taken back since.
    pub fn with_fate(&self, journal: &str, event: &Event, undone: bool) -> Cell {
        let text = self.says(journal, event);
        if !undone {
            return text.into();
        }
        let fate = command::undone(self.lang);
        Cell::new(&format!("{text}{fate}")).styled(Style::new().dimmed().strikethrough())
    }

    /// The lines of an act in one sentence. Of an import nothing but the plan is told: the units come with it.
    pub fn summary(&self, lines: &[(String, Event)]) -> String {
        let is_import = |(_, event): &&(String, Event)| imported(event).is_some();
        let Some((journal, event)) = lines.iter().find(is_import).or(lines.first()) else {
            return String::new();
        };
        let said = self.says(journal, event);
        if imported(event).is_some() {
            return said;
        }
        let about = self.about(&mut Addresses::new(self.snapshot), (journal, event));
        let first = format!("{about}: {said}");
        if lines.len() < 2 { first } else { command::and_more_lines(self.lang, &first, lines.len() - 1) }
    }

    /// The line that an undo is about, through undos of undos; any other line itself.
    fn meant<'e>(&'e self, journal: &str, event: &'e Event) -> &'e Event {
        match &event.act {
            Act::Undo(act) => {
                self.first_of(journal, *act).map_or(event, |target| self.meant(journal, target))
            }
            _ => event,
        }
    }

    fn took_back(&self, journal: &str, act: EventId) -> String {
        match self.first_of(journal, act) {
            None => command::took_back(self.lang, &act.to_string()),
            Some(target) => match &target.act {
                Act::Undo(_) => {
                    command::brought_again(self.lang, &self.says(journal, self.meant(journal, target)))
                }
                _ => command::took_back(self.lang, &self.says(journal, target)),
            },
        }
    }

    /// The first line of an act in a journal. An undo is written after what it takes back, so that the way ends.
    fn first_of(&self, journal: &str, act: EventId) -> Option<&Event> {
        let removed = || self.snapshot.removed.get(journal).map(Vec::as_slice);
        let events = match journal {
            UNITS => self.snapshot.unit_events.as_slice(),
            plan => self.snapshot.plan(plan).map(|tracked| tracked.events()).or_else(removed)?,
        };
        events.iter().find(|event| event.act_id() == act)
    }

    fn edited(&self, journal: &str, event: &Event) -> String {
        if let Some(plan) = imported(event) {
            return command::import_of(self.lang, Outline::of(&plan).leaves().count(), &plan.id);
        }
        let mut things: Vec<String> = Vec::new();
        let is_reading = matches!(&event.act, Act::Edit(edits) if edits.reading().is_some());
        let is_told = |(place, _): &(String, _)| !is_reading || !place.starts_with("source/");
        for (place, change) in places(self.lang, event).into_iter().filter(is_told) {
            let thing = self.thing(journal, &place);
            let thing = match change {
                Some(change) if place.ends_with("title") => change,
                Some(change) => format!("{thing}: {change}"),
                None => thing,
            };
            if !things.contains(&thing) {
                things.push(thing);
            }
        }
        let more = things.len().saturating_sub(NAMED);
        things.truncate(NAMED);
        let named = things.join(", ");
        if is_reading {
            return if named.is_empty() {
                command::read_again(self.lang).to_owned()
            } else if more == 0 {
                command::read_again_with(self.lang, &named)
            } else {
                command::read_again_with_several(self.lang, &named, more)
            };
        }
        if more == 0 {
            command::edited(self.lang, &named)
        } else {
            command::edited_several(self.lang, &named, more)
        }
    }

    /// What stands at a place of a file: a unit, a task by its title, a field of the plan.
    fn thing(&self, journal: &str, place: &str) -> String {
        let parts: Vec<&str> = place.split('/').collect();
        match parts.as_slice() {
            ["units", name, ..] => (*name).to_owned(),
            ["tasks", id, ..] => {
                let title = |tracked: &TrackedPlan| {
                    let at = tracked.find(&(*id).into())?;
                    Some(format!("“{}”", tracked.task(at).title))
                };
                let gone = || command::task_gone(self.lang).to_owned();
                self.snapshot.plan(journal).and_then(|plan| title(plan)).unwrap_or_else(gone)
            }
            ["sections", id, ..] => {
                let title = |tracked: &TrackedPlan| {
                    let section = tracked.plan().sections.iter().find(|section| section.id == *id)?;
                    Some(format!("“{}”", section.title))
                };
                let gone = || command::section_gone(self.lang).to_owned();
                self.snapshot.plan(journal).and_then(|plan| title(plan)).unwrap_or_else(gone)
            }
            [""] => command::whole_plan(self.lang).to_owned(),
            [key, ..] => field::name(self.lang, key).map_or_else(|| place.to_owned(), str::to_owned),
            [] => place.to_owned(),
        }
    }
}

/// The plan that came in with a line.
fn imported(event: &Event) -> Option<Plan> {
    let Act::Edit(edits) = &event.act else { return None };
    if !edits.places().iter().any(String::is_empty) {
        return None;
    }
    let edit = edits.read().ok()?.into_iter().find(|edit| edit.at.is_empty() && edit.old.is_none())?;
    serde_json::from_value(edit.new?).ok()
}

/// The places that a line changed, with the texts that stood there and stand there now.
fn places(lang: Lang, event: &Event) -> Vec<(String, Option<String>)> {
    let Act::Edit(edits) = &event.act else { return Vec::new() };
    match edits.read() {
        Ok(edits) => {
            let places: HashSet<String> = edits.iter().map(|edit| edit.at.clone()).collect();
            // What a time is understood as is told by its words, where these changed as well.
            let is_told = |edit: &Edit| {
                let words = edit.at.strip_suffix("/when").map(|entry| format!("{entry}/text"));
                words.is_none_or(|words| !places.contains(&words))
            };
            edits
                .iter()
                .filter(|edit| is_told(edit))
                .map(|edit| (edit.at.clone(), change(lang, edit)))
                .collect()
        }
        Err(_) => edits.places().into_iter().map(|place| (place, None)).collect(),
    }
}

/// So many columns are told of a text that was changed.
const TOLD: usize = 60;

/// What a text was and what it is now; `None` of anything else.
fn change(lang: Lang, edit: &Edit) -> Option<String> {
    let told = |text: &str| match text.parse() {
        Ok(time) if edit.at.ends_with("/when") => when::in_words(lang, time),
        _ => cut(&one_line(text), TOLD).into_owned(),
    };
    let text = |value: &Option<Value>| value.as_ref()?.as_str().map(told);
    let (old, new) = (text(&edit.old)?, text(&edit.new)?);
    Some(format!("“{old}” → “{new}”"))
}
