//! A save that fails and a line that drops: the text is kept, tried again, written elsewhere, offered again.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use rustix::process::Signal;

use super::office::Office;
use super::process::{look_up, wait_for_state};
use super::screen::{Screen, Start, toy};

/// A note that could not be saved.
fn failed(office: &Office) -> Screen {
    office.block();
    let mut screen = office.screen();
    screen.send("nđã gọi\r");
    screen.wait_for("CHƯA LƯU, vẫn giữ");
    screen
}

#[test]
fn what_failed_is_saved_once_by_a_key() {
    let office = Office::new();
    let mut screen = failed(&office);
    screen.send("R");
    screen.settle();
    screen.wait_for("CHƯA LƯU, vẫn giữ");
    office.unblock();
    screen.send("R");
    screen.wait_for("Đã ghi chú: 1 Ban hành nội quy");
    assert!(!screen.text().contains("CHƯA LƯU"), "{}", screen.text());
    assert_eq!(office.lines().len(), 1);
    assert!(office.lines()[0].contains("đã gọi"));
    screen.send("q");
    assert!(screen.exit_status().success());
}

#[test]
fn what_failed_is_written_to_a_file_and_brought_in_once() {
    let office = Office::new();
    let mut screen = failed(&office);
    screen.send("q");
    screen.wait_for("Bỏ và thoát?");
    screen.send("n");
    screen.send("W");
    screen.wait_for("tiendo-2022-11-20.jsonl");
    let path = office.home().join("tiendo-2022-11-20.jsonl");
    fs::write(&path, "hers").unwrap();
    screen.send("\r");
    screen.wait_for("Chưa ghi ra tệp được");
    assert_eq!(fs::read_to_string(&path).unwrap(), "hers");
    fs::remove_file(&path).unwrap();
    screen.send("\r");
    screen.wait_for("tiendo bring /");
    screen.send("q");
    assert!(screen.exit_status().success(), "nothing is left to be saved");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.starts_with("# 1 thay đổi") && text.contains("Ghi chú \\\"đã gọi\\\": 1 Ban hành nội quy"),
        "{text}"
    );
    office.unblock();
    let path = path.display().to_string();
    assert!(office.run(&["bring", &path]).starts_with("Saved: "));
    assert!(office.run(&["bring", &path]).starts_with("There already: "));
    assert_eq!(office.lines().len(), 1);
}

/// The line drops after a key that shows: the program is gone in a second, at next to no cost.
fn gone(screen: &mut Screen, key: &str) {
    let before = look_up(screen.pid()).cpu;
    screen.hang_up_after(key);
    wait_for_state(screen.pid(), 'Z', Duration::from_secs(1));
    let spent = look_up(screen.pid()).cpu.saturating_sub(before);
    assert!(spent < Duration::from_millis(50), "{spent:?} of a processor");
}

/// The draft of an earlier screen is there, is taken up, saved, and gone.
fn is_taken_up(office: &Office, text: &str) {
    let mut screen = office.screen();
    screen.wait_for("Khi bị ngắt, bạn đang nhập: Ghi chú");
    screen.wait_for(text);
    screen.send("y");
    screen.wait_for(&format!("Ghi chú: {text}"));
    assert_eq!(office.drafts().len(), 1, "it is not saved yet");
    screen.send("\r");
    screen.wait_for("Đã ghi chú");
    screen.wait_until("the draft is gone", |_| office.drafts().is_empty());
    assert!(office.lines()[0].contains(text), "{:?}", office.lines());
    screen.send("q");
    assert!(screen.exit_status().success());
}

#[test]
fn what_was_typed_when_the_line_dropped_is_offered_again() {
    let office = Office::new();
    let mut screen = office.screen();
    screen.send("nđã gọi lạ");
    screen.wait_for("đã gọi lạ");
    gone(&mut screen, "i");
    let mode = fs::metadata(&office.drafts()[0]).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    is_taken_up(&office, "đã gọi lại");
}

#[test]
fn it_is_so_where_the_signal_of_it_is_ignored() {
    let office = Office::new();
    let line = format!("trap '' HUP; exec {}", env!("CARGO_BIN_EXE_tiendo"));
    let start = Start::program("/bin/sh").arg("-c").arg(line).size(120, 36);
    let mut screen = office.dressed(start).spawn();
    screen.wait_for("Ban hành nội quy");
    screen.send("nđã gọi lạ");
    screen.wait_for("đã gọi lạ");
    gone(&mut screen, "i");
    is_taken_up(&office, "đã gọi lại");
}

