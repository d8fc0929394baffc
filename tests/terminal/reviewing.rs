//! A document looked through on the screen: corrected and saved, or left without a word written.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::office::Office;
use super::process::wait_for_state;
use super::screen::{PATIENCE, Screen, tiendo};

const DOCUMENT: &str = "ỦY BAN NHÂN DÂN\nXÃ TÂN AN\nSố:      /KH-UBND\nTân An, ngày 12 tháng 01 năm 2023\nKẾ HOẠCH\nVệ sinh môi trường năm 2023\n
I. NHIỆM VỤ\n1. Thu gom rác tại các chợ.\nĐơn vị chủ trì: Ban Quản lý chợ\nThời gian: Quý I/2023
2. Nạo vét mương thoát nước.\nThời gian: Quý II/2023\n3. Kể cả các mương nội đồng.\n4. Trồng cây ven đường.\nThời gian: Quý III/2023\n";

const PLAN: &str = "plans/ve-sinh-moi-truong-nam-2023-2023.json";

/// The document in a home.
fn document(office: &Office) -> PathBuf {
    let path = office.home().join("ke-hoach.txt");
    fs::write(&path, DOCUMENT).unwrap();
    path
}

fn files(office: &Office) -> Vec<String> {
    let entries = fs::read_dir(office.workspace().join("plans")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn typed(screen: &mut Screen, keys: &[&str]) {
    for keys in keys {
        screen.send(keys);
        screen.settle();
    }
}

#[test]
fn a_document_is_corrected_and_saved_by_keys() {
    let office = Office::new();
    document(&office);
    let mut screen = office.screen();
    screen.send("i");
    screen.wait_for("Văn bản kế hoạch");
    screen.send("~/ke-hoach.txt\r");
    screen.wait_for("Bản nháp: đã duyệt 0/11 · còn 1 nghi vấn");
    screen.wait_for("Nạo vét mương thoát nước");
    // What is certain; then the first task has another time and unit, the third belongs to the second, the fourth goes.
    typed(
        &mut screen,
        &[
            "A",
            "jjjjjjj",
            "t",
            "\x15",
            "trước ngày 20/3/2023\r",
            "u",
            "\x15",
            "Trạm Y tế xã; phối hợp: Đoàn xã\r",
        ],
    );
    screen.wait_for("Phối hợp: Đoàn xã");
    typed(&mut screen, &["jj", "m", "j", "D"]);
    screen.wait_for("Đã bỏ khỏi bản nháp");
    assert_eq!(files(&office).len(), 2, "nothing is written before it is saved");
    screen.send("s");
    screen.wait_for("Còn 1 chỗ nghi vấn");
    screen.send("y");
    screen.wait_for("Đã ghi kế hoạch: Vệ sinh môi trường năm 2023");
    let plan: Value = serde_json::from_slice(&fs::read(office.path(PLAN)).unwrap()).unwrap();
    let tasks = plan["sections"][0]["tasks"].as_array().unwrap();
    assert_eq!(tasks.len(), 2, "{plan}");
    assert_eq!(tasks[0]["timeline"][0]["when"], "before 2023-03-20");
    assert_eq!(tasks[0]["assignments"][0]["unit"], "Trạm Y tế xã");
    assert_eq!(tasks[0]["assignments"][1]["role"], "coordinate");
    assert_eq!(tasks[1]["text"], "Nạo vét mương thoát nước.\nKể cả các mương nội đồng.");
    screen.send("q");
    assert!(screen.exit_status().success());
    assert!(office.drafts().is_empty(), "nothing is left of a review that was saved");
}

#[test]
fn a_review_that_is_left_writes_nothing_and_goes_on_where_it_was() {
    let office = Office::new();
    let path = document(&office).display().to_string();
    let open = || {
        let start = office.dressed(tiendo()).size(80, 24);
        start.arg("import").arg("--review").arg(&path).spawn()
    };
    let mut screen = open();
    screen.wait_for("Bản nháp: đã duyệt 0/11");
    // In one go: a section has no units, so that what is typed for them is nobody's, and leaves nothing.
    typed(&mut screen, &["jjjjjj", "uq\r", "g"]);
    assert!(screen.text().contains("Bản nháp: đã duyệt 0/11"), "{}", screen.text());
    typed(&mut screen, &["e", "9/KH-UBND\r", "q"]);
    screen.wait_for("Chưa ghi gì");
    screen.send("q");
    assert!(screen.exit_status().success());
    assert_eq!(files(&office).len(), 2);
    let mut screen = open();
    screen.wait_for("Làm tiếp?");
    screen.send("y");
    screen.wait_for("9/KH-UBND");
    // The line drops.
    screen.hang_up_after("j");
    wait_for_state(screen.pid(), 'Z', PATIENCE);
    assert_eq!((files(&office).len(), office.drafts().len()), (2, 1));
}

#[test]
fn next_year_is_looked_through_beside_this_year_and_goes_on_where_it_was_left() {
    let office = Office::new();
    let path = document(&office).display().to_string();
    let import = office.dressed(tiendo()).arg("import").arg(&path);
    assert!(import.spawn().exit_status().success());
    let open =
        || office.dressed(tiendo()).size(120, 36).arg("rollover").arg("ve-sinh").arg("--review").spawn();
    let mut screen = open();
    screen.wait_for("Kế hoạch năm trước: ve-sinh-moi-truong-nam-2023-2023");
    // What was not done goes on, but for the last.
    typed(&mut screen, &["A", "nnn", "D"]);
    screen.wait_for("Đã bỏ khỏi bản nháp");
    typed(&mut screen, &["q"]);
    screen.wait_for("Chưa ghi gì");
    screen.send("q");
    assert!(screen.exit_status().success());
    assert_eq!(files(&office).len(), 3);
    let mut screen = open();
    screen.wait_for("Làm tiếp?");
    screen.send("y");
    screen.wait_for("Bản nháp: đã duyệt");
    typed(&mut screen, &["s", "y"]);
    screen.wait_for("Đã ghi kế hoạch: Vệ sinh môi trường năm 2024");
    let plan = office.path("plans/ve-sinh-moi-truong-nam-2024-2024.json");
    let plan: Value = serde_json::from_slice(&fs::read(plan).unwrap()).unwrap();
    assert_eq!(plan["sections"][0]["tasks"].as_array().unwrap().len(), 3, "{plan}");
    screen.send("q");
    assert!(screen.exit_status().success());
    assert!(office.drafts().is_empty());
}

#[test]
fn who_waits_for_many_documents_sees_which_one_is_read_and_no_trace_of_it_is_left() {
    let office = Office::new();
    let path = document(&office).display().to_string();
    let bad = office.home().join("hong.docx");
    fs::write(&bad, b"PK\x03\x04...").unwrap();
    let start = office.dressed(tiendo()).size(80, 24).arg("import").arg(&path).arg(bad.display().to_string());
    let mut screen = start.spawn();
    screen.wait_for("2 văn bản: 1 đã nhập, 0 không có gì mới, 1 không nhập được");
    assert_eq!(screen.exit_status().exit_code(), 1);
    let bytes = String::from_utf8(screen.bytes_since(0)).unwrap();
    assert!(bytes.contains("\r\x1b[K1/2 ke-hoach.txt\r\x1b[K\r\x1b[K2/2 hong.docx"), "{bytes:?}");
    assert!(!screen.text().contains("/2"), "{}", screen.text());
}
