//! The way to the other repository, without the lock: fetch and push.

use super::error::GitError;
use super::line::Line;
use super::repository::{Repository, done, refused};
use super::setup::is_safe_remote;
use crate::process::git::{git, ssh_that_never_asks};
use crate::process::{ProcessError, Program, Ran};
use crate::workspace::{Workspace, WorkspaceError};

use std::time::Duration;

/// How long another machine may take.
const PATIENCE: Duration = Duration::from_mins(5);

/// How long it may take to answer at all.
const TRIAL: Duration = Duration::from_secs(30);

impl Workspace {
    /// Tries whether a repository answers at an address, before it is shared with.
    ///
    /// # Errors
    /// [`GitError::Unheard`] when none does.
    pub fn try_remote(&self, address: &str) -> Result<(), WorkspaceError> {
        if !is_safe_remote(address) {
            return Err(GitError::Address(address.to_owned()).into());
        }
        let configured =
            git(self.path(), ["config", "--get", "core.sshCommand"]).run().map_err(GitError::from)?;
        let configured = Some(configured.line()).filter(|line| !line.is_empty());
        let call = git(self.path(), ["ls-remote", "--quiet", "--", address]);
        let unheard = |said| GitError::Unheard { address: address.to_owned(), said };
        match far(call, &ssh_that_never_asks(configured.as_deref())).within(TRIAL).run() {
            Ok(ran) if ran.is_done() => Ok(()),
            Ok(ran) => Err(unheard(why(&ran)).into()),
            Err(error @ ProcessError::TooSlow { .. }) => Err(unheard(error.to_string()).into()),
            Err(error) => Err(GitError::from(error).into()),
        }
    }
}

/// What a push came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pushed {
    /// It is there.
    Done,
    /// Somebody else pushed in between, or is about to: what git said.
    Overtaken(String),
}

impl Repository {
    /// Hears what is there.
    pub fn fetch(&self, line: &Line) -> Result<(), GitError> {
        let refs = format!("+refs/heads/*:refs/remotes/{}/*", line.remote);
        // What is there no more is forgotten, or it would be taken for sent.
        let arguments = [
            "fetch",
            "--quiet",
            "--prune",
            "--no-tags",
            "--no-recurse-submodules",
            "--",
            &line.remote,
            &refs,
        ];
        let ssh = self.ssh()?;
        let unreachable = |ran: &Ran| match refused("fetch", ran) {
            GitError::Refused { .. } => GitError::Unreachable { remote: line.remote.clone(), said: why(ran) },
            other => other,
        };
        match self.unstuck("fetch", || far(self.git(arguments), &ssh)) {
            Err(GitError::Refused { .. }) => {
                let ran = far(self.git(arguments), &ssh).run()?;
                if ran.is_done() { Ok(()) } else { Err(unreachable(&ran)) }
            }
            fetched => fetched.map(drop),
        }
    }

    /// The only branch that was heard of there; what a repository begins with that has none of its own.
    pub fn only_branch(&self, line: &Line) -> Result<Option<String>, GitError> {
        let prefix = format!("refs/remotes/{}/", line.remote);
        let output = done(self.git(["for-each-ref", "--format=%(refname)", &prefix]), "for-each-ref")?;
        let output = String::from_utf8_lossy(&output).into_owned();
        let mut names =
            output.lines().filter_map(|name| name.strip_prefix(&prefix)).filter(|name| *name != "HEAD");
        Ok(match (names.next(), names.next()) {
            (Some(only), None) => Some(format!("refs/heads/{only}")),
            _ => None,
        })
    }

    /// Sends a commit there.
    pub fn push(&self, line: &Line, commit: &str) -> Result<Pushed, GitError> {
        let refs = format!("{commit}:{}", line.there);
        let call = self.git(["push", "--porcelain", "--no-verify", "--", &line.remote, &refs]);
        let ran = far(call, &self.ssh()?).run()?;
        if ran.is_done() {
            return Ok(Pushed::Done);
        }
        let report = String::from_utf8_lossy(&ran.output).into_owned();
        let refusal = report.lines().find(|line| line.starts_with('!'));
        let remote = line.remote.clone();
        // What another push locks at the moment is free a moment later.
        let overtaken = [
            "fetch first",
            "non-fast-forward",
            "stale info",
            "cannot lock ref",
            "failed to update ref",
            "incorrect old value",
        ];
        match refusal {
            Some(refusal) if overtaken.iter().any(|words| refusal.contains(words)) => {
                Ok(Pushed::Overtaken(why(&ran)))
            }
            Some(_) => Err(GitError::NotTaken { remote, said: why(&ran) }),
            None => Err(GitError::Unreachable { remote, said: why(&ran) }),
        }
    }

    fn ssh(&self) -> Result<String, GitError> {
        Ok(ssh_that_never_asks(self.setting("core.sshCommand")?.as_deref()))
    }
}

fn far(call: Program, ssh: &str) -> Program {
    call.variable("GIT_SSH_COMMAND", ssh).within(PATIENCE)
}

/// Why git gave up, without its advice: what ssh or the other machine said, and git's first words.
fn why(ran: &Ran) -> String {
    let said = ran.said();
    let advice = [" Please make sure", " hint: "];
    let end = advice.iter().filter_map(|advice| said.find(advice)).min().unwrap_or(said.len());
    let is_reason = |words: &&str| !words.is_empty() && !words.to_lowercase().starts_with("warning:");
    let words: Vec<&str> = said[..end].split("fatal: ").map(str::trim).filter(is_reason).take(2).collect();
    words.join(" ")
}
