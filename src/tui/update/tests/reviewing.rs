//! A document looked through and corrected by keys; nothing goes out before it is saved.

mod documents;
mod left;
mod units;

use std::sync::Arc;

use proptest::prelude::*;

use crate::domain::{Plan, TrackedPlan};
use crate::import::review::{Field, Spot};
use crate::locale::Lang;
use crate::tui::harness::{DOCUMENT, Harness, disk_full, new_copy, proposed, reviewing, small};
use crate::tui::job::{Job, Keeping, News};
use crate::tui::state::Access;
use crate::tui::state::layer::{GiveUp, Layer};
use crate::tui::state::review::{Desk, Pane};
use crate::tui::state::row::RowId;
use crate::workspace::{KeptReview, Material, Proposal, Recognised, Snapshot, Wanted};

fn desk(harness: &Harness) -> &Desk {
    harness.state.review.as_deref().expect("a document is under review")
}

/// The title of what the cursor is on.
fn cursor(harness: &Harness) -> String {
    let desk = desk(harness);
    match &desk.at {
        Spot::Head(field) => format!("{field:?}"),
        spot => desk.review.sheet().written(spot, Field::Title, harness.state.lang).unwrap(),
    }
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.sections.iter().flat_map(|section| &section.tasks).map(|task| task.title.as_str()).collect()
}

/// The proposal that was asked to be saved.
fn accepted(harness: &Harness) -> Option<Proposal> {
    harness.asked().find_map(|job| match job {
        Job::Accept(proposal) => Some((**proposal).clone()),
        _ => None,
    })
}

#[track_caller]
fn check_cursor(keys: &str, expected: &str) {
    assert_eq!(cursor(&reviewing().press(keys)), expected, "{keys}");
}

#[test]
fn the_doubtful_are_walked_and_the_certain_accepted_at_once() {
    check_cursor("", "Number");
    check_cursor("n", "Issued");
    check_cursor("nn", "Tập huấn cho công chức làm công tác tiếp công dân");
    check_cursor("nnn", "Number");
    check_cursor("N", "Tập huấn cho công chức làm công tác tiếp công dân");
    check_cursor("<enter>", "Issued");
    check_cursor("j<enter>", "Issuer");
    let harness = reviewing().press("jjA");
    let desk = desk(&harness);
    let open = desk.rows().len() - desk.review.sheet().checked.len();
    assert_eq!((open, desk.doubtful().len()), (4, 3), "the issuer is likely, nothing more");
    assert_eq!(cursor(&harness), "Number", "on to the first doubt");
    let harness = harness.press("<enter><enter><enter>");
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Không còn nghi vấn");
    let harness = harness.press("g<enter><enter><enter>");
    assert_eq!(cursor(&harness), "Issued", "what is right already is passed by, and stays right");
    assert_eq!(self::desk(&harness).doubtful(), []);
}

#[test]
fn moving_in_the_draft_moves_the_document_and_the_other_way_round() {
    let harness = reviewing().press("jjjjjjjjj");
    let (at, line) = (cursor(&harness), desk(&harness).line);
    let original = &desk(&harness).proposal.original.lines;
    assert!(original[line - 1].contains("2. Tập huấn"), "{at} {line}");
    let harness = harness.press("<tab>jj");
    assert_eq!(cursor(&harness), "Tập huấn cho công chức làm công tác tiếp công dân");
    let harness = harness.press("jjj");
    assert_eq!(desk(&harness).line, line + 5);
    assert_eq!(desk(&harness).rows()[desk(&harness).row() - 1].depth, 1, "{}", cursor(&harness));
    let narrow = reviewing().at(40, 12).press("G");
    assert!(narrow.screen().contains("Hướng dẫn thanh quyết toán"), "{}", narrow.screen());
}

#[test]
fn a_draft_is_corrected_merged_split_moved_and_dropped_and_saved_as_one() {
    let harness = reviewing()
        .press("e12/KH-UBND<enter>ne<ctrl-u>3/2/2023<enter>")
        .press("nm")
        .press("t<ctrl-u>15/10/2023<enter>")
        .press("kS<enter>nf")
        .press("Gk>")
        .press("s");
    let plan = accepted(&harness).unwrap_or_else(|| panic!("{}", harness.screen())).plan;
    assert_eq!(
        (plan.number.as_deref(), plan.issued.unwrap().to_string().as_str()),
        (Some("12/KH-UBND"), "2023-02-03")
    );
    assert_eq!(
        titles(&plan),
        [
            "Sửa đổi nội quy tiếp công dân",
            "niêm yết nội quy tại trụ sở và trên cổng thông tin điện tử của tỉnh",
            "Tập huấn cho công chức làm công tác tiếp công dân",
            "Sở Tài chính"
        ]
    );
    let task = &plan.sections[1].tasks[2];
    assert_eq!(task.timeline[0].when.to_string(), "by 2023-10-15");
    assert_eq!(task.text.lines().count(), 1);
}

