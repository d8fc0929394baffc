//! What a coordinator asks of the sample plans on Sunday 20/11/2022, and the answers worked out by hand.

use serde_json::Value;

use super::office::{Office, column};

/// The demonstration, on its own day.
fn ask(arguments: &[&str]) -> Value {
    let answer = Office::empty().with("TIENDO_TODAY", "").run(&[&["--demo"], arguments].concat());
    assert_eq!(answer.status, 0, "{arguments:?}: {}", answer.err);
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
}

/// The tasks that a list answers, each as the first part of its plan's id and its path.
fn list(arguments: &[&str]) -> Vec<String> {
    short(&ask(&[&["list", "--json"], arguments].concat()))
}

fn short(rows: &Value) -> Vec<String> {
    let short = |address: &String| {
        let (plan, path) = address.split_once(':').unwrap();
        format!("{}:{path}", plan.split('-').next().unwrap())
    };
    column(rows, "address").iter().map(short).collect()
}

fn check(arguments: &[&str], expected: &[&str]) {
    assert_eq!(list(arguments), expected, "{arguments:?}");
}

#[test]
fn how_many_plans_and_tasks_and_how_far_is_each() {
    let plans =
        [("03", 16, 5, 31), ("cong", 18, 3, 19), ("dan", 17, 4, 30), ("phat", 18, 3, 19), ("tri", 15, 2, 16)];
    for (plan, tasks, done, percent) in plans {
        let progress = &ask(&["show", plan, "--json"])["progress"];
        let told = ["tasks", "done", "percent"].map(|field| progress[field].as_i64().unwrap());
        assert_eq!(told, [tasks, done, percent], "{plan}");
    }
    assert_eq!(list(&[]).len(), 85);
}

#[test]
fn how_many_are_in_each_status() {
    let statuses =
        [("todo", 24), ("doing", 39), ("reported", 3), ("done", 17), ("paused", 1), ("cancelled", 1)];
    for (status, count) in statuses {
        assert_eq!(list(&["--status", status]).len(), count, "{status}");
    }
}

#[test]
fn what_is_overdue_and_what_falls_due() {
    let overdue = ask(&["list", "--overdue", "--json"]);
    assert_eq!(short(&overdue), ["03:II.4", "dan:III.3", "trien:II~2.3.2"]);
    assert_eq!(column(&overdue, "days"), ["234", "10", "37"]);
    check(&["--due-within", "7d"], &["03:II.7", "cong:IV.3.2"]);
    check(&["--due-within", "14d"], &["03:II.7", "cong:IV.3.2"]);
    assert!(list(&["--due-within", "41d"]).len() > 2);
}

#[test]
fn which_finished_tasks_were_late() {
    let done = ask(&["list", "--status", "done", "--json"]);
    let late: Vec<(String, i64)> = done
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["timeliness"] == "done_late")
        .map(|row| (row["task"].as_str().unwrap().to_owned(), row["days"].as_i64().unwrap()))
        .collect();
    assert_eq!(late.iter().map(|(_, days)| *days).collect::<Vec<_>>(), [12, 4]);
    let on_time = column(&done, "timeliness").iter().filter(|word| *word == "done_on_time").count();
    assert_eq!(on_time, 4);
}

#[test]
fn how_many_tasks_have_no_date() {
    let rows = ask(&["list", "--json"]);
    assert_eq!(column(&rows, "timeliness").iter().filter(|word| *word == "overdue").count(), 3);
    let agenda = ask(&["agenda", "--json"]);
    assert_eq!(column(&agenda, "horizon").iter().filter(|word| *word == "no_date").count(), 51);
}

#[test]
fn what_does_so_noi_vu_owe() {
    check(&["--unit", "so noi vu"], &["03:II.6", "03:II.9", "03:II.10"]);
    check(
        &["--unit", "SNV", "--collectives"],
        &[
            "03:II.1", "03:II.2", "03:II.3", "03:II.4", "03:II.5", "03:II.6", "03:II.9", "03:II.10",
            "03:II.13", "03:II.14", "03:II.15",
        ],
    );
    check(&["--unit", "SNV", "--quarter", "2022-Q4"], &["03:II.9", "03:II.10"]);
}

