//! Drafts corrected step by step.

use super::*;
use crate::domain::{SectionKind, Stays, Task, TaskId};
use crate::import::{Draft, Request, draft};
use crate::locale::Lang;

const DOCUMENT: &str = "\
ỦY BAN NHÂN DÂN\nTỈNH BẮC SƠN\nSố:      /KH-UBND\nBắc Sơn, ngày      tháng 02 năm 2023\nKẾ HOẠCH\nTiếp công dân năm 2023\n
I. MỤC ĐÍCH\n- Rà soát quy chế tiếp công dân, xong trước ngày 15/3/2023.\n- Nâng cao chất lượng phục vụ.\n
II. NHIỆM VỤ\n1. Sửa đổi nội quy tiếp công dân; niêm yết nội quy tại trụ sở.\nCơ quan chủ trì: Văn phòng Ủy ban\nThời gian: Quý II/2023
2. Tập huấn cho công chức tiếp dân.\nCơ quan chủ trì: Sở Nội vụ\nCơ quan phối hợp: các huyện, thị, thành ủy\nThời gian: Quý III/2023
3. Tập huấn cho công chức tiếp dân.\n
III. KINH PHÍ\nDo ngân sách bảo đảm.\n";

fn review() -> (Review, Original) {
    review_of(DOCUMENT)
}

fn review_of(document: &str) -> (Review, Original) {
    let mut count = 0;
    let mut next_id = || {
        count += 1;
        TaskId::from(format!("t{count}").as_str())
    };
    let mut request = Request { file: "ke-hoach.txt", converted: None, year: None, next_id: &mut next_id };
    let draft = draft(document.as_bytes(), &mut request).unwrap();
    let sheet = Sheet::new(draft.plan, &draft.findings, &draft.original, 7);
    (Review::new(sheet), draft.original)
}

fn task(number: usize) -> Spot {
    Spot::Task(id(number))
}

fn id(number: usize) -> TaskId {
    format!("t{number}").as_str().into()
}

fn of(review: &Review, number: usize) -> Task {
    review.sheet().plan.task(&id(number)).unwrap().clone()
}

#[track_caller]
fn corrected(field: Field, text: &str) -> Task {
    let (mut review, _) = review();
    review.take(&Step::Correct(task(2), field, text.into())).unwrap();
    of(&review, 2)
}

#[test]
fn thousands_of_doubts_are_placed_in_one_go() {
    let sections: Vec<String> = (0..4_000).map(|at| format!("I. Nội dung\n1. Việc {at}\n")).collect();
    let (review, _) = review_of(&format!("KẾ HOẠCH\nTiếp dân năm 2026\n{}", sections.concat()));
    let sheet = review.sheet();
    let doubtful = sheet.rows().iter().filter(|row| sheet.is_doubtful(&row.spot)).count();
    assert!(doubtful >= 3_999, "{doubtful}");
}

