//! A clone made ready: the repository, what git is told of the files, the merge driver, a name, the remote.

use std::path::Path;

use super::error::GitError;
use super::repository::{Repository, done};
use crate::process::git::git;
use crate::process::own_id;
use crate::store::{Guard, LOCK_FILE};
use crate::text::fold;
use crate::workspace::{Workspace, WorkspaceError};

/// How git merges the files: a journal keeps the lines of both sides, the others are merged by this program.
const ATTRIBUTES: [&str; 4] = [
    "/journal/*.jsonl -text merge=union",
    "/plans/*.json -text merge=tiendo",
    "/units.json -text merge=tiendo",
    "/workspace.json -text merge=tiendo",
];

/// What is nobody's work: the lock, and what a save or a merge leaves when it is killed.
const IGNORED: [&str; 3] = [LOCK_FILE, "*.tmp", ".merge_file_*"];

/// Something that was missing and is there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The workspace is a repository.
    Repository,
    /// A file at the top of the workspace tells git what it has to know.
    File(&'static str),
    /// Git knows this program as a merge driver.
    Driver,
    /// Git knows a person.
    Person(String),
    /// The other repository has a name.
    Remote(String),
    /// Another one has the name that this one had.
    OtherRemote {
        /// The address that it had.
        old: String,
        /// The one that it has.
        new: String,
    },
}

impl Workspace {
    /// Makes the workspace ready to be shared: what is there already stays as it is. Answers what was missing.
    ///
    /// # Errors
    /// When git is missing or refuses, when the remote is no address, or when the workspace is read only.
    pub fn set_up(&self, remote: Option<&str>) -> Result<Vec<Step>, WorkspaceError> {
        if let Some(unsafe_one) = remote.filter(|remote| !is_safe_remote(remote)) {
            return Err(GitError::Address(unsafe_one.to_owned()).into());
        }
        let guard = self.lock()?;
        let mut steps = Vec::new();
        let repository = self.repository(&mut steps)?;
        tell_of_files(&guard, &mut steps)?;
        repository.tell_of_driver(&mut steps)?;
        if !repository.prefix.is_empty() {
            let outer = repository.line(["rev-parse", "--show-toplevel"])?;
            return if remote.is_some() { Err(GitError::WithinAnother(outer).into()) } else { Ok(steps) };
        }
        repository.set("merge.renames", "false")?;
        repository.tell_of_person(self.by(), &mut steps)?;
        if let Some(address) = remote {
            repository.tell_of_remote(address, &mut steps)?;
        }
        Ok(steps)
    }

    fn repository(&self, steps: &mut Vec<Step>) -> Result<Repository, GitError> {
        if let Some(repository) = Repository::find(self.path())? {
            return Ok(repository);
        }
        done(git(self.path(), ["init", "--quiet", "--initial-branch=main"]), "init")?;
        steps.push(Step::Repository);
        Repository::of(self.path())
    }
}

