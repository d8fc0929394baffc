//! What the screen looks like at its sizes and in both languages, and that no size and no text breaks it.

use serde_json::json;

use crate::domain::{Directory, Plan};
use crate::import::again::Difference;
use crate::tui::harness::{
    DOCUMENT, Harness, conflicts, disk_full, new_copy, next_year, plan, proposed, reviewing, samples, small,
    snapshot, unreadable,
};
use crate::tui::job::{Keeping, News};
use crate::workspace::{Flaw, LeftBehind, Recognised};

/// Sizes around those where the layout changes.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let tall = [0, 1, 39, 40, 79, 120]
        .into_iter()
        .flat_map(|width| (0..=50).step_by(2).map(move |height| (width, height)));
    let wide = [0, 11, 12, 18, 28, 50]
        .into_iter()
        .flat_map(|height| (0..=130).step_by(3).map(move |width| (width, height)));
    tall.chain(wide)
}

#[test]
fn every_size_is_drawn() {
    let mut snapshot = small();
    snapshot.unreadable.push(unreadable());
    for keys in ["", "G<enter>", "?", "uso", "d", "<tab><tab>"] {
        let mut harness = Harness::new(snapshot.clone()).press(keys);
        for (width, height) in sizes().step_by(2) {
            harness = harness.at(width, height);
            harness.screen();
        }
    }
}

/// Draws a screen in both languages.
fn check(name: &str, harness: Harness) {
    insta::assert_snapshot!(format!("{name}_vi"), harness.screen());
    insta::assert_snapshot!(format!("{name}_en"), harness.in_english().screen());
}

#[test]
fn the_sample_plans_at_four_sizes() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        check(&format!("samples_{width}x{height}"), Harness::new(samples()).at(width, height).press("jjj"));
    }
}

#[test]
fn the_table_of_workload_at_four_sizes() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        let harness = Harness::new(samples()).at(width, height);
        check(&format!("workload_{width}x{height}"), harness.press("wjjl"));
    }
    check("workload_months", Harness::new(samples()).press("w+mjs"));
    check("workload_filtered", Harness::new(samples()).at(80, 24).press("!wG"));
    check("workload_export", Harness::new(samples()).at(80, 24).press("wx"));
}

#[test]
fn the_agenda_at_four_sizes() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        check(&format!("agenda_{width}x{height}"), Harness::new(samples()).at(width, height).press("ajj"));
    }
    check("agenda_by_unit", Harness::new(samples()).press("abjjv"));
    check("agenda_filtered", Harness::new(samples()).at(80, 24).press("!a"));
}

