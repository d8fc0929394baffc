//! What others write shows on the open screen within two seconds, the cursor where it was.

use std::fs;
use std::time::{Duration, Instant};

use super::office::{Office, PLAN, plan};
use super::screen::Screen;

/// How long a change of others may take to be seen: the two seconds between two looks, and a busy machine's share.
const SOON: Duration = Duration::from_secs(2);

/// Waits for a text, and says so where it came late.
fn soon(screen: &Screen, text: &str) {
    let start = Instant::now();
    screen.wait_for(text);
    let taken = start.elapsed();
    eprintln!("{text:?} was seen after {taken:?}");
    assert!(taken < SOON + Duration::from_secs(1), "{taken:?}");
}

/// The line that the cursor stands on.
fn cursor(screen: &Screen) -> String {
    screen
        .text()
        .lines()
        .find(|line| line.contains('▌') && !line.contains('┌'))
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn what_another_process_does_shows_with_the_cursor_where_it_was() {
    let office = Office::new();
    let mut screen = office.screen();
    screen.send("j");
    screen.wait_until("the cursor", |screen| cursor(screen).contains("Sổ theo dõi"));
    office.run(&["done", "45:I.1"]);
    soon(&screen, "●  1 Ban hành");
    assert!(cursor(&screen).contains("Sổ theo dõi"), "{}", screen.text());
}

#[test]
fn an_editor_that_takes_a_task_away_or_moves_it_leaves_the_cursor_on_its_own() {
    let office = Office::new();
    let mut screen = office.screen();
    screen.send("j");
    screen.wait_until("the cursor", |screen| cursor(screen).contains("Sổ theo dõi"));
    office.put(PLAN, &plan("45-kh-syt-2022", &["Sổ theo dõi đơn thư"]));
    screen.wait_until("the task is gone", |screen| !screen.text().contains("Ban hành nội quy"));
    assert!(cursor(&screen).contains("Sổ theo dõi"), "{}", screen.text());
    office.put(PLAN, &plan("45-kh-syt-2022", &["Việc mới", "Việc nữa", "Sổ theo dõi đơn thư"]));
    soon(&screen, "Việc nữa");
    assert!(cursor(&screen).contains("Sổ theo dõi"), "{}", screen.text());
}

#[test]
fn a_plan_written_in_place_is_a_row_while_it_is_broken() {
    let office = Office::new();
    let mut screen = office.screen();
    screen.send("j");
    let whole = plan("45-kh-syt-2022", &["Ban hành nội quy mới", "Sổ theo dõi đơn thư"]);
    fs::write(office.path(PLAN), &whole[..whole.len() / 2]).unwrap();
    soon(&screen, "! plans/45-kh-syt");
    let text = screen.text();
    assert!(text.contains("Rà soát thủ tục"), "the other plan stays: {text}");
    fs::write(office.path(PLAN), &whole).unwrap();
    soon(&screen, "Ban hành nội quy mới");
    assert!(!screen.text().contains("! plans"), "{}", screen.text());
}

#[test]
fn a_line_that_is_being_typed_survives_what_others_write() {
    let office = Office::new();
    let mut screen = office.screen();
    screen.send("jnđã gọi");
    screen.wait_for("đã gọi");
    office.run(&["done", "45:I.1"]);
    soon(&screen, "●  1 Ban hành");
    screen.send(" lại\r");
    screen.wait_for("Đã ghi chú: 2 Sổ theo dõi");
    assert!(office.lines().last().unwrap().contains("đã gọi lại"));
    assert_eq!(office.lines().len(), 2);
}
