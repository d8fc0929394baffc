//! The rules of the file format ("What follows from it"), each on tasks of the sample plans.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::path::Path;

use chrono::NaiveDate;
use tiendo::domain::{
    Act, Address, AsOf, Directory, Event, EventId, Extension, PeriodKey, Plan, Settings, Status, Target,
    Timeliness, TrackedPlan, UnitsFile, Update, When,
};

/// A sample plan with what these tests add to an empty journal.
struct Office {
    plan: Plan,
    events: Vec<Event>,
    settings: Settings,
    directory: Directory,
}

const BOARD: &str = "03-kh-bcd-2022";
const CULTURE: &str = "trien-khai-quy-che-dan-chu-2022";
const SCIENCE: &str = "dan-chu-va-dan-van-chinh-quyen-2022";

impl Office {
    fn new(plan: &str) -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let read = |path: String| std::fs::read(data.join(path)).unwrap();
        let units: UnitsFile = serde_json::from_slice(&read("units.json".into())).unwrap();
        Self {
            plan: serde_json::from_slice(&read(format!("plans/{plan}.json"))).unwrap(),
            events: Vec::new(),
            settings: Settings::default(),
            directory: Directory::new(units.units),
        }
    }

    /// The sample journal as well.
    fn with_journal(plan: &str) -> Self {
        let journal = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/journal/{plan}.jsonl"));
        let lines = std::fs::read_to_string(journal).unwrap();
        let events = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        Self { events, ..Self::new(plan) }
    }

    fn as_of(&self, day: &str) -> AsOf<'_> {
        AsOf { day: day.parse().unwrap(), zone: None, settings: &self.settings, directory: &self.directory }
    }

    fn on(&self, day: &str) -> TrackedPlan {
        TrackedPlan::new(self.plan.clone(), self.events.clone(), &self.as_of(day))
    }

    fn place(&self, path: &str) -> usize {
        let tracked = self.on("2022-01-01");
        let address: Address = format!("x:{path}").parse().unwrap();
        match address.target(tracked.plan(), tracked.outline()).unwrap() {
            Target::Task(place) => place,
            other => panic!("{path} is {other:?}"),
        }
    }

    fn tell(mut self, day: &str, act: impl FnOnce(&TrackedPlan) -> Act) -> Self {
        let at = day.parse::<NaiveDate>().unwrap().and_hms_opt(9, 0, 0).unwrap().and_utc().fixed_offset();
        let id =
            EventId::from_parts(u64::try_from(at.timestamp_millis()).unwrap(), self.events.len() as u128);
        let act = act(&self.on(day));
        self.events.push(Event { id, at, by: "lan".into(), batch: None, act });
        self
    }

    fn mark(self, day: &str, path: &str, unit: Option<&str>, status: Status) -> Self {
        let place = self.place(path);
        self.tell(day, |plan| {
            Act::Update(Update {
                task: plan.task(place).id.clone(),
                unit: unit.map(str::to_owned),
                status: Some(status),
                ..Update::default()
            })
        })
    }

    fn stands(&self, path: &str, day: &str) -> (Status, Timeliness) {
        let tracked = self.on(day);
        let standing = tracked.standing(self.place(path));
        (standing.status.clone(), standing.timeliness)
    }
}

#[test]
fn whose_status_five_leads_are_a_checklist_and_one_key_closes_it_whole() {
    let office = Office::with_journal(BOARD);
    let tracked = office.on("2022-11-20");
    let period = tracked.periods(office.place("II.9"), &office.as_of("2022-11-20")).remove(0);
    let owing: Vec<_> = period.checklist.iter().filter(|unit| unit.owes).collect();
    let done = owing.iter().filter(|unit| unit.status == Status::Done).count();
    assert_eq!((done, owing.len()), (2, 5));
    assert_eq!(office.stands("II.9", "2022-11-20").0, Status::Doing);
    let closed = office.mark("2022-11-21", "II.9", None, Status::Done);
    assert_eq!(closed.stands("II.9", "2022-11-21"), (Status::Done, Timeliness::DoneOnTime));
}

#[test]
fn whose_status_all_units_of_the_list_close_the_task() {
    let leads = ["Ban Dân vận Tỉnh ủy", "UBMTTQ Việt Nam tỉnh", "sở nội vụ", "Thanh tra tỉnh", "Sở Tư pháp"];
    let mut office = Office::new(BOARD);
    for unit in leads {
        assert_ne!(office.stands("II.9", "2022-05-01").0, Status::Done, "before {unit}");
        let unit = if unit.starts_with("UBMTTQ") {
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"
        } else {
            unit
        };
        office = office.mark("2022-05-01", "II.9", Some(unit), Status::Done);
    }
    assert_eq!(office.stands("II.9", "2022-05-01").0, Status::Done);
}

