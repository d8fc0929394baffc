//! A workspace with a hostile string in every field of every file, and the program run in it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A workspace and the program in it.
pub struct Office {
    folder: TempDir,
    workspace: PathBuf,
}

/// What a run wrote, and how long it took.
pub struct Answer {
    pub status: Option<i32>,
    pub out: Vec<u8>,
    pub err: Vec<u8>,
    pub took: Duration,
}

impl Office {
    /// An empty workspace.
    pub fn empty() -> Self {
        Self::named(OsStr::new("workspace"))
    }

    /// An empty workspace in a folder of a name.
    pub fn named(name: &OsStr) -> Self {
        let folder = TempDir::new().unwrap();
        let workspace = folder.path().join(name);
        for inner in ["plans", "journal"] {
            fs::create_dir_all(workspace.join(inner)).unwrap();
        }
        Self { folder, workspace }
    }

    /// Puts each string in every field of a plan of its own, of its journal, and of the directory.
    pub fn of_strings(strings: &[String]) -> Self {
        let office = Self::empty();
        office.fill(strings);
        office
    }

    /// Puts the strings into this workspace.
    pub fn fill(&self, strings: &[String]) {
        for (number, text) in strings.iter().enumerate() {
            let id = plan_id(number);
            self.write(&format!("plans/{id}.json"), plan(&id, text).to_string().as_bytes());
            self.write(&format!("journal/{id}.jsonl"), journal(text).as_bytes());
        }
        self.write("units.json", units(strings).to_string().as_bytes());
        let first = strings.first().map(String::as_str).unwrap_or_default();
        self.write("workspace.json", settings(first).to_string().as_bytes());
    }

    /// The workspace's folder.
    pub fn path(&self) -> &Path {
        &self.workspace
    }

    /// The folder that the workspace lies in.
    pub fn around(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file of the workspace.
    pub fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.workspace.join(file), bytes).unwrap();
    }

    /// A command, not run yet.
    pub fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
        command
            .env_clear()
            .env("HOME", self.around())
            .env("LANG", "en_GB.UTF-8")
            .env("TIENDO_TODAY", "2026-06-15");
        command.env("TIENDO_WORKSPACE", &self.workspace).env("COLUMNS", "100");
        command.current_dir(self.around()).args(arguments).stdin(Stdio::null());
        command
    }

    /// Runs a command.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Answer {
        answer(&mut self.command(arguments))
    }
}

/// Runs a command to its end.
pub fn answer(command: &mut Command) -> Answer {
    let start = Instant::now();
    let Output { status, stdout: out, stderr: err } = command.output().unwrap();
    Answer { status: status.code(), out, err, took: start.elapsed() }
}

impl Answer {
    /// What was said on standard error.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.err).into_owned()
    }

    /// What was printed.
    pub fn printed(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }

    /// Whether the program came to an end of its own, with one of its own exit statuses and without a panic.
    pub fn is_orderly(&self) -> bool {
        matches!(self.status, Some(0..=2)) && !self.said().contains("panicked")
    }
}

/// The id of the plan of a string.
pub fn plan_id(number: usize) -> String {
    format!("p{number:05}")
}

/// A plan with a text in every field that holds one, and in one that nobody knows.
pub fn plan(id: &str, text: &str) -> Value {
    let task = |id: &str, entry: &str| {
        json!({
            "id": id, "number": text, "title": text, "text": text,
            "assignments": [
                {"role": "lead", "unit": text, "label": text, "via": text},
                {"role": "lead", "unit": format!("{text} 2")},
                {"role": "coordinate", "unit": "Sở Nội vụ"}],
            "timeline": [
                {"id": entry, "when": "by 2026-03-31", "label": text, "text": text},
                {"id": format!("{entry}b"), "when": "quarterly by 25", "text": text}],
            "deliverable": text, "funding": text, "reports_to": [text], "lines": [1, 2], (format!("x{text}")): text
        })
    };
    json!({
        "format": "tiendo/plan", "version": 1, "id": id, "number": text, "title": text, "issuer": text, "place": text,
        "issued": "2026-02", "year": 2026,
        "bases": [{"text": text, "refs": [text]}],
        "relations": [{"kind": "implements", "number": text}],
        "sections": [
            {"id": format!("s{text}"), "number": text, "title": text, "kind": "tasks", "text": [text],
             "tasks": [task("aaaa", "a"), task(&format!("t{text}"), &format!("e{text}"))]},
            {"id": "s2", "number": text, "title": text, "kind": "purpose", "text": [text], "tasks": []}],
        "recipients": [{"unit": text, "purpose": text}],
        "signatory": {"position": text, "on_behalf_of": text, "name": text},
        "source": {"file": text, "sha256": text, "imported_at": text},
        (format!("x{text}")): {"y": text}
    })
}

/// A line of each kind with a text in all its fields, one of a kind that nobody knows, and one that is no JSON.
fn journal(text: &str) -> String {
    let edit = |at: &str| json!({"at": at, "old": text, "new": text});
    let mut lines: Vec<String> = [
        json!({"task": "aaaa", "period": "a", "unit": text, "status": "done", "note": text, "evidence": text}),
        json!({"task": "aaaa", "status": text, "percent": 40, "note": text, "evidence": text}),
        json!({"task": format!("t{text}"), "period": text, "unit": text, "status": text}),
        json!({"task": "aaaa", "period": "a", "extend": {"to": "by 2026-11-30", "evidence": text, "note": text}}),
        json!({"reminded": {"unit": text, "tasks": ["aaaa", text], "note": text}}),
        json!({"edit": [edit("title"), edit(&format!("tasks/{text}/title"))]}),
        json!({(format!("x{text}")): text}),
        json!({"task": text, "note": text}),
    ]
    .into_iter()
    .enumerate()
    .map(|(number, mut line)| {
        line["id"] = json!(format!("01J{number:023}"));
        line["at"] = json!("2026-03-10T08:15:00+07:00");
        line["by"] = json!(text);
        line.to_string()
    })
    .collect();
    lines.push(text.replace('\n', " "));
    lines.join("\n") + "\n"
}

fn units(strings: &[String]) -> Value {
    let unit = |text: &String| {
        json!({"name": text, "short": text, "aliases": [format!("{text} 2")], "part_of": text, "members": [text],
               "until": "2025-06-30", "successor": text, (format!("x{text}")): text})
    };
    json!({"format": "tiendo/units", "version": 1, "units": strings.iter().map(unit).collect::<Vec<_>>()})
}

fn settings(text: &str) -> Value {
    json!({"format": "tiendo/workspace", "version": 1, "soon_days": 7, (format!("x{text}")): text})
}
