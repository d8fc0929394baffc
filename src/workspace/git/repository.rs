//! The repository that a workspace lies in, and what is asked of it.

use std::path::{Path, PathBuf};

use super::error::GitError;
use crate::process::git::git;
use crate::process::{Program, Ran};

/// A repository, seen from the folder of a workspace.
#[derive(Debug, Clone)]
pub(super) struct Repository {
    folder: PathBuf,
    /// The way from the top of the repository to the workspace, with a slash at its end; empty where they are one.
    pub prefix: String,
}

/// A file as git keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Blob {
    /// Six digits: `100644` is a plain file.
    pub mode: String,
    /// The name of its content.
    pub id: String,
}

impl Repository {
    /// The repository of a folder; `None` where it lies in none.
    pub fn find(folder: &Path) -> Result<Option<Self>, GitError> {
        if !folder.is_dir() {
            return Ok(None);
        }
        let ran = git(folder, ["rev-parse", "--show-prefix"]).run()?;
        if !ran.is_done() {
            let said = ran.said();
            let none = said.contains("not a git repository");
            return if none { Ok(None) } else { Err(GitError::Refused { step: "rev-parse".into(), said }) };
        }
        Ok(Some(Self { folder: folder.to_owned(), prefix: ran.line() }))
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
        let call = self.git(["update-index", "-z", "--index-info"]).input(entries);
        done(call, "update-index").map(drop)
    }
}

/// Runs a call that has to be done; its output.
pub(super) fn done(program: Program, step: &str) -> Result<Vec<u8>, GitError> {
    let ran = program.run()?;
    if ran.is_done() { Ok(ran.output) } else { Err(refused(step, &ran)) }
}

/// What git said when it refused.
pub(super) fn refused(step: &str, ran: &Ran) -> GitError {
    GitError::Refused { step: step.to_owned(), said: ran.said() }
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
