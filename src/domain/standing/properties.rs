//! What holds for every journal: the lines come to the same in any order, and a day knows nothing of what came later.

use std::sync::LazyLock;

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::domain::{
    Acts, AsOf, Directory, Event, EventId, PeriodStanding, Plan, Settings, Standing, Tally, TrackedPlan, Unit,
};

/// A share in every run, the whole figure where it is asked for.
fn cases() -> ProptestConfig {
    let cases = if std::env::var_os("TIENDO_WHOLE").is_some() { 20_000 } else { 256 };
    ProptestConfig { cases, ..ProptestConfig::default() }
}

/// A line by numbers, which are read against the lines before it.
#[derive(Debug, Clone, Copy)]
struct Line {
    kind: usize,
    task: usize,
    unit: Option<usize>,
    period: Option<usize>,
    value: usize,
    day: u64,
    dated_back: Option<u64>,
    joins: bool,
}

fn line() -> impl Strategy<Value = Line> {
    let back = proptest::option::weighted(0.3, 0..60_u64);
    let (unit, period) = (proptest::option::of(0..3_usize), proptest::option::of(0..4_usize));
    (0..8_usize, 0..4_usize, unit, period, 0..6_usize, 0..350_u64, back, any::<bool>()).prop_map(
        |(kind, task, unit, period, value, day, dated_back, joins)| Line {
            kind,
            task,
            unit,
            period,
            value,
            day,
            dated_back,
            joins,
        },
    )
}

/// A journal as it is written: the ids rise, the moments nearly so.
fn journal() -> impl Strategy<Value = Vec<Event>> {
    proptest::collection::vec(line(), 0..14).prop_map(|lines| written(&lines))
}

/// A journal in which no line speaks of another day than that of its writing.
fn plain_journal() -> impl Strategy<Value = Vec<Event>> {
    let line = line().prop_map(|line| Line { dated_back: None, ..line });
    proptest::collection::vec(line, 0..14).prop_map(|lines| written(&lines))
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 1, 2).unwrap()
}

fn moment(day: NaiveDate) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{day}T09:00:00+07:00")).unwrap()
}

fn written(lines: &[Line]) -> Vec<Event> {
    let mut lines = lines.to_vec();
    lines.sort_by_key(|line| line.day);
    let mut events: Vec<Event> = Vec::new();
    for (number, line) in (1..).zip(&lines) {
        let event = event(*line, number, &events);
        events.push(event);
    }
    events
}

fn event(line: Line, number: u128, before: &[Event]) -> Event {
    let at = moment(first_day() + Days::new(line.day));
    let id = EventId::from_parts(at.timestamp_millis().unsigned_abs(), number);
    let mut json = json!({"id": id, "at": at, "by": (["lan", "minh"][line.value % 2])});
    let last = before.last().filter(|last| line.joins && last.at == at);
    if let Some(last) = last {
        json["batch"] = json!(last.act_id());
    }
    let target = before.get(line.value * 3 % before.len().max(1));
    match (line.kind, target) {
        (0 | 1, Some(target)) => json["undoes"] = json!(target.act_id()),
        (2, _) => {
            json["task"] = json!(TASKS[line.task]);
            json["extend"] = json!({"to": format!("by 2022-{:02}-15", line.value + 6)});
        }
        (3, _) => json["reminded"] = json!({"unit": "Sở A", "tasks": [TASKS[line.task]]}),
        _ => speak(&mut json, line),
    }
    serde_json::from_value(json).unwrap()
}

const TASKS: [&str; 4] = ["t1", "t2", "t3", "gone"];

fn speak(json: &mut Value, line: Line) {
    json["task"] = json!(TASKS[line.task]);
    json["status"] = json!(["todo", "doing", "reported", "done", "paused", "cancelled"][line.value]);
    json["note"] = json!(line.day.to_string());
    if let Some(unit) = line.unit {
        json["unit"] = json!(["Sở A", "Sở B", "Các sở"][unit]);
    }
    if let Some(period) = line.period.filter(|_| line.task == 1) {
        json["period"] = json!(format!("a/2022-Q{}", period + 1));
    }
    if let Some(back) = line.dated_back {
        json["on"] = json!(first_day() + Days::new(line.day) - Days::new(back));
    }
}

/// A task of one time, one that recurs, and one of a collective without any.
static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let plan = json!({"format": "tiendo/plan", "version": 1, "id": "p", "number": null, "title": "", "year": 2022,
        "sections": [{"id": "s1", "title": "", "kind": "tasks", "tasks": [
            {"id": "t1", "title": "", "timeline": [{"id": "a", "when": "by 2022-06-30"}],
             "assignments": [{"role": "lead", "unit": "Sở A"}, {"role": "lead", "unit": "Sở B"}]},
            {"id": "g", "title": "", "timeline": [{"id": "a", "when": "quarterly"}], "tasks": [
                {"id": "t2", "title": ""},
                {"id": "t3", "title": "", "assignments": [{"role": "lead", "unit": "Các sở"}]}]}]}]});
    serde_json::from_value(plan).unwrap()
});

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    let members = vec!["Sở A".to_owned(), "Sở B".to_owned()];
    Directory::new(vec![Unit { name: "Các sở".into(), members, ..Unit::default() }])
});

static SETTINGS: LazyLock<Settings> = LazyLock::new(Settings::default);

fn as_of(day: NaiveDate) -> AsOf<'static> {
    AsOf { day, zone: None, settings: &SETTINGS, directory: &DIRECTORY }
}

