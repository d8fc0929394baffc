//! Documents that a person corrected before they were saved, and what becomes of that when others write meanwhile.

mod left;

use super::*;
use crate::domain::{Reminder, SectionKind};
use crate::import::review::{Field, Review, Spot, Step};
use crate::store;
use crate::workspace::drafts::Drafts;

fn propose(workspace: &Workspace, text: &str) -> Proposal {
    workspace.propose(&document(text), &Wishes::default()).unwrap()
}

/// The proposal with another title for a task.
fn retitled(proposal: Proposal, task: usize, title: &str) -> Proposal {
    let mut review = Review::new(proposal.sheet());
    let spot = Spot::Task(tasks(&proposal.plan)[task].id.clone());
    review.take(&Step::Correct(spot, Field::Title, title.into())).unwrap();
    proposal.reviewed(review.sheet())
}

fn tasks(plan: &Plan) -> Vec<&crate::domain::Task> {
    plan.sections.iter().flat_map(|section| &section.tasks).collect()
}

/// A review as it is left.
fn left_at(proposal: &Proposal, review: &Review) -> LeftReview {
    let cursor = Some(Spot::Head(Field::Year));
    LeftReview { proposal: proposal.clone(), review: review.clone(), cursor }
}

fn titles(workspace: &Workspace, id: &str) -> Vec<String> {
    let snapshot = workspace.snapshot();
    tasks(snapshot.plan(id).unwrap().plan()).iter().map(|task| task.title.clone()).collect()
}

#[test]
fn what_was_corrected_before_the_first_save_stays_when_the_document_comes_again() {
    let office = Office::new();
    let workspace = office.open("lan");
    let corrected = retitled(propose(&workspace, READING), 0, "Tên đã sửa");
    let id = corrected.plan.id.clone();
    workspace.accept(corrected).unwrap().unwrap();
    let again = propose(&workspace, &READING.replace("Quý III/2022", "Quý IV/2022"));
    assert!(matches!(&again.recognised, Recognised::Again(differences) if differences.len() == 1));
    workspace.accept(again).unwrap().unwrap();
    assert_eq!(titles(&workspace, &id)[0], "Tên đã sửa");
    workspace.undo(None).unwrap();
    workspace.undo(None).unwrap();
    assert!(workspace.snapshot().plan(&id).is_none(), "one act brought it in, one takes it back");
}

#[test]
fn what_others_change_of_a_plan_under_review_stays_and_the_same_field_is_refused() {
    let office = Office::new();
    let (lan, minh) = (office.open("lan"), office.open("minh"));
    let first = propose(&lan, READING);
    let id = first.plan.id.clone();
    lan.accept(first).unwrap();
    let own = retitled(propose(&lan, READING), 0, "Của Lan");
    let own_too = retitled(propose(&lan, READING), 1, "Cũng của Lan");
    minh.reload();
    minh.accept(retitled(propose(&minh, READING), 1, "Của Minh")).unwrap().unwrap();
    lan.reload();
    lan.accept(own).unwrap().unwrap();
    assert_eq!(titles(&lan, &id)[..2], ["Của Lan", "Của Minh"]);
    let refused = lan.accept(own_too);
    assert!(matches!(refused, Err(WorkspaceError::ChangedMeanwhile(_))), "{refused:?}");
    assert_eq!(titles(&lan, &id)[1], "Của Minh");
}

/// A plan of three tasks whose second is under way, and a copy that says the second in quite other words.
fn reworded(workspace: &Workspace) -> (String, TaskId, Proposal) {
    const HEAD: &str = "KẾ HOẠCH\nTiếp dân năm 2022\nI. Nội dung\n1. Rà soát quy chế tiếp công dân\n";
    let first = propose(
        workspace,
        &format!("{HEAD}2. Mua sắm bàn ghế\nThời gian: Quý I/2022\n3. Tổng kết cuối năm\n"),
    );
    let (id, second) = (first.plan.id.clone(), tasks(&first.plan)[1].id.clone());
    workspace.accept(first).unwrap();
    let update = Update { task: second.clone(), status: Some(Status::Doing), ..Update::default() };
    workspace.commit(vec![Change::Update { plan: id.clone(), update }]).unwrap();
    let wishes = Wishes { id: Some(id.clone()), year: None };
    let copy = format!("{HEAD}2. Trang bị nội thất\nThời gian: Quý II/2022\n3. Tổng kết cuối năm\n");
    let copy = workspace.propose(&document(&copy), &wishes).unwrap();
    (id, second, copy)
}

