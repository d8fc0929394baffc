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
    assert_eq!(office.out(&["check"]), "");
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