#[test]
fn a_signal_to_end_keeps_the_text_as_well() {
    let office = Office::new();
    let mut screen = office.screen();
    screen.send("nđã gọi");
    screen.wait_for("đã gọi");
    screen.signal(Signal::TERM);
    assert!(screen.exit_status().signal().is_some());
    is_taken_up(&office, "đã gọi");
}

#[test]
fn a_draft_does_not_wait_for_a_disk_that_hangs() {
    let draft = tempfile::NamedTempFile::new().unwrap();
    let mut screen = toy().env("TOY_DRAFT", draft.path().display().to_string()).spawn();
    screen.wait_for("row 3");
    screen.send("hj");
    screen.wait_for("> row 1");
    screen.hang_up_after("j");
    wait_for_state(screen.pid(), 'Z', Duration::from_secs(1));
    assert_eq!(fs::read_to_string(draft.path()).unwrap(), "draft 2");
}

#[test]
fn what_failed_before_the_line_dropped_is_saved_by_the_next_screen() {
    let office = Office::new();
    gone(&mut failed(&office), "j");
    office.unblock();
    let mut screen = office.screen();
    screen.wait_for("1 thay đổi chưa lưu khi bị ngắt");
    screen.send("y");
    screen.wait_for("Còn 1 thay đổi chưa lưu");
    screen.send("R");
    screen.wait_until("the draft is gone", |_| office.drafts().is_empty());
    assert_eq!(office.lines().len(), 1);
}

#[test]
fn two_screens_do_not_take_each_others_drafts() {
    let office = Office::new();
    let (mut first, mut second) = (office.screen(), office.screen());
    first.send("nđã gọi sáng");
    second.send("nđã gọi chiều");
    first.wait_for("đã gọi sáng");
    second.wait_for("đã gọi chiều");
    gone(&mut first, "i");
    gone(&mut second, "i");
    assert_eq!(office.drafts().len(), 2);
    let mut third = office.screen();
    for text in ["đã gọi sáng", "đã gọi chiều"] {
        third.wait_for(text);
    }
    let fourth = office.screen();
    fourth.settle();
    assert!(!fourth.text().contains("Bản nháp"), "one screen has them: {}", fourth.text());
    third.signal(Signal::KILL);
    third.exit_status();
    office.screen().wait_for("đã gọi chiều");
}

#[test]
fn a_draft_that_cannot_be_read_or_kept_is_said_and_stays() {
    let office = Office::new();
    let mut screen = office.screen();
    screen.send("nđã gọi");
    screen.wait_for("đã gọi");
    gone(&mut screen, "i");
    let draft = office.drafts().remove(0);
    fs::write(&draft, "{\"format\"").unwrap();
    let mut screen = office.screen();
    screen.wait_for("không phải là tệp chứa thay đổi chưa lưu");
    screen.send("q");
    assert!(screen.exit_status().success());
    assert_eq!(fs::read_to_string(&draft).unwrap(), "{\"format\"");
    // A folder where no draft can be: nothing else suffers.
    fs::remove_dir_all(office.home().join(".local/state")).unwrap();
    fs::write(office.home().join(".local/state"), "").unwrap();
    let mut screen = office.screen();
    screen.wait_for("Bản nháp có lỗi");
    screen.send("nđã gọi\r");
    screen.wait_for("Đã ghi chú");
    screen.send("nnữa");
    screen.wait_for("nữa");
    gone(&mut screen, "i");
    assert_eq!(office.lines().len(), 1);
}

#[test]
fn what_neither_a_journal_nor_a_draft_can_hold_is_said_to_go_with_the_screen() {
    let office = Office::new();
    fs::create_dir_all(office.home().join(".local")).unwrap();
    fs::write(office.home().join(".local/state"), "").unwrap();
    office.block();
    let mut screen = office.screen();
    screen.send("nđã gọi\r");
    screen.wait_for("CHƯA LƯU, chỉ giữ khi còn mở");
    screen.send("q");
    screen.wait_for("Bỏ và thoát?");
    screen.send("\rn");
    screen.wait_until("the question is answered", |screen| !screen.text().contains("Bỏ và thoát?"));
    screen.send("W\r");
    screen.wait_for("tiendo bring /");
    screen.send("q");
    assert!(screen.exit_status().success(), "it stands in a file");
}