#[test]
fn one_key_does_what_is_proposed() {
    let harness = reviewing().press("nnf");
    let plan = &desk(&harness).review.sheet().plan;
    assert_eq!(titles(plan)[1..], ["Tập huấn cho công chức làm công tác tiếp công dân", "Sở Tài chính"]);
    assert_eq!(plan.sections[1].tasks[1].text.lines().count(), 1);
    let harness = reviewing().press("f");
    assert!(matches!(harness.state.layer, Some(Layer::Correct(_))), "only a person knows the number");
    let harness = reviewing().press("jf");
    assert_eq!(harness.state.notices.toast.unwrap().text, "Chỗ này không có đề nghị nào");
}

#[test]
fn a_field_shows_the_lines_that_it_was_read_from() {
    let lines = |keys: &str| desk(&reviewing().press(keys)).lines();
    assert_eq!((lines("jj"), lines("jjj"), lines("jjjjj")), (vec![(1, 2)], vec![(4, 4)], vec![(4, 4)]));
    let task = "jjjjjjjjj";
    assert_eq!(lines(task), [(16, 19)]);
    let of = |keys: &str| lines(&format!("{task}{keys}"));
    assert_eq!(
        (of("v"), of("vv"), of("vvv"), of("vvvv")),
        (vec![(16, 16)], vec![(19, 19)], vec![(17, 17), (18, 18)], vec![(16, 19)])
    );
    assert_eq!((of("u"), of("t")), (vec![(17, 17), (18, 18)], vec![(19, 19)]), "what is corrected is shown");
    assert_eq!(of("vj"), [(20, 20)], "another row is looked at whole");
    let harness = reviewing().press(&format!("{task}vv"));
    assert_eq!(desk(&harness).line, 19);
}

#[test]
fn what_cannot_be_done_says_why_and_what_was_done_is_taken_back() {
    let says = |keys: &str| reviewing().press(keys).state.notices.toast.unwrap().text;
    assert_eq!(says("m"), "Chỉ làm được với nhiệm vụ");
    assert_eq!(says("D"), "Không bỏ được ô của kế hoạch; e để sửa");
    assert_eq!(says("K"), "Chỉ làm được trong một mục");
    assert_eq!(says("z"), "Không có gì để hoàn tác ở đây");
    assert_eq!(says("jjjjjjjjm"), "Không có nhiệm vụ nào phía trên trong mục");
    assert_eq!(says("jjjjjjjj<left>"), "Không nằm trong nhóm nào");
    assert_eq!(says("Gt<enter>"), "Không có gì thay đổi");
    let harness = reviewing().press("jjjjjjjjD");
    assert_eq!(
        cursor(&harness),
        "Tập huấn cho công chức làm công tác tiếp công dân",
        "the next has come in its place"
    );
    let harness = harness.press("z");
    assert_eq!(*desk(&harness).review.sheet(), *desk(&reviewing()).review.sheet());
}

#[test]
fn the_full_wording_is_corrected_line_by_line_and_its_title_goes_along() {
    let task = |harness: &Harness| desk(harness).review.sheet().plan.sections[1].tasks[0].clone();
    let harness = reviewing().press("jjjjjjjjw<ctrl-u>Sửa đổi quy chế; niêm yết.¶ Báo cáo  ¶<enter>");
    let changed = task(&harness);
    assert_eq!(
        (changed.title.as_str(), changed.text.as_str()),
        ("Sửa đổi quy chế", "Sửa đổi quy chế; niêm yết.\nBáo cáo")
    );
    assert_eq!(changed.timeline, task(&reviewing()).timeline, "what was read of it stays");
    let harness = harness.press("w ¶ Lưu<enter>");
    assert_eq!(task(&harness).text.lines().count(), 3);
    let own = harness.press("e<ctrl-u>Tên riêng<enter>w<ctrl-u>Việc khác<enter>");
    assert_eq!((task(&own).title.as_str(), task(&own).text.as_str()), ("Tên riêng", "Việc khác"));
    let says = |keys: &str| reviewing().press(keys).state.notices.toast.unwrap().text;
    assert_eq!(says("jjjjjjjjw<ctrl-u>¶<enter>"), "Tên không được để trống");
    assert_eq!(says("jjjjjjjjw<enter>"), "Không có gì thay đổi");
    assert_eq!(says("jjjjjjjw"), "Dòng này không có ô đó");
}

