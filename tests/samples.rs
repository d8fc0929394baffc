//! The sample workspace under `data/`: what the files promise each other, and how they stand on 20/11/2022.
#![cfg(test)]

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tiendo::domain::{
    Act, AsOf, Directory, Event, EventId, PeriodKey, Plan, Settings, Status, Task, TaskId, Timeliness,
    TrackedPlan, UnitsFile,
};
use tiendo::store::SAMPLES;
use tiendo::text::width;
use unicode_normalization::is_nfc;

/// Every plan and how many tasks each of its sections has, in the order of the text.
const TASKS: [(&str, &[usize]); 5] = [
    ("03-kh-bcd-2022", &[0, 16, 0]),
    ("cong-tac-dan-van-cua-so-2022", &[0, 11, 0, 7]),
    ("dan-chu-va-dan-van-chinh-quyen-2022", &[0, 12, 5]),
    ("phat-huy-dan-chu-trong-co-quan-2022", &[0, 14, 4]),
    ("trien-khai-quy-che-dan-chu-2022", &[0, 9, 7]),
];

/// The widest title that still fits a line of a list.
const TITLE_COLUMNS: usize = 120;

/// So many words in a row that a document also has are a copied sentence, names of units aside.
const COPIED_WORDS: usize = 10;

fn text(path: &str) -> &'static str {
    let (_, bytes) = SAMPLES.iter().find(|(sample, _)| *sample == path).expect(path);
    std::str::from_utf8(bytes).expect(path)
}

