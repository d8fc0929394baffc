//! The use cases on real files: what one writes another finds, what is taken back is gone.

use std::path::Path;

use proptest::prelude::*;
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::domain::document::diff;
use crate::domain::{Act, Change, Plan, Status, TaskId, Update};
use crate::locale::Lang;

mod reviewing;

/// A workspace folder with one plan of two tasks.
struct Office(TempDir);

impl Office {
    fn new() -> Self {
        let office = Self(tempfile::tempdir().unwrap());
        office.open("lan").commit(vec![Change::AddPlan(Box::new(plan()))]).unwrap();
        office
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn open(&self, by: &str) -> Workspace {
        Workspace::open(self.options(by)).unwrap()
    }

    fn options(&self, by: &str) -> Options {
        let today = "2022-03-20".parse().ok();
        Options { folder: Some(self.path().to_owned()), today, by: Some(by.into()), ..Options::default() }
    }

    fn status(&self, task: &str) -> Status {
        status(&self.open("?").snapshot(), task)
    }
}

fn plan() -> Plan {
    serde_json::from_value(json!({
        "format": "tiendo/plan", "version": 1, "id": "p-2022", "number": "1/KH", "title": "Kế hoạch thử", "year": 2022,
        "sections": [{"id": "s1", "number": "I", "title": "Việc", "kind": "tasks", "tasks": [
            {"id": "a", "number": "1", "title": "Một"}, {"id": "b", "number": "2", "title": "Hai"},
        ]}],
    }))
    .unwrap()
}

fn status(snapshot: &Snapshot, task: &str) -> Status {
    let tracked = snapshot.plan("p-2022").unwrap();
    tracked.standing(tracked.find(&TaskId::from(task)).unwrap()).status.clone()
}

fn mark(task: &str, status: Status) -> Change {
    let update = Update { task: task.into(), status: Some(status), ..Update::default() };
    Change::Update { plan: "p-2022".into(), update }
}

#[test]
fn an_empty_folder_is_an_empty_workspace_and_reading_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none");
    let options = Options { folder: Some(path.clone()), ..Options::default() };
    assert!(Workspace::open(options).unwrap().snapshot().plans.is_empty());
    assert!(!path.exists());
}

#[test]
fn what_is_committed_is_there_for_everyone() {
    let office = Office::new();
    let committed = office.open("lan").commit(vec![mark("a", Status::Done)]).unwrap();
    assert_eq!(status(&committed.snapshot, "a"), Status::Done);
    assert_eq!(office.status("a"), Status::Done);
    let before = Options { as_of: "2022-03-19".parse().ok(), ..office.options("lan") };
    assert_eq!(status(&Workspace::open(before).unwrap().snapshot(), "a"), Status::Todo);
}

#[test]
fn another_process_is_seen_by_a_refresh() {
    let office = Office::new();
    let (one, other) = (office.open("lan"), office.open("minh"));
    other.commit(vec![mark("a", Status::Doing)]).unwrap();
    assert_eq!(status(&one.snapshot(), "a"), Status::Todo);
    assert_eq!(status(&one.refresh(), "a"), Status::Doing);
    one.commit(vec![mark("b", Status::Done)]).unwrap();
    assert_eq!(status(&other.refresh(), "b"), Status::Done);
}

#[test]
fn what_is_objected_is_judged_by_what_stands_under_the_lock() {
    let office = Office::new();
    let (one, other) = (office.open("lan"), office.open("minh"));
    let percent = Update { task: "a".into(), percent: Some(40), ..Update::default() };
    other.commit(vec![mark("a", Status::Done)]).unwrap();
    let half = one.commit(vec![Change::Update { plan: "p-2022".into(), update: percent }]);
    assert!(matches!(half, Err(WorkspaceError::Objection(_))), "{half:?}");
}

#[test]
fn undo_and_redo_reach_across_restarts() {
    let office = Office::new();
    office.open("lan").commit(vec![mark("a", Status::Done)]).unwrap();
    assert_eq!(office.open("lan").undo(None).unwrap().lines.len(), 1);
    assert_eq!(office.status("a"), Status::Todo);
    office.open("lan").redo().unwrap();
    assert_eq!(office.status("a"), Status::Done);
}

#[test]
fn a_batch_is_taken_back_whole() {
    let office = Office::new();
    office.open("lan").commit(vec![mark("a", Status::Done), mark("b", Status::Done)]).unwrap();
    assert_eq!(office.open("lan").undo(None).unwrap().lines.len(), 2);
    assert_eq!((office.status("a"), office.status("b")), (Status::Todo, Status::Todo));
}

