//! The repository that a workspace lies in, and what is asked of it.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::error::GitError;
use crate::process::git::git;
use crate::process::{Program, Ran};
use crate::store::remove_if_nobodys;
use crate::workspace::Clock;

/// A repository, seen from the folder of a workspace.
#[derive(Debug, Clone)]
pub(super) struct Repository {
    folder: PathBuf,
    /// Where git keeps its own.
    pub private: PathBuf,
    /// Where it keeps what all worktrees share.
    common: PathBuf,
    /// The way from the top of the repository to the workspace, with a slash at its end; empty where they are one.
    pub prefix: String,
}

/// How git calls a file that is no link and no program.
pub(super) const PLAIN: &str = "100644";

/// A file as git keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Blob {
    /// Six digits: [`PLAIN`], or another kind of thing.
    pub mode: String,
    /// The name of its content.
    pub id: String,
}

impl Blob {
    /// Whether it is a file, executable or not, and neither a link nor another repository.
    pub fn is_plain(&self) -> bool {
        matches!(self.mode.as_str(), PLAIN | "100755")
    }
}

/// How often a lock of another git is looked at before a person is told, and how long after one look comes the next.
const LOOKS: usize = 100;
const PAUSE: Duration = Duration::from_millis(50);

impl Repository {
    /// The repository of a folder; `None` where it lies in none.
    pub fn find(folder: &Path) -> Result<Option<Self>, GitError> {
        let mut outer = folder.ancestors();
        if !outer.any(|outer| outer.join(".git").exists()) {
            return Ok(None);
        }
        let ran =
            git(folder, ["rev-parse", "--absolute-git-dir", "--show-prefix", "--git-common-dir"]).run()?;
        if !ran.is_done() {
            let said = ran.said();
            let none = said.contains("not a git repository");
            return if none { Ok(None) } else { Err(refused("rev-parse", &ran)) };
        }
        let mut lines = ran.output.split(|byte| *byte == b'\n');
        let private = OsString::from_vec(lines.next().unwrap_or_default().to_vec()).into();
        let prefix = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
        let common = folder.join(OsString::from_vec(lines.next().unwrap_or_default().to_vec()));
        Ok(Some(Self { folder: folder.to_owned(), private, common, prefix }))
    }

    /// The repository of a folder that has to be one.
    pub fn of(folder: &Path) -> Result<Self, GitError> {
        Self::find(folder)?.ok_or(GitError::NoRepository)
    }

    /// A call of git in the workspace.
    pub fn git<const N: usize>(&self, arguments: [&str; N]) -> Program {
        git(&self.folder, arguments)
    }

    /// A call that has to be done; its output as a line.
    pub fn line<const N: usize>(&self, arguments: [&str; N]) -> Result<String, GitError> {
        let output = done(self.git(arguments), arguments[0])?;
        Ok(String::from_utf8_lossy(&output).trim_end_matches('\n').to_owned())
    }

    /// A call that answers with a line, or with a status where there is none.
    pub fn line_if_any<const N: usize>(&self, arguments: [&str; N]) -> Result<Option<String>, GitError> {
        let ran = self.git(arguments).run()?;
        Ok(ran.is_done().then(|| ran.line()).filter(|line| !line.is_empty()))
    }

    /// A setting; `None` where it is not made.
    pub fn setting(&self, name: &str) -> Result<Option<String>, GitError> {
        self.line_if_any(["config", "--get", name])
    }

    /// The commit that a name stands for.
    pub fn commit(&self, name: &str) -> Result<Option<String>, GitError> {
        let name = format!("{name}^{{commit}}");
        self.line_if_any(["rev-parse", "--verify", "--quiet", "--end-of-options", &name])
    }

    /// What is checked out, and what is being merged with it.
    pub fn merge(&self) -> Result<[Option<String>; 2], GitError> {
        Ok([self.commit("HEAD")?, self.commit("MERGE_HEAD")?])
    }

