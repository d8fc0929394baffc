//! The periods of a task and how each stands: the fold of a journal's lines over a timeline.

use chrono::NaiveDate;

use super::checklist::{UnitLines, UnitStanding, checklist, verdict};
use super::timeliness::Timeliness;
use crate::domain::settings::AsOf;
use crate::domain::when::{Every, Rhythm};
use crate::domain::{Act, Assignment, Entry, Event, Extension, PeriodKey, Status, Term, Update, When};

/// One period of a task, and what has become of it by a day.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodStanding {
    /// Its name; `None` for a task without any time.
    pub key: Option<PeriodKey>,
    /// Which entry of the timeline in force it comes from.
    pub entry: Option<usize>,
    /// The first day.
    pub first: NaiveDate,
    /// The last day on time, after all extensions; `None` without a deadline.
    pub last: Option<NaiveDate>,
    /// The last day before the first extension, where there was one.
    pub first_last: Option<NaiveDate>,
    /// How often it was extended.
    pub moves: u32,
    /// What people say.
    pub status: Status,
    /// The day on which it came to this status.
    pub on: Option<NaiveDate>,
    /// The document that shows it.
    pub evidence: Option<String>,
    /// How far, in hundredths, as a person says.
    pub percent: Option<u8>,
    /// On time or late.
    pub timeliness: Timeliness,
    /// Who has reported; empty where no line speaks for a single unit and nobody asked.
    pub checklist: Vec<UnitStanding>,
}

/// What a fold needs to know of a task beside its lines.
pub(in crate::domain) struct Subject<'a> {
    pub timeline: &'a [Entry],
    pub term: Term,
    /// Asked for only when lines speak for single units.
    pub assignments: &'a dyn Fn() -> Vec<&'a Assignment>,
}

/// A period while the lines are read.
struct Reading<'e> {
    key: Option<PeriodKey>,
    entry: Option<usize>,
    endless: Timeliness,
    first: NaiveDate,
    last: Option<NaiveDate>,
    first_last: Option<NaiveDate>,
    moves: u32,
    decided: Option<(&'e Event, &'e Status)>,
    /// Whether a unit spoke after the last line for the whole.
    unit_spoke_since: bool,
    units: UnitLines<'e>,
    evidence: Option<&'e String>,
    percent: Option<u8>,
}

/// How the periods of a task stand, in the order of its timeline.
pub(in crate::domain) fn periods(
    subject: &Subject<'_>,
    lines: &[&Event],
    as_of: &AsOf<'_>,
) -> Vec<PeriodStanding> {
    let mut readings = expand(subject, as_of);
    for event in lines {
        match &event.act {
            Act::Update(update) => {
                if let Some(reading) = find(&mut readings, update.period.as_ref()) {
                    reading.hear(event, update);
                }
            }
            Act::Extend(extension) => {
                if let Some(reading) = find(&mut readings, extension.period.as_ref()) {
                    reading.extend(extension, subject.term, as_of);
                }
            }
            _ => {}
        }
    }
    readings.into_iter().map(|reading| reading.close(subject, as_of)).collect()
}

fn expand<'e>(subject: &Subject<'_>, as_of: &AsOf<'_>) -> Vec<Reading<'e>> {
    let mut readings = Vec::with_capacity(subject.timeline.len().max(1));
    for (index, entry) in subject.timeline.iter().enumerate() {
        for occurrence in entry.when.occurrences(subject.term, as_of.settings.before_counts) {
            let key = match occurrence.name {
                None => entry.id.clone(),
                Some(name) => format!("{}/{name}", entry.id),
            };
            let endless = endless(entry.when);
            let reading =
                Reading::new(Some(PeriodKey(key)), Some(index), endless, occurrence.first, occurrence.last);
            readings.push(reading);
        }
    }
    if readings.is_empty() {
        let entry = (!subject.timeline.is_empty()).then_some(0);
        readings.push(Reading::new(None, entry, Timeliness::NoDate, subject.term.first, None));
    }
    readings
}

/// What a time without a last day is called.
fn endless(when: When) -> Timeliness {
    match when {
        When::Ongoing | When::In(_) | When::Every(Every { rhythm: Rhythm::Daily, .. }) => Timeliness::Ongoing,
        _ => Timeliness::NoDate,
    }
}

