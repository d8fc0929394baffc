//! The rules of the file format, on small plans; on tasks of the sample plans they stand in `tests/rules.rs`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::{Value, json};

use crate::domain::{
    Acts, AsOf, Directory, Event, EventId, PlanFlaw, Settings, Status, Tally, TaskId, Timeliness,
    TrackedPlan, Unit, UnitStanding,
};

/// A plan of one section with these tasks, and a journal, asked about a day.
struct Case {
    tasks: Value,
    lines: Vec<Event>,
    directory: Directory,
    settings: Settings,
}

impl Case {
    fn new(tasks: Value) -> Self {
        Self { tasks, lines: Vec::new(), directory: Directory::default(), settings: Settings::default() }
    }

    /// A task "t" with this timeline, the entries named a, b ...
    fn with_times(times: &[&str]) -> Self {
        let timeline: Vec<Value> =
            times.iter().zip('a'..).map(|(when, id)| json!({"id": id, "when": when})).collect();
        Self::new(json!([{"id": "t", "title": "", "timeline": timeline}]))
    }

    fn with_leads(leads: &[&str]) -> Self {
        let leads: Vec<Value> = leads.iter().map(|unit| json!({"role": "lead", "unit": unit})).collect();
        Self::new(json!([{"id": "t", "title": "", "assignments": leads}]))
    }

    /// Adds a line about "t" that was written on a day at noon.
    #[allow(clippy::needless_pass_by_value)] // `json!` at every call
    fn line(mut self, day: &str, fields: Value) -> Self {
        let at = DateTime::parse_from_rfc3339(&format!("{day}T12:00:00+07:00")).unwrap();
        let id = EventId::from_parts(u64::try_from(at.timestamp_millis()).unwrap(), self.lines.len() as u128);
        let mut line = json!({"id": id, "at": at, "by": "lan", "task": "t"});
        line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        if line.get("undoes").is_some() {
            line.as_object_mut().unwrap().remove("task");
        }
        self.lines.push(serde_json::from_value(line).unwrap());
        self
    }

    /// Takes back the line of a number, from 0.
    fn undo(self, day: &str, line: usize) -> Self {
        let act = self.lines[line].act_id();
        self.line(day, json!({"undoes": act}))
    }

    fn done(self, day: &str) -> Self {
        self.line(day, json!({"status": "done"}))
    }

    fn unit(self, day: &str, unit: &str, status: &str) -> Self {
        self.line(day, json!({"unit": unit, "status": status}))
    }

    fn on(&self, day: &str) -> TrackedPlan {
        let plan = json!({
            "format": "tiendo/plan", "version": 1, "id": "p", "number": null, "title": "", "year": 2022,
            "sections": [{"id": "s1", "number": "I", "title": "", "kind": "tasks", "tasks": self.tasks}],
        });
        TrackedPlan::new(serde_json::from_value(plan).unwrap(), self.lines.clone(), &self.as_of(day))
    }

    fn as_of(&self, day: &str) -> AsOf<'_> {
        let day = day.parse().unwrap();
        AsOf { day, zone: None, settings: &self.settings, directory: &self.directory }
    }

    /// The status and timeliness of the first task.
    fn stands(&self, day: &str) -> (Status, Timeliness) {
        let tracked = self.on(day);
        (tracked.standing(0).status.clone(), tracked.standing(0).timeliness)
    }

    fn status(&self, day: &str) -> Status {
        self.stands(day).0
    }

    fn first_list(&self, day: &str) -> Vec<UnitStanding> {
        self.on(day).periods(0, &self.as_of(day)).remove(0).checklist
    }

    fn checklist(&self, day: &str) -> Vec<(String, Status)> {
        self.first_list(day).into_iter().map(|unit| (unit.unit, unit.status)).collect()
    }
}

#[test]
fn lateness_is_reckoned_for_the_day() {
    let case = Case::with_times(&["by 2022-03-18"]);
    assert_eq!(case.stands("2022-03-01"), (Status::Todo, Timeliness::WithinTerm(17)));
    assert_eq!(case.stands("2022-03-11"), (Status::Todo, Timeliness::DueSoon(7)));
    assert_eq!(case.stands("2022-03-18"), (Status::Todo, Timeliness::DueSoon(0)));
    assert_eq!(case.stands("2022-03-20"), (Status::Todo, Timeliness::Overdue(2)));
    let late = case.line("2022-03-25", json!({"status": "done", "on": "2022-03-21"}));
    assert_eq!(late.stands("2022-04-01"), (Status::Done, Timeliness::DoneLate(3)));
    assert_eq!(late.stands("2022-03-20"), (Status::Todo, Timeliness::Overdue(2)));
    assert_eq!(late.stands("2022-03-21"), (Status::Done, Timeliness::DoneLate(3)), "dated back by `on`");
}