#[test]
fn the_header_gives_way_from_the_notice() {
    let header = |width: u16| {
        let mut harness = Harness::new(samples()).at(width, 24).in_english();
        harness.state.access = crate::tui::state::Access::Demo;
        harness.screen().lines().next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    insta::assert_snapshot!([120, 90, 80, 60, 40].map(header).join("\n"));
}

#[test]
fn a_plan_without_a_title_is_shown_by_who_issued_it() {
    let mut nameless = plan("a-2022", "", "", &serde_json::json!([{"id": "t", "title": "Rà soát"}]));
    nameless.number = None;
    nameless.issuer = "Sở Tư pháp".into();
    let screen = Harness::new(snapshot(vec![(nameless, Vec::new())], Directory::default())).screen();
    assert_eq!(screen.matches("Sở Tư pháp").count(), 2, "{screen}");
}

#[test]
fn deadlines_stay_in_windows_of_middle_width() {
    for width in (81..=130).step_by(3) {
        let screen = Harness::new(samples()).at(width, 30).in_english().screen();
        assert!(screen.contains("by 31 Dec"), "{width}\n{screen}");
    }
}

#[test]
fn the_key_to_leave_is_in_the_footer_of_every_window() {
    for width in [40, 60, 80, 100, 120, 200] {
        for keys in ["", "<tab><tab>"] {
            let screen = Harness::new(samples()).at(width, 24).press(keys).screen();
            assert!(screen.lines().last().unwrap().contains("q Thoát"), "{width}\n{screen}");
        }
    }
}

#[test]
fn filters_add_up_in_words() {
    check("filtered", Harness::new(samples()).press("4usnv<enter>"));
    check("filtered_narrow", Harness::new(samples()).at(80, 24).press("<tab><tab>jj<tab>jj"));
}

#[test]
fn the_detail_shows_who_has_reported() {
    check("checklist", Harness::new(samples()).at(80, 24).press("jjj<enter>j"));
    check("collective", Harness::new(small()).at(80, 24).press("G<enter>jd12/BC<enter>").commit());
}

#[test]
fn a_task_with_several_periods_and_an_extension() {
    check(
        "periods",
        Harness::new(small())
            .press("jjjd3/BC<enter>")
            .commit()
            .press("x31/12/2022<enter>5/CV<enter>")
            .commit(),
    );
}

#[test]
fn what_lies_over_the_screen() {
    check("help", Harness::new(small()).at(80, 24).press("?"));
    check("help_narrowed", Harness::new(small()).at(80, 24).press("?z"));
    check("picker", Harness::new(small()).at(80, 24).press("uso"));
    check("palette", Harness::new(small()).at(80, 24).press(":quy<down>"));
    check("prompt", Harness::new(small()).at(80, 24).press("d12/BC"));
    check("question", Harness::new(small()).at(80, 24).press("jj "));
    let mut failed = Harness::new(small()).at(80, 24).press("nđã gọi<enter>");
    failed.tell(News::Failed(disk_full()));
    check("failed", failed);
    let mut failed = Harness::new(small()).at(40, 12).press("nđã gọi<enter> ");
    failed.tell(News::Failed(disk_full()));
    failed.tell(News::Failed(disk_full()));
    check("failed_narrow", failed);
    let mut failed = Harness::new(small()).at(80, 24).press("nđã gọi<enter>");
    failed.tell(News::Failed(disk_full()));
    failed.tell(News::Fleeting(true));
    check("failed_and_leaving", failed.press("q"));
    let mut failed = Harness::new(small()).at(80, 24).press("nđã gọi<enter>");
    failed.tell(News::Failed(disk_full()));
    failed.state.own_folder = "/srv/lan".into();
    check("writing_out", failed.press("W"));
}

#[test]
fn a_draft_is_offered_at_four_sizes() {
    let mut ended = Harness::new(small()).press("nđã gọi<enter>j nnhắc đơn vị nộp báo cáo");
    ended.end();
    let Some(Keeping::Write(kept)) = ended.beside().last().cloned() else { panic!() };
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        let mut harness = Harness::new(small()).at(width, height);
        harness.tell(News::Drafts(LeftBehind {
            kept: kept.clone(),
            at: Some("2022-11-19T16:42:00+07:00".parse().unwrap()),
        }));
        check(&format!("draft_{width}x{height}"), harness);
    }
}

#[test]
fn where_there_is_nothing_to_show() {
    let mut empty = small();
    empty.plans.clear();
    check("empty", Harness::new(empty).at(80, 24));
    check("nothing_fits", Harness::new(small()).at(80, 24).press("/xyz<enter>"));
    let mut broken = small();
    broken.unreadable.push(unreadable());
    check("unreadable", Harness::new(broken).at(120, 20).press("<tab><tab>G"));
    check("too_small", Harness::new(small()).at(39, 12));
    let tiny = Harness::new(small()).at(20, 5).screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(tiny, "Cần 40×12: cửa sổ quá nhỏ");
}

#[test]
fn a_damaged_journal_is_a_row_that_says_what_is_wrong() {
    let mut damaged = small();
    damaged.flaws.push(Flaw { file: "journal/a-2022.jsonl".into(), ..unreadable() });
    damaged.flaws.push(Flaw { file: "journal/a-2022.jsonl".into(), line: Some(9), ..unreadable() });
    let harness = Harness::new(damaged).at(120, 20).in_english();
    assert_eq!(harness.screen().matches("! journal/").count(), 1, "{}", harness.screen());
    let screen = harness.press("<tab><tab>G").screen();
    assert!(screen.contains("journal/a-2022.jsonl cannot be read (line 3, column 7)"), "{screen}");
}