#[test]
fn a_person_says_that_a_new_task_is_the_former_one_and_it_stays_so_in_the_next_copy() {
    let office = Office::new();
    let workspace = office.open("lan");
    let (id, second, copy) = reworded(&workspace);
    let new = tasks(&copy.plan)[2].id.clone();
    assert_eq!(tasks(&copy.plan).len(), 4, "the former one stays, and it is asked: {:?}", copy.findings);
    let mut review = Review::new(copy.sheet());
    assert_eq!(review.sheet().dropped().len(), 1);
    review.take(&Step::Same(new.clone(), second.clone())).unwrap();
    assert!(review.sheet().dropped().is_empty());
    assert!(review.sheet().notes.iter().all(|note| note.spot != Spot::Task(second.clone())));
    let reviewed = copy.reviewed(review.sheet());
    assert!(tasks(&reviewed.reading).iter().any(|task| task.id == second));
    workspace.accept(reviewed).unwrap().unwrap();
    let snapshot = workspace.snapshot();
    let plan = snapshot.plan(&id).unwrap();
    let task = plan.plan().task(&second).unwrap();
    assert_eq!((task.title.as_str(), task.timeline[0].id.as_str()), ("Trang bị nội thất", "a"));
    assert_eq!(plan.standing(plan.find(&second).unwrap()).status, Status::Doing);
    assert_eq!(titles(&workspace, &id).len(), 3);
    // The next copy has the same words and another time: it is the same task.
    let next = "KẾ HOẠCH\nTiếp dân năm 2022\nI. Nội dung\n1. Rà soát quy chế tiếp công dân\n2. Trang bị nội thất\nThời gian: Quý III/2022\n3. Tổng kết cuối năm\n";
    let next = workspace.propose(&document(next), &Wishes { id: Some(id.clone()), year: None }).unwrap();
    assert_eq!(next.plan.task(&second).unwrap().timeline[0].when.to_string(), "2022-Q3");
    assert_eq!(tasks(&next.plan).len(), 3);
}

#[test]
fn a_person_says_that_a_task_is_new_and_the_former_one_stands_below() {
    let office = Office::new();
    let workspace = office.open("lan");
    let (id, second, copy) = reworded(&workspace);
    let new = tasks(&copy.plan)[2].id.clone();
    let mut review = Review::new(copy.sheet());
    review.take(&Step::Same(new, second.clone())).unwrap();
    review.take(&Step::Anew(second.clone())).unwrap();
    let plan = review.sheet().finished();
    let shown: Vec<&str> = tasks(&plan).iter().map(|task| task.title.as_str()).collect();
    assert_eq!(shown[1..3], ["Trang bị nội thất", "Mua sắm bàn ghế"]);
    assert_eq!(tasks(&plan)[2].id, second);
    assert!(review.sheet().is_doubtful(&Spot::Task(second.clone())), "is it given up?");
    review.take(&Step::Drop(Spot::Task(second.clone()))).unwrap();
    let reviewed = copy.reviewed(review.sheet());
    assert_eq!(tasks(&reviewed.reading)[1].id, tasks(&reviewed.plan)[1].id);
    workspace.accept(reviewed).unwrap().unwrap();
    let snapshot = workspace.snapshot();
    assert!(snapshot.plan(&id).unwrap().plan().task(&second).is_none());
    assert_eq!(review.take(&Step::Same(second.clone(), second)), Err(crate::import::review::Refusal::Gone));
}

#[test]
fn a_point_of_a_former_task_takes_over_what_was_written_of_it() {
    const HEAD: &str = "KẾ HOẠCH\nTiếp dân năm 2022\nI. Nội dung\n1. Rà soát quy chế tiếp công dân\n";
    let office = Office::new();
    let workspace = office.open("lan");
    let first = propose(&workspace, &format!("{HEAD}2. Mua sắm bàn ghế\n"));
    let (id, second) = (first.plan.id.clone(), tasks(&first.plan)[1].id.clone());
    workspace.accept(first).unwrap();
    let update = Update { task: second.clone(), status: Some(Status::Doing), ..Update::default() };
    workspace.commit(vec![Change::Update { plan: id.clone(), update }]).unwrap();
    let points = "2. Mua sắm bàn ghế\na) Bàn làm việc\nb) Ghế chờ\n";
    let copy = copy_of(&workspace, &id, &format!("{HEAD}{points}"));
    let group = tasks(&copy.plan)[1];
    assert_eq!((&group.id, group.tasks.len()), (&second, 2), "{:?}", copy.findings);
    let point = group.tasks[0].id.clone();
    let mut review = Review::new(copy.sheet());
    assert!(review.sheet().is_doubtful(&Spot::Task(second.clone())), "its progress counts no more");
    review.take(&Step::Same(point.clone(), second.clone())).unwrap();
    let sheet = review.sheet();
    let group = tasks(&sheet.plan)[1];
    assert!(group.id != second && group.tasks[0].id == second);
    assert!(!sheet.is_doubtful(&Spot::Task(group.id.clone())), "the question is answered");
    assert_eq!(sheet.read_as(&Spot::Task(second.clone())), [Spot::Task(point)]);
    workspace.accept(copy.reviewed(sheet)).unwrap().unwrap();
    let snapshot = workspace.snapshot();
    let plan = snapshot.plan(&id).unwrap();
    assert_eq!(plan.standing(plan.find(&second).unwrap()).status, Status::Doing);
    let next = copy_of(&workspace, &id, &format!("{HEAD}{points}3. Tổng kết\n"));
    assert_eq!(tasks(&next.plan)[1].tasks[0].id, second, "and stays so in the next copy");
}