#[test]
fn what_has_no_deadline_is_never_overdue() {
    for (when, expected) in [
        ("ongoing", Timeliness::Ongoing),
        ("daily", Timeliness::Ongoing),
        ("2022-Q1/..", Timeliness::Ongoing),
        ("pending", Timeliness::NoDate),
    ] {
        assert_eq!(Case::with_times(&[when]).stands("2023-06-01"), (Status::Todo, expected), "{when}");
    }
    assert_eq!(Case::with_times(&[]).stands("2023-06-01"), (Status::Todo, Timeliness::NoDate));
}

#[test]
fn a_line_without_a_period_speaks_of_the_earliest_open_one() {
    let case = Case::with_times(&["before 2022-10-15", "before 2022-03-18"]);
    let once = case.done("2022-03-10");
    assert_eq!(once.stands("2022-03-20"), (Status::Doing, Timeliness::WithinTerm(208)));
    assert!((once.on("2022-03-20").standing(0).share() - 0.5).abs() < 1e-9);
    let twice = once.done("2022-10-14");
    assert_eq!(twice.stands("2022-10-20"), (Status::Done, Timeliness::DoneOnTime));
}

#[test]
fn a_task_is_as_late_as_the_worst_of_its_done_periods() {
    let case = Case::with_times(&["quarterly"]);
    let case = ["2022-03-30", "2022-07-05", "2022-09-30", "2022-12-30"].into_iter().fold(case, Case::done);
    assert_eq!(case.stands("2022-12-31"), (Status::Done, Timeliness::DoneLate(5)));
}

#[test]
fn several_leads_make_a_checklist() {
    let case = Case::with_leads(&["Sở A", "Sở B"]);
    assert_eq!(case.status("2022-01-01"), Status::Todo);
    let one = case.unit("2022-02-01", "sở a", "done");
    assert_eq!(one.status("2022-02-01"), Status::Doing);
    assert_eq!(one.checklist("2022-02-01"), [("Sở A".into(), Status::Done), ("Sở B".into(), Status::Todo)]);
    let both = one.unit("2022-02-02", "Sở B", "done");
    assert_eq!(both.status("2022-02-02"), Status::Done);
    assert_eq!(both.status("2022-02-01"), Status::Doing);
}

#[test]
fn a_line_for_the_whole_decides_over_the_checklist() {
    let closed = Case::with_leads(&["Sở A", "Sở B"]).unit("2022-02-01", "Sở A", "doing").done("2022-02-02");
    assert_eq!(closed.status("2022-02-02"), Status::Done);
    let later = closed.unit("2022-02-03", "Sở A", "done");
    assert_eq!(
        later.status("2022-02-03"),
        Status::Done,
        "a late document of one unit does not reopen the task"
    );
    let all = Case::with_leads(&["Sở A"]).unit("2022-02-01", "Sở A", "done");
    assert_eq!(all.status("2022-02-01"), Status::Done);
    let reopened = all.line("2022-02-02", json!({"status": "todo"}));
    assert_eq!(reopened.status("2022-02-02"), Status::Todo);
    assert_eq!(reopened.unit("2022-02-03", "Sở A", "done").status("2022-02-03"), Status::Done);
}

#[test]
fn a_collective_stands_for_its_members() {
    let mut case = Case::with_leads(&["Các sở"]);
    let members = vec!["Sở A".to_owned(), "Sở B".to_owned()];
    case.directory = Directory::new(vec![Unit { name: "Các sở".into(), members, ..Unit::default() }]);
    let one = case.unit("2022-02-01", "Sở A", "done").unit("2022-02-01", "Sở X", "done");
    assert_eq!(one.status("2022-02-01"), Status::Doing, "a unit that does not owe the task closes nothing");
    assert_eq!(one.checklist("2022-02-01").len(), 3);
    assert_eq!(one.unit("2022-02-02", "các sở", "done").status("2022-02-02"), Status::Done);
}

#[test]
fn an_extension_moves_the_deadline_and_keeps_the_first() {
    let case = Case::with_times(&["by 2022-09-30"]);
    let case = case.line("2022-09-20", json!({"extend": {"to": "by 2022-11-30", "evidence": "45/CV-SNV"}}));
    assert_eq!(case.stands("2022-10-10").1, Timeliness::WithinTerm(51));
    assert_eq!(case.stands("2022-09-10").1, Timeliness::WithinTerm(20), "before it was granted");
    let mark = &case.on("2022-10-10").marks(0)[0].clone();
    assert_eq!(mark.first_last, NaiveDate::from_ymd_opt(2022, 9, 30));
    assert_eq!(case.on("2022-10-10").standing(0).moves, 1);
}

