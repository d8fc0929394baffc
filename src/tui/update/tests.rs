//! Keys pressed on small plans, and what comes of them.

use crate::domain::{Change, Status};
use crate::tui::effects::Effect;
use crate::tui::harness::{Harness, conflicts, disk_full, small};
use crate::tui::job::{Job, Keeping, News};
use crate::tui::state::Pane;
use crate::tui::state::layer::Layer;
use crate::tui::state::row::RowId;
use crate::workspace::{Kept, LeftBehind, Side, TakenBack};

mod leaving;
mod reviewing;
mod told;

fn screen() -> Harness {
    Harness::new(small())
}

/// The task under the cursor.
fn cursor(harness: &Harness) -> &str {
    match harness.state.list.cursor.as_ref().unwrap() {
        RowId::Task(_, id) => id.as_str(),
        RowId::Section(_, id) | RowId::Plan(id) => id,
    }
}

/// The tasks of the list.
fn shown(harness: &Harness) -> Vec<String> {
    let tasks = harness.state.selection.tasks().iter();
    tasks.map(|task| harness.snapshot.plans[task.plan()].task(task.place()).id.to_string()).collect()
}

/// The tasks, units and statuses of the changes asked for.
fn changes(harness: &Harness) -> Vec<(String, Option<String>, Option<Status>)> {
    let update = |change: Change| match change {
        Change::Update { update, .. } => (update.task.to_string(), update.unit, update.status),
        other => panic!("{other:?}"),
    };
    harness.changes().into_iter().map(update).collect()
}

#[track_caller]
fn check_cursor(keys: &str, expected: &str) {
    assert_eq!(cursor(&screen().press(keys)), expected, "{keys}");
}

#[test]
fn the_cursor_moves() {
    check_cursor("", "t1");
    check_cursor("j", "t2");
    check_cursor("jjk", "t2");
    check_cursor("G", "u1");
    check_cursor("Gjj", "u1");
    check_cursor("g", "a-2022");
    check_cursor("gk", "a-2022");
    check_cursor("jj<pagedown>", "u1");
}

#[test]
fn folding_hides_and_goes_up() {
    check_cursor("jjh", "g");
    check_cursor("jjhj", "b-2022");
    check_cursor("jjhlj", "t3");
    check_cursor("jjjh", "g");
    check_cursor("jjll", "t3");
    check_cursor("hhhj", "s2");
    check_cursor("hhhhj", "b-2022");
}

#[test]
fn space_goes_through_the_statuses() {
    for (presses, expected) in [(0, Status::Doing), (1, Status::Reported), (2, Status::Done)] {
        let harness = (0..presses).fold(screen(), |harness, _| harness.press(" ").commit()).press(" ");
        assert_eq!(changes(&harness), [("t1".into(), None, Some(expected))]);
    }
}

#[test]
fn a_finished_task_is_opened_again_only_after_a_question() {
    let done = || screen().press("%40<enter>").commit().press("d<enter>").commit();
    let harness = done().press(" ");
    assert!(harness.screen().contains("Mở lại: 1 Rà soát quy chế tiếp công dân?"), "{}", harness.screen());
    assert_eq!(changes(&harness), [("t1".into(), None, Some(Status::Done))]);
    let left = harness.press("<esc>j ");
    assert_eq!(changes(&left), [("t2".into(), None, Some(Status::Doing))]);
    let harness = done().press(" y");
    assert_eq!(changes(&harness), [("t1".into(), None, Some(Status::Doing))]);
    assert_eq!(
        harness.commit().state.notices.toast.unwrap().text,
        "Đã mở lại: 1 Rà soát quy chế tiếp công dân"
    );
}

#[test]
fn space_on_a_group_leaves_its_closed_tasks_alone() {
    let close = |mut harness: Harness| {
        for _ in 0..4 {
            harness = harness.press("d<enter>").commit();
        }
        harness
    };
    let harness = close(screen().press("jjj")).press("k ");
    assert_eq!(changes(&harness), [("t4".into(), None, Some(Status::Doing))]);
    let harness = close(screen().press("jjj")).press("jd<enter>").commit().press("kk ");
    assert!(harness.state.layer.is_none());
    let reason = &harness.state.notices.toast.as_ref().unwrap().text;
    assert_eq!(reason, "Cả 2 nhiệm vụ đã khép lại; mở lại từng nhiệm vụ bằng Space");
}

#[test]
fn done_asks_for_the_document() {
    let harness = screen().press("d");
    assert!(matches!(harness.state.layer, Some(Layer::Prompt(_))));
    let harness = harness.press("12/BC-SNV<enter>");
    let [Change::Update { plan, update }] = &harness.changes()[..] else { panic!() };
    assert_eq!((plan.as_str(), update.evidence.as_deref()), ("a-2022", Some("12/BC-SNV")));
    assert_eq!(update.period.as_ref().unwrap().0, "a");
}

