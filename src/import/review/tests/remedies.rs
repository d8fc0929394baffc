//! What is proposed about a doubt, carried out.

use super::*;

/// The only remedy of a document with one doubt, and what the draft is when it is carried out.
#[track_caller]
fn remedied(document: &str) -> (Remedy, Review) {
    let mut count = 0;
    let mut next_id = || {
        count += 1;
        TaskId::from(format!("t{count}").as_str())
    };
    let mut request = Request { file: "a", converted: None, year: None, next_id: &mut next_id };
    let Draft { plan, findings, original } = draft(document.as_bytes(), &mut request).unwrap();
    let mut review = Review::new(Sheet::new(plan, &findings, &original, 7));
    let [note] = &review.sheet().notes[..] else { panic!("{:?}", review.sheet().notes) };
    let remedy = review.sheet().remedy(note);
    if let Some(step) = remedy.step() {
        review.take(&step).unwrap();
    }
    (remedy, review)
}

const SOUND: &str = "\
UBND TỈNH BẮC SƠN\nSố: 5/KH-UBND\nBắc Sơn, ngày 10 tháng 02 năm 2023\nKẾ HOẠCH\nTiếp công dân năm 2023\n
I. NHIỆM VỤ\n1. Rà soát quy chế tiếp công dân.\nCơ quan chủ trì: Sở Nội vụ\nThời gian: Quý II/2023
2. Tập huấn cho công chức làm công tác tiếp dân.\nCơ quan chủ trì: Sở Nội vụ\nThời gian: Quý III/2023\n
II. KINH PHÍ\nDo ngân sách bảo đảm.\n";

#[test]
fn a_number_that_stands_twice_is_followed_by_the_next() {
    let (remedy, review) =
        remedied(&format!("{SOUND}II. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: bố trí kinh phí.\n"));
    assert_eq!(remedy, Remedy::Correct(Spot::Section("s3".into()), Field::Number, "III".into()));
    assert_eq!(review.sheet().plan.sections[2].number, "III");
    let more = "II. TỔ CHỨC\n1. Sở Tài chính: bố trí kinh phí.\nIII. BÁO CÁO\nBáo cáo kết quả.\n";
    assert_eq!(
        remedied(&format!("{SOUND}{more}")).0,
        Remedy::Accept(Spot::Section("s3".into())),
        "III is taken"
    );
}

#[test]
fn a_deadline_before_the_issue_is_put_a_year_on_where_the_plan_runs_so_long() {
    let late = |time: &str, title: &str| {
        let document = SOUND.replace("Thời gian: Quý II/2023", time).replace("dân năm 2023", title);
        remedied(&document)
    };
    let (remedy, review) = late("Thời gian: trước ngày 15/3/2022; Quý IV/2023", "dân năm 2023");
    let text = "trước ngày 15/3/2023; Quý IV/2023";
    assert_eq!(remedy, Remedy::Correct(task(1), Field::Time, text.into()));
    let times: Vec<String> =
        of(&review, 1).timeline.iter().map(|entry| format!("{} {}", entry.id, entry.when)).collect();
    assert_eq!(times, ["c before 2023-03-15", "b 2023-Q4"]);
    assert_eq!(
        late("Thời gian: Quý IV/2021", "dân năm 2023").0,
        Remedy::Write(task(1), Field::Time),
        "still before"
    );
    let over = late("Thời gian: Tháng 01/2023", "dân năm 2023").0;
    assert_eq!(over, Remedy::Write(task(1), Field::Time), "a year on is beyond the plan");
}

