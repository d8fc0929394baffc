//! How git is called: it asks nobody, pages nothing, runs no hook, and answers in the words that are looked for.

use std::ffi::OsStr;
use std::path::Path;

use super::Program;

/// What a surrounding call of git would have us do elsewhere.
const FOREIGN: [&str; 9] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_ASKPASS",
    "SSH_ASKPASS",
];

/// What a person's configuration may not change: no program that a repository names is run, what is written is on the
/// disk, and a plan is never taken for another one that was renamed.
const SETTINGS: [&str; 14] = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.askPass=",
    "core.quotePath=false",
    "core.fsync=committed",
    "protocol.ext.allow=never",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "color.ui=false",
    "merge.renames=false",
    "merge.directoryRenames=false",
    "advice.detachedHead=false",
];

/// Git in a folder, with these arguments.
#[must_use]
pub fn git(folder: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Program {
    let settings = SETTINGS.iter().flat_map(|setting| ["-c", setting]);
    let mut program = Program::new("git", folder)
        .arguments(["--no-pager", "--literal-pathspecs"])
        .arguments(settings)
        .arguments(arguments)
        .variable("LC_ALL", "C")
        .variable("LANGUAGE", "")
        .variable("GIT_TERMINAL_PROMPT", "0")
        .variable("SSH_ASKPASS_REQUIRE", "never")
        .variable("GIT_EDITOR", "true")
        .variable("GIT_OPTIONAL_LOCKS", "0");
    for name in FOREIGN {
        program = program.without(name);
    }
    program
}

/// The program by which git reaches another machine, told to fail where it would ask for a password: what the person
/// has configured, else ssh.
#[must_use]
pub fn ssh_that_never_asks(configured: Option<&str>) -> String {
    let program = std::env::var("GIT_SSH_COMMAND").ok().filter(|command| !command.trim().is_empty());
    let program = program.or_else(|| configured.map(str::to_owned)).unwrap_or_else(|| "ssh".to_owned());
    format!("{program} -oBatchMode=yes")
}
