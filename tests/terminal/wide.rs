//! Texts that have broken screens, before real emulators: every frame stands in its column.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::gone::Tmux;
use super::screen::{PATIENCE, Screen, tiendo};

/// So many columns and rows the window has.
const COLUMNS: u16 = 120;
const ROWS: u16 = 36;

/// The signs of a right edge.
const EDGES: [&str; 6] = ["│", "┤", "┐", "┘", "┼", "╯"];

/// The strings of the list of naughty strings, and some of the program's own.
fn naughty() -> Vec<String> {
    let shared =
        std::env::var_os("TIENDO_SHARED").map_or_else(|| PathBuf::from("..").join("shared"), PathBuf::from);
    let own =
        ["👨‍👩‍👧‍👦 gia đình", "❤️ ✔️ ☎️", "文字列のタイトル", "ก็ด้วยที่", "नमस्ते क्षेत्र", "🇻🇳🏳️‍🌈👍🏽", "ﷺ", "Ｆｕｌｌ"];
    let mut strings: Vec<String> = own.map(|own| own.repeat(12)).into();
    match fs::read_to_string(shared.join("corpora").join("naughty-strings.txt")) {
        Ok(list) => strings.extend(
            list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned),
        ),
        Err(error) => println!("*** NOT TESTED HERE: the naughty strings ({error}) ***"),
    }
    strings
}

/// A workspace whose tasks have these titles, with units of these names.
fn workspace(at: &Path) {
    let tasks: Vec<_> = naughty()
        .iter()
        .enumerate()
        .map(|(index, title)| {
            let title = format!("{} {title}", index + 1);
            json!({"id": format!("t{index}"), "number": format!("{}", index + 1), "title": title, "text": title,
                "assignments": [{"role": "lead", "unit": title}], "timeline": [{"id": "a", "when": "by 2022-12-01", "text": title}]})
        })
        .collect();
    let plan = json!({"format": "tiendo/plan", "version": 1, "id": "a-2022", "number": "文/KH", "title": "👨‍👩‍👧 文字".repeat(20), "year": 2022,
        "sections": [{"id": "s", "number": "I", "title": "文字".repeat(30), "kind": "tasks", "tasks": tasks}]});
    fs::create_dir_all(at.join("plans")).unwrap();
    fs::write(at.join("plans").join("a-2022.json"), plan.to_string()).unwrap();
}

/// Every row of the body ends in an edge, in the last column.
fn check(screen: &Screen, what: &str) {
    for row in 1..ROWS - 1 {
        let last = screen.cell(row, COLUMNS - 1);
        assert!(EDGES.contains(&last.as_str()), "{what}, row {row} ends in {last:?}:\n{}", screen.text());
    }
}

#[test]
fn the_edges_stand_in_one_column_whatever_the_titles() {
    let folder = tempfile::tempdir().unwrap();
    workspace(folder.path());
    let start = tiendo().arg("--workspace").arg(folder.path().display().to_string()).size(COLUMNS, ROWS);
    let mut screen = start.spawn();
    screen.wait_for("KH");
    screen.settle();
    check(&screen, "the start");
    for turn in 0..40 {
        screen.send(if turn % 2 == 0 { "\x1b[6~" } else { "jjjjj" });
        screen.settle();
        check(&screen, &format!("turn {turn}"));
    }
    for keys in ["\r", "jj", "\x1b", "\t", "\t", "\x1b", "0"] {
        screen.send(keys);
        screen.settle();
        check(&screen, keys);
    }
}

#[test]
fn the_edges_stand_in_tmux() {
    let folder = tempfile::tempdir().unwrap();
    workspace(folder.path());
    let tmux = Tmux::new("wide");
    let program = format!(
        "TERM=tmux-256color LANG=C.UTF-8 exec {} --workspace {}",
        tiendo().line(),
        folder.path().display()
    );
    tmux.run(&["-u", "new-session", "-d", "-x", &COLUMNS.to_string(), "-y", &ROWS.to_string(), &program]);
    let rows = |after: &str| {
        let start = std::time::Instant::now();
        loop {
            let text = tmux.run(&["capture-pane", "-p"]);
            std::thread::sleep(std::time::Duration::from_millis(150));
            if text.contains("KH") && tmux.run(&["capture-pane", "-p"]) == text {
                return text;
            }
            assert!(start.elapsed() < PATIENCE, "no screen in tmux after {after}:\n{text}");
        }
    };
    for turn in 0..20 {
        let text = rows("keys");
        for row in text.lines().skip(1).take(usize::from(ROWS) - 2) {
            assert!(EDGES.iter().any(|edge| row.ends_with(edge)), "turn {turn}: {row:?}\n{text}");
        }
        tmux.run(&["send-keys", if turn % 2 == 0 { "PPage" } else { "j" }]);
        tmux.run(&["send-keys", "NPage"]);
    }
}