/// The period that a line speaks of: the named one, else the earliest that is not closed, else the last.
fn find<'r, 'e>(readings: &'r mut [Reading<'e>], key: Option<&PeriodKey>) -> Option<&'r mut Reading<'e>> {
    if key.is_some() {
        let nameless = readings.len() == 1 && readings[0].key.is_none();
        return readings.iter_mut().find(|reading| nameless || reading.key.as_ref() == key);
    }
    let earliest = (0..readings.len())
        .filter(|index| !readings[*index].is_closed())
        .min_by_key(|index| readings[*index].last.unwrap_or(NaiveDate::MAX));
    let index = earliest.or(readings.len().checked_sub(1))?;
    readings.get_mut(index)
}

impl<'e> Reading<'e> {
    fn new(
        key: Option<PeriodKey>,
        entry: Option<usize>,
        endless: Timeliness,
        first: NaiveDate,
        last: Option<NaiveDate>,
    ) -> Self {
        Self {
            key,
            entry,
            endless,
            first,
            last,
            first_last: None,
            moves: 0,
            decided: None,
            unit_spoke_since: false,
            units: UnitLines::default(),
            evidence: None,
            percent: None,
        }
    }

    /// Whether a line for the whole has closed it; checklists are read at the end.
    fn is_closed(&self) -> bool {
        self.decided.is_some_and(|(_, status)| status.is_closed())
    }

    fn hear(&mut self, event: &'e Event, update: &'e Update) {
        if let Some(unit) = &update.unit {
            self.unit_spoke_since |= update.status.is_some();
            self.units.push(event, update, unit);
            return;
        }
        if let Some(status) = &update.status {
            self.decided = Some((event, status));
            self.unit_spoke_since = false;
            self.evidence = None;
        }
        self.evidence = update.evidence.as_ref().or(self.evidence);
        self.percent = update.percent.or(self.percent);
    }

    fn extend(&mut self, extension: &Extension, term: Term, as_of: &AsOf<'_>) {
        let Some(to) = extension.to.occurrences(term, as_of.settings.before_counts).pop() else { return };
        self.first_last = self.first_last.or(self.last);
        self.last = to.last;
        self.moves += 1;
    }

    fn close(self, subject: &Subject<'_>, as_of: &AsOf<'_>) -> PeriodStanding {
        let checklist = if self.units.is_empty() {
            Vec::new()
        } else {
            checklist(&(subject.assignments)(), &self.units, as_of.directory)
        };
        let (status, on) = self.verdict(&checklist);
        let timeliness = match self.last {
            Some(last) => Timeliness::against(last, &status, on, as_of.day, as_of.settings.soon_days),
            None if matches!(status, Status::Paused | Status::Cancelled) => Timeliness::SetAside,
            None => self.endless,
        };
        PeriodStanding {
            key: self.key,
            entry: self.entry,
            first: self.first,
            last: self.last,
            first_last: self.first_last,
            moves: self.moves,
            status,
            on,
            evidence: self.evidence.cloned(),
            percent: self.percent,
            timeliness,
            checklist,
        }
    }

    /// The status of the whole. A line without a unit decides over the checklist: one that closes or halts it until
    /// the next such line, one that leaves it open until a unit speaks again.
    fn verdict(&self, checklist: &[UnitStanding]) -> (Status, Option<NaiveDate>) {
        let decided = self.decided.map(|(event, status)| (status.clone(), Some(event.day())));
        if checklist.is_empty() {
            return decided.unwrap_or((Status::Todo, None));
        }
        let open = decided.as_ref().is_none_or(|(status, _)| matches!(status, Status::Todo | Status::Doing));
        if !open || !self.unit_spoke_since {
            return decided.unwrap_or((Status::Todo, None));
        }
        match verdict(checklist) {
            Status::Todo => decided.unwrap_or((Status::Todo, None)),
            status => {
                let last = checklist
                    .iter()
                    .filter(|unit| unit.status != Status::Todo)
                    .filter_map(|unit| unit.on)
                    .max();
                (status, last)
            }
        }
    }
}