/// What is proposed of a text as a new copy of a plan.
fn copy_of(workspace: &Workspace, id: &str, text: &str) -> Proposal {
    workspace.propose(&document(text), &Wishes { id: Some(id.to_owned()), year: None }).unwrap()
}

#[test]
fn the_same_bytes_reviewed_again_are_no_other_reading() {
    let office = Office::new();
    let workspace = office.open("lan");
    let proposal = propose(&workspace, READING);
    let (id, first) = (proposal.plan.id.clone(), tasks(&proposal.plan)[0].id.clone());
    let mut review = Review::new(proposal.sheet());
    review.take(&Step::Correct(Spot::Task(first.clone()), Field::Time, "20/5/2022".into())).unwrap();
    workspace.accept(proposal.reviewed(review.sheet())).unwrap().unwrap();
    workspace.accept(retitled(propose(&workspace, READING), 1, "Tên đã sửa")).unwrap().unwrap();
    let copy = READING.replace("Quý III/2022", "Quý IV/2022");
    workspace.accept(copy_of(&workspace, &id, &copy)).unwrap().unwrap();
    let snapshot = workspace.snapshot();
    let task = snapshot.plan(&id).unwrap().plan().task(&first).unwrap();
    assert_eq!(task.timeline[0].when.to_string(), "by 2022-05-20", "as she corrected it");
}

#[test]
fn what_is_followed_while_a_review_is_open_is_not_removed_unasked() {
    let update = |task: TaskId| Update { task, status: Some(Status::Done), ..Update::default() };
    removed_meanwhile(|plan, task| Change::Update { plan, update: update(task) });
    let unit = String::from("Sở Tư pháp");
    let reminder = |task| Reminder { unit: unit.clone(), tasks: vec![task], note: None };
    removed_meanwhile(|plan, task| Change::Remind { plan, reminder: reminder(task) });
}