#[test]
fn what_was_told_twice_is_joined_to_the_one_above_or_dropped() {
    let second = "2. Tập huấn cho công chức làm công tác tiếp dân.\nCơ quan chủ trì: Sở Nội vụ\nThời gian: Quý III/2023\n";
    let third = |units: &str| second.replace("2.", "3.").replace("Sở Nội vụ", units);
    let (remedy, review) = remedied(&SOUND.replace(second, &format!("{second}{}", third("Sở Y tế"))));
    assert_eq!(remedy, Remedy::Merge(id(3)));
    let joined = of(&review, 2);
    assert_eq!((joined.text.lines().count(), joined.assignments.len()), (1, 2), "the same words stand once");
    let between = "3. Báo cáo kết quả thực hiện với Ủy ban.\n";
    let fourth = |units: &str| third(units).replace("3.", "4.");
    let apart =
        |units: &str| remedied(&SOUND.replace(second, &format!("{second}{between}{}", fourth(units))));
    let (remedy, review) = apart("Sở Nội vụ");
    assert_eq!(remedy, Remedy::Drop(task(4)));
    assert!(review.sheet().plan.task(&id(4)).is_none());
    assert_eq!(apart("Sở Y tế").0, Remedy::Accept(task(4)), "another's work");
    let twice = SOUND.replace(second, &format!("{second}{between}{}", fourth("Sở Nội vụ")));
    let (review, _) = review_of(&twice);
    let former = review.sheet().finished();
    let sheet = review.sheet().clone().after(Some(Former { plan: former.clone(), read: None, copy: former }));
    assert_eq!(
        sheet.remedy(&sheet.notes[0]),
        Remedy::Accept(task(4)),
        "a former task is not given up by one key"
    );
}

#[test]
fn what_only_a_person_knows_is_to_be_written() {
    let blank = SOUND.replace("Số: 5/KH-UBND", "Số:     /KH-UBND");
    assert_eq!(remedied(&blank).0, Remedy::Write(Spot::Head(Field::Number), Field::Number));
    let broken = SOUND.replace("Quý II/2023", "31/02/2023");
    assert_eq!(remedied(&broken).0, Remedy::Write(task(1), Field::Time));
    let table = "| TT | Nội dung | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Rà soát | Sở A | Quý I/2023 |\n| 2 | Mở lớp | 〃 | Quý II/2023 |\n";
    let carried = SOUND.replace("II. KINH PHÍ", &format!("{table}II. KINH PHÍ"));
    let (remedy, review) = remedied(&carried);
    assert_eq!(remedy, Remedy::Accept(task(4)));
    assert!(!review.sheet().is_doubtful(&task(4)));
}

#[test]
fn what_is_only_likely_is_not_accepted_with_the_certain() {
    let document = SOUND.replace("Thời gian: Quý II/2023", "Thời gian: Quý II").replace("Số: 5", "Số: ");
    let (_, mut review) = remedied(&document);
    review.take(&Step::CheckAll(review.sheet().certain())).unwrap();
    let sheet = review.sheet();
    assert!(sheet.is_unsure(&task(1)) && !sheet.is_doubtful(&task(1)), "its year is not told");
    assert!(sheet.checked.contains(&task(2)) && !sheet.checked.contains(&task(1)));
    review.take(&Step::Check(task(1))).unwrap();
    assert!(!review.sheet().is_unsure(&task(1)));
}

#[test]
fn a_remedy_for_all_leaves_what_else_is_doubtful_to_be_seen() {
    let (review, _) = review_of(SOUND);
    let mut sheet = review.sheet().clone();
    let note = |number, doubt| Note { spot: task(number), finding: Finding { lines: None, doubt } };
    sheet.notes = vec![
        note(1, Doubt::CarriedDown),
        note(1, Doubt::UnreadTime("31/02".into())),
        note(2, Doubt::CarriedDown),
    ];
    let mut review = Review::new(sheet);
    review.take(&Step::Remedies("carried-down".into())).unwrap();
    let sheet = review.sheet();
    assert!(!sheet.is_doubtful(&task(2)));
    assert!(sheet.is_doubtful(&task(1)), "its deadline was not looked at");
    let left: Vec<&str> = sheet.notes_on(&task(1)).map(|note| note.finding.doubt.code()).collect();
    assert_eq!(left, ["unread-time"]);
}