/// All that can be asked of a plan on a day.
#[derive(Debug, PartialEq)]
struct Answers {
    tally: Tally,
    standings: Vec<Standing>,
    periods: Vec<Vec<PeriodStanding>>,
    histories: Vec<Vec<(EventId, bool)>>,
}

fn answers(events: &[Event], day: NaiveDate) -> Answers {
    of_tracked(&TrackedPlan::new(PLAN.clone(), events.to_vec(), &as_of(day)), day)
}

fn of_tracked(tracked: &TrackedPlan, day: NaiveDate) -> Answers {
    let as_of = as_of(day);
    let places = 0..tracked.outline().nodes().len();
    let history = |place| {
        let told = tracked.history(&tracked.task(place).id, &as_of).into_iter();
        told.map(|told| (told.event.id, told.undone)).collect()
    };
    Answers {
        tally: *tracked.tally(),
        standings: places.clone().map(|place| tracked.standing(place).clone()).collect(),
        periods: places.clone().map(|place| tracked.periods(place, &as_of)).collect(),
        histories: places.map(history).collect(),
    }
}

/// What the lines come to, without what is told of them.
fn outcome(answers: Answers) -> (Tally, Vec<Standing>, Vec<Vec<PeriodStanding>>) {
    (answers.tally, answers.standings, answers.periods)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..365_u64).prop_map(|days| first_day() + Days::new(days))
}

/// A line that takes an act back, written after all others.
fn undo_of(events: &[Event], act: EventId, number: u128) -> Event {
    let at = moment(NaiveDate::from_ymd_opt(2022, 12, 30).unwrap());
    let id = EventId::from_parts(at.timestamp_millis().unsigned_abs() + 1, number + events.len() as u128);
    serde_json::from_value(json!({"id": id, "at": at, "by": "lan", "undoes": act})).unwrap()
}

fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 12, 31).unwrap()
}

proptest! {
    #![proptest_config(cases())]

    /// Git merges journals line by line: any order, and a line as often as it likes.
    #[test]
    fn lines_come_to_the_same_in_any_order_and_number(
        (events, mixed) in journal().prop_flat_map(|events| {
            let doubled: Vec<Event> = events.iter().chain(events.iter().step_by(2)).cloned().collect();
            (Just(events), Just(doubled).prop_shuffle())
        }),
        day in day(),
    ) {
        prop_assert_eq!(answers(&events, day), answers(&mixed, day));
        let (one, other) = (Acts::of([("p", &events[..])]), Acts::of([("p", &mixed[..])]));
        prop_assert_eq!(one.lines(), other.lines());
        prop_assert_eq!(one.last_of("lan"), other.last_of("lan"));
        prop_assert_eq!(one.last_undo_of("lan"), other.last_undo_of("lan"));
    }

    /// A line copied and changed by hand bears the id of another.
    #[test]
    fn lines_of_one_id_come_to_the_same_in_any_order(
        mixed in journal().prop_flat_map(|events| {
            let changed = events.iter().map(|event| Event { by: "hoa".into(), ..event.clone() });
            let with_copies: Vec<Event> = events.iter().cloned().chain(changed).chain(events.iter().cloned()).collect();
            (Just(with_copies.clone()).prop_shuffle(), Just(with_copies).prop_shuffle())
        }),
        day in day(),
    ) {
        let tracked = |events: &[Event]| TrackedPlan::new(PLAN.clone(), events.to_vec(), &as_of(day));
        let (one, other) = (tracked(&mixed.0), tracked(&mixed.1));
        prop_assert_eq!(one.events(), other.events());
        prop_assert_eq!(of_tracked(&one, day), of_tracked(&other, day));
    }

    #[test]
    fn an_act_and_its_undo_are_nothing_and_a_redo_is_the_act(events in journal(), last in line()) {
        let act = event(Line { joins: false, day: 350, ..last }, 999, &events);
        let mut told = events.clone();
        told.push(act.clone());
        let acted = outcome(answers(&told, last_day()));
        let undo = undo_of(&told, act.act_id(), 1000);
        told.push(undo.clone());
        prop_assert_eq!(outcome(answers(&told, last_day())), outcome(answers(&events, last_day())));
        told.push(undo_of(&told, undo.act_id(), 1000));
        prop_assert_eq!(outcome(answers(&told, last_day())), acted);
    }

    #[test]
    fn what_has_come_by_a_day_has_come_by_the_next(events in journal(), day in day()) {
        let ids = |day| -> Vec<Vec<EventId>> {
            let histories = answers(&events, day).histories.into_iter();
            histories.map(|history| history.into_iter().map(|(id, _)| id).collect()).collect()
        };
        let (earlier, later) = (ids(day), ids(day + Days::new(1)));
        for (earlier, later) in earlier.iter().zip(&later) {
            prop_assert!(earlier.iter().all(|id| later.contains(id)));
        }
    }

    #[test]
    fn a_past_day_stands_as_it_stood_then(events in plain_journal(), day in day()) {
        let then: Vec<Event> = events.iter().filter(|event| event.at.date_naive() <= day).cloned().collect();
        prop_assert_eq!(answers(&events, day), answers(&then, day));
    }

    #[test]
    fn a_plan_reckoned_anew_is_one_reckoned_first(events in journal(), (one, other) in (day(), day())) {
        let mut tracked = TrackedPlan::new(PLAN.clone(), events.clone(), &as_of(one));
        tracked.reckon(&as_of(other));
        prop_assert_eq!(of_tracked(&tracked, other), answers(&events, other));
    }
}