fn read<T: DeserializeOwned>(path: &str) -> T {
    serde_json::from_str(text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn plan(id: &str) -> Plan {
    read(&format!("plans/{id}.json"))
}

fn journal(id: &str) -> Vec<Event> {
    let path = format!("journal/{id}.jsonl");
    let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{path}: {error}: {line}"));
    text(&path).lines().map(parse).collect()
}

fn plans() -> Vec<Plan> {
    TASKS.iter().map(|(id, _)| plan(id)).collect()
}

fn directory() -> Directory {
    Directory::new(read::<UnitsFile>("units.json").units)
}

/// All tasks of a plan, groups too, each with the timeline in force.
fn tasks(plan: &Plan) -> Vec<(&Task, HashSet<String>)> {
    let tracked = plan.sections.iter().flat_map(|section| &section.tasks);
    let mut open: Vec<(&Task, HashSet<String>)> = tracked.map(|task| (task, HashSet::new())).collect();
    let mut found = Vec::new();
    while let Some((task, above)) = open.pop() {
        let own: HashSet<String> = task.timeline.iter().flat_map(|entry| periods(plan, entry)).collect();
        let force = if task.timeline.is_empty() { above } else { own };
        open.extend(task.tasks.iter().map(|child| (child, force.clone())));
        found.push((task, force));
    }
    found
}

fn periods(plan: &Plan, entry: &tiendo::domain::Entry) -> Vec<String> {
    let named = |occurrence: tiendo::domain::when::Occurrence| match occurrence.name {
        Some(name) => format!("{}/{name}", entry.id),
        None => entry.id.clone(),
    };
    entry.when.occurrences(plan.term(), false).into_iter().map(named).collect()
}

fn leaves(tasks: &[Task]) -> usize {
    tasks.iter().map(|task| if task.is_group() { leaves(&task.tasks) } else { 1 }).sum()
}

fn printed(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut found = BTreeSet::from(["workspace.json".to_owned(), "units.json".to_owned()]);
    for folder in ["plans", "journal"] {
        for entry in std::fs::read_dir(data.join(folder)).unwrap() {
            found.insert(format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()));
        }
    }
    assert_eq!(found, SAMPLES.iter().map(|(path, _)| (*path).to_owned()).collect());
}

#[test]
fn every_file_reads_and_prints_as_it_stands() {
    assert_eq!(printed(&read::<Settings>("workspace.json")), text("workspace.json"));
    assert_eq!(printed(&read::<UnitsFile>("units.json")), text("units.json"));
    for plan in plans() {
        assert_eq!(printed(&plan), text(&format!("plans/{}.json", plan.id)));
        let print = |event| serde_json::to_string(event).unwrap() + "\n";
        let lines: String = journal(&plan.id).iter().map(print).collect();
        assert_eq!(lines, text(&format!("journal/{}.jsonl", plan.id)));
    }
    for (path, _) in SAMPLES {
        assert!(is_nfc(text(path)), "{path}");
    }
}

#[test]
fn ids_are_unique_and_well_formed() {
    let mut seen = HashSet::new();
    for plan in plans() {
        let mut sections = HashSet::new();
        assert!(plan.sections.iter().all(|section| sections.insert(&section.id)), "{}", plan.id);
        for (task, _) in tasks(&plan) {
            assert_eq!(task.id.as_str().len(), TaskId::from_random(0).as_str().len(), "{}", task.id);
            assert!(seen.insert(task.id.clone()), "{} stands twice", task.id);
            let mut entries = HashSet::new();
            assert!(task.timeline.iter().all(|entry| entries.insert(&entry.id)), "{}", task.id);
        }
    }
}

#[test]
fn the_plans_have_the_tasks_of_their_documents() {
    for (id, counts) in TASKS {
        let plan = plan(id);
        let found: Vec<usize> = plan.sections.iter().map(|section| leaves(&section.tasks)).collect();
        assert_eq!(found, counts, "{id}");
    }
}

#[test]
fn titles_fit_one_line() {
    for plan in plans() {
        let tasks = tasks(&plan);
        for title in tasks.iter().map(|(task, _)| &task.title).chain([&plan.title]) {
            assert!(!title.is_empty() && width(title) <= TITLE_COLUMNS, "{title}");
            assert_eq!(tiendo::text::one_line(title), title.as_str());
        }
    }
}

#[test]
fn every_unit_has_one_entry() {
    let units = read::<UnitsFile>("units.json").units;
    let directory = directory();
    let mut names: HashMap<String, &str> = HashMap::new();
    for unit in &units {
        for name in std::iter::once(&unit.name).chain(&unit.short).chain(&unit.aliases) {
            let holder = names.entry(tiendo::text::spelling(name)).or_insert(&unit.name);
            assert_eq!(*holder, unit.name, "{name} names two units");
        }
        for name in unit.members.iter().chain(&unit.part_of) {
            assert!(directory.find(name).is_some(), "{name} of {} has no entry", unit.name);
        }
    }
    for plan in plans() {
        for (task, _) in tasks(&plan) {
            let assigned = task.assignments.iter().map(|a| &a.unit);
            let via = task.assignments.iter().filter_map(|a| a.via.as_ref());
            for name in assigned.chain(via).chain(&task.reports_to).chain([&plan.issuer]) {
                assert!(directory.find(name).is_some(), "{name} has no entry");
            }
        }
    }
}

#[test]
fn every_line_of_a_journal_speaks_of_something_that_is_there() {
    let directory = directory();
    for plan in plans() {
        let tasks: HashMap<&TaskId, HashSet<String>> =
            tasks(&plan).into_iter().map(|(task, periods)| (&task.id, periods)).collect();
        let events = journal(&plan.id);
        let there = |task: &TaskId, period: Option<&PeriodKey>| {
            let periods = tasks.get(task).unwrap_or_else(|| panic!("{}: no task {task}", plan.id));
            assert!(period.is_none_or(|key| periods.contains(&key.0)), "{}: {task} {period:?}", plan.id);
        };
        let known = |unit: &str| assert!(directory.find(unit).is_some(), "{unit} has no entry");
        for event in &events {
            match &event.act {
                Act::Update(update) => {
                    there(&update.task, update.period.as_ref());
                    update.unit.iter().for_each(|unit| known(unit));
                }
                Act::Extend(extension) => there(&extension.task, extension.period.as_ref()),
                Act::Remind(reminder) => {
                    known(&reminder.unit);
                    reminder.tasks.iter().for_each(|task| there(task, None));
                }
                Act::Undo(act) => assert!(events.iter().any(|e| e.id < event.id && e.act_id() == *act)),
                Act::Edit(edits) => edits.places().iter().for_each(|place| {
                    let id = place.split('/').nth(1).unwrap();
                    there(&TaskId::from(id), None);
                }),
                Act::Unknown => panic!("{}: {event:?}", plan.id),
            }
        }
    }
}

#[test]
fn the_ids_of_a_journal_grow_and_tell_the_time() {
    for (id, _) in TASKS {
        let mut last = EventId::nil();
        for event in journal(id) {
            assert!(event.id > last, "{id}: {}", event.id);
            last = event.id;
            let written = i64::try_from(event.id.timestamp_ms()).unwrap();
            assert_eq!(written / 1000, event.at.timestamp(), "{id}: {}", event.id);
            assert_eq!(event.at.offset().local_minus_utc(), 7 * 3600);
        }
    }
}

/// A plan as it stands on 20/11/2022.
fn tracked<'a>(id: &str, settings: &'a Settings, directory: &'a Directory) -> (TrackedPlan, AsOf<'a>) {
    let as_of = AsOf { day: "2022-11-20".parse().unwrap(), zone: None, settings, directory };
    (TrackedPlan::new(plan(id), journal(id), &as_of), as_of)
}

