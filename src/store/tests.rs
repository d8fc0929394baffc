//! The protocols on real files: readers that write nothing, a lock that holds, appends and replacements that are whole.

mod appending;
mod foreign_lines;
mod locking;
mod reading;
mod replacing;
mod watching;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{FileName, Folder, Guard, JournalName, PlanId};
use crate::domain::{Act, Event, EventId, Status, Update};

/// A workspace in a folder of its own, gone with the value.
struct Office {
    folder: Folder,
    directory: TempDir,
}

impl Office {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        Self { folder: Folder::open(directory.path()), directory }
    }

    fn with(files: &[(&str, &[u8])]) -> Self {
        let office = Self::new();
        for (name, bytes) in files {
            office.put(name, bytes);
        }
        office
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.directory.path().join(name)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn lock(&self) -> Guard {
        self.folder.lock().unwrap()
    }

    /// All files below the folder, with their bytes.
    fn everything(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(self.directory.path(), &mut files);
        files.sort();
        files
    }
}

fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let kind = path.symlink_metadata().unwrap().file_type();
        if kind.is_dir() {
            collect(&path, files);
        } else if kind.is_file() {
            files.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
}

fn plan_name(id: &str) -> FileName {
    FileName::Plan(id.parse().unwrap())
}

fn journal_name(id: &str) -> JournalName {
    JournalName::Plan(id.parse::<PlanId>().unwrap())
}

/// A small plan, with fields that the program does not know.
fn plan(id: &str) -> String {
    format!(
        r#"{{
  "format": "tiendo/plan",
  "version": 1,
  "id": "{id}",
  "number": null,
  "title": "Kế hoạch thử",
  "year": 2026,
  "sections": [
    {{"id": "s1", "number": "I", "title": "Nội dung", "kind": "tasks", "x-color": "đỏ", "tasks": [
      {{"id": "k1", "number": "1", "title": "Việc một", "x-cost": 12.5}}]}}
  ],
  "x-owner": {{"desk": 3}}
}}
"#
    )
}

fn event(n: u128, note: &str) -> Event {
    let update = Update {
        task: "k1".into(),
        status: Some(Status::Done),
        note: Some(note.to_owned()),
        ..Update::default()
    };
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-10T08:15:00+07:00").unwrap();
    let id = EventId::from_parts(1_700_000_000_000, n);
    Event { id, at, by: "lan".to_owned(), batch: None, act: Act::Update(update) }
}