#[test]
fn a_workspace_of_damaged_plans_says_which_and_why() {
    let mut broken = small();
    broken.plans.clear();
    for number in 0..30 {
        broken.unreadable.push(Flaw { file: format!("plans/hong-{number}.json"), ..unreadable() });
    }
    check("all_unreadable", Harness::new(broken.clone()).at(80, 24));
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let screen = Harness::new(broken.clone()).at(width, height).screen();
        let in_header = if width < 80 { "tiendo" } else { "30 tệp không đọc được" };
        let expected = [in_header, "Không đọc được 30 tệp", "plans/hong-0.json:3:7:", "tiendo check"];
        assert!(expected.iter().all(|text| screen.contains(text)), "{screen}");
        assert!(!screen.contains("Esc bỏ bộ lọc cuối"), "{screen}");
    }
}

#[test]
fn where_a_journal_cannot_be_read_nothing_is_late_and_no_percent_is_shown() {
    let mut hidden = small();
    let plan = crate::domain::TrackedPlan::unread(hidden.plans[0].plan().clone(), &hidden.as_of());
    hidden.plans[0] = std::sync::Arc::new(plan);
    hidden.flaws.push(Flaw { file: "journal/a-2022.jsonl".into(), ..unreadable() });
    let screen = Harness::new(hidden.clone()).at(80, 24).screen();
    assert!(screen.contains("? không đọc được nhật ký"), "{screen}");
    assert!(!screen.contains('▲') && !screen.contains("quá hạn 2") && screen.contains("?/4"), "{screen}");
    check("journal_unread", Harness::new(hidden.clone()).at(120, 36));
    let all = crate::domain::TrackedPlan::unread(hidden.plans[1].plan().clone(), &hidden.as_of());
    hidden.plans[1] = std::sync::Arc::new(all);
    let detail = Harness::new(hidden).at(120, 36).press("G<enter>").screen();
    assert!(detail.contains("3 đơn vị, không rõ ai đã xong") && !detail.contains("0/3"), "{detail}");
    let mut damaged = small();
    damaged.flaws.push(Flaw { file: "journal/a-2022.jsonl".into(), ..unreadable() });
    let screen = Harness::new(damaged).at(80, 24).screen();
    assert!(screen.contains("! nhật ký có dòng hỏng  0%") && screen.contains('▲'), "{screen}");
}

#[test]
fn a_section_without_tasks_shows_its_text() {
    check("section_text", Harness::new(small()).at(80, 24).press("<tab><tab>j<tab>j<enter>"));
}

#[test]
fn drawing_what_is_hostile_stays_within_its_pane() {
    let name = "\u{1b}[2J\u{202e}Sở\nNội vụ ".repeat(30);
    let tasks = serde_json::json!([
        {"id": "t", "number": "1.1.1.1.1\t\u{7}", "title": name, "text": name, "deliverable": name,
         "assignments": [{"role": "lead", "unit": name, "via": name}, {"role": "lead", "unit": "B\u{301}\u{302}"}],
         "timeline": [{"id": "a", "when": "by 2199-12-31", "text": name}]},
        {"id": "u", "title": "", "tasks": [{"id": "v", "title": "", "timeline": [{"id": "a", "when": "weekly"}]}]},
    ]);
    let hostile = || snapshot(vec![(plan("x-2022", &name, &name, &tasks), Vec::new())], Directory::default());
    for keys in ["", "<enter>", "jj<enter>", "u", "<tab><tab>jj", "/\u{1b}"] {
        let mut harness = Harness::new(hostile()).press(keys);
        for (width, height) in sizes().step_by(4) {
            harness = harness.at(width, height);
            assert!(!harness.screen().contains(['\u{1b}', '\u{202e}']));
        }
    }
}

#[test]
fn conflicts_show_both_sides_whole() {
    let long = "Tập huấn cho công chức tiếp dân các huyện, ".repeat(6);
    let told = || {
        let mut harness = Harness::new(small());
        harness.tell(News::Conflicts(conflicts([
            "Rà soát quy chế tiếp công dân",
            &long,
            "Rà soát \u{1b}[2J quy chế",
        ])));
        harness
    };
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        check(&format!("conflicts_wait_{width}x{height}"), told().at(width, height));
        let open = told().at(width, height).press("C");
        assert!(!open.screen().contains('\u{1b}'));
        check(&format!("conflicts_{width}x{height}"), open);
    }
    check("conflicts_all", told().at(80, 24).press("CT"));
}

#[test]
fn a_document_under_review_at_four_sizes() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        let at = |keys: &str| reviewing().at(width, height).press(keys);
        check(&format!("review_{width}x{height}"), at("AjjjG<up><up><up><up><up>"));
        check(&format!("review_document_{width}x{height}"), at("nnnn<tab>"));
    }
}

