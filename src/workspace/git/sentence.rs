//! Why something could not be done through git, in one sentence.

use super::error::GitError;
use crate::locale::{Lang, git as words};
use crate::process::ProcessError;
use crate::text::one_line;
use crate::workspace::sentence::unreadable;

impl GitError {
    /// The sentence. What git itself said stays in its words.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Process(error) => process(lang, error),
            Self::Refused { step, said } => words::refused(lang, step, said),
            Self::Distrusted(folder) => words::distrusted(lang, folder, &folder.replace('\'', "'\\''")),
            Self::Locked(lock) => words::locked(lang, &one_line(&lock.display().to_string())),
            Self::TooOld => words::too_old(lang).to_owned(),
            Self::NoRepository => words::no_repository(lang).to_owned(),
            Self::WithinAnother(outer) => words::within_another(lang, outer),
            Self::NotSetUp => words::not_set_up(lang).to_owned(),
            Self::Address(address) => words::no_address(lang, address),
            Self::NoRemote => words::no_remote(lang).to_owned(),
            Self::Busy => words::busy(lang).to_owned(),
            Self::Uncommitted(0) => words::uncommitted(lang).to_owned(),
            Self::Uncommitted(left) => words::undecided_by_person(lang, *left),
            Self::Switched(branch) => words::switched(lang, branch),
            Self::Detached => words::detached(lang).to_owned(),
            Self::Unrelated => words::unrelated(lang).to_owned(),
            Self::Unreachable { remote, said } => words::unreachable(lang, remote, said),
            Self::Unheard { address, said } => words::unheard(lang, address, said),
            Self::NotTaken { remote, said } => words::not_taken(lang, remote, said),
            Self::Overtaken(said) => words::overtaken(lang, said),
            Self::Odd(file) => words::odd(lang, file),
            Self::TheirsUnreadable(file) => words::theirs_unreadable(lang, &unreadable(lang, file)),
            Self::InTheWay(file) => words::in_the_way(lang, file),
            Self::Undecided(count) => words::undecided(lang, *count),
            Self::MergeOver => words::merge_over(lang).to_owned(),
            Self::Entangled(place) => words::entangled(lang, place),
        }
    }
}

fn process(lang: Lang, error: &ProcessError) -> String {
    match error {
        ProcessError::Missing(program) => words::missing(lang, program),
        ProcessError::TooSlow { program, seconds } => words::too_slow(lang, program, *seconds),
        ProcessError::System { program, source } => words::system(lang, program, &source.to_string()),
    }
}