#[test]
fn an_undo_takes_back_and_a_redo_brings_again() {
    let case = Case::with_times(&["2022"]).done("2022-03-10").undo("2022-03-12", 0);
    assert_eq!(case.status("2022-03-12"), Status::Todo);
    assert_eq!(case.status("2022-03-11"), Status::Done, "as of a day before it was taken back");
    assert_eq!(case.undo("2022-03-13", 1).status("2022-03-13"), Status::Done);
}

#[test]
fn a_line_dated_back_and_taken_back_never_shows() {
    let done = json!({"status": "done", "on": "2022-03-09"});
    let case = Case::with_times(&["2022"]).line("2022-03-12", done).undo("2022-03-12", 0);
    assert_eq!(case.status("2022-03-10"), Status::Todo);
}

#[test]
fn a_group_comes_to_what_its_tasks_come_to() {
    let mut case =
        Case::new(json!([{"id": "g", "title": "", "timeline": [{"id": "a", "when": "2022-Q1"}], "tasks": [
            {"id": "t", "title": "", "timeline": [{"id": "a", "when": "half-yearly"}]},
            {"id": "u", "title": ""},
            {"id": "v", "title": ""},
        ]}]));
    case = case.done("2022-06-01").line("2022-06-01", json!({"task": "v", "status": "cancelled"}));
    let tracked = case.on("2022-06-02");
    let expected = Tally { tasks: 2, begun: 1, share: 0.5, overdue: 1, cancelled: 1, ..Tally::default() };
    assert_eq!(*tracked.tally(), expected, "u takes the group's quarter and is overdue");
    assert_eq!(tracked.standing(0).percent, Some(25));
}

#[test]
fn a_group_has_begun_once_work_on_one_of_its_tasks_has() {
    let case = Case::new(json!([{"id": "g", "title": "", "tasks": [
        {"id": "t", "title": ""}, {"id": "u", "title": ""},
    ]}]));
    assert_eq!(case.status("2022-02-01"), Status::Todo);
    assert_eq!(case.line("2022-02-01", json!({"status": "doing"})).status("2022-02-01"), Status::Doing);
}

#[test]
fn the_day_of_a_checklist_is_that_of_the_last_who_owes() {
    let mut case = Case::new(json!([{"id": "t", "title": "",
        "assignments": [{"role": "lead", "unit": "Sở A"}, {"role": "lead", "unit": "Sở B"}],
        "timeline": [{"id": "a", "when": "by 2022-10-01"}]}]));
    for (day, unit, status) in
        [("2022-09-01", "Sở A", "done"), ("2022-09-02", "Sở B", "done"), ("2022-11-01", "Sở C", "doing")]
    {
        case = case.unit(day, unit, status);
    }
    assert_eq!(case.stands("2022-11-02"), (Status::Done, Timeliness::DoneOnTime));
}

#[test]
fn a_line_without_a_period_goes_on_where_a_checklist_has_closed_one() {
    let leads = json!([{"role": "lead", "unit": "Sở A"}, {"role": "lead", "unit": "Sở B"}]);
    let timeline = json!([{"id": "a", "when": "quarterly"}]);
    let case = Case::new(json!([{"id": "t", "title": "", "assignments": leads, "timeline": timeline}]));
    let first = case.unit("2022-03-01", "Sở A", "done").unit("2022-03-01", "Sở B", "done");
    let second = first.unit("2022-06-01", "Sở A", "done");
    let of =
        |case: &Case, day| case.on(day).marks(0).iter().map(|mark| mark.status.clone()).collect::<Vec<_>>();
    assert_eq!(of(&second, "2022-06-02")[..2], [Status::Done, Status::Doing]);
    let third = second.unit("2022-06-02", "Sở A", "done");
    assert_eq!(of(&third, "2022-06-02")[1..3], [Status::Doing, Status::Doing], "the next of its own share");
}

#[test]
fn a_collective_does_not_speak_over_its_members() {
    let mut case = Case::with_leads(&["Các sở"]);
    let members = vec!["Sở A".to_owned(), "Sở B".to_owned()];
    case.directory = Directory::new(vec![Unit { name: "Các sở".into(), members, ..Unit::default() }]);
    let own = json!({"unit": "Sở A", "status": "done", "evidence": "12/BC"});
    let case = case.line("2022-02-01", own).unit("2022-02-02", "Các sở", "done");
    let list = case.first_list("2022-02-03");
    let evidence: Vec<Option<&str>> = list.iter().map(|unit| unit.evidence.as_deref()).collect();
    assert_eq!(evidence, [Some("12/BC"), None]);
    assert!(list.iter().all(|unit| unit.status == Status::Done));
}

