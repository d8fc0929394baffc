//! An office with a clone of its own, the program and git run in it, and what stands there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

pub const PLAN: &str = "plans/a.json";
pub const JOURNAL: &str = "journal/a.jsonl";

/// A folder for everything of one test: the bare repository, the clones, a home.
pub struct Town {
    folder: TempDir,
}

/// A clone.
pub struct Office {
    pub workspace: PathBuf,
    pub by: String,
    home: PathBuf,
}

impl Town {
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("a town ' of %").tempdir().unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        Self { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// An office whose folder has no repository yet.
    pub fn office(&self, name: &str) -> Office {
        let office =
            Office { workspace: self.path().join(name), by: name.to_owned(), home: self.path().join("home") };
        fs::create_dir_all(office.workspace.join("plans")).unwrap();
        office
    }

    /// Two offices that have the same plan of so many tasks, and share it through a bare repository.
    pub fn two_offices(&self, tasks: usize) -> [Office; 2] {
        let lan = self.office("lan");
        lan.write(PLAN, &plan(tasks));
        let bare = self.path().join("bare.git");
        lan.run_git_in(self.path(), &["init", "-q", "--bare", "-b", "main", bare.to_str().unwrap()]);
        lan.run(&["sync", "--setup", bare.to_str().unwrap()]);
        lan.run(&["sync"]);
        let minh = self.clone_as("minh");
        minh.run(&["sync", "--setup"]);
        [lan, minh]
    }

    /// A clone of the bare repository, made by git alone.
    pub fn clone_as(&self, name: &str) -> Office {
        let office =
            Office { workspace: self.path().join(name), by: name.to_owned(), home: self.path().join("home") };
        office.run_git_in(self.path(), &["clone", "-q", "bare.git", name]);
        office
    }

    /// A repository with a plan, made by hand, in which git knows the program as a driver.
    pub fn office_with_driver(&self, name: &str) -> Office {
        let office = self.office(name);
        office.write(PLAN, &plan(4));
        office.git(&["init", "-q", "-b", "main"]);
        let attributes =
            "/journal/*.jsonl merge=union\n/plans/*.json merge=tiendo\n/units.json merge=tiendo\n";
        fs::write(office.workspace.join(".gitattributes"), attributes).unwrap();
        let program = env!("CARGO_BIN_EXE_tiendo");
        office.git(&["config", "merge.tiendo.driver", &format!("'{program}' merge-driver %O %A %B %P")]);
        office.git(&["add", "."]);
        office.git(&["commit", "-q", "-m", "start"]);
        office
    }
}

impl Office {
    /// The program in this office.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = self.clean(env!("CARGO_BIN_EXE_tiendo"));
        command.args(arguments).env("TIENDO_WORKSPACE", &self.workspace).env("TIENDO_BY", &self.by);
        command
    }

    /// A program that knows of nothing but this office.
    fn clean(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", &self.home).env("LANG", "en_GB.UTF-8").env("TIENDO_TODAY", "2026-06-15");
        command.env("GIT_CONFIG_NOSYSTEM", "1").current_dir(&self.home);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program: status, and what it said on both outputs.
    pub fn call(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.program(arguments).output().unwrap();
        (output.status.code().unwrap_or(-1), said(&output))
    }

    /// Runs the program; it has to succeed.
    pub fn run(&self, arguments: &[&str]) -> String {
        let (status, said) = self.call(arguments);
        assert_eq!(status, 0, "{} {arguments:?}: {said}", self.by);
        said
    }

    /// Runs the program; it has to find something or to fail as said.
    pub fn run_failing(&self, arguments: &[&str]) -> String {
        let (status, said) = self.call(arguments);
        assert_eq!(status, 1, "{} {arguments:?}: {said}", self.by);
        said
    }

    /// Runs git here; it has to succeed.
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = self.git_command(arguments).output().unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", said(&output));
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    /// Runs git elsewhere; it has to succeed.
    fn run_git_in(&self, folder: &Path, arguments: &[&str]) {
        let output = self.git_command(arguments).current_dir(folder).output().unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", said(&output));
    }

    /// What git finds changed here.
    pub fn git_status(&self) -> String {
        if self.workspace.join(".git").exists() {
            self.git(&["status", "--porcelain"])
        } else {
            String::new()
        }
    }

    pub fn git_command(&self, arguments: &[&str]) -> Command {
        let mut command = self.clean("git");
        for role in ["AUTHOR", "COMMITTER"] {
            command
                .env(format!("GIT_{role}_NAME"), &self.by)
                .env(format!("GIT_{role}_EMAIL"), "a@office.invalid");
        }
        command.current_dir(&self.workspace).args(arguments);
        command
    }

    pub fn read(&self, file: &str) -> Value {
        let text = self.text(file);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}\n{text}"))
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.workspace.join(file)).unwrap_or_default()
    }

    pub fn write(&self, file: &str, value: &Value) {
        let path = self.workspace.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{}\n", serde_json::to_string_pretty(value).unwrap())).unwrap();
    }

    /// Changes the plan by hand.
    pub fn edit(&self, change: impl FnOnce(&mut Value)) {
        let mut plan = self.read(PLAN);
        change(&mut plan);
        self.write(PLAN, &plan);
    }

    /// Everything that `tiendo check` finds; nothing where all is well.
    pub fn findings(&self) -> String {
        match self.call(&["check"]) {
            (0, _) => String::new(),
            // Without the line ends of a narrow table.
            (_, findings) => findings.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

/// A plan of so many tasks.
pub fn plan(tasks: usize) -> Value {
    let task = |n: usize| json!({"id": format!("t{n}"), "number": n.to_string(), "title": "Việc"});
    let tasks: Vec<Value> = (0..tasks).map(task).collect();
    json!({"format": "tiendo/plan", "version": 1, "id": "a", "title": "Kế hoạch", "year": 2026, "unknown": {"kept": true},
           "sections": [{"id": "s", "number": "I", "title": "Mục", "kind": "tasks", "tasks": tasks}]})
}

/// The task of a plan.
pub fn task(plan: &mut Value, n: usize) -> &mut Value {
    &mut plan["sections"][0]["tasks"][n]
}

/// What a program said.
pub fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&both).into_owned()
}
