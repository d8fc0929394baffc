//! An invented office for the screen: a workspace of two plans, and the home of the one who works in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::screen::{Screen, Start, tiendo};

/// The plan that the cursor stands in at first.
pub const PLAN: &str = "plans/45-kh-syt-2022.json";
const JOURNAL: &str = "journal/45-kh-syt-2022.jsonl";

/// A workspace and a home, gone with the value.
pub struct Office {
    folder: TempDir,
}

impl Office {
    /// Two plans of two tasks each.
    pub fn new() -> Self {
        let office = Self { folder: TempDir::new().unwrap() };
        fs::create_dir_all(office.workspace().join("plans")).unwrap();
        fs::create_dir_all(office.home()).unwrap();
        office.put(PLAN, &plan("45-kh-syt-2022", &["Ban hành nội quy", "Sổ theo dõi đơn thư"]));
        office
            .put("plans/60-kh-snv-2022.json", &plan("60-kh-snv-2022", &["Rà soát thủ tục", "Tổng kết năm"]));
        office
    }

    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.workspace().join(file)
    }

    /// Writes a file as an editor does that replaces it.
    pub fn put(&self, file: &str, text: &str) {
        let beside = self.path(&format!("{file}~"));
        fs::write(&beside, text).unwrap();
        fs::rename(beside, self.path(file)).unwrap();
    }

    /// From now on no journal can be written.
    pub fn block(&self) {
        fs::write(self.path("journal"), "").unwrap();
    }

    /// Journals can be written again.
    pub fn unblock(&self) {
        fs::remove_file(self.path("journal")).unwrap();
    }

    /// The screen on it, once the plans are there.
    pub fn screen(&self) -> Screen {
        let screen = self.dressed(tiendo()).size(120, 36).spawn();
        screen.wait_for("Ban hành nội quy");
        screen
    }

    /// A program that is to work in this office.
    pub fn dressed(&self, start: Start) -> Start {
        let workspace = self.workspace().display().to_string();
        start.env("HOME", self.home().display().to_string()).env("TIENDO_WORKSPACE", workspace)
    }

    /// A command that has to succeed; what it says.
    pub fn run(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.home())
            .env("TIENDO_WORKSPACE", self.workspace());
        command.env("LANG", "en_GB.UTF-8").env("TIENDO_TODAY", "2022-11-20").env("TIENDO_BY", "minh");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What stands in the journal of the first plan, line by line.
    pub fn lines(&self) -> Vec<String> {
        let text = fs::read_to_string(self.path(JOURNAL)).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// The drafts that lie in the home.
    pub fn drafts(&self) -> Vec<PathBuf> {
        files(&self.home().join(".local/state/tiendo/drafts"))
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// A plan of one section.
pub fn plan(id: &str, tasks: &[&str]) -> String {
    let tasks = tasks.iter().enumerate().map(|(at, title)| {
        serde_json::json!({"id": format!("t{title}"), "number": (at + 1).to_string(), "title": title})
    });
    let tasks: Vec<_> = tasks.collect();
    serde_json::json!({
        "format": "tiendo/plan", "version": 1, "id": id, "number": id, "title": id, "year": 2022,
        "sections": [{"id": "s1", "number": "I", "title": "Nội dung", "kind": "tasks", "tasks": tasks}]
    })
    .to_string()
}