#[test]
fn what_somebody_changed_since_is_refused_with_her_name() {
    let office = Office::new();
    office.open("lan").commit(vec![mark("a", Status::Done)]).unwrap();
    office.open("minh").commit(vec![mark("a", Status::Doing)]).unwrap();
    let refused = office.open("lan").undo(None).unwrap_err();
    assert!(refused.to_string().contains("minh"), "{refused}");
}

#[test]
fn an_edit_keeps_fields_of_other_programs_and_is_taken_back() {
    let office = Office::new();
    let file = office.path().join("plans/p-2022.json");
    let text = std::fs::read_to_string(&file).unwrap();
    let foreign = text.replacen("\"title\": \"Một\"", "\"title\": \"Một\", \"colour\": \"đỏ\"", 1);
    std::fs::write(&file, foreign).unwrap();
    let workspace = office.open("lan");
    let old = serde_json::to_value(plan()).unwrap();
    let mut new = old.clone();
    new["sections"][0]["tasks"][0]["title"] = json!("Một, sửa lại");
    let edits = diff(&old, &new);
    let committed = workspace.commit(vec![Change::EditPlan { plan: "p-2022".into(), edits }]).unwrap();
    assert_eq!(committed.snapshot.plan("p-2022").unwrap().task(0).title, "Một, sửa lại");
    assert!(std::fs::read_to_string(&file).unwrap().contains("đỏ"));
    workspace.undo(None).unwrap();
    assert_eq!(office.open("lan").snapshot().plan("p-2022").unwrap().task(0).title, "Một");
    assert!(std::fs::read_to_string(&file).unwrap().contains("đỏ"));
}

#[test]
fn an_import_is_taken_back_and_brought_again() {
    let office = Office::new();
    office.open("lan").undo(None).unwrap();
    assert!(office.open("lan").snapshot().plans.is_empty());
    office.open("lan").redo().unwrap();
    assert_eq!(office.open("lan").snapshot().plan("p-2022").unwrap().plan(), &plan());
}

#[test]
fn a_stale_edit_is_refused_and_writes_nothing() {
    let office = Office::new();
    let workspace = office.open("lan");
    let edit = crate::domain::Edit {
        at: "tasks/a/title".into(),
        old: Some(json!("Không phải")),
        new: Some(json!("Gì")),
        ..crate::domain::Edit::default()
    };
    let before = std::fs::read(office.path().join("plans/p-2022.json")).unwrap();
    let changes = vec![Change::EditPlan { plan: "p-2022".into(), edits: vec![edit] }];
    assert!(matches!(workspace.commit(changes), Err(WorkspaceError::Edit(_))));
    assert_eq!(std::fs::read(office.path().join("plans/p-2022.json")).unwrap(), before);
    assert_eq!(workspace.history().len(), 1);
}

#[test]
fn reading_alone_writes_nothing() {
    let office = Office::new();
    let readonly = Workspace::open(Options { readonly: true, ..office.options("lan") }).unwrap();
    assert!(matches!(readonly.commit(vec![mark("a", Status::Done)]), Err(WorkspaceError::ReadOnly(_))));
    assert_eq!(office.status("a"), Status::Todo);
}

#[test]
fn one_broken_file_hides_no_other() {
    let office = Office::new();
    std::fs::write(office.path().join("plans/q-2022.json"), "{\n  \"id\": 3,,\n").unwrap();
    let snapshot = office.open("lan").snapshot();
    assert_eq!(snapshot.plans.len(), 1);
    let flaw = &snapshot.unreadable[0];
    assert_eq!((flaw.file.as_str(), flaw.line), ("plans/q-2022.json", Some(2)), "{flaw:?}");
}

#[test]
fn check_names_what_does_not_fit() {
    let office = Office::new();
    assert_eq!(office.open("lan").check(), []);
    office.open("lan").commit(vec![mark("a", Status::Done)]).unwrap();
    let journal = office.path().join("journal/p-2022.jsonl");
    let text = std::fs::read_to_string(&journal).unwrap().replace("\"task\":\"a\"", "\"task\":\"zz\"");
    std::fs::write(&journal, text + "{\"torn").unwrap();
    let flaws = office.open("lan").check();
    let told: Vec<_> =
        flaws.iter().map(|flaw| (flaw.file.as_str(), flaw.line, flaw.sentence(Lang::En))).collect();
    let journal = "journal/p-2022.jsonl";
    let about_zz = "speaks of the task \"zz\", which the plan does not have".to_owned();
    assert_eq!(told, [(journal, Some(2), about_zz), (journal, Some(3), "ends in a torn line".to_owned())]);
}