#[test]
fn what_was_done_is_said_and_how_to_take_it_back() {
    let harness = screen().press("d<enter>").commit();
    let last_line = |harness: &Harness| harness.screen().lines().last().unwrap().trim().to_owned();
    assert_eq!(last_line(&harness), "Hoàn thành: 1 Rà soát quy chế tiếp công dân · z hoàn tác");
    let harness = harness.at(40, 12);
    assert_eq!(last_line(&harness), "Hoàn thành: 1 Rà soát quy… · z hoàn tác");
    let harness = harness.press("z");
    assert_eq!(harness.effects().last(), Some(&Effect::Work(Job::Undo(None))));
}

#[test]
fn a_recurring_task_is_closed_period_by_period() {
    let mut harness = screen().press("jjj");
    for quarter in 1..=4 {
        harness = harness.press("d<enter>");
        let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
        assert_eq!(update.period.as_ref().unwrap().0, format!("a/2022-Q{quarter}"));
        harness = harness.commit();
    }
    let harness = harness.press("d");
    assert!(harness.state.layer.is_none());
    assert!(harness.state.notices.toast.is_some());
}

#[test]
fn a_group_is_asked_about_first() {
    let harness = screen().press("jj ");
    assert!(matches!(harness.state.layer, Some(Layer::Confirm(_))) && harness.changes().is_empty());
    let refused = harness.press("<esc>");
    assert!(refused.state.layer.is_none() && refused.changes().is_empty());
    let harness = refused.press("d<enter>y");
    let done = |id: &str| (id.to_owned(), None, Some(Status::Done));
    assert_eq!(changes(&harness), [done("t3"), done("t4")]);
}

#[test]
fn marked_tasks_are_changed_at_once() {
    let harness = screen().press("vvd");
    assert!(harness.screen().contains("đã đánh dấu 2 · Số văn bản"));
    let harness = harness.press("<enter>");
    assert!(harness.screen().contains("Chuyển 2 nhiệm vụ sang: hoàn thành?"));
    let harness = harness.press("y");
    let done = |id: &str| (id.to_owned(), None, Some(Status::Done));
    assert_eq!(changes(&harness), [done("t1"), done("t2")]);
    assert!(harness.state.marked.is_empty());
}

#[test]
fn one_key_sets_marked_tasks_to_one_status() {
    let harness = screen().press("j ").commit().press("kV ");
    assert!(harness.screen().contains("Chuyển 4 nhiệm vụ sang: đang thực hiện?"), "{}", harness.screen());
    let harness = harness.press("y");
    let statuses: Vec<_> = changes(&harness).into_iter().map(|(task, _, status)| (task, status)).collect();
    assert_eq!(statuses, ["t1", "t3", "t4", "u1"].map(|task| (task.to_owned(), Some(Status::Doing))));
}

#[test]
fn what_is_said_names_the_task_that_changed() {
    let harness = screen().press("d<enter>").commit().press("gjj").press("vv").press("dY-2<enter>").commit();
    let toast = harness.state.notices.toast.as_ref().unwrap();
    assert_eq!(toast.text, "Hoàn thành: 2 Tập huấn cho công chức tiếp dân");
}

#[test]
fn the_unit_that_the_keys_speak_for_is_on_the_screen() {
    let list = crate::tui::state::checklist::under_cursor;
    for (width, height) in [(120, 36), (120, 28), (80, 24), (40, 12)] {
        let mut harness = Harness::new(crate::tui::harness::samples()).at(width, height).press("jjj");
        while list(&harness.state, &harness.snapshot).len() < 5 {
            harness = harness.press("j");
        }
        for keys in ["<enter>", "j", "jj", "G", "<pagedown>n<esc>"] {
            harness = harness.press(keys);
            let lines: Vec<String> = harness.screen().lines().map(str::to_owned).collect();
            let unit = crate::tui::state::checklist::unit(&harness.state, &harness.snapshot).unwrap();
            let start: String = unit.chars().take(10).collect();
            let is_seen = |line: &String| line.contains('▌') && line.contains(&start);
            assert!(lines.iter().any(is_seen), "{keys} {unit}\n{}", lines.join("\n"));
        }
    }
}

#[test]
fn the_search_begins_anew_at_the_first_task() {
    let harness = screen().press("g/bao cao<enter>");
    assert_eq!(cursor(&harness), "u1");
    let harness = harness.press("/tap huan");
    assert_eq!((cursor(&harness), shown(&harness)), ("t2", vec!["t2".to_owned()]));
    assert_eq!(cursor(&screen().press("jjj/tap huan<esc>")), "t3");
}

#[test]
fn the_best_hit_comes_first_and_esc_goes_back() {
    let before = screen().press("jjj");
    let whole = before.screen();
    let harness = before.press("/bao cao");
    assert_eq!((cursor(&harness), shown(&harness)), ("u1", ["u1", "t4"].map(str::to_owned).to_vec()));
    assert_eq!(cursor(&harness.press("<down>")), "u1");
    assert_eq!(cursor(&screen().press("/bao cao<enter>j")), "t4");
    assert_eq!(cursor(&screen().press("/bao cao<enter>j<esc>")), "t4");
    assert_eq!(screen().press("jjj/bao cao<esc>").screen(), whole);
}