#[test]
fn on_20_november_2022_there_is_something_of_everything() {
    let (settings, directory) = (read("workspace.json"), directory());
    let mut found: Vec<String> = Vec::new();
    for (id, _) in TASKS {
        let (tracked, _) = tracked(id, &settings, &directory);
        let tally = tracked.tally();
        let place = |wanted: fn(Timeliness) -> bool| {
            let leaves = tracked.outline().leaves();
            let titles = leaves.filter(|place| wanted(tracked.standing(*place).timeliness));
            titles.map(|place| tracked.task(place).number.clone()).collect::<Vec<_>>().join(" ")
        };
        found.push(format!(
            "{id}: {}/{} {}% cancelled {} overdue [{}] soon [{}] late [{}]",
            tally.done,
            tally.tasks,
            tally.percent().unwrap_or_default(),
            tally.cancelled,
            place(Timeliness::is_overdue),
            place(Timeliness::is_due_soon),
            place(|timeliness| matches!(timeliness, Timeliness::DoneLate(_))),
        ));
    }
    insta::assert_snapshot!(found.join("\n"), @r"
    03-kh-bcd-2022: 5/16 31% cancelled 0 overdue [4] soon [7] late [13]
    cong-tac-dan-van-cua-so-2022: 3/18 19% cancelled 0 overdue [] soon [-] late []
    dan-chu-va-dan-van-chinh-quyen-2022: 4/17 30% cancelled 0 overdue [3] soon [] late [2]
    phat-huy-dan-chu-trong-co-quan-2022: 3/18 19% cancelled 0 overdue [] soon [] late []
    trien-khai-quy-che-dan-chu-2022: 2/15 16% cancelled 1 overdue [-] soon [] late []
    ");
}

#[test]
fn item_9_of_the_province_is_a_checklist_of_five() {
    let (settings, directory) = (read("workspace.json"), directory());
    let (tracked, as_of) = tracked("03-kh-bcd-2022", &settings, &directory);
    let place = tracked.outline().leaves().find(|place| tracked.task(*place).number == "9").unwrap();
    let periods = tracked.periods(place, &as_of);
    let list = periods[0].checklist.iter().map(|unit| (unit.unit.as_str(), unit.status.clone()));
    assert_eq!(
        list.collect::<Vec<_>>(),
        [
            ("Ban Dân vận Tỉnh ủy", Status::Todo),
            ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", Status::Done),
            ("Sở Nội vụ", Status::Doing),
            ("Thanh tra tỉnh", Status::Todo),
            ("Sở Tư pháp", Status::Done),
        ]
    );
    assert_eq!(tracked.standing(place).status, Status::Doing);
}

/// The folder beside the project, or `None` and a loud word that the test could not run.
fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("TIENDO_SHARED").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        // Past the capture of the test harness, which shows nothing of a test that passes.
        let _ = writeln!(
            std::io::stderr(),
            "\n*** NOT CHECKED against the documents: TIENDO_SHARED names no folder ***"
        );
    }
    folder
}

#[test]
fn no_sentence_is_copied_from_the_documents() {
    let Some(shared) = shared() else { return };
    let mut copied = HashSet::new();
    for entry in std::fs::read_dir(shared.join("seeds")).unwrap() {
        let document = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        copied.extend(words(&document).windows(COPIED_WORDS).map(<[String]>::to_vec));
    }
    assert!(copied.len() > 1000, "the documents are not there");
    for (path, _) in SAMPLES {
        for line in documents(path) {
            sentences(&line, &mut |sentence| {
                let found = words(sentence)
                    .windows(COPIED_WORDS)
                    .find(|run| copied.contains(*run))
                    .map(<[String]>::to_vec);
                assert_eq!(found, None, "{path}: {sentence}");
            });
        }
    }
}

/// The JSON documents of a file: one, or one a line.
fn documents(path: &str) -> Vec<Value> {
    if path.starts_with("journal/") {
        return text(path).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    }
    vec![read(path)]
}

/// All texts of a document but names of units, which are as they are.
fn sentences(value: &Value, seen: &mut impl FnMut(&str)) {
    const NAMES: [&str; 8] = ["unit", "via", "issuer", "name", "short", "aliases", "members", "part_of"];
    match value {
        Value::String(text) => seen(text),
        Value::Array(items) => items.iter().for_each(|item| sentences(item, seen)),
        Value::Object(fields) => {
            let prose =
                fields.iter().filter(|(name, _)| !NAMES.contains(&name.as_str()) && *name != "reports_to");
            prose.for_each(|(_, value)| sentences(value, seen));
        }
        _ => {}
    }
}

fn words(text: &str) -> Vec<String> {
    let mark = |c: char| !c.is_alphanumeric();
    let words = text.split_whitespace().map(|word| word.trim_matches(mark).to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}