/// Lan opens a copy that drops a task, of which Minh then writes something.
#[track_caller]
fn removed_meanwhile(deed: impl FnOnce(String, TaskId) -> Change) {
    let office = Office::new();
    let lan = office.open("lan");
    let text = |last: &str| format!("KẾ HOẠCH\nTiếp dân năm 2022\nI. Nội dung\n1. Rà soát quy chế\n{last}");
    let first = propose(&lan, &text("2. Mua sắm bàn ghế\n"));
    let (id, second) = (first.plan.id.clone(), tasks(&first.plan)[1].id.clone());
    lan.accept(first).unwrap();
    let open = copy_of(&lan, &id, &text(""));
    office.open("minh").commit(vec![deed(id.clone(), second.clone())]).unwrap();
    lan.reload();
    let refused = lan.accept(open);
    let Err(WorkspaceError::FollowedMeanwhile { tasks, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(tasks, ["Mua sắm bàn ghế"]);
    assert_eq!(titles(&lan, &id).len(), 2);
    // Asked anew she is told of it, and may give it up.
    let asked = copy_of(&lan, &id, &text(""));
    let mut review = Review::new(asked.sheet());
    assert!(review.sheet().is_dropped(&second));
    review.take(&Step::Drop(Spot::Task(second))).unwrap();
    lan.accept(asked.reviewed(review.sheet())).unwrap().unwrap();
    assert_eq!(titles(&lan, &id).len(), 1);
}

#[test]
fn each_doubt_of_a_new_copy_stands_on_a_row() {
    let office = Office::new();
    let workspace = office.open("lan");
    let text = |first: &str| {
        format!(
            "KẾ HOẠCH\nTiếp dân giai đoạn 2026-2030\nI. Nội dung\n1. {first}\n2. Tổng kết công tác tiếp dân\nThời gian: tháng 5\n"
        )
    };
    let first = propose(&workspace, &text("Rà soát quy chế"));
    let id = first.plan.id.clone();
    let doubts = |proposal: &Proposal| {
        let sheet = proposal.sheet();
        let rows = sheet.rows();
        assert!(
            sheet.notes.iter().all(|note| rows.iter().any(|row| row.spot == note.spot)),
            "{:?}",
            sheet.notes
        );
        rows.iter().filter(|row| matches!(row.spot, Spot::Task(_)) && sheet.is_doubtful(&row.spot)).count()
    };
    assert_eq!(doubts(&first), 1);
    workspace.accept(first).unwrap();
    assert_eq!(doubts(&copy_of(&workspace, &id, &text("Rà soát nội quy, quy chế"))), 1);
}

/// A plan whose second task waits for a guidance in the document, and has a date, a unit and a product by hand.
fn filled_in(workspace: &Workspace) -> (String, TaskId) {
    let first = propose(workspace, &guided("Mua sắm bàn ghế"));
    let (id, second) = (first.plan.id.clone(), tasks(&first.plan)[1].id.clone());
    let mut review = Review::new(first.sheet());
    for (field, text) in [
        (Field::Time, "15/6/2022"),
        (Field::Units, "Chủ trì: Sở Tư pháp"),
        (Field::Deliverable, "Biên bản nghiệm thu"),
    ] {
        review.take(&Step::Correct(Spot::Task(second.clone()), field, text.into())).unwrap();
    }
    workspace.accept(first.reviewed(review.sheet())).unwrap();
    let update = Update { task: second.clone(), status: Some(Status::Doing), ..Update::default() };
    workspace.commit(vec![Change::Update { plan: id.clone(), update }]).unwrap();
    (id, second)
}

fn guided(second: &str) -> String {
    format!(
        "KẾ HOẠCH\nTiếp dân năm 2022\nI. Nội dung\n1. Rà soát quy chế tiếp công dân\n2. {second}\n\
         Thời gian: sau khi có hướng dẫn\n3. Tổng kết cuối năm\n"
    )
}

/// When a task is due, what it yields, and who owes it.
fn by_hand(task: &crate::domain::Task) -> (String, Option<&str>, usize) {
    (task.timeline[0].when.to_string(), task.deliverable.as_deref(), task.assignments.len())
}

#[test]
fn what_was_filled_in_stays_when_a_new_task_is_said_to_be_the_former_one() {
    let office = Office::new();
    let workspace = office.open("lan");
    let (id, second) = filled_in(&workspace);
    let copy = copy_of(&workspace, &id, &guided("Trang bị nội thất"));
    let new = tasks(&copy.plan)[2].id.clone();
    let mut review = Review::new(copy.sheet());
    review.take(&Step::Same(new.clone(), second.clone())).unwrap();
    let sheet = review.sheet();
    let task = sheet.plan.task(&second).unwrap();
    assert_eq!(task.title, "Trang bị nội thất");
    assert_eq!(by_hand(task), ("by 2022-06-15".to_owned(), Some("Biên bản nghiệm thu"), 1));
    let here = Spot::Task(new);
    assert_eq!(sheet.read_as(&Spot::Task(second.clone())), [here], "its lines are those of the new one");
    workspace.accept(copy.reviewed(sheet)).unwrap().unwrap();
    let next = guided("Trang bị nội thất").replace("3. Tổng kết", "3. Sơ kết, tổng kết");
    let next = copy_of(&workspace, &id, &next);
    assert_eq!(by_hand(next.plan.task(&second).unwrap()).0, "by 2022-06-15", "in the next copy, too");
}

#[test]
fn what_was_filled_in_for_the_former_task_goes_with_it_when_another_is_said_to_be_new() {
    let office = Office::new();
    let workspace = office.open("lan");
    let (id, second) = filled_in(&workspace);
    let changed = guided("Mua sắm bàn ghế cho hội trường").replace("Tổng kết cuối", "Sơ kết, tổng kết cuối");
    let copy = copy_of(&workspace, &id, &changed);
    assert_eq!(tasks(&copy.plan)[1].id, second, "near enough");
    let mut review = Review::new(copy.sheet());
    let title = Step::Correct(Spot::Task(second.clone()), Field::Title, "Sửa trong lần duyệt này".into());
    review.take(&title).unwrap();
    review.take(&Step::Anew(second.clone())).unwrap();
    let sheet = review.sheet();
    let [fresh, old] = [1, 2].map(|at| tasks(&sheet.plan)[at].clone());
    assert_eq!((fresh.title.as_str(), &old.id), ("Sửa trong lần duyệt này", &second));
    assert_eq!(by_hand(&fresh), ("pending".to_owned(), None, 0), "the date was of another work");
    assert_eq!(by_hand(&old), ("by 2022-06-15".to_owned(), Some("Biên bản nghiệm thu"), 1));
    assert_eq!(sheet.read_as(&Spot::Task(fresh.id)), [Spot::Task(second.clone())]);
    assert_eq!(sheet.read_as(&Spot::Task(second)), [], "the copy does not have it");
}

#[test]
fn a_group_and_what_no_document_has_are_not_said_to_be_new() {
    use crate::import::review::Refusal;
    let office = Office::new();
    let workspace = office.open("lan");
    let text = |end: &str| {
        format!(
            "KẾ HOẠCH\nTiếp dân năm 2022\nI. Nội dung\n1. Rà soát\na) Rà soát nội quy{end}\nb) Rà soát quy chế\n2. Tổng kết\n"
        )
    };
    let first = propose(&workspace, &text(""));
    let id = first.plan.id.clone();
    let mut review = Review::new(first.sheet());
    let group = tasks(&first.plan)[0].id.clone();
    review
        .take(&Step::Add(Spot::Task(tasks(&first.plan)[1].id.clone()), "Gọi điện cho các xã".into()))
        .unwrap();
    let own = tasks(&review.sheet().plan)[2].id.clone();
    workspace.accept(first.reviewed(review.sheet())).unwrap();
    let mut review = Review::new(copy_of(&workspace, &id, &text(" tiếp dân")).sheet());
    assert_eq!(review.take(&Step::Anew(group)), Err(Refusal::IsGroup));
    assert_eq!(review.take(&Step::Anew(own)), Err(Refusal::NotRead));
}

#[test]
fn what_hangs_under_a_dropped_task_is_not_lost_with_it() {
    let office = Office::new();
    let workspace = office.open("lan");
    let (_, second, copy) = reworded(&workspace);
    let new = tasks(&copy.plan)[2].id.clone();
    let mut review = Review::new(copy.sheet());
    review.take(&Step::Demote(new.clone())).unwrap();
    let refused = review.take(&Step::Same(new.clone(), second));
    assert_eq!(refused, Err(crate::import::review::Refusal::IsGroup));
    assert!(review.sheet().plan.task(&new).is_some());
}

#[test]
fn a_document_without_tasks_is_looked_through_and_comes_in_once_a_section_holds_some() {
    let office = Office::new();
    let workspace = office.open("lan");
    let text = "KẾ HOẠCH\nVệ sinh năm 2022\nI. MỤC TIÊU\n1. Quét dọn trụ sở.\n2. Trồng cây.\n";
    let proposal = propose(&workspace, text);
    assert!(proposal.findings.iter().any(|finding| finding.doubt.code() == "no-tasks"));
    assert!(matches!(workspace.accept(proposal.clone()), Err(WorkspaceError::NoTasks { .. })));
    let mut review = Review::new(proposal.sheet());
    let section = proposal.plan.sections[0].id.clone();
    review.take(&Step::Kind(section, SectionKind::Tasks)).unwrap();
    assert!(workspace.accept(proposal.reviewed(review.sheet())).unwrap().is_some());
}

#[test]
fn a_copy_without_tasks_empties_no_plan_that_nobody_looked_through() {
    let office = Office::new();
    let workspace = office.open("lan");
    let first = propose(&workspace, READING);
    let id = first.plan.id.clone();
    workspace.accept(first).unwrap();
    let text = "KẾ HOẠCH\nTiếp dân năm 2022\nI. MỤC TIÊU\n1. Quét dọn trụ sở.\n2. Trồng cây.\n";
    let copy = copy_of(&workspace, &id, text);
    assert!(matches!(copy.check(), Err(WorkspaceError::NoTasks { .. })));
    assert!(matches!(workspace.accept(copy.clone()), Err(WorkspaceError::NoTasks { .. })));
    assert!(!titles(&workspace, &id).is_empty());
    let sheet = copy.sheet();
    assert!(workspace.accept(copy.reviewed(&sheet)).unwrap().is_some(), "a person looked it through");
    assert!(copy_of(&workspace, &id, text).check().is_ok(), "the same again changes nothing");
}