#[test]
fn where_the_best_hit_goes_the_next_one_takes_its_place() {
    let mut harness = screen().press("/bao cao<enter>");
    let mut snapshot = crate::workspace::Snapshot::clone(&harness.snapshot);
    snapshot.plans.retain(|plan| plan.plan().id != "b-2022");
    harness.tell(News::Read(std::sync::Arc::new(snapshot)));
    assert_eq!((cursor(&harness), shown(&harness)), ("t4", vec!["t4".to_owned()]));
}

#[test]
fn a_window_too_small_does_not_scroll_the_list() {
    let before = screen().press("jjj");
    let whole = before.screen();
    assert_eq!(before.at(20, 6).at(120, 36).screen(), whole);
}

#[test]
fn a_label_leaves_room_for_what_is_typed() {
    assert!(screen().at(40, 12).press("x30/11/2022").screen().contains(": 30/11/2022"));
}

#[test]
fn a_unit_of_a_collective_reports_for_itself() {
    let harness = screen().press("G<enter>jd3/BC<enter>");
    assert_eq!(changes(&harness), [("u1".into(), Some("Sở Tư pháp".into()), Some(Status::Done))]);
    let harness = harness.commit().press(" y");
    assert_eq!(changes(&harness), [("u1".into(), Some("Sở Tư pháp".into()), Some(Status::Doing))]);
}