    /// Runs a call that takes a lock of git's own for a moment. A lock that another git has is waited for; one that a git left
    /// that was killed is taken away.
    ///
    /// # Errors
    /// [`GitError::Locked`] when somebody keeps it, or may.
    pub fn unstuck(&self, step: &str, call: impl Fn() -> Program) -> Result<Vec<u8>, GitError> {
        let mut looks = 0;
        loop {
            let ran = call().run()?;
            if ran.is_done() {
                return Ok(ran.output);
            }
            let Some(lock) = self.lock_in_the_way(&ran) else { return Err(refused(step, &ran)) };
            while !remove_if_nobodys(&lock, &self.folders(), Clock::instant()) {
                looks += 1;
                if looks > LOOKS {
                    return Err(GitError::Locked(lock));
                }
                sleep(PAUSE);
            }
        }
    }

    /// The lock that git said it could not have.
    fn lock_in_the_way(&self, ran: &Ran) -> Option<PathBuf> {
        let said = ran.said();
        let (_, rest) = said.split_once("Unable to create '")?;
        let (path, reason) = rest.split_once("': ")?;
        let path = PathBuf::from(path);
        let is_gits = path.starts_with(&self.private) || path.starts_with(&self.common);
        let is_lock = path.extension().is_some_and(|ending| ending == "lock");
        (is_gits && is_lock && reason.starts_with("File exists")).then_some(path)
    }

    /// The folders that a git is at work in when it works on this repository.
    fn folders(&self) -> Vec<PathBuf> {
        if self.common.join("worktrees").exists() {
            return vec![PathBuf::from("/")];
        }
        let top = self.folder.ancestors().nth(self.prefix.matches('/').count());
        vec![top.unwrap_or(&self.folder).to_owned(), self.private.clone()]
    }

    /// Contents by their names, in one call.
    pub fn contents(&self, ids: &[&str]) -> Result<Vec<Vec<u8>>, GitError> {
        let input = ids.iter().flat_map(|id| [*id, "\n"]).collect::<String>();
        let call = self.git(["cat-file", "--batch"]).input(input);
        let output = done(call, "cat-file")?;
        let mut rest = output.as_slice();
        ids.iter().map(|id| next_content(&mut rest).ok_or_else(|| missing(id))).collect()
    }

    /// Keeps a content and answers its name.
    pub fn keep(&self, content: Vec<u8>) -> Result<String, GitError> {
        let call = self.git(["hash-object", "-w", "-t", "blob", "--stdin"]).input(content);
        let output = done(call, "hash-object")?;
        Ok(String::from_utf8_lossy(&output).trim_end().to_owned())
    }

    /// Changes git's index by lines of its own notation, all at once.
    pub fn enter(&self, entries: &[u8]) -> Result<(), GitError> {
        let call = || self.git(["update-index", "-z", "--index-info"]).input(entries);
        self.unstuck("update-index", call).map(drop)
    }
}

/// Runs a call that has to be done; its output.
pub(super) fn done(program: Program, step: &str) -> Result<Vec<u8>, GitError> {
    let ran = program.run()?;
    if ran.is_done() { Ok(ran.output) } else { Err(refused(step, &ran)) }
}

/// What git said when it refused.
pub(super) fn refused(step: &str, ran: &Ran) -> GitError {
    let said = ran.said();
    let strange = said.split_once("dubious ownership in repository at '").map(|(_, rest)| rest);
    match strange.map(|rest| rest.split_once("' To add an exception").map_or(rest, |(folder, _)| folder)) {
        Some(folder) => GitError::Distrusted(folder.to_owned()),
        None => GitError::Refused { step: step.to_owned(), said },
    }
}

fn missing(id: &str) -> GitError {
    GitError::Refused { step: "cat-file".to_owned(), said: format!("{id} is missing") }
}

/// The next of the contents as `cat-file --batch` writes them: `<id> <kind> <length>`, the bytes, a line feed.
fn next_content(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&rest[..end]).ok()?;
    let length: usize = head.rsplit(' ').next()?.parse().ok()?;
    let content = rest.get(end + 1..end + 1 + length)?.to_vec();
    *rest = rest.get(end + 2 + length..)?;
    Some(content)
}