#[test]
fn a_task_is_added_below_the_cursor_with_what_its_words_tell() {
    let harness = reviewing().press("jjjjjjjjoBố trí phòng họp trước ngày 20/3/2023.<enter>");
    assert_eq!(cursor(&harness), "Bố trí phòng họp trước ngày 20/3/2023");
    let plan = &desk(&harness).review.sheet().plan;
    let task = &plan.sections[1].tasks[1];
    assert_eq!((task.timeline[0].when.to_string().as_str(), task.lines), ("before 2023-03-20", None));
    let first = harness.press("kkoViệc đầu<enter>");
    assert_eq!(titles(&desk(&first).review.sheet().plan)[0], "Việc đầu", "first in a section");
    assert_eq!(
        titles(&desk(&first.press("zz")).review.sheet().plan),
        titles(&desk(&reviewing()).review.sheet().plan)
    );
    let says = |keys: &str| reviewing().press(keys).state.notices.toast.unwrap().text;
    assert_eq!(says("o"), "Chỉ làm được trong một mục");
    assert_eq!(says("jjjjjjoViệc<enter>"), "Mục này không chứa nhiệm vụ; K đổi loại mục");
    assert_eq!(says("jjjjjjjo <enter>"), "Tên không được để trống");
}

#[test]
fn a_wrong_text_stays_with_the_reason_and_is_mended() {
    let harness = reviewing().press("ne31/2/2023<enter>");
    let Some(Layer::Correct(correction)) = &harness.state.layer else { panic!("{:?}", harness.state.layer) };
    assert!(correction.field.text().ends_with("31/2/2023"));
    assert!(harness.screen().contains("Không hiểu ngày này"));
    let harness = harness.press("<ctrl-u>28/2/2023<enter>");
    assert_eq!(desk(&harness).review.sheet().plan.issued.unwrap().to_string(), "2023-02-28");
}

#[test]
fn what_is_doubtful_is_asked_about_and_only_then_saved() {
    let harness = reviewing().press("s");
    assert!(accepted(&harness).is_none());
    assert!(accepted(&reviewing().press("sn")).is_none());
    let mut harness = harness.press("y");
    assert!(accepted(&harness).is_some());
    let mut snapshot = Snapshot::clone(&harness.snapshot);
    let plan = accepted(&harness).unwrap().plan;
    let id = plan.id.clone();
    snapshot.plans.push(Arc::new(TrackedPlan::new(plan, Vec::new(), &snapshot.as_of())));
    harness.tell(News::Saved(Arc::new(snapshot)));
    assert_eq!(harness.state.list.cursor, Some(RowId::Plan(id)));
    assert!(harness.state.review.is_none() && harness.state.layer.is_none());
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Đã ghi kế hoạch: Tiếp công dân năm 2023");
    assert!(harness.beside().any(|keeping| matches!(keeping, Keeping::ForgetReview(_))));
}

#[test]
fn a_failed_save_loses_nothing_and_can_be_asked_for_again() {
    let mut harness = reviewing().press("jjjjjjjjDsy");
    harness.tell(News::Failed(disk_full()));
    assert!(harness.state.notices.failure.is_some() && desk(&harness).review.is_changed());
    let harness = harness.press("sy");
    assert_eq!(harness.asked().filter(|job| matches!(job, Job::Accept(_))).count(), 2);
}

#[test]
fn a_new_copy_is_walked_by_all_that_it_changed() {
    let harness = new_copy();
    let changed: Vec<String> = {
        let desk = desk(&harness);
        let told = |spot: &Spot| desk.review.sheet().written(spot, Field::Title, Lang::Vi).unwrap();
        desk.changes()
            .all()
            .iter()
            .map(|(spot, change)| format!("{}: {}", told(spot), change.text(Lang::Vi)))
            .collect()
    };
    assert_eq!(
        changed,
        [
            "Trang bị máy tính cho phòng tiếp dân: Thêm: Trang bị máy tính cho phòng tiếp dân",
            "Bố trí kinh phí trước ngày 15/3/2023: Bỏ: Hướng dẫn thanh quyết toán"
        ],
        "what is gone stands where it stood"
    );
    let walked = |count: usize| cursor(&new_copy().press(&"n".repeat(count)));
    let last = "Bố trí kinh phí trước ngày 15/3/2023";
    assert!((1..9).any(|count| walked(count) == last), "it is no doubt, and yet to be seen");
    let harness = new_copy().press("A");
    let open = desk(&harness).open();
    assert!(
        open.iter()
            .any(|spot| desk(&harness).review.sheet().written(spot, Field::Title, Lang::Vi).unwrap() == last)
    );
    let harness = new_copy().press("cG<enter>");
    assert_eq!(cursor(&harness), last);
    let says = |harness: Harness, keys: &str| harness.press(keys).state.notices.toast.unwrap().text;
    assert_eq!(says(reviewing(), "c"), "Kế hoạch này là kế hoạch mới, không có bản trước");
    assert_eq!(says(reviewing(), "jjjjjjjj="), "Kế hoạch này là kế hoạch mới, không có bản trước");
}

