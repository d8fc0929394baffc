//! A task on one sheet: its wording, who owes it, its periods, who has reported, and what happened to it.

use anstyle::Style;
use chrono::NaiveDate;
use serde::Serialize;

use super::chronicle::Chronicle;
use super::table::{Cell, Column, Table};
use super::task_row::TaskRow;
use super::{event_words, sign};
use crate::domain::{AsOf, Assignment, Event, PeriodStanding, Place, Role, Status, Told, TrackedPlan, paths};
use crate::locale::{Lang, command, date, role, status, timeliness, when};

/// The facts of a task, and its history.
pub fn tables(chronicle: Chronicle<'_>, tracked: &TrackedPlan, place: Place) -> (Table, Table) {
    let (lang, as_of) = (chronicle.lang, &chronicle.snapshot.as_of());
    let periods = tracked.periods(place, as_of);
    let mut facts = Table::new([Column::Whole, Column::Whole, Column::Flexible(20)]);
    heading(lang, tracked, place, &mut facts);
    assignees(lang, &tracked.assignments(place, as_of), &mut facts);
    if !tracked.outline().is_group(place) {
        timeline(lang, tracked, place, &periods, &mut facts);
    }
    let timeline = tracked.outline().timeline(tracked.plan(), place);
    for period in &periods {
        // Of several checklists each is to be known by what it is for.
        let key = period.key.as_ref().filter(|_| periods.len() > 1);
        let of = key.and_then(|key| when::period(lang, key, timeline));
        checklist(lang, of, period, &mut facts);
    }
    (facts, history(chronicle, tracked, place, as_of))
}

fn heading(lang: Lang, tracked: &TrackedPlan, place: Place, facts: &mut Table) {
    let (task, standing) = (tracked.task(place), tracked.standing(place));
    let address = format!("{}:{}", tracked.plan().id, paths(tracked.plan(), tracked.outline())[place]);
    let bold = Style::new().bold();
    facts.heading(Cell::new(&format!("{address}  {}", task.title)).styled(bold));
    let parts = [
        Some(format!("{} {}", sign::shape(&standing.status), status::name(lang, &standing.status))),
        standing.percent.map(|percent| format!("{percent}%")),
        (!tracked.outline().is_group(place) && standing.status != Status::Unknown)
            .then(|| timeliness::in_words(lang, standing.timeliness).into_owned()),
    ];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    facts.heading(Cell::new(&line).styled(sign::style(&standing.status, standing.timeliness)));
    if !task.text.is_empty() && task.text != task.title {
        facts.heading(task.text.as_str().into());
    }
    facts.blank();
    let reports_to = (!task.reports_to.is_empty()).then(|| task.reports_to.join(", "));
    for (label, text) in [
        (command::deliverable(lang), task.deliverable.clone()),
        (command::funding(lang), task.funding.clone()),
        (command::reports_to(lang), reports_to),
    ] {
        if let Some(text) = text {
            facts.row([label.into(), Cell::default(), text.into()]);
        }
    }
}

fn assignees(lang: Lang, assignments: &[&Assignment], facts: &mut Table) {
    for part in Role::ALL {
        let mut label = role::name(lang, part);
        for assignment in assignments.iter().filter(|assignment| assignment.role == part) {
            let via = assignment.via.as_ref().map(|via| format!(" ({via})")).unwrap_or_default();
            facts.row([label.into(), Cell::default(), format!("{}{via}", assignment.unit).into()]);
            label = "";
        }
    }
}

/// The times as worded, and under each the periods as understood.
fn timeline(lang: Lang, tracked: &TrackedPlan, place: Place, periods: &[PeriodStanding], facts: &mut Table) {
    let timeline = tracked.outline().timeline(tracked.plan(), place);
    let mut label = command::times(lang);
    for (index, entry) in timeline.iter().enumerate() {
        let said = entry.label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
        facts.row([label.into(), Cell::default(), format!("{said}{}", when::entry(lang, entry)).into()]);
        label = "";
        for period in periods.iter().filter(|period| period.entry == Some(index)) {
            let sign = sign::of(&period.status, period.timeliness);
            facts.row([Cell::default(), sign, Cell::new(&understood(lang, period))]);
        }
    }
    if timeline.is_empty() {
        facts.row([label.into(), Cell::default(), timeliness::no_date(lang).into()]);
    }
}