#[test]
fn what_is_not_there_is_not_spoken_of() {
    let office = Office::new();
    let workspace = office.open("lan");
    assert!(matches!(workspace.commit(vec![mark("zz", Status::Done)]), Err(WorkspaceError::NoTask { .. })));
    office.open("minh").commit(vec![mark("a", Status::Done)]).unwrap();
    std::fs::remove_file(office.path().join("plans/p-2022.json")).unwrap();
    assert!(matches!(workspace.commit(vec![mark("a", Status::Done)]), Err(WorkspaceError::NoPlan(_))));
    let again = Office::new();
    let added = again.open("lan").commit(vec![Change::AddPlan(Box::new(plan()))]);
    assert!(matches!(added, Err(WorkspaceError::PlanExists(_))));
}

#[test]
fn undoing_an_import_never_throws_away_what_others_did() {
    let office = Office::new();
    office.open("minh").commit(vec![mark("a", Status::Done)]).unwrap();
    let refused = office.open("lan").undo(None).unwrap_err();
    assert!(refused.to_string().contains("minh"), "{refused}");
    assert_eq!(office.status("a"), Status::Done);
}

#[test]
fn an_undo_over_two_files_is_all_or_nothing() {
    let office = Office::new();
    let workspace = office.open("lan");
    let proposal = workspace.propose(&document(READING), &Wishes::default()).unwrap();
    let committed = workspace.accept(proposal).unwrap().unwrap();
    let mut units = committed.snapshot.directory.units().to_vec();
    units[0].short = Some("STP".into());
    let edits = workspace.edits_of_units(units).unwrap();
    workspace.commit(vec![Change::EditUnits(edits)]).unwrap();
    let before = workspace.history().len();
    assert!(workspace.undo(Some(committed.act)).is_err(), "the unit has a short name now");
    let snapshot = office.open("lan").snapshot();
    assert_eq!((snapshot.plans.len(), workspace.history().len()), (2, before));
}

#[test]
fn a_directory_that_no_edit_could_name_is_not_written() {
    let office = Office::new();
    let workspace = office.open("lan");
    let unit = |name: &str| crate::domain::Unit { name: name.into(), ..crate::domain::Unit::default() };
    for units in [vec![unit("")], vec![unit("A"), unit("A")], vec![unit("A"), unit("a")]] {
        let edits = workspace.edits_of_units(units).unwrap();
        assert!(workspace.commit(vec![Change::EditUnits(edits)]).is_err());
    }
    assert!(!office.path().join("units.json").exists());
}

