//! The periods of a task and how each stands: the fold of a journal's lines over a timeline.

use chrono::NaiveDate;
use serde::Serialize;

use super::checklist::{UnitLines, UnitStanding, checklist, leads, verdict};
use super::open::{earliest, is_closed};
use super::timeliness::Timeliness;
use crate::domain::directory::UnitKey;
use crate::domain::settings::AsOf;
use crate::domain::when::{Every, Rhythm};
use crate::domain::{Act, Assignment, Entry, Event, Extension, PeriodKey, Status, Term, Update, When};

/// One period of a task, and what has become of it by a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodStanding {
    /// Its name; `None` for a task without any time.
    #[serde(rename = "period")]
    pub key: Option<PeriodKey>,
    /// Which entry of the timeline in force it comes from.
    #[serde(skip)]
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
    #[serde(flatten)]
    pub timeliness: Timeliness,
    /// Who has reported and who is still to; empty where one unit owes the task and nobody spoke for a single unit.
    pub checklist: Vec<UnitStanding>,
}

impl PeriodStanding {
    /// The same where what was said of it cannot be read: only the plan's own time is known.
    pub(in crate::domain) fn unread(mut self) -> Self {
        self.status = Status::Unknown;
        self.timeliness = Timeliness::Unknown;
        self.checklist.iter_mut().for_each(|unit| unit.status = Status::Unknown);
        self
    }
}

/// What a fold needs to know of a task beside its lines.
pub(in crate::domain) struct Subject<'a> {
    pub timeline: &'a [Entry],
    pub term: Term,
    /// Asked for only when a checklist is drawn up.
    pub assignments: &'a dyn Fn() -> Vec<&'a Assignment>,
    pub listing: Listing,
}

/// When a checklist is drawn up: it costs time and is not needed to say how a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::domain) enum Listing {
    /// Where lines speak for single units.
    Reported,
    /// Wherever several units owe the task, also before any has reported.
    Always,
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
    /// Extensions that were written while it was closed; they count once it is opened again.
    held_back: Vec<Option<NaiveDate>>,
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
                let named = (update.period.as_ref(), update.unit.as_deref());
                if let Some(reading) = find(&mut readings, named, subject, as_of) {
                    reading.hear(event, update);
                    reading.release(subject, as_of);
                }
            }
            Act::Extend(extension) => {
                let named = (extension.period.as_ref(), None);
                if let Some(reading) = find(&mut readings, named, subject, as_of) {
                    reading.extend(extension, subject, as_of);
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

/// The period that a line speaks of: the named one, else the earliest that was open when the line was written, for the
/// unit that it speaks for or for the whole, else the last.
fn find<'r, 'e>(
    readings: &'r mut [Reading<'e>],
    (key, unit): (Option<&PeriodKey>, Option<&str>),
    subject: &Subject<'_>,
    as_of: &AsOf<'_>,
) -> Option<&'r mut Reading<'e>> {
    if key.is_some() {
        let nameless = readings.len() == 1 && readings[0].key.is_none();
        return readings.iter_mut().find(|reading| nameless || reading.key.as_ref() == key);
    }
    if readings.len() == 1 {
        return readings.first_mut();
    }
    let unit = unit.map(|unit| as_of.directory.key(unit));
    let open = (0..readings.len()).filter(|index| !readings[*index].is_closed(unit.as_ref(), subject, as_of));
    let index = earliest(open, |index| readings[*index].last).or(readings.len().checked_sub(1))?;
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
            held_back: Vec::new(),
            decided: None,
            unit_spoke_since: false,
            units: UnitLines::default(),
            evidence: None,
            percent: None,
        }
    }

    /// Whether the lines so far have closed it, for the whole or for one unit's share.
    fn is_closed(&self, unit: Option<&UnitKey>, subject: &Subject<'_>, as_of: &AsOf<'_>) -> bool {
        let list = self.reported(subject, as_of);
        is_closed(&self.verdict(&list).0, &list, unit)
    }

    /// The checklist, where a line so far speaks for a single unit.
    fn reported(&self, subject: &Subject<'_>, as_of: &AsOf<'_>) -> Vec<UnitStanding> {
        if self.units.is_empty() {
            return Vec::new();
        }
        checklist(&(subject.assignments)(), &self.units, as_of.directory)
    }

    /// The checklist that is shown.
    fn checklist(&self, subject: &Subject<'_>, as_of: &AsOf<'_>) -> Vec<UnitStanding> {
        if !self.units.is_empty() || subject.listing == Listing::Reported {
            return self.reported(subject, as_of);
        }
        let list = leads(&(subject.assignments)(), as_of.directory);
        if list.len() > 1 { list } else { Vec::new() }
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

    /// Moves the deadline; one that is granted for what is closed already does not change how that is judged.
    fn extend(&mut self, extension: &Extension, subject: &Subject<'_>, as_of: &AsOf<'_>) {
        let to = extension.to.occurrences(subject.term, as_of.settings.before_counts).pop();
        let Some(to) = to else { return };
        if self.is_closed(None, subject, as_of) {
            self.held_back.push(to.last);
        } else {
            self.move_to(to.last);
        }
    }

    fn move_to(&mut self, last: Option<NaiveDate>) {
        self.first_last = self.first_last.or(self.last);
        self.last = last;
        self.moves += 1;
    }

    /// Lets the extensions count that were held back, once it is open again.
    fn release(&mut self, subject: &Subject<'_>, as_of: &AsOf<'_>) {
        if self.held_back.is_empty() || self.is_closed(None, subject, as_of) {
            return;
        }
        for last in std::mem::take(&mut self.held_back) {
            self.move_to(last);
        }
    }

    fn close(self, subject: &Subject<'_>, as_of: &AsOf<'_>) -> PeriodStanding {
        let checklist = self.checklist(subject, as_of);
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
            (Status::Todo, _) => decided.unwrap_or((Status::Todo, None)),
            told => told,
        }
    }
}