#[test]
fn a_plan_under_the_cursor_names_its_kin() {
    let related = |id: &str, number: &str, relations: serde_json::Value| {
        let tasks = json!([{"id": "t", "number": "1", "title": "Rà soát thủ tục"}]);
        let plan = plan(id, number, "Cải cách thủ tục hành chính", &tasks);
        (Plan { relations: serde_json::from_value(relations).unwrap(), ..plan }, Vec::new())
    };
    let first = related("a-2022", "12/KH-UBND", json!([]));
    let second = related(
        "b-2022",
        "15/KH-UBND",
        json!([
            {"kind": "implements", "number": "012/KH-UBND"}, {"kind": "implements", "number": "16/CT-TTg"},
            {"kind": "replaces", "number": "15/KH-UBND"}]),
    );
    let third = related("c-2021", "15/KH-UBND", json!([{"kind": "based_on", "number": "15/KH-UBND"}]));
    let kin =
        || Harness::new(snapshot(vec![first.clone(), second.clone(), third.clone()], Directory::default()));
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        check(&format!("kin_{width}x{height}"), kin().at(width, height).press("gjjj"));
    }
    check("kin_of_the_other", kin().press("g"));
}

#[test]
fn plans_of_one_name_are_told_apart_by_their_years() {
    let named = |title: &str| {
        let of = |year: i32| {
            let mut plan = plan(&format!("p-{year}"), "", &format!("{title} năm {year}"), &json!([]));
            plan.year = year;
            (plan, Vec::new())
        };
        snapshot(vec![of(2022), of(2023)], Directory::default())
    };
    let screen = Harness::new(named("Nâng cao chất lượng tiếp công dân")).screen();
    assert!(screen.contains("2022 Nâng cao") && screen.contains("2023 Nâng cao"), "{screen}");
    let other = Harness::new(small()).screen();
    assert!(!other.contains("2022 12/KH"), "other numbers tell them apart: {other}");
}

#[test]
fn next_year_beside_this_year_at_four_sizes() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        check(&format!("next_year_{width}x{height}"), next_year().at(width, height).press("nnn"));
        check(&format!("next_year_old_{width}x{height}"), next_year().at(width, height).press("<tab>G"));
    }
}

#[test]
fn a_new_copy_shows_what_it_changed() {
    let mut again = proposed(DOCUMENT);
    let task = |id: &str| crate::domain::TaskId::from(id);
    again.proposal.recognised = Recognised::Again(vec![
        Difference::Reworded {
            task: task("t1"), title: "Sửa đổi nội quy".into(), before: String::new()
        },
        Difference::Removed { task: task("x"), title: "Mua sắm bàn ghế".into() },
    ]);
    let plan = again.proposal.plan.clone();
    again.proposal.base = Some(Box::new(crate::workspace::Base { plan, read: None, followed: [].into() }));
    let mut harness = Harness::new(small()).at(80, 24);
    harness.tell(News::Proposed(again.wanted.clone(), Ok(again)));
    check("review_again", harness.press("j"));
}

#[test]
fn what_became_of_former_tasks_is_asked_at_four_sizes() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 12)] {
        check(&format!("review_dropped_{width}x{height}"), new_copy().at(width, height).press("n"));
        check(&format!("review_same_{width}x{height}"), new_copy().at(width, height).press("nn="));
    }
}

#[test]
fn what_lies_over_a_review() {
    let at = |keys: &str| reviewing().at(80, 24).press(keys);
    check("review_asks_for_a_path", Harness::new(small()).at(80, 24).press("i~/ke-hoach.docx"));
    check("review_corrects", at("jjjjjjjjju"));
    check("review_refuses", at("nne<backspace><backspace><backspace>5<enter>"));
    check("review_words", at("jjjjjjjjw"));
    check("review_adds", at("jjjjjjjjoBố trí phòng họp trước ngày 20/3/2023"));
    check("review_splits", at("jjjjjjjjS"));
    check("review_asks_before_it_saves", at("s"));
    let mut failed = at("sy");
    failed.tell(News::Failed(disk_full()));
    check("review_not_saved", failed);
    let mut left = at("AjjDq");
    left.tell(News::ReviewKept(false));
    check("review_not_kept", left);
}