#[test]
fn a_plan_that_another_program_wrote_is_imported_again() {
    let office = Office::new();
    let workspace = office.open("lan");
    let proposal = workspace.propose(&document(READING), &Wishes::default()).unwrap();
    let id = proposal.plan.id.clone();
    workspace.accept(proposal).unwrap();
    let file = office.path().join(format!("plans/{id}.json"));
    let mut plan: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    plan.as_object_mut().unwrap().shift_remove("place");
    plan["sections"][0]["tasks"][0]["x-colour"] = json!("đỏ");
    std::fs::write(&file, plan.to_string()).unwrap();
    workspace.refresh();
    let text = READING.replace("Quý III/2022", "Quý IV/2022");
    let proposal = workspace.propose(&document(&text), &Wishes::default()).unwrap();
    let snapshot = workspace.accept(proposal).unwrap().unwrap().snapshot;
    assert_eq!(snapshot.plan(&id).unwrap().task(1).timeline[0].when.to_string(), "2022-Q4");
    assert!(std::fs::read_to_string(&file).unwrap().contains("đỏ"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever two people do, undo and redo, the file is what the standing edits of its journal make of it.
    #[test]
    fn the_file_is_the_fold_of_the_standing_edits(deeds in proptest::collection::vec((0usize..2, 0usize..5), 1..10)) {
        let office = Office::new();
        for (turn, (person, deed)) in deeds.into_iter().enumerate() {
            let workspace = office.open(["lan", "minh"][person]);
            // A refusal is an answer as well.
            let _ = match deed {
                0 => workspace.undo(None).map(drop),
                1 => workspace.redo().map(drop),
                2 => workspace.history().first().map_or(Ok(()), |line| workspace.undo(Some(line.event.act_id())).map(drop)),
                deed => retitle(&workspace, ["a", "b"][deed - 3], turn),
            };
        }
        let workspace = office.open("?");
        let (snapshot, mut expected) = (workspace.snapshot(), serde_json::Value::Null);
        let acts = snapshot.acts();
        for (_, event) in acts.lines().iter().filter(|(_, event)| !acts.is_undone(event.act_id())) {
            if let Act::Edit(edits) = &event.act {
                crate::domain::document::apply_all(&mut expected, &edits.read().unwrap()).unwrap();
            }
        }
        let file = office.path().join("plans/p-2022.json");
        let found = std::fs::read(&file).map_or(serde_json::Value::Null, |bytes| serde_json::from_slice(&bytes).unwrap());
        prop_assert_eq!(found, expected);
    }
}

/// Gives a task another title, if its plan is there.
fn retitle(workspace: &Workspace, task: &str, turn: usize) -> Result<(), WorkspaceError> {
    let snapshot = workspace.snapshot();
    let Some(tracked) = snapshot.plan("p-2022") else { return Ok(()) };
    let place = tracked.find(&task.into()).unwrap();
    let (old, new) = (json!(tracked.task(place).title), json!(format!("Việc {turn}")));
    let at = format!("tasks/{task}/title");
    let edit = crate::domain::Edit { at, old: Some(old), new: Some(new), ..crate::domain::Edit::default() };
    workspace.commit(vec![Change::EditPlan { plan: "p-2022".into(), edits: vec![edit] }]).map(drop)
}

#[test]
fn the_demonstration_is_a_private_copy_of_its_year() {
    let demo = Workspace::demo(Options { by: Some("lan".into()), ..Options::default() }).unwrap();
    assert_eq!(demo.snapshot().plans.len(), 5);
    assert_eq!(demo.day().to_string(), "2022-11-20");
    assert!(demo.check().is_empty(), "{:?}", demo.check());
    let path = demo.path().to_owned();
    drop(demo);
    assert!(!path.exists());
    let mut demo = Workspace::demo(Options::default()).unwrap();
    drop(demo.take_copy());
    assert!(!demo.path().exists(), "whoever took the copy decides");
}

/// A small document in the genre.
const READING: &str = "KẾ HOẠCH\nPhát triển đọc sách năm 2022\n\nSở Nội vụ xây dựng kế hoạch như sau:\n\nI. Nội dung\n\n\
    1. Mở tủ sách dùng chung tại trụ sở.\n- Cơ quan chủ trì: Sở Tư pháp.\n- Thời gian: Quý II/2022.\n\n\
    2. Tổ chức ngày đọc sách cho cán bộ.\n- Cơ quan chủ trì: Sở Tư pháp.\n- Thời gian: Quý III/2022.\n";

fn document(text: &str) -> Document {
    Document { file: "sach.txt".into(), bytes: text.into() }
}

#[test]
fn a_document_becomes_a_plan_and_its_units_enter_the_directory() {
    let office = Office::new();
    let workspace = office.open("lan");
    let proposal = workspace.propose(&document(READING), &Wishes::default()).unwrap();
    assert_eq!(workspace.history().len(), 1, "nothing is written yet");
    let committed = workspace.accept(proposal).unwrap().unwrap();
    assert_eq!(committed.snapshot.plans.len(), 2);
    assert!(office.open("minh").snapshot().directory.find("sở tư pháp").is_some());
    workspace.undo(None).unwrap();
    let snapshot = office.open("minh").snapshot();
    assert_eq!((snapshot.plans.len(), snapshot.directory.units().len()), (1, 0));
}

#[test]
fn a_document_imported_again_keeps_ids_and_progress() {
    let office = Office::new();
    let workspace = office.open("lan");
    let import = |text: &str| {
        let proposal = workspace.propose(&document(text), &Wishes::default()).unwrap();
        let (id, copy) = (proposal.plan.id.clone(), proposal.recognised.clone());
        (id, copy, workspace.accept(proposal).unwrap())
    };
    let (id, _, committed) = import(READING);
    let task = committed.unwrap().snapshot.plan(&id).unwrap().task(0).id.clone();
    let update = Update { task: task.clone(), status: Some(Status::Done), ..Update::default() };
    workspace.commit(vec![Change::Update { plan: id.clone(), update }]).unwrap();

    let (_, copy, committed) = import(READING);
    assert_eq!(copy, Recognised::Again(Vec::new()));
    assert!(committed.is_none(), "the same document changes nothing");
    let (_, copy, committed) = import(&READING.replace("Quý III/2022", "Quý IV/2022"));
    assert!(matches!(copy, Recognised::Again(differences) if differences.len() == 1));
    let snapshot = committed.unwrap().snapshot;
    let tracked = snapshot.plan(&id).unwrap();
    assert_eq!(tracked.standing(tracked.find(&task).unwrap()).status, Status::Done);
    assert_eq!(tracked.task(1).timeline[0].when.to_string(), "2022-Q4");
    assert_eq!(snapshot.plans.len(), 2);
}
