//! Where a clone stands: its branch, the other repository, and whether anything is under way.

use super::error::GitError;
use super::repository::Repository;
use super::setup::is_safe_remote;

/// The branch that is checked out, and where it goes.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// `refs/heads/main`
    pub branch: String,
    /// The name of the other repository.
    pub remote: String,
    /// What the branch is called there, `refs/heads/main`.
    pub there: String,
}

/// What git keeps while a person is in the middle of something.
const UNDER_WAY: [&str; 5] =
    ["rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG"];

impl Line {
    /// Looks where the clone stands.
    ///
    /// # Errors
    /// When it is not to be shared as it stands.
    pub fn of(repository: &Repository) -> Result<Self, GitError> {
        if !repository.prefix.is_empty() {
            return Err(GitError::WithinAnother(repository.line(["rev-parse", "--show-toplevel"])?));
        }
        if UNDER_WAY.iter().any(|mark| repository.private.join(mark).exists()) {
            return Err(GitError::Busy);
        }
        let branch =
            repository.line_if_any(["symbolic-ref", "--quiet", "HEAD"])?.ok_or(GitError::Detached)?;
        repository.check_set_up()?;
        let short = branch.strip_prefix("refs/heads/").unwrap_or(&branch);
        let configured = repository.setting(&format!("branch.{short}.remote"))?;
        let remote = configured.unwrap_or_else(|| "origin".to_owned());
        let address = repository.setting(&format!("remote.{remote}.url"))?.ok_or(GitError::NoRemote)?;
        if !is_safe_remote(&address) {
            return Err(GitError::Address(address));
        }
        let there = repository.setting(&format!("branch.{short}.merge"))?.unwrap_or_else(|| branch.clone());
        Ok(Self { branch, remote, there })
    }

    /// Looks whether the branch is still the one that is checked out: a person may go elsewhere while another machine is
    /// waited for, and what stands here is then another branch's.
    ///
    /// # Errors
    /// [`GitError::Switched`] where it is not.
    pub fn check_still(&self, repository: &Repository) -> Result<(), GitError> {
        let now = repository.line_if_any(["symbolic-ref", "--quiet", "HEAD"])?;
        if now.as_ref() == Some(&self.branch) {
            Ok(())
        } else {
            Err(GitError::Switched(self.short().to_owned()))
        }
    }

    /// Moves the branch, if it still stands where it stood and is still checked out.
    pub fn move_to(&self, repository: &Repository, to: &str, from: Option<&str>) -> Result<(), GitError> {
        self.check_still(repository)?;
        let arguments = ["update-ref", "-m", "tiendo sync", &self.branch, to, from.unwrap_or_default()];
        repository.unstuck("update-ref", || repository.git(arguments)).map(drop)
    }

    /// The branch as people call it.
    pub fn short(&self) -> &str {
        self.branch.strip_prefix("refs/heads/").unwrap_or(&self.branch)
    }

    /// What was last heard of the branch there.
    pub fn heard(&self) -> String {
        let short = self.there.strip_prefix("refs/heads/").unwrap_or(&self.there);
        format!("refs/remotes/{}/{short}", self.remote)
    }
}