#[test]
fn a_checklist_is_cancelled_when_all_are_and_made_of_those_who_report_where_nobody_leads() {
    let case = Case::with_leads(&["Sở A", "Sở B"]).unit("2022-02-01", "Sở A", "cancelled");
    assert_eq!(case.unit("2022-02-02", "Sở B", "cancelled").status("2022-02-02"), Status::Cancelled);
    let nobody = Case::with_leads(&[]).unit("2022-02-01", "Sở A", "done").unit("2022-02-01", "Sở B", "doing");
    assert_eq!(nobody.status("2022-02-01"), Status::Doing);
    assert_eq!(nobody.unit("2022-02-02", "Sở B", "done").status("2022-02-02"), Status::Done);
}

#[test]
fn the_list_of_leads_is_there_before_anybody_reports() {
    let two = Case::with_leads(&["Sở A", "SỞ A", "Sở B"]);
    assert_eq!(two.checklist("2022-02-01"), [("Sở A".into(), Status::Todo), ("Sở B".into(), Status::Todo)]);
    assert_eq!(Case::with_leads(&["Sở A"]).checklist("2022-02-01"), []);
}

#[test]
fn an_extension_of_what_is_closed_does_not_make_it_timely() {
    let extend = || json!({"extend": {"to": "by 2022-11-30"}});
    let late = Case::with_times(&["by 2022-09-30"]).done("2022-10-10").line("2022-10-11", extend());
    assert_eq!(late.stands("2022-10-12"), (Status::Done, Timeliness::DoneLate(10)));
    assert_eq!(late.on("2022-10-12").standing(0).moves, 0);
    let reopened = late.line("2022-10-13", json!({"status": "doing", "period": "a"}));
    assert_eq!(reopened.stands("2022-10-13"), (Status::Doing, Timeliness::WithinTerm(48)));
    assert_eq!(reopened.done("2022-10-14").stands("2022-10-15"), (Status::Done, Timeliness::DoneOnTime));
}

#[test]
fn a_line_counts_once_it_is_written_wherever_the_reader_is() {
    let case = Case::with_times(&["2022"]);
    let line = json!({"id": EventId::from_parts(1, 1), "at": "2022-11-20T00:30:00+07:00", "by": "lan",
        "task": "t", "status": "done"});
    let case = Case { lines: vec![serde_json::from_value(line).unwrap()], ..case };
    let (plan, events) = case.on("2022-11-01").into_parts();
    let day = "2022-11-19".parse().unwrap();
    for (zone, expected) in [(None, Status::Todo), (FixedOffset::east_opt(0), Status::Done)] {
        let as_of = AsOf { day, zone, settings: &case.settings, directory: &case.directory };
        let tracked = TrackedPlan::new(plan.clone(), events.clone(), &as_of);
        assert_eq!(tracked.standing(0).status, expected, "{zone:?}");
    }
}

#[test]
fn history_ends_with_the_day() {
    let case = Case::with_times(&["2022"]).done("2022-03-10").undo("2022-03-12", 0).done("2022-03-14");
    let told = |day: &str| {
        let as_of = case.as_of(day);
        let tracked = case.on(day);
        let told: Vec<bool> =
            tracked.history(&TaskId("t".into()), &as_of).iter().map(|told| told.undone).collect();
        let acts = Acts::as_of([("p", tracked.events())], &as_of);
        let is_undone = acts.lines().first().map(|(_, event)| acts.is_undone(event.act_id()));
        assert_eq!(is_undone, told.last().copied(), "{day}");
        (told, acts.lines().len())
    };
    assert_eq!(told("2022-03-09"), (vec![], 0));
    assert_eq!(told("2022-03-11"), (vec![false], 1));
    assert_eq!(told("2022-03-13"), (vec![false, true], 2));
    assert_eq!(told("2022-03-14"), (vec![false, false, true], 3));
}

#[test]
fn a_time_of_too_many_periods_is_a_flaw() {
    let flaws =
        |when| Case::with_times(&[when]).on("2022-01-01").flaws(&Case::with_times(&[]).as_of("2022-01-01"));
    assert_eq!(flaws("weekly 2022/2030"), []);
    assert!(matches!(flaws("weekly 1900/2999").as_slice(), [PlanFlaw::TooManyPeriods(_)]));
}

#[test]
fn unknown_status_is_kept_as_read() {
    let case = Case::with_times(&["2022"]).line("2022-02-01", json!({"status": "returned"}));
    assert_eq!(case.status("2022-02-02"), Status::Other("returned".into()));
}