#[test]
fn words_are_searched_for_in_the_pane_that_has_the_keys() {
    let harness = reviewing().press("/thanh quyet");
    assert_eq!(cursor(&harness), "Hướng dẫn thanh quyết toán");
    assert_eq!(cursor(&harness.press("<esc>")), "Number", "back to where it began");
    let harness = reviewing().press("/tap huan<enter>");
    let first = desk(&harness).row();
    let harness = harness.press("/<down><enter>");
    assert_eq!(desk(&harness).row(), first + 1, "on with what was searched for before");
    assert_eq!(
        reviewing().press("/xyz").state.notices.toast.unwrap().text,
        "Không thấy chỗ nào có các chữ này"
    );
    let harness = reviewing().press("<tab>/nghiem tuc").press("<ctrl-u>muc dich<enter>");
    let desk = desk(&harness);
    assert!(desk.proposal.original.lines[desk.line - 1].contains("MỤC ĐÍCH"));
}

#[test]
fn what_hides_tasks_says_how_many() {
    let says = |keys: &str| reviewing().press(keys).state.notices.toast.unwrap().text;
    assert_eq!(says("jjjjjjjD"), "Đã bỏ khỏi bản nháp, cùng 3 việc bên trong");
    assert_eq!(says("jjjjjjjKK"), "Loại mục: Kinh phí; 3 việc bên trong không còn là nhiệm vụ");
    assert_eq!(says("jjjjjjjjD"), "Đã bỏ khỏi bản nháp");
}

#[test]
fn the_number_of_a_task_is_no_number_of_a_plan() {
    assert!(reviewing().press("jjjjjjjj#").screen().contains("Số thứ tự: 1"));
    assert!(reviewing().press("e").screen().contains("Số, ký hiệu:"));
}

#[test]
fn a_workspace_for_reading_alone_is_not_written_to() {
    let mut harness = reviewing();
    harness.state.access = Access::ReadOnly;
    let harness = harness.press("Asy");
    assert!(accepted(&harness).is_none());
}

#[test]
fn the_help_and_a_question_come_back_to_the_review() {
    let help = reviewing().press("?").screen();
    let (review, list) = (help.find("Duyệt văn bản"), help.find("Danh sách nhiệm vụ"));
    assert!(review.is_some() && list.is_none_or(|list| review < Some(list)), "{help}");
    assert!(matches!(reviewing().press("?<esc>").state.layer, Some(Layer::Review)));
    assert!(matches!(reviewing().press("jjjjjjjjS<esc>").state.layer, Some(Layer::Review)));
    assert!(matches!(reviewing().press("e<esc>").state.layer, Some(Layer::Review)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_is_pressed_nothing_goes_out_before_it_is_saved(
        presses in proptest::collection::vec(proptest::sample::select(KEYS), 0..40),
    ) {
        let keys = presses.concat();
        let mut harness = reviewing().at(90, 20);
        for keys in presses {
            // What would be typed into a line that does not open is no keys.
            let (first, rest) = keys.split_at(if keys.starts_with('<') { keys.len() } else { 1 });
            let was_typing = matches!(harness.state.layer, Some(Layer::Correct(_)));
            harness = harness.press(first);
            let types = was_typing || matches!(harness.state.layer, Some(Layer::Correct(_)));
            if types || keys.starts_with(['S', '?']) {
                harness = harness.press(rest);
            }
        }
        harness.screen();
        prop_assert!(!harness.asked().any(|job| matches!(job, Job::Accept(_) | Job::Commit(_))), "{}", keys);
        let Some(desk) = &harness.state.review else { return Ok(()) };
        prop_assert!(desk.rows().iter().any(|row| row.spot == desk.at), "{}", keys);
        let in_review = matches!(harness.state.layer, Some(Layer::Review));
        let mut harness = if in_review { harness } else { harness.press("<esc>") };
        for _ in 0..80 {
            harness = harness.press("z");
        }
        if let Some(desk) = &harness.state.review {
            let start = reviewing();
            prop_assert_eq!(desk.review.sheet(), self::desk(&start).review.sheet());
        }
    }
}

/// All that a review does but save and leave.
const KEYS: &[&str] = &[
    "j",
    "j",
    "j",
    "k",
    "G",
    "g",
    "n",
    "N",
    "<enter>",
    "A",
    "m",
    "<left>",
    ">",
    "D",
    "K",
    "z",
    "<tab>",
    "L",
    "S<enter>",
    "e!<enter>",
    "t<ctrl-u>quý IV/2023<enter>",
    "t;x<enter>",
    "u; phối hợp: Sở Y tế<enter>",
    "p<enter>",
    "#7<enter>",
    "w ¶ thêm<enter>",
    "oViệc mới quý I/2023<enter>",
    "=<enter>",
    "?<esc>",
];