#[test]
fn notes_and_percent_are_typed() {
    let harness = screen().press("nđã gọi điện<enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!((update.note.as_deref(), &update.status), (Some("đã gọi điện"), &None));
    let harness = screen().press("%160<enter>");
    assert!(matches!(harness.state.layer, Some(Layer::Prompt(_))) && harness.changes().is_empty());
    let harness = harness.press("<backspace><enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!(update.percent, Some(16));
}

#[test]
fn a_deadline_is_extended_with_its_document() {
    let harness = screen().press("x31/12/2022<enter>45/CV<enter>");
    let [Change::Extend { extension, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!(
        (extension.to.to_string(), extension.evidence.as_deref()),
        ("by 2022-12-31".into(), Some("45/CV"))
    );
}

#[test]
fn what_is_closed_takes_no_percentage_and_no_new_deadline() {
    let done = screen().press("d<enter>").commit();
    let toast = |harness: &Harness| harness.state.notices.toast.as_ref().unwrap().text.clone();
    let harness = done.press("%");
    assert_eq!(toast(&harness), "nhiệm vụ đã khép lại, không ghi phần trăm được; hãy mở lại trước (Space)");
    let harness = harness.press("x");
    assert_eq!(toast(&harness), "nhiệm vụ đã khép lại, không gia hạn được; hãy mở lại trước (Space)");
    assert!(harness.state.layer.is_none());
}

#[test]
fn a_percentage_begins_the_task() {
    let harness = screen().press("%40<enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!((update.percent, &update.status), (Some(40), &Some(Status::Doing)));
    let harness = harness.commit().press("%60<enter>");
    let [Change::Update { update, .. }] = &harness.changes()[..] else { panic!() };
    assert_eq!((update.percent, &update.status), (Some(60), &None));
}

#[test]
fn an_extension_is_to_a_later_day() {
    let harness = screen().press("x1/3/2022<enter>");
    let Some(Layer::Prompt(prompt)) = &harness.state.layer else { panic!() };
    assert_eq!(prompt.field.text(), "1/3/2022");
    let reason = &harness.state.notices.toast.as_ref().unwrap().text;
    assert_eq!(reason, "hạn hiện nay là 31/3/2022; gia hạn phải là ngày sau đó");
}

#[test]
fn a_question_and_what_is_said_speak_the_language_of_the_moment() {
    let harness = screen().press("jj ").in_english();
    assert!(harness.screen().contains("Set 2 tasks to: in progress?"), "{}", harness.screen());
    let mut harness = screen().press(" ");
    harness.state.lang = crate::locale::Lang::En;
    assert!(harness.commit().screen().contains("In progress: 1 Rà soát"));
}

#[test]
fn a_deadline_in_a_year_without_plans_is_no_deadline() {
    for typed in ["31/12/3022", "31/12/99999", "1/1/1899"] {
        let harness = screen().press(&format!("x{typed}<enter>"));
        assert!(
            matches!(&harness.state.layer, Some(Layer::Prompt(prompt)) if prompt.field.text() == typed),
            "{typed}"
        );
        let again = harness.press("<enter>");
        let saves = again.effects().iter().any(|effect| matches!(effect, Effect::Work(Job::Commit(_))));
        assert!(!saves, "{typed}");
    }
}

#[test]
fn what_was_typed_for_a_group_survives_a_no() {
    let kept = |harness: &Harness| match &harness.state.layer {
        Some(Layer::Prompt(prompt)) => prompt.field.text().to_owned(),
        other => panic!("{other:?}"),
    };
    let noted = screen().press("jjnđã gọi<enter>");
    assert!(noted.screen().contains("Ghi chú cho 2 nhiệm vụ?"), "{}", noted.screen());
    let asked = screen().press("jjd3/BC<enter>");
    assert!(matches!(asked.state.layer, Some(Layer::Confirm(_))));
    let refused = asked.press("<esc>");
    assert_eq!(kept(&refused), "3/BC");
}

#[test]
fn a_marked_group_is_asked_about() {
    let harness = screen().press("vjv ");
    assert!(matches!(harness.state.layer, Some(Layer::Confirm(_))), "{:?}", harness.state.marked);
}

#[test]
fn filters_add_up_and_esc_takes_the_last_off() {
    let harness = screen().press("!");
    assert_eq!(shown(&harness), ["t1", "t3"]);
    let harness = harness.press("4");
    assert_eq!(shown(&harness), ["t3"]);
    let harness = harness.press("<esc>");
    assert_eq!(shown(&harness), ["t1", "t3"]);
    let harness = harness.press("<esc>");
    assert_eq!(shown(&harness).len(), 5);
}

#[test]
fn the_picker_finds_a_unit_by_its_initials() {
    let harness = screen().press("usnv<enter>");
    assert_eq!(shown(&harness), ["t1", "t2"]);
    let harness = screen().press("usnv<down><enter>");
    assert_eq!(shown(&harness), ["t1", "t2", "u1"]);
}

#[test]
fn the_search_narrows_letter_by_letter() {
    let harness = screen().press("/kiem");
    assert_eq!(shown(&harness), ["t3", "t4"]);
    let harness = harness.press(" tra huyen");
    assert_eq!(shown(&harness), ["t3"]);
    assert_eq!(shown(&screen().press("/kiem<esc>")).len(), 5);
    assert_eq!(shown(&screen().press("/kiem<enter>")).len(), 2);
}

#[test]
fn moving_in_a_side_pane_narrows_at_once() {
    let harness = screen().press("<shift-tab><shift-tab><shift-tab>jj");
    assert_eq!(shown(&harness), ["u1"]);
    let harness = harness.press("k<tab>j");
    assert_eq!(shown(&harness), Vec::<String>::new());
    let harness = harness.press("j<tab>j<enter>");
    assert_eq!(shown(&harness), ["t1", "t2"]);
}

#[test]
fn an_outside_change_keeps_the_cursor_on_its_task() {
    let mut harness = screen().press("jjjj");
    let mut snapshot = crate::workspace::Snapshot::clone(&harness.snapshot);
    snapshot.plans.remove(1);
    let more =
        crate::tui::harness::plan("0-2022", "1/KH", "Mới", &serde_json::json!([{"id": "n", "title": "Mới"}]));
    snapshot
        .plans
        .insert(0, std::sync::Arc::new(crate::domain::TrackedPlan::new(more, Vec::new(), &snapshot.as_of())));
    harness.tell(News::Read(std::sync::Arc::new(snapshot)));
    assert_eq!(cursor(&harness), "t4");
}

#[test]
fn what_is_done_leaves_the_late_ones_and_the_cursor_goes_on() {
    let harness = screen().press("!");
    assert_eq!(cursor(&harness), "t1");
    assert_eq!(cursor(&harness.press("d<enter>").commit()), "t3");
}

#[test]
fn a_failed_save_stays_and_keeps_the_text() {
    let mut harness = screen().press("n3/BC<enter>");
    harness.tell(News::Failed(disk_full()));
    let harness = harness.press("<esc>j");
    let line = "CHƯA LƯU, vẫn giữ: đĩa đã đầy, a-2022.jsonl · R lưu lại · W ghi ra tệp";
    assert!(harness.screen().contains(line), "{}", harness.screen());
    let asked = harness.changes();
    let harness = harness.press("nR<esc>nháp").press("<esc><esc>R");
    assert_eq!(harness.changes(), asked, "the very same changes");
    let harness = harness.commit();
    assert!(harness.state.notices.failure.is_none() && harness.state.notices.unsaved.is_empty());
    assert_eq!(harness.state.notices.toast.unwrap().text, "Đã ghi chú: 1 Rà soát quy chế tiếp công dân");
}

/// The commits that were asked for, by what they note.
fn asked(harness: &Harness) -> Vec<String> {
    let commits = harness.asked().filter_map(|job| match job {
        Job::Commit(changes) => Some(changes),
        _ => None,
    });
    let note = |change: &Change| match change {
        Change::Update { update, .. } => update.note.clone(),
        _ => None,
    };
    commits.flatten().filter_map(note).collect()
}

#[test]
fn several_failures_are_kept_and_tried_again_in_order() {
    let mut harness = screen().press("nmột<enter>jnhai<enter>jjnba<enter>");
    for _ in 0..3 {
        harness.tell(News::Failed(disk_full()));
    }
    assert!(harness.screen().contains("CHƯA LƯU 3 thay đổi"), "{}", harness.screen());
    let mut harness = harness.press("R");
    harness.tell(News::Failed(disk_full()));
    assert_eq!(asked(&harness)[3..], ["một", "hai", "ba"]);
    harness.tell(News::Saved(harness.snapshot.clone()));
    harness.tell(News::Failed(disk_full()));
    assert!(harness.screen().contains("CHƯA LƯU 2 thay đổi"), "{}", harness.screen());
    let harness = harness.press("R");
    assert_eq!(asked(&harness)[6..], ["một", "ba"]);
}

#[test]
fn what_a_batch_has_written_is_not_written_again() {
    let mut harness = screen().press("gVnmột<enter>y");
    let source = Box::new(crate::workspace::WorkspaceError::NoPlan("b-2022".into()));
    let interrupted = crate::workspace::WorkspaceError::Interrupted { done: vec!["a-2022".into()], source };
    assert_eq!(harness.changes().len(), 5);
    harness.tell(News::Failed(std::sync::Arc::new(interrupted)));
    let harness = harness.press("R");
    assert_eq!(harness.changes().iter().map(Change::plan).collect::<Vec<_>>(), [Some("b-2022")]);
}

#[test]
fn what_is_not_saved_is_given_up_only_after_a_question() {
    let failed = || {
        let mut harness = screen().press("nmột<enter>");
        harness.tell(News::Failed(disk_full()));
        harness
    };
    let leaves = |harness: Harness| harness.effects().contains(&Effect::Quit);
    let asked = failed().press("q");
    assert!(asked.screen().contains("Còn 1 thay đổi chưa lưu. Bỏ và thoát?"), "{}", asked.screen());
    assert!(
        !leaves(failed().press("qq")) && !leaves(failed().press("q<esc>")) && leaves(failed().press("qy"))
    );
    let stays = failed().press("<esc><esc>");
    assert_eq!((stays.state.notices.unsaved.len(), stays.state.layer.is_none()), (1, true));
    let given_up = failed().press("<esc>y");
    assert!(given_up.state.notices.unsaved.is_empty() && given_up.state.notices.failure.is_none());
    assert!(!leaves(given_up));
    assert!(screen().press("R").screen().contains("Mọi thay đổi đã được lưu"));
}

#[test]
fn an_objection_gives_the_text_back() {
    let mut harness = screen().press("d3/BC<enter>");
    let objection = crate::domain::Objection::PercentOfClosed;
    harness.tell(News::Refused(std::sync::Arc::new(objection.into())));
    let Some(Layer::Prompt(prompt)) = &harness.state.layer else { panic!() };
    assert_eq!(prompt.field.text(), "3/BC");
    assert!(harness.screen().contains("nhiệm vụ đã khép lại"), "{}", harness.screen());
}

#[test]
fn what_is_saved_later_does_not_hide_a_failure() {
    let mut harness = screen().press("n3/BC<enter>j ?");
    harness.tell(News::Failed(disk_full()));
    let harness = harness.commit();
    assert!(harness.state.notices.failure.is_some());
    let harness = harness.press("<esc>k ").commit();
    assert!(harness.state.notices.failure.is_some(), "a note is not saved yet");
    assert!(harness.press("R").commit().state.notices.failure.is_none());
    let mut harness = screen().press("z");
    harness.tell(News::Failed(disk_full()));
    assert!(harness.press("j ").commit().state.notices.failure.is_none(), "nothing is left to be saved");
}

#[test]
fn after_a_search_the_list_has_the_keys() {
    for way in ["<shift-tab>", "<enter>"] {
        let harness = screen().press(way).press("/kiem<enter>j");
        assert_eq!((harness.state.focus, cursor(&harness)), (Pane::List, "t4"));
    }
}

/// The lines that the last commit left in the journal of the first plan.
fn written(harness: &Harness) -> Vec<(String, crate::domain::Event)> {
    let plan = &harness.snapshot.plans[0];
    plan.events().iter().map(|event| (plan.plan().id.clone(), event.clone())).collect()
}

#[test]
fn an_undo_says_what_it_took_back() {
    let mut harness = screen().press("d<enter>").commit();
    let (lines, snapshot) = (written(&harness), harness.snapshot.clone());
    harness = harness.press("z");
    harness.tell(News::TakenBack(TakenBack { lines, snapshot }));
    let toast = &harness.state.notices.toast.as_ref().unwrap().text;
    assert_eq!(toast, "Đã hoàn tác: Hoàn thành, 1 Rà soát quy chế tiếp công dân");
}

#[test]
fn what_was_not_done_just_now_is_taken_back_only_after_a_question() {
    let mut harness = screen().press("d<enter>").commit();
    let lines = written(&harness);
    let act = lines[0].1.act_id();
    harness = harness.press("z");
    harness.tell(News::Doubted(act, lines));
    let question = "Hoàn tác: Hoàn thành, 1 Rà soát quy chế tiếp công dân (20/11/2022)?";
    assert!(harness.screen().contains(question), "{}", harness.screen());
    assert_eq!(harness.press("xy").effects().last(), Some(&Effect::Work(Job::Undo(Some(act)))));
}

#[test]
fn an_empty_detail_does_not_get_the_keys() {
    let harness = screen().press("g<enter>");
    assert_eq!(harness.state.focus, Pane::List);
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Con trỏ không ở nhiệm vụ nào");
    assert_eq!(harness.press("<tab>").state.focus, Pane::Plans);
    assert_eq!(screen().press("g<tab><shift-tab>").state.focus, Pane::List);
    let harness = screen().press("<enter>/xyz");
    assert!(harness.screen().contains("▌Con trỏ không ở nhiệm vụ nào"), "{}", harness.screen());
}

#[test]
fn a_section_is_not_marked_and_says_so() {
    let harness = screen().press("gv");
    assert_eq!(cursor(&harness), "a-2022");
    assert!(harness.state.notices.toast.unwrap().text.contains("V đánh dấu tất cả"));
}

#[test]
fn a_unit_that_there_is_not_leaves_the_picker_open() {
    let harness = screen().press("uxyz<enter>");
    let Some(Layer::Units(picker)) = &harness.state.layer else { panic!("{:?}", harness.state.layer) };
    assert_eq!(picker.field.text(), "xyz");
}

#[test]
fn a_refused_key_says_why() {
    let harness = screen().press("g ");
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Con trỏ không ở nhiệm vụ nào");
    let mut harness = screen();
    harness.state.access = crate::tui::state::Access::ReadOnly;
    let harness = harness.press("d");
    assert_eq!(harness.state.notices.toast.as_ref().unwrap().text, "Đang mở ở chế độ chỉ đọc");
}

#[test]
fn the_help_is_narrowed_as_typed() {
    let harness = screen().press("?hoan tac");
    let screen = harness.screen();
    assert!(screen.contains("Hoàn tác") && !screen.contains("Ghi chú\n"), "{screen}");
}

#[test]
fn the_language_is_switched_live() {
    assert!(screen().press("L").screen().contains("5 tasks"));
}

#[test]
fn a_field_brings_back_what_was_entered_before() {
    let typed = |harness: &Harness| match &harness.state.layer {
        Some(Layer::Prompt(prompt)) => prompt.field.text().to_owned(),
        Some(Layer::Search(search)) => search.field.text().to_owned(),
        other => panic!("{other:?}"),
    };
    let harness = screen().press("n3/BC<enter>").commit().press("n4/BC<enter>").commit();
    let harness = harness.press("nnháp<up><up>");
    assert_eq!(typed(&harness), "3/BC");
    let harness = harness.press("<down><down>");
    assert_eq!(typed(&harness), "nháp");
    let harness = harness.press("<up><esc>%<up>");
    assert_eq!(typed(&harness), "");
    let harness = screen().press("/bao cao<enter><esc>/<up>");
    assert_eq!((typed(&harness).as_str(), cursor(&harness)), ("bao cao", "u1"));
}

#[test]
fn leaving_waits_for_what_is_being_saved() {
    let leaves = |harness: Harness| harness.effects().contains(&Effect::Quit);
    assert!(leaves(screen().press("q")));
    assert!(!leaves(screen().press(" q")));
    assert!(leaves(screen().press(" q").commit()));
    assert!(leaves(screen().press(" qq")));
    let mut failed = screen().press(" q");
    failed.tell(News::Failed(disk_full()));
    assert!(failed.screen().contains("CHƯA LƯU"));
    assert!(!leaves(failed.press("j")));
}

#[test]
fn nobody_agrees_to_a_question_before_it_was_shown() {
    let mut harness = screen().press("jj");
    // All in one read, as a paste without marks or a hand that typed ahead.
    for chord in [" ", "y", "enter"] {
        let chord = if chord == " " { ' '.into() } else { chord.parse().unwrap() };
        assert_eq!(super::update(&mut harness.state, super::Event::Key(chord), &harness.snapshot), []);
    }
    assert!(matches!(harness.state.layer, Some(Layer::Confirm(_))));
    assert!(!harness.press("y").changes().is_empty());
}

#[test]
fn a_paste_is_text_or_nothing_wherever_it_falls() {
    let ways = [
        "",
        "<tab>",
        "<tab><tab>",
        "<shift-tab>",
        "jj<enter>",
        "?",
        "u",
        "/",
        "jjn",
        "jjd",
        "jjx",
        "%",
        "jj ",
        "v",
        "Gd",
    ];
    let texts = [
        "q",
        "q\ny\r\nD\t",
        "\u{3}\u{1a}\u{4}",
        "\u{1b}[A\u{1b}[201~zq",
        "",
        "Kế hoa\u{323}ch \u{fffd}",
        &"y\n".repeat(500_000),
    ];
    for keys in ways {
        for text in texts {
            let mut harness = screen().press(keys);
            let before = (super::scope(&harness.state), harness.state.focus, harness.state.marked.clone());
            let effects =
                super::update(&mut harness.state, super::Event::Paste(text.into()), &harness.snapshot);
            let after = (super::scope(&harness.state), harness.state.focus, harness.state.marked.clone());
            assert!(effects.is_empty(), "{keys:?} {text:.9?}: {effects:?}");
            assert_eq!(after, before, "{keys:?} {text:.9?}");
        }
    }
}

/// What the keeper was asked for last.
fn keeping(harness: &Harness) -> Option<Keeping> {
    harness.beside().last().cloned()
}

#[test]
fn what_is_not_saved_is_written_to_a_file_that_is_named() {
    let failed = || {
        let mut harness = screen().press("nmột<enter>");
        harness.state.own_folder = "/srv/lan".into();
        harness.tell(News::Failed(disk_full()));
        harness
    };
    let mut harness = failed().press("W");
    assert!(
        harness.screen().contains("Ghi vào tệp mới: /srv/lan/tiendo-2022-11-20.jsonl"),
        "{}",
        harness.screen()
    );
    harness = harness.press("x<enter>");
    let Some(Keeping::WriteOut(path, kept, _)) = keeping(&harness) else { panic!("{:?}", keeping(&harness)) };
    let [Kept::Unsaved(unsaved)] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!((path.as_str(), &unsaved.changes), ("/srv/lan/tiendo-2022-11-20.jsonlx", &harness.changes()));
    assert_eq!(unsaved.what, "Ghi chú \"một\": 1 Rà soát quy chế tiếp công dân");
    harness.tell(News::WrittenOut(path.clone(), Err(disk_full())));
    assert!(harness.screen().contains("Chưa ghi ra tệp được"), "{}", harness.screen());
    assert_eq!(harness.state.notices.unsaved.len(), 1, "nothing is given up");
    harness = harness.press("<enter>");
    harness.tell(News::WrittenOut(path, Ok(())));
    assert!(harness.state.notices.failure.is_none() && harness.state.notices.unsaved.is_empty());
    assert!(harness.screen().contains("tiendo bring"), "{}", harness.screen());
    let left = failed().press("W<esc>");
    assert!(!left.beside().any(|keeping| matches!(keeping, Keeping::WriteOut(..))));
}

/// What a screen that ends writes down.
fn draft(mut harness: Harness) -> Vec<Kept> {
    harness.end();
    match keeping(&harness) {
        Some(Keeping::Write(kept) | Keeping::Replace(kept)) => kept,
        None => Vec::new(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_not_saved_is_a_draft_when_the_line_drops() {
    let text = |kept: &Kept| match kept {
        Kept::Typed(typed) => typed["field"].as_str().unwrap().to_owned(),
        Kept::Unsaved(unsaved) => unsaved.what.clone(),
    };
    let texts = |harness| draft(harness).iter().map(text).collect::<Vec<_>>();
    assert_eq!(texts(screen()), [] as [&str; 0]);
    assert_eq!(texts(screen().press("n  ")), [] as [&str; 0]);
    assert_eq!(texts(screen().press("nđã gọi")), ["đã gọi"]);
    assert_eq!(texts(screen().press("jjnđã gọi<enter>")), ["đã gọi"], "a question about it is open");
    let noted = "Ghi chú \"một\": 1 Rà soát quy chế tiếp công dân";
    assert_eq!(texts(screen().press("nmột<enter>")), [noted], "nobody has acknowledged it");
    let mut failed = screen().press("nmột<enter>");
    failed.tell(News::Failed(disk_full()));
    assert_eq!(texts(failed.press("nhai")), ["hai", noted]);
}

/// What earlier screens have left, at a time.
fn left_behind(kept: Vec<Kept>) -> LeftBehind {
    LeftBehind { kept, at: Some("2022-11-19T16:42:00+07:00".parse().unwrap()) }
}

/// A screen that finds a draft.
fn offered(kept: Vec<Kept>) -> Harness {
    let mut harness = screen();
    harness.tell(News::Drafts(left_behind(kept)));
    harness
}

#[test]
fn a_draft_is_offered_taken_up_and_gone_once_it_is_saved() {
    let harness = offered(draft(screen().press("jnđã gọi")));
    let drawn = harness.screen();
    let expected = ["Khi bị ngắt, bạn đang nhập: Ghi chú", "2 Tập huấn cho công chức tiếp dân", "đã gọi"];
    assert!(expected.iter().all(|text| drawn.contains(text)), "{drawn}");
    let harness = harness.press("y");
    let Some(Layer::Prompt(prompt)) = &harness.state.layer else { panic!("{:?}", harness.state.layer) };
    assert_eq!(prompt.field.text(), "đã gọi");
    assert_eq!(keeping(&harness), None, "it is not saved yet");
    let harness = harness.press(" lại<enter>");
    assert_eq!(asked(&harness), ["đã gọi lại"]);
    assert_eq!(keeping(&harness), None, "it is not saved yet");
    assert_eq!(keeping(&harness.commit()), Some(Keeping::Replace(Vec::new())));
}

#[test]
fn a_draft_that_is_taken_up_and_not_saved_is_a_draft_again() {
    let taken = || offered(draft(screen().press("nmột<enter>jnhai"))).press("y");
    let mut harness = taken();
    harness.end();
    let Some(Keeping::Replace(kept)) = keeping(&harness) else { panic!("{:?}", keeping(&harness)) };
    assert_eq!(kept.len(), 2);
    let saved = taken().press("<esc>R").commit();
    assert_eq!(
        (asked(&saved), keeping(&saved)),
        (vec!["một".to_owned()], Some(Keeping::Replace(Vec::new())))
    );
}

#[test]
fn a_draft_is_put_off_or_thrown_away_after_a_question() {
    let found = || offered(draft(screen().press("nđã gọi")));
    let put_off = found().press("<esc>j");
    assert!(put_off.state.layer.is_none());
    assert_eq!(keeping(&put_off), None);
    let asked = found().press("x");
    assert!(asked.screen().contains("Bỏ hẳn bản nháp này?"), "{}", asked.screen());
    assert!(matches!(asked.press("<esc>").state.layer, Some(Layer::Draft)));
    assert_eq!(keeping(&found().press("xy")), Some(Keeping::Replace(Vec::new())));
}

#[test]
fn what_was_saved_after_all_is_not_offered() {
    let pending = screen().press("nmột<enter>");
    let kept = draft(screen().press("nmột<enter>"));
    let mut saved = pending.commit();
    saved.tell(News::Drafts(left_behind(kept.clone())));
    assert!(saved.state.layer.is_none());
    assert_eq!(keeping(&saved), Some(Keeping::Replace(Vec::new())));
    assert!(matches!(offered(kept).state.layer, Some(Layer::Draft)));
}

#[test]
fn a_draft_for_a_task_that_is_gone_says_so_and_is_kept() {
    let kept = draft(screen().press("nđã gọi"));
    let mut harness = screen();
    let mut snapshot = crate::workspace::Snapshot::clone(&harness.snapshot);
    snapshot.plans.remove(0);
    harness.tell(News::Read(std::sync::Arc::new(snapshot)));
    harness.tell(News::Drafts(left_behind(kept.clone())));
    let harness = harness.press("y");
    assert!(harness.screen().contains("Nhiệm vụ của bản nháp không còn; bản nháp vẫn được giữ: đã gọi"));
    assert_eq!(keeping(&harness), Some(Keeping::Replace(kept)));
}

/// A screen on which three conflicts wait.
fn in_conflict() -> Harness {
    let mut harness = screen();
    harness.tell(News::Conflicts(conflicts(["Việc", "Một", "Hai"])));
    harness
}

/// How many conflicts were decided by the last job, and for whom.
fn taken(harness: &Harness) -> Option<(usize, Side)> {
    match harness.asked().next_back() {
        Some(Job::Settle(chosen, side)) => Some((chosen.len(), *side)),
        _ => None,
    }
}

#[test]
fn a_conflict_is_decided_by_a_key_and_leaves_the_list() {
    let mut harness = in_conflict().press("Ct");
    assert_eq!(taken(&harness), Some((1, Side::Theirs)));
    let left = conflicts(["Việc", "Một", "Hai"]).split_off(1);
    harness.tell(News::Conflicts(left.clone()));
    harness.tell(News::Saved(harness.snapshot.clone()));
    assert_eq!(harness.state.conflicts.open, left);
    assert!(harness.screen().contains("đã chọn 1 chỗ"), "{}", harness.screen());
    let mut harness = harness.press("o");
    assert_eq!(taken(&harness), Some((1, Side::Ours)));
    harness.tell(News::Conflicts(Vec::new()));
    assert!(harness.screen().contains("`tiendo sync` hoàn tất"), "{}", harness.screen());
    let mut harness = harness.press("z");
    assert_eq!(harness.asked().next_back(), Some(&Job::Unsettle));
    harness.tell(News::Conflicts(left));
    harness.tell(News::Unsettled(harness.snapshot.clone()));
    assert_eq!(harness.state.conflicts.open.len(), 2);
    assert!(harness.press("<esc>").state.layer.is_none());
}

#[test]
fn all_conflicts_are_decided_after_a_question_but_for_gits_own() {
    let harness = in_conflict().press("CO");
    assert_eq!(taken(&harness), None);
    let harness = harness.press("n");
    assert_eq!(taken(&harness), None);
    let harness = harness.press("Ty");
    assert_eq!(taken(&harness), Some((2, Side::Theirs)));
    assert!(matches!(harness.state.layer, Some(Layer::Conflicts)));
}

#[test]
fn what_only_git_can_merge_and_what_may_not_be_written_is_refused() {
    let mut harness = in_conflict().press("CGo");
    assert_eq!(taken(&harness), None);
    assert!(harness.screen().contains("hãy dùng git"), "{}", harness.screen());
    harness.state.access = crate::tui::state::Access::ReadOnly;
    let harness = harness.press("gotOTz");
    assert!(taken(&harness).is_none() && !harness.asked().any(|job| *job == Job::Unsettle));
    assert!(harness.screen().contains("chỉ đọc"), "{}", harness.screen());
}

#[test]
fn a_decision_that_fails_is_told_and_made_again_by_its_key() {
    let mut harness = in_conflict().press("Ct");
    harness.tell(News::Failed(disk_full()));
    assert!(harness.screen().contains("Chưa lưu được"), "{}", harness.screen());
    assert_eq!(harness.state.conflicts.open.len(), 3);
    let mut harness = harness.press("t");
    harness.tell(News::Saved(harness.snapshot.clone()));
    assert!(harness.state.notices.failure.is_none());
}

#[test]
fn without_conflicts_there_is_no_list() {
    let harness = screen().press("C");
    assert!(harness.state.layer.is_none());
    assert!(harness.screen().contains("không có chỗ nào phải chọn"), "{}", harness.screen());
}
