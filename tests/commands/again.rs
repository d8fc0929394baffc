//! `tiendo import` of a document that is there already: what persons corrected stays.

use serde_json::{Value, json};

use super::import::DOCUMENT;
use super::office::Office;

const PLAN: &str = "workspace/plans/45-kh-syt-2026.json";

/// An office that has the document, its first task corrected by a person in every field.
fn corrected() -> Office {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    office.out(&["import", &file]);
    change(&office, |plan| {
        let task = &mut plan["sections"][1]["tasks"][0];
        task["title"] = json!("Nội quy");
        task["assignments"] = json!([{"role": "lead", "unit": "Thanh tra Sở"}]);
        task["timeline"][0]["when"] = json!("by 2026-02-28");
        task["deliverable"] = json!("Quyết định");
    });
    office
}

/// Changes the plan's file as a person with an editor does.
fn change(office: &Office, change: impl FnOnce(&mut Value)) {
    let mut plan = plan(office);
    change(&mut plan);
    office.file(PLAN, &(serde_json::to_string_pretty(&plan).unwrap() + "\n"));
}

fn plan(office: &Office) -> Value {
    serde_json::from_str(&office.read(PLAN)).unwrap()
}

/// Imports a text and answers what the first line says.
fn import(office: &Office, text: impl AsRef<[u8]>) -> String {
    let file = office.bytes("again.txt", text.as_ref());
    office.out(&["import", &file]).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn the_same_document_changes_nothing_at_all() {
    let office = corrected();
    let before = office.read(PLAN);
    let said = import(&office, DOCUMENT);
    assert!(said.contains("has not changed"), "{said}");
    assert_eq!(office.read(PLAN), before);
}

#[test]
fn the_same_text_in_another_shape_changes_nothing_at_all() {
    use unicode_normalization::UnicodeNormalization;
    let office = corrected();
    let before = office.read(PLAN);
    let utf_16: Vec<u8> = format!("\u{FEFF}{DOCUMENT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let shapes: [Vec<u8>; 6] = [
        DOCUMENT.nfd().collect::<String>().into(),
        DOCUMENT.replace('\n', "\r\n").into(),
        format!("\u{FEFF}{DOCUMENT}").into(),
        DOCUMENT.replace('\n', "  \t\n").into(),
        format!("\n\n{DOCUMENT}\n\n").into(),
        utf_16,
    ];
    for (turn, shape) in shapes.into_iter().enumerate() {
        let said = import(&office, shape);
        assert!(said.contains("has not changed"), "{turn}: {said}");
        assert_eq!(office.read(PLAN), before, "{turn}");
    }
}

#[test]
fn a_changed_document_changes_what_it_changed_and_leaves_corrections() {
    let office = corrected();
    let first = plan(&office)["sections"][1]["tasks"][0].clone();
    let said = import(&office, DOCUMENT.replace("15/12/2026", "20/12/2026"));
    assert!(said.contains("again"), "{said}");
    let tasks = plan(&office)["sections"][1]["tasks"].clone();
    assert_eq!(tasks[0], first);
    assert_eq!(tasks[1]["timeline"][0]["when"], "before 2026-12-20");

    // A third copy is compared with the second, not with the first.
    import(&office, DOCUMENT.replace("15/12/2026", "20/12/2026").replace("Quý I/2026", "Quý II/2026"));
    let tasks = plan(&office)["sections"][1]["tasks"].clone();
    assert_eq!(tasks[0]["timeline"][0]["when"], "2026-Q2", "the document has the word on what it changed");
    assert_eq!((&tasks[0]["title"], &tasks[0]["deliverable"]), (&json!("Nội quy"), &json!("Quyết định")));
    assert_eq!(tasks[0]["assignments"][0]["unit"], "Thanh tra Sở");
    assert_eq!(tasks[1]["timeline"][0]["when"], "before 2026-12-20");
    assert_eq!(office.json(&["check", "--json"]), json!([]));
}

#[test]
fn what_was_added_moved_and_taken_away_by_hand_stays_so() {
    let office = corrected();
    change(&office, |plan| {
        let tasks = plan["sections"][1]["tasks"].as_array_mut().unwrap();
        tasks.remove(1);
        tasks.push(json!({"id": "mine", "title": "Gọi điện cho các huyện"}));
        plan["number"] = json!("54/KH-SYT");
    });
    let document = DOCUMENT.replace("\nI. MỤC ĐÍCH", "\n\nI. MỤC ĐÍCH").replace("chu đáo", "tận tình");
    import(&office, document);
    let plan = plan(&office);
    let titles: Vec<&Value> =
        plan["sections"][1]["tasks"].as_array().unwrap().iter().map(|task| &task["title"]).collect();
    assert_eq!(titles, ["Nội quy", "Gọi điện cho các huyện"]);
    assert_eq!(
        (&plan["number"], &plan["sections"][0]["text"][0]),
        (&json!("54/KH-SYT"), &json!("Phục vụ người dân tận tình."))
    );
}

#[test]
fn an_import_that_was_taken_back_is_no_reading() {
    let office = corrected();
    import(&office, DOCUMENT.replace("Văn phòng Sở", "Phòng Tổ chức"));
    office.out(&["undo"]);
    let before = plan(&office);
    import(&office, DOCUMENT.replace("15/12/2026", "20/12/2026"));
    let after = plan(&office);
    assert_eq!(after["sections"][1]["tasks"][0], before["sections"][1]["tasks"][0]);
    assert_ne!(after["sections"][1]["tasks"][1], before["sections"][1]["tasks"][1]);
}

/// The titles of the second section's tasks, those under a task set in.
fn outline(office: &Office) -> Vec<String> {
    fn walk(tasks: &Value, depth: usize, out: &mut Vec<String>) {
        for task in tasks.as_array().into_iter().flatten() {
            out.push(format!("{}{}", "  ".repeat(depth), task["title"].as_str().unwrap()));
            walk(&task["tasks"], depth + 1, out);
        }
    }
    let mut out = Vec::new();
    walk(&plan(office)["sections"][1]["tasks"], 0, &mut out);
    out
}

#[test]
fn what_a_person_had_changed_before_the_document_did_is_hers_to_change_again() {
    let office = Office::empty();
    import(&office, DOCUMENT);
    let set = |when: &str| {
        change(&office, |plan| plan["sections"][1]["tasks"][1]["timeline"][0]["when"] = json!(when));
    };
    set("before 2026-12-20");
    let second = DOCUMENT.replace("15/12/2026", "20/12/2026");
    import(&office, &second);
    set("by 2026-11-30");
    import(&office, second.replace("Quý I/2026", "Quý II/2026"));
    let tasks = plan(&office)["sections"][1]["tasks"].clone();
    assert_eq!(tasks[0]["timeline"][0]["when"], "2026-Q2");
    assert_eq!(tasks[1]["timeline"][0]["when"], "by 2026-11-30");
}

#[test]
fn a_task_written_by_hand_that_the_document_then_has_is_one_task() {
    let office = Office::empty();
    import(&office, DOCUMENT);
    let title = "Gọi điện nhắc các phòng chuyên môn";
    change(&office, |plan| {
        let tasks = plan["sections"][1]["tasks"].as_array_mut().unwrap();
        tasks.push(json!({"id": "mine", "title": title, "text": title}));
    });
    let second = DOCUMENT
        .replace("\nNơi nhận", &format!("\n3. {title}\n\n- Cơ quan thực hiện: Văn phòng Sở\n\nNơi nhận"));
    for text in [&second, &second.replace("Quý I/2026", "Quý II/2026"), &second.replace("15/12", "18/12")] {
        import(&office, text);
        let tasks = plan(&office)["sections"][1]["tasks"].clone();
        assert_eq!(tasks.as_array().unwrap().len(), 3, "{tasks}");
        assert_eq!((&tasks[2]["id"], &tasks[2]["number"]), (&json!("mine"), &json!("3")));
    }
}

#[test]
fn a_plan_of_another_program_keeps_what_it_says_and_has_a_reading_from_then_on() {
    let office = corrected();
    let unit = || plan(&office)["sections"][1]["tasks"][0]["assignments"][0]["unit"].clone();
    office.file("workspace/journal/45-kh-syt-2026.jsonl", "");
    let with_third = DOCUMENT.replace("\nNơi nhận", "\n3. Kiểm tra các đơn vị trực thuộc\n\nNơi nhận");
    let file = office.file("again.txt", &with_third);
    let said = office.out(&["import", &file]);
    assert!(said.contains("not known"), "{said}");
    assert_eq!(unit(), "Thanh tra Sở");
    assert_eq!(
        outline(&office),
        ["Nội quy", "Tổng kết công tác tiếp công dân", "Kiểm tra các đơn vị trực thuộc"]
    );
    import(&office, with_third.replace("15/12/2026", "20/12/2026"));
    let third = with_third.replace("15/12/2026", "20/12/2026").replace("chu đáo", "tận tình");
    let file = office.file("again.txt", &third);
    let said = office.out(&["import", &file]);
    assert!(!said.contains("not known"), "{said}");
    assert_eq!(unit(), "Thanh tra Sở");
    let plan = plan(&office);
    assert_eq!(plan["sections"][1]["tasks"][1]["timeline"][0]["when"], "before 2026-12-20");
    assert_eq!(plan["sections"][0]["text"][0], "Phục vụ người dân tận tình.");
}

#[test]
fn what_both_moved_stands_where_the_person_put_it() {
    let office = Office::empty();
    let both = |under_second: bool| {
        let first = if under_second {
            "2.1. Ban hành nội quy tiếp công dân"
        } else {
            "1. Ban hành nội quy tiếp công dân"
        };
        let second = "2. Tổng kết công tác tiếp công dân";
        let order = if under_second { [second, first] } else { [first, second] };
        let (head, _) = DOCUMENT.split_once("1. Ban hành").unwrap();
        format!("{head}{}\n\n{}\n\nNơi nhận:\n- Lưu: VT.\n", order[0], order[1])
    };
    import(&office, both(false));
    change(&office, |plan| {
        let tasks = plan["sections"][1]["tasks"].as_array_mut().unwrap();
        let second = tasks.remove(1);
        tasks[0]["tasks"] = json!([second]);
    });
    let file = office.file("again.txt", &both(true));
    let said = office.out(&["import", &file]);
    assert!(said.contains("stays where it was put"), "{said}");
    assert_eq!(outline(&office), ["Ban hành nội quy tiếp công dân", "  Tổng kết công tác tiếp công dân"]);
}

#[test]
fn what_was_taken_away_stays_away_and_is_told_where_the_document_changes_it() {
    let office = Office::empty();
    import(&office, DOCUMENT);
    change(&office, |plan| drop(plan["sections"][1]["tasks"].as_array_mut().unwrap().remove(1)));
    let file = office.file("again.txt", &DOCUMENT.replace("15/12/2026", "20/12/2026"));
    let said = office.out(&["import", &file]);
    assert!(said.contains("stays away: Tổng kết"), "{said}");
    assert_eq!(outline(&office), ["Ban hành nội quy tiếp công dân"]);
    let file = office.file(
        "again.txt",
        &DOCUMENT.replace("15/12/2026", "20/12/2026").replace("2. Tổng kết", "3. Tổng kết"),
    );
    let said = office.out(&["import", &file]);
    assert!(!said.contains("stays away"), "{said}");
    assert_eq!(outline(&office), ["Ban hành nội quy tiếp công dân"]);
}

#[test]
fn what_the_document_drops_stays_whole_while_it_holds_something_of_a_person() {
    let office = Office::empty();
    import(&office, DOCUMENT);
    change(&office, |plan| {
        let second = &mut plan["sections"][1]["tasks"][1];
        second["tasks"] = json!([{"id": "mine", "title": "Gọi điện"}]);
    });
    let (head, rest) = DOCUMENT.split_once("2. Tổng kết").unwrap();
    let (_, tail) = rest.split_once("Nơi nhận").unwrap();
    let file = office.file("again.txt", &format!("{head}Nơi nhận{tail}"));
    let said = office.out(&["import", &file]);
    assert!(said.contains("stays for what stands in it: Tổng kết"), "{said}");
    assert_eq!(plan(&office)["sections"][1]["tasks"][1]["timeline"][0]["when"], "before 2026-12-15");
}

#[test]
fn a_plan_that_is_lost_is_missed_though_its_journal_has_no_first_import() {
    let office = corrected();
    office.file("workspace/journal/45-kh-syt-2026.jsonl", "");
    import(&office, DOCUMENT.replace("15/12/2026", "20/12/2026"));
    std::fs::remove_file(office.file(PLAN, "")).unwrap();
    assert!(office.run(&["check"]).out.contains("45-kh-syt-2026"));
}

#[test]
fn a_plan_that_replaces_another_may_go_on_with_its_work() {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    office.out(&["import", &file]);
    office.out(&["done", "45:II.1"]);
    let replacing = DOCUMENT
        .replace("45/KH-SYT", "99/KH-SYT")
        .replace("ngày 03 tháng 02", "ngày 03 tháng 9")
        .replace("Nâng cao chất lượng", "Đổi mới toàn diện việc")
        .replace("Phục vụ người dân chu đáo.", "Kế hoạch này thay thế Kế hoạch số 45/KH-SYT ngày 03/02/2026.")
        .replace("trước ngày 15/12/2026", "trước ngày 30/11/2026");
    let file = office.file("new.txt", &replacing);
    let said = office.refusal(&["import", &file]);
    assert!(said.contains("45-kh-syt-2026") && said.contains("--as"), "{said}");
    let out = office.out(&["import", "--as", "45-kh-syt-2026", &file]);
    assert!(out.contains("Other time"), "{out}");
    assert_eq!(plan(&office)["number"], json!("99/KH-SYT"));
    assert_eq!(office.status("45-kh-syt-2026:II.1"), "done");
}

/// Four tasks; of the second and third something is written.
fn followed() -> (Office, String) {
    let office = Office::empty();
    let (head, rest) = DOCUMENT.split_once("1. Ban hành").unwrap();
    let (_, tail) = rest.split_once("\nNơi nhận").unwrap();
    let tasks = "1. Ban hành nội quy tiếp công dân\n\n- Thời gian thực hiện: Quý I/2026\n\n\
                 2. Mua sắm bàn ghế cho phòng tiếp dân\n\n3. Tập huấn kỹ năng đối thoại cho công chức\n\n\
                 4. Tổng kết công tác tiếp công dân\n";
    let document = format!("{head}{tasks}\nNơi nhận{tail}");
    import(&office, &document);
    office.out(&["done", "45:II.2", "--evidence", "5/BC"]);
    office.out(&["start", "45:II.3"]);
    office.out(&["note", "45:II.4", "xong"]);
    office.out(&["undo"]);
    (office, document)
}

#[test]
fn what_was_followed_and_is_dropped_stays_and_is_asked_about() {
    let (office, document) = followed();
    let changed = document
        .replace("2. Mua sắm bàn ghế cho phòng tiếp dân\n\n", "")
        .replace("3. Tập huấn kỹ năng đối thoại cho công chức", "2. Bồi dưỡng nghiệp vụ ở các huyện, thị")
        .replace("4. Tổng kết công tác tiếp công dân\n", "");
    let file = office.file("again.txt", &changed);
    let said = office.out(&["import", &file]);
    assert!(said.contains("Gone: Tổng kết"), "nothing was written of it that stands: {said}");
    for title in ["Mua sắm bàn ghế", "Tập huấn kỹ năng đối thoại"] {
        assert!(said.contains(&format!("stays for what was written of it: {title}")), "{said}");
        assert!(!said.contains(&format!("Gone: {title}")), "{said}");
    }
    assert!(said.contains("in other words (Mua sắm bàn ghế cho phòng tiếp dân): Bồi dưỡng"), "{said}");
    assert_eq!(
        outline(&office),
        [
            "Ban hành nội quy tiếp công dân",
            "Mua sắm bàn ghế cho phòng tiếp dân",
            "Tập huấn kỹ năng đối thoại cho công chức",
            "Bồi dưỡng nghiệp vụ ở các huyện, thị"
        ]
    );
    assert_eq!(office.status("45-kh-syt-2026:II.3"), "doing");
    let again = office.out(&["import", &office.file("third.txt", &format!("{changed}\n"))]);
    assert!(again.contains("has not changed"), "it is asked once: {again}");
}

#[test]
fn what_was_followed_and_is_reworded_beyond_its_own_words_is_asked_about() {
    let (office, document) = followed();
    let changed = document.replace(
        "3. Tập huấn kỹ năng đối thoại cho công chức",
        "3. Tập huấn kỹ năng soạn thảo văn bản cho công chức trẻ mới tuyển dụng",
    );
    let said = office.out(&["import", &office.file("again.txt", &changed)]);
    assert!(
        said.contains("Still the former one (Tập huấn kỹ năng đối thoại cho công chức), or new"),
        "{said}"
    );
    assert_eq!(office.status("45-kh-syt-2026:II.3"), "doing");
    let near = changed.replace("mới tuyển dụng", "vừa tuyển dụng");
    let said = office.out(&["import", &office.file("third.txt", &near)]);
    assert!(said.contains("Other words") && !said.contains("Still the former one"), "{said}");
}

#[test]
fn what_is_followed_hangs_on_no_day_of_a_view() {
    let (office, document) = followed();
    let changed = document.replace("2. Mua sắm bàn ghế cho phòng tiếp dân\n\n", "");
    let file = office.file("again.txt", &changed);
    let said = office.out(&["--as-of", "2020-01-01", "import", "--dry-run", &file]);
    assert!(said.contains("stays for what was written of it: Mua sắm bàn ghế"), "{said}");
}

#[test]
fn a_followed_task_that_gets_points_of_its_own_is_told() {
    let (office, document) = followed();
    let points =
        "2. Mua sắm bàn ghế cho phòng tiếp dân\n\na) Khảo sát giá ghế\n\nb) Ký hợp đồng với nhà cung cấp\n\n";
    let changed = document.replace("2. Mua sắm bàn ghế cho phòng tiếp dân\n\n", points);
    let said = office.out(&["import", &office.file("again.txt", &changed)]);
    assert!(said.contains("has tasks of its own now") && said.contains("Mua sắm bàn ghế"), "{said}");
    let more = changed.replace("nhà cung cấp", "bên cung cấp");
    let said = office.out(&["import", &office.file("third.txt", &more)]);
    assert!(!said.contains("has tasks of its own now"), "it is told once: {said}");
}

#[test]
fn the_log_tells_a_new_copy_in_words_of_the_office() {
    let office = corrected();
    let said = import(&office, DOCUMENT.replace("15/12/2026", "20/12/2026"));
    assert!(said.contains("45-kh-syt-2026"), "{said}");
    let log = office.out(&["log"]);
    assert!(log.contains("a new copy of the document"), "{log}");
    for word in ["source/", "sha256", "timeline/", "tasks/", "before 2026"] {
        assert!(!log.contains(word), "{word}: {log}");
    }
}