#[test]
fn what_do_other_units_owe() {
    check(
        &["--unit", "Ban Dân vận Tỉnh ủy"],
        &["03:II.3", "03:II.4", "03:II.7", "03:II.8", "03:II.9", "03:II.14", "dan:II.8"],
    );
    check(
        &["--unit", "Văn phòng Sở"],
        &["cong:IV.1.1", "cong:IV.1.2", "cong:IV.1.3", "trien:II~2.1.1", "trien:II~2.1.2", "trien:II~2.1.3"],
    );
    let centre = "Trung tâm Huấn luyện và Thi đấu thể thao";
    check(&["--unit", centre], &[]);
    assert_eq!(list(&["--unit", centre, "--collectives"]).len(), 6);
}

#[test]
fn what_is_the_workload_of_the_helpers() {
    let rows = ask(&["workload", "--unit", "Tổ giúp việc Ban Chỉ đạo tỉnh", "--json"]);
    let figures = |cell: &Value| (cell["done"].as_i64().unwrap(), cell["total"].as_i64().unwrap());
    let row = &rows[0];
    assert_eq!((figures(&row["quarters"][2]), figures(&row["quarters"][3])), ((1, 1), (0, 2)));
    assert_eq!((figures(&row["year"]), figures(&row["sum"])), ((1, 1), (2, 4)));
}

/// The units of a period's checklist that are done, of those that owe it.
fn reported(address: &str, period: usize) -> (usize, usize, Vec<String>) {
    let task = ask(&["show", address, "--json"]);
    let units = task["standings"][period]["checklist"].as_array().unwrap().clone();
    let open: Vec<String> = units
        .iter()
        .filter(|unit| unit["status"] != "done")
        .map(|unit| unit["unit"].as_str().unwrap().to_owned())
        .collect();
    (units.len() - open.len(), units.len(), open)
}

#[test]
fn who_has_reported_and_who_is_missing() {
    let (done, all, open) = reported("03:II.9", 0);
    assert_eq!((done, all), (2, 5));
    assert_eq!(open, ["Ban Dân vận Tỉnh ủy", "Sở Nội vụ", "Thanh tra tỉnh"]);
    assert_eq!(reported("tri:II~2.3.2", 0).0, 5);
    let missing = vec!["Trung tâm Huấn luyện và Thi đấu thể thao".to_owned()];
    assert_eq!(reported("tri:II~2.3.2", 1), (4, 5, missing));
    assert_eq!(reported("cong:IV.3.2", 1).0, 3);
}

#[test]
fn which_deadlines_were_moved() {
    let task = ask(&["show", "03:II.7", "--json"]);
    let period = &task["standings"][0];
    assert_eq!((&period["first_last"], &period["last"]), (&"2022-09-30".into(), &"2022-11-24".into()));
    let task = ask(&["show", "cong:IV.3.2", "--json"]);
    let period = &task["standings"][1];
    assert_eq!((&period["first_last"], &period["last"]), (&"2022-10-14".into(), &"2022-11-25".into()));
}

#[test]
fn how_do_the_quarterly_reports_stand() {
    let task = ask(&["show", "dan:II.8", "--json"]);
    assert_eq!((&task["periods_done"], &task["periods"], &task["days"]), (&3.into(), &4.into(), &41.into()));
    let after = ask(&["done", "dan:II.8", "--json"]);
    assert_eq!(after["tasks"][0]["status"], "done");
}

#[test]
fn what_waits_for_confirmation_and_what_rests() {
    check(&["--status", "reported"], &["03:II.8", "phat:II.3.4", "trien:II.1.6"]);
    check(&["--status", "paused"], &["cong:II.3.2"]);
    check(&["--status", "cancelled"], &["trien:II.1.7"]);
}

#[test]
fn what_runs_in_the_fourth_quarter() {
    let first = ["1", "2", "3", "5", "7", "8", "9", "10", "11", "12", "14", "16"]
        .map(|number| format!("03:II.{number}"));
    let others = ["cong:IV.3.2", "dan:II.8", "dan:III.3", "phat:III.3", "trien:II~2.3.2"].map(str::to_owned);
    assert_eq!(list(&["--quarter", "2022-Q4"]), [first.as_slice(), &others].concat());
}

#[test]
fn how_did_it_stand_in_the_past() {
    let overdue = ask(&["list", "--overdue", "--json", "--as-of", "1/10/2022"]);
    assert_eq!(short(&overdue), ["03:II.4", "03:II.13"]);
    assert_eq!(column(&overdue, "days"), ["184", "1"]);
    assert_eq!(ask(&["show", "03:II.6", "--json", "--as-of", "2022-09-29"])["status"], "done");
    let never = ask(&["show", "03:II.14", "--json"]);
    assert_eq!(never["status"], "todo");
    assert_eq!(never["history"].as_array().unwrap().iter().filter(|line| line["undone"] == true).count(), 1);
}
