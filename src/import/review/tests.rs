//! Drafts corrected step by step.

mod parted;
mod remedies;

use super::*;
use crate::domain::{SectionKind, Stays, Task, TaskId, Walk};
use crate::import::{Doubt, Draft, Finding, Request, draft};
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
    assert_eq!(
        added("Khắc phục các tồn tại do Thanh tra tỉnh kiến nghị"),
        told("", "", "", 0),
        "who asked for it does not owe it"
    );
    assert_eq!(added("Kiểm tra ¶ a) tại huyện ¶ b) tại xã").3, 2);
    let (mut review, _) = review();
    review.take(&Step::Add(task(2), "Kiểm tra ¶ a) tại huyện ¶ b) tại xã".into())).unwrap();
    let typed = &review.sheet().plan.sections[1].tasks[2];
    assert!(Walk::over(std::slice::from_ref(typed)).all(|(_, task)| task.lines.is_none()), "{typed:?}");
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
