//! Reviews that were left, and what others write until they are taken up again.

use super::*;

#[test]
fn next_year_under_review_is_kept_with_the_old_plan_as_it_stood() {
    let (office, home) = (Office::new(), tempfile::tempdir().unwrap());
    let workspace = office.open("lan");
    workspace.accept(propose(&workspace, READING)).unwrap();
    let id = workspace.snapshot().plans[0].plan().id.clone();
    let drafts = Drafts::at(store::Drafts::of(home.path(), office.path()), &workspace);
    let draft = |year: i32| {
        let wishes = Wishes { year: Some(year), id: None };
        workspace.draft(&Wanted { from: Material::Plan(id.clone()), wishes }).unwrap()
    };
    let left = draft(2023);
    let mut review = Review::new(left.sheet());
    review.take(&Step::CheckAll(review.sheet().certain())).unwrap();
    drafts.keep_review(left_at(&left, &review)).unwrap();
    assert!(drafts.kept_review(draft(2024).digest()).unwrap().is_none(), "of another year");
    let again = draft(2023).taken_up(drafts.kept_review(draft(2023).digest()).unwrap().unwrap());
    let (taken_up, sheet) = (&again.proposal, again.review.sheet());
    assert_eq!((&taken_up.original, sheet), (&left.original, review.sheet()));
    let first = Spot::Task(tasks(&sheet.plan)[0].id.clone());
    assert!(taken_up.original.lines_of(&sheet.plan, &first).is_some(), "the ids are those of then");
    let back = workspace
        .draft(&Wanted { from: Material::Plan(id.clone()), wishes: Wishes { year: Some(2022), id: None } });
    assert!(matches!(back, Err(WorkspaceError::NotLater { own: 2022, year: 2022, .. })), "{back:?}");
}

#[test]
fn a_review_that_was_left_is_taken_up_as_it_was_and_forgotten() {
    let (office, home) = (Office::new(), tempfile::tempdir().unwrap());
    let workspace = office.open("lan");
    let store = store::Drafts::of(home.path(), office.path());
    let drafts = Drafts::at(store, &workspace);
    let proposal = propose(&workspace, READING);
    let mut review = Review::new(proposal.sheet());
    review.take(&Step::CheckAll(review.sheet().certain())).unwrap();
    let digest = proposal.digest().to_owned();
    assert!(drafts.kept_review(&digest).unwrap().is_none());
    drafts.keep_review(left_at(&proposal, &review)).unwrap();
    let kept = drafts.kept_review(&digest).unwrap().unwrap();
    let LeftReview { proposal: taken_up, review: again, cursor } =
        propose(&workspace, READING).taken_up(kept);
    assert_eq!((&taken_up.reading, &again), (&proposal.reading, &review), "ids and all, and the way back");
    assert_eq!(cursor, Some(Spot::Head(Field::Year)));
    assert!(workspace.accept(taken_up.reviewed(again.sheet())).unwrap().is_some());
    drafts.forget_review(&digest).unwrap();
    assert!(drafts.kept_review(&digest).unwrap().is_none());
}

#[test]
fn what_is_followed_or_changed_while_a_review_is_left_is_there_when_it_is_taken_up() {
    let (office, home) = (Office::new(), tempfile::tempdir().unwrap());
    let lan = office.open("lan");
    let drafts = Drafts::at(store::Drafts::of(home.path(), office.path()), &lan);
    let text = |last: &str| format!("KẾ HOẠCH\nTiếp dân năm 2022\nI. Nội dung\n1. Rà soát quy chế\n{last}");
    let first = propose(&lan, &text("2. Mua sắm bàn ghế\n3. Tổng kết\n"));
    let (id, ids) =
        (first.plan.id.clone(), tasks(&first.plan).iter().map(|task| task.id.clone()).collect::<Vec<_>>());
    lan.accept(first).unwrap();
    // Lan leaves a copy without the last two, in which she corrects the first.
    let copy = || copy_of(&lan, &id, &text(""));
    let open = copy();
    let mut review = Review::new(open.sheet());
    review.take(&Step::Correct(Spot::Task(ids[0].clone()), Field::Title, "Của Lan".into())).unwrap();
    drafts.keep_review(left_at(&open, &review)).unwrap();
    // Minh follows the second, and corrects the first as well.
    let minh = office.open("minh");
    let update = Update { task: ids[1].clone(), status: Some(Status::Doing), ..Update::default() };
    minh.commit(vec![Change::Update { plan: id.clone(), update }]).unwrap();
    let own =
        minh.propose(&document(&text("2. Mua sắm bàn ghế\n3. Tổng kết\n")), &Wishes::default()).unwrap();
    minh.accept(retitled(own, 0, "Của Minh")).unwrap().unwrap();
    lan.reload();
    let again = copy().taken_up(drafts.kept_review(open.digest()).unwrap().unwrap());
    let sheet = again.review.sheet();
    assert!(sheet.is_dropped(&ids[1]) && sheet.is_doubtful(&Spot::Task(ids[1].clone())));
    assert!(sheet.plan.task(&ids[2]).is_none(), "nobody followed the third");
    let first = Spot::Task(ids[0].clone());
    let notes: Vec<_> = sheet.notes_on(&first).collect();
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(sheet.is_doubtful(&first), "she sees that Minh changed it as well");
    let said = notes[0].finding.text(Lang::Vi);
    assert!(said.contains("Của Lan") && said.contains("Của Minh"), "{said}");
    let mut his = again.review.clone();
    his.take(&sheet.remedy(notes[0]).step().unwrap()).unwrap();
    assert_eq!(his.sheet().plan.task(&ids[0]).unwrap().title, "Của Minh", "his is one key away");
    let mut back = again.review.clone();
    assert!(back.take_back() && back.sheet().is_dropped(&ids[1]), "it is asked on every sheet");
    assert_eq!(back.sheet().plan.task(&ids[0]).unwrap().title, "Của Minh");
    assert!(!back.sheet().is_doubtful(&first), "she had not changed it yet");
    lan.accept(again.proposal.reviewed(sheet)).unwrap().unwrap();
    assert_eq!(titles(&lan, &id), ["Của Lan", "Mua sắm bàn ghế"]);
}