#[test]
fn which_period_the_first_done_closes_the_plan_and_the_second_the_report() {
    let office = Office::new(CULTURE);
    let path = "II~2.3.2";
    assert_eq!(office.stands(path, "2022-03-18"), (Status::Todo, Timeliness::Overdue(1)), "trước ngày 18/3");
    let once = office.mark("2022-03-17", path, None, Status::Done);
    assert_eq!(once.stands(path, "2022-03-18"), (Status::Doing, Timeliness::WithinTerm(210)));
    let twice = once.mark("2022-10-16", path, None, Status::Done);
    assert_eq!(twice.stands(path, "2022-10-16"), (Status::Done, Timeliness::DoneLate(2)));
}

#[test]
fn which_period_a_recurring_report_is_done_quarter_by_quarter() {
    let office = Office::new(SCIENCE).mark("2022-03-30", "II.8", None, Status::Done);
    let tracked = office.on("2022-04-02");
    let periods = tracked.periods(office.place("II.8"), &office.as_of("2022-04-02"));
    assert_eq!(periods[0].key, Some(PeriodKey("a/2022-Q1".into())));
    let states: Vec<_> = periods.iter().map(|period| period.status.as_str()).collect();
    assert_eq!(states, ["done", "todo", "todo", "todo"]);
    assert!((tracked.standing(office.place("II.8")).share() - 0.25).abs() < 1e-9);
}

#[test]
fn the_day_itself_counts_where_the_workspace_says_so() {
    let mut office = Office::new(CULTURE);
    office.settings.before_counts = true;
    assert_eq!(office.stands("II~2.3.2", "2022-03-18"), (Status::Todo, Timeliness::DueSoon(0)));
}

#[test]
fn a_group_and_its_duties_take_the_unit_of_the_heading() {
    let office = Office::new(CULTURE);
    let tracked = office.on("2022-01-01");
    let duty = office.place("II~2.1.2");
    let force = tracked.assignments(duty, &office.as_of("2022-01-01"));
    assert_eq!(force.iter().map(|a| a.unit.as_str()).collect::<Vec<_>>(), ["Văn phòng Sở"]);
    assert!(tracked.outline().is_group(office.place("II~2.1")));
}

#[test]
fn progress_leaves_cancelled_tasks_out_and_never_counts_groups() {
    let office = Office::new(CULTURE).mark("2022-02-01", "II~2.1.1", None, Status::Done);
    let office = office.mark("2022-02-01", "II~2.1.2", None, Status::Cancelled);
    let tally = office.on("2022-02-02").tally_of(office.place("II~2.1"));
    assert_eq!((tally.done, tally.tasks, tally.cancelled, tally.percent()), (1, 2, 1, Some(50)));
    let leaves = office.on("2022-02-02").outline().leaves().count();
    let plan = *office.on("2022-02-02").tally();
    assert_eq!((plan.tasks + plan.cancelled) as usize, leaves);
}

#[test]
fn timeliness_of_a_quarter_is_that_of_its_last_day() {
    let office = Office::new(BOARD);
    assert_eq!(office.stands("II.4", "2022-03-31"), (Status::Todo, Timeliness::DueSoon(0)));
    assert_eq!(office.stands("II.4", "2022-11-20"), (Status::Todo, Timeliness::Overdue(234)));
}

#[test]
fn a_task_without_a_date_is_never_overdue() {
    let office = Office::new(BOARD);
    assert_eq!(office.stands("II.15", "2030-01-01"), (Status::Todo, Timeliness::NoDate));
}

#[test]
fn as_of_a_day_only_what_had_happened_by_then_counts() {
    let office = Office::with_journal(BOARD);
    assert_eq!(office.stands("II.12", "2022-09-06").0, Status::Doing);
    assert_eq!(office.stands("II.12", "2022-09-07").0, Status::Done, "`on` counts, not the day of writing");
    assert_eq!(office.stands("II.14", "2022-10-20").0, Status::Todo, "taken back within the minute");
}

#[test]
fn an_extension_counts_from_its_day_and_the_first_deadline_stays_visible() {
    let office = Office::new(BOARD);
    let place = office.place("II.7");
    let office = office.tell("2022-09-27", |plan| {
        Act::Extend(Extension {
            task: plan.task(place).id.clone(),
            period: None,
            to: "by 2022-11-24".parse::<When>().unwrap(),
            evidence: Some("61-CV/BCĐ".into()),
            note: None,
        })
    });
    assert_eq!(office.stands("II.7", "2022-10-10").1, Timeliness::WithinTerm(45));
    let period = office.on("2022-10-10").periods(place, &office.as_of("2022-10-10")).remove(0);
    assert_eq!(period.first_last, NaiveDate::from_ymd_opt(2022, 9, 30));
    assert_eq!((period.last, period.moves), (NaiveDate::from_ymd_opt(2022, 11, 24), 1));
}

#[test]
fn spelling_variants_and_aliases_are_one_unit() {
    let office = Office::new(BOARD);
    assert!(office.directory.same("Tổ giúp việc Ban Chỉ đạo tỉnh", "Tổ Giúp việc Ban Chỉ đạo tỉnh"));
    assert!(office.directory.same("Uỷ ban nhân dân tỉnh", "UBND tỉnh"));
}
