//! An invented office: a workspace with two small plans, and the program run in it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The day that it is: a Monday.
const TODAY: &str = "2026-06-15";

/// The first plan: a deadline that has passed, a group whose first item recurs, a task of a collective.
const HEALTH: &str = r#"{
  "format": "tiendo/plan", "version": 1,
  "id": "45-kh-syt-2026", "number": "45/KH-SYT", "title": "Nâng cao chất lượng tiếp công dân năm 2026",
  "issuer": "Sở Y tế", "place": "Hải Dương", "issued": "2026-02-03", "year": 2026,
  "bases": [{"text": "Thực hiện Kế hoạch số 12/KH-UBND", "refs": ["12/KH-UBND"]}],
  "sections": [
    {"id": "s1", "number": "I", "title": "Mục đích", "kind": "purpose", "text": ["Phục vụ người dân."]},
    {"id": "s2", "number": "II", "title": "Nội dung thực hiện", "kind": "tasks", "tasks": [
      {"id": "aaaa", "number": "1", "title": "Ban hành nội quy tiếp công dân",
       "assignments": [{"role": "lead", "unit": "Văn phòng Sở"}],
       "timeline": [{"id": "a", "when": "by 2026-03-31", "text": "chậm nhất 31/3/2026"}]},
      {"id": "bbbb", "number": "2", "title": "Tiếp công dân tại cơ sở",
       "assignments": [{"role": "lead", "unit": "Các phòng thuộc Sở"}],
       "tasks": [
         {"id": "cccc", "number": "-", "title": "Lịch tiếp dân hằng quý",
          "timeline": [{"id": "a", "when": "quarterly by 25", "text": "ngày 25 tháng cuối quý"}]},
         {"id": "dddd", "number": "-", "title": "Sổ theo dõi đơn thư",
          "assignments": [{"role": "coordinate", "unit": "Sở Nội vụ"}],
          "timeline": [{"id": "a", "when": "2026-Q2", "text": "Quý II/2026"}]}]},
      {"id": "eeee", "number": "3", "title": "Tổng kết công tác tiếp công dân",
       "assignments": [{"role": "lead", "unit": "Thanh tra Sở"}, {"role": "lead", "unit": "Văn phòng Sở"}],
       "timeline": [{"id": "a", "when": "before 2026-12-15", "text": "trước ngày 15/12/2026"}]}]},
    {"id": "s3", "number": "III", "title": "Tổ chức thực hiện", "kind": "organization", "tasks": [
      {"id": "ffff", "number": "1", "title": "Theo dõi, đôn đốc",
       "assignments": [{"role": "monitor", "unit": "Sở Nội vụ"}],
       "timeline": [{"id": "a", "when": "ongoing", "text": "Thường xuyên"}]}]}]
}"#;

/// The second plan, whose id begins otherwise.
const HOME: &str = r#"{
  "format": "tiendo/plan", "version": 1,
  "id": "cai-cach-hanh-chinh-2026", "number": null, "title": "Cải cách hành chính năm 2026",
  "issuer": "Sở Nội vụ", "year": 2026,
  "sections": [{"id": "s1", "number": "I", "title": "Nhiệm vụ", "kind": "tasks", "tasks": [
    {"id": "gggg", "number": "1", "title": "Rà soát thủ tục hành chính",
     "assignments": [{"role": "lead", "unit": "Sở Nội vụ"}],
     "timeline": [{"id": "a", "when": "by 2026-06-20", "text": "chậm nhất 20/6/2026"}]},
    {"id": "hhhh", "number": "2", "title": "Công khai kết quả", "assignments": []}]}]
}"#;

const UNITS: &str = r#"{"format": "tiendo/units", "version": 1, "units": [
  {"name": "Sở Nội vụ", "short": "SNV"},
  {"name": "Các phòng thuộc Sở", "members": ["Văn phòng Sở", "Thanh tra Sở"]}]}"#;

/// A workspace, and how the program is run in it.
pub struct Office {
    folder: TempDir,
    environment: Vec<(&'static str, String)>,
}

/// What a run came to.
#[derive(Debug)]
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Office {
    /// The office with its two plans.
    pub fn new() -> Self {
        let office = Self::empty();
        office.file("workspace/plans/45-kh-syt-2026.json", HEALTH);
        office.file("workspace/plans/cai-cach-hanh-chinh-2026.json", HOME);
        office.file("workspace/units.json", UNITS);
        office
    }

    /// An office without any plan.
    pub fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        let text = |path: &Path| path.to_str().unwrap().to_owned();
        let environment = vec![
            ("HOME", text(&folder.path().join("lan"))),
            ("LANG", "en_GB.UTF-8".to_owned()),
            ("TIENDO_TODAY", TODAY.to_owned()),
            ("TIENDO_WORKSPACE", text(&folder.path().join("workspace"))),
        ];
        for name in ["lan", "workspace"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self { folder, environment }
    }

    /// The same office with a variable set, or taken away where the value is empty.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.environment.retain(|(known, _)| *known != name);
        if !value.is_empty() {
            self.environment.push((name, value.to_owned()));
        }
        self
    }

    /// Writes a file below the office's folder.
    pub fn file(&self, path: &str, text: &str) -> String {
        self.bytes(path, text.as_bytes())
    }

    /// Writes a file that may be no text below the office's folder and answers its path.
    pub fn bytes(&self, path: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The text of a file below the office's folder; empty when it is not there.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap_or_default()
    }

    /// A command in this office, not run yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.current_dir(self.folder.path()).args(arguments).stdin(Stdio::null());
        command
    }

    /// Runs a command.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        let output = self.command(arguments).output().unwrap();
        Answer {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command that succeeds and says nothing on standard error.
    pub fn out(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert_eq!((answer.status, answer.err.as_str()), (0, ""), "{arguments:?} said {}", answer.out);
        answer.out
    }

    /// Runs a command that prints JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let out = self.out(arguments);
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}"))
    }

    /// Runs a command that fails as said: the exit status is 1, nothing is printed, and one sentence is said.
    pub fn refusal(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert_eq!((answer.status, answer.out.as_str()), (1, ""), "{arguments:?} said {}", answer.err);
        assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
        let said = answer.err.trim_end().strip_prefix("tiendo: ").expect("the program's name");
        said.to_owned()
    }

    /// How a task stands, as `show --json` has it.
    pub fn status(&self, address: &str) -> String {
        self.json(&["show", address, "--json"])["status"].as_str().unwrap().to_owned()
    }
}

/// The values of a field of the rows of a JSON array.
pub fn column(rows: &Value, field: &str) -> Vec<String> {
    let text = |row: &Value| row[field].as_str().map_or_else(|| row[field].to_string(), str::to_owned);
    rows.as_array().unwrap().iter().map(text).collect()
}