fn tell_of_files(guard: &Guard, steps: &mut Vec<Step>) -> Result<(), WorkspaceError> {
    let files: [(&'static str, &[&str]); 2] = [(".gitattributes", &ATTRIBUTES), (".gitignore", &IGNORED)];
    for (file, lines) in files {
        if guard.add_lines(file, lines)? {
            steps.push(Step::File(file));
        }
    }
    Ok(())
}

impl Repository {
    /// Looks whether this clone merges as it should.
    ///
    /// # Errors
    /// [`GitError::NotSetUp`] where it does not.
    pub fn check_set_up(&self) -> Result<(), GitError> {
        let files = ["journal/units.jsonl", "plans/a.json", "units.json", "workspace.json"];
        let [journal, plan, units, settings] = files;
        let call = self.git(["check-attr", "-z", "merge", "--", journal, plan, units, settings]);
        let output = done(call, "check-attr")?;
        let words: Vec<&[u8]> = output.split(|byte| *byte == 0).collect();
        let says: Vec<&[u8]> = words.chunks(3).filter_map(|line| line.get(2).copied()).collect();
        let is_told = says == [b"union".as_slice(), b"tiendo", b"tiendo", b"tiendo"];
        let has_driver = self.setting("merge.tiendo.driver")?.is_some();
        if is_told && has_driver { Ok(()) } else { Err(GitError::NotSetUp) }
    }

    fn tell_of_driver(&self, steps: &mut Vec<Step>) -> Result<(), GitError> {
        self.set("merge.tiendo.name", "tiendo")?;
        if self.set("merge.tiendo.driver", &driver())? {
            steps.push(Step::Driver);
        }
        Ok(())
    }

    fn tell_of_person(&self, by: &str, steps: &mut Vec<Step>) -> Result<(), GitError> {
        if self.setting("user.name")?.is_none() {
            self.set("user.name", by)?;
            steps.push(Step::Person(by.to_owned()));
        }
        if self.setting("user.email")?.is_none() {
            self.set("user.email", &mail_of(by))?;
        }
        Ok(())
    }

    fn tell_of_remote(&self, address: &str, steps: &mut Vec<Step>) -> Result<(), GitError> {
        match self.setting("remote.origin.url")? {
            Some(there) if there == address => Ok(()),
            Some(old) => {
                done(self.git(["remote", "set-url", "--", "origin", address]), "remote set-url")?;
                steps.push(Step::OtherRemote { old, new: address.to_owned() });
                Ok(())
            }
            None => {
                let call = self.git(["remote", "add", "--", "origin", address]);
                done(call, "remote add")?;
                steps.push(Step::Remote(address.to_owned()));
                Ok(())
            }
        }
    }

    /// Makes a setting of this clone; whether it was another one before.
    fn set(&self, name: &str, value: &str) -> Result<bool, GitError> {
        if self.setting(name)?.as_deref() == Some(value) {
            return Ok(false);
        }
        done(self.git(["config", "--local", "--replace-all", name, value]), "config")?;
        Ok(true)
    }
}

/// The call of this program as a merge driver, for git to remember.
fn driver() -> String {
    let program = std::env::current_exe().unwrap_or_else(|_| Path::new("tiendo").to_owned());
    // So the system calls a program that was replaced while it runs; the new one stands where it stood.
    let program = program.to_string_lossy();
    let program = program.strip_suffix(" (deleted)").unwrap_or(&program);
    call_of(program)
}

/// The same for a call of git by this program, which may have been replaced or taken away since it began: the system
/// still knows what it runs.
pub(super) fn driver_of_this_run() -> String {
    let running = format!("/proc/{}/exe", own_id());
    if Path::new(&running).exists() { call_of(&running) } else { driver() }
}

/// Git hands it to a shell and takes `%` for its own.
fn call_of(program: &str) -> String {
    let program = program.replace('\'', "'\\''").replace('%', "%%");
    format!("'{program}' merge-driver %O %A %B %P")
}

/// Whether git takes this for the address of a repository and for nothing else: no option, no program to be run.
#[must_use]
pub fn is_safe_remote(address: &str) -> bool {
    let is_option = address.starts_with('-');
    let of_scheme = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    let runs_a_program = address.trim_start_matches(of_scheme).starts_with("::");
    !address.trim().is_empty() && !is_option && !runs_a_program && !address.chars().any(char::is_control)
}

/// A mail address that belongs to nobody, for a person who gave git none.
fn mail_of(by: &str) -> String {
    let name: String = fold(by).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("{name}@tiendo.invalid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_neither_an_option_nor_a_program() {
        for address in [
            "/srv/office.git",
            "lan@host:office.git",
            "https://host/office.git",
            "../office.git",
            "ssh://[::1]/office.git",
            "lan@[fe80::1]:office.git",
            "[::1]:office.git",
        ] {
            assert!(is_safe_remote(address), "{address}");
        }
        for address in
            ["", " ", "-oProxyCommand=id", "--upload-pack=id", "ext::sh -c id", "fd::7", "::x", "a\nb"]
        {
            assert!(!is_safe_remote(address), "{address}");
        }
    }

    #[test]
    fn a_name_becomes_an_address() {
        assert_eq!(mail_of("Nguyễn Thị Lan"), "nguyen-thi-lan@tiendo.invalid");
    }
}
