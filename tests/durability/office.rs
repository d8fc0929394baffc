//! An invented office on any file system, the program run in it, and what it has to be in whatever happened.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use serde_json::Value;
use tempfile::TempDir;
use tiendo::domain::{Act, Event};
use tiendo::store::{FileName, Folder};
use tiendo::workspace::{Flaw, Options, Workspace};

pub const PLAN: &str = "plans/45-kh-syt-2026.json";
pub const JOURNAL: &str = "journal/45-kh-syt-2026.jsonl";
/// The journals of the second plan, of the document's, and of the directory.
pub const OTHER_JOURNAL: &str = "journal/47-kh-syt-2026.jsonl";
pub const IMPORTED_JOURNAL: &str = "journal/46-kh-syt-2026.jsonl";
pub const UNITS_JOURNAL: &str = "journal/units.jsonl";

const CONTENT: &str = r#"{
  "format": "tiendo/plan",
  "version": 1,
  "id": "45-kh-syt-2026",
  "number": "45/KH-SYT",
  "title": "Nâng cao chất lượng tiếp công dân năm 2026",
  "issuer": "Sở Y tế",
  "year": 2026,
  "sections": [
    {"id": "s2", "number": "II", "title": "Nội dung thực hiện", "kind": "tasks", "tasks": [
      {"id": "aaaa", "number": "1", "title": "Ban hành nội quy",
       "timeline": [{"id": "a", "when": "by 2026-03-31", "text": "chậm nhất 31/3/2026"}]},
      {"id": "bbbb", "number": "2", "title": "Sổ theo dõi đơn thư"}]}]
}
"#;

const UNITS: &str =
    r#"{"format": "tiendo/units", "version": 1, "units": [{"name": "Sở Nội vụ", "short": "SNV"}]}"#;

/// A document that becomes a plan.
pub const DOCUMENT: &str = "SỞ Y TẾ\nSố: 46/KH-SYT\n\nKẾ HOẠCH\nTập huấn năm 2026\n\nI. NỘI DUNG\n\
    1. Tập huấn cho công chức\n- Cơ quan chủ trì: Thanh tra Sở\n- Thời gian: Quý III/2026\n";

/// A workspace, and a home for whoever works in it.
pub struct Office {
    pub workspace: PathBuf,
    home: TempDir,
}

impl Office {
    /// A workspace of one plan, in a folder of its own.
    pub fn new() -> Self {
        let home = TempDir::new().unwrap();
        Self::at(home.path().join("workspace"), home)
    }

    /// The same in a folder that is named.
    pub fn on(workspace: &Path) -> Self {
        Self::at(workspace.to_owned(), TempDir::new().unwrap())
    }

    fn at(workspace: PathBuf, home: TempDir) -> Self {
        fs::write(home.path().join("document.txt"), DOCUMENT).unwrap();
        let office = Self { workspace, home };
        office.put("units.json", UNITS);
        office.furnish();
        office
    }

    /// Puts the plan into the workspace.
    pub fn furnish(&self) {
        self.put(PLAN, CONTENT);
    }

    /// Puts a second plan beside it, of the same tasks.
    pub fn furnish_another(&self) {
        let another = |text: &str| text.replace("45-kh-syt", "47-kh-syt").replace("45/KH", "47/KH");
        self.put(&another(PLAN), &another(CONTENT));
    }

    /// Puts a file into the workspace.
    pub fn put(&self, file: &str, content: &str) {
        let path = self.workspace.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program with these arguments.
    pub fn program(&self, arguments: &[&str]) -> Command {
        self.under(&[], arguments)
    }

    /// The program started by another one.
    pub fn under(&self, words: &[&str], arguments: &[&str]) -> Command {
        let mut all =
            words.iter().copied().chain([env!("CARGO_BIN_EXE_tiendo")]).chain(arguments.iter().copied());
        let mut command = Command::new(all.next().unwrap());
        command.args(all).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", self.home()).env("LANG", "en_GB.UTF-8").env("TIENDO_TODAY", "2026-06-15");
        command.env("TIENDO_WORKSPACE", &self.workspace).current_dir(self.home());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program; it has to succeed.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let output = self.program(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
        output
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.workspace.join(file)).unwrap_or_default()
    }

    /// The lines of a journal that are whole.
    pub fn events(&self, journal: &str) -> Vec<Event> {
        let Ok(FileName::Journal(name)) = journal.parse() else { panic!("{journal} is no journal") };
        Folder::open_for_reading(&self.workspace).read_journal(&name).unwrap().events
    }

    /// The remarks in the journal of the plan.
    pub fn notes(&self) -> Vec<String> {
        let note = |event: Event| if let Act::Update(update) = event.act { update.note } else { None };
        self.events(JOURNAL).into_iter().filter_map(note).collect()
    }

    /// The short name of the one unit that there is at first.
    pub fn short(&self) -> String {
        let units: Value = serde_json::from_str(&self.text("units.json")).unwrap();
        units["units"][0]["short"].as_str().unwrap_or_default().to_owned()
    }

    /// Everything that is wrong with the files; a torn line, which nobody was told of, is not.
    pub fn flaws(&self) -> Vec<Flaw> {
        let options = Options { folder: Some(self.workspace.clone()), readonly: true, ..Options::default() };
        let mut flaws = Workspace::open(options).unwrap().check();
        flaws.retain(Flaw::hides_something);
        flaws
    }

    /// The temporary files that are left.
    pub fn temporaries(&self) -> Vec<PathBuf> {
        let folders = ["", "plans", "journal"].map(|folder| self.workspace.join(folder));
        let files = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
        files
            .map(|file| file.unwrap().path())
            .filter(|path| path.to_string_lossy().ends_with(".tmp"))
            .collect()
    }

    /// Goes on working as if an hour had passed: nothing is locked, and what was left half written is swept away.
    pub fn goes_on(&self) {
        let flaws = self.flaws();
        let hour_ago = SystemTime::now() - Duration::from_hours(1);
        for left in self.temporaries() {
            fs::File::open(&left).unwrap().set_modified(hour_ago).unwrap();
        }
        self.run(&["note", "45:II.2", "going on"]);
        assert!(self.notes().contains(&"going on".to_owned()));
        assert_eq!(self.temporaries(), [] as [PathBuf; 0], "temporary files are swept");
        assert_eq!(self.flaws(), flaws, "the files are as sound as before");
    }
}

/// What a program said on the standard error.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