/// A period: its name, its last day, how it stands.
fn understood(lang: Lang, period: &PeriodStanding) -> String {
    let key = period.key.as_ref().map(|key| key.0.clone());
    let moved = period.first_last.map(|first| match (date::day(lang, first), period.moves) {
        (first, 1) => command::first_deadline_once(lang, &first),
        (first, moves) => command::first_deadline(lang, &first, moves),
    });
    let parts = [
        key,
        period.last.map(|last| command::due(lang, &date::day(lang, last))),
        moved,
        Some(with_day(lang, &period.status, period.on)),
        period.percent.map(|percent| format!("{percent}%")),
        period.evidence.clone(),
        (period.status != Status::Unknown)
            .then(|| timeliness::in_words(lang, period.timeliness).into_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Who has reported, under the name of the period where there is one.
fn checklist(lang: Lang, of: Option<String>, period: &PeriodStanding, facts: &mut Table) {
    let units = period.checklist.as_slice();
    if units.is_empty() {
        return;
    }
    if let Some(of) = of {
        facts.row([Cell::default(), Cell::default(), Cell::new(&of)]);
    }
    let owing = units.iter().filter(|unit| unit.owes);
    let done = owing.clone().filter(|unit| unit.status.is_closed()).count();
    let all = owing.count();
    // What was closed as a whole does not wait for its units.
    let mut label = match &period.status {
        Status::Unknown => status::name(lang, &Status::Unknown).to_owned(),
        status if status.is_closed() && done < all => command::checklist_whole(lang).to_owned(),
        _ => command::checklist(lang, done, all),
    };
    for unit in units {
        let parts = [
            Some(unit.unit.clone()),
            Some(with_day(lang, &unit.status, unit.on)),
            unit.evidence.clone(),
            unit.note.as_ref().map(|note| format!("“{note}”")),
        ];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        facts.row([std::mem::take(&mut label).into(), sign::shape(&unit.status).into(), text.into()]);
    }
}

fn with_day(lang: Lang, held: &Status, on: Option<NaiveDate>) -> String {
    status::with_day(lang, held, on.map(|on| date::day(lang, on)).as_deref())
}

fn history(chronicle: Chronicle<'_>, tracked: &TrackedPlan, place: Place, as_of: &AsOf<'_>) -> Table {
    let mut history = Table::new([Column::Whole, Column::Whole, Column::Flexible(20)]);
    for Told { event, undone } in tracked.history(&tracked.task(place).id, as_of) {
        let what = chronicle.with_fate(&tracked.plan().id, event, undone);
        history.row([event_words::moment(chronicle.lang, event).into(), event.by.as_str().into(), what]);
    }
    history
}

/// The sheet for programs.
#[derive(Serialize)]
pub struct Record<'s> {
    #[serde(flatten)]
    row: TaskRow<'s>,
    text: &'s str,
    deliverable: Option<&'s str>,
    funding: Option<&'s str>,
    reports_to: &'s [String],
    standings: Vec<PeriodStanding>,
    history: Vec<Line<'s>>,
}

/// A line of the history.
#[derive(Serialize)]
struct Line<'s> {
    #[serde(flatten)]
    event: &'s Event,
    undone: bool,
}

impl<'s> Record<'s> {
    /// The record of the task at a place.
    pub fn of(tracked: &'s TrackedPlan, place: Place, as_of: &AsOf<'_>) -> Self {
        let task = tracked.task(place);
        let path = paths(tracked.plan(), tracked.outline()).swap_remove(place);
        let line = |told: Told<'s>| Line { event: told.event, undone: told.undone };
        Self {
            row: TaskRow::of(tracked, place, &path, as_of),
            text: &task.text,
            deliverable: task.deliverable.as_deref(),
            funding: task.funding.as_deref(),
            reports_to: &task.reports_to,
            standings: tracked.periods(place, as_of),
            history: tracked.history(&task.id, as_of).into_iter().map(line).collect(),
        }
    }
}
