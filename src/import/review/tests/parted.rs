//! Tasks joined and parted, and what was read of them.

use super::*;

#[test]
fn a_task_of_two_is_parted_and_both_are_owed_as_the_whole_was_but_its_time_stays_with_the_first() {
    let (mut review, _) = review();
    let whole = of(&review, 1);
    let places = places(whole.wording());
    assert_eq!(
        places.iter().map(|at| &whole.wording()[*at..]).collect::<Vec<_>>(),
        ["niêm yết nội quy tại trụ sở."]
    );
    review.take(&Step::Split(id(1), places[0])).unwrap();
    let section = &review.sheet().plan.sections[1];
    let titles: Vec<&str> = section.tasks.iter().map(|task| task.title.as_str()).take(2).collect();
    assert_eq!(titles, ["Sửa đổi nội quy tiếp công dân", "niêm yết nội quy tại trụ sở"]);
    let second = &section.tasks[1];
    assert_eq!((&second.assignments, &section.tasks[0].timeline), (&whole.assignments, &whole.timeline));
    assert_eq!(second.timeline, [], "nobody says that it is due then, too");
    let spot = Spot::Task(second.id.clone());
    let sheet = review.sheet();
    let note = sheet.notes_on(&spot).next().unwrap();
    let remedy = sheet.remedy(note);
    assert_eq!(remedy, Remedy::Correct(spot.clone(), Field::Time, "Quý II/2023".into()));
    assert_eq!(sheet.notes_on(&task(1)).count(), 0);
    review.take(&remedy.step().unwrap()).unwrap();
    let Spot::Task(part) = &spot else { panic!() };
    assert_eq!(review.sheet().plan.task(part).unwrap().timeline[0].when, whole.timeline[0].when);
    assert_eq!(review.take(&Step::Split(id(2), 3)), Err(Refusal::NoPlace));
}

#[test]
fn each_part_keeps_the_time_that_its_own_words_say() {
    let parts = |wording: &str, time: &str| {
        let old = "1. Sửa đổi nội quy tiếp công dân; niêm yết nội quy tại trụ sở.";
        let document = DOCUMENT.replace(old, wording).replace("Thời gian: Quý II/2023\n", time);
        let (mut review, _) = review_of(&document);
        let place = places(of(&review, 1).wording())[0];
        review.take(&Step::Split(id(1), place)).unwrap();
        let sheet = review.sheet();
        let told = |task: &Task| {
            let whens: Vec<String> = task.timeline.iter().map(|entry| entry.when.to_string()).collect();
            let is_asked = sheet.notes_on(&Spot::Task(task.id.clone())).next().is_some();
            format!("{}{}", whens.join(" "), if is_asked { "?" } else { "" })
        };
        sheet.plan.sections[1].tasks[..2].iter().map(told).collect::<Vec<_>>()
    };
    let both = "1. Sửa nội quy trước ngày 15/3/2023; niêm yết trước ngày 20/11/2023.";
    assert_eq!(parts(both, ""), ["before 2023-03-15", "before 2023-11-20"]);
    assert_eq!(
        parts(both, "Thời gian: trước ngày 31/12/2023\n"),
        ["before 2023-03-15 before 2023-12-31", "before 2023-11-20"],
        "the deadline of the whole is not lost"
    );
    let last = "1. Sửa nội quy; báo cáo trước ngày 20/11/2023.";
    assert_eq!(
        parts(last, ""),
        ["?", "before 2023-11-20"],
        "the deadline of the report is not that of the work"
    );
}

#[test]
fn what_was_read_of_a_task_goes_with_it_through_merge_and_split() {
    let (mut review, original) = review();
    let lines = |review: &Review, spot: &Spot, field: Field| {
        let read_as = review.sheet().read_as(spot);
        read_as.iter().flat_map(|spot| original.traces.lines(spot, field)).collect::<Vec<_>>()
    };
    let [first, second, third] = [1, 2, 3].map(|number| lines(&review, &task(number), Field::Title));
    let units = lines(&review, &task(1), Field::Units);
    let place = places(of(&review, 1).wording())[0];
    review.take(&Step::Split(id(1), place)).unwrap();
    let part = Spot::Task(review.sheet().plan.sections[1].tasks[1].id.clone());
    assert_eq!(
        (lines(&review, &part, Field::Title), lines(&review, &part, Field::Units)),
        (first.clone(), units)
    );
    review.take(&Step::Merge(id(3))).unwrap();
    assert_eq!(lines(&review, &task(2), Field::Title), [second, third].concat());
    assert_eq!(lines(&review, &task(1), Field::Title), first);
    review.take(&Step::Add(task(2), "Việc mới".into())).unwrap();
    let added = Spot::Task(review.sheet().plan.sections[1].tasks[3].id.clone());
    assert_eq!(lines(&review, &added, Field::Title), [], "a person wrote it");
}

#[test]
fn a_task_that_was_parted_and_joined_again_is_read_where_it_was_once() {
    let (mut review, _) = review();
    let place = places(of(&review, 1).wording())[0];
    review.take(&Step::Split(id(1), place)).unwrap();
    let part = review.sheet().plan.sections[1].tasks[1].id.clone();
    review.take(&Step::Merge(part)).unwrap();
    assert_eq!(review.sheet().read_as(&task(1)), [task(1)]);
}