#[test]
fn a_document_is_listed_with_its_doubts_where_they_stand() {
    let (review, original) = review();
    let sheet = review.sheet();
    let titles: Vec<String> = sheet
        .rows()
        .iter()
        .map(|row| {
            let doubt = if sheet.is_doubtful(&row.spot) { "!" } else { "" };
            let title = sheet.written(&row.spot, Field::Title, Lang::Vi).unwrap();
            let title = if let Spot::Head(field) = row.spot { format!("{field:?}") } else { title };
            format!("{}{doubt}{title}", "  ".repeat(row.depth))
        })
        .collect();
    insta::assert_snapshot!(titles.join("\n"), @r"
    !Number
    Title
    Issuer
    !Issued
    Year
    Place
    MỤC ĐÍCH
    NHIỆM VỤ
      Sửa đổi nội quy tiếp công dân
      Tập huấn cho công chức tiếp dân
      !Tập huấn cho công chức tiếp dân
    KINH PHÍ
    ");
    assert_eq!(original.lines_of(&sheet.plan, &task(2)), Some((16, 19)));
    let spot_in = |line| original.spot(&sheet.plan, line);
    assert_eq!((spot_in(17), spot_in(18)), (task(2), task(2)));
    assert_eq!((spot_in(8), spot_in(1)), (Spot::Section("s1".into()), Spot::Head(Field::Issuer)));
}

#[test]
fn all_that_is_certain_is_accepted_at_once_and_the_rest_one_by_one() {
    let (mut review, _) = review();
    review.take(&Step::CheckAll(review.sheet().certain())).unwrap();
    let open = |review: &Review| {
        let rows = review.sheet().rows();
        rows.into_iter()
            .filter(|row| !review.sheet().checked.contains(&row.spot))
            .map(|row| row.spot)
            .collect()
    };
    let left: Vec<Spot> = open(&review);
    let doubtful = [Spot::Head(Field::Number), Spot::Head(Field::Issued), task(3)];
    let issuer = Spot::Head(Field::Issuer);
    assert_eq!(
        left,
        [&doubtful[..1], &[issuer], &doubtful[1..]].concat(),
        "its name stands in capitals alone"
    );
    assert_eq!(review.take(&Step::CheckAll(review.sheet().certain())), Err(Refusal::Unchanged));
    for spot in &left {
        review.take(&Step::Check(spot.clone())).unwrap();
    }
    assert!(open(&review).is_empty() && !review.sheet().is_doubtful(&task(3)));
    assert_eq!(review.take(&Step::Check(task(3))), Err(Refusal::Unchanged));
}

#[test]
fn a_corrected_time_is_read_in_words_and_in_the_notation_and_keeps_its_id() {
    let times = |text: &str| {
        let timeline = corrected(Field::Time, text).timeline;
        let said = timeline.iter().map(|entry| format!("{} {} {}", entry.id, entry.when, entry.text));
        said.collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(times("quý IV/2023"), "b 2023-Q4 quý IV/2023");
    assert_eq!(times("2023-Q3"), "a 2023-Q3 2023-Q3");
    assert_eq!(times("trước ngày 15/10/2023"), "b before 2023-10-15 trước ngày 15/10/2023");
    assert_eq!(times("15/10/2023"), "b by 2023-10-15 15/10/2023");
    assert_eq!(times("Quý III/2023; tháng 12"), "a 2023-Q3 Quý III/2023 | b 2023-12 tháng 12");
    assert_eq!(times("Sau khi có hướng dẫn"), "b pending Sau khi có hướng dẫn");
    assert_eq!(times(""), "");
}

#[test]
fn corrected_units_have_roles_and_names_that_stood_there_stay_whole() {
    let (review, _) = review();
    let written = review.sheet().written(&task(2), Field::Units, Lang::Vi).unwrap();
    assert_eq!(written, "Chủ trì: Sở Nội vụ; Phối hợp: các huyện, thị, thành ủy");
    let units = |text: &str| {
        let said = corrected(Field::Units, text);
        let said = said.assignments.iter().map(|held| format!("{:?} {}", held.role, held.unit));
        said.collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(
        units("Leads: Thanh tra tỉnh; Coordinates: các huyện, thị, thành ủy"),
        "Lead Thanh tra tỉnh | Coordinate các huyện, thị, thành ủy"
    );
    assert_eq!(
        units("Sở Nội vụ, Sở Tư pháp; phối hợp: Sở Tài chính; Sở Y tế"),
        "Lead Sở Nội vụ | Lead Sở Tư pháp | Coordinate Sở Tài chính | Coordinate Sở Y tế"
    );
    assert_eq!(units("Cơ quan chủ trì: Tổ giúp việc 35"), "Lead Tổ giúp việc 35");
    assert_eq!(units(""), "");
}

#[test]
fn the_head_is_corrected_and_the_plan_named_after_it() {
    let (mut review, _) = review();
    let head = |field: Field, text: &str| Step::Correct(Spot::Head(field), field, text.into());
    review.take(&head(Field::Number, "12/KH-UBND")).unwrap();
    review.take(&head(Field::Issued, "3/2/2023")).unwrap();
    review.take(&head(Field::Year, "2023-2025")).unwrap();
    let plan = &review.sheet().plan;
    assert_eq!((plan.id.as_str(), plan.number.as_deref()), ("12-kh-ubnd-2023", Some("12/KH-UBND")));
    assert_eq!((plan.issued.unwrap().to_string().as_str(), plan.until), ("2023-02-03", Some(2025)));
    for (field, text, refusal) in [
        (Field::Title, " ", Refusal::NoTitle),
        (Field::Issued, "31/2/2023", Refusal::NoDay),
        (Field::Year, "23", Refusal::NoYear),
        (Field::Year, "2023-2022", Refusal::NoYear),
        (Field::Time, "2023", Refusal::NoField),
    ] {
        assert_eq!(review.take(&head(field, text)), Err(refusal), "{text}");
    }
}

#[test]
fn what_stands_around_the_sections_is_corrected_on_one_line() {
    let (mut review, _) = review();
    for (field, text, written) in [
        (Field::Place, "Huế", "Huế"),
        (Field::Bases, "Căn cứ Kế hoạch số 5/KH-TU; Luật", "Căn cứ Kế hoạch số 5/KH-TU; Luật"),
        (Field::Relations, "replaces 1/KH; 2/KH", "Thay thế 1/KH; Căn cứ 2/KH"),
        (Field::Recipients, "Sở A (để b/c); Sở B", "Sở A (để b/c); Sở B"),
        (
            Field::Signatory,
            "KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC; Trần Văn A",
            "KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC; Trần Văn A",
        ),
    ] {
        let spot = Spot::Head(field);
        review.take(&Step::Correct(spot.clone(), field, text.into())).unwrap();
        assert_eq!(review.sheet().written(&spot, field, Lang::Vi).unwrap(), written);
        let again = Step::Correct(spot, field, written.into());
        assert_eq!(review.take(&again), Err(Refusal::Unchanged), "{field:?}");
    }
    let plan = &review.sheet().plan;
    assert_eq!(plan.bases[0].refs, ["5/KH-TU"]);
    assert_eq!(plan.recipients[0].purpose.as_deref(), Some("để b/c"));
    assert_eq!(plan.signatory.as_ref().unwrap().name.as_deref(), Some("Trần Văn A"));
    let rows = review.sheet().rows();
    let shown: Vec<&Spot> = rows.iter().rev().take(2).map(|row| &row.spot).collect();
    assert_eq!(shown, [&Spot::Head(Field::Signatory), &Spot::Head(Field::Recipients)]);
}

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
fn what_was_told_twice_is_joined_or_dropped() {
    let (mut review, _) = review();
    review.take(&Step::Merge(id(3))).unwrap();
    assert_eq!(of(&review, 2).text, "Tập huấn cho công chức tiếp dân.", "the same words stand once");
    assert!(review.sheet().is_doubtful(&task(2)), "the doubt goes with the words");
    assert!(review.take_back() && !review.sheet().is_doubtful(&task(2)));
    review.take(&Step::Drop(task(3))).unwrap();
    assert!(review.sheet().plan.task(&id(3)).is_none());
    assert_eq!(review.take(&Step::Drop(task(3))), Err(Refusal::Gone));
    assert_eq!(review.take(&Step::Drop(Spot::Head(Field::Year))), Err(Refusal::IsHead));
    review.take(&Step::Drop(Spot::Section("s3".into()))).unwrap();
    assert_eq!(review.sheet().plan.sections.len(), 2);
    assert_eq!(review.take(&Step::Merge(id(1))), Err(Refusal::Stays(Stays::Alone)));
}

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
fn a_task_that_is_typed_is_understood_as_one_of_a_document() {
    let added = |text: &str| {
        let (mut review, _) = review();
        review.take(&Step::Add(task(2), text.into())).unwrap();
        let task = review.sheet().plan.sections[1].tasks[2].clone();
        let times: Vec<String> = task.timeline.iter().map(|entry| entry.when.to_string()).collect();
        let units: Vec<String> =
            task.assignments.iter().map(|held| format!("{:?} {}", held.role, held.unit)).collect();
        (task.number, times.join(" "), units.join(", "), task.tasks.len())
    };
    let told = |number: &str, times: &str, units: &str, under: usize| {
        (number.to_owned(), times.to_owned(), units.to_owned(), under)
    };
    assert_eq!(
        added("Tổ chức hội nghị quý IV/2023 do Văn phòng Sở chủ trì"),
        told("", "2023-Q4", "Lead Văn phòng Sở", 0)
    );
    assert_eq!(
        added("5. Mở lớp tập huấn ¶ Đơn vị chủ trì: Sở Nội vụ ¶ Thời gian: Quý III/2023"),
        told("5", "2023-Q3", "Lead Sở Nội vụ", 0)
    );
    assert_eq!(added("Kiểm tra ¶ a) tại huyện ¶ b) tại xã").3, 2);
    let (mut review, _) = review();
    assert_eq!(review.take(&Step::Add(task(2), " ¶ ".into())), Err(Refusal::NoTitle));
}

#[test]
fn a_day_that_no_calendar_has_is_refused_and_one_that_stood_there_stays() {
    let (mut review, _) = review();
    let time = |text: &str| Step::Correct(task(1), Field::Time, text.into());
    assert_eq!(review.take(&time("31/2/2023")), Err(Refusal::NoSuchDay));
    assert_eq!(review.take(&time("trước ngày 31/4; Quý II/2023")), Err(Refusal::NoSuchDay));
    review.take(&time("28/2/2023")).unwrap();
    let (mut broken, _) = review_of(&DOCUMENT.replace("Quý II/2023", "31/02/2023"));
    broken.take(&time("31/02/2023; 15/3/2023")).unwrap();
    assert_eq!(of(&broken, 1).timeline.len(), 2);
}

#[test]
fn one_correction_leaves_all_else_in_its_line_as_it_stood() {
    let (mut review, _) = review();
    let mut plan = review.sheet().finished();
    let clause = |text: &str| crate::domain::Basis { text: text.into(), refs: vec!["9/KH".into()] };
    plan.bases =
        vec![clause("Căn cứ Luật; sửa đổi năm 2020;"), clause("Theo Kế hoạch số 9/KH,"), clause("Sai")];
    let sheet = |plan: crate::domain::Plan| Review::new(Sheet::new(plan, &[], &Original::default(), 7));
    review = sheet(plan.clone());
    let bases = Spot::Head(Field::Bases);
    let written = review.sheet().written(&bases, Field::Bases, Lang::Vi).unwrap();
    assert_eq!(written, "Căn cứ Luật, sửa đổi năm 2020; Theo Kế hoạch số 9/KH; Sai");
    review.take(&Step::Correct(bases, Field::Bases, written.replace("Sai", "Đúng"))).unwrap();
    let read = &review.sheet().plan.bases;
    assert_eq!((&read[..2], read[2].text.as_str()), (&plan.bases[..2], "Đúng"));
    plan.recipients = vec![
        crate::domain::Recipient { unit: "Sở A; Sở B".into(), purpose: Some("để b/c".into()) },
        crate::domain::Recipient { unit: "Sở C (để biết)".into(), purpose: None },
    ];
    review = sheet(plan.clone());
    let sent = Spot::Head(Field::Recipients);
    let written = review.sheet().written(&sent, Field::Recipients, Lang::Vi).unwrap();
    review.take(&Step::Correct(sent, Field::Recipients, format!("{written}; Sở D"))).unwrap();
    assert_eq!(review.sheet().plan.recipients[..2], plan.recipients[..]);
}

#[test]
fn a_section_of_another_kind_has_its_paragraphs_read_as_tasks_and_back() {
    let (mut review, _) = review();
    let kind = |id: &str, kind| Step::Kind(id.into(), kind);
    let text = review.sheet().plan.sections[0].text.clone();
    review.take(&kind("s1", SectionKind::Tasks)).unwrap();
    let tasks = &review.sheet().plan.sections[0].tasks;
    assert_eq!(tasks.iter().map(|task| task.number.as_str()).collect::<Vec<_>>(), ["-", "-"]);
    assert_eq!(tasks[0].timeline[0].when.to_string(), "before 2023-03-15");
    review.take(&kind("s1", SectionKind::Purpose)).unwrap();
    let section = &review.sheet().finished().sections[0];
    assert_eq!((&section.text, section.tasks.len()), (&text, 0));
    review.take(&kind("s3", SectionKind::Tasks)).unwrap();
    assert_eq!(review.sheet().plan.sections[2].tasks[0].title, "Do ngân sách bảo đảm");
    review.take(&kind("s2", SectionKind::Other)).unwrap();
    assert!(!review.sheet().rows().iter().any(|row| row.spot == task(1)));
    review.take(&kind("s2", SectionKind::Tasks)).unwrap();
    assert_eq!(of(&review, 1).title, "Sửa đổi nội quy tiếp công dân", "nothing is lost on the way");
}

#[test]
fn looking_through_a_long_plan_copies_none_of_it() {
    let (mut review, _) = review();
    let plan = std::sync::Arc::clone(&review.sheet().plan);
    for row in review.sheet().rows() {
        review.take(&Step::Check(row.spot)).unwrap();
    }
    review.take(&Step::Correct(task(1), Field::Title, of(&review, 1).title)).unwrap_err();
    assert!(std::sync::Arc::ptr_eq(&plan, &review.sheet().plan));
}
